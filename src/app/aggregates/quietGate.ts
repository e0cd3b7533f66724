import { type Contact, quietIn } from '../../routine/model/contact';
import type { Aggregate } from './aggregate';

/**
 * An aggregate of whatever kind through the one gate: nothing of it comes to a person who is quiet, and on a watched phone nothing that
 * stands there changes. It is held, not failed: once they lift it, what still holds comes.
 * @param rows the contact list as it was read with it
 */
export function heldBack(aggregate: Aggregate, rows: readonly Contact[]): Aggregate {
  const quiet = quietIn(rows);
  if (quiet.size === 0) return aggregate;
  return {
    ...aggregate,
    isHeld: (person) => quiet.has(person) || aggregate.isHeld?.(person) === true,
    isLeftAlone: (person) => quiet.get(person)?.why === 'watched' || aggregate.isLeftAlone?.(person) === true,
  };
}

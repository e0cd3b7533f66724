import { type Contact, isRung, type PersonId } from '../../model/contact';
import { byLine } from '../../model/posts';
import type { Roster } from '../../model/situation';
import { holding } from '../drills';
import { eachOnce, whoOf } from '../succession';

/*
 * Whom anybody may ring, whatever has happened and before anything is told: never a party's officer, for a card that stands
 * in a chat does not say which party a person is of.
 */

/** Numbers that stand open to all, guests and a group's readers too: of a post that is rung at any hour, and of no person by name. */
export const openNumbers = (roster: Roster): Contact[] => holding(roster, 'duty').filter(isRung);

/** So many numbers: what may be pressed stands below them. */
const MOST = 2;

/** Who asks, and when. */
interface Asking {
  person: PersonId;
  suspects: readonly string[] | undefined;
  isDay: boolean;
}

/**
 * The numbers, first to be rung first: by day the strategist, by night the duty officer. Not the person's own, nor of those
 * who are part of what happened to them: where a strategist is, the alternate comes first. Where it cannot be known who is, only
 * whoever is on duty, or the alternate: they stand beside all others.
 * @param suspects rows and accounts; undefined: it is not known
 */
export function numbersFor(roster: Roster, { person, suspects, isDay }: Asking): Contact[] {
  const isSuspect = (contact: Contact) =>
    suspects?.includes(whoOf(contact)) === true || suspects?.includes(contact.id) === true;
  const isFree = (contact: Contact) => contact.person !== person && isRung(contact) && !isSuspect(contact);
  const strategists = byLine(roster.routine.posts, holding(roster, 'strategist'));
  const isSuspected = suspects === undefined || strategists.some(isSuspect);
  const alternates = isSuspected ? holding(roster, 'alternate') : [];
  const duty = holding(roster, 'duty');
  if (suspects === undefined)
    return eachOnce(duty.length > 0 ? duty : alternates)
      .filter(isFree)
      .slice(0, MOST);
  const answering = alternates.length > 0 ? alternates : strategists;
  // One of each first: whoever does not answer has another beside them.
  const [first, ...rest] = answering.filter(isFree);
  const byDay = [...(first ? [first] : []), ...duty.filter(isFree), ...rest];
  const byNight = [...duty.filter(isFree), ...(first ? [first] : []), ...rest];
  return eachOnce(isDay ? byDay : byNight).slice(0, MOST);
}

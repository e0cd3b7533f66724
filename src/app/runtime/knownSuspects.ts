import type { PersonId } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import { rowsAndAccounts, suspectsOf } from '../../routine/rules/contactList/suspects';
import { victimOf } from '../../routine/rules/succession';
import type { RoutineClock } from '../ports/runtime';
import { boundedCache } from './boundedCache';

/** Rows of the contact list and accounts; undefined: it is not known now. */
export type Suspects = readonly string[] | undefined;

/** A memory of what was read last of each person, for the moment in which nothing can be read. */
export interface KnownSuspects {
  /** All of them, as they have just been read. */
  note(person: PersonId, all: readonly string[]): void;
  /** More of them, as they have just been saved. */
  add(incident: Incident): void;
  of(person: PersonId): Suspects;
}

const MOST = 5_000;
/** So long it is believed that there is nobody: another process may know better. */
const BELIEVED = 3_600_000;

export function knownSuspects(now: RoutineClock): KnownSuspects {
  const known = boundedCache<{ all: readonly string[]; at: number }>(MOST);
  const set = (person: PersonId, all: readonly string[]) => known.set(person, { all, at: now().getTime() });
  return {
    note: set,
    add(incident) {
      const person = victimOf(incident);
      const more = rowsAndAccounts(suspectsOf(incident));
      if (person && more.length > 0) set(person, [...new Set([...(known.get(person)?.all ?? []), ...more])]);
    },
    of(person) {
      const found = known.get(person);
      if (!found || (found.all.length === 0 && now().getTime() - found.at > BELIEVED)) return undefined;
      return found.all;
    },
  };
}

import { type Contact, isComing, isListed, type PersonId, postsIn } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import { idsOf, suspectsOf } from '../../routine/rules/contactList/suspects';
import { eachOnce, victimOf, whoOf } from '../../routine/rules/succession';
import { isInvolvedAsked, suspectsIn } from '../../screens/forms';
import { asEverybodySees } from '../../screens/seen';
import type { Data } from '../bot';
import type { Deps } from '../deps';
import type { RoutineClock } from '../ports/runtime';
import { boundedCache } from '../runtime/boundedCache';
import { faultOf } from '../runtime/failures';
import { type LoadedIncident, loadListed } from './loadIncident';
import { incidentsOf } from './myIncidents';

/*
 * Who is part of what happened to a person, in what is open: they are told of nothing that the same person begins, and their number
 * is on no card of theirs.
 */

/** Rows of the contact list and accounts; undefined: it is not known now. */
export type Suspects = readonly string[] | undefined;

/** Ids of those who are part of it, of a person's own incidents that are open. */
export const suspectsAmong = (incidents: readonly LoadedIncident[], person: PersonId): string[] => [
  ...new Set(
    incidents
      .map(({ file }) => file.incident)
      .filter((one) => one.state === 'open' && victimOf(one) === person && !one.practice)
      .flatMap((one) => idsOf(suspectsOf(one))),
  ),
];

/** What was read last of each person, for the moment in which nothing can be read. */
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
      const more = idsOf(suspectsOf(incident));
      if (person && more.length > 0) set(person, [...new Set([...(known.get(person)?.all ?? []), ...more])]);
    },
    of(person) {
      const found = known.get(person);
      if (!found || (found.all.length === 0 && now().getTime() - found.at > BELIEVED)) return undefined;
      return found.all;
    },
  };
}

/** Who is part of what happened to a person. That it cannot be read keeps nobody from help: then it is as it was read last. */
export async function suspectsFor(
  deps: Deps,
  person: PersonId,
  contacts: readonly Contact[],
): Promise<Suspects> {
  try {
    const all = suspectsAmong(await loadListed(deps, await incidentsOf(deps, person), contacts), person);
    deps.known?.note(person, all);
    return all;
  } catch (error) {
    deps.log.warn(faultOf(error), 'suspectsUnread');
    return deps.known?.of(person);
  }
}

/** The rows of some of them that may be told of something, once each, as they stand on a card. */
export const namesOf = (contacts: readonly Contact[], suspects: Suspects = []): Contact[] =>
  eachOnce(
    postsIn(contacts).filter(
      (contact) =>
        (isListed(contact) || isComing(contact)) &&
        (suspects.includes(contact.id) || suspects.includes(whoOf(contact))),
    ),
  ).map(asEverybodySees);

/** Those whom a form named, all of them; where none asked, those whom the same person has named in what is open. */
export async function suspectsOrAsBefore(
  deps: Deps,
  { person, data, contacts }: { person: PersonId; data: Data; contacts: readonly Contact[] },
): Promise<readonly string[]> {
  const chosen = suspectsIn(data);
  return isInvolvedAsked(data) ? chosen : [...chosen, ...((await suspectsFor(deps, person, contacts)) ?? [])];
}

/** Who is part of what happened, by victim, in all that is open. */
export async function suspectsByVictim(
  deps: Deps,
  contacts: readonly Contact[],
): Promise<ReadonlyMap<PersonId, Suspects>> {
  const read = await loadListed(deps, await deps.index.open(), contacts);
  const named = read.filter(({ file }) => suspectsOf(file.incident).length > 0);
  const victims = new Set(named.flatMap(({ file }) => victimOf(file.incident) ?? []));
  return new Map([...victims].map((person) => [person, suspectsAmong(named, person)]));
}

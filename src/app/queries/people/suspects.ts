import { type Contact, isComing, isListed, type PersonId, postsIn } from '../../../routine/model/contact';
import { rowsAndAccounts, suspectsOf } from '../../../routine/rules/contactList/suspects';
import { eachOnce, victimOf, whoOf } from '../../../routine/rules/succession';
import { isInvolvedAsked, suspectsIn } from '../../../screens/forms';
import { asEverybodySees } from '../../../screens/seen';
import type { Data } from '../../bot';
import type { Deps } from '../../deps';
import { faultOf } from '../../runtime/failures';
import type { Suspects } from '../../runtime/knownSuspects';
import { type LoadedIncident, loadListed } from '../loadIncident';
import { incidentsOf } from '../myIncidents';

/*
 * Who is part of what happened to a person, in what is open: they are told of nothing that the same person begins, and their number
 * is on no card of theirs.
 */

/** Ids of those who are part of it, of a person's own incidents that are open. */
export const suspectsAmong = (incidents: readonly LoadedIncident[], person: PersonId): string[] => [
  ...new Set(
    incidents
      .map(({ file }) => file.incident)
      .filter((one) => one.state === 'open' && victimOf(one) === person && !one.practice)
      .flatMap((one) => rowsAndAccounts(suspectsOf(one))),
  ),
];

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

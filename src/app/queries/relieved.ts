import type { PersonId } from '../../routine/model/contact';
import { waitingFor, waitingIn } from '../../routine/rules/pendingTasks';
import type { LoadedIncident } from './loadIncident';

/** Those for whom something does not wait any more since another leads, or they are out: their round says otherwise until it is drawn anew. */
export function relievedBy(before: LoadedIncident, after: LoadedIncident): PersonId[] {
  const wasOut = new Set(before.file.incident.declined.map(({ person }) => person));
  const out = after.file.incident.declined.filter(({ person }) => !wasOut.has(person));
  return [...new Set([...out.map(({ person }) => person), ...leftBy(before, after)])];
}

/** Those for whom it does not wait any more since another leads. */
function leftBy(before: LoadedIncident, after: LoadedIncident): PersonId[] {
  const lead = before.file.incident.lead?.person;
  if (!lead || lead === after.file.incident.lead?.person) return [];
  const persons = new Set([lead, ...waitingIn(before.situation).flatMap((one) => one.persons)]);
  const left = ({ situation }: LoadedIncident, person: PersonId) =>
    new Set(waitingFor(situation, person).map(({ about, of }) => `${about}.${of}`));
  return [...persons].filter((person) => {
    const still = left(after, person);
    return person === lead || [...left(before, person)].some((one) => !still.has(one));
  });
}

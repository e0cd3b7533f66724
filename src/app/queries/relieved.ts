import type { PersonId } from '../../routine/model/contact';
import { waitingFor, waitingIn } from '../../routine/rules/pendingTasks';
import type { LoadedIncident } from './loadIncident';

/** Those for whom something does not wait any more since another leads, they are out, or it is closed: their round says otherwise until it is drawn anew. */
export function relievedBy(before: LoadedIncident, after: LoadedIncident): PersonId[] {
  const wasOut = new Set(before.file.incident.declined.map(({ person }) => person));
  const out = after.file.incident.declined.filter(({ person }) => !wasOut.has(person));
  return [
    ...new Set([...out.map(({ person }) => person), ...leftBy(before, after), ...closedFor(before, after)]),
  ];
}

/** Those who have a card of what has just been closed: a round of that morning may still list it. Who closed it reads so. */
function closedFor(before: LoadedIncident, { file }: LoadedIncident): PersonId[] {
  const { state, closedBy } = file.incident;
  if (state !== 'closed' || before.file.incident.state === 'closed') return [];
  return file.cards.flatMap(({ value: { person } }) => (person === closedBy ? [] : [person]));
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

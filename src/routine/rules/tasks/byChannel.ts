import { REPLY_ANSWERS, VOICES, YES_NO } from '../../model/codes';
import type { PersonId } from '../../model/contact';
import type { FieldSpec } from '../../model/fields';
import type { Incident } from '../../model/incident';
import type { TaskState } from '../../model/records';
import type { RefusalReason } from '../../model/refusal';
import type { Routine, TaskSpec } from '../../model/routine';
import type { Cast } from '../../model/situation';
import { hasWhole, needOn } from '../../plan/evaluate';
import { ownWords } from '../report/versions';
import { strategistsOf } from '../succession';

/*
 * Tasks by the way that a threat came (Bilaga 2), beside the plan's steps: offered to whoever leads, never asked of anybody, and
 * no incident waits for them.
 */

type Tasks = Pick<Routine, 'tasks'>;

/** Whether the threat is to be answered, by what was decided. */
const isReplied = (incident: Incident, { tasks }: Tasks): boolean =>
  tasks.some(({ id, as }) => as === 'reply' && incident.tasks?.[id]?.records.answer === 'reply');

/** The tasks that an incident has. What is written down stays with it, also when the report says something else by then. */
export const tasksOf = (incident: Incident, routine: Tasks): TaskSpec[] =>
  routine.tasks.filter((spec) => {
    if (incident.tasks?.[spec.id] && spec.as !== 'send') return true;
    const isOffered = needOn(incident, spec.when) === 'yes';
    return isOffered && (spec.as !== 'send' || isReplied(incident, routine));
  });

/** How a task stands. The threat assessment is a record of its own. */
export function stateOfTask(incident: Incident, { id, as }: TaskSpec): TaskState['state'] {
  if (as === 'assessment' && (incident.threats ?? []).length > 0) return 'done';
  return incident.tasks?.[id]?.state ?? 'open';
}

/** The tasks that are neither done nor not needed. */
export const openTasks = (incident: Incident, routine: Tasks): TaskSpec[] =>
  tasksOf(incident, routine).filter((spec) => stateOfTask(incident, spec) === 'open');

const voice = (id: string, choices: readonly string[] = VOICES): FieldSpec => ({
  id,
  kind: 'choice',
  choices,
  required: true,
});

/** Whether the strategist is somebody else than the one who leads, and has the incident. */
const isStrategistBeside = (cast: Cast): boolean =>
  hasWhole(cast.incident) &&
  !strategistsOf(cast).some(({ person }) => person !== undefined && person === cast.incident.lead?.person);

/** The voices on whether the sender gets an answer, and what they come to: the strategist's where they have the incident. */
export const replyFields = (cast: Cast): FieldSpec[] => [
  voice('victim'),
  voice('lead', YES_NO),
  ...(isStrategistBeside(cast) ? [voice('strategist')] : []),
  voice('police'),
  { id: 'answer', kind: 'choice', choices: REPLY_ANSWERS, required: true },
];

/** The inputs of a task. */
export const fieldsOfTask = (cast: Cast, spec: TaskSpec): readonly FieldSpec[] =>
  spec.as === 'reply' ? replyFields(cast) : spec.fields;

/** The answer says that the threat is reported: it needs the victim's yes to that. */
export const isToBeReported = ({ decision }: Incident): boolean =>
  decision?.answer === 'municipality' || decision?.answer === 'self' || decision?.answer === 'other';

/** Why the sender cannot be answered, by what the voices say; undefined: they can, or are not to be. */
export function replyFault(cast: Cast, values: Readonly<Record<string, string>>): RefusalReason | undefined {
  if (values.answer !== 'reply') return undefined;
  const voices = replyFields(cast).filter(({ id }) => id !== 'answer');
  if (voices.some(({ id }) => values[id] !== 'yes')) return 'replyNotAgreed';
  return isToBeReported(cast.incident) ? undefined : 'replyNeedsReport';
}

/** Ids of what must not be done: a reporter's by their own words, the victim's by the report as it stands. */
export function warningsFor(
  incident: Incident,
  { warnings }: Pick<Routine, 'warnings'>,
  { person, isVictim }: { person: PersonId; isVictim: boolean },
): string[] {
  const read = isVictim ? incident : { ...incident, report: ownWords(incident, person) };
  return warnings.filter(({ when }) => needOn(read, when) === 'yes').map(({ id }) => id);
}

import { dayOf } from '../calendar/localTime';
import type { FieldSpec } from '../model/fields';
import type { Incident, Talk } from '../model/incident';
import { Refusal } from '../model/refusal';
import type { StepSpec } from '../model/step';
import { movableFor } from '../rules/pendingTasks';
import { stored } from '../rules/progress';
import { isFollowUpDay } from '../rules/steps/talks';
import { waitKey } from '../rules/tasks/ownDay';
import { MOVE_FIELDS } from './protection';
import { needOpen, readForm, situationOf, stamp, type Turn, withStep } from './turn';

type Data = Readonly<Record<string, unknown>>;

/** The question which talk it was: asked of one that was held before the follow-up talk's own days. */
export const WHICH_TALK: FieldSpec = {
  id: 'which',
  kind: 'choice',
  required: true,
  choices: ['first', 'followUp'],
};

const fieldOf = (step: StepSpec, kind: FieldSpec['kind']): string =>
  step.fields.find((field) => field.kind === kind)?.id ?? '';

/** The answers of the form on a step; of an early talk also which one it was. */
export function readStep(
  incident: Incident,
  step: StepSpec,
  data: Data,
  turn: Turn,
): { records: Record<string, string>; isFirstTalk: boolean } {
  const heldOn = data[fieldOf(step, 'date')];
  const isEarly =
    step.isTalk === true &&
    typeof heldOn === 'string' &&
    heldOn !== '' &&
    !isFollowUpDay(situationOf(incident, turn), heldOn);
  const { which, ...records } = readForm(isEarly ? [...step.fields, WHICH_TALK] : step.fields, data, turn);
  return { records, isFirstTalk: which === 'first' };
}

/** It was the first talk: that is written down, and the follow-up talk is still to be held. */
export function withFirstTalk(
  incident: Incident,
  step: StepSpec,
  records: Readonly<Record<string, string>>,
  turn: Turn,
): Incident {
  const heldOn = records[fieldOf(step, 'date')];
  const attendees = records[fieldOf(step, 'name')] ?? '';
  const talk: Talk = { id: turn.once, kind: 'first', heldOn, attendees, notes: '', at: stamp(turn) };
  return { ...incident, talks: [...incident.talks, talk] };
}

/**
 * Another day for what waits for the presser, with a reason: today or to come, and never past the plan's last day. The day that it had
 * is kept. The same day moves nothing.
 */
export function moveDay(
  incident: Incident,
  { wait, ...data }: Data & { wait: string },
  turn: Turn,
): Incident {
  needOpen(incident);
  const found = movableFor(situationOf(incident, turn), turn.by).find((one) => waitKey(one) === wait);
  if (!found) throw new Refusal('notOpen');
  const { day = '', reason = '' } = readForm(MOVE_FIELDS, data, turn);
  if (day < dayOf(turn.now)) throw new Refusal('badInput', { day: { kind: 'past' } });
  const until = found.day?.until;
  if (until !== undefined && day > until)
    throw new Refusal('badInput', { day: { kind: 'pastLast', day: until } });
  const { about, of, last } = found;
  if (day === last) return incident;
  const move = { from: last, at: stamp(turn), by: turn.by, reason };
  if (about !== 'talk') {
    const { moves = [] } = stored(incident, about);
    return withStep(incident, about, { day, moves: [...moves, move] });
  }
  const moved = (talk: Talk): Talk => ({
    ...talk,
    ...{ plannedFor: day, at: move.at, moves: [...(talk.moves ?? []), move] },
  });
  return { ...incident, talks: incident.talks.map((talk) => (talk.id === of ? moved(talk) : talk)) };
}

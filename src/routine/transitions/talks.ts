import type { FieldSpec } from '../model/fields';
import type { Incident, Talk } from '../model/incident';
import type { StepSpec } from '../model/step';
import { isFollowUpDay } from '../rules/steps/talks';
import { readForm, situationOf, stamp, type Turn } from './turn';

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

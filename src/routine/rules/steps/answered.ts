import type { Incident } from '../../model/incident';
import type { Routine, StepSpec } from '../../model/routine';
import { hasWhole } from '../../plan/evaluate';
import { conditionsIn } from '../../plan/faults/refer';
import { assessmentStep, strategistStep } from '../../plan/traits';
import { stored } from './stepState';

/** The field of the assessment that asks whether the strategist is needed. */
export function strategistField(routine: Pick<Routine, 'steps'>): string | undefined {
  const assessed = assessmentStep(routine);
  const need = strategistStep(routine)?.need;
  const asks = need ? conditionsIn(need) : [];
  return asks.flatMap((one) => (one.is === 'recorded' && one.step === assessed?.id ? [one.field] : []))[0];
}

/**
 * The fields of a step that the incident has answered by itself, with the answer: they are written down and not asked. Whether
 * the strategist is needed, where they have it already; what somebody wrote there is still theirs to change.
 */
export function answeredOf(
  incident: Incident,
  step: StepSpec,
  routine: Pick<Routine, 'steps'>,
): Readonly<Record<string, string>> {
  const field = step.isAssessment ? strategistField(routine) : undefined;
  if (field === undefined || !hasWhole(incident) || stored(incident, step.id).records[field]) return {};
  return { [field]: 'yes' };
}

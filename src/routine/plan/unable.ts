import type { Incident } from '../model/incident';
import type { Routine } from '../model/routine';
import type { StepSpec } from '../model/step';
import { opensAfter } from './traits';

/*
 * What becomes of the steps while the victim cannot answer (src/routine/rules/wishes/unable.ts).
 */

/** Whether the victim is dead: what was to be done for them ends, and nothing stands in the way of closing. */
export const isDead = ({ unable }: Pick<Incident, 'unable'>): boolean => unable?.why === 'dead';

/** Whether a step ends by it: a question to the victim, and of the dead what was to be done for themselves. */
export function isEndedByState(incident: Incident, step: StepSpec): boolean {
  if (!incident.unable || step.endedBy === 'acknowledgement') return false;
  if (step.owner === 'victim') return true;
  if (!isDead(incident)) return false;
  // What the victim had said of a report still holds; unasked, it is not theirs to answer any more.
  if (step.opens === 'decision') return incident.decision?.answer !== 'municipality';
  return step.protects === true || step.isTalk === true || step.opens === 'followUp';
}

/** Whether a step is the support that a dead victim cannot be asked about: it is ordered for those who worked with them. */
export const isForColleagues = (
  incident: Incident,
  step: StepSpec,
  { steps }: Pick<Routine, 'steps'>,
): boolean =>
  isDead(incident) &&
  step.owner === 'strategist' &&
  steps.some((one) => one.owner === 'victim' && one.answers !== undefined && opensAfter(step) === one.id);

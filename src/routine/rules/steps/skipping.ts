import type { Routine, StepSpec } from '../../model/routine';
import type { Situation } from '../../model/situation';
import { filedSteps } from '../../plan/traits';
import type { Roles } from '../access';
import { isSettled } from './stepState';

/*
 * Who may put a step aside: what two decide is not one person's, what the victim said is the victim's.
 */

type Given = Pick<Situation, 'incident' | 'routine'>;

/**
 * Whether nothing is known of a report that the victim makes, or somebody else: the lead has asked, and everything else
 * is done. Then the report and what belongs to it may end so.
 */
export function mayEndAsUnknown({ incident, routine }: Given, step: StepSpec, roles: Roles): boolean {
  const filed = filedSteps(routine);
  const answer = incident.decision?.answer;
  return (
    filed.includes(step) &&
    (answer === 'self' || answer === 'other') &&
    roles.has('lead') &&
    routine.steps.every((one) => filed.includes(one) || isSettled(incident, one))
  );
}

/**
 * Who may say that a step is not needed, with a reason. A first assessment decides what else is needed. What two agree on
 * is no one person's, nor that nobody is told. What the victim said of the police report only the victim takes back; where
 * it is always made, only the lead, who talks with them, may put it aside.
 */
export function maySkip(step: StepSpec, roles: Roles, routine: Routine): boolean {
  if (step.isAssessment || step.owner === 'twoPersons') return false;
  if (!filedSteps(routine).includes(step)) return true;
  return filedSteps(routine).some((one) => one.report === 'always') && roles.has('lead');
}

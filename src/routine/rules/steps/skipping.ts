import type { StepSpec } from '../../model/routine';
import type { Situation } from '../../model/situation';
import { filedSteps } from '../../plan/traits';
import type { Viewer } from '../access';
import type { Roles } from '../roles/role';
import { victimOf } from '../succession';
import { isSettled } from './stepState';
import { mayWork } from './working';

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
 * Who may say that a step is not needed, with a reason: whoever may do it (`mayWork`). A first assessment decides what else is
 * needed. What two agree on is no one person's, nor that nobody is told. What the victim said of the police report only the
 * victim takes back; where it is always made, only the lead, who talks with them, may put it aside.
 */
export function maySkip(situation: Situation, step: StepSpec, viewer: Viewer): boolean {
  const { roles } = viewer;
  const filed = filedSteps(situation.routine);
  if (step.isAssessment || step.owner === 'twoPersons') return false;
  if (filed.includes(step)) return filed.some((one) => one.report === 'always') && roles.has('lead');
  if (!mayWork(situation, step, viewer)) return false;
  // A victim's own answer is put aside by them, or by the lead who has asked them.
  return step.owner !== 'victim' || roles.has('lead') || roles.has('victim') || !victimOf(situation.incident);
}

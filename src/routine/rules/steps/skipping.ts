import type { StepSpec } from '../../model/routine';
import type { Situation } from '../../model/situation';
import { filedSteps } from '../../plan/traits';
import type { Roles } from '../access';
import { ownersOf } from '../progress';
import { openSteps } from '../tasks/openSteps';
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
 * is no one person's, nor that nobody is told. A strategist's step is theirs, such as asking the police: the lead puts it aside for
 * one who has no account or has been silent. What the victim said of the police report only the victim takes back; where
 * it is always made, only the lead, who talks with them, may put it aside.
 */
export function maySkip(situation: Situation, step: StepSpec, roles: Roles): boolean {
  const filed = filedSteps(situation.routine);
  if (step.isAssessment || step.owner === 'twoPersons') return false;
  if (step.owner === 'strategist') return actsAsStrategist(roles) || !isStrategistsYet(situation, step);
  if (!filed.includes(step)) return true;
  return filed.some((one) => one.report === 'always') && roles.has('lead');
}

const actsAsStrategist = (roles: Roles): boolean =>
  roles.has('strategist') || roles.has('stepStrategist') || roles.has('toldStrategist');

/**
 * Whether a step is the strategist's to put aside, also before they have it: put aside early it would never reach them. Not
 * where they have no account, or have been silent for so long that it has gone up.
 */
const isStrategistsYet = (situation: Situation, step: StepSpec): boolean =>
  ownersOf(situation, step).length > 0 &&
  !openSteps(situation).some(
    ({ about, upAt }) => about === step.id && upAt !== undefined && upAt <= situation.now,
  );

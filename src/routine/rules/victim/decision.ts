import type { Incident } from '../../model/incident';
import type { Situation } from '../../model/situation';
import { isVictimAsked } from '../../plan/traits';

type Decision = NonNullable<Incident['decision']>;

/** Whether somebody else wrote the answer on the police report down for the victim. */
export const isRecorded = ({ by, how }: Pick<Decision, 'by' | 'how'>): boolean =>
  by !== undefined || how !== undefined;

/** Whether the victim has said for themselves whether it is reported: then nobody writes another answer over it. */
export const isDecidedByVictim = ({ decision }: Pick<Incident, 'decision'>): boolean =>
  decision?.answer !== undefined &&
  // Put off: whoever leads asks again, and writes down what they hear.
  decision.answer !== 'notNow' &&
  decision.answer !== 'cannotAnswer' &&
  !isRecorded(decision);

/** Whether another may write the victim's answer down: the plan leaves it to the victim, who has not said it here. */
export const mayBeRecorded = ({ incident, routine }: Pick<Situation, 'incident' | 'routine'>): boolean =>
  isVictimAsked(routine) && !isDecidedByVictim(incident);

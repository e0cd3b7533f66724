import type { Incident } from '../../model/incident';

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

import type { Routine } from '../model/routine';
import type { Effect, Opening, StepSpec } from '../model/step';

/*
 * What the engine asks a plan: never for an id, always for what a step is. Undefined where a plan has no such step.
 */

type Steps = Pick<Routine, 'steps'>;

/** The step that is the police report. */
export const reportStep = ({ steps }: Steps): StepSpec | undefined =>
  steps.find((step) => step.report !== undefined);

/** The steps that are worked on the card of another. */
export const partsOf = ({ steps }: Steps, of: StepSpec | undefined): StepSpec[] =>
  steps.filter((step) => of !== undefined && step.partOf === of.id);

/** The police report and what belongs to it, in the plan's order. */
export function filedSteps(routine: Steps): StepSpec[] {
  const report = reportStep(routine);
  return routine.steps.filter((step) => report && (step === report || step.partOf === report.id));
}

/** Whether the victim decides on the police report; else it is always made, or never a step. */
export const isVictimAsked = (routine: Steps): boolean => reportStep(routine)?.report === 'asVictimSays';

/** The follow-up talk. */
export const talkStep = ({ steps }: Steps): StepSpec | undefined => steps.find((step) => step.isTalk);

/** The first assessment. */
export const assessmentStep = ({ steps }: Steps): StepSpec | undefined =>
  steps.find((step) => step.isAssessment);

/** The step that one person proposes and another confirms. */
export const twoPersonsStep = ({ steps }: Steps): StepSpec | undefined =>
  steps.find((step) => step.owner === 'twoPersons');

/** The step whose proposal the victim reads first. */
export const readFirstStep = ({ steps }: Steps): StepSpec | undefined =>
  steps.find((step) => step.readFirst !== undefined);

/** The step that is done once somebody is said to be with the victim. */
export const companyStep = ({ steps }: Steps): StepSpec | undefined =>
  steps.find((step) => step.endedBy === 'company');

/** The step that is done once the strategist has the incident. */
export const strategistStep = ({ steps }: Steps): StepSpec | undefined =>
  steps.find((step) => step.endedBy === 'strategist');

/** The step that is done once somebody has taken it in. */
export const informingStep = ({ steps }: Steps): StepSpec | undefined =>
  steps.find((step) => step.endedBy === 'acknowledgement');

/** The step after which one opens; undefined where it opens otherwise. */
export const opensAfter = <Ref extends string>({
  opens,
}: {
  readonly opens: Opening<Ref>;
}): Ref | undefined => (typeof opens === 'object' && 'after' in opens ? opens.after : undefined);

/** Whether somebody works on it: what an acknowledgement ends is nobody's duty. */
export const isWorkedOn = (step: StepSpec): boolean => step.endedBy !== 'acknowledgement';

/** Whether there is something to fill in; else a press ends it. */
export const hasForm = (step: StepSpec): boolean =>
  step.fields.length > 0 || step.owner === 'twoPersons' || step.report !== undefined;

/** Effects of one kind that follow from a step. */
export const effectsOf = <D extends Effect['does']>(
  step: StepSpec,
  does: D,
): Extract<Effect, { does: D }>[] =>
  (step.effects ?? []).filter((effect): effect is Extract<Effect, { does: D }> => effect.does === does);

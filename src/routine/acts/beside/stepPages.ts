import { type StepSpec, stepOf } from '../../model/routine';
import type { Situation } from '../../model/situation';
import type { Viewer } from '../../rules/access';
import { movableFor } from '../../rules/pendingTasks';
import { isWithItsOwner, ownersOf, stored } from '../../rules/progress';
import { maySkip } from '../../rules/steps/skipping';
import { mayOpenAgain, mayWork } from '../../rules/steps/working';
import { waitKey } from '../../rules/tasks/ownDay';

type Rule = (situation: Situation, step: StepSpec, viewer: Viewer) => boolean;

/** Whether there is such a page of a step of the routine. */
const ofStep =
  (rule: Rule) =>
  (situation: Situation, viewer: Viewer, about: string): boolean => {
    const step = stepOf(situation.routine, about);
    return step !== undefined && rule(situation, step, viewer);
  };

/** For whoever sees all steps, and for its owners. */
const isSeen: Rule = (situation, step, { person, roles }) =>
  roles.has('lead') ||
  roles.has('strategist') ||
  (ownersOf(situation, step).includes(person) && isWithItsOwner(situation.incident, step));

/** A step that is done, with something that comes to be known afterwards. */
const isLater: Rule = (situation, step, viewer) =>
  step.later !== undefined &&
  stored(situation.incident, step.id).state === 'done' &&
  mayWork(situation, step, viewer);

/** Who may open each page of a step, and whether it is there: rows of `PAGE_RULES` (pages.ts). */
export const STEP_PAGE_RULES = {
  step: { may: 'endStep', shows: true, isThere: ofStep(isSeen) },
  skip: { may: 'skipStep', isThere: ofStep(maySkip) },
  reopenStep: { may: 'reopenStep', isThere: ofStep(mayOpenAgain) },
  later: { may: 'addRecord', shows: true, isThere: ofStep(isLater) },
  moveDay: {
    may: 'moveDay',
    shows: true,
    isThere: (situation: Situation, { person }: Viewer, about: string) =>
      movableFor(situation, person).some((one) => waitKey(one) === about),
  },
} as const;

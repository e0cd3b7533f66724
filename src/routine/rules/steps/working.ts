import type { StepSpec } from '../../model/routine';
import { oncePerSituation, type Situation } from '../../model/situation';
import { isWorkedOn, opensAfter, talkStep } from '../../plan/traits';
import type { Viewer } from '../access';
import { filerOf } from '../filing';
import { isWithItsOwner, ownersOf } from '../progress';
import { openSteps } from '../tasks/openSteps';

/*
 * Who may work on a step: end it, put it aside, or write down what comes to be known of it later. It is its owner's. The one
 * who leads opens steps for their owners and does not do them in their place, nor does a strategist the lead's.
 */

/** Ids of the open steps that have waited so long that they have gone up. */
const goneUp = oncePerSituation(
  (situation): ReadonlySet<string> =>
    new Set(
      openSteps(situation)
        .filter(({ upAt }) => upAt !== undefined && upAt <= situation.now)
        .map(({ about }) => about),
    ),
);

/** Whether nobody is there to do it: its owner has no account, or has been silent for so long that it has gone up. */
const isLeftAlone = (situation: Situation, step: StepSpec): boolean =>
  ownersOf(situation, step).length === 0 || goneUp(situation).has(step.id);

/** The follow-up talk, and what is written down after it: the strategist holds talks too. */
const isOfTalk = ({ routine }: Situation, step: StepSpec): boolean => {
  const talk = talkStep(routine);
  return talk !== undefined && (step === talk || opensAfter(step) === talk.id);
};

/** Whether a step is also theirs who lead, or who have the whole incident as its strategist, beside its owner. */
function isShared(situation: Situation, step: StepSpec, { roles }: Viewer): boolean {
  const isLead = roles.has('lead');
  const isEither = isLead || roles.has('strategist');
  switch (step.owner) {
    case 'lead':
      // Handed to a deputy it is still the lead's.
      return isLead || (isEither && isOfTalk(situation, step));
    // Either of them proposes, and either assesses with the victim.
    case 'twoPersons':
    case 'victim':
      return isEither;
    case 'filer':
      // The victim reports, or somebody whom the bot does not know: the lead asks how it went.
      return isLead && filerOf(situation.incident) !== 'municipality';
    case 'strategist':
      return roles.has('strategist');
  }
}

/** Whether somebody may end a step, or write down what comes to be known of it later. */
export function mayWork(situation: Situation, step: StepSpec, viewer: Viewer): boolean {
  const { person, roles } = viewer;
  if (!isWorkedOn(step)) return false;
  if (step.victimMay && roles.has('victim')) return true;
  if (isWithItsOwner(situation.incident, step) && ownersOf(situation, step).includes(person)) return true;
  if (isShared(situation, step, viewer)) return true;
  return (roles.has('lead') || roles.has('strategist')) && isLeftAlone(situation, step);
}

/** Whether somebody may open an ended step again: the lead opens steps for their owners; a strategist, their own. */
export const mayOpenAgain = (situation: Situation, step: StepSpec, viewer: Viewer): boolean =>
  isWorkedOn(step) &&
  situation.incident.state === 'open' &&
  (viewer.roles.has('lead') || (viewer.roles.has('strategist') && mayWork(situation, step, viewer)));

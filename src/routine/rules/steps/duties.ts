import { inHours } from '../../calendar/workingTime';
import type { PersonId } from '../../model/contact';
import type { StepSpec } from '../../model/routine';
import { oncePerSituation, type Situation } from '../../model/situation';
import { filedSteps, isVictimAsked, isWorkedOn } from '../../plan/traits';
import { filing } from '../filing';
import { hoursOf } from '../ladders/spoken';
import { ownersOf } from '../progress';
import { isWithItsOwner, later, openedSince, stateOf, stored } from './stepState';

/** A step that is open: whose it is, and since when. */
export interface Duty {
  step: StepSpec;
  /** Empty: nobody with an account. */
  owners: readonly PersonId[];
  since: Date;
}

/** Since when a step is open; what the municipality files, since whoever files was to hear of it. */
export function openSince(situation: Situation, step: StepSpec): Date {
  const { incident, routine } = situation;
  const isFiled =
    step.opens === 'decision' || (filedSteps(routine).includes(step) && !isVictimAsked(routine));
  const at = isFiled && !stored(incident, step.id).openedAt ? filing(situation)?.levels[0]?.at : undefined;
  if (at) return later(at.toISOString(), incident.reopenedAt);
  const since = openedSince(situation, step);
  // Counted from the strategist's card: what is not acute, or talked over, comes to them in daytime.
  return step.owner === 'strategist' ? inHours(since, hoursOf(incident, routine.times)) : since;
}

/** Every open step that somebody works on, in the routine's order: rounds, notices and cards are made of it. */
export const duties = oncePerSituation((situation): readonly Duty[] => {
  const { incident, routine, now } = situation;
  return routine.steps
    .filter((step) => isWorkedOn(step) && isWithItsOwner(incident, step))
    .filter((step) => stateOf(incident, step, routine, now) === 'open')
    .map((step) => ({ step, owners: ownersOf(situation, step), since: openSince(situation, step) }));
});

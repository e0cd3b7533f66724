import type { Condition } from '../../model/condition';
import type { StepSpec } from '../../model/step';
import { effectsOf, isVictimAsked, opensAfter } from '../traits';
import { ofStep, type Plan } from './refer';

/*
 * Steps that can never open: found by opening all that can be, until nothing more is added.
 */

type Open = ReadonlySet<string>;

/** Whether a condition can ever be answered with yes, when these steps can be worked on. */
function mayBeMet(plan: Plan, open: Open, condition: Condition): boolean {
  switch (condition.is) {
    case 'done':
    case 'recorded':
      return open.has(condition.step);
    case 'once':
      return open.has(condition.step) && mayBeMet(plan, open, condition.of);
    case 'victimSays':
      return isVictimAsked(plan);
    case 'anyOf':
      return condition.of.some((one) => mayBeMet(plan, open, one));
    case 'allOf':
      return condition.of.every((one) => mayBeMet(plan, open, one));
    default:
      return true;
  }
}

function mayOpen(plan: Plan, open: Open, step: StepSpec): boolean {
  const isOpened = plan.steps.some(
    (one) => open.has(one.id) && effectsOf(one, 'opens').some((effect) => effect.step === step.id),
  );
  if (isOpened) return true;
  const isNeeded = !step.need || mayBeMet(plan, open, step.need);
  const before = opensAfter(step);
  if (before !== undefined) return open.has(before) && isNeeded;
  return step.opens === 'decision' ? isVictimAsked(plan) && isNeeded : true;
}

/** The steps that can open. */
export function openable(plan: Plan): Open {
  const open = new Set<string>();
  for (let before = -1; before !== open.size; ) {
    before = open.size;
    for (const step of plan.steps) if (mayOpen(plan, open, step)) open.add(step.id);
  }
  return open;
}

const howToOpen = (plan: Plan, step: StepSpec): string =>
  step.opens === 'decision' && !isVictimAsked(plan)
    ? 'no step is a police report that is made as the victim says: open it in another way, or declare one'
    : 'what it waits for waits for it, or never ends: give one of them another opening or need';

/** Steps that wait for ever, each with how to mend it. */
export const openingFaults = (plan: Plan): string[] => {
  const open = openable(plan);
  return plan.steps
    .filter((step) => !open.has(step.id))
    .map((step) => `${ofStep(step)} can never open: ${howToOpen(plan, step)}.`);
};

import { PLAN } from '../../content/texts/printed/plan';
import type { Routine } from '../../routine/model/routine';
import { OWNERS, type StepSpec } from '../../routine/model/step';
import { openable } from '../../routine/plan/faults/openings';
import { wordFaults } from '../../routine/plan/faults/words';
import { isWorkedOn } from '../../routine/plan/traits';
import { hasOwnDue, stepNameOf } from './sentences';

/** Points that a reader of the plan should look at, a sentence each. */
export function findingsOf(routine: Routine): string[] {
  const { steps, checks, times } = routine;
  const say = PLAN.findings;
  const open = openable(routine);
  const names = (found: readonly StepSpec[]) => found.map(({ id }) => stepNameOf(routine, id)).join(', ');
  const some = (found: readonly StepSpec[], words: (steps: string) => string): string[] =>
    found.length > 0 ? [words(names(found))] : [];
  const untold = wordFaults(routine).length;
  const asked = new Set(checks.flatMap((check) => check.after));
  const unasked = [...new Set(steps.map((step) => step.section))].filter((section) => !asked.has(section));
  const isTimed = (step: StepSpec) => hasOwnDue(step) || step.owner === 'victim' || !isWorkedOn(step);
  const found = [
    ...some(
      steps.filter((step) => !open.has(step.id)),
      say.neverOpens,
    ),
    ...some(
      steps.filter((step) => !OWNERS.includes(step.owner)),
      say.noOwner,
    ),
    ...(untold > 0 ? [say.noWords(untold)] : []),
  ];
  return [
    ...(found.length > 0 ? found : [say.none]),
    ...some(
      steps.filter((step) => !isTimed(step)),
      (all) => say.noDue(all, times.upOnWorkingDay),
    ),
    ...(unasked.length > 0 ? [say.noCheck(unasked.join(', '))] : []),
  ];
}

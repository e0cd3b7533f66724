import type { Times } from '../calendar/timeLimits';
import type { CheckSectionSpec, ReportPage, RoutineVersion, StatusRow } from '../model/routine';
import type { StepSpec } from '../model/step';
import type { PlanWords, StepWords } from '../model/words';
import { openingFaults } from './faults/openings';
import type { Plan } from './faults/refer';
import { referenceFaults } from './faults/references';
import { shapeFaults } from './faults/shape';
import { wordFaults } from './faults/words';
import { hashOf } from './version';

/** A routine as it is declared; `Id`: the ids of its steps, which everything that names a step must be one of. */
export interface Declared<Id extends string> {
  readonly version: number;
  readonly replaces?: RoutineVersion['replaces'];
  readonly steps: readonly StepSpec<Id, NoInfer<Id>>[];
  readonly checks: readonly CheckSectionSpec<NoInfer<Id>>[];
  readonly pages: readonly ReportPage[];
  readonly status: readonly StatusRow<NoInfer<Id>>[];
  readonly pressing?: RoutineVersion['pressing'];
  readonly bringsInFor?: RoutineVersion['bringsInFor'];
  readonly parties: readonly string[];
  readonly followUp: RoutineVersion['followUp'];
  readonly times: Times;
  readonly words: Omit<PlanWords, 'steps'> & { readonly steps: Readonly<Record<NoInfer<Id>, StepWords>> };
}

/** All that is wrong with a routine, each fault with how to mend it. */
export const routineFaults = (plan: Plan): string[] =>
  [shapeFaults, referenceFaults, openingFaults, wordFaults].flatMap((find) => find(plan));

/**
 * A routine, checked once at the start: a fault in a municipality's folder is found there, not in an incident. Throws
 * with every fault and how to mend it.
 */
export function defineRoutine<const Id extends string>(declared: Declared<Id>): RoutineVersion {
  const faults = routineFaults(declared);
  if (faults.length > 0) throw new Error(`The routine cannot be used:\n  ${faults.join('\n  ')}`);
  return { ...declared, hash: hashOf(declared) };
}

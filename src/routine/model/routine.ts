import type { Times } from '../calendar/timeLimits';
import type { FieldSpec } from './fields';
import type { Incident } from './incident';
import type { Declared } from './posts';

/**
 * Who answers for a step (Bilaga 3, column "Ansvar"). `lead` is whoever leads; `strategist` and `filer` are whoever holds
 * a post of that position, or, for the police report, whoever the victim said; `twoPersons` is lead and strategist together.
 */
export type Owner = 'lead' | 'strategist' | 'filer' | 'victim' | 'twoPersons';

/**
 * When a step opens. `atOnce`: from the alarm or report on. `inOrder`: when the lead approves it. `decision`: by the
 * victim's yes to a police report. `followUp`: on day 7. `afterTalk`, `ifAsked`: by an earlier step's answer.
 */
export type Opening = 'atOnce' | 'inOrder' | 'decision' | 'followUp' | 'afterTalk' | 'ifAsked';

/** `unknown`: what decides it has not been assessed yet. */
export type Need = 'yes' | 'no' | 'unknown';

export interface StepSpec<Id extends string = string> {
  readonly id: Id;
  /** The plan's section, such as `3.1.1`. */
  readonly section: string;
  readonly owner: Owner;
  readonly opens: Opening;
  /** What is written down when it ends (Bilaga 5). */
  readonly fields: readonly FieldSpec[];
  /** Absent: always needed. */
  readonly need?: (incident: Incident) => Need;
}

/** A control question of Bilaga 5 part 2; asked when the steps of `after` are ended. */
export interface CheckSpec {
  readonly id: string;
  /** Answered Ja / Nej / Inte aktuellt; the rest of the section's lines are comments. */
  readonly prefill: (incident: Incident) => 'yes' | 'no' | 'notApplicable' | '';
}
export interface CheckSectionSpec {
  readonly id: string;
  /** Asked when all steps of these sections are ended. */
  readonly after: readonly string[];
  readonly checks: readonly CheckSpec[];
  readonly comments: readonly { readonly id: string; readonly prefill: (incident: Incident) => string }[];
}

export interface Routine extends Declared {
  readonly steps: readonly StepSpec[];
  readonly checks: readonly CheckSectionSpec[];
  /** Codes of the parties that have an officer in the plan. */
  readonly parties: readonly string[];
  /** Days from the event until the follow-up talk is booked, and its last day (plan 3.2.4). */
  readonly followUp: { readonly from: number; readonly last: number };
  readonly times: Times;
}

/** Checks the routine as data, once at start: a fault in a municipality's file is found there, not in an incident. */
export function defineRoutine(routine: Routine): Routine {
  const ids = routine.steps.map((step) => step.id);
  const sections = new Set(routine.steps.map((step) => step.section));
  if (new Set(ids).size !== ids.length)
    throw new Error('The routine names a step twice: give each step its own id.');
  for (const check of routine.checks) {
    const missing = check.after.find((section) => !sections.has(section));
    if (missing) throw new Error(`Checks ${check.id} wait for section ${missing}, which has no step.`);
  }
  return routine;
}

export const stepOf = (routine: Routine, id: string): StepSpec | undefined =>
  routine.steps.find((step) => step.id === id);

/** What the municipality has decided: how long a closed incident is kept, and where the decision stands. */
export interface Retention {
  days: number;
  decision: string;
}

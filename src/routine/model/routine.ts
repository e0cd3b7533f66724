import type { Times } from '../calendar/timeLimits';
import type { Condition, Source } from './condition';
import type { FieldSpec } from './fields';
import type { Organisation } from './posts';
import type { ReportField } from './report';
import type { StepSpec } from './step';
import type { PlanWords } from './words';

export type { StepSpec } from './step';

/** A control question of Bilaga 5 part 2, answered Ja / Nej / Inte aktuellt; or a comment in words. */
export interface CheckSpec<Ref extends string = string> {
  readonly id: string;
  readonly from: Source<Ref>;
}
export interface CheckSectionSpec<Ref extends string = string> {
  readonly id: string;
  /** Asked when all steps of these sections are ended. */
  readonly after: readonly string[];
  readonly checks: readonly CheckSpec<Ref>[];
  readonly comments: readonly CheckSpec<Ref>[];
}

/** The pages of the report (Bilaga 5 part 1), a form each: at most five inputs. `review` is the last one before sending. */
export const REPORT_PAGE_IDS = [
  'you',
  'what',
  'when',
  'offender',
  'motive',
  'around',
  'impact',
  'review',
] as const;
export type ReportPageId = (typeof REPORT_PAGE_IDS)[number];
export interface ReportPage {
  readonly id: ReportPageId;
  readonly fields: readonly FieldSpec<ReportField>[];
}

/** A row of the victim's card: what has been done, and what is next. */
export type StatusRow<Ref extends string = string> =
  | 'sent'
  | 'taken'
  | 'decision'
  | 'reported'
  | { readonly step: Ref };

/** The days of the follow-up talk (plan 3.2.4), counted from the event. */
export interface FollowUp {
  /** It is booked on this day, and held from the second on. A talk before that is the first talk, unless said otherwise. */
  readonly book: number;
  readonly from: number;
  readonly last: number;
  /** Reported after this day: its last day is so many working days after the report instead. */
  readonly inTimeUntil: number;
  readonly lateWorkingDays: number;
}

/** A routine as a municipality declares it: one version. */
export interface RoutineVersion {
  /** Counted up with each change of what is declared here; open incidents keep theirs. */
  readonly version: number;
  /** Lower versions whose incidents go on by this one: nobody has worked by them, so there is nothing to keep. */
  readonly replaces?: readonly number[];
  /** SHA-256 of what decides how an incident goes, as canonical JSON: not of words and time limits. */
  readonly hash: string;
  readonly steps: readonly StepSpec[];
  readonly checks: readonly CheckSectionSpec[];
  readonly pages: readonly ReportPage[];
  readonly status: readonly StatusRow[];
  /** A report that is not acute, and of which this holds, is to be answered sooner. Absent: none. */
  readonly pressing?: Condition | undefined;
  /**
   * The victims in whose incidents the strategist is brought in whatever the steps say: politicians on full time (KL 4 kap.
   * 18 a §). Absent: none.
   */
  readonly bringsInFor?: 'fullTime' | undefined;
  /** Codes of the parties that have an officer in the plan. */
  readonly parties: readonly string[];
  readonly followUp: FollowUp;
  readonly times: Times;
  readonly words: PlanWords;
}

/**
 * A task by the way that a threat came (Bilaga 2): offered to whoever leads, outside the plan's steps, and no step waits for it.
 * A field with the id of one of the report's begins with what that says.
 */
export interface TaskSpec {
  readonly id: string;
  /** The incidents that it is offered in. */
  readonly when: Condition;
  readonly fields: readonly FieldSpec[];
  /** Reasons for which it is not needed, a press each; more may be said in words. */
  readonly reasons: readonly string[];
  /**
   * Its kind, where it is more than a note. `reply`: whether the sender gets an answer, in four voices; `send`: that answer, once it is
   * decided; `trace`: a request to trace the sender; `assessment`: the threat assessment, a record of its own.
   */
  readonly as?: 'reply' | 'send' | 'trace' | 'assessment' | undefined;
}

/** A thing that must not be done, said at once to whoever reports; the most dangerous first. */
export interface WarningSpec {
  readonly id: string;
  readonly when: Condition;
}

/** The tasks and warnings by the way that a threat came, as the municipality declares them. */
export interface ByChannel {
  readonly tasks: readonly TaskSpec[];
  readonly warnings: readonly WarningSpec[];
}

/** A version with the posts, boards and tasks as they are now: all that decides how an incident goes. */
export interface Routine extends RoutineVersion, Organisation, ByChannel {
  /** The threat assessments of the municipality itself are not the victim's to read: its decision. Absent: they are. */
  readonly keepsAssessments?: true | undefined;
}

export const stepOf = (routine: Pick<Routine, 'steps'>, id: string): StepSpec | undefined =>
  routine.steps.find((step) => step.id === id);

/**
 * The classes of data of a closed incident that are erased each at its own time. `talks`: of talks, care and health. `log`: who did
 * and looked at what, with all that is left of the incident by then.
 */
export const DATA_CLASSES = ['report', 'records', 'talks', 'log'] as const;
export type DataClass = (typeof DATA_CLASSES)[number];

/** The municipality's decision on one class: days after the closing, and where the decision stands. */
export interface KeptFor {
  days: number;
  decision: string;
}

/** The municipality's decisions; a class without one is kept. */
export type Retention = Readonly<Partial<Record<DataClass, KeptFor>>>;

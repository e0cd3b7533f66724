import type { Times } from '../calendar/timeLimits';
import type { DecisionAnswer } from './codes';
import type { ReportField } from './report';

/*
 * Conditions, sources and limits as values: a municipality declares them, `routine/plan` reads them. They are plain data,
 * so that a plan can be printed, checked at the start, and pinned to an incident by its hash. `Ref` is the id of a step.
 */

/** The answer to a condition; `unknown`: what decides it has not been assessed yet. */
export type Need = 'yes' | 'no' | 'unknown';

/** A condition on an incident. */
export type Condition<Ref extends string = string> =
  /** The report ticks one of these. */
  | { readonly is: 'reported'; readonly field: ReportField; readonly oneOf: readonly string[] }
  /** A step wrote down one of these. */
  | {
      readonly is: 'recorded';
      readonly step: Ref;
      readonly field: string;
      readonly oneOf: readonly string[];
    }
  /** A step is done: `no` when it was put aside, `unknown` before either. */
  | { readonly is: 'done'; readonly step: Ref }
  /** Unknown until a step is done (or ended in any way), then what the inner condition says. */
  | {
      readonly is: 'once';
      readonly step: Ref;
      readonly state: 'done' | 'ended';
      readonly of: Condition<Ref>;
    }
  /** The victim has answered so on the police report; `unknown` as long as they wait with it. */
  | { readonly is: 'victimSays'; readonly oneOf: readonly DecisionAnswer[] }
  /** The strategist has the incident. */
  | { readonly is: 'broughtIn' }
  /** The party is asked to lead, and not the municipality only. */
  | { readonly is: 'partyAsked' }
  | { readonly is: 'acute' }
  | { readonly is: 'not'; readonly of: Condition<Ref> }
  | { readonly is: 'anyOf' | 'allOf'; readonly of: readonly Condition<Ref>[] };

/** The source of a control question or a field. `nothing`: no record says it, a person answers. */
export type Source<Ref extends string = string> =
  /** Yes, no, or not applicable: where the step was put aside, or wrote down that it did not apply (`unless`). */
  | { readonly from: 'ended'; readonly step: Ref; readonly unless?: Condition<Ref> }
  /** Yes or no. */
  | { readonly from: 'done'; readonly step: Ref }
  | { readonly from: 'record'; readonly step: Ref; readonly field: string }
  /** The words of what a step chose in a field, with what another of its fields adds. */
  | { readonly from: 'chosen'; readonly step: Ref; readonly field: string; readonly also?: string }
  /** One answer for several questions: no where one is no, else only where they all have the same. */
  | { readonly from: 'all'; readonly of: readonly Source<Ref>[] }
  /** All that several records say, each once. */
  | { readonly from: 'joined'; readonly of: readonly Source<Ref>[] }
  | { readonly from: 'broughtIn' }
  | { readonly from: 'report'; readonly field: ReportField }
  /** Who is with the victim now. */
  | { readonly from: 'company' }
  | { readonly from: 'nothing' };

/** The beginning of a field of a step; it may also be a name that only the one who fills it in has. */
export type Prefill<Ref extends string = string> =
  | Source<Ref>
  /** The name of whoever fills it in. */
  | { readonly from: 'you' }
  /** The victim's name and that one. */
  | { readonly from: 'bothOfYou' };

/** A number, or one of the municipality's time limits by its name: those may be changed by a setting. */
export type Amount = number | keyof Times;

/** A length of time, counted from when a step opened. */
export type Limit =
  /** Until the evening of the first day on which it was daytime; what opened late on it, until the next day. */
  | { readonly within: 'sameDay' }
  /** Minutes at any hour when it is acute, else daytime minutes. */
  | { readonly within: 'byHaste'; readonly acute: Amount; readonly calm: Amount }
  | { readonly within: 'minutes' | 'daytime' | 'days' | 'workingDays'; readonly count: Amount };

import type { DecisionAnswer } from '../model/codes';
import type { Amount, Condition, Limit, Prefill, Source } from '../model/condition';
import type { FieldSpec } from '../model/fields';
import type { ReportField } from '../model/report';
import type { CheckSectionSpec, ReportPage, ReportPageId } from '../model/routine';
import type {
  BringsIn,
  Effect,
  OneTap,
  ReadFirst,
  Reason,
  Reminder,
  StepPart,
  StepSpec,
} from '../model/step';

/*
 * The building blocks by which a municipality declares its plan. Each returns a plain value; none holds a function.
 */

type No = never;

/** The report ticks one of these. */
export const reported = (field: ReportField, ...oneOf: string[]): Condition<No> => ({
  is: 'reported',
  field,
  oneOf,
});
/** A step wrote down one of these in a field. */
export const recorded = <const Ref extends string>(
  step: Ref,
  field: string,
  ...oneOf: string[]
): Condition<Ref> => ({ is: 'recorded', step, field, oneOf });
/** A step is done. */
export const done = <const Ref extends string>(step: Ref): Condition<Ref> => ({ is: 'done', step });
/** Not known before a step is done. */
export const onceDone = <const Ref extends string>(step: Ref, of: Condition<Ref>): Condition<Ref> => ({
  is: 'once',
  step,
  state: 'done',
  of,
});
/** Not known before a step is done or put aside. */
export const onceEnded = <const Ref extends string>(step: Ref, of: Condition<Ref>): Condition<Ref> => ({
  is: 'once',
  step,
  state: 'ended',
  of,
});
/** The victim's answer on the police report. */
export const victimSays = (...oneOf: DecisionAnswer[]): Condition<No> => ({ is: 'victimSays', oneOf });
/** The strategist has the incident. */
export const broughtIn: Condition<No> = { is: 'broughtIn' };
/** The party is asked to lead, and not the municipality only. */
export const partyAsked: Condition<No> = { is: 'partyAsked' };
export const acute: Condition<No> = { is: 'acute' };
export const not = <Ref extends string>(of: Condition<Ref>): Condition<Ref> => ({ is: 'not', of });
export const anyOf = <Ref extends string>(...of: Condition<Ref>[]): Condition<Ref> => ({ is: 'anyOf', of });
export const allOf = <Ref extends string>(...of: Condition<Ref>[]): Condition<Ref> => ({ is: 'allOf', of });

export const atOnce = 'atOnce';
/** When the lead approves it. */
export const inOrder = 'inOrder';
/** By the victim's yes to a police report. */
export const onDecision = 'decision';
/** When somebody says that it has arisen; else it is not needed, and ends with the incident. */
export const ifArises = 'ifArises';
/** On the day on which the follow-up talk is booked. */
export const onFollowUp = 'followUp';
/** So long after the incident began. */
export const from = (limit: Limit): { readonly from: Limit } => ({ from: limit });
/** When another step has ended, and it is needed. */
export const after = <const Ref extends string>(step: Ref): { readonly after: Ref } => ({ after: step });

/** The evening of its first day. */
export const sameDay: Limit = { within: 'sameDay' };
/** Minutes at any hour. */
export const minutes = (count: Amount): Limit => ({ within: 'minutes', count });
/** Minutes between the hours of daytime, every day. */
export const daytime = (count: Amount): Limit => ({ within: 'daytime', count });
/** Minutes at any hour when it is acute, else in daytime. */
export const byHaste = (acute: Amount, calm: Amount): Limit => ({ within: 'byHaste', acute, calm });
export const days = (count: Amount): Limit => ({ within: 'days', count });
export const workingDays = (count: Amount): Limit => ({ within: 'workingDays', count });
/** A reminder to the owners of a step, so long after it opened. */
export const reminder = (after: Limit, notice: Reminder['notice'] = 'dutyAgain'): Reminder => ({
  after,
  notice,
});

export const bringsIn = (why: Reason, ...when: BringsIn['when']): BringsIn => ({ why, when });
/** Once it is needed for certain: when somebody leads, or after so long; or when it is opened by someone. */
export const bringsInOnceLed = (why: Reason, untaken: Limit): BringsIn => ({
  why,
  when: ['opened', 'led'],
  untaken,
});
/** The strategist gets the incident for this step alone, and reads only what it shows above its form. */
export const onlyShown = (broughtIn: BringsIn): BringsIn => ({ ...broughtIn, reads: 'shown' });
/** The victim is asked about the police report. */
export const asksVictim: Effect<No> = { does: 'asksVictim' };
export const plansTalk = <Ref extends string>(on: string, when: Condition<Ref>): Effect<Ref> => ({
  does: 'plansTalk',
  on,
  when,
});
/** Another step opens. */
export const opens = <const Ref extends string>(step: Ref, when?: Condition<Ref>): Effect<Ref> =>
  when ? { does: 'opens', step, when } : { does: 'opens', step };
/** Other steps are not needed any more. */
export const ends = <const Ref extends string>(steps: readonly Ref[], when?: Condition<Ref>): Effect<Ref> =>
  when ? { does: 'ends', steps, when } : { does: 'ends', steps };

/** A step: who answers for it, when it opens, and what else it is. */
export const step = <const Id extends string, const Ref extends string = never>(
  id: Id,
  declared: Omit<StepSpec<Id, Ref>, 'id' | 'fields'> & { readonly fields?: readonly FieldSpec[] },
): StepSpec<Id, Ref> => ({ id, fields: [], ...declared });

/** A step that several plans have: each has it in a section of its own. */
export const part = <const Id extends string, const Ref extends string = never>(
  id: Id,
  declared: Omit<StepPart<Id, Ref>, 'id' | 'fields'> & { readonly fields?: readonly FieldSpec[] },
): StepPart<Id, Ref> => ({ id, fields: [], ...declared });

/** Yes or no as a step ended, or not applicable; so too where `unless` holds. */
export const ended = <const Ref extends string>(step: Ref, unless?: Condition<NoInfer<Ref>>): Source<Ref> =>
  unless ? { from: 'ended', step, unless } : { from: 'ended', step };
/** Yes where a step is done, else no. */
export const made = <const Ref extends string>(step: Ref): Source<Ref> => ({ from: 'done', step });
/** A record of a step. */
export const record = <const Ref extends string>(step: Ref, field: string): Source<Ref> => ({
  from: 'record',
  step,
  field,
});
/** The words of what a step chose in a field; `also`: a field in the owner's words that belongs to it. */
export const chosen = <const Ref extends string>(step: Ref, field: string, also?: string): Source<Ref> =>
  also === undefined ? { from: 'chosen', step, field } : { from: 'chosen', step, field, also };
/** One answer for several questions: no where one is no, empty where they differ otherwise. */
export const all = <const Ref extends string>(...of: Source<Ref>[]): Source<Ref> => ({ from: 'all', of });
/** All that several records say, each once. */
export const joined = <const Ref extends string>(...of: Source<Ref>[]): Source<Ref> => ({
  from: 'joined',
  of,
});
/** Yes once the strategist has the incident. */
export const strategistHasIt: Source<No> = { from: 'broughtIn' };
/** A field of the report. */
export const told = (field: ReportField): Source<No> => ({ from: 'report', field });
/** Who is with the victim now. */
export const company: Source<No> = { from: 'company' };
/** The name of whoever fills it in. */
export const you: Prefill<No> = { from: 'you' };
/** The victim's name and that one. */
export const bothOfYou: Prefill<No> = { from: 'bothOfYou' };
/** The victim reads the text and the groups before they are confirmed, unless nobody is told. */
export const readByVictim = (
  [text, groups, nobody]: readonly [text: string, groups: string, nobody: string],
  { remind, unanswered }: Pick<ReadFirst, 'remind' | 'unanswered'>,
): ReadFirst => ({ text, groups, nobody, remind, unanswered });
/** One press that chooses, and ends the step. */
export const chooses = (field: string, choice: string): OneTap => ({ does: 'chooses', field, choice });
/** One press that puts the step aside for one of its reasons. */
export const putsAside = (reason: string): OneTap => ({ does: 'putsAside', reason });
/** No record says it: a person answers. */
export const notRecorded: Source<No> = { from: 'nothing' };

type Sources<Ref extends string> = Readonly<Record<string, Source<Ref>>>;

/** Control questions after the steps of some sections, and comments beside them. */
export const checks = <const Ref extends string = never>(
  id: string,
  after: readonly string[],
  { ask = {}, note = {} }: { ask?: Sources<Ref>; note?: Sources<Ref> },
): CheckSectionSpec<Ref> => {
  const list = (sources: Sources<Ref>) => Object.entries(sources).map(([key, from]) => ({ id: key, from }));
  return { id, after, checks: list(ask), comments: list(note) };
};

/** A page of the report. */
export const page = (id: ReportPageId, fields: readonly FieldSpec<ReportField>[]): ReportPage => ({
  id,
  fields,
});

import type { Condition, Limit, Prefill } from './condition';
import type { FieldSpec } from './fields';
import type { ReportField } from './report';

/**
 * Who answers for a step (Bilaga 3, column "Ansvar"). `lead` is whoever leads; `strategist` and `filer` are whoever holds
 * a post of that position, or, for the police report, whoever the victim said; `twoPersons` is lead and strategist together.
 */
export const OWNERS = ['lead', 'strategist', 'filer', 'victim', 'twoPersons'] as const;
export type Owner = (typeof OWNERS)[number];

/**
 * When a step opens. `atOnce`: from the alarm or report on. `inOrder`: when the lead approves it. `decision`: by the
 * victim's yes to a police report. `followUp`: on the day on which the follow-up talk is booked. `after`: when another
 * step ends. `from`: so long after the incident began, once somebody leads.
 * `ifArises`: when somebody says that it has arisen; it waits for nobody before, and ends with the incident.
 */
export type Opening<Ref extends string = string> =
  | 'atOnce'
  | 'inOrder'
  | 'decision'
  | 'followUp'
  | 'ifArises'
  | { readonly after: Ref }
  | { readonly from: Limit };

/** Why the strategist got an incident: a step's own reason, or `step` for one that is the municipality's own. */
export type Reason = 'contacted' | 'police' | 'groups' | 'support' | 'step';

/**
 * The event that brings the strategist in: that a step was opened by someone, is needed for certain, is so and somebody
 * leads, or is done. `untaken`: nobody leads, and it has been needed for so long.
 */
export interface BringsIn {
  readonly why: Reason;
  readonly when: readonly ('opened' | 'needed' | 'led' | 'done')[];
  readonly untaken?: Limit;
  /** Only what the step shows above its form is read by the strategist then. Absent: the whole. */
  readonly reads?: 'shown';
}

/** A consequence of a step that is done. */
export type Effect<Ref extends string = string> =
  /** The victim is asked about the police report: also when the step was put aside. */
  | { readonly does: 'asksVictim' }
  /** The next talk is planned; `on`: the field with its day. */
  | { readonly does: 'plansTalk'; readonly on: string; readonly when: Condition<Ref> }
  | { readonly does: 'opens'; readonly step: Ref; readonly when?: Condition<Ref> }
  /** Steps end as not needed, and come back when the condition does not hold any more. */
  | { readonly does: 'ends'; readonly steps: readonly Ref[]; readonly when?: Condition<Ref> };

/** A reminder of an open step to its owners; `notice`: the name that deliveries have for it. */
export interface Reminder {
  readonly after: Limit;
  readonly notice: 'policeToday' | 'dutyAgain';
}

/** The event that ends a step beside its owner. `acknowledgement`: only that, nobody works on it. */
export type EndedBy = 'acknowledgement' | 'strategist' | 'company';

/** The part above the form of a step. `who`: whom it is about, how to reach them, party and board; or the name alone. */
export interface ShownAbove<Ref extends string = string> {
  readonly who?: true | 'name';
  /** Fields of the report; `police`: all that a police report needs. */
  readonly report?: 'police' | readonly ReportField[];
  /** Records of other steps: whoever owns this one may read it. */
  readonly records?: readonly { readonly step: Ref; readonly fields: readonly string[] }[];
}

/** A press that is the whole answer: a choice ends the step, or a reason puts it aside. */
export type OneTap =
  | { readonly does: 'chooses'; readonly field: string; readonly choice: string }
  | { readonly does: 'putsAside'; readonly reason: string };

/**
 * The victim reads what two persons are to tell before the second of them confirms it, and says what may stand in it (an
 * addition to the plan's 3.2.3). Without an answer nothing that points to them may be told.
 */
export interface ReadFirst {
  /** The field with the text, and the one with those who are told. */
  readonly text: string;
  readonly groups: string;
  /** The choice by which nobody is told: then there is nothing to read. */
  readonly nobody: string;
  /** The victim is reminded so long after the proposal, and the lead hears that no answer has come. */
  readonly remind: Limit;
  readonly unanswered: Limit;
}

/** A step of the plan: a row of Bilaga 3. */
export interface StepSpec<Id extends string = string, Ref extends string = string> {
  readonly id: Id;
  /** The plan's section, such as `3.1.1`. */
  readonly section: string;
  readonly owner: Owner;
  readonly opens: Opening<Ref>;
  /** A step that the lead approves opens by itself where this certainly holds. */
  readonly opensIf?: Condition<Ref>;
  /** The victim may do it too, as long as it is not done. */
  readonly victimMay?: true;
  /** Fields that come to be known after it is done: they may be written then. */
  readonly later?: readonly string[];
  /** The answer by which the owner wants to talk first: the lead is asked to ring, and the step stays open. */
  readonly talkFirst?: string;
  /** It was open at once and has not been done for so long: the strategist is told that something waits, and what kind. */
  readonly passOn?: Limit;
  /** The record of its end (Bilaga 5). */
  readonly fields: readonly FieldSpec[];
  /** Absent: always needed. */
  readonly need?: Condition<Ref>;
  /** Somebody may be alone as long as it is open: asked about early, cannot be put off. */
  readonly protects?: true;
  /** Cannot be put off in a morning round. */
  readonly isUrgent?: true;
  /** Absent: the plan's general days for an opened step. */
  readonly due?: Limit;
  readonly remind?: readonly Reminder[];
  readonly bringsIn?: BringsIn;
  readonly effects?: readonly Effect<Ref>[];
  readonly endedBy?: EndedBy;
  /** Worked on the card of another step, and waits for that one. */
  readonly partOf?: Ref;
  /** Whatever the party's lead is told of it in any case: a text, or that there is nothing to tell. */
  readonly tellsLead?: { readonly field: string; readonly nothing: string };
  /** It is the police report, made as the victim says, or always: then the victim is told and not asked. */
  readonly report?: 'asVictimSays' | 'always';
  /** It is the follow-up talk, with the days of the routine. */
  readonly isTalk?: true;
  /** It is the first assessment: once it is done, the lead and the victim have talked. */
  readonly isAssessment?: true;
  /** Fields that begin with what is known already: of several sources the first that says something. */
  readonly prefill?: Readonly<Record<string, readonly Prefill<Ref>[]>>;
  /** Read above its form, so that nobody has to look it up first. */
  readonly shows?: ShownAbove<Ref>;
  /** Codes of the reasons for which it is put aside with one press; their words are the municipality's. */
  readonly reasons?: readonly string[];
  /** Answers that end the whole form with one press. */
  readonly oneTap?: readonly OneTap[];
  /** Who is rung for it: those in the position `police` on the contact list, the police's own number. */
  readonly rings?: readonly ('police' | 'policeNumber')[];
  /** The choice that the owner answers with one press. */
  readonly answers?: string;
  /** Answered with no, it is asked once more when the follow-up talk is to be held. */
  readonly asksAgain?: true;
  readonly readFirst?: ReadFirst;
  /** The victim is told when it opens. */
  readonly informs?: 'victim';
  /** The victim is told once it is done, and reads what was written down. */
  readonly victimReads?: true;
}

/** A step apart from the section that a plan has it in. */
export type StepPart<Id extends string = string, Ref extends string = string> = Omit<
  StepSpec<Id, Ref>,
  'section'
>;

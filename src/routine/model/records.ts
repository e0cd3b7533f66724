import { z } from 'zod';
import { BECAUSE, BROUGHT_IN_BY, PARTY_ANSWERS, READ_ANSWERS, WORD_OF } from './codes';
import {
  code,
  count,
  flag,
  instant,
  oneOf,
  openDay,
  person,
  sealedCode,
  sealedName,
  sealedOneOf,
  sealedText,
} from './sensitivity';
import { movesSchema } from './wish/moves';

/*
 * What an incident writes down beside the report: how its steps stand, talks, calls, who is with the victim.
 */

/** How a step stands. */
export const stepStateSchema = z.object({
  state: sealedOneOf(['waiting', 'open', 'done', 'notApplicable']),
  /** Raised each time the step becomes due anew, so that its owner is told anew. */
  epoch: count(),
  openedAt: instant().optional(),
  endedAt: instant().optional(),
  endedBy: person().optional(),
  handedTo: person().optional(),
  /** Recorded by lead or strategist for the owner, who has no Teams or is silent. */
  isForOwner: flag().optional(),
  /** Ended by a rule (not needed by an earlier answer): comes back when that answer changes. */
  isAuto: flag().optional(),
  /** Why a rule ended it, where no person gave a reason. */
  because: sealedOneOf(BECAUSE).optional(),
  /** Why it is not applicable, or why it was reopened. */
  reason: sealedText().optional(),
  /** The record that Bilaga 5 wants: the values of the step's fields. */
  records: z.record(code(), sealedText()),
  /** The party's lead reads also what else only the municipality does. */
  isShared: flag().optional(),
  /** The day that whoever works on it has chosen, within its last one. */
  ...{ day: openDay().optional(), moves: movesSchema.optional() },
});
export type StepState = z.infer<typeof stepStateSchema>;

export const talkSchema = z.object({
  id: code(),
  kind: oneOf(['first', 'followUp']),
  heldOn: openDay().optional(),
  plannedFor: openDay().optional(),
  moves: movesSchema.optional(),
  /** When it was written down, or planned; and who gave a planned one its first day. */
  ...{ at: instant().optional(), plannedBy: person().optional() },
  attendees: sealedText(),
  notes: sealedText(),
  /** A planned talk that will not be held: why. */
  waived: sealedText().optional(),
  /** The notes are the municipality's alone. */
  onlyMunicipality: flag().optional(),
});
export type Talk = z.infer<typeof talkSchema>;

/** A card that was sent to somebody again. `to`: `victim`, `reporter`, or the id of a row of the contact list. */
export const resentSchema = z.object({ id: code(), to: code(), at: instant(), by: person() });

/** Someone was rung, since Teams could not reach them or they did not answer there. */
export const callSchema = z.object({
  id: code(),
  /** Whom: `victim`, or the id of a row of the contact list. */
  to: code(),
  answered: flag(),
  /** "Jag har ringt": it is done, and nothing is said of an answer. */
  rang: flag().optional(),
  ...{ at: instant(), by: person() },
});
export type Call = z.infer<typeof callSchema>;

/** Who is with the victim, until when, and who takes over then (plan 3.2.1, 3.2.2). */
export const companySchema = z.object({
  id: code(),
  who: sealedName(),
  /** Not given: until it is said that nobody is needed any more. */
  until: instant().optional(),
  next: sealedName(),
  ...{ at: instant(), by: person() },
});
export type Company = z.infer<typeof companySchema>;

/** A class of data that has been erased while the rest is kept; `noted`: a restored copy cannot bring it back any more. */
export const erasedSchema = z.object({
  what: oneOf(['report', 'records', 'talks']),
  at: instant(),
  decision: code(),
  noted: flag().optional(),
});
export type Erased = z.infer<typeof erasedSchema>;

/** Who sees to it that a measure is carried out. */
export const MEASURE_OWNERS = ['lead', 'strategist'] as const;
export type MeasureOwner = (typeof MEASURE_OWNERS)[number];

/** A measure that was decided to protect the victim (field 9). */
export const protectionSchema = z.object({
  id: code(),
  what: sealedText(),
  who: sealedText(),
  /** In words, on rows of earlier releases. */
  when: sealedText(),
  /** The day by which it is to be carried out, and who sees to that; absent on rows of earlier releases. */
  day: openDay().optional(),
  owner: oneOf(MEASURE_OWNERS).optional(),
  at: instant(),
  by: person(),
  /** Each day that it had before. */
  moves: movesSchema.optional(),
  /** The party's lead reads it too. */
  isShared: flag().optional(),
  /** Since when it is carried out, or not needed any more, and who said so. */
  doneAt: instant().optional(),
  doneBy: person().optional(),
  /** Why it is not needed any more. */
  waived: sealedText().optional(),
});
export type ProtectionMeasure = z.infer<typeof protectionSchema>;

/** A threat assessment (Bilaga 2.5): who took part, the source that was examined, and what they came to. */
export const threatSchema = z.object({
  ...{ id: code(), at: instant(), by: person() },
  who: sealedText(),
  source: sealedText(),
  outcome: sealedText(),
  /** The party's lead reads it too. */
  isShared: flag().optional(),
});

/** How a task by channel stands; one that is missing is open. */
export const taskSchema = z.object({
  state: oneOf(['open', 'done', 'notApplicable']),
  at: instant(),
  by: person(),
  /** Why it is not needed: one of its reasons, or in words. */
  why: sealedCode().optional(),
  reason: sealedText().optional(),
  records: z.record(code(), sealedText()),
});
export type TaskState = z.infer<typeof taskSchema>;

/** The strategist's part in the incident: since when, why, and how much. */
export const strategistSchema = z.object({
  since: instant(),
  why: oneOf(BROUGHT_IN_BY),
  epoch: count(),
  /** The steps for which they got it, as long as they read only what those show. Absent: the whole is theirs. */
  steps: z.array(code()).optional(),
  /** When the whole became theirs, of those who had it for some steps before. */
  wholeAt: instant().optional(),
});

/** The victim's answer on what others are to be told. */
const readWordSchema = z.object({
  answer: sealedOneOf(READ_ANSWERS),
  /** The groups that are not to be told, where some are: their codes with commas between. */
  not: sealedText().optional(),
  at: instant(),
  by: person(),
  /** Written down by the lead or the strategist: how the answer was given. */
  how: sealedText().optional(),
});
export type ReadWord = z.infer<typeof readWordSchema>;

/** One person's proposal of what is told to whom, until another person has confirmed it (plan 3.2.3). */
export const proposalSchema = z.object({
  by: person(),
  at: instant(),
  values: z.record(code(), sealedText()),
  epoch: count(),
  /** Why one person decides alone, where there is no second. */
  reason: sealedText().optional(),
  /** The victim's answer on this proposal, and their latest on one before it: that binds until they answer anew. */
  word: readWordSchema.optional(),
  earlier: readWordSchema.optional(),
});
export type Proposal = z.infer<typeof proposalSchema>;

/** "Är det okej att ditt parti får veta?": when it was asked, and the answer. */
export const partyQuestionSchema = z.object({
  askedAt: instant(),
  answer: sealedOneOf(PARTY_ANSWERS).optional(),
  at: instant().optional(),
  /** How often it was "Ring mig först". */
  ringMe: count().optional(),
  /** Written down by somebody of the municipality: how the answer was given. */
  how: sealedText().optional(),
});

/** How it went, in somebody's own words. */
export const reviewWordSchema = z.object({
  at: instant(),
  by: person(),
  as: sealedOneOf(WORD_OF),
  worked: sealedText(),
  better: sealedText(),
});

/** A dated note beside the plan's steps. `isShared`: the party's lead reads it too. */
const noted = () => ({ id: code(), at: instant(), by: person() });
export const noteSchema = z.object({ ...noted(), text: sealedText(), isShared: flag() });

export const IMPROVES = ['routine', 'plan'] as const;
/** Something that is to become better after a review, in words that name nobody. */
export const improvementSchema = z.object({
  ...{ ...noted(), what: sealedText(), improves: oneOf(IMPROVES) },
  ...{ owner: sealedName(), day: openDay(), doneAt: instant().optional(), doneBy: person().optional() },
});
export type Improvement = z.infer<typeof improvementSchema>;

/** The words that a masked copy is handed out without, a line each with why, until the report is erased. */
export const maskingSchema = z.object({ at: instant(), by: person(), lines: sealedText() });

/** "Ta bort mitt namn": kept until a decision on erasure, and shown to nobody until the person takes it back. */
export const hiddenSchema = z.object({
  at: instant(),
  person: person().optional(),
  ...{ name: sealedName().optional(), phone: sealedName().optional(), board: sealedName().optional() },
  /** The words that are hidden in free text, one or several a line; empty: somebody read it, and there was nothing to hide. */
  masked: z.object({ at: instant(), by: person(), words: sealedText() }).optional(),
});

/** A file that somebody gave as evidence. It is never changed; what it is was told by its bytes, not by its name. */
export const evidenceSchema = z.object({
  /** Also the blob's name. */
  id: code(),
  /** The name that its giver's client gave it, without what cannot be seen. */
  name: sealedText(),
  /** The kind of its content, a media type; '' where it is not known. */
  type: sealedCode(),
  bytes: count(),
  /** SHA-256 of the content, 64 hexadecimal digits. */
  sha256: sealedCode(),
  at: instant(),
  by: person(),
  as: sealedOneOf(['victim', 'reporter', 'lead', 'strategist']),
  /** When it was added to an incident that was there; absent: it came with the report. */
  addedAt: instant().optional(),
  /** The added event that it is of; absent: of what was reported first. */
  occurrence: code().optional(),
});
export type Evidence = z.infer<typeof evidenceSchema>;

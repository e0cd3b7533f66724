import { z } from 'zod';
import { CLOSE_REASONS, DECISION_ANSWERS } from './codes';
import {
  callSchema,
  companySchema,
  erasedSchema,
  evidenceSchema,
  hiddenSchema,
  improvementSchema,
  maskingSchema,
  noteSchema,
  partyQuestionSchema,
  proposalSchema,
  protectionSchema,
  resentSchema,
  reviewWordSchema,
  stepStateSchema,
  strategistSchema,
  talkSchema,
  taskSchema,
  threatSchema,
} from './records';
import { occurrenceSchema, reporterSchema, reportSchema, reportVersionSchema } from './report';
import {
  code,
  count,
  flag,
  instant,
  oneOf,
  person,
  sealedCode,
  sealedName,
  sealedOneOf,
  sealedText,
} from './sensitivity';
import { leftSchema } from './wish/left';
import { outlookSchema } from './wish/outlook';
import { reporterSeesSchema } from './wish/reporterSees';
import { WISHES } from './wish/wishes';

export type { Call, Company, Evidence, Improvement, StepState, Talk } from './records';
export type { Occurrence, Report, ReportField, ReportVersion } from './report';

/**
 * One victim's matter. A value: every rule is a pure function of it, the contact list and the time.
 * The marks say what storage seals.
 */
export const incidentSchema = z.object({
  v: count(),
  id: code(),
  /** `2026-7KQ4`: year and four random characters of Crockford base32. */
  reference: code(),
  practice: flag(),
  /** Of an exercise: those who agreed to it. Nobody else has a part in it. */
  players: z.array(person()).optional(),
  rev: count(),
  createdAt: instant(),
  /** The routine that it began with; absent on rows of release 0.1: version 1. */
  routine: z.object({ version: count(), hash: code() }).optional(),
  via: oneOf(['alarm', 'report']),
  state: oneOf(['open', 'closed']),
  closedAt: instant().optional(),
  closeReason: oneOf(CLOSE_REASONS).optional(),
  /** Who closed it; absent on rows of release 0.1, of whose end nobody was told. */
  closedBy: person().optional(),
  /** Raised when the incident is reopened. */
  epoch: count(),
  reopenReason: sealedText().optional(),
  reopenedAt: instant().optional(),
  acute: flag(),
  /** Since when it is acute; an alarm is from the start. */
  acuteAt: instant().optional(),
  acuteReason: sealedText().optional(),
  /** When the lead said, being asked, that it still is. */
  acuteKeptAt: instant().optional(),
  /** Who is asked to lead: the party's officers, or the municipality's strategist only. */
  route: oneOf(['party', 'municipality']),
  party: sealedName().optional(),
  /** The victim alarmed their party, and it was not known which one. */
  wantsParty: flag().optional(),
  /** When the victim named their party, after the alarm had gone to the municipality: it is asked beside that. */
  partyAt: instant().optional(),
  /** The board that it concerns, where the municipality routes by board. */
  board: sealedName().optional(),
  victim: z.object({
    person: person().optional(),
    name: sealedName().optional(),
    /** Bound by e-mail: `asked` sees nothing until the answer is yes. */
    bound: sealedOneOf(['self', 'none', 'asked', 'yes', 'no', 'struck']),
    askedAt: instant().optional(),
    epoch: count(),
    /** Who was asked "Gäller det dig?" and said no. */
    not: z.array(person()).optional(),
  }),
  ...{ hidden: hiddenSchema.optional(), masking: maskingSchema.optional() },
  ...{ notes: z.array(noteSchema).optional(), improvements: z.array(improvementSchema).optional() },
  outlook: outlookSchema.optional(),
  /** Strategists who follow it: it stands first in their list. It gives no access. */
  followers: z.array(z.object({ person: person(), at: instant() })).optional(),
  reporter: reporterSchema,
  reporterSees: reporterSeesSchema.optional(),
  /** To whom the victim agreed that the content goes, when, and how it was asked. An alarm asks nothing. */
  consent: z
    .object({
      at: instant(),
      to: oneOf(['party', 'municipality']),
      asked: oneOf(['alarm', 'report', 'proxy', 'card']),
    })
    .optional(),
  /** When the victim took back that the party may read, and how they said so; stays when it is over. */
  withdrawal: z.object({ at: instant(), how: sealedOneOf(['asked', 'contact', 'ownParty']) }).optional(),
  /** "Är det okej att ditt parti får veta?", asked of a victim whom another reported. */
  partyQuestion: partyQuestionSchema.optional(),
  lead: z
    .object({
      person: person(),
      since: instant(),
      why: oneOf(['acknowledged', 'handedOver', 'tookOver', 'standIn']),
      /** Who led before, when the place was taken. */
      from: person().optional(),
      /** Why it was taken by a stand-in. */
      reason: sealedText().optional(),
    })
    .optional(),
  /** Raised each time someone must be asked anew to lead; since when someone is, absent: since the incident began. */
  ...{ leadEpoch: count(), askedAt: instant().optional() },
  /** A lead whose post on the contact list ended, and whom the victim keeps all the same. */
  keptLead: person().optional(),
  /** Whom the victim or the lead asked for, and when; told before the list's own order. */
  ...{ wanted: z.array(person()), wantedAt: instant().optional() },
  /** Acknowledged, but another leads. `led`: they have led it themselves. */
  standby: z.array(z.object({ person: person(), at: instant(), led: flag().optional() })),
  /** Asked, and out: `cannot` keeps access to nothing but may come back, the others are excluded for good. */
  declined: z.array(leftSchema),
  /** When the strategist got the incident itself, and why. */
  strategist: strategistSchema.optional(),
  /** The report as the routine goes by it: the first author's words, field by field. */
  report: reportSchema.partial(),
  /** All that was ever written in it, oldest first; absent on rows of release 0.1. */
  versions: z.array(reportVersionSchema).optional(),
  reportedAt: instant().optional(),
  /** Events that were added to it, in the order in which they were told. */
  occurrences: z.array(occurrenceSchema).optional(),
  /** Files given as evidence, oldest first. */
  evidence: z.array(evidenceSchema).optional(),
  /** The key of each, by its id: 32 bytes as base64. For storage alone; no screen has it. */
  fileKeys: z.record(code(), sealedText()).optional(),
  /** The steps by id; one that is missing is waiting. */
  steps: z.record(code(), stepStateSchema),
  decision: z
    .object({
      askedAt: instant().optional(),
      answer: sealedOneOf(DECISION_ANSWERS).optional(),
      at: instant().optional(),
      /** Written down by officer or strategist: how the answer was given, and who wrote it. */
      how: sealedText().optional(),
      by: person().optional(),
      epoch: count(),
      /** When a yes to the municipality was taken back, which whoever was to file is told. Below: how often "Inte nu". */
      takenBackAt: instant().optional(),
      notNow: count().optional(),
    })
    .optional(),
  /** How many proposals of whom to tell there have been: no two have one number. */
  proposals: count().optional(),
  /** One person's proposal of what is told to whom, until another person has confirmed it. */
  groups: proposalSchema.optional(),
  checks: z.record(
    code(),
    z.object({ at: instant(), by: person(), answers: z.record(code(), sealedText()) }),
  ),
  talks: z.array(talkSchema),
  protection: z.array(protectionSchema),
  /** Of a threat by phone. */
  threats: z.array(threatSchema).optional(),
  /** Tasks by the way that it came, by id. */
  tasks: z.record(code(), taskSchema).optional(),
  review: z
    .object({
      at: instant(),
      by: person(),
      applied: oneOf(['yes', 'no']),
      routine: sealedText(),
      plan: sealedText(),
      worked: sealedText(),
    })
    .optional(),
  /** Words of the victim and the strategist on how it went, beside the lead's review: the newest of each. */
  reviewWords: z.array(reviewWordSchema).optional(),
  /** "Jag tryckte fel": a mark, never an end. */
  mistakeAt: instant().optional(),
  wantsCallAt: instant().optional(),
  /**
   * The victim asked to be rung at once, since when (not said where nobody leads yet: those who are asked have a clock of
   * their own), the latest press and how many there were. A press while a ladder runs moves no clock.
   */
  callNow: z.object({ since: instant().optional(), lastAt: instant(), presses: count() }).optional(),
  /** The latest talk with the victim, or that the police have taken over: no ladder that began before runs on. */
  spoken: z
    .object({
      at: instant(),
      /** The first since it became acute; absent on rows of earlier releases. */
      first: instant().optional(),
      by: person(),
      how: oneOf(['talked', 'police']),
    })
    .optional(),
  resent: z.array(resentSchema).optional(),
  calls: z.array(callSchema).optional(),
  kinLooks: z.array(z.object({ at: instant(), by: person() })).optional(),
  /** Newest last. An entry without anyone (`who` empty) says that nobody is needed any more. */
  company: z.array(companySchema).optional(),
  /** "Vänta": who was told of silence and will look again later. */
  waits: z.array(z.object({ person: person(), until: instant() })).optional(),
  /** The municipality's registry number (dnr): a document is registered when it is received. */
  registry: z.object({ number: sealedText(), at: instant(), by: person() }).optional(),
  /** Closed: handed over to the archive, or said not to be. */
  archive: z.object({ answer: oneOf(['archived', 'notToBe']), at: instant(), by: person() }).optional(),
  /** Closed, and kept whatever was decided on erasure. `epoch`: raised each time. */
  hold: z
    .object({
      at: instant(),
      by: person(),
      reason: sealedText(),
      epoch: count(),
      releasedAt: instant().optional(),
    })
    .optional(),
  /** The classes of its data that have been erased. */
  erased: z.array(erasedSchema).optional(),
  /** It is being erased, and nothing stops that any more: nobody has a part in it. */
  erasing: z.object({ since: instant(), decision: code() }).optional(),
  ...WISHES,
  /** Ids of presses that added something: each has one effect. */
  once: z.array(code()),
});
export type Incident = z.infer<typeof incidentSchema>;

/** A line of the incident's history: what changed, never the text. */
export const historySchema = z.object({
  at: instant(),
  by: person(),
  /** The verb, such as `endStep`. */
  act: sealedCode(),
  /** Its object, such as a step's id. */
  about: sealedCode(),
  /** The roles in which it was done. */
  as: sealedCode().optional(),
});
export type HistoryEntry = z.infer<typeof historySchema>;

import { z } from 'zod';
import { CLOSE_REASONS, DECISION_ANSWERS, PARTY_ANSWERS } from './codes';
import {
  code,
  count,
  day,
  flag,
  instant,
  name,
  oneOf,
  person,
  sealedCode,
  sealedDay,
  sealedOneOf,
  text,
} from './sensitivity';

/** How one of the 19 steps stands (Bilaga 3). */
export const stepStateSchema = z.object({
  state: sealedOneOf(['waiting', 'open', 'done', 'notApplicable']),
  /** Raised each time the step becomes due anew, so that its owner is told anew. */
  epoch: count(),
  openedAt: instant().optional(),
  endedAt: instant().optional(),
  endedBy: person().optional(),
  /** Recorded by lead or strategist for the owner, who has no Teams or is silent. */
  isForOwner: flag().optional(),
  /** Ended by a rule (not needed by an earlier answer): comes back when that answer changes. */
  isAuto: flag().optional(),
  /** Why it is not applicable, or why it was reopened. */
  reason: text().optional(),
  /** What Bilaga 5 wants written down: the values of the step's fields. */
  records: z.record(code(), text()),
});
export type StepState = z.infer<typeof stepStateSchema>;

/** Bilaga 5 part 1, the ten fields; who reports and who was targeted stand on the incident. */
export const reportSchema = z.object({
  kinds: text(),
  channel: text(),
  what: text(),
  date: sealedDay(),
  dateTo: sealedDay(),
  time: sealedCode(),
  place: text(),
  context: text(),
  witnesses: text(),
  reached: text(),
  offenderKnown: text(),
  offender: text(),
  offenderOthers: text(),
  group: text(),
  trigger: text(),
  measures: text(),
  impact: text(),
  phone: name(),
  board: name(),
});
export type Report = z.infer<typeof reportSchema>;
export type ReportField = keyof Report;

export const talkSchema = z.object({
  id: code(),
  kind: oneOf(['first', 'followUp']),
  heldOn: day().optional(),
  plannedFor: day().optional(),
  /** When it was written down, or planned. */
  at: instant().optional(),
  attendees: text(),
  notes: text(),
  /** A planned talk that will not be held: why. */
  waived: text().optional(),
});
export type Talk = z.infer<typeof talkSchema>;

/** Someone was rung, since Teams could not reach them or they did not answer there. */
export const callSchema = z.object({
  id: code(),
  /** Whom: `victim`, or the id of a row of the contact list. */
  to: code(),
  answered: flag(),
  at: instant(),
  by: person(),
});
export type Call = z.infer<typeof callSchema>;

/** Who is with the victim, until when, and who takes over then (plan 3.2.1, 3.2.2). */
export const companySchema = z.object({
  id: code(),
  who: name(),
  /** Not given: until it is said that nobody is needed any more. */
  until: instant().optional(),
  next: name(),
  at: instant(),
  by: person(),
});
export type Company = z.infer<typeof companySchema>;

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
  rev: count(),
  createdAt: instant(),
  via: oneOf(['alarm', 'report']),
  state: oneOf(['open', 'closed']),
  closedAt: instant().optional(),
  closeReason: oneOf(CLOSE_REASONS).optional(),
  /** Raised when the incident is reopened. */
  epoch: count(),
  reopenReason: text().optional(),
  reopenedAt: instant().optional(),
  acute: flag(),
  /** Since when it is acute; an alarm is from the start. */
  acuteAt: instant().optional(),
  acuteReason: text().optional(),
  /** Who is asked to lead: the party's officers, or the municipality's strategist only. */
  route: oneOf(['party', 'municipality']),
  party: name().optional(),
  /** The board that it concerns, where the municipality routes by board. */
  board: name().optional(),
  victim: z.object({
    person: person().optional(),
    name: name().optional(),
    /** Bound by e-mail: `asked` sees nothing until the answer is yes. */
    bound: sealedOneOf(['self', 'none', 'asked', 'yes', 'no', 'struck']),
    askedAt: instant().optional(),
    epoch: count(),
    /** Who was asked "Gäller det dig?" and said no. */
    not: z.array(person()).optional(),
  }),
  reporter: z.object({
    person: person(),
    name: name(),
    kind: sealedOneOf(['self', 'proxy', 'other']),
    relation: text().optional(),
    /** "Vet personen om det?" */
    knows: sealedOneOf(['chosen', 'yes', 'no']).optional(),
  }),
  /** To whom the sender agreed that the content goes, when, and how it was asked. */
  consent: z
    .object({
      at: instant(),
      to: oneOf(['party', 'municipality']),
      asked: oneOf(['alarm', 'report', 'card']),
    })
    .optional(),
  /** "Är det okej att ditt parti får veta?", asked of a victim whom another reported. */
  partyQuestion: z
    .object({ askedAt: instant(), answer: sealedOneOf(PARTY_ANSWERS).optional(), at: instant().optional() })
    .optional(),
  lead: z
    .object({
      person: person(),
      since: instant(),
      why: oneOf(['acknowledged', 'handedOver', 'tookOver', 'standIn']),
      /** Who led before, when the place was taken. */
      from: person().optional(),
      /** Why it was taken by a stand-in. */
      reason: text().optional(),
    })
    .optional(),
  /** Raised each time someone must be asked anew to lead. */
  leadEpoch: count(),
  /** Since when someone is asked to lead; absent: since the incident began. */
  askedAt: instant().optional(),
  /** A lead whose post on the contact list ended, and whom the victim keeps all the same. */
  keptLead: person().optional(),
  /** Whom the victim or the lead asked for; told before the list's own order. */
  wanted: z.array(person()),
  /** Acknowledged, but another leads. */
  standby: z.array(z.object({ person: person(), at: instant() })),
  /** Asked, and out: `cannot` keeps access to nothing but may come back, the others are excluded for good. */
  declined: z.array(
    z.object({
      person: person(),
      at: instant(),
      why: sealedOneOf(['cannot', 'tooClose', 'replaced', 'ownParty']),
    }),
  ),
  /** When the strategist got the incident itself, and why. */
  strategist: z
    .object({
      since: instant(),
      why: oneOf(['contacted', 'police', 'groups', 'support', 'leads']),
      epoch: count(),
    })
    .optional(),
  report: reportSchema.partial(),
  reportedAt: instant().optional(),
  /** The steps by id; one that is missing is waiting. */
  steps: z.record(code(), stepStateSchema),
  decision: z
    .object({
      askedAt: instant().optional(),
      answer: sealedOneOf(DECISION_ANSWERS).optional(),
      at: instant().optional(),
      /** Read aloud by officer or strategist: how the answer was given. */
      how: text().optional(),
      epoch: count(),
      /** How often it was "Inte nu". */
      notNow: count().optional(),
    })
    .optional(),
  /** How many proposals of whom to tell there have been: no two have one number. */
  proposals: count().optional(),
  /** `inform-groups` is one person's proposal until another person has confirmed it. */
  groups: z
    .object({ by: person(), at: instant(), values: z.record(code(), text()), epoch: count() })
    .optional(),
  checks: z.record(code(), z.object({ at: instant(), by: person(), answers: z.record(code(), text()) })),
  talks: z.array(talkSchema),
  protection: z.array(
    z.object({ id: code(), what: text(), who: text(), when: text(), at: instant(), by: person() }),
  ),
  review: z
    .object({
      at: instant(),
      by: person(),
      applied: oneOf(['yes', 'no']),
      routine: text(),
      plan: text(),
      worked: text(),
    })
    .optional(),
  /** "Jag tryckte fel": a mark, never an end. */
  mistakeAt: instant().optional(),
  wantsCallAt: instant().optional(),
  calls: z.array(callSchema).optional(),
  /** Newest last. An entry without anyone (`who` empty) says that nobody is needed any more. */
  company: z.array(companySchema).optional(),
  /** "Vänta": who was told of silence and will look again later. */
  waits: z.array(z.object({ person: person(), until: instant() })).optional(),
  /** The municipality's registry number (dnr): a document is registered when it is received. */
  registry: z.object({ number: text(), at: instant(), by: person() }).optional(),
  /** Closed: handed over to the archive, or said not to be. */
  archive: z.object({ answer: oneOf(['archived', 'notToBe']), at: instant(), by: person() }).optional(),
  /** Closed, and kept whatever was decided on erasure. `epoch`: raised each time. */
  hold: z
    .object({
      at: instant(),
      by: person(),
      reason: text(),
      epoch: count(),
      releasedAt: instant().optional(),
    })
    .optional(),
  /** It is being erased, and nothing stops that any more: nobody has a part in it. */
  erasing: z.object({ since: instant(), decision: code() }).optional(),
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
  /** What it was about, such as a step's id. */
  about: sealedCode(),
  /** As which roles. */
  as: sealedCode().optional(),
});
export type HistoryEntry = z.infer<typeof historySchema>;

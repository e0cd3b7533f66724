import { z } from 'zod';
import { code, count, day, flag, instant, name, oneOf, person, text } from './marks';
import { CLOSE_REASONS, DECISION_ANSWERS, PARTY_ANSWERS } from './words';

/** How one of the 19 steps stands (Bilaga 3). */
export const stepStateSchema = z.object({
  state: oneOf(['waiting', 'open', 'done', 'notApplicable']),
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
  date: day(),
  dateTo: day(),
  time: code(),
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
  attendees: text(),
  notes: text(),
  /** A planned talk that will not be held: why. */
  waived: text().optional(),
});
export type Talk = z.infer<typeof talkSchema>;

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
  acute: flag(),
  acuteReason: text().optional(),
  /** Who is asked to lead: the party's officers, or the municipality's strategist only. */
  route: oneOf(['party', 'municipality']),
  party: name().optional(),
  victim: z.object({
    person: person().optional(),
    name: name().optional(),
    /** Bound by e-mail: `asked` sees nothing until the answer is yes. */
    bound: oneOf(['self', 'none', 'asked', 'yes', 'no', 'struck']),
    askedAt: instant().optional(),
    epoch: count(),
  }),
  reporter: z.object({
    person: person(),
    name: name(),
    kind: oneOf(['self', 'proxy', 'other']),
    relation: text().optional(),
    /** "Vet personen om det?" */
    knows: oneOf(['chosen', 'yes', 'no']).optional(),
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
    .object({ askedAt: instant(), answer: oneOf(PARTY_ANSWERS).optional(), at: instant().optional() })
    .optional(),
  lead: z
    .object({ person: person(), since: instant(), why: oneOf(['acknowledged', 'handedOver', 'tookOver']) })
    .optional(),
  /** Raised each time someone must be asked anew to lead. */
  leadEpoch: count(),
  /** Whom the victim or the lead asked for; told before the list's own order. */
  wanted: z.array(person()),
  /** Acknowledged, but another leads. */
  standby: z.array(z.object({ person: person(), at: instant() })),
  /** Asked, and out: `cannot` keeps access to nothing but may come back, the others are excluded for good. */
  declined: z.array(
    z.object({ person: person(), at: instant(), why: oneOf(['cannot', 'tooClose', 'replaced', 'ownParty']) }),
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
      answer: oneOf(DECISION_ANSWERS).optional(),
      at: instant().optional(),
      /** Read aloud by officer or strategist: how the answer was given. */
      how: text().optional(),
      epoch: count(),
    })
    .optional(),
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
  /** Ids of presses that added something: each has one effect. */
  once: z.array(code()),
});
export type Incident = z.infer<typeof incidentSchema>;

/** A line of the incident's history: what changed, never the text. */
export const historySchema = z.object({
  at: instant(),
  by: person(),
  /** The verb, such as `endStep`. */
  act: code(),
  /** What it was about, such as a step's id. */
  about: code(),
});
export type HistoryEntry = z.infer<typeof historySchema>;

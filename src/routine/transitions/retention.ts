import type { FieldSpec } from '../model/fields';
import type { Incident, StepState } from '../model/incident';
import type { Routine } from '../model/routine';
import { withoutHidden } from '../rules/report/hidden';
import { type ARCHIVE_ANSWERS, erasedIn, isHeld, type Part } from '../rules/retention';
import { readForm, stamp, type Turn } from './turn';

/** From here nothing stops it: who holds it was quicker, or comes too late. */
export const beginErasure = (incident: Incident, decision: string, now: Date): Incident =>
  incident.erasing
    ? incident
    : { ...incident, erasing: { since: now.toISOString(), decision }, rev: incident.rev + 1 };

type Plan = Pick<Routine, 'steps' | 'pages'>;

/** Whether a step's field is erased with the talks; what no routine knows any more is not: it goes with the records. */
const isOfTalks = ({ steps }: Pick<Routine, 'steps'>, step: string, field: string): boolean =>
  steps.find(({ id }) => id === step)?.fields.find(({ id }) => id === field)?.isHealth === true;

/** The steps with the values of some fields only; `state`: what else changes in each. */
const stepsWith = (
  { steps }: Incident,
  isKept: (step: string, field: string) => boolean,
  change: (state: StepState) => StepState = (state) => state,
): Incident['steps'] =>
  Object.fromEntries(
    Object.entries(steps).map(([step, state]) => {
      const records = Object.entries(state.records).filter(([field]) => isKept(step, field));
      return [step, { ...change(state), records: Object.fromEntries(records) }];
    }),
  );

/** Of a hidden name is left whose it was and that it was read through: neither name nor words, and nothing to take back. */
const carriedOut = (hidden: Incident['hidden']): Incident['hidden'] =>
  hidden && {
    at: hidden.at,
    person: hidden.person,
    masked: hidden.masked && { ...hidden.masked, words: '' },
  };

/**
 * An incident without its report, the names and the party in it. Who the victim and reporter are stays: it is their own. Words
 * that were hidden at reading are gone for good in what is kept, for nothing names them any more.
 */
const withoutReport = (incident: Incident, plan: Plan): Incident => ({
  ...withoutHidden(incident, plan),
  report: {},
  versions: [],
  occurrences: undefined,
  evidence: undefined,
  // They quote it.
  corrections: undefined,
  masking: undefined,
  fileKeys: undefined,
  party: undefined,
  board: undefined,
  hidden: carriedOut(incident.hidden),
  victim: { ...incident.victim, name: undefined },
  reporter: { person: incident.reporter.person, name: '', kind: incident.reporter.kind },
});

/** An incident without what the routine wrote down: of its steps stays that, when and by whom they ended. */
const withoutRecords = (incident: Incident, routine: Pick<Routine, 'steps'>): Incident => ({
  ...incident,
  steps: stepsWith(
    incident,
    (step, field) => isOfTalks(routine, step, field),
    (state) => ({ ...state, reason: undefined, moves: undefined }),
  ),
  decision: incident.decision && { ...incident.decision, how: undefined },
  partyQuestion: incident.partyQuestion && { ...incident.partyQuestion, how: undefined },
  lead: incident.lead && { ...incident.lead, reason: undefined },
  hold: incident.hold && { ...incident.hold, reason: '' },
  acuteReason: undefined,
  reopenReason: undefined,
  closeWords: undefined,
  groups: undefined,
  checks: Object.fromEntries(
    Object.entries(incident.checks).map(([section, check]) => [section, { ...check, answers: {} }]),
  ),
  protection: [],
  threats: undefined,
  tasks: undefined,
  company: undefined,
  // Who rang or spoke with whom, and when.
  calls: undefined,
  // Whose card was sent again, by whom.
  resent: undefined,
  // Who looked at whom the victim wants rung, and who was asked for their numbers.
  ...{ kinLooks: undefined, kinAsk: undefined },
  callNow: undefined,
  wantsCallAt: undefined,
  spoken: undefined,
  // What it shared with others.
  ...{ event: undefined, carries: undefined, reporterSees: undefined },
  // What the victim asked for.
  ...{ safeAt: undefined, enoughAt: undefined, quiet: undefined, unable: undefined },
  ...{ notes: undefined, outlook: undefined, followers: undefined, improvements: undefined },
  review: undefined,
  reviewWords: undefined,
});

/** An incident without what was said in talks, and what it says of care and health. */
const withoutTalks = (incident: Incident, routine: Pick<Routine, 'steps'>): Incident => ({
  ...incident,
  steps: stepsWith(incident, (step, field) => !isOfTalks(routine, step, field)),
  talks: incident.talks.map((talk) => ({
    ...talk,
    attendees: '',
    notes: '',
    moves: undefined,
    waived: talk.waived === undefined ? undefined : GONE,
  })),
  // Why they could not answer says something of their health.
  unable: undefined,
});

/** Stands where a reason stood. */
const GONE = '–';

const WITHOUT: Readonly<Record<Part, (incident: Incident, routine: Plan) => Incident>> = {
  report: withoutReport,
  records: withoutRecords,
  talks: withoutTalks,
};

/** An incident without a class of its data, as of a time and by a decision. Erased already: the same value, where nothing is left. */
export function withoutPart(
  incident: Incident,
  part: Part,
  { routine, at, decision }: { routine: Plan; at: string; decision: string },
): Incident {
  const before = erasedIn(incident, part);
  const others = (incident.erased ?? []).filter(({ what }) => what !== part);
  return {
    ...WITHOUT[part](incident, routine),
    // A copy of what a press changed.
    undo: undefined,
    erased: [...others, before ?? { what: part, at, decision }],
    rev: incident.rev + 1,
  };
}

/** The same incident, of which it is noted beside it what has been erased. */
export const withNoted = (incident: Incident): Incident => ({
  ...incident,
  erased: incident.erased?.map((one) => ({ ...one, noted: true })),
  rev: incident.rev + 1,
});

export const HOLD_FIELDS: readonly FieldSpec[] = [{ id: 'reason', kind: 'text', required: true }];

/** Kept for now, whatever was decided: the reason is written down. */
export function hold(incident: Incident, data: Readonly<Record<string, unknown>>, turn: Turn): Incident {
  if (incident.state !== 'closed' || isHeld(incident)) return incident;
  const { reason = '' } = readForm(HOLD_FIELDS, data, turn);
  const epoch = (incident.hold?.epoch ?? 0) + 1;
  return { ...incident, hold: { at: stamp(turn), by: turn.by, reason, epoch } };
}

export function release(incident: Incident, turn: Turn): Incident {
  if (!incident.hold || !isHeld(incident)) return incident;
  return { ...incident, hold: { ...incident.hold, releasedAt: stamp(turn) } };
}

/** JustSaved over to the archive, or said not to be. May be mended. */
export function recordArchived(
  incident: Incident,
  answer: (typeof ARCHIVE_ANSWERS)[number],
  turn: Turn,
): Incident {
  if (incident.state !== 'closed' || incident.archive?.answer === answer) return incident;
  return { ...incident, archive: { answer, at: stamp(turn), by: turn.by } };
}

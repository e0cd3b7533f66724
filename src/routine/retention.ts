import type { FieldSpec } from './fields';
import type { Incident } from './incident';
import type { Situation } from './situation';
import { readForm, stamp, type Turn } from './turn';
import { inDaytime } from './workingTime';

/*
 * Erasure of closed incidents: only by the municipality's decision, warned of first, held back with a reason. Until
 * registry and archive have theirs nothing is erased.
 */

const DAY = 86_400_000;
const WARNING_DAYS = 30;

/** What the municipality has decided: how long a closed incident is kept, and where the decision stands. */
export interface Retention {
  days: number;
  decision: string;
}

export const ARCHIVE_ANSWERS = ['archived', 'notToBe'] as const;

/** Beside the reopenings, each release of a hold begins a new time of warning. */
export const eraseEpoch = (incident: Incident): number =>
  incident.epoch * 1_000 + (incident.hold?.epoch ?? 0);

export const isHeld = ({ hold }: Incident): boolean => hold !== undefined && hold.releasedAt === undefined;

/** What must be there before anything is erased. */
export const missingToErase = (incident: Incident): ('registry' | 'archive')[] => [
  ...(incident.registry ? [] : (['registry'] as const)),
  ...(incident.archive ? [] : (['archive'] as const)),
];

/** The municipality's own day; undefined: not closed, or no decision. */
function decidedAt({ incident, retention }: Situation): Date | undefined {
  if (incident.state !== 'closed' || !incident.closedAt || !retention) return undefined;
  return new Date(Date.parse(incident.closedAt) + retention.days * DAY);
}

/** When the strategist is warned: 30 days before, or at once when that has passed; by day. */
export function warnedFrom(situation: Situation): Date | undefined {
  const { incident, routine } = situation;
  const decided = decidedAt(situation);
  if (!decided || isHeld(incident)) return undefined;
  const released = incident.hold?.releasedAt ?? '';
  const earliest = Math.max(Date.parse(incident.closedAt ?? ''), released ? Date.parse(released) : 0);
  return inDaytime(new Date(Math.max(decided.getTime() - WARNING_DAYS * DAY, earliest)), routine.times);
}

/** When it is erased: not before 30 days have passed since somebody was warned. */
export function erasedFrom(situation: Situation): Date | undefined {
  const decided = decidedAt(situation);
  const from = warnedFrom(situation);
  if (!decided || !from) return undefined;
  const warned = situation.warnedAt ? new Date(situation.warnedAt) : from;
  return new Date(Math.max(decided.getTime(), warned.getTime() + WARNING_DAYS * DAY));
}

/**
 * Nobody was warned, somebody holds it, or something is missing: then it is kept. What has begun is ended, whatever has
 * been decided since.
 */
export function mayErase(situation: Situation): boolean {
  if (situation.incident.erasing) return true;
  const at = erasedFrom(situation);
  return (
    at !== undefined &&
    situation.warnedAt !== undefined &&
    at <= situation.now &&
    missingToErase(situation.incident).length === 0
  );
}

/** From here nothing stops it: who holds it was quicker, or comes too late. */
export const beginErasure = (incident: Incident, decision: string, now: Date): Incident =>
  incident.erasing
    ? incident
    : { ...incident, erasing: { since: now.toISOString(), decision }, rev: incident.rev + 1 };

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

/** Handed over to the archive, or said not to be. May be mended. */
export function recordArchived(
  incident: Incident,
  answer: (typeof ARCHIVE_ANSWERS)[number],
  turn: Turn,
): Incident {
  if (incident.state !== 'closed' || incident.archive?.answer === answer) return incident;
  return { ...incident, archive: { answer, at: stamp(turn), by: turn.by } };
}

import { inDaytime } from '../calendar/workingTime';
import type { Incident } from '../model/incident';
import type { Situation } from '../model/situation';

/*
 * Erasure of closed incidents: only by the municipality's decision, warned of first, held back with a reason. Until
 * registry and archive have theirs nothing is erased.
 */

const DAY = 86_400_000;
const WARNING_DAYS = 30;

export const ARCHIVE_ANSWERS = ['archived', 'notToBe'] as const;

/** Beside the reopenings, each release of a hold begins a new time of warning. */
export const eraseEpoch = (incident: Incident): number =>
  incident.epoch * 1_000 + (incident.hold?.epoch ?? 0);

export const isHeld = ({ hold }: Incident): boolean => hold !== undefined && hold.releasedAt === undefined;

/** The things that are missing and must be there before anything is erased. */
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

import type { FieldSpec } from '../model/fields';
import type { Incident } from '../model/incident';
import { type ARCHIVE_ANSWERS, isHeld } from '../rules/retention';
import { readForm, stamp, type Turn } from './turn';

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

import { dayOf } from '../calendar/localTime';
import type { FieldSpec } from '../model/fields';
import type { Incident } from '../model/incident';
import { MEASURE_OWNERS, type ProtectionMeasure } from '../model/records';
import { Refusal } from '../model/refusal';
import { readsMeasure } from '../rules/reading';
import { isThreatAssessed } from '../rules/report/versions';
import { isOpenMeasure, openMeasures } from '../rules/steps/measures';
import { mayFollow } from '../rules/tasks/measures';
import { isShared } from './sharing';
import { type ActTurn, needOpen, readForm, readReason, situationOf, stamp } from './turn';

type Data = Readonly<Record<string, unknown>>;

export const PROTECTION_FIELDS: readonly FieldSpec[] = [
  { id: 'what', kind: 'text', required: true },
  { id: 'who', kind: 'name', required: true },
  { id: 'day', kind: 'date', required: true, mayBeFuture: true },
  { id: 'owner', kind: 'choice', choices: MEASURE_OWNERS },
];

/**
 * A protection measure that was decided: what, who does it, by which day, and who sees to it (Bilaga 5, field 9; KL 4 kap.
 * 18 a §). A lead who is to see to it reads it.
 */
export function addProtection(incident: Incident, data: Data, turn: ActTurn): Incident {
  needOpen(incident);
  const { what = '', who = '', day = '', owner } = readForm(PROTECTION_FIELDS, data, turn);
  const own = turn.roles.has('lead') ? 'lead' : 'strategist';
  const chosen = MEASURE_OWNERS.find((one) => one === owner) ?? own;
  if (!mayFollow(situationOf(incident, turn), chosen))
    throw new Refusal('badInput', { owner: { kind: 'badChoice' } });
  const shared = isShared(turn.roles, data);
  const measure: ProtectionMeasure = {
    id: turn.once,
    ...{ what, who, when: '', day, owner: chosen, at: stamp(turn), by: turn.by },
    isShared: shared || chosen === 'lead',
  };
  return { ...incident, protection: [...incident.protection, measure] };
}

/** The incident with a change of one measure: of one that is open and that the presser reads; else as it was. */
function changed(
  incident: Incident,
  { id, change }: { id: string; change: Partial<ProtectionMeasure> },
  { roles }: ActTurn,
): Incident {
  const isIt = (one: ProtectionMeasure) => one.id === id && isOpenMeasure(one) && readsMeasure(roles, one);
  if (!incident.protection.some(isIt)) return incident;
  return {
    ...incident,
    protection: incident.protection.map((one) => (isIt(one) ? { ...one, ...change } : one)),
  };
}

/** "Genomförd". */
export function endProtection(incident: Incident, { measure: id }: { measure: string }, turn: ActTurn) {
  needOpen(incident);
  return changed(incident, { id, change: { doneAt: stamp(turn), doneBy: turn.by } }, turn);
}

/** A measure that is not needed any more: with a reason. */
export function waiveProtection(
  incident: Incident,
  { measure: id, ...data }: Data & { measure: string },
  turn: ActTurn,
): Incident {
  needOpen(incident);
  const waived = readReason(data, turn);
  return changed(incident, { id, change: { waived, doneAt: stamp(turn), doneBy: turn.by } }, turn);
}

/** Another day, and why. */
export const MOVE_FIELDS: readonly FieldSpec[] = [
  { id: 'day', kind: 'date', required: true, mayBeFuture: true },
  { id: 'reason', kind: 'text', required: true },
];

/** Another day for a measure, today or to come: the day that it had is kept, with who moved it and why. The same day moves nothing. */
export function moveProtection(
  incident: Incident,
  { measure: id, ...data }: Data & { measure: string },
  turn: ActTurn,
): Incident {
  needOpen(incident);
  const { day = '', reason = '' } = readForm(MOVE_FIELDS, data, turn);
  if (day < dayOf(turn.now)) throw new Refusal('badInput', { day: { kind: 'past' } });
  const before = openMeasures(incident).find((one) => one.id === id);
  if (!before || before.day === day) return incident;
  const move = { from: before.day, at: stamp(turn), by: turn.by, reason };
  return changed(incident, { id, change: { day, moves: [...(before.moves ?? []), move] } }, turn);
}

export const THREAT_FIELDS: readonly FieldSpec[] = [
  { id: 'who', kind: 'name', required: true },
  { id: 'source', kind: 'text', required: true },
  { id: 'outcome', kind: 'text' },
];

/** The threat assessment of a threat by phone (Bilaga 2.5): who took part, what is known of its source. Another stands beside. */
export function assessThreat(
  incident: Incident,
  data: Readonly<Record<string, unknown>>,
  turn: ActTurn,
): Incident {
  needOpen(incident);
  if (!isThreatAssessed(incident)) throw new Refusal('notOpen');
  const { who = '', source = '', outcome = '' } = readForm(THREAT_FIELDS, data, turn);
  const shared = isShared(turn.roles, data);
  const assessment = { id: turn.once, at: stamp(turn), by: turn.by, who, source, outcome, isShared: shared };
  return { ...incident, threats: [...(incident.threats ?? []), assessment] };
}

import type { FieldSpec } from '../../model/fields';
import type { Incident } from '../../model/incident';
import { IMPROVES } from '../../model/records';
import { Refusal } from '../../model/refusal';
import { erasedIn } from '../../rules/retention';
import { isShared } from '../sharing';
import { type ActTurn, readForm, stamp, type Turn } from '../turn';

type Data = Readonly<Record<string, unknown>>;

/** The form of a note. */
export const NOTE_FIELDS: readonly FieldSpec[] = [{ id: 'text', kind: 'text', required: true }];

/** Notes that an incident takes: a page of them is read, and the rest is turned to. */
const MOST = 200;

const needRecords = (incident: Incident): void => {
  if (erasedIn(incident, 'records')) throw new Refusal('partErased');
};

/** A dated note. The municipality's own, unless its writer lets the party's lead read it; a party's lead shares each. */
export function addNote(incident: Incident, data: Data, turn: ActTurn): Incident {
  needRecords(incident);
  const { text = '' } = readForm(NOTE_FIELDS, data, turn);
  const notes = incident.notes ?? [];
  if (notes.length >= MOST) throw new Refusal('reportFull');
  const note = { id: turn.once, at: stamp(turn), by: turn.by, text, isShared: isShared(turn.roles, data) };
  return { ...incident, notes: [...notes, note] };
}

/** The form on what is to become better: in words that name nobody, whether routine or plan, who sees to it and by when. */
export const IMPROVEMENT_FIELDS: readonly FieldSpec[] = [
  { id: 'what', kind: 'text', required: true },
  { id: 'improves', kind: 'choice', required: true, choices: IMPROVES },
  { id: 'owner', kind: 'name', required: true },
  { id: 'day', kind: 'date', required: true, mayBeFuture: true },
];

/** Something that a review showed, and that somebody is to make better by a day. */
export function addImprovement(incident: Incident, data: Data, turn: Turn): Incident {
  needRecords(incident);
  const { what = '', improves, owner = '', day = '' } = readForm(IMPROVEMENT_FIELDS, data, turn);
  const chosen = IMPROVES.find((one) => one === improves) ?? 'routine';
  const improvement = { id: turn.once, at: stamp(turn), by: turn.by, what, improves: chosen, owner, day };
  return { ...incident, improvements: [...(incident.improvements ?? []), improvement] };
}

/** It is done. Done already: the same incident. */
export function endImprovement(incident: Incident, id: string, turn: Turn): Incident {
  const isIt = (one: { id: string; doneAt?: string | undefined }) => one.id === id && !one.doneAt;
  if (!incident.improvements?.some(isIt)) return incident;
  return {
    ...incident,
    improvements: incident.improvements.map((one) =>
      isIt(one) ? { ...one, doneAt: stamp(turn), doneBy: turn.by } : one,
    ),
  };
}

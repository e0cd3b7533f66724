import { addMinutes } from '../../calendar/workingTime';
import type { PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import type { Situation } from '../../model/situation';
import { sortedJson } from '../../plan/sortedJson';

/*
 * "Ångra": for ten minutes a press that told somebody can be taken back by whoever made it, as long as nothing that it
 * changed has been changed since. What was read meanwhile stays read; the log has both.
 */

/** Every press of its own has these: nothing to take back. */
const BESIDE: ReadonlySet<string> = new Set([
  'rev',
  'once',
  'undo',
  'undone',
  'proposals',
  'event',
  'carries',
]);

/** Fields that hold what was sent in, or who has lost access: a press that changed one of them is not taken back. */
const FOR_GOOD: ReadonlySet<string> = new Set([
  'report',
  'versions',
  'reportedAt',
  'evidence',
  'occurrences',
  'fileKeys',
  'route',
  'withdrawal',
  'consent',
  'hidden',
  'hold',
  'archive',
  'erased',
  'erasing',
]);

/** A value as text, whatever the order of its keys; undefined for nothing. */
export const asJson = (value: unknown): string | undefined =>
  value === undefined ? undefined : sortedJson(value);

/** The places of an incident by name, each with its value: its fields, and each of its steps. */
export function placesOf({ steps, ...incident }: Incident): Record<string, unknown> {
  const fields = Object.entries(incident).filter(([key]) => !BESIDE.has(key));
  const each = Object.entries(steps).map(([id, state]) => [`steps.${id}`, state] as const);
  return Object.fromEntries([...fields, ...each]);
}

type Changes = NonNullable<Incident['undo']>['changes'];

/** The changes of a press; undefined where they are for good. */
export function changesOf(before: Incident, after: Incident): Changes | undefined {
  const [from, to] = [placesOf(before), placesOf(after)];
  const places = [...new Set([...Object.keys(from), ...Object.keys(to)])];
  const changed = places.filter(
    (place) => from[place] !== to[place] && asJson(from[place]) !== asJson(to[place]),
  );
  if (changed.length === 0 || changed.some((place) => FOR_GOOD.has(place))) return undefined;
  return Object.fromEntries(
    changed.map((place) => [place, { before: asJson(from[place]), after: asJson(to[place]) }]),
  );
}

type Given = Pick<Situation, 'incident' | 'now' | 'routine'>;

/** When the minutes of the latest press are out; undefined: there is none that may be taken back. */
export const undoOverAt = ({ incident: { undo }, routine }: Omit<Given, 'now'>): Date | undefined =>
  undo && addMinutes(new Date(undo.at), routine.times.undoFor);

/** Until when this person may take their latest press back; undefined: they may not. */
export function undoUntil({ incident, now, routine }: Given, person: PersonId): Date | undefined {
  const { undo } = incident;
  if (!undo || undo.by !== person || incident.erased) return undefined;
  const until = undoOverAt({ incident, routine });
  if (!until || until <= now) return undefined;
  const places = placesOf(incident);
  const isAsItWas = Object.entries(undo.changes).every(
    ([place, { after }]) => asJson(places[place]) === after,
  );
  return isAsItWas ? until : undefined;
}

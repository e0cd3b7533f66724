import { EVIDENCE } from '../content/texts/evidence/evidence';
import { EVENTS } from '../content/texts/evidence/occurrences';
import { JOINED, MERGE } from '../content/texts/people/joined';
import { moment } from '../content/texts/time';
import { addedFor } from '../routine/rules/report/evidence';
import { toldIn } from '../routine/rules/report/occurrences';
import { plain } from './parts';
import { type Scene, toPage } from './scene';
import type { ButtonView } from './view';

/* Of the events that were added to an incident: what other cards say of them. */

/** How many events have been added, and when the newest; nothing where there are none. No word of what they are. */
export function eventsLine({ incident, now }: Scene): string[] {
  const all = incident.occurrences ?? [];
  const newest = all
    .map((one) => toldIn(one)?.at ?? '')
    .sort()
    .at(-1);
  return newest ? [EVENTS.count(all.length, moment(newest, now))] : [];
}

/** The way to the events, where there are any. */
export const eventsButton = (scene: Scene): ButtonView[] =>
  scene.incident.occurrences?.length ? [toPage(scene, EVENTS.list, 'occurrences')] : [];

/** How many files have come since this person leads, from others. */
export function filesLine({ incident, now }: Scene): string[] {
  const added = addedFor(incident, incident.lead);
  const last = [...added].sort().at(-1);
  return last === undefined ? [] : [EVIDENCE.added(added.length, moment(last, now))];
}

/** Whether this viewer may add an event now. */
export const mayAdd = ({ mayDo, incident }: Scene): boolean =>
  mayDo.has('addOccurrence') && incident.state === 'open';

/** "Lägg till händelse". */
export const addEvent = (scene: Scene): ButtonView[] =>
  mayAdd(scene) ? [toPage(scene, EVENTS.add, 'occurrence')] : [];

/* Of other incidents of the same matter. */

/** The way to it, where a report is of somebody else. */
export const mergeButton = (scene: Scene): ButtonView[] =>
  scene.incident.reporter.kind !== 'self' && scene.incident.state === 'open'
    ? [toPage(scene, MERGE.button, 'merge')]
    : [];

/** That an incident went into another, or others into it; to whoever reads it. */
export const mergedLines = ({ incident: { mergedInto, merged = [] } }: Scene): string[] => [
  ...(mergedInto ? [MERGE.goesOn(mergedInto.reference)] : []),
  ...(merged.length > 0 ? [MERGE.took(merged.map(({ reference }) => reference).join(', '))] : []),
];

/** The way from the ended one to the one that goes on. */
export const mergedButton = ({ incident: { mergedInto } }: Scene): ButtonView[] =>
  mergedInto ? [plain(JOINED.open(mergedInto.reference), 'show', { id: mergedInto.id })] : [];

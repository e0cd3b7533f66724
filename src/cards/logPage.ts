import { LOG, LOG_ACTS, LOG_LOOKS, LOG_ROLES } from '../content/logTexts';
import { LISTS } from '../content/texts';
import { moment } from '../content/time';
import type { PersonId } from '../routine/contact';
import type { FieldSpec } from '../routine/fields';
import { back, card, fields, plain, primary, type Typed } from './build';
import { kicker, nameOf, on, type Scene } from './scene';
import type { FactView, View } from './views';

/** A line of the log: an act of the history, or a look at content. */
export interface LogEntry {
  at: string;
  by: PersonId;
  /** The verb, or the page and what it was about. */
  what: string;
  /** As which roles; acts do not say. */
  as: string;
  purpose?: string | undefined;
  isLook: boolean;
}

export const PURPOSE_FIELDS: readonly FieldSpec[] = [{ id: 'purpose', kind: 'name', required: true }];

/** Whoever reads the log says why: one line. */
export const purposePage = (scene: Scene, typed: Typed): View =>
  card({
    kicker: kicker(scene),
    title: LOG.title,
    lines: LOG.purposeLines,
    problem: typed.problem,
    fields: fields(PURPOSE_FIELDS, { purpose: LOG.purpose }, {}, typed),
    buttons: [primary(LOG.read, 'readLog', on(scene)), back('show', on(scene))],
  });

/** At most this many rows in sight. */
const ROWS = 7;

const whatOf = ({ what, isLook }: LogEntry): string => {
  const words = isLook ? LOG_LOOKS[what.split(':')[0] ?? ''] : LOG_ACTS[what];
  return words ?? LOG.unknown;
};

const rolesOf = ({ as }: LogEntry): string => {
  const words = as.split(',').flatMap((role) => LOG_ROLES[role] ?? []);
  return [...new Set(words)].join(', ');
};

const rowOf = (scene: Scene, entry: LogEntry): FactView[] => {
  const who = LOG.by(nameOf(scene, entry.by), rolesOf(entry));
  return [
    { label: moment(entry.at, scene.now), text: LOG.line(who, whatOf(entry)) },
    ...(entry.purpose ? [{ label: LOG.why, text: entry.purpose }] : []),
  ];
};

/** Who did and looked at what, newest first. */
export function logPage(scene: Scene, entries: readonly LogEntry[], isWhole: boolean, from: number): View {
  const next = from + ROWS;
  return card({
    kicker: kicker(scene),
    title: LOG.title,
    problem: isWhole ? '' : LOG.broken,
    lines: entries.length === 0 ? [LOG.empty] : [],
    facts: entries.slice(from, next).flatMap((entry) => rowOf(scene, entry)),
    buttons: [
      ...(next < entries.length ? [plain(LISTS.showMore, 'readLog', on(scene, { from: String(next) }))] : []),
      back('show', on(scene)),
    ],
  });
}

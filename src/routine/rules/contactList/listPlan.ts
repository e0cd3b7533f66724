import { type Contact, isListed } from '../../model/contact';
import { standsAs } from '../../model/posts';
import type { RowFault } from '../../model/refusal';
import {
  isSamePlace,
  type ListRoster,
  ROW_PARTS,
  type RowFound,
  type RowPart,
  type RowTexts,
  type RowValues,
  readRow,
} from './rowFaults';

/** A line of a file: its number there, the row's id where it has one, and whether its post is to end. */
export interface FileLine {
  line: number;
  texts: RowTexts;
  /** The row's id. */
  id?: string | undefined;
  isEnding?: boolean;
}

/** The effect of a line on the list. `was`: the row as it stands now; `parts`: those that change. */
export type PlannedLine =
  | { line: number; kind: 'new'; row: RowValues }
  | { line: number; kind: 'changed'; row: RowValues; was: Contact; parts: readonly RowPart[] }
  | { line: number; kind: 'same' | 'ended'; was: Contact }
  | { line: number; kind: 'fault'; name: string; faults: readonly RowFound[] };

const textOf = (row: Readonly<Record<string, unknown>>, part: RowPart): string => {
  const value = row[part];
  return Array.isArray(value) ? value.join(', ') : String(value ?? '');
};

/** The parts in which a row is to be another than it is. */
export const changedParts = (was: RowValues, row: RowValues): RowPart[] =>
  ROW_PARTS.filter((part) => textOf({ ...was }, part) !== textOf({ ...row }, part));

/** The listed rows that stand for the municipality once these have ended. */
export const strategistsWithout = (
  { contacts, routine }: Pick<ListRoster, 'contacts' | 'routine'>,
  ended: ReadonlySet<string>,
): Contact[] =>
  contacts.filter((one) => isListed(one) && !ended.has(one.id) && standsAs(routine.posts, one, 'strategist'));

const fault = ({ line, texts }: FileLine, one: RowFault): PlannedLine => ({
  ...{ line, kind: 'fault', name: texts.name ?? '' },
  faults: [{ part: 'name', fault: one }],
});

/** The listed row that a line is about, by its id, or as the same person in the same post. */
function rowOf({ contacts }: ListRoster, { id, texts }: FileLine): Contact | undefined | 'none' {
  const listed = contacts.filter(isListed);
  if (id) return listed.find((one) => one.id === id) ?? 'none';
  const { role = '', party, board, name = '', email } = texts;
  const asked = { role, order: 1, name, phone: '', party: party || undefined, board: board || undefined };
  return listed.find((one) => isSamePlace(one, { ...asked, email: email || undefined }));
}

function planned(roster: ListRoster, one: FileLine): PlannedLine {
  const { line, texts } = one;
  const was = rowOf(roster, one);
  if (was === 'none') return fault(one, 'noSuchRow');
  if (one.isEnding) return was ? { line, kind: 'ended', was } : fault(one, 'noSuchRow');
  const { row, faults } = readRow(roster, texts, was?.id);
  if (!row) return { line, kind: 'fault', name: texts.name ?? '', faults };
  if (!was) return { line, kind: 'new', row };
  const parts = changedParts(was, row);
  return parts.length === 0 ? { line, kind: 'same', was } : { line, kind: 'changed', row, was, parts };
}

const isAbout = (one: PlannedLine, other: PlannedLine): boolean => {
  if ('was' in one && 'was' in other) return one.was.id === other.was.id;
  return one.kind === 'new' && other.kind === 'new' && isSamePlace(one.row, other.row);
};

/**
 * All that a file would do to the list, line by line: nothing is written. A file adds, changes and ends; rows that it
 * does not name stay.
 */
export function planOf(roster: ListRoster, lines: readonly FileLine[]): PlannedLine[] {
  const plans = lines.map((line) => ({ line, plan: planned(roster, line) }));
  const once = plans.map(({ line, plan }, index) =>
    plans.slice(0, index).some((before) => isAbout(before.plan, plan)) ? fault(line, 'sameRow') : plan,
  );
  const ended = new Set(once.flatMap((one) => (one.kind === 'ended' ? [one.was.id] : [])));
  const isNew = (one: PlannedLine) =>
    one.kind === 'new' && standsAs(roster.routine.posts, { ...one.row, id: '' }, 'strategist');
  if (strategistsWithout(roster, ended).length > 0 || once.some(isNew)) return once;
  return once.map((one, index) => {
    const line = lines[index];
    const isLast = one.kind === 'ended' && standsAs(roster.routine.posts, one.was, 'strategist');
    return isLast && line ? fault(line, 'lastStrategist') : one;
  });
}

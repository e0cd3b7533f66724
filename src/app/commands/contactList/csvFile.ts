import { parse } from 'csv-parse/sync';
import type { Municipality } from '../../../content/municipalities/municipality';
import { COLUMNS, ENDING } from '../../../content/texts/people/listFile';
import { type Contact, isActive } from '../../../routine/model/contact';
import { LIMITS } from '../../../routine/model/sensitivity';
import type { FileLine } from '../../../routine/rules/contactList/listPlan';
import type { RowPart } from '../../../routine/rules/contactList/rowFaults';
import { isCut } from '../../../screens/forms';
import type { ListFileFault } from '../../../screens/listScreens';
import { MOST_EDITS } from '../../ports/people';
import { csvOf } from '../../runtime/csv';

/* The contact list as a file: what a person pastes, and what they copy. */

type Column = RowPart | 'id' | 'ending';
const ALL = Object.keys(COLUMNS) as Column[];
const NEEDED: readonly Column[] = ['role', 'name', 'phone'];

const plain = (text: string): string => text.trim().toLowerCase();

/** The sign between cells: a spreadsheet copies tabs, a Swedish one saves semicolons. */
const separatorOf = (text: string): string => {
  const [first = ''] = text.split('\n', 1);
  return [';', '\t'].find((sign) => first.includes(sign)) ?? ',';
};

/** A cell without the sign that guards a spreadsheet from a formula. */
const unguarded = (cell: string): string => cell.replace(/^'(?=[=+\-@])/, '').trim();

interface Parsed {
  record: string[];
  info: { lines: number };
}

function parsedIn(text: string): Parsed[] | undefined {
  try {
    return parse(text, {
      ...{ bom: true, delimiter: separatorOf(text), info: true, relax_column_count: true },
      ...{ skip_empty_lines: true, trim: true },
    }) as unknown as Parsed[];
  } catch {
    return undefined;
  }
}

/** A post by its id or its title, a party by its code or name, a board likewise; what is none of these stays as it is. */
function codesIn({ names, parties, boards }: Municipality) {
  const posts = Object.entries(names.posts).map(([code, { title }]) => ({ code, name: title }));
  const find = (all: readonly { code: string; name: string }[], text: string): string =>
    all.find(({ code, name }) => plain(code) === plain(text) || plain(name) === plain(text))?.code ?? text;
  return {
    role: (text: string) => find(posts, text),
    party: (text: string) => find(parties, text),
    board: (text: string) => find(boards, text),
  };
}

/** The lines of a pasted file, or the fault for which nothing of it is read. */
export function linesIn(
  text: string,
  municipality: Municipality,
): { lines: FileLine[] } | { fault: ListFileFault } {
  if (text.trim() === '') return { fault: 'empty' };
  if ([...text].length > LIMITS.story || isCut(text)) return { fault: 'tooLong' };
  const parsed = parsedIn(text);
  if (!parsed) return { fault: 'unread' };
  const [header, ...rows] = parsed;
  const heads = (header?.record ?? []).map(plain);
  const places = new Map(
    ALL.map((column) => [column, heads.findIndex((one) => COLUMNS[column].includes(one))]),
  );
  if (NEEDED.some((column) => (places.get(column) ?? -1) < 0)) return { fault: 'noHeader' };
  if (rows.length === 0) return { fault: 'empty' };
  if (rows.length > MOST_EDITS) return { fault: 'tooMany' };
  const codes = codesIn(municipality);
  const lines = rows.map(({ record, info }): FileLine => {
    const cell = (column: Column) => unguarded(record[places.get(column) ?? -1] ?? '');
    const cellOf = (column: Column) => ((places.get(column) ?? -1) < 0 ? undefined : cell(column));
    const texts = {
      ...{
        role: codes.role(cell('role')),
        party: codes.party(cell('party')),
        board: codes.board(cell('board')),
      },
      ...{ order: cell('order'), name: cell('name'), phone: cell('phone') },
      ...{ email: cell('email'), groups: cell('groups') },
      // A file without these columns leaves the terms as they are.
      ...{ begins: cellOf('begins'), ends: cellOf('ends') },
    };
    const id = cell('id') || undefined;
    return { line: info.lines, texts, id, isEnding: ENDING.includes(plain(cell('ending'))) };
  });
  return { lines };
}

/** Bytes of a part of the list: an input shows no more. */
const PART_BYTES = 9_000;

const HEADER = ALL.map((column) => COLUMNS[column][0]);

const cellsOf = (contacts: readonly Contact[], { names }: Municipality): string[][] =>
  contacts
    .filter(isActive)
    .map((one) => [
      names.posts[one.role]?.title ?? one.role,
      one.party ?? '',
      one.board ?? '',
      String(one.order),
      ...[one.name, one.phone, one.email ?? '', (one.groups ?? []).join(', ')],
      ...[one.begins ?? '', one.ends ?? '', '', one.id],
    ]);

/** The whole list as a file. */
export const wholeListOf = (contacts: readonly Contact[], municipality: Municipality): string =>
  csvOf([HEADER, ...cellsOf(contacts, municipality)], ';');

/** The list as a file from row `from` on: as many rows as fit, and where the next begin. */
export function listFileOf(
  contacts: readonly Contact[],
  municipality: Municipality,
  from: number,
): { text: string; next?: number } {
  const rows = cellsOf(contacts, municipality);
  const bytes = (count: number) => Buffer.byteLength(csvOf([HEADER, ...rows.slice(from, from + count)], ';'));
  let count = rows.length - from;
  while (count > 1 && bytes(count) > PART_BYTES) count -= 1;
  const text = csvOf([HEADER, ...rows.slice(from, from + count)], ';');
  return from + count < rows.length ? { text, next: from + count } : { text };
}

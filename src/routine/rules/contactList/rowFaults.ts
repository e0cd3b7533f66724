import { addDays } from '../../calendar/localTime';
import { cleanText } from '../../model/cleanText';
import { type Contact, isListed } from '../../model/contact';
import { postOf } from '../../model/posts';
import type { RowFault } from '../../model/refusal';
import type { Routine } from '../../model/routine';
import { LIMITS } from '../../model/sensitivity';

/** The list, and all that the municipality declares of it. */
export interface ListRoster {
  readonly contacts: readonly Contact[];
  readonly routine: Pick<Routine, 'posts' | 'parties' | 'boards'>;
}

/** The parts of a row that somebody fills in. */
export const ROW_PARTS = [
  'role',
  'party',
  'board',
  'order',
  'name',
  'phone',
  'email',
  'groups',
  'begins',
  'ends',
] as const;
export type RowPart = (typeof ROW_PARTS)[number];

/** A row as it was filled in; what is left out is empty. */
export type RowTexts = Readonly<Partial<Record<RowPart, string | undefined>>>;

/** A row of the list but for what the bot itself keeps in it. */
export type RowValues = Pick<Contact, 'role' | 'order' | 'name' | 'phone'> &
  Partial<Pick<Contact, 'party' | 'board' | 'email' | 'groups' | 'begins' | 'ends'>>;

/** A fault, and the part of the row that has it. */
export interface RowFound {
  part: RowPart;
  fault: RowFault;
}

/** No sign that makes a link or turns the text: the name stands where Markdown is read. */
const NAME = /^[\p{L}\p{M}\p{N} .,'’()+/-]+$/u;
/** A number that can be rung, with what people put between its digits. */
export const PHONE = /^\+?\d[\d\s()/-]{1,38}$/;
const EMAIL = /^[^\s@,;:<>()"'[\]]{1,64}@[a-z0-9åäö-]+(\.[a-z0-9åäö-]+)*\.[a-z]{2,24}$/i;
const MOST_ORDER = 99;
const MOST_GROUPS = 5;
const LONGEST_GROUP = 40;

const short = (text: string, most: number = LIMITS.name): boolean => [...text].length <= most;
const partsOf = (text: string): string[] =>
  text
    .split(/[,;]/)
    .map((one) => one.trim())
    .filter((one) => one !== '');

/** The party and board of a row: one that its post has, and none that it has not. */
function unitFaults({ routine }: ListRoster, given: Readonly<Record<RowPart, string>>): RowFound[] {
  const { role, party, board } = given;
  if (role === '') return [{ part: 'role', fault: 'noPost' }];
  const post = postOf(routine.posts, { role });
  if (!post) return [{ part: 'role', fault: 'noSuchPost' }];
  const faultOf = (
    value: string,
    [isAsked, codes]: readonly [boolean, readonly string[]],
    [none, unknown, notAsked]: readonly [RowFault, RowFault, RowFault],
  ): RowFault | undefined => {
    if (!isAsked) return value === '' ? undefined : notAsked;
    if (value === '') return none;
    return codes.includes(value) ? undefined : unknown;
  };
  const ofParty = faultOf(
    party,
    [post.per === 'party', routine.parties],
    ['noParty', 'noSuchParty', 'partyNotAsked'],
  );
  const ofBoard = faultOf(
    board,
    [post.per === 'board', routine.boards],
    ['noBoard', 'noSuchBoard', 'boardNotAsked'],
  );
  return [
    ...(ofParty ? [{ part: 'party' as const, fault: ofParty }] : []),
    ...(ofBoard ? [{ part: 'board' as const, fault: ofBoard }] : []),
  ];
}

function orderFault({ routine }: ListRoster, { role, order }: Readonly<Record<RowPart, string>>): RowFound[] {
  if (order === '') return [];
  const number = /^\d{1,2}$/.test(order) ? Number(order) : 0;
  if (number < 1 || number > MOST_ORDER) return [{ part: 'order', fault: 'badOrder' }];
  const isSole = postOf(routine.posts, { role })?.deputies === false;
  return isSole && number > 1 ? [{ part: 'order', fault: 'noDeputies' }] : [];
}

function personFaults({ name, phone, email, groups }: Readonly<Record<RowPart, string>>): RowFound[] {
  const all = partsOf(groups);
  const isGroup = (one: string) => short(one, LONGEST_GROUP) && NAME.test(one);
  const found: readonly (RowFound | false)[] = [
    name === '' && { part: 'name', fault: 'noName' },
    name !== '' && !(short(name) && NAME.test(name)) && { part: 'name', fault: 'badName' },
    phone === '' && { part: 'phone', fault: 'noPhone' },
    phone !== '' && !PHONE.test(phone) && { part: 'phone', fault: 'badPhone' },
    email !== '' && !(short(email) && EMAIL.test(email)) && { part: 'email', fault: 'badEmail' },
    !(all.length <= MOST_GROUPS && all.every(isGroup)) && { part: 'groups', fault: 'badGroups' },
  ];
  return found.filter((one) => one !== false);
}

/** A day as it stands on the calendar: YYYY-MM-DD. */
const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && addDays(addDays(text, 1), -1) === text;

/** The term of a row: days that are there, the last not before the first. */
function termFaults({ begins, ends }: Readonly<Record<RowPart, string>>): RowFound[] {
  const wrong = (['begins', 'ends'] as const).filter((part) => {
    const day = part === 'begins' ? begins : ends;
    return day !== '' && !isDay(day);
  });
  if (wrong.length > 0) return wrong.map((part) => ({ part, fault: 'badDay' }));
  return begins !== '' && ends !== '' && ends < begins ? [{ part: 'ends', fault: 'badTerm' }] : [];
}

const same = (one = '', other = ''): boolean => one.trim().toLowerCase() === other.trim().toLowerCase();

/** Whether two rows are one person in one post. */
export const isSamePlace = (one: RowValues, other: RowValues): boolean =>
  one.role === other.role &&
  one.party === other.party &&
  one.board === other.board &&
  (one.email !== undefined && other.email !== undefined
    ? same(one.email, other.email)
    : same(one.name, other.name));

/**
 * A row of the contact list as somebody filled it in: its values, or everything that is wrong with it.
 * @param own the id of the row that it is to change; undefined: a new one
 */
export function readRow(
  roster: ListRoster,
  texts: RowTexts,
  own?: string,
): { row?: RowValues; faults: RowFound[] } {
  const was = roster.contacts.find(({ id }) => id === own);
  const kept: RowTexts = { begins: was?.begins, ends: was?.ends };
  const given = Object.fromEntries(
    ROW_PARTS.map((part) => [part, cleanText(texts[part] ?? kept[part] ?? '').trim()]),
  ) as Record<RowPart, string>;
  const faults = [
    ...unitFaults(roster, given),
    ...orderFault(roster, given),
    ...personFaults(given),
    ...termFaults(given),
  ];
  if (faults.length > 0) return { faults };
  const { role, party, board, order, name, phone, email, groups, begins, ends } = given;
  const all = partsOf(groups);
  const row: RowValues = {
    ...{ role, order: order === '' ? 1 : Number(order), name, phone },
    ...{ party: party || undefined, board: board || undefined, email: email || undefined },
    groups: all.length > 0 ? all : undefined,
    ...{ begins: begins || undefined, ends: ends || undefined },
  };
  const isThere = roster.contacts.some((one) => one.id !== own && isListed(one) && isSamePlace(one, row));
  return isThere ? { faults: [{ part: 'name', fault: 'twice' }] } : { row, faults: [] };
}

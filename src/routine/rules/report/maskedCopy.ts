import type { Contact } from '../../model/contact';
import type { Incident } from '../../model/incident';
import type { Problem } from '../../model/refusal';
import type { Routine } from '../../model/routine';
import { markedTexts } from './marked';

/*
 * The copy of the document that is handed out: which words it goes without, and why. The bot proposes, a person goes through it
 * and adds. What is masked is taken out before anything is written down, so that it is nowhere in the file.
 */

/** Words that a copy goes without, and why, as somebody wrote it. */
export interface CopyMask {
  words: string;
  why: string;
}

/** The reason for which the bot proposes a word. */
export type MaskWhy = 'name' | 'contact' | 'unit';
export interface ProposedMask {
  words: string;
  why: MaskWhy;
}

/** Contact details and numbers that lead to a person, wherever they stand in a text. */
const FOUND: readonly RegExp[] = [
  // A Swedish personal number or co-ordination number.
  /(?<!\d)(?:19|20)?\d{6}[-+ ]?\d{4}(?!\d)/g,
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu,
  /(?<![\d-])(?:\+|00)?\d(?:[ ()/-]{0,2}\d){6,13}(?![\d-])/g,
  /(?<![\p{L}\p{N}@])@[\p{L}\p{N}_.]{3,}/gu,
  /https?:\/\/\S+/g,
  // A number plate.
  /(?<![\p{L}\p{N}])[A-ZÅÄÖ]{3} ?\d{2}[\dA-Z](?![\p{L}\p{N}])/gu,
];

/** A day as it is stored is no telephone number. */
const isDay = (text: string): boolean => /^\d{4}-\d\d-\d\d/.test(text);

const SEPARATOR = '|';
const SHORTEST = 2;

/** A capital that stands alone is a party or an initial; any other single sign would be masked everywhere. */
const isCapital = (words: string): boolean => /^\p{Lu}$/u.test(words);
/** A name of two letters, such as Bo: in small letters it is another word, so only the capital is masked. */
const isShortName = (words: string): boolean => /^\p{Lu}\p{Ll}$/u.test(words);
const isTooShort = (words: string): boolean => [...words].length < SHORTEST && !isCapital(words);

/** Small words inside a name. Alone they are everyday words, and are never masked. */
const PARTICLES: ReadonlySet<string> = new Set(
  'af al av bin da de del della den der di du el ibn la le ten ter van vom von zu'.split(' '),
);
const isParticle = (part: string): boolean => PARTICLES.has(part.toLowerCase());
const hasCapital = (part: string): boolean => /^\p{Lu}[\p{L}'’-]*$/u.test(part);

/** Whether words are a person's name as it is written: two or more, each with a capital but for the small words inside. */
function isFullName(words: string): boolean {
  const parts = words.split(' ');
  const last = parts.at(-1) ?? '';
  return (
    parts.length > 1 &&
    parts.every((part) => hasCapital(part) || isParticle(part)) &&
    hasCapital(last) &&
    !isParticle(last)
  );
}

/** A name, and each part of it: "Eva" alone says who it is as well, and so does "von Platen". */
function withParts(name: string): string[] {
  if (!isFullName(name)) return [name];
  const parts = name.split(' ');
  const tails = parts.flatMap((part, at) => (isParticle(part) ? [parts.slice(at).join(' ')] : []));
  return [name, ...tails, ...parts.filter((part) => part.length >= SHORTEST && !isParticle(part))];
}

/** Names that fields of the steps ask for: whom somebody spoke with, and the like. */
const namesInSteps = ({ steps }: Incident, routine: Pick<Routine, 'steps'>): string[] =>
  routine.steps.flatMap(({ id, fields }) =>
    fields.filter(({ kind }) => kind === 'name').map((field) => steps[id]?.records[field.id] ?? ''),
  );

/** All that proposals are made of beside the incident. `units`: parties and boards as they are chosen. */
export interface Proposing {
  contacts: readonly Contact[];
  routine: Pick<Routine, 'steps'>;
  units: readonly { code: string; name: string }[];
}

/**
 * Proposals: names by the marks of their fields, the accounts by their rows of the contact list, party and board, and
 * whatever in a text looks like a contact detail. Each once.
 */
export function proposedMasks(
  incident: Incident,
  { contacts, routine, units: named }: Proposing,
): ProposedMask[] {
  const texts = markedTexts(incident);
  const of = (kind: string) => texts.filter((one) => one.kind === kind).map(({ text }) => text.trim());
  const codes = [incident.party ?? '', incident.board ?? ''].filter(Boolean);
  const units = [
    ...codes.flatMap((code) => [named.find((one) => one.code === code)?.name ?? code, code]),
    incident.report.board ?? '',
  ];
  const listed = of('account').flatMap((id) => contacts.find(({ person }) => person === id)?.name ?? []);
  const contact = texts.flatMap(({ kind, text }) =>
    kind === 'account' || isDay(text) ? [] : FOUND.flatMap((one) => text.match(one) ?? []),
  );
  const isContact = (text: string): boolean => contact.some((one) => one === text);
  const names = [...of('name'), ...listed, ...namesInSteps(incident, routine)].filter(
    (name) => !isContact(name) && !units.includes(name),
  );
  const all: ProposedMask[] = [
    ...names.flatMap(withParts).map((words) => ({ words, why: 'name' as const })),
    ...contact.map((words) => ({ words, why: 'contact' as const })),
    ...units.flatMap(withParts).map((words) => ({ words, why: 'unit' as const })),
  ];
  const known = new Set<string>();
  return all.filter(({ words }) => {
    const key = words.toLowerCase();
    const isNew = !isTooShort(words) && !words.includes('\n') && !known.has(key);
    known.add(key);
    return isNew;
  });
}

/** A mask as a line: the words, a bar, and why. */
export const maskLine = ({ words, why }: CopyMask): string => `${words} ${SEPARATOR} ${why}`;

/** The masks of lines as somebody typed them; a line of blanks is none. */
export const masksIn = (lines: string): CopyMask[] =>
  lines
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => {
      const at = line.lastIndexOf(SEPARATOR);
      return at < 0
        ? { words: line.trim(), why: '' }
        : { words: line.slice(0, at).trim(), why: line.slice(at + 1).trim() };
    });

/** The fault of the first line that has one; undefined: none has. */
export function maskProblem(lines: string): Problem | undefined {
  for (const [at, { words, why }] of masksIn(lines).entries()) {
    if (isTooShort(words)) return { kind: 'mask', line: at + 1, fault: 'tooShort' };
    if (why === '') return { kind: 'mask', line: at + 1, fault: 'noWhy' };
  }
  return undefined;
}

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');

/** A number however it is grouped, at home or with the country before it. */
function numberPattern(words: string): string {
  const digits = words.replace(/\D/g, '').replace(/^(?:00)?46(?=\d{7})/, '0');
  const gaps = '[\\s()./-]*';
  const own = (text: string) => [...text].join(gaps);
  return digits.startsWith('0')
    ? `(?:\\+?(?:00)?46${gaps}(?:\\(0\\))?|0)${gaps}${own(digits.slice(1))}`
    : own(digits);
}

const isNumeric = (words: string): boolean => /^[+\d][\d\s()./-]{5,}$/.test(words);

/** A double name is written with a hyphen of any kind, with a blank, or as one word. */
function wordsPattern(words: string): string {
  const parts = words.split(/[\s\u2010-\u2015-]+/u).filter(Boolean);
  return parts.length === 0 ? escaped(words) : parts.map(escaped).join('[\\s._\\u2010-\\u2015-]*');
}

/** The initials of a name: E.L., E. L., EL; a double name by its first letter or by both. */
function initialsPatterns(words: string): string[] {
  if (!isFullName(words)) return [];
  const all = words.split(' ');
  const letters = (parts: readonly string[]) => parts.map((part) => escaped([...part][0] ?? ''));
  const ways = [all, all.filter((part) => !isParticle(part))].flatMap((parts) => [
    letters(parts),
    letters(parts.flatMap((part) => part.split('-').filter(Boolean))),
  ]);
  return [...new Set(ways.map((all) => all.join('\\.?[\\s-]?')))].map((one) => `${one}\\.?`);
}

/** Signs that nobody sees, such as a soft hyphen out of a pasted letter: a word with one in it reads as the same word. */
const UNSEEN = /[\u00ad\u200b\u200c\u2060\ufeff]/g;
const readable = (text: string): string => text.replace(UNSEEN, '').normalize('NFC');

/** The longest first: "Eva Lind" goes before "Eva". */
const byLength = (a: CopyMask, b: CopyMask): number => b.words.length - a.words.length;

/** Finds words by themselves: nothing stands before and after that would make them others. Nothing to find: no rule. */
const alone = (patterns: readonly string[], ending: string, flags: string): RegExp[] =>
  patterns.length === 0
    ? []
    : [new RegExp(`(?<![\\p{L}\\p{N}])(?:${patterns.join('|')})${ending}(?![\\p{L}\\p{N}])`, flags)];

const ofNumbers = (numbers: readonly CopyMask[]): RegExp[] =>
  numbers.length === 0
    ? []
    : [new RegExp(`(?<!\\d)(?:${numbers.map((one) => numberPattern(one.words)).join('|')})(?!\\d)`, 'gu')];

/**
 * The masking of a text: words wherever they stand by themselves, in capitals or not, in the genitive, run together as in an
 * address; numbers however they are grouped; the initials of a name.
 * @param shown what stands in their place
 */
export function copyMask(masks: readonly CopyMask[], shown: string): (text: string) => string {
  const sorted = masks.map((one) => ({ ...one, words: readable(one.words) })).sort(byLength);
  const [numbers, words] = [
    sorted.filter((one) => isNumeric(one.words)),
    sorted.filter((one) => !isNumeric(one.words)),
  ];
  const capitals = words.filter((one) => isCapital(one.words));
  const short = words.filter((one) => isShortName(one.words));
  const longer = words.filter((one) => !isCapital(one.words) && !isShortName(one.words));
  const initials = [
    ...longer.flatMap((one) => initialsPatterns(one.words)),
    ...capitals.map((one) => one.words),
  ];
  const rules = [
    ...alone(
      longer.map((one) => wordsPattern(one.words)),
      "(?:['’]?s|['’]|\\d{1,4})?",
      'giu',
    ),
    ...alone(
      short.flatMap((one) => [one.words, one.words.toUpperCase()]),
      "(?:['’]?[sS]|['’])?",
      'gu',
    ),
    ...alone(initials, '(?::?s)?', 'gu'),
    ...ofNumbers(numbers),
  ];
  return (text) => rules.reduce((left, rule) => left.replace(rule, shown), readable(text));
}

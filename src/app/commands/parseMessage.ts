import { COMMANDS, CRY, DANGER, TELLS } from '../../content/texts/commands';
import { DANGER_ENGLISH, TELLS_ENGLISH } from '../../content/texts/guidance/english';
import { homeIn } from './standing/readHome';

/** The request in a typed message. `danger`: it sounds like someone in danger. `isEnglish`: it is written in English. */
export type Asked =
  | { kind: keyof typeof COMMANDS | 'danger' | 'unknown'; isEnglish?: true }
  | { kind: 'incident'; reference: string };

/** Lower case, without signs and double spaces. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

const REFERENCE = /(\d{4})[\s-]*([0-9a-hjkmnp-tv-z]{4})(?![0-9a-z])/i;

/** Slips of the finger that pass: none in a short word, two in a long sentence. */
const slips = (phrase: string): number => (phrase.length < 5 ? 0 : phrase.length < 9 ? 1 : 2);

/** Texts that differ more in length cannot be so near: most phrases are out by that. */
const isNear = (said: string, phrase: string): boolean =>
  Math.abs(said.length - phrase.length) <= slips(phrase) && distance(said, phrase) <= slips(phrase);

const matches = (said: string, phrase: string): boolean =>
  said === phrase || isNear(said, phrase) || said === `${phrase} tack`;

/** The commands in the order in which they are tried: the compiler asks for one that is missing. */
const TRIED: Readonly<Record<keyof typeof COMMANDS, true>> = {
  register: true,
  notPolitician: true,
  report: true,
  textReport: true,
  home: true,
  mine: true,
  contacts: true,
  kin: true,
  drill: true,
  practice: true,
  okay: true,
  guidance: true,
  files: true,
  prevention: true,
  watch: true,
  privacy: true,
  help: true,
};
const ORDER = Object.keys(TRIED) as (keyof typeof COMMANDS)[];

/** Commands that a long text may begin with: each is answered as what it is, and says that the rest has gone to nobody. */
const BEGIN_STORIES = ['notPolitician', 'report'] as const;

const closest = (said: string): keyof typeof COMMANDS | undefined =>
  ORDER.find((kind) => COMMANDS[kind].some((phrase) => said === phrase)) ??
  ORDER.find((kind) => COMMANDS[kind].some((phrase) => matches(said, phrase)));

/** One expression for all: whole words, in which `*` stands for any letters and `$` for the end. */
export const wordsLike = (patterns: readonly string[]): RegExp =>
  new RegExp(
    ` (?:${patterns.map((pattern) => pattern.replaceAll('*', '[^ ]*').replace('$', '(?= $)')).join('|')}) `,
  );

const IN_DANGER = wordsLike(DANGER);
const IN_DANGER_ENGLISH = wordsLike(DANGER_ENGLISH);
const TELLING = wordsLike(TELLS);
const TELLING_ENGLISH = wordsLike(TELLS_ENGLISH);

/** A cry for help: the word alone, in capitals or with an exclamation mark. Asked quietly it gets the help card. */
const isCry = (text: string, said: string): boolean =>
  said === CRY && (text === text.toUpperCase() || text.includes('!'));

const inEnglish = (kind: 'danger' | 'report'): Asked => ({ kind, isEnglish: true });

/** A cry for help or a threat told, in a longer text. */
function toldIn(said: string): Asked | undefined {
  const words = ` ${said} `;
  if (IN_DANGER.test(words)) return { kind: 'danger' };
  if (IN_DANGER_ENGLISH.test(words)) return inEnglish('danger');
  if (TELLING.test(words)) return { kind: 'report' };
  return TELLING_ENGLISH.test(words) ? inEnglish('report') : undefined;
}

/** Whether a text says when somebody is home does not hang on what time it is. */
const ANY_TIME = new Date(0);

/** The longest text that may be a command, in characters. */
export const LONGEST_COMMAND = 60;

const ENGLISH: ReadonlySet<string> = new Set(['help me', 'i need help']);

/** Reads a typed message: a command with its near misses, a reference, a cry for help, or none of these. */
export function parseMessage(text: string): Asked {
  const said = plainWords(text.slice(0, 2_000));
  if (isCry(text, said)) return { kind: 'danger' };
  if (ENGLISH.has(said)) return inEnglish('danger');
  const isShort = said.length <= LONGEST_COMMAND;
  // "hot mot mig nu, han har kniv" is no slip of "rapportera hot".
  const isCalm = isShort && !IN_DANGER.test(` ${said} `);
  if (isCalm && homeIn(said, ANY_TIME) !== undefined) return { kind: 'home' };
  const kind = isCalm ? closest(said) : undefined;
  if (kind) return { kind };
  const found = isShort ? REFERENCE.exec(said.replace(/(\d{4}) /, '$1-')) : null;
  if (found) return { kind: 'incident', reference: `${found[1]}-${found[2]?.toUpperCase()}` };
  const told = toldIn(said);
  if (told?.kind === 'danger') return told;
  // "Telefonnummer till mig ligger ute på nätet …": whoever writes so much tells something, and asks for no list.
  const begun = isShort ? ORDER : BEGIN_STORIES;
  const starts = begun.find((one) =>
    COMMANDS[one].some((phrase) => phrase.length > 6 && said.startsWith(phrase)),
  );
  return starts ? { kind: starts } : (told ?? { kind: 'unknown' });
}

/** The number of letters to add, leave out or change to make one text of the other (Levenshtein). */
export function distance(one: string, other: string): number {
  const letters = [...other];
  let row = [0, ...letters.map((_, index) => index + 1)];
  for (const [at, letter] of [...one].entries()) {
    const next = [at + 1];
    for (const [index, its] of letters.entries()) {
      const changed = (row[index] ?? 0) + (letter === its ? 0 : 1);
      next.push(Math.min(changed, (row[index + 1] ?? 0) + 1, (next[index] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { MUNICIPALITIES } from '../../src/content/municipalities';
import { COMMANDS, DANGER, TELLS } from '../../src/content/texts/commands';
import type { Contact } from '../../src/routine/model/contact';

/*
 * The rule for what may stand in a chat (ARCHITECTURE.md, Cards): reference, section, task, time, acute or not, names
 * and numbers of officials. Never the party, never another's name, never a word that somebody typed.
 */

type Json = Record<string, unknown>;

const SHORTEST = 3;
const REFERENCE = /\d{4}-[0-9A-Z]{4}/;

const wordsIn = (text: string): string[] =>
  (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+(?:['’-][\p{L}\p{M}\p{N}]+)*/gu) ?? []
  ).filter(
    (word) => word.length >= SHORTEST && !/^[\d-]+$/.test(word) && !REFERENCE.test(word.toUpperCase()),
  );

/** A card says what others say: each text is cut once. */
const cut = new Map<string, string[]>();

/** Words in lower case; a number counts as a word when it is long enough to be no day and no hour. */
export function wordsOf(text: string): string[] {
  const words = cut.get(text) ?? wordsIn(text);
  if (text.length < 200) cut.set(text, words);
  return words;
}

/** Runs of six digits or more, however they were spaced: telephone numbers, registry numbers. */
const numbersOf = (text: string): string[] =>
  // A reference of digits only is no number that anybody typed.
  (text.replace(/\b\d{4}-[0-9A-Z]{4}\b/g, ' ').match(/\d[\d\s-]{4,}\d/g) ?? [])
    .map((found) => found.replace(/\D/g, ''))
    .filter((digits) => digits.length >= 6);

const CONTENT = join(__dirname, '../../src/content');
/** People that are invented there are no words of ours. */
const INVENTED = 'sandbox';

/** Every word of the bot's own, and those of its layout. */
const ownWords = (): Set<string> => {
  const content = readdirSync(CONTENT, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.ts') && !file.startsWith(INVENTED),
  );
  const cards = join(__dirname, '../../cards');
  const files = [
    ...content.map((file) => join(CONTENT, file)),
    ...readdirSync(cards).map((file) => join(cards, file)),
    join(__dirname, '../../src/screens/actions.ts'),
    join(__dirname, '../../src/cards/scene.ts'),
  ];
  return new Set(files.flatMap((file) => wordsOf(readFileSync(file, 'utf8'))));
};
let own: Set<string> | undefined;

/** Texts that people typed in a test. */
export interface Told {
  /** All that was written or filled in. */
  typed: readonly string[];
  /** The names of all persons. */
  names: readonly string[];
  /** Officials, as the contact list has them at the end. */
  officials: readonly Contact[];
}

/** Words and numbers that must stand nowhere in a chat. */
export function forbiddenWords({ typed, names, officials }: Told): {
  words: Set<string>;
  numbers: Set<string>;
} {
  own ??= ownWords();
  const allowed = new Set([...own, ...officials.flatMap(({ name }) => wordsOf(name))]);
  const phones = new Set(officials.flatMap(({ phone }) => numbersOf(phone)));
  const all = [...typed, ...names];
  return {
    words: new Set(all.flatMap(wordsOf).filter((word) => !allowed.has(word))),
    numbers: new Set(typed.flatMap(numbersOf).filter((digits) => !phones.has(digits))),
  };
}

/** Every string that a message holds, wherever it stands: a card, text, summary, what is read aloud. */
function textsIn(value: unknown, found: string[] = []): string[] {
  if (typeof value === 'string') found.push(value);
  else if (typeof value === 'object' && value !== null)
    for (const part of Object.values(value)) textsIn(part, found);
  return found;
}

/** The envelope of a reply names its addressee; what stands in the chat is text, summary, speak and cards. */
const shownOf = (form: string): Json => {
  const { text, summary, speak, attachments } = JSON.parse(form) as Json;
  return { text, summary, speak, attachments };
};

/** The parties of each municipality. */
const COUNCILS = Object.values(MUNICIPALITIES).map(({ parties }) => parties);
const PARTIES = [...new Map(COUNCILS.flat().map((party) => [party.code, party])).values()].map((party) => ({
  ...party,
  inParty: new RegExp(`\\bi ${party.code}\\b`),
}));
/** The first card of a report asks for the party, and belongs to no incident. */
const isFirstCard = (shown: Json): boolean => JSON.stringify(shown).includes('"id":"party"');
/** It offers all of them; it must not say which one the person has. */
function chosenIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const inside = Object.values(value).flatMap(chosenIn);
  const own = value as Json;
  const isSaid = own.id === 'party' && own.value && own.value !== 'remembered';
  return isSaid ? [`party ${own.value}`, ...inside] : inside;
}
const partyIn = (shown: Json): string[] => {
  if (isFirstCard(shown)) return chosenIn(shown);
  const texts = new Set(textsIn(shown));
  const all = [...texts].join('\n');
  if (!REFERENCE.test(all)) return [];
  // A card that offers every party says of none that it is the person's.
  if (COUNCILS.some((parties) => parties.every(({ code }) => texts.has(code)))) return [];
  return [
    ...PARTIES.flatMap(({ code, name }) => [name, `(${code})`]).filter((party) => all.includes(party)),
    ...PARTIES.filter(({ code, inParty }) => texts.has(code) || inParty.test(all)).map(({ code }) => code),
  ];
};

export interface Scanned {
  messages: number;
  /** Words in messages that were looked up. */
  words: number;
  /** Different words that were looked for. */
  forbidden: number;
  found: string[];
}

/** Looks through every form that every message ever had. */
export function scanMessages(forms: readonly string[], told: Told): Scanned {
  const { words, numbers } = forbiddenWords(told);
  let count = 0;
  // Cards repeat each other: each text is looked through once.
  const looked = new Map<string, { size: number; hits: string[] }>();
  const look = (text: string) => {
    const all = wordsOf(text);
    const hits = [
      ...all.filter((word) => words.has(word)),
      ...numbersOf(text).filter((one) => numbers.has(one)),
    ];
    const seen = { size: all.length, hits };
    looked.set(text, seen);
    return seen;
  };
  const found = forms.flatMap((form) => {
    const shown = shownOf(form);
    const hits = textsIn(shown).flatMap((text) => {
      const seen = looked.get(text) ?? look(text);
      count += seen.size;
      return seen.hits;
    });
    return [...hits, ...partyIn(shown)].map((word) => `${word} in ${form.slice(0, 2_000)}`);
  });
  return { messages: forms.length, words: count, forbidden: words.size + numbers.size, found };
}

/** Typed commands: these words are the bot's own, and no leak. */
const commands = new Set(textsIn([COMMANDS, DANGER, TELLS]).flatMap(wordsOf));

/** An id or a MAC in base64, in which any short word may come up by chance: both cases and a digit, and no space. */
const isRandom = (text: string): boolean =>
  /^[A-Za-z0-9+/=_-]{20,}$/.test(text) && /\d/.test(text) && /[a-z]/.test(text) && /[A-Z]/.test(text);

/** Lines for whoever runs the bot hold ids, codes and counts: no word that was typed, no name, not an official's either. */
export function scanLines(lines: readonly string[], told: Told): Scanned {
  const names = [...told.names, ...told.officials.map(({ name }) => name)];
  const words = new Set([...told.typed, ...names].flatMap(wordsOf).filter((word) => !commands.has(word)));
  const textIn = (line: string) => textsIn(JSON.parse(line)).filter((text) => !isRandom(text));
  const all = lines.map((line) => ({ line, words: wordsOf(textIn(line).join(' ')) }));
  return {
    messages: lines.length,
    words: all.reduce((sum, one) => sum + one.words.length, 0),
    forbidden: words.size,
    found: all.flatMap((one) =>
      one.words.filter((word) => words.has(word)).map((word) => `${word} in ${one.line}`),
    ),
  };
}

import { cleanText } from '../../model/cleanText';
import { UNKNOWN_PARTY } from '../../model/codes';
import type { Problem, SeveralFault } from '../../model/refusal';
import { LIMITS } from '../../model/sensitivity';

/*
 * Many victims of one event, told of by one official: a name a line, with party and number where they are known. Each has an
 * incident of their own.
 */

/** The most that are registered at a time. */
export const MOST_AT_ONCE = 200;

/** Somebody who is registered with others. `party`: its code; `phone`: '' where nobody said it. */
export interface OneOfSeveral {
  name: string;
  party: string;
  phone: string;
}

/** Who is told of on the form itself. */
export const firstOfSeveral = ({
  victimName = '',
  party = '',
  phone = '',
}: Readonly<Record<string, string>>): OneOfSeveral => ({
  name: victimName,
  party: party || UNKNOWN_PARTY,
  phone,
});

/** The code of the party that a word names; undefined: none. */
export type PartyNamed = (word: string) => string | undefined;

/** A text as it is compared: capitals and blanks say nothing of who somebody is. */
export const folded = (text: string): string =>
  cleanText(text).normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

const PHONE = /^\+?[\d\s()/-]{5,}$/;
/** Numbers and bullets before a name, as lists have them. */
const BULLET = /^\s*(?:[-•*–]|\d+[.)])\s*/;

const isName = (text: string): boolean => /\p{L}/u.test(text) && [...text].length <= LIMITS.name;

/** One line; a fault where something in it is neither a party nor a number, so that nobody's party is guessed. */
function lineOf(line: string, partyOf: PartyNamed): OneOfSeveral | SeveralFault {
  const [name = '', ...rest] = line
    .replace(BULLET, '')
    .split(/[,;\t]/)
    .map((part) => cleanText(part).trim());
  if (!isName(name) || partyOf(name) !== undefined) return 'noName';
  const told: OneOfSeveral = { name, party: '', phone: '' };
  for (const part of rest.filter(Boolean)) {
    const party = partyOf(part);
    if (party !== undefined && told.party === '') told.party = party;
    else if (PHONE.test(part) && told.phone === '') told.phone = part;
    else return 'unread';
  }
  return { ...told, party: told.party || UNKNOWN_PARTY };
}

const digits = (phone: string): string => phone.replace(/\D/g, '');
const agrees = (one: string, other: string): boolean => one === '' || other === '' || one === other;
const partyKnown = ({ party }: OneOfSeveral): string => (party === UNKNOWN_PARTY ? '' : party);

/** Whether two lines tell of one person: nothing in them says that they are two. */
const isSame = (one: OneOfSeveral, other: OneOfSeveral): boolean =>
  folded(one.name) === folded(other.name) &&
  agrees(partyKnown(one), partyKnown(other)) &&
  agrees(digits(one.phone), digits(other.phone));

/** Those whom a text names, in its order and each once, and what is wrong with the first line that cannot be read. */
export interface Named {
  all: readonly OneOfSeveral[];
  problem?: Problem;
}

/**
 * Those whom a text names beside the first one.
 * @param first who is told of on the form itself; named again in the text, they are no second person
 */
export function severalIn(text: string, first: OneOfSeveral, partyOf: PartyNamed): Named {
  const all: OneOfSeveral[] = [first];
  for (const [index, line] of text.split('\n').entries()) {
    if (line.trim() === '') continue;
    const told = lineOf(line, partyOf);
    const fault = (of: SeveralFault): Named => ({
      all: [],
      problem: { kind: 'told', line: index + 1, fault: of },
    });
    if (typeof told === 'string') return fault(told);
    if (all.some((one) => isSame(one, told))) continue;
    if (all.length >= MOST_AT_ONCE) return fault('tooMany');
    all.push(told);
  }
  return { all: all.slice(1) };
}

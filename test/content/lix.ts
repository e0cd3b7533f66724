/**
 * The plan's own words, and names: each counts as a short word, with any ending. They are long, but they are what the
 * thing is called, and another word would be harder to recognise.
 */
const PLAN_TERMS = [
  'säkerhetsansvarig',
  'säkerhetsstrateg',
  'kommunchef',
  'kommunpolis',
  'gruppledare',
  'tjänsteperson',
  'kontaktperson',
  'stödperson',
  'polisanmälan',
  'anmälan',
  'skyddsåtgärd',
  'uppföljningssamtal',
  'företagshälsovård',
  'ärendet',
  'kommunen',
  'trygghetsboten',
  'oxelösund',
] as const;

const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}]+(?:[-:.][\p{L}\p{N}]+)*/gu) ?? [];

export const isPlanTerm = (word: string): boolean =>
  PLAN_TERMS.some((term) => word.toLowerCase().startsWith(term));

/** Words that no list excuses. */
export const wordsOver = (text: string, letters: number): string[] =>
  wordsIn(text).filter((word) => /^\p{L}/u.test(word) && word.length > letters && !isPlanTerm(word));

export const wordCount = (text: string): number => wordsIn(text).length;

/** Words a sentence + percent of words over six letters (Björnsson, 1968). A colon ends a sentence, as he has it. */
export function lix(text: string): number {
  const words = wordCount(text);
  if (words === 0) return 0;
  const sentences = text.split(/[.?!:](?=\s|$)/u).filter((part) => wordCount(part) > 0).length;
  return words / sentences + (100 * wordsOver(text, 6).length) / words;
}

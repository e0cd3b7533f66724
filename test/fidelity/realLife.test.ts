import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BESIDE_THE_ROUTINE, BEYOND_THE_PLAN, type RealLife, SITUATIONS_OF_LIFE } from './realLife';

const textOf = (file: string): string => readFileSync(join(__dirname, '..', `${file}.test.ts`), 'utf8');

/** How a test begins that has a title: one, one for each row of a table, or one of its rows. */
const STARTS = ["'", '"', '`'].flatMap((quote) =>
  ['it(', ')(', ')(\n    ', '  [', '[\n      '].map(
    (before) => (title: string) => `${before}${quote}${title}${quote}`,
  ),
);

/** Titles that no test of that name has. */
const untested = ({ what, shown }: RealLife): string[] =>
  Object.entries(shown).flatMap(([file, titles]) => {
    const text = textOf(file);
    return titles
      .filter((title) => !STARTS.some((start) => text.includes(start(title))))
      .map((title) => `${what}: ${file} › ${title}`);
  });

const tests = (rows: readonly RealLife[]): number =>
  rows.flatMap(({ shown }) => Object.values(shown)).flat().length;

describe('real life', () => {
  it.each([
    // As many as the routine's sections 8 and 10 have.
    ['each situation', SITUATIONS_OF_LIFE, 19],
    ['each point beyond the plan', BEYOND_THE_PLAN, 19],
    ['what else happens', BESIDE_THE_ROUTINE, 7],
  ])('%s is shown by tests that are there', (_, rows, count) => {
    expect(rows).toHaveLength(count);
    expect(rows.flatMap(untested)).toEqual([]);
    expect(tests(rows)).toBeGreaterThanOrEqual(rows.length);
    expect(new Set(rows.map(({ what }) => what)).size).toBe(rows.length);
  });

  it('is shown through the door, and each situation by a rule too, but where no incident is', () => {
    const shows = (where: RegExp) => (one: RealLife) =>
      Object.keys(one.shown).some((file) => where.test(file));
    const isThroughDoor = shows(/^(conversation|evenings|teams|access|app|house|routine\/(figures|walk))/);
    const hasRule = shows(/^routine\//);
    const all = [...SITUATIONS_OF_LIFE, ...BEYOND_THE_PLAN, ...BESIDE_THE_ROUTINE];
    expect(all.filter((one) => !isThroughDoor(one)).map(({ what }) => what)).toEqual([]);
    // Whoever has no account here has no incident either: the door itself turns them away, kindly.
    expect(SITUATIONS_OF_LIFE.filter((one) => !hasRule(one)).map(({ what }) => what)).toEqual([
      'a guest, somebody without a licence, a group chat',
      'not a politician',
    ]);
  });
});

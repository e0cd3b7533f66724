import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { exportsOf, sources } from './sources';

const ROOT = join(__dirname, '../..');

/** Each municipality's folder declares the same names: `steps`, `times`, `words` … */
const FOLDER = /^content\/municipalities\/(?!library\/)[^/]+\//;

/** Words that the project no longer uses, with what it says instead (docs/GLOSSARY.md). */
const FORMER: readonly [RegExp, string][] = [
  [/\btown\b/i, 'municipality'],
  [/steer/i, 'administer'],
  [/\blookFailed\b/, 'dispatchFailed'],
];

/** The stored id, key owner and kind of row of the municipality's aggregate: rows that are there bear them. */
const STORED = /'(?:town|t-town)'/;

describe('names', () => {
  it('are exported once', () => {
    const places = new Map<string, string[]>();
    for (const source of sources)
      if (!FOLDER.test(source.path) && !source.path.endsWith('.d.ts'))
        for (const name of exportsOf(source)) places.set(name, [...(places.get(name) ?? []), source.path]);
    expect(places.size).toBeGreaterThan(500);
    expect([...places].filter(([, paths]) => paths.length > 1)).toEqual([]);
  });

  it('follow the glossary: no word of before', () => {
    const found = sources.flatMap(({ path }) =>
      readFileSync(join(ROOT, 'src', path), 'utf8')
        .split('\n')
        .flatMap((line, at) =>
          FORMER.filter(([word]) => word.test(line.replace(STORED, ''))).map(
            ([, now]) => `src/${path}:${at + 1}: say ${now}: ${line.trim()}`,
          ),
        ),
    );
    expect(found).toEqual([]);
  });
});
/** Such a beginning says what somebody asks, and not what the thing is. */

const QUESTION = /\/\*\*\s*(?:\*\s*)?(?:What|Whose|As)\b[^\n]*/g;

it('comments of documentation begin with a noun', () => {
  const found = readdirSync(join(ROOT, 'src'), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.ts'))
    .flatMap((path) =>
      [...readFileSync(join(ROOT, 'src', path), 'utf8').matchAll(QUESTION)].map(
        ([line]) => `src/${path}: ${line.trim()}`,
      ),
    );
  expect(found).toEqual([]);
});

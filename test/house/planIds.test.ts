import { MUNICIPALITIES } from '../../src/content/municipalities';
import { findings, type Source, sources, wordsIn } from './sources';

/** Where plans are declared, and the library that they take steps from. */
const isPlan = ({ path }: Source): boolean => path.startsWith('content/municipalities/');

const routines = Object.values(MUNICIPALITIES).flatMap(({ versions }) => versions);
const ids = new Set(routines.flatMap(({ steps }) => steps.map((step) => step.id)));
const sections = new Set(routines.flatMap(({ steps }) => steps.map((step) => step.section)));

const named = (source: Source): string[] => wordsIn(source).filter((word) => ids.has(word));

/** A section's number anywhere in a text, as in a key made of several parts. */
const numbered = (source: Source): string[] =>
  wordsIn(source).filter((word) => [...sections].some((section) => word.includes(section)));

describe('a plan is known where it is declared only', () => {
  it('finds the ids and sections that are declared', () => {
    expect(ids.size).toBeGreaterThanOrEqual(19);
    expect(sections.size).toBeGreaterThanOrEqual(7);
    const declared = sources.filter(isPlan).flatMap(wordsIn);
    expect([...ids].filter((id) => !declared.includes(id))).toEqual([]);
    expect([...sections].filter((section) => !declared.includes(section))).toEqual([]);
  });

  it('no other code names a step', () => {
    expect(findings((source) => (isPlan(source) ? [] : named(source)))).toEqual([]);
  });

  it('no other code names a section', () => {
    expect(findings((source) => (isPlan(source) ? [] : numbered(source)))).toEqual([]);
  });
});

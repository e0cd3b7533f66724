import { transformSync } from '@swc/core';
import { mutated, mutationsOf } from './mutators';
import { readOptions } from './options';
import { instrumented, regionsAt } from './probes';
import { drawn, mutantsOf as keyed } from './sample';

const mutantsOf = (text: string): string[] => mutationsOf(text).map((mutation) => mutated(text, mutation));

describe('mutants', () => {
  it.each<[string, string[]]>([
    ['if (a) b;', ['if (!(a)) b;', 'if (true) b;', 'if (false) b;']],
    ['while (a) b;', ['while (false) b;']],
    ['c = a < b;', ['c = a <= b;', 'c = a >= b;', ';']],
    ['if (a !== b) c;', ['if (a === b) c;', 'if (true) c;', 'if (false) c;']],
    ['c += a && b;', ['c -= a && b;', 'c += a;', 'c += b;', 'c += (a || b);', ';']],
    ['const c = a ?? b;', ['const c = a;', 'const c = b;']],
    ['const c = !a;', ['const c = a;']],
    ['const c = a?.b;', ['const c = a!.b;']],
    ['const c = a?.[0];', ['const c = a![0];']],
    ['const c = a?.(b);', ['const c = a!(b);']],
    ['const c = (a + b) * 2;', ['const c = (a - b) * 2;', 'const c = (a + b) / 2;']],
    ['const c = a.filter(b).some(d);', ['const c = a.some(d);', 'const c = a.filter(b).every(d);']],
    ['const c = [...a, ...b];', ['const c = [...[], ...b];', 'const c = [...a, ...[]];']],
    ['const c = () => a;', ['const c = () => undefined;', 'const c = () => [];']],
    [
      'function c() { return a > 1; }',
      [
        'function c() { return a >= 1; }',
        'function c() { return a <= 1; }',
        'function c() { return true; }',
        'function c() { return false; }',
      ],
    ],
    ['await a(b);', [';']],
    ["const c = ['one', 'two'];", ["const c = ['two', 'two'];", "const c = ['one', 'one'];"]],
    // What cannot matter.
    ["deps.log.info({ a: !b }, 'text');", []],
    ["deps.log.error({ a: !b }, 'text');", [';']],
    ["throw new TypeError('text' + a);", [';']],
    ["import type { A } from 'a';\ntype B = 'one' | 'two';\ninterface C { a?: true }", []],
    [
      'for (let i = 0; i < 3; i += 1) {}',
      ['for (let i = 0; i <= 3; i += 1) {}', 'for (let i = 0; i >= 3; i += 1) {}'],
    ],
    ["const c = { 'a-b': 1, d: a as 'x' };", []],
  ])('of %s', (text, expected) => {
    expect(mutantsOf(text).sort()).toEqual([...expected].sort());
  });

  it('is a syntax error for none of its own sources', () => {
    const text =
      'const f = async (a?: B): Promise<C> => (a?.b && !a.c) || (await d(a)) ? { e: [...a] } : g(a - 1);';
    const all = mutantsOf(text);
    expect(all.length).toBeGreaterThan(8);
    for (const one of all) expect(() => mutationsOf(one)).not.toThrow();
  });
});

describe('probes', () => {
  const TEXT = `export function f(a: number): string {
  if (a > 1) return 'more';
  else if (a === 1) return (() => 'one')();
  for (const b of [a]) if (b < 0) throw new Error('less');
  switch (a) {
    case 0:
      return a ? 'some' : 'none';
  }
  return 'else';
}
`;
  /** What the function gives, and the lines noted on the way. */
  function run(argument: number): { given: string; noted: number[] } {
    const noted = new Set<number>();
    const { code } = transformSync(instrumented(TEXT, 'f.ts', 'reached'), {
      jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
      module: { type: 'commonjs' },
    });
    const exports: { f?: (a: number) => string } = {};
    const reached = () => () => (offset: number) => noted.add(offset);
    new Function('exports', 'require', code)(exports, reached);
    return { given: exports.f?.(argument) ?? '', noted: [...noted] };
  }

  it('change nothing, and note what ran', () => {
    expect([2, 1, 0].map((argument) => run(argument).given)).toEqual(['more', 'one', 'none']);
    const regionOf = regionsAt(TEXT);
    const reaches = (argument: number, word: string) =>
      run(argument).noted.includes(regionOf(TEXT.indexOf(word)));
    expect(['export', "'more'", "'one'", "'none'", 'switch'].map((word) => reaches(1, word))).toEqual([
      true,
      false,
      true,
      false,
      false,
    ]);
    expect(["'more'", "'some'", "'none'", 'throw', "'else'"].map((word) => reaches(0, word))).toEqual([
      false,
      false,
      true,
      false,
      false,
    ]);
  });

  it('leave each line where it is', () => {
    expect(instrumented(TEXT, 'f.ts', 'reached').split('\n')).toHaveLength(TEXT.split('\n').length);
  });
});

describe('a sample', () => {
  const ONE = 'export function f(a: boolean, b: boolean) { if (a && !b) g(a); return b; }';
  const OTHER = "const h = (a: number) => (a > 1 ? 'x' : 'y');";
  const keysOf = (...files: [string, string][]) =>
    drawn(keyed(files.map(([file, text]) => ({ file, text }))), 'seed').map(({ key }) => key);

  it('is the same after a move, a new name and a new layout', () => {
    const before = keysOf(['src/app/one.ts', ONE], ['src/app/other.ts', OTHER]);
    const after = keysOf(['src/app/z/a.ts', OTHER], ['src/app/a/z.ts', `\n${ONE.replace('if ', '\n  if ')}`]);
    expect(before.length).toBeGreaterThan(3);
    expect(after).toEqual(before);
  });

  it('has one mutant of a statement, and tells two that look alike apart', () => {
    const keys = keysOf(['src/app/one.ts', ONE], ['src/app/two.ts', ONE]);
    const units = new Set(keyed([{ file: 'src/app/one.ts', text: ONE }]).map(({ unit }) => unit));
    expect(keys).toHaveLength(units.size);
    const all = keyed(['one', 'two'].map((file) => ({ file, text: ONE })));
    expect(new Set(all.map(({ key }) => key)).size).toBe(all.length);
  });

  it('is of the chosen folders, for the chosen tests', () => {
    const { isSource, isTest } = readOptions([
      '--only',
      'src/app/delivery/',
      '--tests',
      'test/**/s*.test.ts',
    ]);
    const sources = [
      'src/app/delivery/a.ts',
      'src/app/deliver.ts',
      'src/app/delivery/a.d.ts',
      'src/cards/a.ts',
    ];
    expect(sources.filter(isSource)).toEqual(['src/app/delivery/a.ts']);
    const tests = ['test/app/sweep.test.ts', 'test/app/delivery/send.test.ts', 'test/app/a.test.ts'];
    expect(tests.filter(isTest)).toEqual(['test/app/sweep.test.ts', 'test/app/delivery/send.test.ts']);
    expect(['src/teams/a.ts', 'src/content/a.ts'].filter(readOptions([]).isSource)).toEqual([
      'src/teams/a.ts',
    ]);
    expect(() => readOptions(['--count', 'all'])).toThrow('--count');
  });
});

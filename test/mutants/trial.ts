import { z } from 'zod';
import { type Outcome, runTests } from './jestRun';
import { type KnownTest, readsSources } from './measure';
import { mutated } from './mutators';
import { regionsAt } from './probes';
import type { Mutant } from './sample';
import { digest, Lines } from './store';
import { readProject, type WorkCopy } from './workCopy';

export const VERDICTS = ['killed', 'hung', 'survived', 'unreached'] as const;

const resultSchema = z.object({
  /** The mutant's. */
  key: z.string(),
  verdict: z.enum(VERDICTS),
  /** The tests' state that it holds for: of the one that killed, or of all that were run. */
  state: z.string(),
  /** What killed it. */
  by: z.string(),
  test: z.string(),
  ms: z.number(),
});
export type Result = z.infer<typeof resultSchema>;

export const openResults = () => new Lines('results.jsonl', resultSchema);

/** So many of those that are most about a mutant's source go first, however long they take. */
const ABOUT_IT = 4;

/**
 * The tests that may find a mutant: those that run its place, first the few that are most about its source, then the quickest,
 * then those that read the sources.
 */
export function testsFor({ file, start }: Mutant, tests: readonly KnownTest[]): KnownTest[] {
  const region = regionsAt(readProject(file))(start);
  const quickest = [...tests].sort((one, other) => one.ms - other.ms);
  const reaching = quickest.filter((test) => !readsSources(test.file) && test.reaches(file, region));
  const aboutIt = [...reaching]
    .sort((one, other) => other.shareOf(file) - one.shareOf(file))
    .slice(0, ABOUT_IT);
  return [...new Set([...aboutIt, ...reaching]), ...quickest.filter((test) => readsSources(test.file))];
}

/** As long as these usually take together, the quickest tests are run with every mutant before any is run with the rest. */
const QUICK_MS = 30_000;

/** How likely a test is to find a mutant of a source, for the time that it takes. */
const promiseOf = ({ shareOf, ms, file }: KnownTest, source: string): number =>
  readsSources(file) ? -ms : shareOf(source) / ms;

/** The first of the tests that may find a mutant of a source, and the rest, what promises most first. */
export function quickAndRest(
  tests: readonly KnownTest[],
  source: string,
): [quick: KnownTest[], rest: KnownTest[]] {
  let sum = 0;
  const count = tests.findIndex(({ ms }) => {
    sum += ms;
    return sum > QUICK_MS;
  });
  const at = count === -1 ? tests.length : Math.max(1, count);
  const rest = tests.slice(at).sort((one, other) => promiseOf(other, source) - promiseOf(one, source));
  return [tests.slice(0, at), rest];
}

const stateOfAll = (tests: readonly KnownTest[]): string => digest(...tests.map(({ state }) => state));

/** Whether a result of an earlier run says what this run would. */
export function holds({ verdict, state, by }: Result, tests: readonly KnownTest[]): boolean {
  if (verdict === 'survived' || verdict === 'unreached') return state === stateOfAll(tests);
  return tests.some((test) => test.file === by && test.state === state);
}

/** A test's own time limit in jest's words, or an end of the process that the system may have brought about. */
const BY_THE_MACHINE = /Exceeded timeout of|^ended with/;

/** Runs tests, those from a red one on once more if the machine may be the reason. */
async function run(copy: WorkCopy, tests: readonly KnownTest[]): Promise<Outcome> {
  const outcome = await runTests(copy.folder, tests);
  if (outcome.kind !== 'red' || !BY_THE_MACHINE.test(outcome.message)) return outcome;
  const from = tests.findIndex(({ file }) => file === outcome.file);
  return await runTests(copy.folder, tests.slice(from));
}

/** A mutant, the tests that are to be run with it now, and those that may find it, these among them. */
export interface Trial {
  mutant: Mutant;
  now: readonly KnownTest[];
  all: readonly KnownTest[];
}

/** Plants a mutant in a copy and runs tests, until one finds it. */
export async function tryMutant(copy: WorkCopy, { mutant, now: tests, all }: Trial): Promise<Result> {
  const began = performance.now();
  const result = (verdict: Result['verdict'], by = '', test = ''): Result => ({
    key: mutant.key,
    verdict,
    by,
    test,
    state: tests.find(({ file }) => file === by)?.state ?? stateOfAll(all),
    ms: Math.round(performance.now() - began),
  });
  copy.write(mutant.file, mutated(readProject(mutant.file), mutant));
  try {
    const outcome: Outcome = tests.length > 0 ? await run(copy, tests) : { kind: 'green' };
    if (outcome.kind === 'hung') return result('hung', outcome.file);
    if (outcome.kind === 'red')
      return result('killed', outcome.file, outcome.test || outcome.message.slice(0, 300));
    return result(all.every(({ file }) => readsSources(file)) ? 'unreached' : 'survived');
  } finally {
    copy.restore(mutant.file);
  }
}

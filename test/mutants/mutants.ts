/** `npm run test:mutants`: how many of a sample of planted mistakes the tests find. See README.md beside. */
import { getPriority, setPriority } from 'node:os';
import { compiling } from './compiling';
import { HANG_MS, killAll, listTests, TIMES_USUAL } from './jestRun';
import { type KnownTest, knownTests } from './measure';
import { type Options, readOptions } from './options';
import { equivalents } from './readEquivalents';
import { diffOf, drawn, type Mutant, mutantsOf, type SourceFile } from './sample';
import { testStates } from './store';
import { holds, openResults, quickAndRest, type Result, testsFor, tryMutant, VERDICTS } from './trial';
import { eachIn, makeCopy, projectFiles, readProject, type WorkCopy } from './workCopy';

const WANTED = 0.9;

const say = (line: string): void => console.log(line);

const isKilled = ({ verdict }: Result): boolean => verdict === 'killed' || verdict === 'hung';

/** A mutant in two lines: where, and the change. */
const headOf = (mutant: Mutant, verdict: string): string =>
  `${verdict.padEnd(9)} ${mutant.key} ${mutant.file}:${mutant.line} [${mutant.kind}]\n    ${diffOf(mutant, readProject(mutant.file))}`;

function linesOf(mutant: Mutant, result: Result): string {
  const by = isKilled(result)
    ? `\n    by ${result.by}: ${(result.test || 'nothing came').split('\n')[0]}`
    : '';
  return headOf(mutant, result.verdict) + by;
}

/** All that may be mutated, whatever is chosen of it: so keys, and what is measured, serve every choice. */
const sourceFiles = (): SourceFile[] =>
  projectFiles()
    .filter(readOptions([]).isSource)
    .map((file) => ({ file, text: readProject(file) }));

/** The first mutants in the seed's order that compile. */
async function sampleOf(copy: WorkCopy, { seed, count, isSource }: Options): Promise<Mutant[]> {
  const all = mutantsOf(sourceFiles());
  const same = equivalents();
  const keys = new Set(all.map(({ key }) => key));
  const gone = [...same].filter((key) => !keys.has(key));
  if (gone.length > 0) say(`equivalents.json lists what is no mutant of these sources: ${gone.join(', ')}`);
  const order = drawn(
    all.filter(({ key, file }) => isSource(file) && !same.has(key)),
    seed,
  );
  const sample: Mutant[] = [];
  let from = 0;
  while (sample.length < count && from < order.length) {
    const room = count - sample.length;
    const next = order.slice(from, from + Math.ceil(room * 1.5));
    const right = await compiling(copy, next);
    sample.push(...right.slice(0, room));
    const last = right[room - 1];
    from += last ? next.indexOf(last) + 1 : next.length;
  }
  say(`${all.length} mutants in all; ${from} drawn, ${sample.length} of them compile`);
  return sample;
}

/** The key of what came of the quickest tests alone. */
const quickKey = ({ key }: Mutant): string => `${key} quick`;

/**
 * Tries the mutants, and says what came of each: all with their quickest tests first, then what is left with the rest, so
 * that a run which is stopped has said much. What an earlier run found and still holds is not tried again.
 */
async function tryAll(
  copies: readonly WorkCopy[],
  sample: readonly Mutant[],
  tests: readonly KnownTest[],
): Promise<Map<Mutant, Result>> {
  const lines = openResults();
  const results = new Map<Mutant, Result>();
  const note = (mutant: Mutant, result: Result) => {
    results.set(mutant, result);
    const killed = [...results.values()].filter(isKilled).length;
    say(`${results.size}/${sample.length}, ${killed} killed: ${linesOf(mutant, result)}`);
  };
  const found = (key: string, of: readonly KnownTest[]): Result | undefined => {
    const line = lines.get(key);
    return line && holds(line, of) ? line : undefined;
  };
  const left: Mutant[] = [];
  await eachIn(copies, sample, async (copy, mutant) => {
    const all = testsFor(mutant, tests);
    const [quick, rest] = quickAndRest(all, mutant.file);
    const before = found(mutant.key, all);
    if (before) return note(mutant, before);
    if (found(quickKey(mutant), quick)) return void left.push(mutant);
    const isLast = rest.length === 0;
    const result = await tryMutant(copy, { mutant, now: quick, all: isLast ? all : quick });
    const isEnd = isLast || isKilled(result);
    lines.add(isEnd ? result : { ...result, key: quickKey(mutant) });
    if (isEnd) note(mutant, result);
    else left.push(mutant);
  });
  say(`\n${left.length} are left for the slower tests.\n`);
  await eachIn(copies, left, async (copy, mutant) => {
    const all = testsFor(mutant, tests);
    const result = await tryMutant(copy, { mutant, now: quickAndRest(all, mutant.file)[1], all });
    lines.add(result);
    note(mutant, result);
  });
  return results;
}

/** Says the rate and the survivors. True: it is as wanted. */
function sayResult(results: ReadonlyMap<Mutant, Result>, seed: string): boolean {
  const all = [...results];
  const killed = all.filter(([, result]) => isKilled(result));
  const rate = all.length === 0 ? 0 : killed.length / all.length;
  const survivors = all.filter(([, result]) => !isKilled(result));
  survivors.sort(([one], [other]) => one.file.localeCompare(other.file) || one.line - other.line);
  if (survivors.length > 0) say('\nNot killed:');
  for (const [mutant, result] of survivors) say(linesOf(mutant, result));
  const counts = VERDICTS.map((one) => `${all.filter(([, { verdict }]) => verdict === one).length} ${one}`);
  say(`\nSeed ${seed}: ${counts.join(', ')}.`);
  say(
    `"hung": no end of a test file within ${HANG_MS / 1_000} s and ${TIMES_USUAL} times its usual time; that counts as killed.`,
  );
  say(`${(rate * 100).toFixed(1)} % of ${all.length} are killed; wanted: ${WANTED * 100} %.`);
  return rate >= WANTED;
}

async function main(): Promise<boolean> {
  const options = readOptions(process.argv.slice(2));
  setPriority(Math.max(10, getPriority()));
  const copies: WorkCopy[] = [];
  const clear = () => {
    killAll();
    for (const copy of copies) copy.remove();
  };
  process.once('exit', clear);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
  const first = makeCopy();
  copies.push(first);
  const sample = await sampleOf(first, options);
  if (options.list) {
    for (const mutant of sample) say(headOf(mutant, 'drawn'));
    return true;
  }
  const tests = (await listTests(first.folder)).filter(options.isTest);
  while (copies.length < options.jobs) copies.push(makeCopy());
  const stateOf = testStates();
  const known = await knownTests({ copies, tests, sources: sourceFiles(), stateOf, say });
  return sayResult(await tryAll(copies, sample, known), options.seed);
}

main().then(
  (good) => process.exit(good ? 0 : 1),
  (error: unknown) => {
    console.error(error);
    process.exit(2);
  },
);

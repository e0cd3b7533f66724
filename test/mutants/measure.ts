import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { type Outcome, runTests, type TestFile } from './jestRun';
import { instrumented } from './probes';
import type { SourceFile } from './sample';
import { Lines } from './store';
import { eachIn, type WorkCopy } from './workCopy';

const measuredSchema = z.object({
  /** The state of the test file. */
  key: z.string(),
  file: z.string(),
  ms: z.number(),
  /** Which regions of which sources ran. */
  reached: z.record(z.string(), z.array(z.number())),
});
type Measured = z.infer<typeof measuredSchema>;

/** A test file without any mutant: how long it takes, and what it runs. */
export interface KnownTest extends TestFile {
  /** Its state: of another state nothing is known. */
  state: string;
  reaches(file: string, region: number): boolean;
  /** How much of all that it runs lies in a source, 0 to 1: high for a test that is about that source. */
  shareOf(file: string): number;
}

/** These read the sources as texts, so probes would be in their way. They are tried last with every mutant. */
export const readsSources = (file: string): boolean => file.startsWith('test/house/');

/** As if it usually took this, for a file of which nothing is known yet. */
const UNKNOWN_MS = 120_000;

const notesOf = ({ folder }: WorkCopy): string => join(folder, 'test/mutants/reached.txt');

function notedIn(copy: WorkCopy): Measured['reached'] {
  const path = notesOf(copy);
  const reached: Record<string, number[]> = {};
  const lines = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  for (const line of new Set(lines)) {
    const [, file, region] = /^(.+):(\d+)$/.exec(line) ?? [];
    if (file === undefined) continue;
    const regions = reached[file] ?? [];
    reached[file] = regions;
    regions.push(Number(region));
  }
  return reached;
}

/** Runs a test file, twice if it is red: a machine may be busy. An outcome: it is red without any mutant. */
async function measure(copy: WorkCopy, file: string, key: string): Promise<Measured | Outcome> {
  for (let attempt = 0; ; attempt++) {
    rmSync(notesOf(copy), { force: true });
    const began = performance.now();
    const outcome = await runTests(copy.folder, [{ file, ms: UNKNOWN_MS }]);
    const ms = Math.round(performance.now() - began);
    if (outcome.kind === 'green') return { key, file, ms, reached: notedIn(copy) };
    if (attempt > 0) return outcome;
  }
}

export interface Measuring {
  copies: readonly WorkCopy[];
  tests: readonly string[];
  /** The sources in which probes are put. */
  sources: readonly SourceFile[];
  stateOf(file: string): string;
  say(line: string): void;
}

/**
 * What is known of the tests; those in a state that was not measured before are run, each in a process of its own. One that is
 * red without any mutant is said, and left out.
 */
export async function knownTests({ copies, tests, sources, stateOf, say }: Measuring): Promise<KnownTest[]> {
  const lines = new Lines('measured.jsonl', measuredSchema);
  const isMissing = (file: string) => !lines.get(stateOf(file));
  const run = (files: readonly string[]) =>
    eachIn(copies, files, async (copy, file) => {
      const measured = await measure(copy, file, stateOf(file));
      if ('kind' in measured)
        return say(`left out  ${file}: red without any mutant, ${JSON.stringify(measured)}`);
      lines.add(measured);
      say(`measured  ${file}  ${(measured.ms / 1_000).toFixed(1)} s`);
    });
  await run(tests.filter((file) => isMissing(file) && readsSources(file)));
  const missing = tests.filter(isMissing);
  if (missing.length > 0) {
    for (const copy of copies) {
      const reached = join(copy.folder, 'test/mutants/reached.cjs');
      for (const { file, text } of sources) copy.write(file, instrumented(text, file, reached));
    }
    await run(missing);
    for (const copy of copies) for (const { file } of sources) copy.restore(file);
  }
  return tests.flatMap((file) => {
    const measured = lines.get(stateOf(file));
    return measured ? [known(file, measured)] : [];
  });
}

function known(file: string, measured: Measured): KnownTest {
  const reached = new Map(
    Object.entries(measured.reached).map(([path, regions]) => [path, new Set(regions)]),
  );
  const all = [...reached.values()].reduce((sum, regions) => sum + regions.size, 0);
  return {
    file,
    ms: measured.ms,
    state: measured.key,
    reaches: (path, region) => reached.get(path)?.has(region) ?? false,
    shareOf: (path) => (reached.get(path)?.size ?? 0) / Math.max(1, all),
  };
}

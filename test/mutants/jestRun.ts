import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './workCopy';

/** What came of a run of test files: the first test that failed ends it. */
export type Outcome =
  | { kind: 'green' }
  | { kind: 'red'; file: string; test: string; message: string }
  /** Nothing came of the file for far longer than usual. */
  | { kind: 'hung'; file: string };

export interface TestFile {
  /** From the project's root on. */
  file: string;
  /** How long it usually runs, alone, with jest's start. */
  ms: number;
}

const messageSchema = z.discriminatedUnion('what', [
  z.object({ what: z.literal('file'), file: z.string() }),
  z.object({ what: z.literal('failed'), file: z.string(), test: z.string(), message: z.string() }),
  z.object({ what: z.literal('done'), failed: z.number(), ran: z.number() }),
]);

/** A file hangs after this and `TIMES_USUAL` its usual time: a busy machine is slower by far less. */
export const HANG_MS = 60_000;
export const TIMES_USUAL = 10;

const JEST = require.resolve('jest/bin/jest');

/** Everything that runs in one process: `npm test`, and the searches beside it. */
const PROJECTS = ['--selectProjects', 'tests', 'searches'];

const running = new Set<ChildProcess>();

/** Ends a run with all that it started. */
function kill(child: ChildProcess): void {
  running.delete(child);
  if (child.pid === undefined) return;
  try {
    process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It has ended by itself.
  }
}

export const killAll = (): void => running.forEach(kill);

function startJest(folder: string, args: readonly string[]): ChildProcess {
  const child = spawn(process.execPath, [JEST, ...args], {
    cwd: folder,
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: { ...process.env, TMPDIR: join(folder, 'tmp'), CI: '1' },
  });
  running.add(child);
  return child;
}

/** The files that may kill a mutant. */
export async function listTests(folder: string): Promise<string[]> {
  const child = startJest(folder, [...PROJECTS, '--listTests', `--cacheDirectory=${join(folder, '.jest')}`]);
  let said = '';
  child.stdout?.on('data', (part) => {
    said += String(part);
  });
  const code = await new Promise((ended) => child.once('close', ended));
  running.delete(child);
  if (code !== 0) throw new Error(`jest lists no tests: it ended with ${code}.`);
  return said
    .split('\n')
    .filter((line) => line.startsWith(folder))
    .map((line) => line.slice(folder.length + 1))
    .sort();
}

/** Runs test files in their order in one process. @throws Error jest itself fails */
export function runTests(folder: string, tests: readonly TestFile[]): Promise<Outcome> {
  const inProject = (path: string) => path.slice(folder.length + 1);
  const child = startJest(folder, [
    ...PROJECTS,
    '--runInBand',
    '--forceExit',
    '--watchman=false',
    `--cacheDirectory=${join(folder, '.jest')}`,
    `--reporters=${join(ROOT, 'test/mutants/reporter.cjs')}`,
    `--testSequencer=${join(ROOT, 'test/mutants/sequencer.cjs')}`,
    '--runTestsByPath',
    ...tests.map(({ file }) => join(folder, file)),
  ]);
  let current = tests[0]?.file ?? '';
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part) => {
      output = (output + String(part)).slice(-4_000);
    });
  }
  return new Promise((resolve, reject) => {
    let guard: NodeJS.Timeout | undefined;
    const end = (outcome: Outcome) => {
      clearTimeout(guard);
      kill(child);
      resolve(outcome);
    };
    const watch = () => {
      clearTimeout(guard);
      const usual = tests.find(({ file }) => file === current)?.ms ?? 0;
      guard = setTimeout(() => end({ kind: 'hung', file: current }), HANG_MS + TIMES_USUAL * usual);
    };
    watch();
    child.on('message', (raw) => {
      const message = messageSchema.parse(raw);
      if (message.what === 'file') {
        current = inProject(message.file);
        watch();
      } else if (message.what === 'failed') {
        end({ kind: 'red', file: inProject(message.file), test: message.test, message: message.message });
      } else if (message.failed === 0 && message.ran === tests.length) {
        end({ kind: 'green' });
      }
    });
    child.once('error', reject);
    // A mutant may end the process itself; `end` after a `resolve` changes nothing.
    child.once('close', (code) =>
      end({ kind: 'red', file: current, test: '', message: `ended with ${code}: ${output}` }),
    );
  });
}

import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT, tempOf } from './workCopy';

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

/** How long a process has stood in the queue for a processor in all, in milliseconds; 0 where the system does not say. */
function queuedMs(pid: number | undefined): number {
  try {
    return Number(readFileSync(`/proc/${pid}/schedstat`, 'utf8').split(' ')[1]) / 1e6;
  } catch {
    return 0;
  }
}

/** Calls `then` after so long of a process's own time: what it waits for a processor is not counted. Returns how to call it off. */
function afterOwnTime(pid: number | undefined, ms: number, then: () => void): () => void {
  let counted = queuedMs(pid);
  let timer: NodeJS.Timeout;
  const wait = (left: number) => {
    timer = setTimeout(() => {
      const queued = queuedMs(pid) - counted;
      counted += queued;
      if (queued < 1_000) then();
      else wait(queued);
    }, left);
  };
  wait(ms);
  return () => clearTimeout(timer);
}

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
    env: { ...process.env, TMPDIR: tempOf(folder), CI: '1' },
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
    let callOff = (): void => undefined;
    const end = (outcome: Outcome) => {
      callOff();
      kill(child);
      resolve(outcome);
    };
    const watch = () => {
      callOff();
      const usual = tests.find(({ file }) => file === current)?.ms ?? 0;
      const longest = HANG_MS + TIMES_USUAL * usual;
      callOff = afterOwnTime(child.pid, longest, () => end({ kind: 'hung', file: current }));
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

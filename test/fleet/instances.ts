import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { InstanceOptions } from './options';

const LOADER = join(__dirname, '../support/typescript.cjs');
const PROGRAM = join(__dirname, 'instance.ts');

export interface Instance {
  name: string;
  url: string;
  pid: number | undefined;
  /** Lines of errors that it has logged. */
  errors: string[];
  isRunning(): boolean;
  /** Resolves when it has ended, however. */
  ended: Promise<unknown>;
  kill(): void;
  /** Ends what is under way first. */
  stop(): Promise<void>;
}

const lines = (stream: Readable | null, take: (line: string) => void): void => {
  if (stream) createInterface(stream).on('line', take);
};

const portOf = (child: ChildProcess, errors: readonly string[]): Promise<number> =>
  new Promise((resolve, reject) => {
    lines(child.stdout, (line) => resolve(JSON.parse(line).port));
    child.once('close', () => reject(new Error(`An instance ended at its start: ${errors.join('\n')}`)));
  });

/** Starts the bot as a process, and waits until its door is open. */
export async function startInstance(options: InstanceOptions): Promise<Instance> {
  const errors: string[] = [];
  const child = spawn(process.execPath, ['-r', LOADER, PROGRAM, JSON.stringify(options)], {
    env: { PATH: process.env.PATH },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  lines(child.stderr, (line) => {
    // The one table server shares this machine's few processors with all: what it did not answer in time is asked again.
    if (!line.includes('AbortError')) errors.push(line);
  });
  const ended = once(child, 'exit');
  const isRunning = () => child.exitCode === null && child.signalCode === null;
  const port = await portOf(child, errors);
  return {
    name: options.name,
    url: `http://127.0.0.1:${port}`,
    pid: child.pid,
    errors,
    isRunning,
    ended,
    kill: () => void child.kill('SIGKILL'),
    async stop() {
      if (isRunning()) child.kill('SIGTERM');
      await ended;
    },
  };
}

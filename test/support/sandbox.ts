import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface Sandbox {
  botUrl: string;
  /** Moves the routine's clock: `{advance}` or `{now}`. @throws Error what the sandbox answered */
  move(to: { advance: string } | { now: string }): Promise<void>;
  /** Addresses of the personas, in the order of `personas`. */
  urls: string[];
  child: ChildProcess;
  stop(): Promise<void>;
}

const PROGRAM = path.join(__dirname, '../../dist/sandbox/start.js');

/** The next Tuesday at 10 in Stockholm's winter, 11 in its summer: an hour at which everyone is told at once. */
export function nextWorkingMorning(from: Date): { now: string } {
  const day = new Date(from);
  do day.setUTCDate(day.getUTCDate() + 1);
  while (day.getUTCDay() !== 2);
  return { now: `${day.toISOString().slice(0, 10)}T09:00:00Z` };
}

/** Starts the built sandbox as a user does, and waits for its last line. `env` holds its settings. */
export async function startSandbox(env: Record<string, string>): Promise<Sandbox> {
  const child = spawn(process.execPath, [PROGRAM], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const said: string[] = [];
  const errors: string[] = [];
  child.stderr?.on('data', (part) => errors.push(String(part)));
  const ready = new Promise<void>((resolve, reject) => {
    child.once('exit', (code) =>
      reject(new Error(`The sandbox ended with ${code}: ${errors.join('')}${said.join('\n')}`)),
    );
    if (!child.stdout) return;
    createInterface(child.stdout).on('line', (line) => {
      said.push(line);
      if (line.startsWith('Stoppa med Ctrl-C')) resolve();
    });
  });
  await ready;
  const all = said.join('\n');
  const botUrl = `http://127.0.0.1:${/localhost:(\d+)/.exec(all)?.[1]}`;
  return {
    botUrl,
    async move(to) {
      const response = await fetch(`${botUrl}/sandbox/clock`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(to),
      });
      if (!response.ok) throw new Error(`The clock did not move: ${await response.text()}`);
    },
    urls: [...all.matchAll(/http:\/\/127\.0\.0\.1:\d+/g)].map(([url]) => url),
    child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGINT');
      await once(child, 'exit');
    },
  };
}

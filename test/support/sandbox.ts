import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';

export interface Sandbox {
  botUrl: string;
  /** Addresses of the personas, in the order of `personas`. */
  urls: string[];
  child: ChildProcess;
  stop(): Promise<void>;
}

const PROGRAM = path.join(__dirname, '../../dist/sandbox/start.js');

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
      if (line.startsWith('Stop with Ctrl-C')) resolve();
    });
  });
  await ready;
  const all = said.join('\n');
  return {
    botUrl: `http://127.0.0.1:${/localhost:(\d+)/.exec(all)?.[1]}`,
    urls: [...all.matchAll(/http:\/\/127\.0\.0\.1:\d+/g)].map(([url]) => url),
    child,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGINT');
      await once(child, 'exit');
    },
  };
}

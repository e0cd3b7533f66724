import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import type { Log } from '../app/ports/runtime';

/** Azurite's own account: public knowledge, the same on every machine. */
const ACCOUNT = 'devstoreaccount1';
const ACCOUNT_KEY =
  'Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==';

/** Longer than the child waits for an earlier child (15 s), so that its own error is read. */
const START_LIMIT_MS = 25_000;
/** How long a child may take to save and end before it is killed. Saving takes a second at most. */
const STOP_LIMIT_MS = 30_000;

export interface AzuriteOptions {
  /** The folder of the data, or `'memory'`. */
  folder: string;
  /** Default: a free one. */
  port?: number | undefined;
  log: Log;
}

export interface Azurite {
  connectionString: string;
  /** Resolves when all is saved and the child has ended. */
  stop(): Promise<void>;
}

/** The child's one line of JSON on stdout: the ports of tables and of blobs. */
export type AzuriteWord = { port: number; blobPort: number } | { error: string };

/**
 * Starts Azurite's services of tables and blobs as a detached child. Azurite writes to disk only every five seconds, so it must outlive a
 * killed parent: in a process group of its own it gets no Ctrl-C, and it saves when its stdin ends.
 */
export async function startAzurite({ folder, port = 0, log }: AzuriteOptions): Promise<Azurite> {
  const place = folder === 'memory' ? folder : madeFolder(folder);
  const child = spawn(process.execPath, [childProgram(), place, String(port)], {
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  // Writing to a child that has just died must not end this process.
  child.stdin.on('error', () => undefined);
  logLines(child.stderr, log);
  const word = await firstWord(child).catch((error: Error) => ({ error: error.message }));
  if ('error' in word) {
    await end(child);
    throw new Error(`Azurite did not start: ${word.error}`);
  }
  const warn = (code: number | null) => log.error({ code: code ?? undefined }, 'azurite ended by itself');
  child.once('exit', warn);
  log.info({ port: word.port, pid: child.pid }, 'azurite started');
  return {
    connectionString: connectionString(word),
    stop: () => {
      child.off('exit', warn);
      return end(child);
    },
  };
}

function connectionString({ port, blobPort }: { port: number; blobPort: number }): string {
  const at = (one: number) => `http://127.0.0.1:${one}/${ACCOUNT}`;
  const account = `AccountName=${ACCOUNT};AccountKey=${ACCOUNT_KEY}`;
  return `DefaultEndpointsProtocol=http;${account};TableEndpoint=${at(port)};BlobEndpoint=${at(blobPort)};`;
}

function madeFolder(folder: string): string {
  const place = resolve(folder);
  mkdirSync(place, { recursive: true });
  return place;
}

/** The child's program: beside this file when compiled; the last build's when a loader runs the sources. */
function childProgram(): string {
  const places = [join(__dirname, 'azuriteChild.js'), join(__dirname, '../../dist/sandbox/azuriteChild.js')];
  const found = places.find((place) => existsSync(place));
  if (!found)
    throw new Error(`azuriteChild.js is missing (looked at ${places.join(', ')}): run "npm run build".`);
  return found;
}

function logLines(stream: Readable, log: Log): void {
  createInterface(stream).on('line', (line) => log.warn({ line }, 'azurite said'));
}

/** The child's first line. @throws Error when it ends or stays silent */
function firstWord(child: ChildProcess): Promise<AzuriteWord> {
  return new Promise((resolve, reject) => {
    const limit = setTimeout(() => reject(new Error('it was silent for 25 s.')), START_LIMIT_MS);
    const settle = (act: () => void) => {
      clearTimeout(limit);
      act();
    };
    child.once('error', (error) => settle(() => reject(error)));
    // 'close', not 'exit': by then the last line has been read.
    child.once('close', (code) => settle(() => reject(new Error(`it ended with code ${code}.`))));
    createInterface(child.stdout as Readable).once('line', (line) => settle(() => resolve(JSON.parse(line))));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return;
  const limit = setTimeout(() => child.kill('SIGKILL'), STOP_LIMIT_MS);
  const ended = once(child, 'exit');
  child.stdin?.end();
  await ended;
  clearTimeout(limit);
}

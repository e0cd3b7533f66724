/**
 * The program that `startAzurite` runs: `azuriteChild <folder|memory> <port>`. It serves until its stdin ends (its parent
 * stops it, or dies in any way), and saves before it ends.
 */
import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { AzuriteWord } from './azurite';

const POLL_MS = 100;
const POLLS = 150;

/** The part of Azurite's servers that is used. `afterClose`, protected in its types, saves. */
interface Service {
  start(): Promise<void>;
  getHttpServerAddress(): string;
  afterClose(): Promise<void>;
}

/** The process that uses the folder. `port` is 0 until the service listens. */
interface Holder {
  pid: number;
  port: number;
}

async function main(folder: string, port: number): Promise<void> {
  const parentGone = stdinEnd();
  const lock = folder === 'memory' ? undefined : join(folder, 'azurite.lock.json');
  if (lock) await takeLock(lock, parentGone);
  // A SIGKILL leaves the file; the next start finds that its process is gone.
  process.on('exit', () => lock && rmSync(lock, { force: true }));
  const [tables, blobs] = [makeTables(folder, port), makeBlobs(folder)];
  await Promise.all([tables.start(), blobs.start()]);
  const portOf = (service: Service) => Number(new URL(service.getHttpServerAddress()).port);
  const listening = portOf(tables);
  if (lock) writeFileSync(lock, JSON.stringify({ pid: process.pid, port: listening } satisfies Holder));
  tell({ port: listening, blobPort: portOf(blobs) });
  await parentGone;
  // Saved before the exit frees the port, so that a free port means that all is on disk.
  await Promise.all([tables.afterClose(), blobs.afterClose()]);
  process.exit(0);
}

/** Saves and ends, at the end of stdin and at a signal. */
function stdinEnd(): Promise<void> {
  return new Promise((resolve) => {
    process.stdin.once('end', resolve).once('error', resolve).once('close', resolve).resume();
    process.once('SIGTERM', () => resolve()).once('SIGINT', () => resolve());
  });
}

/** Waits until no other child uses the folder. @throws Error after 15 s */
async function takeLock(lock: string, parentGone: Promise<void>): Promise<void> {
  parentGone.then(() => !isHolder(lock) && process.exit(0));
  for (let poll = 0; poll < POLLS; poll++) {
    if (created(lock)) return;
    const holder = read(lock);
    if (!holder || !(await isRunning(holder))) rmSync(lock, { force: true });
    else await pause(POLL_MS);
  }
  const holder = read(lock);
  throw new Error(
    `another Azurite (process ${holder?.pid}, port ${holder?.port}) still has this folder after 15 s. ` +
      `Is another sandbox running? Stop it; if there is none, delete ${lock}.`,
  );
}

function isHolder(lock: string): boolean {
  return read(lock)?.pid === process.pid;
}

function created(lock: string): boolean {
  try {
    writeFileSync(lock, JSON.stringify({ pid: process.pid, port: 0 } satisfies Holder), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function read(lock: string): Holder | undefined {
  try {
    return JSON.parse(readFileSync(lock, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Whether that child still runs. Both signs: its number may be another process's by now, and a zombie keeps its number. */
async function isRunning({ pid, port }: Holder): Promise<boolean> {
  return isProcess(pid) && (port === 0 || (await isListening(port)));
}

function isProcess(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isListening(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1');
    socket.once('connect', () => resolve(true)).once('error', () => resolve(false));
    socket.once('connect', () => socket.destroy());
  });
}

/* Required by deep paths: the package has no public way to run single services in this process. */

function makeTables(folder: string, port: number): Service {
  const Server = require('azurite/dist/src/table/TableServer').default;
  const Configuration = require('azurite/dist/src/table/TableConfiguration').default;
  const configuration = new Configuration('127.0.0.1', port);
  configuration.isMemoryPersistence = folder === 'memory';
  configuration.metadataDBPath = join(folder, 'azurite.tables.json');
  // The SDK may speak a newer API version than this Azurite knows by name.
  configuration.skipApiVersionCheck = true;
  configuration.disableProductStyleUrl = true;
  return new Server(configuration);
}

function makeBlobs(folder: string): Service {
  const Server = require('azurite/dist/src/blob/BlobServer').default;
  const Configuration = require('azurite/dist/src/blob/BlobConfiguration').default;
  const configuration = new Configuration('127.0.0.1', 0);
  configuration.isMemoryPersistence = folder === 'memory';
  configuration.metadataDBPath = join(folder, 'azurite.blobs.json');
  configuration.extentDBPath = join(folder, 'azurite.extents.json');
  configuration.persistencePathArray = [
    { locationId: 'Default', locationPath: join(folder, 'blobs'), maxConcurrency: 5 },
  ];
  configuration.enableDebugLog = false;
  configuration.skipApiVersionCheck = true;
  configuration.disableProductStyleUrl = true;
  return new Server(configuration);
}

function tell(word: AzuriteWord, then?: () => void): void {
  process.stdout.write(`${JSON.stringify(word)}\n`, then);
}

// The parent may be gone when this process writes: that must not end it before it has saved.
for (const stream of [process.stdout, process.stderr]) stream.on('error', () => undefined);
main(process.argv[2] ?? 'memory', Number(process.argv[3] ?? 0)).catch((error: Error) => {
  // Azurite's timers would keep the process alive.
  tell({ error: error.message }, () => process.exit(1));
});

/** The bot as a process of its own, on the tables that it is given: `instance.ts <options as JSON>`. */

import { randomBytes } from 'node:crypto';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { Log } from '../../src/app/ports/runtime';
import { compose } from '../../src/compose';
import { type MovableClock, openClock } from '../../src/sandbox/clock';
import { connectWithString, openTables, rsaWrap, type Tables } from '../../src/storage/openTables';
import type { ExtraRoute } from '../../src/teams/inbound/server';
import { memoryContainers } from '../support/memoryContainers';
import { type InstanceOptions, pacedBy, SENDER } from './options';

/** Shorter than a lease, however fast the clock runs by which leases end. */
const sendTimeout = (speed: number): number => Math.max(1, Math.min(10, Math.floor(30 / speed)));
const NEVER = 86_400;

const random = (size: number): Uint8Array => randomBytes(size);

/** Errors only, a line each, for the test to read. */
const log: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: (fields, event) => void process.stderr.write(`${JSON.stringify({ event, ...fields })}\n`),
};

/**
 * Counts the calls that leave the process, and ends it at one of them as a crash would. Not the reads of the agenda: a
 * sweep has many, and a death there is one like another.
 */
function counter(dieAt: number | undefined) {
  const calls = { agenda: 0, counted: 0 };
  return {
    calls,
    note(what: string): void {
      if (what === 'GET agenda') calls.agenda++;
      else if (++calls.counted === dieAt) process.kill(process.pid, 'SIGKILL');
    },
  };
}

/** The bot sends by `fetch`: each request is counted and carries our name. */
function signSends(name: string, note: () => void): void {
  const plain = globalThis.fetch;
  globalThis.fetch = (input, init) => {
    note();
    return plain(input, { ...init, headers: { ...init?.headers, [SENDER]: name } });
  };
}

/** Moves the routine's clock, and does all that is due on the way. */
const clockRoute = (clock: MovableClock, tables: Tables, act: Parameters<MovableClock['move']>[2]) => ({
  path: '/fleet/clock',
  handle: async (body: unknown) => ({
    status: 200,
    body: { now: (await clock.move(body, tables.agenda, act)).toISOString() },
  }),
});

/**
 * Of a storage call, in real milliseconds: all instances and their one table server share a machine's few processors,
 * and a call that is only slow there is no fault of theirs. Shorter than a lease all the same.
 */
const patience = (speed: number): number => Math.max(4_000, Math.round(20_000 / speed));

/** What this process holds in memory, without what it needs no more. */
function swept(): NodeJS.MemoryUsage {
  setFlagsFromString('--expose-gc');
  const gc: () => void = runInNewContext('gc');
  gc();
  return process.memoryUsage();
}

async function start(options: InstanceOptions): Promise<void> {
  const { name, sweepSeconds } = options;
  const { calls, note } = counter(options.dieAt);
  signSends(name, () => note('send'));
  const realNow = pacedBy(options.pace);
  const tables = openTables({
    connect: connectWithString(options.connectionString, patience(options.pace.speed)),
    containers: memoryContainers(),
    wrap: rsaWrap(options.wrappingKey),
    indexSecret: Buffer.from(options.indexSecret, 'base64'),
    random,
    realNow,
    tablePrefix: options.tablePrefix,
    onCall: note,
  });
  const clock = await openClock(tables.settings, realNow);
  const running = await compose({
    config: {
      PORT: 0,
      MUNICIPALITY: 'oxelosund',
      SWEEP_SECONDS: sweepSeconds ?? NEVER,
      SEND_TIMEOUT_SECONDS: sendTimeout(options.pace.speed),
      DEADMAN_SECONDS: NEVER,
    },
    host: '127.0.0.1',
    tables,
    log,
    now: clock.now,
    realNow,
    random,
    isSweeping: sweepSeconds !== undefined,
    routes: (bot): ExtraRoute[] => [
      clockRoute(clock, tables, bot),
      // Resolves when all is done that follows the answers given so far.
      {
        path: '/fleet/idle',
        method: 'GET',
        async handle() {
          await bot.idle();
          return { status: 200, body: {} };
        },
      },
      { path: '/fleet/memory', method: 'GET', handle: async () => ({ status: 200, body: swept() }) },
      { path: '/fleet/calls', method: 'GET', handle: async () => ({ status: 200, body: calls }) },
    ],
  });
  process.once('SIGTERM', () => running.stop().then(() => process.exit(0)));
  process.stdout.write(`${JSON.stringify({ port: running.port })}\n`);
}

// Never left behind by a test that ends.
process.stdin.once('end', () => process.exit(0)).resume();
start(JSON.parse(process.argv[2] ?? '')).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
  process.exit(1);
});

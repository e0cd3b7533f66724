import { createPublicKey, randomBytes } from 'node:crypto';
import { RestError, type TableClient } from '@azure/data-tables';
import { connectWithString } from '../../src/storage/azure/connect';
import { openTables, TABLE_NAMES, type Tables, type TablesOptions } from '../../src/storage/openTables';
import { rsaWrap } from '../../src/storage/sealing/keyWrap';
import { type MemoryContainers, memoryContainers } from '../support/memoryContainers';

import { memoryTables } from '../support/memoryTableClient';
import { ownPrefix, sharedKey, sharedTables } from '../support/shared';

export const PRIVATE_PEM = sharedKey();
export const PUBLIC_PEM = createPublicKey(PRIVATE_PEM).export({ type: 'spki', format: 'pem' }).toString();

/** Milliseconds a call: the server is shared with other workers, on a machine that may be busy. */
export const PATIENCE = 60_000;

/** A row as it stands in the table. */
export interface RawRow {
  v?: number;
  [property: string]: unknown;
}

export interface Opened {
  tables: Tables;
  /** The prefix of each table's name. */
  prefix: string;
  /** The raw table, as an operator of the account sees it. */
  raw(table: string): TableClient;
  /** Every raw row of every table. */
  rawRows(): Promise<RawRow[]>;
  /** The storage calls of an action. */
  callsOf(action: () => Promise<unknown>): Promise<string[]>;
  /** Another process on the same storage. */
  again(changes?: Partial<TablesOptions>): Tables;
  /** The next answer to a write is lost on the way, something else happens, and the SDK sends it again. */
  loseNextAnswer(meanwhile?: () => Promise<unknown>): void;
  /** Real time. */
  clock: { now: number };
  /** The blobs, as an operator of the account sees them. */
  containers: MemoryContainers;
}

/** A row with one bit of its sealed value changed, its keys as they were. */
export const spoilt = (row: object): Partial<Record<'sealed0', Uint8Array>> => {
  const { sealed0 } = row as { sealed0: Uint8Array };
  const changed = Buffer.from(sealed0);
  changed[20] = (changed[20] ?? 0) ^ 1;
  return { sealed0: changed };
};

/** @param isInMemory for tests of what stands above storage; else on the run's table server, in tables of its own */
export const openForTest = async (isInMemory = false): Promise<Opened> => {
  const calls: string[] = [];
  const clock = { now: Date.UTC(2026, 10, 24) };
  let losing: (() => Promise<unknown>) | undefined;
  const plain = isInMemory ? memoryTables() : connectWithString(sharedTables(), PATIENCE);
  const containers = memoryContainers();
  const prefix = ownPrefix();
  const connect = (table: string) => {
    const client = plain(table);
    client.pipeline.addPolicy(
      {
        name: 'lose',
        sendRequest: async (request, next) => {
          const response = await next(request);
          if (!losing || request.method === 'GET') return response;
          const meanwhile = losing;
          losing = undefined;
          await meanwhile();
          throw new RestError('the line was cut', { code: 'ECONNRESET' });
        },
      },
      { afterPhase: 'Retry' },
    );
    return client;
  };
  const options: TablesOptions = {
    connect,
    containers,
    wrap: rsaWrap(PRIVATE_PEM),
    indexSecret: randomBytes(32),
    random: (size) => randomBytes(size),
    realNow: () => clock.now,
    tablePrefix: prefix,
    onCall: (what) => calls.push(what),
  };
  const again = (changes: Partial<TablesOptions> = {}) => openTables({ ...options, ...changes });
  const tables = again();
  await tables.create();
  const raw = (table: string) => plain(prefix + table);
  return {
    tables,
    prefix,
    again,
    raw,
    rawRows: async () => {
      const rows: RawRow[] = [];
      for (const name of TABLE_NAMES) for await (const row of raw(name).listEntities()) rows.push({ ...row });
      return rows;
    },
    callsOf: async (action) => {
      calls.length = 0;
      await action();
      return [...calls];
    },
    loseNextAnswer: (meanwhile = async () => undefined) => {
      if (isInMemory) throw new Error('The table client in memory sends nothing again.');
      losing = meanwhile;
    },
    clock,
    containers,
  };
};

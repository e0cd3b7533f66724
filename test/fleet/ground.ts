import { randomBytes, randomUUID } from 'node:crypto';
import type { Log } from '../../src/app/ports/runtime';
import { type Azurite, startAzurite } from '../../src/sandbox/azurite';
import {
  connectWithString,
  newWrappingKey,
  openTables,
  rsaWrap,
  type Tables,
} from '../../src/storage/openTables';
import { memoryContainers } from '../support/memoryContainers';
import { type InstanceOptions, type Pace, pacedBy } from './options';

const silent: Log = { info: () => undefined, warn: () => undefined, error: () => undefined };

export const NOON = Date.parse('2026-11-24T09:00:00Z');

/** The part that all instances share: a table server in a process that outlives them, and the secrets. */
export interface Ground {
  azurite: Azurite;
  wrappingKey: string;
}

export const openGround = async (): Promise<Ground> => {
  const [azurite, wrappingKey] = await Promise.all([
    startAzurite({ folder: 'memory', log: silent }),
    newWrappingKey(),
  ]);
  return { azurite, wrappingKey };
};

/** Empty tables of its own on that ground, and all that an instance needs to work on them. */
export async function openField({ azurite, wrappingKey }: Ground, speed: number) {
  const pace: Pace = { from: Date.now(), at: NOON, speed };
  const indexSecret = randomBytes(32);
  const tablePrefix = `f${randomUUID().slice(0, 8)}`;
  const shared: Omit<InstanceOptions, 'name'> = {
    connectionString: azurite.connectionString,
    tablePrefix,
    wrappingKey,
    indexSecret: indexSecret.toString('base64'),
    pace,
  };
  const now = pacedBy(pace);
  const tables: Tables = openTables({
    connect: connectWithString(azurite.connectionString),
    containers: memoryContainers(),
    wrap: rsaWrap(wrappingKey),
    indexSecret,
    random: (size) => randomBytes(size),
    realNow: now,
    tablePrefix,
  });
  await tables.create();
  return { tables, now, shared };
}

export type Field = Awaited<ReturnType<typeof openField>>;

import type { RandomBytes } from '../../app/ports/runtime';
import type { PersonId } from '../../routine/model/contact';
import { type Entity, property, ROW_VERSION, type StoredEntity } from '../azure/entity';
import type { Table, Write } from '../azure/table';
import type { Ids } from '../sealing/pseudonyms';
import { OwnersRows } from '../sealing/rowSealer';
import type { RotatingKeys } from './rotatingKeys';

/** The tables whose rows depend on the index secret, which are all of them. */
type RotatedTable =
  | 'incidents'
  | 'agenda'
  | 'contacts'
  | 'people'
  | 'drafts'
  | 'index'
  | 'rounds'
  | 'keys'
  | 'settings'
  | 'tombstones';

/** All that a rotation works with. Every step may be done again: what is moved already is left as it is. */
export interface Rotation {
  tables: Readonly<Record<RotatedTable, Table>>;
  from: Ids;
  to: Ids;
  keys: RotatingKeys;
  random: RandomBytes;
  /** Persons by their codes under the secret before: filled by a first look at every row. */
  persons: Map<string, PersonId>;
  /** Complaints about rows that could not be moved, for the operator. */
  faults: string[];
  /** How many rows were written. */
  count: { rows: number };
}

/** The rows of an owner in a table, whose key is found under either secret. @throws when there is no such key */
export async function rowsOf({ keys, random }: Rotation, table: string, owner: string): Promise<OwnersRows> {
  const key = await keys.need(owner);
  return new OwnersRows({ table, owner, key, random });
}

const SIZE = 2 * 1024 * 1024;
const MOST = 40;

const bytesOf = (write: Write): number =>
  Object.values(write.row).reduce<number>(
    (sum, one) => sum + (one instanceof Uint8Array ? (4 * one.length) / 3 : 200),
    0,
  );

/** Writes of one partition in transactions that fit. @throws when somebody else writes at the same time */
export async function writeAll(
  { count }: Rotation,
  table: Table,
  groups: readonly (readonly Write[])[],
): Promise<void> {
  const flush = async (writes: readonly Write[]) => {
    if (writes.length === 0) return;
    if ((await table.write(writes)) !== 'saved')
      throw new Error(
        `A row of ${table.name} was written by somebody else: stop every bot, and run this again.`,
      );
    count.rows += writes.length;
  };
  let batch: Write[] = [];
  for (const group of groups) {
    const size = [...batch, ...group].reduce((sum, one) => sum + bytesOf(one), 0);
    if (batch.length + group.length > MOST || size > SIZE) {
      await flush(batch);
      batch = [];
    }
    batch.push(...group);
  }
  await flush(batch);
}

/** A row put in its new place, and taken out of its old one; in one transaction where they share a partition. */
export async function move(
  rotation: Rotation,
  table: Table,
  { row, to }: { row: StoredEntity; to: Entity },
): Promise<void> {
  const isNear = row.partitionKey === to.partitionKey;
  const put: Write = { kind: 'upsert', row: to };
  await writeAll(rotation, table, [isNear ? [put, { kind: 'delete', row }] : [put]]);
  if (!isNear) await table.remove(row.partitionKey, row.rowKey, '*');
}

/** Every row of a table at once. */
export async function everyRow(table: Table): Promise<StoredEntity[]> {
  const found: StoredEntity[] = [];
  for await (const row of table.rows()) found.push(row);
  return found;
}

/** @throws when a row was written by newer code, which this code must not write over */
export async function assertOwnVersion(tables: Rotation['tables']): Promise<void> {
  for (const table of Object.values(tables))
    for await (const row of table.rows()) {
      const version = property(row, 'v');
      if (typeof version === 'number' && version > ROW_VERSION)
        throw new Error(
          `Table ${table.name} has rows of version ${version}: rotate with the release that wrote them.`,
        );
    }
}

import { type Entity, property, ROW_VERSION, type StoredEntity } from '../azure/entity';
import type { Table } from '../azure/table';
import { isObject } from '../sealing/json';

/*
 * Rows as lines of text and back, sealed as they stand: a backup opens nothing, and needs no key.
 */

type Value = { kind: 'text' | 'number' | 'flag' | 'bytes'; value: string | number | boolean };

const toValue = (value: unknown): Value | undefined => {
  if (value instanceof Uint8Array) return { kind: 'bytes', value: Buffer.from(value).toString('base64') };
  if (typeof value === 'string') return { kind: 'text', value };
  if (typeof value === 'number') return { kind: 'number', value };
  return typeof value === 'boolean' ? { kind: 'flag', value } : undefined;
};

const NOT_OURS = new Set(['etag', 'timestamp']);

const isValue = (value: unknown): value is Value => isObject(value) && 'kind' in value && 'value' in value;

/** One line of JSON. */
export const lineOf = (row: StoredEntity): string =>
  JSON.stringify(
    Object.fromEntries(
      Object.entries(row)
        .filter(([name]) => !NOT_OURS.has(name) && !name.startsWith('odata'))
        .flatMap(([name, value]) => {
          const found = toValue(value);
          return found ? [[name, found]] : [];
        }),
    ),
  );

/** @throws when it is no line of a backup */
export function rowOfLine(line: string): Entity {
  const read: unknown = JSON.parse(line);
  const fields = isObject(read) ? read : {};
  const properties = Object.entries(fields).map(([name, value]) => {
    if (!isValue(value)) throw new Error('A line of the backup is not a row of the tables.');
    return [name, value.kind === 'bytes' ? Buffer.from(String(value.value), 'base64') : value.value];
  });
  const row: Record<string, unknown> = Object.fromEntries(properties);
  const { partitionKey, rowKey } = row;
  if (typeof partitionKey !== 'string' || typeof rowKey !== 'string')
    throw new Error('A line of the backup names no row.');
  return { ...row, partitionKey, rowKey };
}

/** All rows of a table. */
export async function* linesOf(table: Table): AsyncGenerator<string> {
  for await (const row of table.rows()) yield lineOf(row);
}

/**
 * The same, a partition at a time: the rows of one query in one partition are of one moment, so a save that comes
 * meanwhile is in the copy as a whole or not at all.
 */
export async function* linesByPartition(table: Table): AsyncGenerator<string> {
  const partitions = new Set<string>();
  for await (const { partitionKey } of table.rows()) partitions.add(partitionKey);
  for (const partition of partitions)
    for (const row of await table.all({ partition, from: '0', to: '~' })) yield lineOf(row);
}

/** Puts a row there if none is; what is there already is newer. @throws when newer code wrote the backup */
export async function putBack(table: Table, row: Entity): Promise<boolean> {
  const version = property(row, 'v');
  if (typeof version === 'number' && version > ROW_VERSION)
    throw new Error(`The backup has rows of version ${version}: restore it with the release that made it.`);
  return (await table.write([{ kind: 'insert', row }])) === 'saved';
}

import { inParallel } from '../../app/runtime/concurrency';
import type { Table } from '../azure/table';

/** A row as an operator of the account sees it: every property as text, bytes as base64. */
export interface RawRow {
  table: string;
  partitionKey: string;
  rowKey: string;
  properties: Readonly<Record<string, string>>;
}

const KEYS = ['partitionKey', 'rowKey', 'etag', 'timestamp'];

const asText = (value: unknown): string =>
  value instanceof Uint8Array ? Buffer.from(value).toString('base64') : String(value);

/** The first rows of a table, by their keys. */
export const rawRows = async (table: Table, limit: number): Promise<RawRow[]> => {
  const found: RawRow[] = [];
  for await (const { partitionKey, rowKey, ...rest } of table.rows()) {
    if (found.length >= limit) break;
    const properties = Object.entries(rest)
      .filter(([name]) => !KEYS.includes(name) && !name.startsWith('odata'))
      .map(([name, value]) => [name, asText(value)]);
    found.push({ table: table.name, partitionKey, rowKey, properties: Object.fromEntries(properties) });
  }
  return found;
};

const AT_ONCE = 16;

/** Deletes every row, however it is now. */
export const emptyTable = async (table: Table): Promise<void> => {
  const found: { partitionKey: string; rowKey: string }[] = [];
  for await (const { partitionKey, rowKey } of table.rows()) found.push({ partitionKey, rowKey });
  await inParallel(found, AT_ONCE, ({ partitionKey, rowKey }) => table.remove(partitionKey, rowKey, '*'));
};

import { inParallel } from './inParallel';
import type { Table } from './table';

const AT_ONCE = 16;

/** Deletes every row, however it is now. */
export const emptyTable = async (table: Table): Promise<void> => {
  const found: { partitionKey: string; rowKey: string }[] = [];
  for await (const { partitionKey, rowKey } of table.rows()) found.push({ partitionKey, rowKey });
  await inParallel(found, AT_ONCE, ({ partitionKey, rowKey }) => table.remove(partitionKey, rowKey, '*'));
};

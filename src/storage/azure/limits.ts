import type { Entity } from './entity';

const MAX_PROPERTIES = 252;
const MAX_ROW_BYTES = 1024 * 1024;
const MAX_TRANSACTION_ROWS = 100;
/** 4 MiB, less what the envelope of each row takes. */
const MAX_TRANSACTION_BYTES = 3.9 * 1024 * 1024;

const sizeOf = (value: unknown): number => {
  if (typeof value === 'string') return 2 * value.length + 4;
  return value instanceof Uint8Array ? value.length + 4 : 8;
};

/** The size of a row as Azure counts it: names and strings in UTF-16, binary as it is. */
const rowBytes = (entity: Entity): number =>
  Object.entries(entity).reduce((sum, [name, value]) => sum + 8 + 2 * name.length + sizeOf(value), 0);

/** Binary travels as base64. */
const wireBytes = (entity: Entity): number =>
  Object.values(entity).reduce<number>((sum, value) => sum + 100 + (4 * sizeOf(value)) / 3, 500);

const assertRowFits = (table: string, entity: Entity): void => {
  const where = `The row ${entity.rowKey} in table ${table}`;
  const count = Object.keys(entity).length - 2;
  if (count > MAX_PROPERTIES) {
    throw new Error(
      `${where} needs ${count} properties, Azure takes ${MAX_PROPERTIES}: the texts are too long together.`,
    );
  }
  const bytes = rowBytes(entity);
  if (bytes > MAX_ROW_BYTES) {
    throw new Error(
      `${where} is ${bytes} bytes, Azure takes ${MAX_ROW_BYTES}: shorten the texts, or move some to rows of their own.`,
    );
  }
};

/**
 * Azure refuses what Azurite takes, so sizes are checked here.
 * @throws when a row or the transaction is too big, or a row stands twice in it.
 */
export const assertFits = (table: string, entities: readonly Entity[], rows: number): void => {
  for (const entity of entities) assertRowFits(table, entity);
  if (rows > MAX_TRANSACTION_ROWS) {
    throw new Error(
      `A transaction on table ${table} has ${rows} rows, Azure takes ${MAX_TRANSACTION_ROWS}: save fewer rows at once.`,
    );
  }
  const bytes = entities.reduce((sum, entity) => sum + wireBytes(entity), 0);
  if (bytes > MAX_TRANSACTION_BYTES) {
    throw new Error(
      `A transaction on table ${table} is about ${Math.round(bytes)} bytes, Azure takes 4 MiB: save fewer rows at once.`,
    );
  }
};

/** A row as it goes to Azure. */
export interface Entity {
  partitionKey: string;
  rowKey: string;
  [property: string]: unknown;
}

/** A row as Azure gave it. */
export interface StoredEntity extends Entity {
  etag: string;
}

/** A property of a row, which may hold anything. */
export const property = (row: Entity | undefined, name: string): unknown => row?.[name];

/** The layout that this code writes. Raise it when older code would misread or spoil what is written. */
export const ROW_VERSION = 2;

const NEWER = 'newer:';

/**
 * The ETag to hand out for a row. Of a row that newer code wrote it names that version, and `assertWritable` stops it:
 * such a row may be read (unknown fields are kept) but not written.
 */
export const etagOf = (entity: StoredEntity): string => {
  const version = property(entity, 'v');
  return typeof version === 'number' && version > ROW_VERSION
    ? `${NEWER}${version}:${entity.etag}`
    : entity.etag;
};

/** @throws when the ETag is that of a row which newer code wrote. */
export const assertWritable = (etag: string, where: string): void => {
  if (!etag.startsWith(NEWER)) return;
  const version = etag.split(':')[1] ?? '';
  throw new Error(
    `${where} has version ${version}, this code writes version ${ROW_VERSION}: ` +
      'nothing was written. A newer release of the bot has been running here; deploy that one (or a later one) again.',
  );
};

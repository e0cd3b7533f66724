import { odata, type TableClient, type TransactionAction } from '@azure/data-tables';
import type { RandomBytes } from '../../app/ports/runtime';
import { assertWritable, type Entity, property, ROW_VERSION, type StoredEntity } from './entity';
import { assertFits } from './limits';
import { StorageError } from './storageError';

/** One row of a transaction. A replace always names the ETag that was read. */
export type Write =
  | { kind: 'insert' | 'upsert' | 'delete'; row: Entity }
  | { kind: 'replace'; row: Entity; etag: string };

/** `missing`: a row to replace or delete is not there. Unless `saved`, nothing was written. */
export type WriteOutcome = 'saved' | 'conflict' | 'missing';

/** ETags of rows that were just written, by row key. */
export type Tags = ReadonlyMap<string, string>;

/** Rows of one partition, from a row key up to (not with) another. */
export interface Range {
  partition: string;
  from: string;
  to: string;
  /** Rows a page; 1000 unless given. */
  page?: number;
}

const filterOf = ({ partition, from, to }: Range): string =>
  odata`PartitionKey eq ${partition} and RowKey ge ${from} and RowKey lt ${to}`;

const toAction = (write: Write): TransactionAction => {
  switch (write.kind) {
    case 'insert':
      return ['create', write.row];
    case 'upsert':
      return ['upsert', write.row, 'Replace'];
    case 'replace':
      return ['update', write.row, 'Replace', { etag: write.etag }];
    case 'delete':
      return ['delete', write.row];
  }
};

/** A table, with what Azure leaves to the caller: ETags, size limits, retried writes, errors one can read. */
export class Table {
  constructor(
    private readonly client: TableClient,
    private readonly random: RandomBytes,
  ) {}

  get name(): string {
    return this.client.tableName;
  }

  create(): Promise<void> {
    return this.guard('create table', () => this.client.createTable());
  }

  /** One row, or undefined. */
  async get(partition: string, row: string): Promise<StoredEntity | undefined> {
    try {
      return (await this.guard('read', () => this.client.getEntity(partition, row))) as StoredEntity;
    } catch (error) {
      if (error instanceof StorageError && error.isRowMissing) return undefined;
      throw error;
    }
  }

  /** The rows of a range, or of the whole table, in order of their keys, fetched a page at a time. */
  async *rows(range?: Range): AsyncGenerator<StoredEntity> {
    const queryOptions = range ? { filter: filterOf(range) } : {};
    const pages = this.client.listEntities({ queryOptions }).byPage({ maxPageSize: range?.page ?? 1000 });
    for (;;) {
      const page = await this.guard('query', () => pages.next());
      if (page.done) return;
      yield* page.value as unknown as StoredEntity[];
    }
  }

  /** The rows of one name in every partition from one up to (not with) another. */
  async named(rowKey: string, from: string, to: string): Promise<StoredEntity[]> {
    const filter = odata`PartitionKey ge ${from} and PartitionKey lt ${to} and RowKey eq ${rowKey}`;
    const found: StoredEntity[] = [];
    const pages = this.client.listEntities({ queryOptions: { filter } }).byPage({ maxPageSize: 1000 });
    for (;;) {
      const page = await this.guard('query', () => pages.next());
      if (page.done) return found;
      found.push(...(page.value as unknown as StoredEntity[]));
    }
  }

  /** All rows of a range at once. */
  async all(range: Range): Promise<StoredEntity[]> {
    const found: StoredEntity[] = [];
    for await (const row of this.rows(range)) found.push(row);
    return found;
  }

  /**
   * Writes rows of one partition in one transaction, all or nothing, in one call.
   * @param tagged given the ETags of what was written; not called where the answer was lost, and so are they
   * @throws when a row was written by newer code, or is too big
   */
  async write(writes: readonly Write[], tagged?: (tags: Tags) => void): Promise<WriteOutcome> {
    const op = Buffer.from(this.random(12)).toString('base64url');
    const stamped = writes.map((write) => this.stamp(write, op));
    const kept = stamped.filter((write) => write.kind !== 'delete');
    assertFits(
      this.name,
      kept.map((write) => write.row),
      stamped.length,
    );
    try {
      const actions = stamped.map(toAction);
      const { subResponses = [] } = await this.guard('write', () => this.client.submitTransaction(actions));
      // The answers come in the order of the writes.
      tagged?.(
        new Map(
          stamped.flatMap(({ row }, at) => {
            const { etag } = subResponses[at] ?? {};
            return etag ? [[row.rowKey, etag] as const] : [];
          }),
        ),
      );
      return 'saved';
    } catch (error) {
      if (!(error instanceof StorageError) || !(error.isConflict || error.isRowMissing)) throw error;
      if (await this.isOurs(kept, op)) return 'saved';
      return error.isConflict ? 'conflict' : 'missing';
    }
  }

  /** Deletes a row if its ETag is still that; `*` means however it is now. Gone already is as good. */
  async remove(partition: string, row: string, etag: string): Promise<void> {
    try {
      await this.guard('delete', () => this.client.deleteEntity(partition, row, { etag }));
    } catch (error) {
      if (!(error instanceof StorageError) || !(error.isConflict || error.isRowMissing)) throw error;
    }
  }

  private stamp(write: Write, op: string): Write {
    if (write.kind === 'delete') return write;
    if (write.kind === 'replace')
      assertWritable(write.etag, `The row ${write.row.rowKey} in table ${this.name}`);
    return { ...write, row: { ...write.row, v: ROW_VERSION, op } };
  }

  /**
   * The SDK sends a write again when the answer was lost, and its own first try then looks like another's. A row that
   * carries this operation's id says so; one that was inserted says it longest.
   */
  private async isOurs(kept: readonly Write[], op: string): Promise<boolean> {
    const witness = kept.findLast((write) => write.kind === 'insert') ?? kept[0];
    if (!witness) return false;
    const found = await this.get(witness.row.partitionKey, witness.row.rowKey);
    return property(found, 'op') === op;
  }

  private async guard<T>(doing: string, call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw new StorageError(this.name, doing, error);
    }
  }
}

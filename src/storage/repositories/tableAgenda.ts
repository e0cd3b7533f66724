import type { Agenda, AgendaRow, Due } from '../../app/ports/agenda';
import type { Held, SaveResult } from '../../app/ports/delivery';
import type { Millis, RealClock } from '../../app/ports/runtime';
import { inParallel } from '../../app/runtime/concurrency';
import { decideAgain } from '../../app/runtime/decideAgain';
import type { StoredEntity } from '../azure/entity';
import type { Table, Write } from '../azure/table';
import { SealBroken } from '../sealing/aead';
import { type AgendaRows, type DueRow, dueRange, SHARDS } from './agendaRows';

const AT_ONCE = 8;
/** Rows that were stale hide others beyond a page: it is read again, but not for ever. */
const ROUNDS = 5;
const MAX_PAGE = 1000;
/** Of a shard. */
const MAIN_ROWS = { from: 's|', to: 's}' } as const;
/** Acute first. */
const LANES = [true, false] as const;

/**
 * The agenda in Azure tables. An aggregate has a main row, which is the truth, and beside it, in the same partition, a row
 * named after its due time, so that a query in order of time costs what is due. A wake does not know the due time before,
 * so rows of old times may be left: they disagree with the main row, and are deleted when their time comes.
 */
export class TableAgenda implements Agenda {
  constructor(
    private readonly table: Table,
    private readonly rows: AgendaRows,
    private readonly now: RealClock,
  ) {}

  /** Upserts, unlike all other writes: a wake holds whatever stood there, and one call is all that a press can spare. */
  async wake(id: string, due: Millis, rev: number, isAcute = false): Promise<Held<AgendaRow> | undefined> {
    const value = { id, due, rev, isAcute, writtenAt: this.now() };
    const { main, index } = this.rows.of(value);
    let etag: string | undefined;
    const outcome = await this.table.write(
      [
        { kind: 'upsert', row: main },
        { kind: 'upsert', row: index },
      ],
      (tags) => {
        etag = tags.get(main.rowKey);
      },
    );
    if (outcome !== 'saved')
      throw new Error('An aggregate could not be woken, so nothing may be saved for it: try again.');
    return etag === undefined ? undefined : { value, etag };
  }

  async read(id: string): Promise<Held<AgendaRow> | undefined> {
    const { partitionKey, rowKey } = this.rows.mainKey(id);
    const entity = await this.table.get(partitionKey, rowKey);
    return entity && this.rows.held(entity);
  }

  async all(): Promise<Held<AgendaRow>[]> {
    const shards = await Promise.all(SHARDS.map((partition) => this.allOf(partition)));
    return shards.flat();
  }

  move(row: Held<AgendaRow>, due: Millis): Promise<SaveResult> {
    return this.replace(row, { ...row.value, due, writtenAt: this.now() });
  }

  rewrite(row: Held<AgendaRow>): Promise<SaveResult> {
    return this.replace(row, row.value);
  }

  private async replace({ value, etag }: Held<AgendaRow>, next: AgendaRow): Promise<SaveResult> {
    const { main, index } = this.rows.of(next);
    const old = this.rows.of(value).index;
    const writes: Write[] = [
      { kind: 'replace', row: main, etag },
      { kind: 'upsert', row: index },
    ];
    if (old.rowKey === index.rowKey) return this.save(writes);
    const outcome = await this.table.write([...writes, { kind: 'delete', row: old }]);
    // The row of the old time, or the main row, is gone: without the delete it shows which.
    return outcome === 'missing' ? this.save(writes) : outcome;
  }

  async due(now: Millis, limit: number, which?: 'acute'): Promise<Due[]> {
    const lanes = which === 'acute' ? LANES.slice(0, 1) : LANES;
    for (let round = 1; ; round++) {
      const page = await this.oldest(lanes, now, limit);
      const valid = await this.checked(page);
      const mayHideMore = page.length === limit && valid.length < limit;
      if (!mayHideMore || round === ROUNDS)
        return valid.flatMap((row) => readable(() => ({ id: this.rows.idOf(row), isAcute: row.isAcute })));
    }
  }

  async earliest(): Promise<Millis | undefined> {
    const firsts = await Promise.all(
      LANES.flatMap((isAcute) => SHARDS.map((shard) => this.earliestIn(shard, isAcute))),
    );
    const times = firsts.filter((time) => time !== undefined);
    return times.length === 0 ? undefined : Math.min(...times);
  }

  /**
   * Rewrites even a row that is due earlier: whoever looks at it now, with the old contact list, must not be able to move
   * it. The revision is kept.
   */
  async wakeAll(due: Millis): Promise<void> {
    await inParallel(SHARDS, AT_ONCE, async (partition) => {
      for await (const entity of this.table.rows({ partition, ...MAIN_ROWS })) await this.hurry(entity, due);
    });
  }

  /** Unsealed shard by shard, so that a long list does not hold up everything else. */
  private async allOf(partition: string): Promise<Held<AgendaRow>[]> {
    const entities = await this.table.all({ partition, ...MAIN_ROWS });
    return entities.flatMap((entity) => readable(() => this.rows.held(entity)));
  }

  private async save(writes: readonly Write[]): Promise<SaveResult> {
    return (await this.table.write(writes)) === 'saved' ? 'saved' : 'conflict';
  }

  /** The first due rows of all shards, the acute lane before the other, stale ones among them. */
  private async oldest(lanes: readonly boolean[], now: Millis, limit: number): Promise<DueRow[]> {
    const found = await Promise.all(lanes.map((isAcute) => this.oldestIn(isAcute, now, limit)));
    return found.flat().slice(0, limit);
  }

  private async oldestIn(isAcute: boolean, now: Millis, limit: number): Promise<DueRow[]> {
    const page = Math.min(limit, MAX_PAGE);
    const shards = await Promise.all(
      SHARDS.map((partition) =>
        first(this.table.rows({ ...dueRange(partition, isAcute, now), page }), limit),
      ),
    );
    return shards
      .flat()
      .map((entity) => this.rows.dueRow(entity))
      .sort((a, b) => a.due - b.due);
  }

  /** Those that agree with their main row, in the same order. */
  private async checked(rows: readonly DueRow[]): Promise<DueRow[]> {
    const valid = new Set<DueRow>();
    await inParallel(rows, AT_ONCE, async (row) => {
      if (await this.isValid(row)) valid.add(row);
    });
    return rows.filter((row) => valid.has(row));
  }

  /** A stale row is deleted with its ETag: a wake to just that time, since it was read, keeps it. */
  private async isValid(row: DueRow): Promise<boolean> {
    const main = await this.table.get(row.entity.partitionKey, row.mainRowKey);
    if (main && this.rows.agrees(main, row)) return true;
    await this.table.remove(row.entity.partitionKey, row.entity.rowKey, row.entity.etag);
    return false;
  }

  private async earliestIn(partition: string, isAcute: boolean): Promise<Millis | undefined> {
    for await (const entity of this.table.rows({ ...dueRange(partition, isAcute), page: 10 })) {
      const row = this.rows.dueRow(entity);
      if (await this.isValid(row)) return row.due;
    }
    return undefined;
  }

  private async hurry(entity: StoredEntity, due: Millis): Promise<void> {
    const listed = this.rows.held(entity);
    let isListed = true;
    await decideAgain(
      async () => {
        const held = isListed ? listed : await this.read(listed.value.id);
        isListed = false;
        return held;
      },
      (held) => Math.min(due, held.value.due),
      (held, sooner) => this.move(held, sooner),
    );
  }
}

/** A row that was changed by hand stops no other: the dead-man check comes upon its aggregate, and says so. */
const readable = <T>(read: () => T): T[] => {
  try {
    return [read()];
  } catch (error) {
    if (error instanceof SealBroken) return [];
    throw error;
  }
};

const first = async <T>(items: AsyncIterable<T>, limit: number): Promise<T[]> => {
  const taken: T[] = [];
  for await (const item of items) {
    taken.push(item);
    if (taken.length >= limit) break;
  }
  return taken;
};

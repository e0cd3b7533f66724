import type {
  IncidentIndex,
  Listed,
  ListPart,
  OpenIncident,
  PartList,
  Placed,
  WaitHaste,
  WaitPlace,
} from '../../app/ports/incidents';
import type { RealClock } from '../../app/ports/runtime';
import { inParallel } from '../../app/runtime/concurrency';
import type { PersonId } from '../../routine/model/contact';
import { type Entity, property } from '../azure/entity';
import { assertKeyText, isKeyText, newestFirstKey, timeKey } from '../azure/rowKeys';
import type { Table } from '../azure/table';
import type { Ids } from '../sealing/pseudonyms';

const MAX_PAGE = 1000;
const AT_ONCE = 16;
/** Sorts after every time. */
const NEVER = '999999999999999';
/** The beginnings of the rows of a person's lists. None of them is that of another kind of row in any partition. */
const KINDS: Readonly<Record<PartList | 'all', string>> = {
  all: 'i',
  open: 'so',
  closed: 'sc',
  followed: 'sf',
  own: 'sv',
};
const REFERENCE_ROW = 'reference';
/** The beginning of the partitions of files: an incident's id follows. */
export const FILE_NOTES = 'files|';
/** Partitions of open incidents: an alarm waits for none of the others. */
const OPEN_SHARDS = Array.from({ length: 16 }, (_, number) => `open${number.toString(16)}`);

/** Where an open incident is listed. */
export function openKeyOf(ids: Ids, id: string): Entity {
  const shard = (Buffer.from(ids.aggregate(id), 'base64url')[0] ?? 0) % OPEN_SHARDS.length;
  return {
    partitionKey: OPEN_SHARDS[shard] ?? '',
    rowKey: `o|${assertKeyText(id, "An incident's id")}`,
  };
}

/** The partition of the files of an incident, or of the draft that becomes it. */
export const filesOf = (id: string): string => `${FILE_NOTES}${assertKeyText(id, "An incident's id")}`;

/** Person to incidents, reference to incident, which are open, and which files each has. Holds only codes, ids and times. */
export class TableIndex implements IncidentIndex {
  constructor(
    private readonly table: Table,
    private readonly ids: Ids,
    private readonly now: RealClock,
  ) {}

  /** Adding what is there already changes nothing: the entry never changes. */
  async add(person: PersonId, incident: Listed): Promise<boolean> {
    const row = { partitionKey: this.ids.person(person), rowKey: placeIn('i', incident), ...incident };
    return (await this.table.write([{ kind: 'insert', row }])) === 'saved';
  }

  async takeOff(person: PersonId, incident: Pick<Listed, 'id' | 'createdAt'>): Promise<void> {
    await this.table.remove(this.ids.person(person), placeIn('i', incident), '*');
  }

  of(person: PersonId, limit: number, after?: string): Promise<Placed[]> {
    return this.among(person, 'all', { limit, after });
  }

  async among(person: PersonId, list: PartList | 'all', part: ListPart): Promise<Placed[]> {
    const kind = KINDS[list];
    const { since, before, after } = part;
    if (after !== undefined && !isPlace(after, kind)) return [];
    // Newest first: what began last stands first.
    const from = before ? `${kind}|${newestFirstKey(before.getTime() - 1)}` : `${kind}|`;
    const to = since ? `${kind}|${newestFirstKey(since.getTime())}~` : `${kind}}`;
    const rows = await this.some(person, { ...part, from, to });
    return rows.map((row) => ({ ...listedOf(row), place: row.rowKey }));
  }

  async waits(person: PersonId, limit: number, after?: string): Promise<WaitPlace[]> {
    if (after !== undefined && !isPlace(after, 'w')) return [];
    return (await this.some(person, { limit, after, from: 'w|', to: 'w}' })).map(waitOf);
  }

  /** Two ranges, one after the other: what is acute stands before all else. */
  async late(
    person: PersonId,
    now: Date,
    { limit, after }: Pick<ListPart, 'limit' | 'after'>,
  ): Promise<WaitPlace[]> {
    if (after !== undefined && !isPlace(after, 'w')) return [];
    const found: WaitPlace[] = [];
    for (const lane of ['w|0|', 'w|1|']) {
      const to = `${lane}${timeKey(now.getTime())}~`;
      if (found.length >= limit || (after !== undefined && after >= to)) continue;
      const part = { limit: limit - found.length, after: after?.startsWith(lane) ? after : undefined };
      found.push(...(await this.some(person, { ...part, from: lane, to })).map(waitOf));
    }
    return found;
  }

  partPlace(list: PartList, { id, createdAt }: Pick<Listed, 'id' | 'createdAt'>): string {
    return placeIn(KINDS[list], { id, createdAt });
  }

  /** The new places first: in between it stands in more than one, and is never missing. */
  async movePlaces(
    person: PersonId,
    incident: Listed,
    { from, to }: { from: readonly string[]; to: readonly string[] },
  ): Promise<void> {
    const partitionKey = this.ids.person(person);
    const added = to.filter((place) => !from.includes(place));
    const rows = added.map((rowKey) => ({ partitionKey, rowKey, ...incident }));
    if (rows.length > 0) await this.table.write(rows.map((row) => ({ kind: 'upsert' as const, row })));
    for (const rowKey of from.filter((place) => !to.includes(place)))
      await this.table.remove(partitionKey, rowKey, '*');
  }

  waitPlace(id: string, { isAcute, due, since }: WaitHaste): string {
    const times = [due === undefined ? NEVER : timeKey(Date.parse(due)), timeKey(Date.parse(since))];
    return ['w', isAcute ? '0' : '1', ...times, assertKeyText(id, "An incident's id")].join('|');
  }

  /** Some of a person's rows, in their order; a page begins right after a place. */
  private async some(
    person: PersonId,
    { limit, after, from, to }: ListPart & { from: string; to: string },
  ): Promise<Entity[]> {
    const found: Entity[] = [];
    for await (const row of this.table.rows({
      partition: this.ids.person(person),
      // No key of a kind is the beginning of another: "~" comes right after it.
      from: after !== undefined && `${after}~` > from ? `${after}~` : from,
      to,
      page: Math.min(limit, MAX_PAGE),
    })) {
      found.push(row);
      if (found.length >= limit) break;
    }
    return found;
  }

  async claimReference(reference: string, id: string): Promise<boolean> {
    const row = { partitionKey: `ref|${assertKeyText(reference, 'A reference')}`, rowKey: REFERENCE_ROW, id };
    if ((await this.table.write([{ kind: 'insert', row }])) === 'saved') return true;
    return property(await this.table.get(row.partitionKey, row.rowKey), 'id') === id;
  }

  async named(reference: string): Promise<string | undefined> {
    const row = await this.table.get(`ref|${assertKeyText(reference, 'A reference')}`, REFERENCE_ROW);
    return row && String(property(row, 'id'));
  }

  async ofYear(year: string): Promise<string[]> {
    const first = `ref|${assertKeyText(year, 'A year')}-`;
    // The sign after "-" ends the range.
    const rows = await this.table.named(REFERENCE_ROW, first, `${first.slice(0, -1)}.`);
    return rows.map((row) => String(property(row, 'id')));
  }

  /** Upserts: a save that came to nothing may have left a row. */
  async opens(id: string, rev: number): Promise<void> {
    await this.table.write([
      { kind: 'upsert', row: { ...this.openKey(id), rev, writtenAt: timeKey(this.now()) } },
    ]);
  }

  async closes(id: string, rev: number): Promise<void> {
    const { partitionKey, rowKey } = this.openKey(id);
    const row = await this.table.get(partitionKey, rowKey);
    if (row && Number(property(row, 'rev')) <= rev) await this.table.remove(partitionKey, rowKey, row.etag);
  }

  async open(): Promise<OpenIncident[]> {
    const shards = await Promise.all(
      OPEN_SHARDS.map((partition) => this.table.all({ partition, from: 'o|', to: 'o}' })),
    );
    return shards.flat().map((row) => ({
      id: row.rowKey.slice('o|'.length),
      rev: Number(property(row, 'rev')),
      writtenAt: Number(property(row, 'writtenAt')),
    }));
  }

  async openAmong(ids: readonly string[]): Promise<ReadonlySet<string>> {
    const open = new Set<string>();
    await inParallel(ids, AT_ONCE, async (id) => {
      const { partitionKey, rowKey } = this.openKey(id);
      if (await this.table.get(partitionKey, rowKey)) open.add(id);
    });
    return open;
  }

  /** Upserts: noted again it is the same. */
  async addFile(id: string, file: string): Promise<void> {
    const row = { partitionKey: filesOf(id), rowKey: assertKeyText(file, "A file's id"), id };
    await this.table.write([{ kind: 'upsert', row }]);
  }

  async dropFile(id: string, file: string): Promise<void> {
    await this.table.remove(filesOf(id), assertKeyText(file, "A file's id"), '*');
  }

  private openKey(id: string): Entity {
    return openKeyOf(this.ids, id);
  }
}

const placeIn = (kind: string, { id, createdAt }: Pick<Listed, 'id' | 'createdAt'>): string =>
  `${kind}|${newestFirstKey(Date.parse(createdAt))}|${assertKeyText(id, "An incident's id")}`;

const isPlace = (text: string, kind: string): boolean => isKeyText(text) && text.startsWith(`${kind}|`);

const waitOf = (row: Entity): WaitPlace => ({ id: String(property(row, 'id')), place: row.rowKey });

const listedOf = (row: Entity): Listed => ({
  id: String(property(row, 'id')),
  reference: String(property(row, 'reference')),
  createdAt: String(property(row, 'createdAt')),
});

import type { Held } from '../../app/ports/delivery';
import type { Erasure, PartStone, Tombstone } from '../../app/ports/erasure';
import type { PersonRow } from '../../app/ports/people';
import { personAggregateId } from '../../app/ports/states';
import type { PersonId } from '../../routine/model/contact';
import { property, type StoredEntity } from '../azure/entity';
import { isKeyText } from '../azure/rowKeys';
import type { Table } from '../azure/table';
import type { SealedFiles } from '../blobs/sealedFiles';
import type { DataKeys } from '../sealing/dataKeys';
import type { Ids } from '../sealing/pseudonyms';
import { personOwner } from '../sealing/rowSealer';
import type { AgendaRows } from './agendaRows';
import type { TableDrafts } from './tableDrafts';
import { filesOf } from './tableIndex';
import { PEOPLE } from './tablePeople';

const PARTITION = 'tombstones';
/** Of the notes on erased classes of data: a row a class and incident. */
const PARTS = 'parts';

interface Parts {
  incidents: Table;
  index: Table;
  agenda: Table;
  people: Table;
  rounds: Table;
  tombstones: Table;
  drafts: TableDrafts;
  files: SealedFiles;
  keys: DataKeys;
  ids: Ids;
  agendaRows: AgendaRows;
}

const FIELDS = ['reference', 'createdAt', 'closedAt', 'erasedAt', 'decision'] as const;

export const stoneOf = (row: StoredEntity): Tombstone => {
  const [reference, createdAt, closedAt, erasedAt, decision] = FIELDS.map((name) =>
    String(property(row, name) ?? ''),
  ) as [string, string, string, string, string];
  return { id: row.rowKey, reference, createdAt, closedAt, erasedAt, decision };
};

/** The text that a tombstone's code vouches for. */
export const stoneText = (stone: Tombstone): string =>
  JSON.stringify([stone.id, ...FIELDS.map((name) => stone[name])]);

const PART_FIELDS = ['id', 'what', 'at', 'decision'] as const;

const partOf = (row: StoredEntity): PartStone => {
  const [id, what, at, decision] = PART_FIELDS.map((name) => String(property(row, name) ?? '')) as [
    string,
    PartStone['what'],
    string,
    string,
  ];
  return { id, what, at, decision };
};

const vouchedPart = (stone: PartStone): string =>
  JSON.stringify([PARTS, ...PART_FIELDS.map((name) => stone[name])]);

/**
 * Erases incidents. A tombstone stays: it says that there was one, and keeps a restored copy from coming back. It is
 * vouched for with the index secret, or whoever writes to the table could have the bot erase what it should keep.
 */
export class TableErasure implements Erasure {
  constructor(private readonly parts: Parts) {}

  async isBuried(id: string): Promise<boolean> {
    const row = isKeyText(id) ? await this.parts.tombstones.get(PARTITION, id) : undefined;
    return row !== undefined && this.isOurs(row);
  }

  async bury(tombstone: Tombstone): Promise<void> {
    const code = this.parts.ids.tombstones.codeOf(stoneText(tombstone));
    const row = { partitionKey: PARTITION, rowKey: tombstone.id, ...tombstone, code };
    // Whatever stands there: a row that somebody put there beforehand must not keep it away.
    await this.parts.tombstones.write([{ kind: 'upsert', row }]);
  }

  async buryPart(stone: PartStone): Promise<void> {
    const code = this.parts.ids.tombstones.codeOf(vouchedPart(stone));
    const row = { partitionKey: PARTS, rowKey: `${stone.id}|${stone.what}`, ...stone, code };
    await this.parts.tombstones.write([{ kind: 'upsert', row }]);
  }

  /** Every note on an erased class of data that is this bot's own; those of forged rows are not heeded. */
  async buriedParts(): Promise<PartStone[]> {
    return (await this.rows(PARTS)).filter((row) => this.isOurPart(row)).map(partOf);
  }

  async buried(): Promise<Tombstone[]> {
    return (await this.rows()).filter((row) => this.isOurs(row)).map(stoneOf);
  }

  /** Ids of tombstones that somebody else put there: nothing is done on their word. */
  async forged(): Promise<string[]> {
    const [stones, parts] = [await this.rows(), await this.rows(PARTS)];
    return [...stones.filter((row) => !this.isOurs(row)), ...parts.filter((row) => !this.isOurPart(row))].map(
      ({ rowKey }) => rowKey,
    );
  }

  /** Erased incidents of which something is there, or there again: a crash, or somebody put it back. */
  async remaining(): Promise<string[]> {
    const buried = new Set((await this.buried()).map(({ id }) => id));
    const found = new Set<string>();
    for await (const row of this.parts.index.rows()) {
      const id = String(property(row, 'id') ?? row.rowKey.slice('o|'.length));
      if (buried.has(id)) found.add(id);
    }
    for (const id of buried) {
      const rows = this.parts.incidents.all({ partition: id, from: '0', to: '~', page: 1 });
      if ((await this.parts.keys.has(id)) || (await rows).length > 0) found.add(id);
    }
    return [...found];
  }

  /** The key first: from then on nothing can be read. The agenda last: it is what comes back after a crash. */
  async destroy(id: string): Promise<void> {
    await this.parts.keys.destroy(id);
    await this.parts.drafts.removeAll(id);
    await this.removeIncident(id);
    await this.removeFiles(id);
    await this.removeIndex(id);
    await this.removeParts(id);
    await this.removeAgenda(id);
  }

  /** Each file's note goes after the file: one that storage refuses to delete is found again. */
  async removeFiles(id: string): Promise<void> {
    const { files, index } = this.parts;
    let refusal: unknown;
    for (const { partitionKey, rowKey } of await index.all({ partition: filesOf(id), from: '0', to: '~' }))
      try {
        await files.remove(rowKey);
        await index.remove(partitionKey, rowKey, '*');
      } catch (error) {
        refusal = error;
      }
    if (refusal !== undefined) throw refusal;
  }

  private isOurs(row: StoredEntity): boolean {
    return this.parts.ids.tombstones.holds(stoneText(stoneOf(row)), property(row, 'code'));
  }

  private isOurPart(row: StoredEntity): boolean {
    const stone = partOf(row);
    const isOurs = this.parts.ids.tombstones.holds(vouchedPart(stone), property(row, 'code'));
    return isOurs && row.rowKey === `${stone.id}|${stone.what}`;
  }

  private async rows(partition = PARTITION): Promise<StoredEntity[]> {
    const found: StoredEntity[] = [];
    for await (const row of this.parts.tombstones.rows()) if (row.partitionKey === partition) found.push(row);
    return found;
  }

  /** Notes on its classes: the tombstone says it all. */
  private async removeParts(id: string): Promise<void> {
    const { tombstones } = this.parts;
    for (const { rowKey } of await tombstones.all({ partition: PARTS, from: `${id}|`, to: `${id}}` }))
      await tombstones.remove(PARTS, rowKey, '*');
  }

  /**
   * The person's own rows. Their key stays: it opens nothing any more, and if they come back in this very moment, what
   * they write must not be without one.
   */
  async forget(person: PersonId, row: Held<PersonRow> | undefined): Promise<void> {
    const { people, rounds, ids } = this.parts;
    const hash = ids.person(person);
    if (row) await people.remove(PEOPLE, `p|${hash}`, row.etag);
    if (await people.get(PEOPLE, `p|${hash}`)) return;
    for (const { rowKey, owner } of await people.all({ partition: PEOPLE, from: 'e|', to: 'e}' }))
      if (owner === hash) await people.remove(PEOPLE, rowKey, '*');
    const round = personOwner(hash);
    for (const { rowKey } of await rounds.all({ partition: round, from: '0', to: '~' }))
      await rounds.remove(round, rowKey, '*');
    await this.removeAgenda(personAggregateId(person));
  }

  private async removeIncident(id: string): Promise<void> {
    const { incidents } = this.parts;
    for (const { rowKey } of await incidents.all({ partition: id, from: '0', to: '~' }))
      await incidents.remove(id, rowKey, '*');
  }

  /** Who knew of it stands under their HMACs only, so the whole index is looked through. */
  private async removeIndex(id: string): Promise<void> {
    const { index } = this.parts;
    for await (const row of index.rows()) {
      if (property(row, 'id') === id || row.rowKey === `o|${id}`)
        await index.remove(row.partitionKey, row.rowKey, '*');
    }
  }

  private async removeAgenda(id: string): Promise<void> {
    const { agenda, agendaRows } = this.parts;
    const { partitionKey, rowKey } = agendaRows.mainKey(id);
    const hash = rowKey.split('|').at(-1) ?? '';
    for (const row of await agenda.all({ partition: partitionKey, from: 'a', to: 't' }))
      if (row.rowKey.endsWith(`|${hash}`)) await agenda.remove(partitionKey, row.rowKey, '*');
  }
}

import type { Held, SaveResult } from '../../app/ports/delivery';
import type { Draft, DraftStore } from '../../app/ports/people';
import type { PersonId } from '../../routine/model/contact';
import { type Entity, etagOf, type StoredEntity } from '../azure/entity';
import { assertKeyText, isKeyText } from '../azure/rowKeys';
import type { Table } from '../azure/table';
import { SealBroken, tryOpen } from '../sealing/aead';
import { draftOwner, type Sealer } from '../sealing/rowSealer';
import { draftRow } from './rowKinds';

const ROW = 'd|';
const idOf = (row: Entity): string => row.rowKey.slice(ROW.length);
const rowKeyOf = (id: string) => ROW + assertKeyText(id, "A draft's id");

/** Undefined for a row that was changed outside the bot. */
const unlessBroken = (error: unknown): undefined => {
  if (!(error instanceof SealBroken)) throw error;
};

/**
 * Reports being written: a partition a person, and a key a draft. What became an incident, or was thrown away, goes
 * with its key, out of every copy; the person's own key stays.
 */
export class TableDrafts implements DraftStore {
  constructor(
    private readonly table: Table,
    private readonly sealer: Sealer,
  ) {}

  async read(person: PersonId, id: string): Promise<Held<Draft> | undefined> {
    // An id from a card may be anything.
    if (!isKeyText(id)) return undefined;
    const entity = await this.table.get(this.sealer.ids.person(person), rowKeyOf(id));
    const value = entity && (await this.opened(entity));
    return value && { value, etag: etagOf(entity) };
  }

  async of(person: PersonId): Promise<Draft[]> {
    const hash = this.sealer.ids.person(person);
    const entities = await this.table.all({ partition: hash, from: 'd|', to: 'd}' });
    const drafts = await Promise.all(
      entities.map(async (entity) => {
        // One that was damaged must not hide the others, nor keep its writer from an alarm.
        const draft = await this.opened(entity).catch(unlessBroken);
        return draft ? [draft] : [];
      }),
    );
    return drafts.flat();
  }

  async save(draft: Draft, etag?: string): Promise<SaveResult> {
    const hash = this.sealer.ids.person(draft.person);
    const owner = this.ownerOf(hash, draft.id);
    // A new one asks for its key anew: one that was destroyed elsewhere would seal what nobody can open.
    const rows = await (etag === undefined ? this.sealer.toCreate(owner) : this.sealer.toWrite(owner));
    const row = rows.seal(draftRow, { partitionKey: hash, rowKey: rowKeyOf(draft.id) }, draft);
    const outcome = await this.table.write([
      etag === undefined ? { kind: 'insert', row } : { kind: 'replace', row, etag },
    ]);
    return outcome === 'saved' ? 'saved' : 'conflict';
  }

  /** However it is now: the draft has become an incident, or its writer threw it away. */
  async remove(person: PersonId, id: string): Promise<void> {
    if (isKeyText(id)) await this.destroy(this.sealer.ids.person(person), id);
  }

  /** Everybody's drafts of an id, when its incident is erased: also one that was begun again beside it. */
  async removeAll(id: string): Promise<void> {
    for await (const row of this.table.rows())
      if (row.rowKey === rowKeyOf(id)) await this.destroy(row.partitionKey, id);
  }

  /** The owners whose keys there should be, by the rows that are there. */
  async owners(): Promise<Set<string>> {
    const found = new Set<string>();
    for await (const row of this.table.rows()) found.add(this.ownerOf(row.partitionKey, idOf(row)));
    return found;
  }

  /** The key first: whoever crashes in between, what is left cannot be read by anyone, in no copy. */
  private async destroy(owner: string, id: string): Promise<void> {
    await this.sealer.keys.destroy(this.ownerOf(owner, id));
    await this.table.remove(owner, rowKeyOf(id), '*');
  }

  /** Undefined for a draft that was thrown away. @throws {SealBroken} when the row was changed outside the bot */
  private async opened(entity: StoredEntity): Promise<Draft | undefined> {
    const owner = this.ownerOf(entity.partitionKey, idOf(entity));
    const held = await this.sealer.toRead(owner);
    const draft = held && tryOpen(() => held.open(draftRow, entity));
    if (draft) return draft;
    // Thrown away by another process, or begun anew there with another key.
    const rows = await this.sealer.toReadNow(owner);
    if (rows) return rows.open(draftRow, entity);
    await this.forget(entity);
    return undefined;
  }

  /** A row without a key was thrown away: it goes, so that the draft can be begun anew. */
  private forget({ partitionKey, rowKey, etag }: StoredEntity): Promise<void> {
    return this.table.remove(partitionKey, rowKey, etag);
  }

  private ownerOf(owner: string, id: string): string {
    return draftOwner(this.sealer.ids.draft(owner, id));
  }
}

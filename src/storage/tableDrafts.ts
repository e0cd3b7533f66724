import type { Draft, DraftStore, Held, SaveResult } from '../app/ports';
import type { PersonId } from '../routine/contact';
import { assertKeyText, isKeyText } from './keyText';
import { draftRow } from './rows';
import { personSubject, type Sealer } from './sealer';
import type { Table } from './table';

const rowKeyOf = (id: string) => `d|${assertKeyText(id, "A draft's id")}`;

/** Reports being written: a partition a person, sealed with that person's key. */
export class TableDrafts implements DraftStore {
  constructor(
    private readonly table: Table,
    private readonly sealer: Sealer,
  ) {}

  async read(person: PersonId, id: string): Promise<Held<Draft> | undefined> {
    // An id from a card may be anything.
    if (!isKeyText(id)) return undefined;
    const hash = this.sealer.ids.person(person);
    const subject = personSubject(hash);
    const [entity] = await Promise.all([this.table.get(hash, rowKeyOf(id)), this.sealer.keys.find(subject)]);
    return entity && (await this.sealer.toOpen(subject)).held(draftRow, entity);
  }

  async of(person: PersonId): Promise<Draft[]> {
    const hash = this.sealer.ids.person(person);
    const entities = await this.table.all({ partition: hash, from: 'd|', to: 'd}' });
    if (entities.length === 0) return [];
    const rows = await this.sealer.toOpen(personSubject(hash));
    return entities.map((entity) => rows.open(draftRow, entity));
  }

  async save(draft: Draft, etag?: string): Promise<SaveResult> {
    const hash = this.sealer.ids.person(draft.person);
    const rows = await this.sealer.toWrite(personSubject(hash));
    const row = rows.seal(draftRow, hash, rowKeyOf(draft.id), draft);
    const outcome = await this.table.write([
      etag === undefined ? { kind: 'insert', row } : { kind: 'replace', row, etag },
    ]);
    return outcome === 'saved' ? 'saved' : 'conflict';
  }

  /** However it is now: the draft has become an incident, or its writer threw it away. */
  async remove(person: PersonId, id: string): Promise<void> {
    if (isKeyText(id)) await this.table.remove(this.sealer.ids.person(person), rowKeyOf(id), '*');
  }
}

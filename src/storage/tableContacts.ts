import type { ContactList } from '../app/ports';
import { type Contact, isActive, type PersonId } from '../routine/contact';
import { etagOf, type StoredEntity } from './entity';
import { normalEmail } from './ids';
import { assertKeyText, isKeyText } from './keyText';
import { contactRow } from './rows';
import type { Sealer } from './sealer';
import type { SubjectRows } from './subjectRows';
import type { Table, Write } from './table';

export const PARTITION = 'contacts';
const ROW = 'c|';
const WHOLE_LIST = { partition: PARTITION, from: ROW, to: 'c}' };
const TRIES = 5;

/** The contact list: one partition, read with one query. */
export class TableContacts implements ContactList {
  constructor(
    private readonly table: Table,
    private readonly sealer: Sealer,
  ) {}

  async read(): Promise<Contact[]> {
    const entities = await this.table.all(WHOLE_LIST);
    if (entities.length === 0) return [];
    const rows = await this.sealer.toOpen(PARTITION);
    return entities.map((entity) => rows.open(contactRow, entity));
  }

  async isEmpty(): Promise<boolean> {
    for await (const _ of this.table.rows({ ...WHOLE_LIST, page: 1 })) return false;
    return true;
  }

  /** Makes the list these contacts, in one transaction: rows that are not among them are deleted. */
  async put(contacts: readonly Contact[]): Promise<void> {
    await this.change((rows, stored) => {
      const keys = new Set(contacts.map(rowKeyOf));
      const gone = [...stored.values()].filter((entity) => !keys.has(entity.rowKey));
      return [
        ...contacts.map((contact) => write(rows, contact, stored.get(rowKeyOf(contact)))),
        ...gone.map((row): Write => ({ kind: 'delete', row })),
      ];
    });
  }

  async bind(email: string, person: PersonId): Promise<boolean> {
    const wanted = normalEmail(email);
    const isUnbound = (contact: Contact) =>
      isActive(contact) &&
      contact.person === undefined &&
      contact.email !== undefined &&
      normalEmail(contact.email) === wanted;
    return this.change((rows, stored) =>
      [...stored.values()].flatMap((entity) => {
        const contact = rows.open(contactRow, entity);
        return isUnbound(contact) ? [write(rows, { ...contact, person }, entity)] : [];
      }),
    );
  }

  replace(id: string, at: string, next: Contact): Promise<boolean> {
    return this.change((rows, stored) => {
      const entity = isKeyText(id) ? stored.get(ROW + id) : undefined;
      const contact = entity && rows.open(contactRow, entity);
      if (!contact || contact.ended) return [];
      return [write(rows, { ...contact, ended: at }, entity), write(rows, next, undefined)];
    });
  }

  /** Decides on a fresh read what to write, and again when another was faster. False: there was nothing to write. */
  private async change(
    decide: (rows: SubjectRows, stored: ReadonlyMap<string, StoredEntity>) => Write[],
  ): Promise<boolean> {
    const rows = await this.sealer.toWrite(PARTITION);
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const entities = await this.table.all(WHOLE_LIST);
      const writes = decide(rows, new Map(entities.map((entity) => [entity.rowKey, entity])));
      if (writes.length === 0) return false;
      if ((await this.table.write(writes)) === 'saved') return true;
    }
    throw new Error(`The contact list changed ${TRIES} times while it was being written: try again.`);
  }
}

const rowKeyOf = (contact: Contact) => ROW + assertKeyText(contact.id, "A contact's id");

const write = (rows: SubjectRows, contact: Contact, stored: StoredEntity | undefined): Write => {
  const row = rows.seal(contactRow, PARTITION, rowKeyOf(contact), contact);
  return stored ? { kind: 'replace', row, etag: etagOf(stored) } : { kind: 'insert', row };
};

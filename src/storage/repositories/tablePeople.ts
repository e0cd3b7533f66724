import type { Held, SaveResult } from '../../app/ports/delivery';
import type { People, PersonRow } from '../../app/ports/people';
import { inParallel } from '../../app/runtime/concurrency';
import type { PersonId } from '../../routine/model/contact';
import { property } from '../azure/entity';
import type { Table, Write } from '../azure/table';
import { normalEmail } from '../sealing/pseudonyms';
import type { OwnersRows } from '../sealing/rowSealer';
import { personOwner, type Sealer } from '../sealing/rowSealer';
import { emailRow, personRow } from './rowKinds';

export const PEOPLE = 'people';
/** Rows whose keys are asked for side by side. */
const READ_AT_ONCE = 16;
const rowKeyOf = (hash: string) => `p|${hash}`;
const emailKeyOf = (hash: string) => `e|${hash}`;

/** Every e-mail that a person is found by. */
export const emailsOf = ({ email, emails = [] }: PersonRow): string[] => [
  ...(email === undefined ? [] : [email]),
  ...emails,
];

/**
 * Those who have the bot: one partition, so that a person and the row that leads there from the e-mail are written
 * together.
 */
export class TablePeople implements People {
  constructor(
    private readonly table: Table,
    private readonly sealer: Sealer,
  ) {}

  async read(person: PersonId): Promise<Held<PersonRow> | undefined> {
    const hash = this.sealer.ids.person(person);
    const owner = personOwner(hash);
    const [entity] = await Promise.all([
      this.table.get(PEOPLE, rowKeyOf(hash)),
      this.sealer.keys.find(owner),
    ]);
    return entity && (await this.sealer.toOpen(owner)).held(personRow, entity);
  }

  async save(person: PersonRow, etag?: string): Promise<SaveResult> {
    const hash = this.sealer.ids.person(person.person);
    const rows = await this.sealer.toWrite(personOwner(hash));
    const row = rows.seal(personRow, { partitionKey: PEOPLE, rowKey: rowKeyOf(hash) }, person);
    const main: Write = etag === undefined ? { kind: 'insert', row } : { kind: 'replace', row, etag };
    const outcome = await this.table.write([main, ...this.emailWrites(rows, hash, person)]);
    return outcome === 'saved' ? 'saved' : 'conflict';
  }

  /** A row of an e-mail that the person no longer has may be left: it does not count. */
  async findByEmail(email: string): Promise<PersonId | undefined> {
    const entity = await this.table.get(PEOPLE, emailKeyOf(this.sealer.ids.email(email)));
    if (!entity) return undefined;
    const rows = await this.sealer.toRead(personOwner(String(property(entity, 'owner'))));
    if (!rows) return undefined;
    const found = await this.read(rows.open(emailRow, entity).person);
    const has = found ? emailsOf(found.value).map(normalEmail) : [];
    return has.includes(normalEmail(email)) ? found?.value.person : undefined;
  }

  async everyone(): Promise<PersonRow[]> {
    const entities = await this.table.all({ partition: PEOPLE, from: rowKeyOf(''), to: `${rowKeyOf('')}~` });
    const found: PersonRow[] = [];
    await inParallel(entities, READ_AT_ONCE, async (entity) => {
      const rows = await this.sealer.toRead(personOwner(entity.rowKey.slice(rowKeyOf('').length)));
      if (rows) found.push(rows.open(personRow, entity));
    });
    return found;
  }

  /** Upserted: the address belongs to whoever came with it last. */
  private emailWrites(rows: OwnersRows, owner: string, row: PersonRow): Write[] {
    const keys = new Set(emailsOf(row).map((email) => emailKeyOf(this.sealer.ids.email(email))));
    return [...keys].map((rowKey) => {
      const at = { partitionKey: PEOPLE, rowKey, owner };
      return { kind: 'upsert', row: rows.seal(emailRow, at, { person: row.person }) };
    });
  }
}

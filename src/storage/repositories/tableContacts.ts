import type { ChainHead, ChainRead } from '../../app/ports/audit';
import type { ContactList, ListChange } from '../../app/ports/people';
import { type Contact, isActive, type PersonId } from '../../routine/model/contact';
import type { HistoryEntry } from '../../routine/model/incident';
import { type Entity, etagOf, type StoredEntity } from '../azure/entity';
import { assertKeyText, isKeyText, seqKey } from '../azure/rowKeys';
import type { Table, Write } from '../azure/table';
import { tryOpen } from '../sealing/aead';
import { joinBytes } from '../sealing/chunks';
import { Chain, type Head, NO_LINKS } from '../sealing/hashChain';
import { normalEmail } from '../sealing/pseudonyms';
import type { OwnersRows, Sealer } from '../sealing/rowSealer';
import { contactRow, historyRow, type ListState, listRow } from './schemas';

const PARTITION = 'contacts';
/** The list's own row comes before its contacts, the history of its changes after them. */
const STATE = '0|list';
const ROW = 'c|';
const HISTORY = 'h|';
const WHOLE_LIST = { partition: PARTITION, from: '0', to: 'd' };
const TRIES = 5;
const CHAIN_READS = 3;

/** The list as one read found it. */
interface Found {
  state: ListState;
  /** Undefined: there is no list yet. */
  etag: string | undefined;
  /** The rows that belong to it, by row key. */
  rows: Map<string, StoredEntity>;
  contacts: Contact[];
  /** Rows that are missing, or are not those that were written last. */
  faults: string[];
  /** How many of these are rows that the list never had, or has no more. */
  unknown: number;
}

/** Whether it is of before what had been seen when its read began. */
const isOlder = (found: Found, before: Found | undefined): boolean =>
  before !== undefined && found.state.rev < before.state.rev;

const NO_LIST: ListState = { rev: 0, seals: {}, head: NO_LINKS };

/** The end of a sealed blob is the code of its seal: no two seals have the same. */
const sealOf = (entity: Entity): string =>
  Buffer.from(joinBytes('sealed', entity).subarray(-16)).toString('base64url');

/**
 * The contact list: one partition, read with one query. Its own row says which seals belong to it: a contact's row of an
 * earlier day opens too, and would put who has left back into their post. The last state that was seen is kept: an older
 * one, or none, must not stop an alarm. Sealed with a key from the index secret: no vault is asked.
 */
export class TableContacts implements ContactList {
  private newest: Found | undefined;
  private readonly chain: Chain;

  constructor(
    private readonly table: Table,
    private readonly sealer: Sealer,
  ) {
    this.chain = new Chain(sealer.ids.chainKey, PARTITION);
  }

  async read(): Promise<Contact[]> {
    return (await this.found()).contacts;
  }

  async isEmpty(): Promise<boolean> {
    for await (const _ of this.table.rows({ ...WHOLE_LIST, page: 1 })) return false;
    return true;
  }

  /** Makes the list these contacts, in one transaction: rows that are not among them are deleted. */
  async put(contacts: readonly Contact[], by: ListChange): Promise<void> {
    await this.change(by, 'put', (_, stored) => {
      const keys = new Set(contacts.map(rowKeyOf));
      const gone = [...stored.keys()].filter((key) => !keys.has(key));
      return { put: contacts, gone, about: String(contacts.length) };
    });
  }

  async bind(email: string, person: PersonId, by: ListChange): Promise<boolean> {
    const wanted = normalEmail(email);
    const isUnbound = (contact: Contact) =>
      isActive(contact) &&
      contact.person === undefined &&
      contact.email !== undefined &&
      normalEmail(contact.email) === wanted;
    return this.change(by, 'bind', (contacts) => {
      const put = contacts.filter(isUnbound).map((contact) => ({ ...contact, person }));
      return { put, gone: [], about: put.map(({ id }) => id).join(' ') };
    });
  }

  replace(id: string, at: string, next: Contact, by: PersonId): Promise<boolean> {
    return this.change({ at, by }, 'replace', (contacts) => {
      const old = isKeyText(id) ? contacts.find((contact) => contact.id === id) : undefined;
      const put = old && !old.ended ? [{ ...old, ended: at }, next] : [];
      return { put, gone: [], about: `${id} ${next.id}` };
    });
  }

  /** What is wrong with the list in the table, and the head of its history: a list of an older day has an older head. */
  async check(): Promise<{ faults: string[]; head: ChainHead }> {
    const before = this.newest;
    const found = await this.fresh();
    return {
      faults: [...found.faults, ...(isOlder(found, before) ? ['an older list was put back'] : [])],
      head: found.state.head,
    };
  }

  /** Who changed the list, when and how. */
  async history(): Promise<ChainRead<HistoryEntry>> {
    for (let attempt = 1; ; attempt++) {
      const read = await this.historyNow();
      // A change may come between the two reads.
      if (read.whole || attempt === CHAIN_READS) return read;
    }
  }

  private async historyNow(): Promise<ChainRead<HistoryEntry>> {
    const [entities, found] = await Promise.all([
      this.table.all({ partition: PARTITION, from: HISTORY, to: `${HISTORY}~` }),
      this.fresh(),
    ]);
    const rows = this.sealer.forList();
    const links = entities.flatMap((entity) => {
      const read = tryOpen(() => rows.open(historyRow, entity));
      return read ? [{ ...read, seq: Number(entity.rowKey.slice(HISTORY.length)) }] : [];
    });
    return {
      entries: links.map(({ entry }) => entry),
      links: links.map(({ seq, mac }) => ({ seq, mac })),
      whole: links.length === entities.length && this.chain.isWhole(links, found.state.head),
    };
  }

  /** Forgets what was seen: the tables are emptied. */
  forget(): void {
    this.newest = undefined;
  }

  /** What is to be gone by: what the table has, unless that is damaged, or older than what was seen before this read. */
  private async found(): Promise<Found> {
    const before = this.newest;
    const found = await this.fresh();
    // Damaged before anything else was seen: what is left of it is better than nothing.
    if (isOlder(found, before) || found.faults.length > 0) return this.newest ?? found;
    if (!isOlder(found, this.newest)) this.newest = found;
    return found;
  }

  private async fresh(): Promise<Found> {
    const entities = await this.table.all(WHOLE_LIST);
    if (entities.length === 0)
      return { state: NO_LIST, etag: undefined, rows: new Map(), contacts: [], faults: [], unknown: 0 };
    const rows = this.sealer.forList();
    const own = entities.find((entity) => entity.rowKey === STATE);
    const held = own && tryOpen(() => rows.held(listRow, own));
    if (!held) return { ...unnamed(rows, entities), etag: own?.etag };
    return { state: held.value, etag: held.etag, ...belonging(rows, held.value, entities) };
  }

  /** Decides on a fresh read what to write, and again when another was faster. False: there was nothing to write. */
  private async change(
    by: ListChange,
    act: string,
    decide: (contacts: readonly Contact[], stored: ReadonlyMap<string, StoredEntity>) => Decided,
  ): Promise<boolean> {
    const rows = this.sealer.forList();
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const before = this.newest;
      const found = await this.fresh();
      this.assertNewest(found, before);
      const decided = decide(found.contacts, found.rows);
      if (decided.put.length === 0 && decided.gone.length === 0) return false;
      const entry = { at: by.at, by: by.by, act, about: decided.about };
      if ((await this.table.write(this.writes(rows, found, decided, entry))) !== 'saved') continue;
      await this.found();
      return true;
    }
    throw new Error(`The contact list changed ${TRIES} times while it was being written: try again.`);
  }

  private writes(rows: OwnersRows, found: Found, { put, gone }: Decided, entry: HistoryEntry): Write[] {
    const written = put.map((contact) => rows.seal(contactRow, at(rowKeyOf(contact)), contact));
    const seals = { ...found.state.seals };
    for (const key of gone) delete seals[key];
    for (const row of written) seals[row.rowKey] = sealOf(row);
    const links = this.chain.extend(found.state.head, [entry]);
    const head: Head = links.map(({ seq, mac }) => ({ seq, mac })).at(-1) ?? found.state.head;
    const own = rows.seal(listRow, at(STATE), { rev: found.state.rev + 1, seals, head });
    return [
      replacing(own, found.etag),
      ...written.map((row) => {
        const stored = found.rows.get(row.rowKey);
        return replacing(row, stored && etagOf(stored));
      }),
      ...gone.flatMap((key): Write[] => {
        const row = found.rows.get(key);
        return row ? [{ kind: 'delete', row }] : [];
      }),
      ...links.map(({ seq, mac, entry: link }): Write => {
        const row = rows.seal(historyRow, at(HISTORY + seqKey(seq)), { entry: link, mac });
        return { kind: 'insert', row };
      }),
    ];
  }

  /** Rows that nobody knows of are left out, and stop no change. */
  private assertNewest(found: Found, before: Found | undefined): void {
    if (!isOlder(found, before) && found.faults.length === found.unknown) return;
    throw new Error(
      `The contact list in table ${this.table.name} is not the one that was written last: nothing was changed. ` +
        'Run npm run verify-log; after a restore, start the bot anew.',
    );
  }
}

/** Contacts to write, and row keys to delete. */
interface Decided {
  put: readonly Contact[];
  gone: readonly string[];
  about: string;
}

/** The rows that the list's own row vouches for; the others are left out, and named. */
function belonging(
  rows: OwnersRows,
  { seals }: ListState,
  entities: readonly StoredEntity[],
): Pick<Found, 'rows' | 'contacts' | 'faults' | 'unknown'> {
  const own = entities.filter((entity) => entity.rowKey.startsWith(ROW));
  const read = own.flatMap((entity) => {
    if (seals[entity.rowKey] !== sealOf(entity)) return [];
    const contact = tryOpen(() => rows.open(contactRow, entity));
    return contact ? [{ entity, contact }] : [];
  });
  const there = new Set(read.map(({ entity }) => entity.rowKey));
  const strange = own.map(({ rowKey }) => rowKey).filter((key) => !there.has(key));
  const missing = Object.keys(seals).filter((key) => !there.has(key) && !strange.includes(key));
  return {
    rows: new Map(read.map(({ entity }) => [entity.rowKey, entity])),
    contacts: read.map(({ contact }) => contact),
    faults: [
      ...strange.map((key) => `${key} is not the row that was written last`),
      ...missing.map((key) => `${key} is missing`),
    ],
    unknown: strange.filter((key) => seals[key] === undefined).length,
  };
}

/** Without the list's own row nothing says which rows are the latest: all that open, for somebody must be told. */
function unnamed(rows: OwnersRows, entities: readonly StoredEntity[]): Omit<Found, 'etag'> {
  const contacts = entities
    .filter((entity) => entity.rowKey.startsWith(ROW))
    .flatMap((entity) => tryOpen(() => rows.open(contactRow, entity)) ?? []);
  return { state: NO_LIST, rows: new Map(), contacts, faults: ['its own row is gone'], unknown: 0 };
}

const at = (rowKey: string): Entity => ({ partitionKey: PARTITION, rowKey });
const rowKeyOf = (contact: Contact) => ROW + assertKeyText(contact.id, "A contact's id");

/** Only as it was read; a row that newer code wrote is refused. */
const replacing = (row: Entity, etag: string | undefined): Write =>
  etag === undefined ? { kind: 'insert', row } : { kind: 'replace', row, etag };

import type { ChainHead, ChainRead } from '../../app/ports/audit';
import type { ContactList, ListChange } from '../../app/ports/people';
import { type Contact, isActive, type PersonId } from '../../routine/model/contact';
import type { HistoryEntry } from '../../routine/model/incident';
import { type Entity, etagOf, type StoredEntity } from '../azure/entity';
import { assertKeyText, isKeyText, seqKey } from '../azure/rowKeys';
import type { Table, Write } from '../azure/table';
import { tryOpen } from '../sealing/aead';
import { Chain, type Head, NO_LINKS } from '../sealing/hashChain';
import { normalEmail } from '../sealing/pseudonyms';
import type { OwnersRows, Sealer } from '../sealing/rowSealer';
import { contactRow, historyRow, type ListState, listRow } from './rowKinds';

const PARTITION = 'contacts';
/** The list's own row comes before its contacts, the history of its changes after them. */
const STATE = '0|list';
const ROW = 'c|';
const HISTORY = 'h|';
const WHOLE_LIST = { partition: PARTITION, from: '0', to: 'd' };
const NO_OWN_ROW = 'its own row is gone, or does not open';
const TRIES = 5;
const CHAIN_READS = 3;

/** The list as one read found it. */
interface Found {
  state: ListState;
  /** Undefined: there is no list yet. */
  etag: string | undefined;
  /** The rows of its contacts, by row key. */
  rows: Map<string, StoredEntity>;
  contacts: Contact[];
  /** Rows that do not open, and a list without its own row. */
  faults: string[];
}

const NO_LIST: ListState = { rev: 0, head: NO_LINKS };

/**
 * The contact list: one partition, read with one query. A row that does not open is left out and told of, for whoever is
 * still there must be told of an alarm. Sealed with a key from the index secret: no vault is asked.
 */
export class TableContacts implements ContactList {
  private readonly chain: Chain;

  constructor(
    private readonly table: Table,
    private readonly sealer: Sealer,
  ) {
    this.chain = new Chain(sealer.ids.chainKey, PARTITION);
  }

  async read(): Promise<Contact[]> {
    return (await this.fresh()).contacts;
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
    const { faults, state } = await this.fresh();
    return { faults, head: state.head };
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

  private async fresh(): Promise<Found> {
    const entities = await this.table.all(WHOLE_LIST);
    const rows = this.sealer.forList();
    const own = entities.find((entity) => entity.rowKey === STATE);
    const state = own && tryOpen(() => rows.open(listRow, own));
    const { faults, ...found } = contactsIn(rows, entities);
    const isNamed = state !== undefined || entities.length === 0;
    return {
      state: state ?? NO_LIST,
      etag: own && etagOf(own),
      ...found,
      faults: isNamed ? faults : [NO_OWN_ROW, ...faults],
    };
  }

  /** Decides on a fresh read what to write, and again when another was faster. False: there was nothing to write. */
  private async change(
    by: ListChange,
    act: string,
    decide: (contacts: readonly Contact[], stored: ReadonlyMap<string, StoredEntity>) => Decided,
  ): Promise<boolean> {
    const rows = this.sealer.forList();
    for (let attempt = 1; attempt <= TRIES; attempt++) {
      const found = await this.fresh();
      this.assertNamed(found);
      const decided = decide(found.contacts, found.rows);
      if (decided.put.length === 0 && decided.gone.length === 0) return false;
      const entry = { at: by.at, by: by.by, act, about: decided.about };
      if ((await this.table.write(this.writes(rows, found, decided, entry))) === 'saved') return true;
    }
    throw new Error(`The contact list changed ${TRIES} times while it was being written: try again.`);
  }

  private writes(rows: OwnersRows, found: Found, { put, gone }: Decided, entry: HistoryEntry): Write[] {
    const written = put.map((contact) => rows.seal(contactRow, at(rowKeyOf(contact)), contact));
    const links = this.chain.extend(found.state.head, [entry]);
    const head: Head = links.map(({ seq, mac }) => ({ seq, mac })).at(-1) ?? found.state.head;
    const own = rows.seal(listRow, at(STATE), { rev: found.state.rev + 1, head });
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

  /** Without the list's own row a change would begin its history anew. */
  private assertNamed({ faults }: Found): void {
    if (!faults.includes(NO_OWN_ROW)) return;
    throw new Error(
      `The contact list in table ${this.table.name} has lost its own row (${STATE}): nothing was changed. ` +
        'Restore the table from the latest backup, then run npm run verify-log.',
    );
  }
}

/** Contacts to write, and row keys to delete. */
interface Decided {
  put: readonly Contact[];
  gone: readonly string[];
  about: string;
}

/** The contacts that open; the rows of the others are there to be written over, and named. */
function contactsIn(
  rows: OwnersRows,
  entities: readonly StoredEntity[],
): Pick<Found, 'rows' | 'contacts' | 'faults'> {
  const own = entities.filter((entity) => entity.rowKey.startsWith(ROW));
  const read = own.map((entity) => ({ entity, contact: tryOpen(() => rows.open(contactRow, entity)) }));
  return {
    rows: new Map(own.map((entity) => [entity.rowKey, entity])),
    contacts: read.flatMap(({ contact }) => contact ?? []),
    faults: read.flatMap(({ entity, contact }) => (contact ? [] : [`${entity.rowKey} does not open`])),
  };
}

const at = (rowKey: string): Entity => ({ partitionKey: PARTITION, rowKey });
const rowKeyOf = (contact: Contact) => ROW + assertKeyText(contact.id, "A contact's id");

/** Only as it was read; a row that newer code wrote is refused. */
const replacing = (row: Entity, etag: string | undefined): Write =>
  etag === undefined ? { kind: 'insert', row } : { kind: 'replace', row, etag };

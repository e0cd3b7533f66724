import type { ChainHead, ChainRead } from '../../app/ports/audit';
import type { SaveResult } from '../../app/ports/delivery';
import type { ContactList, ListChange, ListEdit, ListEntry } from '../../app/ports/people';
import { decideAgain } from '../../app/runtime/decideAgain';
import { type Contact, isActive, type PersonId, type Quiet, quietMark } from '../../routine/model/contact';
import type { HistoryEntry } from '../../routine/model/incident';
import type { StoredEntity } from '../azure/entity';
import type { Table } from '../azure/table';
import { tryOpen } from '../sealing/aead';
import { Chain } from '../sealing/hashChain';
import { normalEmail } from '../sealing/pseudonyms';
import type { Sealer } from '../sealing/rowSealer';
import {
  CONTACTS,
  type Decided,
  type Found,
  LIST_HISTORY,
  listIn,
  NO_OWN_ROW,
  quietWrite,
  rowKeyOf,
  STATE,
  WHOLE_LIST,
  writesOf,
} from './contactRows';
import { historyRow } from './rowKinds';

const CHAIN_READS = 3;

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
    this.chain = new Chain(sealer.ids.chainKey, CONTACTS);
  }

  async read(): Promise<Contact[]> {
    const { contacts, state } = await this.fresh();
    return [...contacts, ...(state.quiet ?? []).map(({ person, ...quiet }) => quietMark(person, quiet))];
  }

  async stored(): Promise<Contact[]> {
    return (await this.fresh()).contacts;
  }

  async hush(person: PersonId, quiet: Quiet | undefined): Promise<void> {
    await decideAgain(
      () => this.fresh(),
      ({ state, etag, faults }) => {
        const before = state.quiet ?? [];
        const own = before.find((one) => one.person === person);
        const isSame = own?.why === quiet?.why && own?.at === quiet?.at;
        // Where the list has no row of its own, their own row and their incidents say it.
        if (isSame || etag === undefined || faults.includes(NO_OWN_ROW)) return undefined;
        const others = before.filter((one) => one.person !== person);
        return quiet ? [...others, { person, ...quiet }] : others;
      },
      async (found, quietNow) => {
        const write = quietWrite(this.sealer.forList(), found, quietNow);
        return (await this.table.write([write])) === 'saved' ? 'saved' : 'conflict';
      },
    );
  }

  edit(edits: readonly ListEdit[], by: ListChange, { act, about }: ListEntry): Promise<boolean> {
    return this.change(by, act, (contacts) => {
      const isAsRead = ({ row, was }: ListEdit) => {
        const now = contacts.find(({ id }) => id === row.id);
        return JSON.stringify(now) === JSON.stringify(was);
      };
      return { put: edits.every(isAsRead) ? edits.map(({ row }) => row) : [], gone: [], about };
    });
  }

  /** The list's own row is inserted with the first contacts, so that of two processes that start one writes them. */
  async fill(contacts: readonly Contact[], { at, by }: ListChange): Promise<boolean> {
    const filled = await decideAgain(
      () => this.fresh(),
      ({ etag, rows, faults }) => {
        if (etag !== undefined || rows.size > 0 || faults.length > 0) return undefined;
        const about = String(contacts.length);
        return { put: contacts, gone: [], about, entry: { at, by, act: 'put', about } };
      },
      (found, change) => this.save(found, change),
    );
    return filled !== undefined;
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

  async silence(ids: readonly string[], by: ListChange): Promise<void> {
    await this.change(by, 'silence', (contacts) => {
      const put = contacts.filter(({ id }) => ids.includes(id)).map((one) => ({ ...one, silentAt: by.at }));
      return { put, gone: [], about: ids.join(' ') };
    });
  }

  rebind(id: string, person: PersonId, by: ListChange): Promise<boolean> {
    return this.change(by, 'rebind', (contacts) => {
      const put = contacts.filter((contact) => contact.id === id && isActive(contact));
      return { put: put.map((contact) => ({ ...contact, person })), gone: [], about: id };
    });
  }

  setAway(id: string, away: Contact['away'], by: ListChange): Promise<boolean> {
    return this.change(by, 'setAway', (contacts) => {
      const put = contacts.filter((contact) => contact.id === id && isActive(contact));
      return { put: put.map((contact) => ({ ...contact, away })), gone: [], about: id };
    });
  }

  replace(id: string, next: Contact, by: ListChange): Promise<boolean> {
    return this.change(by, 'replace', (contacts) => {
      const old = contacts.find((contact) => contact.id === id);
      const put = old && !old.ended ? [{ ...old, ended: by.at }, next] : [];
      return { put, gone: [], about: `${id} ${next.id}` };
    });
  }

  async add(row: Contact, by: ListChange): Promise<void> {
    await this.change(by, 'add', () => ({ put: [row], gone: [], about: row.id }));
  }

  end(id: string, by: ListChange): Promise<boolean> {
    return this.change(by, 'end', (contacts) => {
      const put = contacts.filter((contact) => contact.id === id && isActive(contact));
      return { put: put.map((contact) => ({ ...contact, ended: by.at })), gone: [], about: id };
    });
  }

  /** Faults of the list in the table, and the head of its history: a list of an older day has an older head. */
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
      this.table.all({ partition: CONTACTS, from: LIST_HISTORY, to: `${LIST_HISTORY}~` }),
      this.fresh(),
    ]);
    const rows = this.sealer.forList();
    const links = entities.flatMap((entity) => {
      const read = tryOpen(() => rows.open(historyRow, entity));
      return read ? [{ ...read, seq: Number(entity.rowKey.slice(LIST_HISTORY.length)) }] : [];
    });
    return {
      entries: links.map(({ entry }) => entry),
      links: links.map(({ seq, mac }) => ({ seq, mac })),
      whole: links.length === entities.length && this.chain.isWhole(links, found.state.head),
    };
  }

  private async fresh(): Promise<Found> {
    return listIn(this.sealer.forList(), await this.table.all(WHOLE_LIST));
  }

  /** Decides on a fresh read what to write, and again when another was faster. False: there was nothing to write. */
  private async change(
    by: ListChange,
    act: string,
    decide: (contacts: readonly Contact[], stored: ReadonlyMap<string, StoredEntity>) => Decided,
  ): Promise<boolean> {
    const saved = await decideAgain(
      () => this.fresh(),
      (found) => {
        this.assertNamed(found);
        const decided = decide(found.contacts, found.rows);
        const isNothing = decided.put.length === 0 && decided.gone.length === 0;
        return isNothing
          ? undefined
          : { ...decided, entry: { at: by.at, by: by.by, act, about: decided.about } };
      },
      (found, change) => this.save(found, change),
    );
    return saved !== undefined;
  }

  private async save(found: Found, change: Decided & { entry: HistoryEntry }): Promise<SaveResult> {
    const writes = writesOf({ rows: this.sealer.forList(), chain: this.chain }, found, change);
    return (await this.table.write(writes)) === 'saved' ? 'saved' : 'conflict';
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

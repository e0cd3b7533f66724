import type { Contact } from '../../routine/model/contact';
import type { HistoryEntry } from '../../routine/model/incident';
import { type Entity, etagOf, type StoredEntity } from '../azure/entity';
import { assertKeyText, seqKey } from '../azure/rowKeys';
import type { Write } from '../azure/table';
import { tryOpen } from '../sealing/aead';
import { type Chain, type Head, NO_LINKS } from '../sealing/hashChain';
import type { OwnersRows } from '../sealing/rowSealer';
import { contactRow, historyRow, type ListState, listRow } from './rowKinds';

export const CONTACTS = 'contacts';
/** The list's own row comes before its contacts, the history of its changes after them. */
export const STATE = '0|list';
const ROW = 'c|';
export const LIST_HISTORY = 'h|';
export const WHOLE_LIST = { partition: CONTACTS, from: '0', to: 'd' };
export const NO_OWN_ROW = 'its own row is gone, or does not open';

/** The list as one read found it. */
export interface Found {
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

/** Contacts to write, and row keys to delete. */
export interface Decided {
  put: readonly Contact[];
  gone: readonly string[];
  about: string;
}

/** The list as the rows of its partition have it. */
export function listIn(rows: OwnersRows, entities: readonly StoredEntity[]): Found {
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

/** The rows of a change and its link in the history, for one transaction. Rows are replaced only as they were read. */
export function writesOf(
  { rows, chain }: { rows: OwnersRows; chain: Chain },
  found: Found,
  { put, gone, entry }: Decided & { entry: HistoryEntry },
): Write[] {
  const written = put.map(({ quiet: _, ...contact }) =>
    rows.seal(contactRow, at(rowKeyOf(contact)), contact),
  );
  const links = chain.extend(found.state.head, [entry]);
  const head: Head = links.map(({ seq, mac }) => ({ seq, mac })).at(-1) ?? found.state.head;
  const own = rows.seal(listRow, at(STATE), { ...found.state, rev: found.state.rev + 1, head });
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
      const row = rows.seal(historyRow, at(LIST_HISTORY + seqKey(seq)), { entry: link, mac });
      return { kind: 'insert', row };
    }),
  ];
}

/** The write that changes who is quiet: no change of the list, so its history does not say it. */
export const quietWrite = (
  rows: OwnersRows,
  { state, etag }: Found,
  quiet: NonNullable<ListState['quiet']>,
): Write => replacing(rows.seal(listRow, at(STATE), { ...state, rev: state.rev + 1, quiet }), etag);

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

const at = (rowKey: string): Entity => ({ partitionKey: CONTACTS, rowKey });
export const rowKeyOf = (contact: Contact) => ROW + assertKeyText(contact.id, "A contact's id");

/** Only as it was read; a row that newer code wrote is refused. */
const replacing = (row: Entity, etag: string | undefined): Write =>
  etag === undefined ? { kind: 'insert', row } : { kind: 'replace', row, etag };

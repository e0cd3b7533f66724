import type { ChainRead, Chains } from '../app/ports/audit';
import type { IncidentIndex } from '../app/ports/incidents';
import type { ContactList } from '../app/ports/people';
import { type AccessStore, recordAccess } from '../app/queries/operatorAccess';
import type { Contact } from '../routine/model/contact';
import type { HistoryEntry } from '../routine/model/incident';

/** The part of the storage that an export needs. */
export interface ExportStore extends AccessStore {
  chains: Chains;
  contacts: Pick<ContactList, 'stored'>;
  index: Pick<IncidentIndex, 'named'>;
}

const HEAD = ['at', 'who', 'person', 'kind', 'what', 'about', 'as', 'why'];
const nameOf = (contacts: readonly Contact[], person: string): string =>
  contacts.find((contact) => contact.person === person)?.name ?? '';

export interface Exported {
  rows: string[][];
  isWhole: boolean;
}

type Who = (person: string) => [name: string, person: string];

const actRows = ({ entries }: ChainRead<HistoryEntry>, who: Who): string[][] =>
  entries.map(({ at, by, act, about, as }) => [at, ...who(by), 'act', act, about, as ?? '', '']);

const sorted = (rows: readonly string[][]): string[][] => [
  HEAD,
  ...[...rows].sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? '')),
];

/** A public reference, as people read it on a card: `2026-7KQ4`. */
const REFERENCE = /^\d{4}-[0-9A-Z]{4}$/;

/**
 * The whole log of an incident as rows, oldest first; undefined when it is not there. `named`: its reference or its id. Purpose and reader are written to
 * the log before a row of it is returned.
 */
export async function exportRows(
  store: ExportStore,
  named: string,
  asked: { purpose: string; by: string; now: Date },
): Promise<Exported | undefined> {
  const reference = named.toUpperCase();
  const id = REFERENCE.test(reference) ? await store.index.named(reference) : named;
  if (id === undefined || !(await recordAccess(store, id, { ...asked, what: 'log' }))) return undefined;
  const [history, views, contacts] = await Promise.all([
    store.chains.history(id),
    store.chains.views(id),
    store.contacts.stored(),
  ]);
  const who: Who = (person) => [nameOf(contacts, person), person];
  const looks = views.entries.map(({ at, by, what, as, purpose }) => {
    const [page = '', about = ''] = what.split(':');
    return [at, ...who(by), 'look', page, about, as, purpose ?? ''];
  });
  return { rows: sorted([...actRows(history, who), ...looks]), isWhole: history.whole && views.whole };
}

/** The changes of the contact list as rows, oldest first. */
export async function exportList({
  chains,
  contacts,
}: Pick<ExportStore, 'chains' | 'contacts'>): Promise<Exported> {
  const [history, list] = await Promise.all([chains.list(), contacts.stored()]);
  return {
    rows: sorted(actRows(history, (person) => [nameOf(list, person), person])),
    isWhole: history.whole,
  };
}

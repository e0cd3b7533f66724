import type { Chains, ContactList, IncidentStore, ViewEntry } from '../app/ports';
import type { Contact } from '../routine/contact';

/** What an export needs of the storage. */
export interface ExportStore {
  incidents: Pick<IncidentStore, 'read' | 'save'>;
  chains: Chains;
  contacts: Pick<ContactList, 'read'>;
}

const HEAD = ['at', 'who', 'person', 'kind', 'what', 'about', 'as', 'why'];
/** Stands in the log for whoever exports it: no account of Teams, but a hand on the storage. */
const BY = 'operator';

const nameOf = (contacts: readonly Contact[], person: string): string =>
  contacts.find((contact) => contact.person === person)?.name ?? '';

/** The purpose is in the log before a row of it is given away. */
async function note(store: ExportStore, id: string, purpose: string, now: Date): Promise<boolean> {
  for (;;) {
    const file = await store.incidents.read(id);
    if (!file) return false;
    const view: ViewEntry = { at: now.toISOString(), by: BY, what: 'log', as: BY, purpose };
    if ((await store.incidents.save(file, { view })) === 'saved') return true;
  }
}

/** The whole log of an incident as rows, oldest first; undefined when it is not there. */
export async function exportRows(
  store: ExportStore,
  id: string,
  purpose: string,
  now: Date,
): Promise<{ rows: string[][]; isWhole: boolean } | undefined> {
  if (!(await note(store, id, purpose, now))) return undefined;
  const [history, views, contacts] = await Promise.all([
    store.chains.history(id),
    store.chains.views(id),
    store.contacts.read(),
  ]);
  const who = (person: string) => [nameOf(contacts, person), person];
  const acts = history.entries.map(({ at, by, act, about }) => [at, ...who(by), 'act', act, about, '', '']);
  const looks = views.entries.map(({ at, by, what, as, purpose }) => {
    const [page = '', about = ''] = what.split(':');
    return [at, ...who(by), 'look', page, about, as, purpose ?? ''];
  });
  const rows = [...acts, ...looks].sort((a, b) => (a[0] ?? '').localeCompare(b[0] ?? ''));
  return { rows: [HEAD, ...rows], isWhole: history.whole && views.whole };
}

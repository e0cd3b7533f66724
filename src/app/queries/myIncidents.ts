import type { PersonId } from '../../routine/model/contact';
import type { ListedIncident } from '../../screens/screen';
import type { Caller, Outcome } from '../bot';
import type { Deps } from '../deps';
import type { Listed } from '../ports/incidents';
import { isKnownTo, type LoadedIncident, loadListed, rolesOf } from './loadIncident';

/** Incidents on a page. */
const PAGE = 7;

/** One of a list as the person may know it; undefined: nothing to them. */
function listedFor(read: LoadedIncident, person: PersonId): ListedIncident | undefined {
  const { id, reference, createdAt, state } = read.situation.incident;
  if (isKnownTo(read, person)) return { id, known: { reference, createdAt }, isClosed: state === 'closed' };
  return rolesOf(read, person).size > 0 ? { id, isClosed: false } : undefined;
}

/**
 * A page of a person's incidents, newest first. Only as many are read as the page needs: a strategist has hundreds.
 * @param from the number of the first row of the index that may be on the page
 */
export async function myIncidents(deps: Deps, { person }: Caller, from: number): Promise<Outcome> {
  const [rows, contacts] = await Promise.all([incidentsOf(deps, person), deps.contacts.read()]);
  const incidents: ListedIncident[] = [];
  let at = from;
  while (at < rows.length && incidents.length < PAGE) {
    const some = rows.slice(at, at + PAGE - incidents.length);
    for (const read of await loadListed(deps, some, contacts)) {
      const listed = listedFor(read, person);
      if (listed) incidents.push(listed);
    }
    at += some.length;
  }
  return {
    screen: { kind: 'list', list: 'mine', incidents, next: at < rows.length ? at : undefined },
  };
}

/** The most incidents of a person that are read, newest first; open ones besides. */
const NEWEST_LISTED = 50;

/** More incidents than one person is ever told of. */
export const ALL_LISTED = 1_000;

/**
 * The incidents of a person that still matter, newest first: old ones that are open too, for nobody must be forgotten
 * behind fifty newer ones. Which are open is asked only when there are more.
 */
export async function incidentsOf({ index }: Pick<Deps, 'index'>, person: PersonId): Promise<Listed[]> {
  const rows = await index.of(person, NEWEST_LISTED + 1);
  if (rows.length <= NEWEST_LISTED) return rows;
  const [all, open] = await Promise.all([index.of(person, ALL_LISTED), index.open()]);
  const isOpen = new Set(open.map(({ id }) => id));
  return all.filter(({ id }, at) => at < NEWEST_LISTED || isOpen.has(id));
}

import type { PersonId } from '../../routine/model/contact';
import { isLeftAlone } from '../../routine/rules/wishes/quiet';
import type { ListedIncident } from '../../screens/screen';
import type { Caller, Outcome } from '../bot';
import type { Deps } from '../deps';
import type { Listed } from '../ports/incidents';
import { isKnownTo, type LoadedIncident, loadListed, rolesOf, viewingOf } from './loadIncident';

/** Incidents on a page. */
const PAGE = 7;

/** One of a list as the person may know it; undefined: nothing to them. */
function listedFor(read: LoadedIncident, person: PersonId): ListedIncident | undefined {
  const { id, reference, createdAt, state } = viewingOf(read, person, '').incident;
  if (isLeftAlone(read.situation.incident, person)) return undefined;
  if (isKnownTo(read, person)) return { id, known: { reference, createdAt }, isClosed: state === 'closed' };
  return rolesOf(read, person).size > 0 ? { id, isClosed: false } : undefined;
}

/** Rows of the index looked at for one page: some may be nothing to the person any more. */
const LOOKED_AT = 50;

/**
 * A page of a person's incidents, newest first, however many they have. Only as many are read as the page needs: a
 * strategist has hundreds.
 * @param from the number of the first row of the index that may be on the page
 */
export async function myIncidents(deps: Deps, { person }: Caller, from: number): Promise<Outcome> {
  const last = from + LOOKED_AT;
  const [rows, contacts] = await Promise.all([deps.index.of(person, last + 1), deps.contacts.read()]);
  const incidents: ListedIncident[] = [];
  let at = from;
  while (at < Math.min(rows.length, last) && incidents.length < PAGE) {
    const some = rows.slice(at, Math.min(last, at + PAGE - incidents.length));
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
 * behind fifty newer ones. Whether the older ones are open is asked of each, so that it costs the same however many the
 * municipality has open.
 */
export async function incidentsOf({ index }: Pick<Deps, 'index'>, person: PersonId): Promise<Listed[]> {
  const rows = await index.of(person, NEWEST_LISTED + 1);
  if (rows.length <= NEWEST_LISTED) return rows;
  const all = await index.of(person, ALL_LISTED);
  const older = all.slice(NEWEST_LISTED);
  const open = await index.openAmong(older.map(({ id }) => id));
  return [...all.slice(0, NEWEST_LISTED), ...older.filter(({ id }) => open.has(id))];
}

import type { PersonId } from '../../routine/model/contact';
import type { Caller, Outcome } from '../bot';
import type { Deps } from '../deps';
import type { Listed } from '../ports/incidents';
import { isKnownTo, loadListed, rolesOf } from './loadIncident';

export async function myIncidents(deps: Deps, caller: Caller, from: number): Promise<Outcome> {
  const [rows, contacts] = await Promise.all([incidentsOf(deps, caller.person), deps.contacts.read()]);
  const listed = (await loadListed(deps, rows, contacts)).flatMap((read) => {
    const { id, reference, createdAt, state } = read.situation.incident;
    if (isKnownTo(read, caller.person))
      return [{ id, known: { reference, createdAt }, isClosed: state === 'closed' }];
    return rolesOf(read, caller.person).size > 0 ? [{ id, isClosed: false }] : [];
  });
  return { screen: { kind: 'list', list: 'mine', incidents: listed, from } };
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

import { type PersonId, postsIn } from '../../routine/model/contact';
import type { Situation } from '../../routine/model/situation';
import { mayAdminister } from '../../routine/rules/access';
import { isOverdue, waitingFor } from '../../routine/rules/pendingTasks';
import type { InboxScreen, TabRow, TabWait } from '../../screens/tab/tabScreens';
import type { Deps } from '../deps';
import type { Listed } from '../ports/incidents';
import { isKnownTo, type LoadedIncident, loadListed, rolesOf } from '../queries/loadIncident';
import { ALL_LISTED, incidentsOf } from '../queries/myIncidents';

/** Incidents on a page of the list. */
const PAGE = 20;

/** All that waits for a person in an incident, put off or not: what a morning round leaves for another day as well. */
export function tabWaits(situation: Situation, person: PersonId): TabWait[] {
  const { id, reference, acute, routine } = situation.incident;
  return waitingFor(situation, person)
    .filter((one) => (one.from?.get(person) ?? one.since) <= situation.now)
    .map((one) => ({
      incident: { id, reference, acute, routine },
      ...{ about: one.about, of: one.of, last: one.last, isUrgent: one.isUrgent },
      since: one.since.toISOString(),
      isLate: isOverdue(one, situation.now),
    }));
}

const FAR = '9';

/** The order of an inbox: acute, late, urgent; then what has the nearest last day, then what waits longest. */
export function inHaste(a: TabWait, b: TabWait): number {
  const rank = ({ incident, isLate: late, isUrgent }: TabWait): number =>
    (incident.acute ? 4 : 0) + (late ? 2 : 0) + (isUrgent ? 1 : 0);
  return rank(b) - rank(a) || (a.last ?? FAR).localeCompare(b.last ?? FAR) || a.since.localeCompare(b.since);
}

/** An incident as a row of a person's list; nothing where it is none of theirs any more. */
function rowOf(read: LoadedIncident, person: PersonId): TabRow[] {
  const { id, reference, createdAt, state, acute } = read.situation.incident;
  const waits = tabWaits(read.situation, person).length;
  const stands = state === 'closed' ? 'closed' : acute ? 'acute' : 'open';
  if (isKnownTo(read, person)) return [{ id, known: { reference, createdAt }, state: stands, waits }];
  return rolesOf(read, person).size > 0 ? [{ id, state: 'open', waits }] : [];
}

/** A reference as it may be typed: in small letters, with or without hyphen and spaces. */
const plainly = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '');

const found = (rows: readonly Listed[], reference: string): Listed[] =>
  rows.filter((row) => plainly(row.reference).includes(plainly(reference)));

/** *Ärenden*: what waits for a person, then a page of their incidents, newest first. */
export async function inbox(
  deps: Deps,
  person: PersonId,
  { from = 0, reference = '' }: { from?: number | undefined; reference?: string | undefined },
): Promise<InboxScreen> {
  // Only a search looks beyond its page.
  const all = await deps.index.of(person, reference === '' ? from + PAGE + 1 : ALL_LISTED);
  const rows = reference === '' ? all : found(all, reference);
  const isFirst = from === 0 && reference === '';
  const page = rows.slice(from, from + PAGE);
  const [mattering, contacts] = await Promise.all([
    isFirst ? incidentsOf(deps, person) : [],
    deps.contacts.read(),
  ]);
  // Each is read once, though it may stand in both.
  const wanted = new Map([...page, ...mattering].map((row) => [row.id, row]));
  const read = new Map(
    (await loadListed(deps, [...wanted.values()], contacts)).map((one) => [one.file.incident.id, one]),
  );
  const among = (some: readonly { id: string }[]): LoadedIncident[] =>
    some.flatMap(({ id }) => read.get(id) ?? []);
  return {
    kind: 'inbox',
    waits: among(mattering)
      .flatMap(({ situation }) => tabWaits(situation, person))
      .sort(inHaste),
    rows: among(page).flatMap((one) => rowOf(one, person)),
    next: from + PAGE < rows.length ? from + PAGE : undefined,
    oversees: mayAdminister({ contacts: postsIn(contacts), routine: deps.municipality.routine }, person),
    now: deps.now().toISOString(),
  };
}

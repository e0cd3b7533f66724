import { dayOf } from '../../routine/calendar/localTime';
import type { PersonId } from '../../routine/model/contact';
import type { Situation } from '../../routine/model/situation';
import { type Waiting, waitingFor } from '../../routine/rules/pendingTasks';
import type { InboxScreen, TabRow, TabWait } from '../../screens/tab/tabScreens';
import type { Deps } from '../deps';
import type { Listed } from '../ports/incidents';
import { isKnownTo, type LoadedIncident, loadListed, rolesOf } from '../queries/loadIncident';
import { ALL_LISTED, incidentsOf } from '../queries/myIncidents';

/** Incidents on a page of the list. */
const PAGE = 20;

/** Whether it should have been done by now. */
const isLate = ({ last, upAt }: Waiting, now: Date): boolean =>
  (last !== undefined && last < dayOf(now)) || (upAt !== undefined && upAt <= now);

/** All that waits for a person in an incident, put off or not: what a morning round leaves for another day as well. */
export function tabWaits(situation: Situation, person: PersonId): TabWait[] {
  const { id, reference, acute, routine } = situation.incident;
  return waitingFor(situation, person)
    .filter((one) => (one.from?.get(person) ?? one.since) <= situation.now)
    .map((one) => ({
      incident: { id, reference, acute, routine },
      ...{ about: one.about, of: one.of, last: one.last, isUrgent: one.isUrgent },
      since: one.since.toISOString(),
      isLate: isLate(one, situation.now),
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

/** One page of a person's incidents: only as many are read as the page needs. */
async function pageOf(deps: Deps, person: PersonId, rows: readonly Listed[]): Promise<{ rows: TabRow[] }> {
  const contacts = await deps.contacts.read();
  const read = await loadListed(deps, rows, contacts);
  return { rows: read.flatMap((one) => rowOf(one, person)) };
}

/** The tasks of a person in all incidents that still matter; none where a search asks for one incident. */
async function waitsOf(deps: Deps, person: PersonId): Promise<TabWait[]> {
  const [rows, contacts] = await Promise.all([incidentsOf(deps, person), deps.contacts.read()]);
  const read = await loadListed(deps, rows, contacts);
  return read.flatMap(({ situation }) => tabWaits(situation, person)).sort(inHaste);
}

/** *Ärenden*: what waits for a person, then a page of their incidents, newest first. */
export async function inbox(
  deps: Deps,
  person: PersonId,
  { from = 0, reference = '' }: { from?: number | undefined; reference?: string | undefined },
): Promise<InboxScreen> {
  const all = await deps.index.of(person, ALL_LISTED);
  const rows = reference === '' ? all : found(all, reference);
  const isFirst = from === 0 && reference === '';
  const [page, waits] = await Promise.all([
    pageOf(deps, person, rows.slice(from, from + PAGE)),
    isFirst ? waitsOf(deps, person) : [],
  ]);
  const next = from + PAGE < rows.length ? from + PAGE : undefined;
  return { kind: 'inbox', waits, ...page, next, now: deps.now().toISOString() };
}

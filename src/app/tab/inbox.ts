import { dayOf } from '../../routine/calendar/localTime';
import { type PersonId, postsIn } from '../../routine/model/contact';
import { mayAdminister } from '../../routine/rules/access';
import { begunFor } from '../../routine/rules/pendingTasks';
import { isLeftAlone } from '../../routine/rules/wishes/quiet';
import type { InboxQuery, InboxScreen, TabRow, TabWait } from '../../screens/tab/tabScreens';
import { cardRowOf } from '../chat/liveCard';
import type { Deps } from '../deps';
import { isKnownTo, type LoadedIncident, loadListed, rolesOf } from '../queries/loadIncident';
import { ALL_LISTED } from '../queries/myIncidents';
import { tabWaits } from './waits';

/** Incidents on a page, of the list and of what waits. */
const PAGE = 20;

const FAR = '9';

/** The order of an inbox, and of its rows in the index: acute, then what should be done soonest, then what waits longest. */
function inHaste(a: TabWait, b: TabWait): number {
  const rank = ({ incident }: TabWait): number => (incident.acute ? 0 : 1);
  return rank(a) - rank(b) || (a.due ?? FAR).localeCompare(b.due ?? FAR) || a.since.localeCompare(b.since);
}

/** Tasks of several incidents: the incident with the most pressing task first, with all of its own. */
const byIncident = (waits: readonly (readonly TabWait[])[]): TabWait[] =>
  waits
    .map((own) => [...own].sort(inHaste))
    .sort(([a], [b]) => (a && b ? inHaste(a, b) : 0))
    .flat();

/** An incident as a row of a person's list; nothing where it is none of theirs any more. */
function rowOf(read: LoadedIncident, person: PersonId): TabRow[] {
  const { id, reference, createdAt, state, acute } = read.situation.incident;
  const waits = begunFor(read.situation, person).length;
  const stands = state === 'closed' ? 'closed' : acute ? 'acute' : 'open';
  if (isLeftAlone(read.situation.incident, person)) return [];
  if (isKnownTo(read, person)) return [{ id, known: { reference, createdAt }, state: stands, waits }];
  return rolesOf(read, person).size > 0 ? [{ id, state: 'open', waits }] : [];
}

/** A reference as it may be typed: in small letters, with or without hyphen and spaces. */
const plainly = (text: string): string => text.toUpperCase().replace(/[^0-9A-Z]/g, '');

/** Years back from now in which a reference is looked for that was typed without its year. */
const YEARS_BACK = 10;

/** References that a text may mean as a whole; none: it is a part of one. */
function meant(typed: string, now: Date): string[] {
  const year = Number(dayOf(now).slice(0, 4));
  if (typed.length === 8) return [`${typed.slice(0, 4)}-${typed.slice(4)}`];
  if (typed.length !== 4) return [];
  return Array.from({ length: YEARS_BACK }, (_, back) => `${year - back}-${typed}`);
}

/** Incidents whose reference was typed: a whole one is found however many there are, a part of one among the person's newest. */
async function found(deps: Deps, person: PersonId, reference: string): Promise<{ id: string }[]> {
  const typed = plainly(reference);
  const whole = await Promise.all(meant(typed, deps.now()).map((one) => deps.index.named(one)));
  const ids = whole.flatMap((id) => id ?? []);
  if (ids.length > 0 || typed === '') return ids.map((id) => ({ id }));
  const newest = await deps.index.of(person, ALL_LISTED);
  return newest.filter((row) => plainly(row.reference).includes(typed)).slice(0, PAGE);
}

interface Rows {
  rows: readonly { id: string }[];
  next?: string | undefined;
}

/** A page of the index and where the next begins. One row more is read than is shown: it says whether there are more. */
const pageOf = (read: readonly { id: string; place: string }[]): Rows => ({
  rows: read.slice(0, PAGE),
  next: read.length > PAGE ? read[PAGE - 1]?.place : undefined,
});

async function listOf(deps: Deps, person: PersonId, { from, reference = '' }: InboxQuery): Promise<Rows> {
  if (reference !== '') return { rows: await found(deps, person, reference) };
  return pageOf(await deps.index.of(person, PAGE + 1, from));
}

/**
 * *Ärenden*: a page of what waits for a person, and one of their incidents, newest first. Both come from the index: a page costs
 * the same however many incidents there are. What the index has not noted yet of the newest is looked for in them.
 */
export async function inbox(deps: Deps, person: PersonId, query: InboxQuery): Promise<InboxScreen> {
  const { from, waitsFrom, reference = '' } = query;
  const isFirst = from === undefined && reference === '';
  const [list, waiting, contacts, { state }] = await Promise.all([
    listOf(deps, person, query),
    isFirst ? deps.index.waits(person, PAGE + 1, waitsFrom).then(pageOf) : pageOf([]),
    deps.contacts.read(),
    deps.persons.read(person),
  ]);
  // Each is read once, though it may stand in both.
  const wanted = new Map([...list.rows, ...waiting.rows].map((row) => [row.id, row]));
  const read = new Map(
    (await loadListed(deps, [...wanted.values()], contacts)).map((one) => [one.file.incident.id, one]),
  );
  const among = (some: readonly { id: string }[]): LoadedIncident[] =>
    some.flatMap(({ id }) => read.get(id) ?? []);
  const isUnnoted = ({ file }: LoadedIncident) => cardRowOf(file.cards, person)?.value.wait === undefined;
  const unnoted = isFirst && waitsFrom === undefined ? among(list.rows).filter(isUnnoted) : [];
  return {
    kind: 'inbox',
    waits: byIncident(
      [...new Set([...among(waiting.rows), ...unnoted])].map((one) => tabWaits(one, person, state.snoozed)),
    ),
    nextWaits: waiting.next,
    // Who is only asked whether it is about them finds no number by it.
    rows: among(list.rows)
      .flatMap((one) => rowOf(one, person))
      .filter(({ known }) => known !== undefined || reference === ''),
    next: list.next,
    oversees: mayAdminister({ contacts: postsIn(contacts), routine: deps.municipality.routine }, person),
    now: deps.now().toISOString(),
  };
}

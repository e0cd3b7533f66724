import { addDays, atHour, dayOf } from '../../routine/calendar/localTime';
import type { PersonId } from '../../routine/model/contact';
import { isFollowedBy } from '../../routine/rules/access';
import { begunFor, isOverdue } from '../../routine/rules/pendingTasks';
import type { InboxQuery } from '../../screens/tab/tabScreens';
import type { Deps } from '../deps';
import { isKnownTo, type LoadedIncident } from '../queries/loadIncident';
import { ALL_LISTED } from '../queries/myIncidents';

/* The part of a person's list that was asked for, from the index: a page costs the same however many incidents there are. */

/** Incidents on a page, of the list and of what waits. */
export const PAGE = 20;

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

/** A page of the index, and where the next begins. */
export interface Rows {
  rows: readonly { id: string }[];
  next?: string | undefined;
}

/** A page of the index and where the next begins. One row more is read than is shown: it says whether there are more. */
export const pageOf = (read: readonly { id: string; place: string }[]): Rows => ({
  rows: read.slice(0, PAGE),
  next: read.length > PAGE ? read[PAGE - 1]?.place : undefined,
});

/** The instants between which days begin and end; undefined: no such day was asked for. */
const between = ({ since, until }: Pick<InboxQuery, 'since' | 'until'>) => ({
  since: since ? atHour(since, 0) : undefined,
  before: until ? atHour(addDays(until, 1), 0) : undefined,
});

/** Whether only a part of the list is asked for. */
export const isPart = ({ reference = '', state, since, until }: InboxQuery): boolean =>
  reference !== '' || state !== undefined || since !== undefined || until !== undefined;

/** The rows of the part that was asked for. They may be more than are in it: each is looked at by `isIn`. */
export async function listOf(deps: Deps, person: PersonId, query: InboxQuery): Promise<Rows> {
  const { from: after, reference = '', state } = query;
  if (reference !== '') return { rows: await found(deps, person, reference) };
  const limit = PAGE + 1;
  if (state === 'waiting') return pageOf(await deps.index.waits(person, limit, after));
  if (state === 'late') return pageOf(await deps.index.late(person, deps.now(), { limit, after }));
  return pageOf(await deps.index.among(person, state ?? 'all', { limit, after, ...between(query) }));
}

/** The newest of a person's list, for a first page of a part: what the index has not noted yet stands among them. */
export const newestOf = async (deps: Deps, person: PersonId, query: InboxQuery): Promise<Rows> =>
  query.state === 'open' || query.state === 'closed'
    ? pageOf(await deps.index.among(person, 'all', { limit: PAGE, ...between(query) }))
    : { rows: [] };

/** Newest first, as the list is. */
export const newestFirst = (a: LoadedIncident, b: LoadedIncident): number =>
  b.file.incident.createdAt.localeCompare(a.file.incident.createdAt);

/** Whether an incident is in the part that was asked for. */
export function isIn(read: LoadedIncident, person: PersonId, query: InboxQuery): boolean {
  const { situation } = read;
  const { incident, now } = situation;
  const { since, before } = between(query);
  const createdAt = new Date(incident.createdAt);
  // Who is only asked whether it is about them finds it neither by its number nor by its day.
  if (!isKnownTo(read, person)) return !isPart(query) || (query.state === 'waiting' && !since && !before);
  if ((since && createdAt < since) || (before && createdAt >= before)) return false;
  switch (query.state) {
    case undefined:
      return true;
    case 'open':
    case 'closed':
      return incident.state === query.state;
    case 'waiting':
      return begunFor(situation, person).length > 0;
    case 'late':
      return begunFor(situation, person).some((one) => isOverdue(one, now));
    case 'followed':
      return isFollowedBy(incident, person);
  }
}

import { type PersonId, postsIn } from '../../routine/model/contact';
import { isFollowedBy, mayAdminister } from '../../routine/rules/access';
import { begunFor } from '../../routine/rules/pendingTasks';
import { may } from '../../routine/rules/roles/may';
import { isLeftAlone } from '../../routine/rules/wishes/quiet';
import type { InboxQuery, InboxScreen, TabRow, TabWait } from '../../screens/tab/tabScreens';
import { cardRowOf } from '../chat/liveCard';
import type { Deps } from '../deps';
import { isKnownTo, type LoadedIncident, loadListed, rolesOf } from '../queries/loadIncident';
import { isIn, isPart, listOf, newestFirst, newestOf, PAGE, pageOf, type Rows } from './listed';
import { tabWaits } from './waits';

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

/** How it stands, to who follows it and may read that. */
function outlookFor(read: LoadedIncident, person: PersonId): TabRow['outlook'] {
  const { incident } = read.situation;
  const last = incident.outlook?.said.at(-1);
  return last && isFollowedBy(incident, person) && may(rolesOf(read, person), 'seeOutlook')
    ? { state: last.state, at: last.at }
    : undefined;
}

/** An incident as a row of a person's list; nothing where it is none of theirs any more. */
function rowOf(read: LoadedIncident, person: PersonId): TabRow[] {
  const { id, reference, createdAt, state, acute } = read.situation.incident;
  const waits = begunFor(read.situation, person).length;
  const stands = state === 'closed' ? 'closed' : acute ? 'acute' : 'open';
  if (isLeftAlone(read.situation.incident, person)) return [];
  if (isKnownTo(read, person))
    return [{ id, known: { reference, createdAt }, state: stands, waits, outlook: outlookFor(read, person) }];
  return rolesOf(read, person).size > 0 ? [{ id, state: 'open', waits }] : [];
}

/** Followed incidents on the first page; the others are a part of the list. */
const FOLLOWED = 10;

/** The rows of the index that a page needs: of the list, of what waits, of those that are followed; and the newest that it may lack. */
async function rowsFor(deps: Deps, person: PersonId, query: InboxQuery) {
  const { from, waitsFrom } = query;
  const isWhole = from === undefined && !isPart(query);
  const nothing: Rows = { rows: [] };
  const [list, waiting, followed, newest] = await Promise.all([
    listOf(deps, person, query),
    isWhole ? deps.index.waits(person, PAGE + 1, waitsFrom).then(pageOf) : nothing,
    isWhole && waitsFrom === undefined
      ? deps.index.among(person, 'followed', { limit: FOLLOWED }).then(pageOf)
      : nothing,
    from === undefined ? newestOf(deps, person, query) : nothing,
  ]);
  return { list, waiting, followed, newest, isFirst: isWhole && waitsFrom === undefined };
}

/**
 * *Ärenden*: a page of what waits for a person, and one of their incidents, newest first. Both come from the index: a page costs
 * the same however many incidents there are. What the index has not noted yet of the newest is looked for in them.
 */
export async function inbox(deps: Deps, person: PersonId, query: InboxQuery): Promise<InboxScreen> {
  const [rows, contacts, { state }] = await Promise.all([
    rowsFor(deps, person, query),
    deps.contacts.read(),
    deps.persons.read(person),
  ]);
  const { list, waiting, followed, newest, isFirst } = rows;
  // Each is read once, though it may stand in several.
  const wanted = new Map(
    [list, waiting, followed, newest].flatMap((one) => one.rows.map((row) => [row.id, row])),
  );
  const read = new Map(
    (await loadListed(deps, [...wanted.values()], contacts)).map((one) => [one.file.incident.id, one]),
  );
  const among = (some: Rows): LoadedIncident[] => some.rows.flatMap(({ id }) => read.get(id) ?? []);
  const cardIn = ({ file }: LoadedIncident) => cardRowOf(file.cards, person)?.value;
  const unwaited = isFirst ? among(list).filter((one) => cardIn(one)?.wait === undefined) : [];
  const unlisted = among(newest).filter((one) => cardIn(one)?.places === undefined);
  const listed = [...new Set([...among(list), ...unlisted])];
  return {
    kind: 'inbox',
    waits: byIncident(
      [...new Set([...among(waiting), ...unwaited])].map((one) => tabWaits(one, person, state.snoozed)),
    ),
    nextWaits: waiting.next,
    rows: (unlisted.length > 0 ? listed.sort(newestFirst) : listed)
      .filter((one) => isIn(one, person, query))
      .flatMap((one) => rowOf(one, person)),
    followed: among(followed)
      .filter((one) => isIn(one, person, { ask: 'inbox', state: 'followed' }))
      .flatMap((one) => rowOf(one, person)),
    next: list.next,
    oversees: mayAdminister({ contacts: postsIn(contacts), routine: deps.municipality.routine }, person),
    now: deps.now().toISOString(),
  };
}

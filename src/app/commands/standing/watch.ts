import { dayOf } from '../../../routine/calendar/localTime';
import { type Contact, type PersonId, postsIn } from '../../../routine/model/contact';
import type { Roster } from '../../../routine/model/situation';
import { mayAdminister } from '../../../routine/rules/access';
import { endingPosts } from '../../../routine/rules/contactList/ending';
import { asLookedFor } from '../../../routine/rules/contactList/order';
import { type Reachable, toBeReached, type Watched, watched } from '../../../routine/rules/standing/watch';
import { note } from '../../../screens/screen';
import { asEverybodySees } from '../../../screens/seen';
import { drillsNow } from '../../aggregates/municipality';
import type { Caller, Outcome } from '../../bot';
import type { Deps } from '../../deps';
import type { Millis } from '../../ports/runtime';
import { MAINTENANCE, MUNICIPALITY, OKAY, PRACTICE, personAggregateId, personIn } from '../../ports/states';
import { loadListed, READS_AT_ONCE, readRoster, rolesOf, unreachableIn } from '../../queries/loadIncident';
import { inParallel } from '../../runtime/concurrency';
import { newId } from '../../runtime/ids';
import { startDrill } from '../drills';

/* "Notiser": what stands in the way of the bot doing its work, for the strategist. Nothing of any incident is shown by it. */

/** So long after its time a thing should have been told. */
const LATE: Millis = 5 * 60_000;
/** The most late subjects that are counted. */
const MOST_LATE = 100;

type Deliveries = Parameters<typeof unreachableIn>[0];

/**
 * Whether the bot reaches each row, by what came of drills and of maintenance: what came of an incident's notices would say
 * that there is one.
 */
async function reachOf(deps: Deps, roster: Roster, beside: Deliveries): Promise<Map<string, Reachable>> {
  const failed = unreachableIn(beside);
  const reach = new Map<string, Reachable>();
  await inParallel(toBeReached(roster), READS_AT_ONCE, async ({ id, person }: Contact) => {
    const row = person === undefined ? undefined : (await deps.people.read(person))?.value;
    if (person === undefined || !row) reach.set(id, 'unmet');
    else if (!row.address) reach.set(id, { since: row.leftAt });
    else reach.set(id, failed.has(person) ? { since: failed.get(person) } : 'reached');
  });
  return reach;
}

/** The deliveries of drills and of maintenance. */
async function besideIncidents(deps: Deps): Promise<Deliveries> {
  const [told, maintenance] = await Promise.all([
    deps.municipalityState.read(MUNICIPALITY),
    deps.maintenance.read(MAINTENANCE),
  ]);
  return { deliveries: [...told.deliveries, ...maintenance.deliveries] };
}

/** Whether the bot reaches each row of the contact list now. For whoever keeps the list. */
export const reachNow = async (deps: Deps, roster: Roster): Promise<Map<string, Reachable>> =>
  reachOf(deps, roster, await besideIncidents(deps));

/** A row as the strategist's screen has it: no account and no address. */
function shown(one: Watched): Watched {
  if ('contact' in one) return { ...one, contact: asEverybodySees(one.contact) };
  if (one.kind === 'party') return { ...one, officers: one.officers.map(asEverybodySees) };
  return one.kind === 'silent' || one.kind === 'unpromised'
    ? { ...one, contacts: one.contacts.map(asEverybodySees) }
    : one;
}

/**
 * Subjects that should have been told of: what all share, the person's own, and incidents in which they have a part. What is late of
 * another would say that there is one.
 */
async function lateFor(deps: Deps, { contacts }: Roster, person: PersonId): Promise<number> {
  const due = await deps.agenda.due(deps.now().getTime() - LATE, MOST_LATE);
  const shared = new Set([MUNICIPALITY, MAINTENANCE, OKAY, PRACTICE, personAggregateId(person)]);
  const incidents = due.filter(({ id }) => !shared.has(id) && personIn(id) === undefined);
  const read = await loadListed(deps, incidents, contacts);
  const own = read.filter((one) => rolesOf(one, person).size > 0);
  return due.filter(({ id }) => shared.has(id)).length + own.length;
}

async function rowsFor(deps: Deps, roster: Roster, person: PersonId): Promise<Watched[]> {
  const [told, maintenance, drills, late, rows] = await Promise.all([
    deps.municipalityState.read(MUNICIPALITY),
    deps.maintenance.read(MAINTENANCE),
    drillsNow(deps),
    lateFor(deps, roster, person),
    deps.contacts.stored(),
  ]);
  const beside = { deliveries: [...told.deliveries, ...maintenance.deliveries] };
  return watched({
    contacts: asLookedFor(deps.municipality.routine, roster.contacts),
    routine: deps.municipality.routine,
    now: deps.now(),
    reach: await reachOf(deps, roster, beside),
    drills,
    retention: deps.retention,
    windows: maintenance.state.windows,
    late,
    rows: rows.length,
    ending: endingPosts(postsIn(rows), deps.municipality.routine.posts, dayOf(deps.now())),
  }).map(shown);
}

/** The strategist's notices of the bot itself, from row `from` on. */
export async function showWatch(deps: Deps, caller: Caller, from: number): Promise<Outcome> {
  const roster = await readRoster(deps);
  if (!mayAdminister(roster, caller.person)) return { screen: note('watchNotYours') };
  const rows = await rowsFor(deps, roster, caller.person);
  return {
    screen: { kind: 'list', list: 'watch', rows, from, drill: newId(deps), now: deps.now().toISOString() },
  };
}

/** A drill from the card: one, however often it is pressed, and none while another goes on. */
export async function beginDrill(deps: Deps, caller: Caller, id: string): Promise<Outcome> {
  const roster = await readRoster(deps);
  if (!mayAdminister(roster, caller.person)) return { screen: note('drillNotYours') };
  return (await drillsNow(deps)).isOngoing ? showWatch(deps, caller, 0) : startDrill(deps, caller, id);
}

import { newIdText } from '../../../routine/acts/inputs';
import type { PersonId } from '../../../routine/model/contact';
import type { Incident } from '../../../routine/model/incident';
import type { SharedEvent } from '../../../routine/model/wish/joined';
import { isNear } from '../../../routine/rules/joined/around';
import { mergeFault } from '../../../routine/rules/joined/merging';
import { withoutHidden } from '../../../routine/rules/report/hidden';
import { may } from '../../../routine/rules/roles/may';
import type { ActTurn } from '../../../routine/transitions/turn';
import type { Around } from '../../../screens/shown/around';
import type { Deps } from '../../deps';
import { type LoadedIncident, loadIncident, loadListed, rolesOf } from '../loadIncident';
import { ALL_LISTED, incidentsOf } from '../myIncidents';

/** Incidents that are looked at for one press, newest first. */
const MOST = 60;

/**
 * The incidents in which somebody may say that they share an event with this one: those that are theirs too, and open.
 * @param most as many are looked at, newest first
 */
async function besideOf(
  deps: Deps,
  { situation }: LoadedIncident,
  [person, most]: [PersonId, number],
): Promise<LoadedIncident[]> {
  const { incident } = situation;
  const lists = [person, ...(incident.event ? [incident.event.by] : [])];
  const [contacts, ...rows] = await Promise.all([
    deps.contacts.read(),
    ...[...new Set(lists)].map((one) => incidentsOf(deps, one)),
  ]);
  const listed = new Map(rows.flat().map((row) => [row.id, row]));
  const all = await loadListed(
    deps,
    [...listed.values()].filter(({ id }) => id !== incident.id).slice(0, most),
    contacts,
  );
  return all.filter(
    (one) =>
      one.situation.incident.state === 'open' &&
      one.situation.incident.practice === incident.practice &&
      may(rolesOf(one, person), 'joinEvent'),
  );
}

const sharesWith = ({ event }: Incident, other: Incident): boolean =>
  event !== undefined && other.event?.id === event.id;

/** The incidents around one, as this person may know them: those of its event, and those that may be. */
export async function aroundOf(deps: Deps, read: LoadedIncident, person: PersonId): Promise<Around[]> {
  const own = read.situation.incident;
  const all = await besideOf(deps, read, [person, MOST]);
  return all.map((one) => {
    const { incident, routine } = one.situation;
    const isMergeable = mayTakeIn(one, person) && mergeFault(own, incident) === undefined;
    return {
      id: incident.id,
      reference: incident.reference,
      createdAt: incident.createdAt,
      isAcute: incident.acute,
      isLed: incident.lead !== undefined,
      isMember: sharesWith(own, incident),
      isNear: isNear(own, incident),
      event: incident.event,
      isMergeable,
      who: isMergeable ? withoutHidden(incident, routine).victim.name : undefined,
    };
  });
}

/** Whether somebody may say that another incident goes into this one: who leads it, or answers for all of it. */
const mayTakeIn = (read: LoadedIncident, person: PersonId): boolean => {
  const roles = rolesOf(read, person);
  return roles.has('lead') || roles.has('strategist');
};

/** Presses that are made with a look at the incidents beside it. */
export const ASKS_AROUND: ReadonlySet<string> = new Set(['joinEvent', 'merge']);

/** The incident into which a press has another go, where this person may say so; undefined: none. */
export async function intoOf(
  deps: Deps,
  { verb, into }: { verb: string; into?: unknown },
  person: PersonId,
): Promise<Incident | undefined> {
  const id = verb === 'merge' && newIdText().safeParse(into).data;
  const read = id ? await loadIncident(deps, id) : undefined;
  return read && mayTakeIn(read, person) ? read.situation.incident : undefined;
}

/** The incidents that somebody chose to share an event, with all that share one with those already. */
export function joinsOf(around: readonly Around[], chosen: readonly string[]): NonNullable<ActTurn['joins']> {
  const all = around.filter(({ id }) => chosen.includes(id));
  const events = new Set(all.flatMap(({ event }) => event?.id ?? []));
  const others = around.filter(({ id, event }) => chosen.includes(id) || (event && events.has(event.id)));
  return { event: all.find(({ event }) => event)?.event, others: others.map(({ id }) => id) };
}

/** The ids of the others that share the event of an incident and are open, as far as the one who pressed has them. */
export async function othersOf(deps: Deps, read: LoadedIncident, person: PersonId): Promise<string[]> {
  const own = read.situation.incident;
  if (!own.event) return [];
  // All of them: one that many newer ones have come after is not left out.
  const all = await besideOf(deps, read, [person, ALL_LISTED]);
  return all
    .map(({ situation: { incident } }) => incident)
    .filter((one) => sharesWith(own, one))
    .map(({ id }) => id);
}

/** Lists an incident with whoever first said of its event that several share it: all of them are found by that list. */
export async function listWith(
  { index }: Pick<Deps, 'index'>,
  { by }: SharedEvent,
  { id, reference, createdAt }: Incident,
): Promise<void> {
  await index.add(by, { id, reference, createdAt });
}

import type { PersonId } from '../../../routine/model/contact';
import type { Incident } from '../../../routine/model/incident';
import type { SharedEvent } from '../../../routine/model/wish/joined';
import { may } from '../../../routine/rules/access';
import { isNear } from '../../../routine/rules/joined/around';
import type { ActTurn } from '../../../routine/transitions/turn';
import type { Around } from '../../../screens/shown/around';
import type { Deps } from '../../deps';
import { type LoadedIncident, loadListed, rolesOf } from '../loadIncident';
import { incidentsOf } from '../myIncidents';

/** Incidents that are looked at for one press, newest first. */
const MOST = 60;

/** The incidents in which somebody may say that they share an event with this one: those that are theirs too, and open. */
async function besideOf(
  deps: Deps,
  { situation }: LoadedIncident,
  person: PersonId,
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
    [...listed.values()].filter(({ id }) => id !== incident.id).slice(0, MOST),
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
  const all = await besideOf(deps, read, person);
  return all
    .map(({ situation: { incident } }) => incident)
    .map((incident) => ({
      id: incident.id,
      reference: incident.reference,
      createdAt: incident.createdAt,
      isAcute: incident.acute,
      isLed: incident.lead !== undefined,
      isMember: sharesWith(own, incident),
      isNear: isNear(own, incident),
      event: incident.event,
    }));
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
  const all = await besideOf(deps, read, person);
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

import { acted } from '../../../routine/acts/acted';
import { type Acting, aboutOf, adds } from '../../../routine/acts/acts';
import type { Incident } from '../../../routine/model/incident';
import { Refusal } from '../../../routine/model/refusal';
import type { Carry } from '../../../routine/model/wish/joined';
import { asText } from '../../../routine/rules/access';
import { carriedTo } from '../../../routine/rules/joined/carried';
import { may } from '../../../routine/rules/roles/may';
import { victimOf } from '../../../routine/rules/succession';
import { REGISTER_OTHERS } from '../../../routine/transitions/beside/joined';
import {
  FOLLOW_END,
  followEnd,
  mergedCarries,
  TAKE_IN,
  takeIn,
} from '../../../routine/transitions/beside/merging';
import { FOLLOW_SUSPECTS, followSuspects } from '../../../routine/transitions/beside/suspects';
import { settle } from '../../../routine/transitions/consequences';
import type { ActTurn } from '../../../routine/transitions/turn';
import { readAction } from '../../../screens/actions';
import type { Deps } from '../../deps';
import type { Change } from '../../ports/incidents';
import { listWith, othersOf } from '../../queries/joined/around';
import { type LoadedIncident, loadIncident, rolesOf, turnOn } from '../../queries/loadIncident';
import { incidentsOf } from '../../queries/myIncidents';
import { decideAgain } from '../../runtime/decideAgain';
import { registerOthers } from './registerOthers';

/*
 * A press on one incident that is to be made on others. It is kept with the first, in the save of the press itself, and its agenda
 * row stands before that: whoever crashes between two of the others, the agenda comes back and goes on. On each it counts once.
 */

/** The press as it is made on another incident; undefined: it cannot be. */
function pressOn(target: Incident, carry: Carry): Acting | undefined {
  const brought = carriedTo(target, carry);
  const data = brought && { ...brought, id: target.id, once: carry.once };
  return data && (readAction(carry.verb, data) as Acting | undefined);
}

/** The incident as it follows from another without a press of its own there; undefined: it is a press. */
function followedOn(
  source: Incident,
  incident: Incident,
  { carry: { verb, data }, turn }: { carry: Carry; turn: ActTurn },
): Incident | undefined {
  if (verb === TAKE_IN) return takeIn(incident, source, turn);
  if (verb === FOLLOW_SUSPECTS) return followSuspects(incident, { source, data }, turn);
  return verb === FOLLOW_END ? followEnd(incident, source, turn) : undefined;
}

/** The act by which the log calls what follows, where it is one that a press may be too. */
const LOGGED_AS: Readonly<Record<string, string>> = { [FOLLOW_SUSPECTS]: 'nameSuspects' };

/** The change that it makes there; undefined: nothing, since it has been made, or who pressed may not, or the routine says no. */
function changeOn(
  source: Incident,
  read: LoadedIncident,
  carry: Carry,
): (Change & { incident: Incident }) | undefined {
  const { incident } = read.file;
  const { by, at, once, verb } = carry;
  const roles = rolesOf(read, by);
  const turn: ActTurn = { ...turnOn(read, by, once), roles, now: new Date(at) };
  const followed = followedOn(source, incident, { carry, turn });
  if (followed === incident) return undefined;
  if (followed) {
    // One that went into a third in its turn takes it on.
    const further = mergedCarries(incident, followed, turn) ?? [];
    const carries = further.length > 0 ? [...(followed.carries ?? []), ...further] : followed.carries;
    return {
      incident: { ...settle({ ...followed, carries }, turn), rev: incident.rev + 1 },
      history: [{ at, by, act: LOGGED_AS[verb] ?? verb, about: '', as: asText(roles) }],
    };
  }
  const action = pressOn(incident, carry);
  const isMember = carry.to !== undefined || incident.event?.id === source.event?.id;
  if (!action || !isMember || incident.once.includes(once) || !may(roles, action.verb)) return undefined;
  const joins = verb === 'joinEvent' ? { event: source.event, others: [] } : undefined;
  const after = made(incident, action, { ...turn, joins });
  if (!after || after === incident) return undefined;
  return {
    incident: {
      ...after,
      rev: incident.rev + 1,
      once: adds(action.verb) ? [...after.once, once] : after.once,
    },
    history: [{ at, by, act: verb, about: aboutOf(action), as: asText(roles) }],
  };
}

/** Undefined: the routine says no there, and it stays as it is. */
function made(incident: Incident, action: Acting, turn: ActTurn): Incident | undefined {
  try {
    return acted(incident, action, turn).incident;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** A press that is to be made on others, and the incident on which it was made first. */
interface Carrying {
  source: Incident;
  carry: Carry;
}

async function carryTo(deps: Deps, id: string, { source, carry }: Carrying): Promise<void> {
  await decideAgain(
    () => loadIncident(deps, id),
    (read) => changeOn(source, read, carry),
    async ({ file }, change) => {
      const { rev, acute, event } = change.incident;
      await deps.agenda.wake(id, deps.now().getTime(), rev, acute);
      if (event && event.id !== file.incident.event?.id) await listWith(deps, event, file.incident);
      return deps.incidents.save(file, change);
    },
  );
}

/** Nothing is to be carried of it any more: one press may have brought two. */
async function carried(deps: Deps, id: string, { once, verb }: Carry): Promise<void> {
  await decideAgain(
    () => deps.incidents.read(id),
    ({ incident }) => {
      const left = (incident.carries ?? []).filter((one) => one.once !== once || one.verb !== verb);
      if (left.length === (incident.carries ?? []).length) return undefined;
      return { ...incident, carries: left.length > 0 ? left : undefined, rev: incident.rev + 1 };
    },
    async (file, incident) => {
      await deps.agenda.wake(id, deps.now().getTime(), incident.rev, incident.acute);
      return deps.incidents.save(file, { incident });
    },
  );
}

/** The ids of what else the victim of an incident has: which of them are open and theirs is looked at one by one. */
async function ownedBy(deps: Deps, incident: Incident): Promise<string[]> {
  const victim = victimOf(incident);
  const rows = victim === undefined ? [] : await incidentsOf(deps, victim);
  return rows.map(({ id }) => id).filter((id) => id !== incident.id);
}

/** Makes one press on all others whom it is for. */
async function carriedOn(deps: Deps, read: LoadedIncident, carry: Carry): Promise<string[]> {
  const source = read.file.incident;
  if (carry.verb === REGISTER_OTHERS) return registerOthers(deps, source, carry);
  const ids =
    carry.to ??
    (await (carry.verb === FOLLOW_SUSPECTS ? ownedBy(deps, source) : othersOf(deps, read, carry.by)));
  for (const id of ids) await carryTo(deps, id, { source, carry });
  return ids;
}

/**
 * Makes the presses on others that are kept with an incident, one after another, the oldest first.
 * @returns the ids of those that were to be changed: they are due
 */
export async function carryOn(deps: Deps, read: LoadedIncident): Promise<string[]> {
  const source = read.file.incident;
  const woken = new Set<string>();
  for (const carry of source.carries ?? []) {
    for (const id of await carriedOn(deps, read, carry)) woken.add(id);
    await carried(deps, source.id, carry);
  }
  return [...woken];
}

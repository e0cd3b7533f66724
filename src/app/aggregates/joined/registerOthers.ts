import type { Contact } from '../../../routine/model/contact';
import type { Incident } from '../../../routine/model/incident';
import type { Carry } from '../../../routine/model/wish/joined';
import { begunTogether, type Together } from '../../../routine/transitions/beside/joined';
import { settle } from '../../../routine/transitions/consequences';
import type { Deps } from '../../deps';
import { newTurn } from '../../queries/loadIncident';
import { suspectsFor } from '../../queries/people/suspects';
import { inParallel } from '../../runtime/concurrency';
import { nextId } from '../../runtime/ids';
import { freeReference, insertIncident } from './insertion';

/** Incidents that are made side by side. */
const MADE_AT_ONCE = 8;

/** The incidents of several who were told of together: whose press it is, and where it was kept. */
interface Registering {
  source: Incident;
  carry: Carry;
  together: Together;
  /** The contact list, read once for all of them. */
  contacts: readonly Contact[];
}

/** Makes the incident of one of them, unless it is there already or was erased: by its id, which is always the same. */
async function make(deps: Deps, registering: Registering, at: number): Promise<string> {
  const { source, carry, together, contacts } = registering;
  const other = together.others[at];
  const id = nextId(carry.by, `${source.id}.${at}`);
  if (!other || (await deps.incidents.read(id)) || (await deps.erasure.isBuried(id))) return id;
  const turn = {
    ...newTurn(deps, contacts, { by: carry.by, once: `${carry.once}.${at}` }),
    now: new Date(carry.at),
  };
  const [reference, before] = await Promise.all([
    freeReference(deps, id),
    other.isSelf ? suspectsFor(deps, carry.by, contacts) : [],
  ]);
  const suspects = [...together.suspects, ...(before ?? [])];
  const event = source.event ?? { id: source.id, at: carry.at, by: carry.by };
  const making = { ...{ id, reference, event, other, together, suspects } };
  await insertIncident(deps, settle(begunTogether(making, turn), turn), {
    by: carry.by,
    act: 'sendReport',
  });
  return id;
}

/**
 * Makes an incident for each of those who were told of with the first one. Whoever crashes between two of them, the agenda comes back to
 * the first one's, and goes on.
 * @returns their ids
 */
export async function registerOthers(deps: Deps, source: Incident, carry: Carry): Promise<string[]> {
  const together = JSON.parse(carry.data) as Together;
  const registering = { source, carry, together, contacts: await deps.contacts.read() };
  const ids: string[] = [];
  await inParallel(together.others.keys(), MADE_AT_ONCE, async (at) => {
    ids.push(await make(deps, registering, at));
  });
  return ids;
}

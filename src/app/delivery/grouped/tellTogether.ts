import type { PersonId } from '../../../routine/model/contact';
import { addGroup } from '../../aggregates/round/groups';
import type { Deps } from '../../deps';
import { newId } from '../../runtime/ids';
import { dispatchOf } from '../dispatch';
import { notifiable } from '../dueNotices';
import { claimOf, mayComeTogether } from '../notify';

/** Rows of one save: a transaction takes a hundred. */
const MOST_CLAIMS = 90;

/** One card of several incidents that is about to be told. */
interface Telling {
  deps: Deps;
  claimer: string;
  person: PersonId;
  /** Its id. */
  group: string;
}

/** Claims what is due for a person in one incident for the card. `raced`: another process was quicker. */
async function claimIn(
  { deps, claimer, person, group }: Telling,
  id: string,
): Promise<'claimed' | 'nothing' | 'raced'> {
  const dispatch = dispatchOf(deps, id, { claimer });
  const aggregate = await dispatch.read();
  const due = aggregate && notifiable(dispatch, aggregate).get(person)?.slice(0, MOST_CLAIMS);
  if (!aggregate || !due || !mayComeTogether(aggregate, due)) return 'nothing';
  const deliveries = due.map((notice) => {
    const { value, etag } = claimOf(dispatch, aggregate, notice);
    return { value: { ...value, group }, etag };
  });
  await aggregate.beforeNotice(person, true);
  return (await aggregate.save({ deliveries })) === 'saved' ? 'claimed' : 'raced';
}

/** Whether somebody gets cards that tell of several: who has no chat has what is due dealt with one by one. */
const isReached = async ({ people }: Deps, person: PersonId): Promise<boolean> =>
  (await people.read(person))?.value.address !== undefined;

/**
 * Claims what is due for a person in several incidents, then writes their card down with the person, who is dispatched next. A crash after
 * the claims leaves them to end by themselves; one after that leaves a card that is sent by the next sweep.
 * @returns false: another process is at it, and nothing is to be sent of them now
 */
export async function tellTogether(
  deps: Deps,
  claimer: string,
  { person, ids }: { person: PersonId; ids: readonly string[] },
): Promise<boolean> {
  if (!(await isReached(deps, person))) return true;
  const telling: Telling = { deps, claimer, person, group: newId(deps) };
  const members: string[] = [];
  // In one order everywhere, so that of two processes one has all.
  for (const id of [...ids].sort()) {
    const how = await claimIn(telling, id);
    if (how === 'raced' && members.length === 0) return false;
    if (how === 'claimed') members.push(id);
  }
  if (members.length > 0)
    await addGroup(deps, person, { id: telling.group, at: deps.now().toISOString(), members });
  return true;
}

import type { Incident } from '../../../routine/model/incident';
import { victimOf } from '../../../routine/rules/succession';
import { withSuspects } from '../../../routine/transitions/beside/suspects';
import type { Turn } from '../../../routine/transitions/turn';
import type { Deps } from '../../deps';
import { suspectsFor } from '../../queries/people/suspects';

/** An incident before and after a press. */
interface Pressed {
  before: Incident;
  after: Incident;
  turn: Turn;
}

/**
 * An incident that has become somebody's own, or goes on again: those whom they have named in what is open are told nothing of it
 * either.
 */
export async function asTheirs(deps: Deps, { before, after, turn }: Pressed): Promise<Incident> {
  const victim = victimOf(after);
  const isReopened = before.state === 'closed' && after.state === 'open';
  const isNew = victim === turn.by && victimOf(before) !== victim;
  if (!victim || after.practice || !(isReopened || isNew)) return after;
  return withSuspects(after, (await suspectsFor(deps, victim, turn.contacts)) ?? [], turn);
}

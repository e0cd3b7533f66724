import type { Incident } from '../../routine/model/incident';
import { victimOf } from '../../routine/rules/succession';
import { withSuspects } from '../../routine/transitions/beside/suspects';
import type { Turn } from '../../routine/transitions/turn';
import type { Deps } from '../deps';
import { suspectsFor } from '../queries/suspects';
import { quietOf } from './createIncident';

/**
 * An incident that has become somebody's own: whoever is quiet already is so in it too, and those whom they have named before are told
 * nothing of it either.
 */
export async function asTheirs(deps: Deps, incident: Incident, turn: Turn): Promise<Incident> {
  if (victimOf(incident) !== turn.by) return incident;
  const [row, suspects] = await Promise.all([
    deps.people.read(turn.by),
    suspectsFor(deps, turn.by, turn.contacts),
  ]);
  const without = withSuspects(incident, suspects ?? [], turn);
  const quiet = without.quiet ?? quietOf(row?.value);
  return quiet ? { ...without, quiet } : without;
}

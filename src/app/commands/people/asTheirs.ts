import type { Incident } from '../../../routine/model/incident';
import { victimOf } from '../../../routine/rules/succession';
import { withSuspects } from '../../../routine/transitions/beside/suspects';
import type { Turn } from '../../../routine/transitions/turn';
import type { Deps } from '../../deps';
import { suspectsFor } from '../../queries/people/suspects';

/** An incident that has become somebody's own: those whom they have named before are told nothing of it either. */
export async function asTheirs(deps: Deps, incident: Incident, turn: Turn): Promise<Incident> {
  if (victimOf(incident) !== turn.by) return incident;
  return withSuspects(incident, (await suspectsFor(deps, turn.by, turn.contacts)) ?? [], turn);
}

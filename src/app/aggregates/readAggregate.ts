import type { Deps } from '../deps';
import { isAskingId, MAINTENANCE, MUNICIPALITY, personIn } from '../ports/states';
import type { Aggregate } from './aggregate';
import { okayAggregate } from './asking/okay';
import { incidentAggregate } from './incident';
import { maintenanceAggregate } from './maintenance';
import { municipalityAggregate } from './municipality';
import { personAggregate } from './person';

/** The aggregate of an id in the agenda, whose form says what kind it is; undefined: it is not there. */
export async function readAggregate(deps: Deps, id: string): Promise<Aggregate | undefined> {
  if (id === MUNICIPALITY) return municipalityAggregate(deps);
  if (id === MAINTENANCE) return maintenanceAggregate(deps);
  if (isAskingId(id)) return okayAggregate(deps);
  return personIn(id) === undefined ? incidentAggregate(deps, id) : personAggregate(deps, id);
}

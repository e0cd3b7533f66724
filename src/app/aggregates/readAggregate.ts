import type { Contact } from '../../routine/model/contact';
import type { Deps } from '../deps';
import { MAINTENANCE, MUNICIPALITY, OKAY, PRACTICE, personIn } from '../ports/states';
import { type Aggregate, throughGate } from './aggregate';
import { okayAggregate } from './asking/okay';
import { practiceAggregate } from './asking/practice';
import { incidentAggregate } from './incident';
import { maintenanceAggregate } from './maintenance';
import { municipalityAggregate } from './municipality';
import { personAggregate } from './person';

async function aggregateNamed(deps: Deps, id: string): Promise<Aggregate | undefined> {
  if (id === MUNICIPALITY) return municipalityAggregate(deps);
  if (id === MAINTENANCE) return maintenanceAggregate(deps);
  if (id === OKAY) return okayAggregate(deps);
  if (id === PRACTICE) return practiceAggregate(deps);
  return personIn(id) === undefined ? incidentAggregate(deps, id) : personAggregate(deps, id);
}

/** The aggregate of an id in the agenda, whose form says what kind it is; undefined: it is not there. */
export async function readAggregate(deps: Deps, id: string): Promise<Aggregate | undefined> {
  let rows: readonly Contact[] = [];
  // Each reads the list, which says who is quiet: it is read once.
  const read = async () => {
    const list = await deps.contacts.read();
    rows = list;
    return list;
  };
  const found = await aggregateNamed({ ...deps, contacts: { ...deps.contacts, read } }, id);
  return found && throughGate(found, rows);
}

import type { PersonId } from '../../routine/model/contact';
import { isSoon, rungMeanwhile } from '../../routine/rules/standing/maintenance';
import type { First } from '../../screens/screen';
import { asEverybodySees } from '../../screens/seen';
import type { Deps } from '../deps';
import { MAINTENANCE } from '../ports/states';
import { faultOf } from '../runtime/failures';
import { readRoster } from './loadIncident';
import { suspectsFor } from './people/suspects';

/** So many numbers: the red buttons stand below them. */
const MOST = 2;

async function read(deps: Deps, person: PersonId): Promise<First['silent']> {
  const { state } = await deps.maintenance.read(MAINTENANCE);
  const windows = state.windows
    .filter((one) => isSoon(one, deps.now()))
    .map(({ from, to }) => ({ from, to }))
    .sort((a, b) => a.from.localeCompare(b.from));
  if (windows.length === 0) return undefined;
  const roster = await readRoster(deps);
  const toRing = rungMeanwhile(roster, person, await suspectsFor(deps, person, roster.contacts));
  return { windows, toRing: toRing.slice(0, MOST).map(asEverybodySees) };
}

/** The maintenance that begins within a day, for who asks for help. That it cannot be read keeps nobody from the red button. */
export const silentSoon = (deps: Deps, person: PersonId): Promise<First['silent']> =>
  read(deps, person).catch((error: unknown) => {
    deps.log.warn(faultOf(error), 'maintenanceUnread');
    return undefined;
  });

import type { PersonId } from '../../routine/model/contact';
import type { Roster } from '../../routine/model/situation';
import type { Notice } from '../../routine/rules/notices';
import {
  isAhead,
  maintenanceWords,
  rungMeanwhile,
  toldOfMaintenance,
} from '../../routine/rules/standing/maintenance';
import { accountsOf } from '../../routine/rules/succession';
import { note, type Screen } from '../../screens/screen';
import { asEverybodySees } from '../../screens/seen';
import type { Deps } from '../deps';
import type { AggregateFile } from '../ports/delivery';
import type { Millis } from '../ports/runtime';
import { MAINTENANCE, type MaintenanceState } from '../ports/states';
import { readRoster } from '../queries/loadIncident';
import { suspectsByVictim } from '../queries/people/suspects';
import type { Suspects } from '../runtime/knownSuspects';
import { type Aggregate, changeState, DAY, stateAggregate } from './aggregate';

/*
 * Maintenance as an aggregate: who answers for help hears beforehand when the bot will be silent and whom to ring then, and
 * when it is over. It has cards of its own: a drill's must not push the numbers away.
 */

interface LoadedMaintenance extends Roster {
  file: AggregateFile<MaintenanceState>;
  /** By victim, who is part of what happened to them: their numbers are on no card of theirs. */
  suspects: ReadonlyMap<PersonId, Suspects>;
}

/** Whether somebody is told whom to ring: a window is planned, or goes on. */
const isPlanned = (deps: Deps, { state }: AggregateFile<MaintenanceState>): boolean =>
  state.windows.some((one) => isAhead(one, deps.now()));

/** Whether a delivery is a word beforehand of that window. */
export const isWordOf = (key: string, id: string): boolean => key.startsWith(`maintenance|${id}|`);

/** Whether a word of a window has arrived at somebody. */
const hasHeard = ({ file }: LoadedMaintenance, id: string, person: PersonId): boolean =>
  file.deliveries.some(
    ({ value }) => value.person === person && value.sentAt !== undefined && isWordOf(value.key, id),
  );

function noticesOf(deps: Deps, read: LoadedMaintenance): Notice[] {
  const { times } = deps.municipality.routine;
  const now = deps.now();
  return read.file.state.windows.flatMap((one) =>
    accountsOf(toldOfMaintenance(read)).flatMap((person) =>
      maintenanceWords(one, hasHeard(read, one.id, person), { now, times }).map(({ kind, which, at }) => ({
        key: `${kind}|${one.id}|${which}|${person}`,
        kind,
        person,
        since: at.toISOString(),
        isAcute: false,
      })),
    ),
  );
}

/** When a window ended, or was called off. */
const endOf = ({ to, cancelledAt }: MaintenanceState['windows'][number]): string => cancelledAt ?? to;

/** The windows that are planned or going on; when there are none, how the latest ended. */
function maintenanceScreen(deps: Deps, read: LoadedMaintenance, person: PersonId): Screen {
  const { windows } = read.file.state;
  const ahead = windows
    .filter((one) => isAhead(one, deps.now()))
    .sort((a, b) => a.from.localeCompare(b.from))
    .map(({ from, to }) => ({ from, to }));
  const toRing = rungMeanwhile(read, person, read.suspects.get(person) ?? []).map(asEverybodySees);
  if (ahead.length > 0) return { kind: 'note', note: 'maintenance', windows: ahead, toRing };
  const last = [...windows].sort((a, b) => endOf(a).localeCompare(endOf(b))).at(-1);
  if (!last?.cancelledAt) return note('maintenanceOver');
  return { kind: 'note', note: 'maintenanceOff', windows: [{ from: last.from, to: last.to }] };
}

/** Until the next one ends: the cards say so at once. */
const restOf = (deps: Deps, { file }: LoadedMaintenance): Millis =>
  Math.min(
    30 * DAY,
    ...file.state.windows
      .filter((one) => isAhead(one, deps.now()))
      .map(({ to }) => Date.parse(to) - deps.now().getTime()),
  );

export async function maintenanceAggregate(deps: Deps): Promise<Aggregate> {
  const [file, roster] = await Promise.all([deps.maintenance.read(MAINTENANCE), readRoster(deps)]);
  const suspects = isPlanned(deps, file) ? await suspectsByVictim(deps, roster.contacts) : new Map();
  const read = { ...roster, file, suspects };
  return {
    ...stateAggregate(deps.maintenance, file),
    notices: () => noticesOf(deps, read),
    screen: (person) => maintenanceScreen(deps, read, person),
    older: () => ({ kind: 'note', note: 'superseded' }),
    rest: restOf(deps, read),
    isPart: (person) => accountsOf(toldOfMaintenance(read)).includes(person),
  };
}

/** Changes what is planned, its agenda row first: the bot that runs tells of it. */
export const changeMaintenance = (
  deps: Pick<Deps, 'agenda' | 'now' | 'maintenance'>,
  change: (state: MaintenanceState) => MaintenanceState,
): Promise<void> =>
  changeState(deps, { store: deps.maintenance, id: MAINTENANCE, aggregate: MAINTENANCE }, change);

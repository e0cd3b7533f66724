import { unsetCard } from '../../cards/base/retention';
import { drillCard, drillOver, drillResult, drillThanks } from '../../cards/personal/drill';
import type { View } from '../../cards/view';
import type { PersonId } from '../../routine/model/contact';
import type { Roster } from '../../routine/model/situation';
import {
  askedAt,
  type Drill,
  drilled,
  quarterly,
  resultAt,
  strategistAccounts,
} from '../../routine/rules/drills';
import type { Notice } from '../../routine/rules/notices';
import { accountsOf } from '../../routine/rules/succession';
import type { Deps } from '../deps';
import type { AggregateFile } from '../ports/delivery';
import type { Millis } from '../ports/runtime';
import { type MunicipalityState, TOWN } from '../ports/states';
import { readRoster } from '../queries/loadIncident';
import { type Aggregate, changeState, DAY, stateAggregate } from './aggregate';

/* The municipality as an aggregate: drills of whether its officers are reached, and that nothing is decided on erasure. */

/** How far back a person who is new in a post hears of drills. */
const RECENT: Millis = 30 * DAY;

interface TownRead extends Roster {
  file: AggregateFile<MunicipalityState>;
}

const timesOf = (deps: Deps) => deps.municipality.routine.times;

/** Drills begun by hand and quarterly ones, oldest first. */
function drills(deps: Deps, { file }: TownRead): Drill[] {
  const { since, drills: byHand } = file.state;
  const own = byHand.map(({ id, at }) => ({ id, at: new Date(at) }));
  const regular = since ? quarterly(since, deps.now(), timesOf(deps)) : [];
  return [...own, ...regular].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function notices(deps: Deps, read: TownRead): Notice[] {
  const times = timesOf(deps);
  const note = (kind: 'drill' | 'drillResult', drill: Drill, person: PersonId, since: Date): Notice => ({
    key: `${kind}|${drill.id}|1|${person}`,
    kind,
    person,
    since: since.toISOString(),
    isAcute: false,
  });
  const isRecent = (at: Date) => at.getTime() > deps.now().getTime() - RECENT;
  const unset = reminders(deps, read)
    .filter(({ at }) => isRecent(at))
    .flatMap(({ id, at }) =>
      strategistAccounts(read).map((person) => ({
        key: `retentionUnset|${id}|1|${person}`,
        kind: 'retentionUnset' as const,
        person,
        since: at.toISOString(),
        isAcute: false,
      })),
    );
  const drilling = drills(deps, read).flatMap((drill) => [
    ...accountsOf(drilled(read))
      .filter(() => resultAt(drill, times) > deps.now())
      .map((person) => note('drill', drill, person, askedAt(drill, times))),
    ...strategistAccounts(read)
      .filter(() => isRecent(resultAt(drill, times)))
      .map((person) => note('drillResult', drill, person, resultAt(drill, times))),
  ]);
  return [...unset, ...drilling];
}

/** Days into a quarter: away from the drills. */
const UNSET_AFTER = 45;
const reminders = (deps: Deps, { file }: TownRead): Drill[] =>
  deps.retention || !file.state.since
    ? []
    : quarterly(file.state.since, deps.now(), timesOf(deps), UNSET_AFTER);

const answerOf = ({ file }: TownRead, drill: Drill, person: PersonId | undefined) =>
  file.state.answers.find((one) => one.drill === drill.id && one.person === person);

/** A person's card of the latest drill that has begun, or that nothing is decided on erasure. */
function view(deps: Deps, read: TownRead, person: PersonId): View {
  const now = deps.now();
  const times = timesOf(deps);
  const reminded = reminders(deps, read).findLast(({ at }) => at <= now);
  const results = drills(deps, read).map((one) => resultAt(one, times));
  const isNewest = reminded && !results.some((at) => at <= now && at > reminded.at);
  if (isNewest && strategistAccounts(read).includes(person)) return unsetCard();
  const begun = drills(deps, read).filter((one) => askedAt(one, times) <= now);
  const drill = begun.at(-1);
  if (!drill) return drillOver();
  const asked = drilled(read);
  const ended = begun.filter((one) => resultAt(one, times) <= now).at(-1);
  const isAsked = asked.some((contact) => contact.person === person);
  if (ended && !isAsked && strategistAccounts(read).includes(person)) {
    return drillResult(
      deps,
      asked,
      asked.filter((contact) => !answerOf(read, ended, contact.person)),
    );
  }
  const answer = answerOf(read, drill, person);
  if (answer) return drillThanks(answer.at, now);
  return isAsked && resultAt(drill, times) > now ? drillCard(drill.id) : drillOver();
}

async function readTown(deps: Deps): Promise<TownRead> {
  const [file, roster] = await Promise.all([deps.town.read(TOWN), readRoster(deps)]);
  return { ...roster, file };
}

export async function municipalityAggregate(deps: Deps): Promise<Aggregate> {
  const read = await readTown(deps);
  const { file, contacts } = read;
  return {
    ...stateAggregate(deps.town, file),
    notices: () => notices(deps, read),
    view: (person) => view(deps, read, person),
    older: drillOver,
    isPart: (person) => contacts.some((contact) => contact.person === person),
    rest: DAY,
  };
}

/** Whether a person is asked by a drill of that id: only then does their answer count. */
export async function isAskedIn(deps: Deps, person: PersonId, id: string): Promise<boolean> {
  const read = await readTown(deps);
  const isDrill = drills(deps, read).some((drill) => drill.id === id);
  return isDrill && accountsOf(drilled(read)).includes(person);
}

export const changeMunicipality = (
  deps: Deps,
  change: (state: MunicipalityState) => MunicipalityState,
): Promise<void> => changeState(deps, { store: deps.town, id: TOWN, aggregate: TOWN }, change);

/** Since when the drills come by themselves: set once, at the first start. */
export const beginMunicipality = (deps: Deps): Promise<void> =>
  changeMunicipality(deps, (state) => (state.since ? state : { ...state, since: deps.now().toISOString() }));

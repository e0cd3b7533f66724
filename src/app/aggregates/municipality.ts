import type { Contact, PersonId } from '../../routine/model/contact';
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
import { note, type Screen } from '../../screens/screen';
import { asEverybodySees } from '../../screens/seen';
import type { Deps } from '../deps';
import type { SubjectFile } from '../ports/delivery';
import type { Millis } from '../ports/runtime';
import { type MunicipalityState, TOWN } from '../ports/states';
import { type Aggregate, changeState, DAY, stateAggregate } from './aggregate';

/* The municipality as a subject: drills of whether its officers are reached. */

/** Who is new in a post hears of what was so long ago, and of nothing before. */
const RECENT: Millis = 30 * DAY;

interface TownRead {
  file: SubjectFile<MunicipalityState>;
  contacts: readonly Contact[];
}

const timesOf = (deps: Deps) => deps.municipality.routine.times;

/** Those that were begun by hand, and those that come by themselves; oldest first. */
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
      strategistAccounts(read.contacts).map((person) => ({
        key: `retentionUnset|${id}|1|${person}`,
        kind: 'retentionUnset' as const,
        person,
        since: at.toISOString(),
        isAcute: false,
      })),
    );
  const drilling = drills(deps, read).flatMap((drill) => [
    ...accountsOf(drilled(read.contacts))
      .filter(() => resultAt(drill, times) > deps.now())
      .map((person) => note('drill', drill, person, askedAt(drill, times))),
    ...strategistAccounts(read.contacts)
      .filter(() => isRecent(resultAt(drill, times)))
      .map((person) => note('drillResult', drill, person, resultAt(drill, times))),
  ]);
  return [...unset, ...drilling];
}

/** In the middle of each quarter, as long as nothing is decided on erasure: away from the drills. */
const UNSET_AFTER = 45;
const reminders = (deps: Deps, { file }: TownRead): Drill[] =>
  deps.retention || !file.state.since
    ? []
    : quarterly(file.state.since, deps.now(), timesOf(deps), UNSET_AFTER);

const answerOf = ({ file }: TownRead, drill: Drill, person: PersonId | undefined) =>
  file.state.answers.find((one) => one.drill === drill.id && one.person === person);

/** What stands in a person's chat of the latest drill that has begun. */
function screen(deps: Deps, read: TownRead, person: PersonId): Screen {
  const now = deps.now();
  const times = timesOf(deps);
  const reminded = reminders(deps, read).findLast(({ at }) => at <= now);
  const results = drills(deps, read).map((one) => resultAt(one, times));
  const isNewest = reminded && !results.some((at) => at <= now && at > reminded.at);
  if (isNewest && strategistAccounts(read.contacts).includes(person)) return note('retentionUnset');
  const begun = drills(deps, read).filter((one) => askedAt(one, times) <= now);
  const drill = begun.at(-1);
  if (!drill) return note('drillOver');
  const asked = drilled(read.contacts);
  const ended = begun.filter((one) => resultAt(one, times) <= now).at(-1);
  const isAsked = asked.some((contact) => contact.person === person);
  if (ended && !isAsked && strategistAccounts(read.contacts).includes(person)) {
    const silent = asked.filter((contact) => !answerOf(read, ended, contact.person));
    return {
      kind: 'note',
      note: 'drillResult',
      asked: asked.map(asEverybodySees),
      silent: silent.map(asEverybodySees),
    };
  }
  const answer = answerOf(read, drill, person);
  if (answer) return { kind: 'note', note: 'drillThanks', answeredAt: answer.at, now: now.toISOString() };
  return isAsked && resultAt(drill, times) > now
    ? { kind: 'note', note: 'drill', drill: drill.id }
    : note('drillOver');
}

export async function municipalityAggregate(deps: Deps): Promise<Aggregate> {
  const [file, contacts] = await Promise.all([deps.town.read(TOWN), deps.contacts.read()]);
  const read = { file, contacts };
  return {
    ...stateAggregate(deps.town, file),
    notices: () => notices(deps, read),
    screen: (person) => screen(deps, read, person),
    older: () => note('drillOver'),
    isPart: (person) => contacts.some((contact) => contact.person === person),
    rest: DAY,
  };
}

/** Whether a person is asked by a drill of that id: only then does their answer count. */
export async function isAskedIn(deps: Deps, person: PersonId, id: string): Promise<boolean> {
  const [file, contacts] = await Promise.all([deps.town.read(TOWN), deps.contacts.read()]);
  const isDrill = drills(deps, { file, contacts }).some((drill) => drill.id === id);
  return isDrill && accountsOf(drilled(contacts)).includes(person);
}

export const changeMunicipality = (
  deps: Deps,
  change: (state: MunicipalityState) => MunicipalityState,
): Promise<void> => changeState(deps, { store: deps.town, id: TOWN, subject: TOWN }, change);

/** Since when the drills come by themselves: set once, at the first start. */
export const beginMunicipality = (deps: Deps): Promise<void> =>
  changeMunicipality(deps, (state) => (state.since ? state : { ...state, since: deps.now().toISOString() }));

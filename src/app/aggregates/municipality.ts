import { addDays, atHour, dayOf } from '../../routine/calendar/localTime';
import { isAway, isComing, isListed, type PersonId } from '../../routine/model/contact';
import { DATA_CLASSES } from '../../routine/model/routine';
import type { Roster } from '../../routine/model/situation';
import {
  askedAt,
  askedBy,
  DRILL_OVERDUE,
  type Drill,
  type DrillsNow,
  drilled,
  isDrillOverdue,
  quarterly,
  resultAt,
  strategistAccounts,
  toldOfDrill,
} from '../../routine/rules/drills';
import type { Notice } from '../../routine/rules/notices';
import { accountsOf } from '../../routine/rules/succession';
import { note, type Screen } from '../../screens/screen';
import { asEverybodySees } from '../../screens/seen';
import type { Deps } from '../deps';
import type { AggregateFile } from '../ports/delivery';
import type { Millis } from '../ports/runtime';
import { MUNICIPALITY, type MunicipalityState } from '../ports/states';
import { readRoster } from '../queries/loadIncident';
import { type Aggregate, changeState, DAY, stateAggregate } from './aggregate';
import { addNews, tellOfEnding } from './news';

/* The municipality as an aggregate: drills of whether its officers are reached, and that nothing is decided on erasure. */

/** How far back a person who is new in a post hears of drills. */
const RECENT: Millis = 30 * DAY;

interface LoadedMunicipality extends Roster {
  file: AggregateFile<MunicipalityState>;
}

const timesOf = (deps: Deps) => deps.municipality.routine.times;

/** Drills begun by hand and quarterly ones, oldest first. */
function allDrills(deps: Deps, { file }: LoadedMunicipality): Drill[] {
  const { since, drills: byHand } = file.state;
  const own = byHand.map(({ at, ...drill }) => ({ ...drill, at: new Date(at) }));
  const regular = since ? quarterly(since, deps.now(), { times: timesOf(deps), days: 0 }) : [];
  return [...own, ...regular].sort((a, b) => a.at.getTime() - b.at.getTime());
}

function municipalityNotices(deps: Deps, read: LoadedMunicipality): Notice[] {
  const times = timesOf(deps);
  const noticeOf = (kind: 'drill' | 'drillResult', { id, at }: Drill, person: PersonId): Notice => ({
    key: `${kind}|${id}|1|${person}`,
    kind,
    person,
    since: at.toISOString(),
    isAcute: false,
  });
  const isRecent = (at: Date) => at.getTime() > deps.now().getTime() - RECENT;
  const unset = retentionReminders(deps, read)
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
  const drilling = allDrills(deps, read).flatMap((drill) => [
    ...accountsOf(askedBy(read, drill))
      .filter(() => resultAt(drill, times) > deps.now())
      .map((person) => noticeOf('drill', { ...drill, at: askedAt(drill, times) }, person)),
    ...toldOfDrill(read, drill)
      .filter(() => isRecent(resultAt(drill, times)))
      .map((person) => noticeOf('drillResult', { ...drill, at: resultAt(drill, times) }, person)),
  ]);
  return [...unset, ...drilling];
}

/** Days into a quarter: away from the drills. */
const UNSET_AFTER = 45;
const retentionReminders = (deps: Deps, { file }: LoadedMunicipality): Drill[] =>
  DATA_CLASSES.every((what) => deps.retention?.[what]) || !file.state.since
    ? []
    : quarterly(file.state.since, deps.now(), { times: timesOf(deps), days: UNSET_AFTER });

const answerOf = ({ file }: LoadedMunicipality, drill: Drill, person: PersonId | undefined) =>
  file.state.answers.find((one) => one.drill === drill.id && one.person === person);

/** A person's card of the latest drill that has begun, or that nothing is decided on erasure. */
function municipalityScreen(deps: Deps, read: LoadedMunicipality, person: PersonId): Screen {
  const now = deps.now();
  const times = timesOf(deps);
  const reminded = retentionReminders(deps, read).findLast(({ at }) => at <= now);
  const results = allDrills(deps, read).map((one) => resultAt(one, times));
  const isNewest = reminded && !results.some((at) => at <= now && at > reminded.at);
  if (isNewest && strategistAccounts(read).includes(person)) return note('retentionUnset');
  const begun = allDrills(deps, read).filter((one) => askedAt(one, times) <= now);
  const own = begun.findLast((one) => accountsOf(askedBy(read, one)).includes(person));
  const ended = begun
    .filter((one) => resultAt(one, times) <= now)
    .findLast((one) => toldOfDrill(read, one).includes(person));
  // Whoever is asked, and hears how others went, has the newer of the two.
  if (ended && (!own || askedAt(own, times) < resultAt(ended, times))) {
    const asked = askedBy(read, ended);
    const silent = asked.filter((contact) => !answerOf(read, ended, contact.person));
    return {
      ...{ kind: 'note', note: 'drillResult' },
      asked: asked.map(asEverybodySees),
      silent: silent.map(asEverybodySees),
    };
  }
  const answer = own && answerOf(read, own, person);
  if (answer) return { kind: 'note', note: 'drillThanks', answeredAt: answer.at, now: now.toISOString() };
  return own && resultAt(own, times) > now
    ? { kind: 'note', note: 'drill', drill: own.id }
    : note('drillOver');
}

async function loadMunicipality(deps: Deps): Promise<LoadedMunicipality> {
  const [file, roster] = await Promise.all([deps.municipalityState.read(MUNICIPALITY), readRoster(deps)]);
  return { ...roster, file };
}

/** Rows that are away, and those whose term has begun or is over: a day changes them, and nobody's press. */
const awayIn = ({ contacts }: Roster): string[] =>
  contacts.flatMap((contact) => [
    ...(isAway(contact) ? [contact.id] : []),
    ...(contact.begins && !isComing(contact) ? [`${contact.id}+`] : []),
    ...(contact.ends && contact.ended ? [`${contact.id}-`] : []),
  ]);

/** Until the next day begins: absences and terms change the list then. */
const restOf = ({ now }: Deps): Millis => atHour(addDays(dayOf(now()), 1), 0).getTime() - now().getTime();

/** Whoever has gone or come back changes who is asked in every incident: all is looked at anew, once. */
async function noteAbsences(deps: Deps, read: LoadedMunicipality): Promise<void> {
  const away = awayIn(read);
  if ((read.file.state.away ?? []).join() === away.join()) return;
  await deps.agenda.wakeAll(deps.now().getTime());
  await changeMunicipality(deps, (state) => ({ ...state, away }));
}

/** Between two times at which everybody is asked. */
const YEAR: Millis = 365 * DAY;

/** Once a year everybody on the contact list is asked whether what stands there is right. */
async function askIfRight(deps: Deps, { file, contacts }: LoadedMunicipality): Promise<void> {
  const { since, rightAskedAt = since } = file.state;
  const now = deps.now();
  if (!rightAskedAt || now.getTime() - Date.parse(rightAskedAt) < YEAR) return;
  const at = now.toISOString();
  for (const { id, person } of contacts.filter(isListed))
    if (person) await addNews(deps, person, { kind: 'rightAgain', id, at });
  await changeMunicipality(deps, (state) => ({ ...state, rightAskedAt: at }));
}

export async function municipalityAggregate(deps: Deps): Promise<Aggregate> {
  const read = await loadMunicipality(deps);
  const { file, contacts } = read;
  return {
    ...stateAggregate(deps.municipalityState, file),
    notices: () => municipalityNotices(deps, read),
    screen: (person) => municipalityScreen(deps, read, person),
    older: () => note('drillOver'),
    isPart: (person) => contacts.some((contact) => contact.person === person),
    rest: restOf(deps),
    whenDone: async () => {
      await noteAbsences(deps, read);
      await askIfRight(deps, read);
      await tellOfEnding(deps, strategistAccounts(read));
    },
  };
}

/** Whether a person is asked by a drill of that id: only then does their answer count. */
export async function isAskedIn(deps: Deps, person: PersonId, id: string): Promise<boolean> {
  const read = await loadMunicipality(deps);
  const drill = allDrills(deps, read).find((one) => one.id === id);
  return drill !== undefined && accountsOf(askedBy(read, drill)).includes(person);
}

/** By account, when it last answered whether it is reached, and when it was last asked and has not (ISO). */
export async function answersNow(
  deps: Deps,
  roster: Roster,
): Promise<ReadonlyMap<PersonId, { at?: string; askedAt?: string }>> {
  const read = { ...roster, file: await deps.municipalityState.read(MUNICIPALITY) };
  const begun = allDrills(deps, read).filter((one) => askedAt(one, timesOf(deps)) <= deps.now());
  const found = new Map<PersonId, { at?: string; askedAt?: string }>();
  for (const drill of begun)
    for (const person of accountsOf(askedBy(read, drill))) {
      const answer = answerOf(read, drill, person);
      const before = found.get(person) ?? {};
      const asked = askedAt(drill, timesOf(deps)).toISOString();
      found.set(person, answer ? { at: answer.at } : { ...before, askedAt: asked });
    }
  return found;
}

/** How drills stand now. */
export async function drillsNow(deps: Deps): Promise<DrillsNow> {
  const read = await loadMunicipality(deps);
  const { since } = read.file.state;
  const times = timesOf(deps);
  const now = deps.now();
  const before = since ? quarterly(since, new Date(now.getTime() - DRILL_OVERDUE), { times, days: 0 }) : [];
  const begun = [...before, ...allDrills(deps, read)]
    .filter((one) => one.contact === undefined && askedAt(one, times) <= now)
    .sort((a, b) => a.at.getTime() - b.at.getTime());
  const isOver = (one: Drill) => resultAt(one, times) <= now;
  const last = begun.filter(isOver).at(-1);
  const newest = begun.at(-1);
  return {
    last: last && {
      at: last.at.toISOString(),
      silent: drilled(read).filter((contact) => !answerOf(read, last, contact.person)),
    },
    isOngoing: begun.some((one) => !isOver(one)),
    isOverdue: isDrillOverdue(newest, now),
  };
}

export const changeMunicipality = (
  deps: Deps,
  change: (state: MunicipalityState) => MunicipalityState,
): Promise<void> =>
  changeState(deps, { store: deps.municipalityState, id: MUNICIPALITY, aggregate: MUNICIPALITY }, change);

/** Since when the drills come by themselves: set once, at the first start. */
export const beginMunicipality = (deps: Deps): Promise<void> =>
  changeMunicipality(deps, (state) => (state.since ? state : { ...state, since: deps.now().toISOString() }));

/** Who is forgotten has noted no course any more. */
export const forgetCourses = async (deps: Deps, person: PersonId): Promise<void> => {
  const { state } = await deps.municipalityState.read(MUNICIPALITY);
  if (!state.taken?.some((one) => one.person === person)) return;
  await changeMunicipality(deps, (now) => ({
    ...now,
    taken: now.taken?.filter((one) => one.person !== person),
  }));
};

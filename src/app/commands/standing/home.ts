import { addMinutes } from '../../../routine/calendar/workingTime';
import type { PersonId } from '../../../routine/model/contact';
import { type HomeCheck, homeFault } from '../../../routine/rules/standing/home';
import { forgetHomeCode, noteHomeCode } from '../../aggregates/asking/homeCodes';
import { homeOf, suspectsOfHome } from '../../aggregates/asking/homeLadder';
import { ownHome, showsHome } from '../../aggregates/home';
import type { Caller, Outcome, Press } from '../../bot';
import { collapsePages } from '../../chat/collapsePages';
import type { Deps } from '../../deps';
import { type PersonState, personAggregateId } from '../../ports/states';
import { loadListed } from '../../queries/loadIncident';
import { incidentsOf } from '../../queries/myIncidents';
import { decideAgain } from '../../runtime/decideAgain';
import { newId } from '../../runtime/ids';
import { rowOf } from '../start';

/* "Trygg hem": when somebody will be home, moved and ended. Nothing of it is kept when it has ended. */

type Change = (state: PersonState) => PersonState;

/** Changes it, its agenda row first; the state as it is then. @returns undefined where nothing was changed */
export const changeHome = (deps: Deps, person: PersonId, change: Change): Promise<PersonState | undefined> =>
  decideAgain(
    () => deps.persons.read(person),
    ({ state, rev }) => {
      const next = change(state);
      return next === state ? undefined : { ...next, rev: rev + 1 };
    },
    async (file, state) => {
      await deps.agenda.wake(
        personAggregateId(person),
        deps.now().getTime(),
        state.rev,
        state.home !== undefined,
      );
      return deps.persons.save(file, { state });
    },
  );

/** All that its ladder is worked out from. */
export const homeRead = async (deps: Deps, person: PersonId) => {
  const [file, contacts, rows] = await Promise.all([
    deps.persons.read(person),
    deps.contacts.read(),
    incidentsOf(deps, person),
  ]);
  return { person, file, contacts, incidents: await loadListed(deps, rows, contacts) };
};

/** The aggregate that it is a part of. */
export const alsoHome = (person: PersonId) => [personAggregateId(person)];
/** A line that says how it is. */
export const homeSaid = (deps: Deps, view: 'help' | 'past' | 'nothing' | 'over' | 'ended'): Outcome => ({
  screen: { kind: 'home', view, now: deps.now().toISOString() },
});

/** How it stands for whoever is on the way: when they are asked, and who hears of it if they do not answer. */
async function standing(deps: Deps, { person }: Caller): Promise<Outcome> {
  const read = await homeRead(deps, person);
  const home = homeOf(read);
  if (!home) return homeSaid(deps, 'nothing');
  const screen = ownHome(deps, read, home);
  return { screen, also: alsoHome(person), sent: (activity) => noteShown(deps, person, activity) };
}

/** Notes a message that shows it: it shrinks to a line when it is over. */
async function noteShown(deps: Deps, person: PersonId, activity: string): Promise<void> {
  await changeHome(deps, person, (state) =>
    state.home
      ? { ...state, home: { ...state.home, shownIn: [...state.home.shownIn, activity].slice(-10) } }
      : state,
  );
}

/** The check of somebody, moved to another time; a new one where there is none. Its code is noted first. */
async function waitUntil(deps: Deps, caller: Caller, timeOf: (home: HomeCheck | undefined) => Date) {
  const { row } = await rowOf(deps, caller);
  const fresh = { id: newId(deps), route: 'party' as const, party: row.party ?? '', shownIn: [] };
  const before = (await deps.persons.read(caller.person)).state.home;
  const { id } = before ?? fresh;
  await noteHomeCode(deps, caller.person, { ...fresh, ...before, due: timeOf(before).toISOString() });
  const after = await changeHome(deps, caller.person, (state) => ({
    ...state,
    home: {
      ...(state.home ?? { ...fresh, id }),
      due: timeOf(state.home).toISOString(),
      taken: undefined,
      isAsked: state.home && showsHome(deps, state.home),
    },
  }));
  // Said twice in one moment: the other's is the one that stands.
  if (after?.home && after.home.id !== id) await noteHomeCode(deps, caller.person, after.home);
}

/** "hemma 22.30": asked then. Said again it is moved. */
export async function waitForHome(deps: Deps, caller: Caller, due: Date): Promise<Outcome> {
  const { times } = deps.municipality.routine;
  const fault = homeFault(due, deps.now(), times);
  if (fault === 'far')
    return { screen: { kind: 'home', view: 'far', hours: times.homeAhead, now: deps.now().toISOString() } };
  if (fault) return homeSaid(deps, fault);
  await waitUntil(deps, caller, () => due);
  return standing(deps, caller);
}

/** "30 minuter till": from the time that was said, or from now if that has been. One read, one change: two presses at once are an hour. */
export async function homeLater(deps: Deps, { caller }: Press): Promise<Outcome> {
  const now = deps.now();
  const { times } = deps.municipality.routine;
  let isFar = false;
  const state = await changeHome(deps, caller.person, (one) => {
    const { home } = one;
    if (!home) return one;
    const due = addMinutes(new Date(Math.max(Date.parse(home.due), now.getTime())), 30);
    isFar = homeFault(due, now, times) === 'far';
    if (isFar) return one;
    return {
      ...one,
      home: { ...home, due: due.toISOString(), taken: undefined, isAsked: showsHome(deps, home) },
    };
  });
  if (isFar) return { screen: { kind: 'home', view: 'far', hours: times.homeAhead, now: now.toISOString() } };
  if (!state?.home) return homeSaid(deps, 'nothing');
  await noteHomeCode(deps, caller.person, state.home);
  return standing(deps, caller);
}

/** "Säg till kommunen i stället": the party hears nothing. */
export async function homeMunicipality(deps: Deps, { caller }: Press): Promise<Outcome> {
  await changeHome(deps, caller.person, (state) =>
    state.home ? { ...state, home: { ...state.home, route: 'municipality' } } : state,
  );
  return standing(deps, caller);
}

/** "Säg till dem också": who is part of what happened hears of this way home, those who were named until now. */
export async function homeAll(deps: Deps, { caller }: Press): Promise<Outcome> {
  const out = suspectsOfHome(await homeRead(deps, caller.person));
  await changeHome(deps, caller.person, (state) =>
    state.home && out.length > 0
      ? { ...state, home: { ...state.home, heard: [...(state.home.heard ?? []), ...out] } }
      : state,
  );
  return standing(deps, caller);
}

/** Takes it away, with the place of its card: the message that was pressed shows the answer, the others a line. */
export async function endHome(deps: Deps, person: PersonId, pressed = ''): Promise<HomeCheck | undefined> {
  let shown: string[] = [];
  let ended: HomeCheck | undefined;
  await decideAgain(
    () => deps.persons.read(person),
    ({ state, rev, cards }) => {
      const { home, ...rest } = state;
      ended = home;
      if (!home) return undefined;
      const own = cards.find(({ value }) => value.person === person);
      const live = showsHome(deps, home) && own?.value.activityId ? own : undefined;
      shown = [...home.shownIn, ...(live ? [live.value.activityId] : [])];
      const card = live && { value: { ...live.value, activityId: '', hash: '', epoch: 1 }, etag: live.etag };
      return { state: { ...rest, rev: rev + 1 }, cards: card ? [card] : [] };
    },
    async (file, change) => {
      await deps.agenda.wake(personAggregateId(person), deps.now().getTime(), change.state.rev);
      return deps.persons.save(file, change);
    },
  );
  await collapsePages(
    deps,
    person,
    [...new Set(shown)].filter((one) => one !== pressed),
  );
  if (ended) await forgetHomeCode(deps, ended.id);
  return ended;
}

/** "Jag är hemma". */
export async function homeNow(
  deps: Deps,
  { caller, activityId }: Pick<Press, 'caller' | 'activityId'>,
): Promise<Outcome> {
  const ended = await endHome(deps, caller.person, activityId);
  return { ...homeSaid(deps, ended ? 'over' : 'nothing'), also: alsoHome(caller.person) };
}

/** The answer to "hemma": with a time, without one, or that they are there. */
export const onHomeText = (
  deps: Deps,
  caller: Caller,
  at: Date | 'now' | undefined,
): Promise<Outcome> | Outcome =>
  at === undefined
    ? homeSaid(deps, 'help')
    : at === 'now'
      ? homeNow(deps, { caller })
      : waitForHome(deps, caller, at);

/** The commands of whoever is on the way home. */
export const OWN_HOME = { homeNow, homeLater, homeMunicipality, homeAll };

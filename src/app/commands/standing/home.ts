import { addMinutes } from '../../../routine/calendar/workingTime';
import type { PersonId } from '../../../routine/model/contact';
import { type HomeCheck, homeFault } from '../../../routine/rules/standing/home';
import { nothingHere } from '../../../screens/screen';
import { forgetHomeCode, noteHomeCode, personOfHome } from '../../aggregates/asking/homeCodes';
import { homeOf, isToldOfHome, ownHome, showsHome } from '../../aggregates/home';
import type { Caller, Outcome, Press } from '../../bot';
import { collapsePages } from '../../chat/collapsePages';
import { openForm } from '../../chat/liveCard';
import type { Deps } from '../../deps';
import { type PersonState, personAggregateId } from '../../ports/states';
import { loadListed } from '../../queries/loadIncident';
import { incidentsOf } from '../../queries/myIncidents';
import { decideAgain } from '../../runtime/decideAgain';
import { newId } from '../../runtime/ids';
import { rowOf } from '../start';

/* "Trygg hem": when somebody will be home, moved, ended, and who sees to it. Nothing of it is kept when it has ended. */

type Change = (state: PersonState) => PersonState;

/** Changes it, its agenda row first; the state as it is then. @returns undefined where nothing was changed */
const changeHome = (deps: Deps, person: PersonId, change: Change): Promise<PersonState | undefined> =>
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

const readHome = async (deps: Deps, person: PersonId) => {
  const [file, contacts, rows] = await Promise.all([
    deps.persons.read(person),
    deps.contacts.read(),
    incidentsOf(deps, person),
  ]);
  return { person, file, contacts, incidents: await loadListed(deps, rows, contacts) };
};

const also = (person: PersonId) => [personAggregateId(person)];
const said = (deps: Deps, view: 'help' | 'past' | 'nothing' | 'over' | 'ended'): Outcome => ({
  screen: { kind: 'home', view, now: deps.now().toISOString() },
});

/** How it stands for whoever is on the way: when they are asked, and who hears of it if they do not answer. */
async function standing(deps: Deps, { person }: Caller): Promise<Outcome> {
  const read = await readHome(deps, person);
  const home = homeOf(read);
  if (!home) return said(deps, 'nothing');
  const screen = ownHome(deps, read, home);
  return { screen, also: also(person), sent: (activity) => noteShown(deps, person, activity) };
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
  if (fault) return said(deps, fault);
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
  if (!state?.home) return said(deps, 'nothing');
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

/** Takes it away, with the place of its card: the message that was pressed shows the answer, the others a line. */
async function endHome(deps: Deps, person: PersonId, pressed = ''): Promise<HomeCheck | undefined> {
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
  return { ...said(deps, ended ? 'over' : 'nothing'), also: also(caller.person) };
}

/** The answer to "hemma": with a time, without one, or that they are there. */
export const onHomeText = (
  deps: Deps,
  caller: Caller,
  at: Date | 'now' | undefined,
): Promise<Outcome> | Outcome =>
  at === undefined
    ? said(deps, 'help')
    : at === 'now'
      ? homeNow(deps, { caller })
      : waitForHome(deps, caller, at);

/** Who it is, for the one who sees to it. It stands in their card until they leave it: no change may wipe it. */
async function whoIsIt(
  deps: Deps,
  press: Press,
  { of, home: { id, due } }: { of: PersonId; home: HomeCheck },
): Promise<Outcome> {
  // Nothing of it is kept beside: that somebody looked stands in the operators' log, by the code.
  deps.log.info({ person: press.caller.person, home: id }, 'homeLooked');
  await decideAgain(
    () => deps.persons.read(of),
    (file) => {
      const cards = openForm(deps, file, press);
      return cards.length > 0 ? cards : undefined;
    },
    (file, cards) => deps.persons.save(file, { cards }),
  );
  const row = (await deps.people.read(of))?.value;
  const { name = '', phone = '' } = row ?? {};
  return {
    screen: { kind: 'home', view: 'who', of: id, name, phone, due, now: deps.now().toISOString() },
    also: also(of),
  };
}

/** "Jag tar det": the first of those who have been told. */
export async function homeTake(deps: Deps, press: Press, { of: code }: { of: string }): Promise<Outcome> {
  const { person } = press.caller;
  const of = await personOfHome(deps, code);
  if (of === undefined) return said(deps, 'ended');
  const read = await readHome(deps, of);
  const home = homeOf(read);
  if (home?.id !== code) return said(deps, 'ended');
  if (!isToldOfHome(deps, read, person)) return { screen: nothingHere, isNothing: true };
  const now = deps.now().toISOString();
  const state = await changeHome(deps, of, (one) =>
    one.home && (!one.home.taken || !home.taken)
      ? { ...one, home: { ...one.home, taken: { by: person, at: now } } }
      : one,
  );
  const taken = (state ?? (await deps.persons.read(of)).state).home?.taken;
  if (taken?.by === person) return whoIsIt(deps, press, { of, home });
  const by = read.contacts.find((one) => one.person !== undefined && one.person === taken?.by);
  return { screen: { kind: 'home', view: 'others', by, now } };
}

/** Whoever this person sees to, by their card's code; undefined: nobody. */
async function mine(
  deps: Deps,
  { caller: { person } }: Press,
  code: string,
): Promise<{ of: PersonId; home: HomeCheck } | undefined> {
  const of = await personOfHome(deps, code);
  const home = of === undefined ? undefined : homeOf(await readHome(deps, of));
  return of !== undefined && home?.id === code && home.taken?.by === person ? { of, home } : undefined;
}

/** "Visa vem det är". */
export async function homeWho(deps: Deps, press: Press, { of: code }: { of: string }): Promise<Outcome> {
  const found = await mine(deps, press, code);
  return found ? whoIsIt(deps, press, found) : said(deps, 'ended');
}

/** "Jag har nått personen": it is over for all. */
export async function homeReached(deps: Deps, press: Press, { of: code }: { of: string }): Promise<Outcome> {
  const found = await mine(deps, press, code);
  if (!found) return said(deps, 'ended');
  await endHome(deps, found.of);
  return { ...said(deps, 'ended'), also: also(found.of) };
}

import { addMinutes } from '../../../routine/calendar/workingTime';
import type { PersonId } from '../../../routine/model/contact';
import { type HomeCheck, homeFault } from '../../../routine/rules/standing/home';
import { nothingHere } from '../../../screens/screen';
import { isToldOfHome, ownHome, showsHome } from '../../aggregates/home';
import type { Caller, Outcome, Press } from '../../bot';
import { collapsePages } from '../../chat/collapsePages';
import { openForm } from '../../chat/liveCard';
import type { Deps } from '../../deps';
import { type PersonState, personAggregateId } from '../../ports/states';
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
  const [file, contacts] = await Promise.all([deps.persons.read(person), deps.contacts.read()]);
  return { person, file, contacts };
};

const also = (person: PersonId) => [personAggregateId(person)];
const said = (deps: Deps, view: 'help' | 'past' | 'far' | 'nothing' | 'over' | 'ended'): Outcome => ({
  screen: { kind: 'home', view, now: deps.now().toISOString() },
});

/** How it stands for whoever is on the way: when they are asked, and who hears of it if they do not answer. */
async function standing(deps: Deps, { person }: Caller): Promise<Outcome> {
  const read = await readHome(deps, person);
  const { home } = read.file.state;
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

/** "hemma 22.30": asked then. Said again it is moved. */
export async function waitForHome(deps: Deps, caller: Caller, due: Date): Promise<Outcome> {
  const fault = homeFault(due, deps.now());
  if (fault) return said(deps, fault);
  const { row } = await rowOf(deps, caller);
  const fresh = { id: newId(deps), route: 'party' as const, party: row.party ?? '', shownIn: [] };
  await changeHome(deps, caller.person, (state) => ({
    ...state,
    home: {
      ...(state.home ?? fresh),
      due: due.toISOString(),
      taken: undefined,
      isAsked: state.home && showsHome(deps, state.home),
    },
  }));
  return standing(deps, caller);
}

/** "30 minuter till": from the time that was said, or from now if that has been. */
export async function homeLater(deps: Deps, { caller }: Press): Promise<Outcome> {
  const { home } = (await deps.persons.read(caller.person)).state;
  if (!home) return said(deps, 'nothing');
  const from = new Date(Math.max(Date.parse(home.due), deps.now().getTime()));
  return waitForHome(deps, caller, addMinutes(from, 30));
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
  { of, due }: { of: PersonId; due: string },
): Promise<Outcome> {
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
    screen: { kind: 'home', view: 'who', of, name, phone, due, now: deps.now().toISOString() },
    also: also(of),
  };
}

/** "Jag tar det": the first of those who have been told. */
export async function homeTake(deps: Deps, press: Press, { of }: { of: string }): Promise<Outcome> {
  const { person } = press.caller;
  const read = await readHome(deps, of);
  const { home } = read.file.state;
  if (!home) return said(deps, 'ended');
  if (!isToldOfHome(deps, read, person)) return { screen: nothingHere, isNothing: true };
  const now = deps.now().toISOString();
  const state = await changeHome(deps, of, (one) =>
    one.home && !one.home.taken ? { ...one, home: { ...one.home, taken: { by: person, at: now } } } : one,
  );
  const taken = (state ?? (await deps.persons.read(of)).state).home?.taken;
  if (taken?.by === person) return whoIsIt(deps, press, { of, due: home.due });
  const by = read.contacts.find((one) => one.person !== undefined && one.person === taken?.by);
  return { screen: { kind: 'home', view: 'others', by, now } };
}

/** The check of somebody that this person sees to; undefined: they do not. */
async function mine(deps: Deps, { caller: { person } }: Press, of: string): Promise<HomeCheck | undefined> {
  const { home } = (await deps.persons.read(of)).state;
  return home?.taken?.by === person ? home : undefined;
}

/** "Visa vem det är". */
export async function homeWho(deps: Deps, press: Press, { of }: { of: string }): Promise<Outcome> {
  const home = await mine(deps, press, of);
  return home ? whoIsIt(deps, press, { of, due: home.due }) : said(deps, 'ended');
}

/** "Jag har nått personen": it is over for all. */
export async function homeReached(deps: Deps, press: Press, { of }: { of: string }): Promise<Outcome> {
  if (!(await mine(deps, press, of))) return said(deps, 'ended');
  await endHome(deps, of);
  return { ...said(deps, 'ended'), also: also(of) };
}

import { addMinutes } from '../../routine/calendar/workingTime';
import { type Contact, type PersonId, type Quiet, quietIn } from '../../routine/model/contact';
import {
  type HomeCheck,
  homeLastAt,
  homeOverAt,
  mayTakeHome,
  missedAt,
} from '../../routine/rules/standing/home';
import type { HomeScreen } from '../../screens/home';
import { asEverybodySees } from '../../screens/seen';
import type { Deps } from '../deps';
import { personAggregateId } from '../ports/states';
import { namesOf } from '../queries/people/suspects';
import { type Aggregate, changeState } from './aggregate';
import { forgetRows, type Left } from './asking/forgetRows';
import { forgetHomeCode } from './asking/homeCodes';
import {
  firstTold,
  type HomeRead,
  homeNotices,
  homeOf,
  isFromParty,
  isToldOfHome,
  suspectsOfHome,
  timesOf,
  toldBy,
} from './asking/homeLadder';

/* "Trygg hem" as a part of a person's aggregate: they are asked, then officials hear of it, by the ladder of an alarm. */

const takerOf = ({ contacts }: HomeRead, { taken }: HomeCheck): Contact | undefined =>
  contacts.filter(({ person }) => person !== undefined && person === taken?.by).map(asEverybodySees)[0];

/** How it stands for whoever is on the way home, before the time and after it. */
export function ownHome(deps: Deps, read: HomeRead, home: HomeCheck): HomeScreen {
  const now = deps.now().toISOString();
  if (home.taken) return { kind: 'home', now, view: 'taken', by: takerOf(read, home) };
  const view = home.due > now ? 'set' : missedAt(home, timesOf(deps)) > deps.now() ? 'asked' : 'told';
  const mayChange = view === 'set' && home.route === 'party' && home.party !== '' && !isFromParty(read);
  const answer = timesOf(deps).homeAnswer;
  const without = namesOf(read.contacts, suspectsOfHome(read));
  const toTell = firstTold(deps, read, home);
  return { kind: 'home', now, view, due: home.due, answer, toTell, without, mayChange };
}

/** Whether the person's live card is about this. */
export const showsHome = (deps: Deps, { due, isAsked }: HomeCheck): boolean =>
  isAsked === true || new Date(due) <= deps.now();

/** The person's own wish not to be rung, as a card of who helps says it. */
export const hushedAs = (quiet: Quiet | undefined): 'hiding' | 'watched' | undefined =>
  quiet?.why === 'unable' ? undefined : quiet?.why;

/** A person's card of it; undefined: it is not about this. */
function homeScreen(deps: Deps, read: HomeRead, person: PersonId): HomeScreen | undefined {
  const home = homeOf(read);
  const now = deps.now().toISOString();
  if (person === read.person) return home && showsHome(deps, home) ? ownHome(deps, read, home) : undefined;
  if (!home || !isToldOfHome(deps, read, person)) return { kind: 'home', now, view: 'ended' };
  const times = timesOf(deps);
  const toRing = toldBy(deps, read, home)
    .filter((one) => one.person === undefined)
    .map(asEverybodySees);
  const until = homeLastAt(home, times) <= deps.now() ? homeOverAt(home, times).toISOString() : undefined;
  const quiet = hushedAs(quietIn(read.contacts).get(read.person));
  const common = { kind: 'home', now, of: home.id, until, quiet } as const;
  const { taken } = home;
  if (taken?.by === person)
    return { ...common, view: 'mine', toRing: [], isAgain: isAskedAgain(deps, taken.at) };
  if (!taken) return { ...common, view: 'missed', toRing };
  const by = takerOf(read, home);
  if (!mayTakeHome(home, times, deps.now())) return { kind: 'home', now, view: 'others', by };
  return { ...common, view: 'missed', toRing, silent: { by, since: taken.at } };
}

/** Whether whoever took it is asked by now how it went. */
const isAskedAgain = (deps: Deps, since: string): boolean =>
  addMinutes(new Date(since), timesOf(deps).reachedAsk) <= deps.now();

/** Whether it waits for somebody to see to it. */
function isHomeMissed(deps: Deps, read: HomeRead): boolean {
  const home = homeOf(read);
  const [times, now] = [timesOf(deps), deps.now()];
  return home !== undefined && mayTakeHome(home, times, now) && missedAt(home, times) <= now;
}

/** The rest of it when it is over: what was told, and the rows of others' cards that say so by now. */
const leftOfHome = (person: PersonId): Left => ({
  card: (row) => row.person !== person,
  delivery: ({ key }) => /^home[A-Z|]/.test(key),
});

/** Done when nothing is left to be told: what has lasted too long is taken away, and what others' cards left behind. */
async function tidyHome(deps: Deps, read: HomeRead): Promise<void> {
  const { home, ...rest } = read.file.state;
  if (home) {
    if (homeOverAt(home, timesOf(deps)) > deps.now()) return;
    const id = personAggregateId(read.person);
    const kept = { store: deps.persons, id: read.person, aggregate: id };
    await changeState(deps, kept, (state) => (state.home?.id === home.id ? rest : state));
    return forgetHomeCode(deps, home.id);
  }
  const left = leftOfHome(read.person);
  const { cards, deliveries } = read.file;
  if (cards.some(({ value }) => left.card(value)) || deliveries.some(({ value }) => left.delivery(value)))
    await forgetRows(deps.persons, read.person, left);
}

/** A person's aggregate with "Trygg hem" in it: their card shows it while it goes on, and officials have cards of their own. */
export function withHome(deps: Deps, read: HomeRead, own: Aggregate): Aggregate {
  const { home } = read.file.state;
  const isTheirs = (person: PersonId) => person === read.person;
  const untilOver = home
    ? homeOverAt(home, timesOf(deps)).getTime() - deps.now().getTime()
    : Number.POSITIVE_INFINITY;
  return {
    ...own,
    isAcute: own.isAcute || isHomeMissed(deps, read),
    notices: () => [...own.notices(), ...homeNotices(deps, read)],
    screen: (person) => homeScreen(deps, read, person) ?? own.screen(person),
    older: (person) => (isTheirs(person) ? own.older(person) : { kind: 'note', note: 'superseded' }),
    isPart: (person) => isTheirs(person) || isToldOfHome(deps, read, person),
    rest: Math.min(own.rest, untilOver),
    async whenDone() {
      await tidyHome(deps, read);
      // Who has removed the app on the way home is waited for all the same.
      if (!home) await own.whenDone();
    },
  };
}

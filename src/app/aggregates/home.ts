import { type Contact, isRung, type PersonId, postsIn } from '../../routine/model/contact';
import type { Situation } from '../../routine/model/situation';
import { isPartyOut } from '../../routine/rules/contactList/suspects';
import { askedLevels } from '../../routine/rules/ladders/asked';
import type { Notice } from '../../routine/rules/notices';
import { type HomeCheck, homeOverAt, missedAt } from '../../routine/rules/standing/home';
import { victimOf } from '../../routine/rules/succession';
import { withQuiet } from '../../routine/rules/wishes/quiet';
import { begin } from '../../routine/transitions/reporting';
import type { HomeScreen } from '../../screens/home';
import { asEverybodySees } from '../../screens/seen';
import type { Deps } from '../deps';
import type { AggregateFile } from '../ports/delivery';
import { type PersonState, personAggregateId } from '../ports/states';
import { type LoadedIncident, newTurn, unreachableIn } from '../queries/loadIncident';
import { namesOf, suspectsAmong } from '../queries/suspects';
import { type Aggregate, changeState } from './aggregate';
import { forgetHomeCode } from './asking/homeCodes';

/* "Trygg hem" as a part of a person's aggregate: they are asked, then officials hear of it, by the ladder of an alarm. */

const timesOf = ({ municipality }: Deps) => municipality.routine.times;

/** All that it is worked out from. */
export interface HomeRead {
  person: PersonId;
  file: AggregateFile<PersonState>;
  contacts: readonly Contact[];
  /** The person's incidents: who is part of what happened to them hears nothing of this. */
  incidents: readonly LoadedIncident[];
}

/** Rows and accounts of those who hear nothing of it. */
const suspectsOfHome = ({ incidents, person }: HomeRead): string[] => suspectsAmong(incidents, person);

/** Whether the person has said that the threat is from their own party: then it goes to the municipality. */
const isFromParty = ({ incidents, person }: HomeRead): boolean =>
  incidents.some(
    ({ file: { incident } }) =>
      incident.state === 'open' && victimOf(incident) === person && isPartyOut(incident),
  );

/** It as it stands: who is part of what happened has not taken it on. */
export function homeOf(read: HomeRead): HomeCheck | undefined {
  const { home } = read.file.state;
  const isTakenByOne = home?.taken && suspectsOfHome(read).includes(home.taken.by);
  return home && isTakenByOne ? { ...home, taken: undefined } : home;
}

/** The ladder as if the person had alarmed when they were missed: who is told, and when. */
function situationOf(deps: Deps, read: HomeRead, home: HomeCheck): Situation {
  const { person, file, contacts } = read;
  const turn = newTurn(deps, contacts, { by: person, once: '' });
  const victim = { person, name: '' };
  const { id, party } = home;
  const route = isFromParty(read) ? ('municipality' as const) : home.route;
  const reporter = { ...victim, kind: 'self' as const };
  const suspects = suspectsOfHome(read);
  const about = { route, party, reporter, victim, suspects };
  const alarm = { id, reference: '', via: 'alarm' as const, acute: true, ...about };
  const incident = { ...begin(alarm, turn), createdAt: missedAt(home, timesOf(deps)).toISOString() };
  const posts = postsIn(contacts);
  return {
    incident,
    contacts: posts,
    unreachable: withQuiet(unreachableIn(file), { incident, contacts: posts }),
    routine: deps.municipality.routine,
    now: deps.now(),
    retention: undefined,
    warnedAt: undefined,
    sent: [],
  };
}

const isOther = (person: PersonId, contact: Contact): boolean => contact.person !== person && isRung(contact);

/** Those who are told first: their names stand on the person's card. */
const firstTold = (deps: Deps, read: HomeRead, home: HomeCheck): Contact[] =>
  (askedLevels(situationOf(deps, read, home))[0]?.contacts ?? [])
    .filter((contact) => isOther(read.person, contact))
    .map(asEverybodySees);

/** Whoever has been told by now, or would be; with those who can only be rung. */
function toldBy(deps: Deps, read: HomeRead, home: HomeCheck): Contact[] {
  const levels = askedLevels(situationOf(deps, read, home)).filter(({ at }) => at <= deps.now());
  return [...new Set(levels.flatMap(({ contacts }) => contacts))].filter((one) => isOther(read.person, one));
}

function homeNotices(deps: Deps, read: HomeRead): Notice[] {
  const home = homeOf(read);
  if (!home || homeOverAt(home, timesOf(deps)) <= deps.now()) return [];
  const notice = (kind: 'homeAsk' | 'home' | 'homeTaken', person: PersonId, at: string): Notice => ({
    key: `${kind}|${home.id}.${Date.parse(home.due)}|1|${person}`,
    kind,
    person,
    since: at,
    isAcute: true,
  });
  const asked = notice('homeAsk', read.person, home.due);
  if (home.taken) return [asked, notice('homeTaken', read.person, home.taken.at)];
  const levels = askedLevels(situationOf(deps, read, home)).flatMap(({ at, contacts }) =>
    contacts.flatMap((contact) =>
      contact.person && isOther(read.person, contact)
        ? [notice('home', contact.person, at.toISOString())]
        : [],
    ),
  );
  return [asked, ...levels];
}

/** Whether somebody may see to it: whom the ladder has reached. */
export const isToldOfHome = (deps: Deps, read: HomeRead, person: PersonId): boolean => {
  const home = homeOf(read);
  if (!home || missedAt(home, timesOf(deps)) > deps.now()) return false;
  return home.taken?.by === person || toldBy(deps, read, home).some((one) => one.person === person);
};

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

/** A person's card of it; undefined: it is not about this. */
function homeScreen(deps: Deps, read: HomeRead, person: PersonId): HomeScreen | undefined {
  const home = homeOf(read);
  const now = deps.now().toISOString();
  if (person === read.person) return home && showsHome(deps, home) ? ownHome(deps, read, home) : undefined;
  if (!home || !isToldOfHome(deps, read, person)) return { kind: 'home', now, view: 'ended' };
  const toRing = toldBy(deps, read, home)
    .filter((one) => one.person === undefined)
    .map(asEverybodySees);
  if (!home.taken) return { kind: 'home', now, view: 'missed', of: home.id, toRing };
  return home.taken.by === person
    ? { kind: 'home', now, view: 'mine', of: home.id, toRing: [] }
    : { kind: 'home', now, view: 'others', by: takerOf(read, home) };
}

/** Whether it waits for somebody to see to it. */
function isHomeMissed(deps: Deps, read: HomeRead): boolean {
  const home = homeOf(read);
  return home !== undefined && !home.taken && missedAt(home, timesOf(deps)) <= deps.now();
}

/** The rest of it when it is over: what was told, and the rows of others' cards that say so by now. */
const leftOfHome = ({ person, file }: HomeRead) => ({
  forgottenCards: file.cards.filter(
    ({ value }) =>
      value.person !== person && !value.retryAt && !value.puttingUntil && !value.unshrunk?.length,
  ),
  forgotten: file.deliveries.map(({ value }) => value).filter(({ key }) => /^home[A-Z|]/.test(key)),
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
  const left = leftOfHome(read);
  // Whoever was quicker tidies up.
  if (left.forgotten.length + left.forgottenCards.length > 0) await deps.persons.save(read.file, left);
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

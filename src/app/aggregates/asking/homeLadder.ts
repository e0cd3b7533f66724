import { type Contact, isRung, OPERATOR, type PersonId, postsIn } from '../../../routine/model/contact';
import type { Situation } from '../../../routine/model/situation';
import { isPartyOut } from '../../../routine/rules/contactList/suspects';
import { askedLevels } from '../../../routine/rules/ladders/asked';
import type { Notice } from '../../../routine/rules/notices';
import {
  type HomeCheck,
  type HomeWord,
  homeAllToldAt,
  homeLastAt,
  homeOverAt,
  homeReminders,
  missedAt,
} from '../../../routine/rules/standing/home';
import { victimOf } from '../../../routine/rules/succession';
import { withQuiet } from '../../../routine/rules/wishes/quiet';
import { begin } from '../../../routine/transitions/reporting';
import { asEverybodySees } from '../../../screens/seen';
import type { Deps } from '../../deps';
import type { AggregateFile } from '../../ports/delivery';
import type { PersonState } from '../../ports/states';
import { type LoadedIncident, newTurn, unreachableIn } from '../../queries/loadIncident';
import { suspectsAmong } from '../../queries/people/suspects';

/* The ladder of "Trygg hem": who hears that somebody has not come home, when, and who hears it again. */

/** The time limits of the municipality. */
export const timesOf = ({ municipality }: Deps) => municipality.routine.times;

/** All that it is worked out from. */
export interface HomeRead {
  person: PersonId;
  file: AggregateFile<PersonState>;
  contacts: readonly Contact[];
  /** The person's incidents: who is part of what happened to them hears nothing of this. */
  incidents: readonly LoadedIncident[];
}

/** Rows and accounts of those who hear nothing of it. */
export function suspectsOfHome({ incidents, person, file }: HomeRead): string[] {
  const { heard = [] } = file.state.home ?? {};
  return suspectsAmong(incidents, person).filter((one) => !heard.includes(one));
}

/** Whether the person has said that the threat is from their own party: then it goes to the municipality. */
export const isFromParty = ({ incidents, person }: HomeRead): boolean =>
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
export const firstTold = (deps: Deps, read: HomeRead, home: HomeCheck): Contact[] =>
  (askedLevels(situationOf(deps, read, home))[0]?.contacts ?? [])
    .filter((contact) => isOther(read.person, contact))
    .map(asEverybodySees);

/** Whoever has been told by now, or would be; with those who can only be rung. */
export function toldBy(deps: Deps, read: HomeRead, home: HomeCheck): Contact[] {
  const levels = askedLevels(situationOf(deps, read, home)).filter(({ at }) => at <= deps.now());
  return [...new Set(levels.flatMap(({ contacts }) => contacts))].filter((one) => isOther(read.person, one));
}

/** Whoever the ladder asks, with an account, and from when on. */
const askedBy = (deps: Deps, read: HomeRead, home: HomeCheck) =>
  askedLevels(situationOf(deps, read, home)).flatMap(({ at, contacts }) =>
    contacts.flatMap((contact) =>
      contact.person && isOther(read.person, contact) ? [{ person: contact.person, at }] : [],
    ),
  );

/** The time of a notice, and the occasion where there are several of the kind. */
type Word = Partial<HomeWord> & Pick<HomeWord, 'at'>;

/** Notices of it: who should know, and since when; what is to come is in it with its time. */
export function homeNotices(deps: Deps, read: HomeRead): Notice[] {
  const home = homeOf(read);
  const times = timesOf(deps);
  if (!home || homeOverAt(home, times) <= deps.now()) return [];
  const notice = (kind: 'homeAsk' | 'home' | 'homeTaken', person: PersonId, { at, about }: Word): Notice => ({
    key: `${kind}|${home.id}.${Date.parse(home.due)}${about ? `.${about}` : ''}|1|${person}`,
    kind,
    person,
    since: at.toISOString(),
    isAcute: true,
  });
  const { all, taker } = homeReminders(home, times);
  const asked = askedBy(deps, read, home);
  const { taken } = home;
  return [
    notice('homeAsk', read.person, { at: new Date(home.due) }),
    ...(taken ? [notice('homeTaken', read.person, { at: new Date(taken.at), about: taken.at })] : []),
    ...(taken ? [] : asked.map(({ person, at }) => notice('home', person, { at }))),
    ...all.flatMap((word) =>
      asked
        .filter((one) => one.at <= word.at && !(one.person === taken?.by && word.about !== 'last'))
        .map(({ person }) => notice('home', person, word)),
    ),
    ...taker.flatMap((word) => (taken ? [notice('home', taken.by, word)] : [])),
    ...(taken ? [] : [notice('home', OPERATOR, { at: homeAllToldAt(home, times) })]),
    notice('home', OPERATOR, { at: homeLastAt(home, times), about: 'last' }),
  ];
}

/** Whether somebody may see to it: whom the ladder has reached. */
export const isToldOfHome = (deps: Deps, read: HomeRead, person: PersonId): boolean => {
  const home = homeOf(read);
  if (!home || missedAt(home, timesOf(deps)) > deps.now()) return false;
  return home.taken?.by === person || toldBy(deps, read, home).some((one) => one.person === person);
};

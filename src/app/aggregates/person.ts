import { addDays, atHour, dayOf } from '../../routine/calendar/localTime';
import { inDaytime, isDayOff, nextRound } from '../../routine/calendar/workingTime';
import type { PersonId } from '../../routine/model/contact';
import { isAcuteUntaken } from '../../routine/rules/deadlines';
import type { Notice } from '../../routine/rules/notices';
import type { Round } from '../../screens/round';
import { note } from '../../screens/screen';
import { asEverybodySees } from '../../screens/seen';
import type { Deps } from '../deps';
import type { Draft } from '../ports/people';
import type { Millis } from '../ports/runtime';
import { type PersonState, personIn, UNANSWERED } from '../ports/states';
import { loadListed } from '../queries/loadIncident';
import { incidentsOf } from '../queries/myIncidents';
import { type Aggregate, DAY, stateAggregate } from './aggregate';
import { withoutPlayed } from './asking/withoutPlayed';
import { withHome } from './home';
import { lookUp } from './lookUp';
import { forgetCourses } from './municipality';
import { type ListNews, newsKey } from './news';
import { cleanOffers, eraseAt, eraseOld, offersDueIn } from './offers';
import { promptsAhead, promptsFor, promptsNow } from './prompts';
import { riskEndsIn, withoutOldRisk } from './riskAnalysis';
import { dropOldGroups, groupNotices, openedUntil, toldLines } from './round/groups';
import { type LoadedPerson, waitsOn } from './round/waits';

/* A person as an aggregate: the morning round of all their incidents, drafts, news, reminders. */

export async function loadPerson(deps: Deps, person: PersonId): Promise<LoadedPerson> {
  const [file, rows, contacts, drafts, row] = await Promise.all([
    deps.persons.read(person),
    incidentsOf(deps, person),
    deps.contacts.read(),
    deps.drafts.of(person),
    deps.people.read(person),
  ]);
  const isUnknown = deps.directory !== undefined && row?.value.address !== undefined && !row.value.lookedUpAt;
  const [all, prompts] = await Promise.all([
    loadListed(deps, rows, contacts),
    promptsAhead(deps, file.state, { person, row: row?.value, contacts }),
  ]);
  const found = withoutPlayed(all, drafts);
  return { person, file, contacts, prompts: promptsFor(prompts, person, found), isUnknown, ...found };
}

export const hourOf = (deps: Deps, read: LoadedPerson): number =>
  read.file.state.hour ?? deps.municipality.routine.times.roundHour;

/** Drafts that hold something; that of an incident that has its report is on its way out. */
const unsent = (read: LoadedPerson): Draft[] =>
  read.drafts.filter(
    (draft) =>
      (Object.values(draft.values).some((value) => value !== '') || (draft.files ?? []).length > 0) &&
      !read.incidents.some(
        ({ file }) => file.incident.id === draft.id && file.incident.reportedAt !== undefined,
      ),
  );

/** News of the last week. */
const newsIn = (deps: Deps, { file }: LoadedPerson): PersonState['news'] =>
  file.state.news.filter((one) => Date.parse(one.at) > deps.now().getTime() - 7 * DAY);
const listNews = (deps: Deps, read: LoadedPerson): ListNews[] =>
  newsIn(deps, read).flatMap(({ kind, ...news }) => (kind === UNANSWERED ? [] : [{ ...news, kind }]));
/** Answers of the last day that did not arrive. Older ones nobody waits for. */
const unansweredIn = (deps: Deps, read: LoadedPerson): PersonState['news'] =>
  newsIn(deps, read).filter(
    ({ kind, at }) => kind === UNANSWERED && Date.parse(at) > deps.now().getTime() - DAY,
  );

const roundToday = (deps: Deps, read: LoadedPerson): Date => atHour(dayOf(deps.now()), hourOf(deps, read));

export function roundOf(deps: Deps, read: LoadedPerson): Round {
  const today = dayOf(deps.now());
  const { times } = deps.municipality.routine;
  const at = roundToday(deps, read);
  const waits = waitsOn(read, today, at);
  const told = toldLines(deps, read, { day: today, at, isAny: !isDayOff(today) && waits.length > 0 });
  const newsOf = ({ kind, id }: ListNews) => ({
    kind,
    contact: read.contacts.filter((contact) => contact.id === id).map(asEverybodySees)[0],
  });
  return {
    incidents: [...told, ...waits.filter(({ id }) => !told.some((one) => one.id === id))],
    drafts: unsent(read)
      .filter((draft) => remindAt(deps, draft) <= deps.now())
      .map((draft) => ({
        id: draft.id,
        eraseOn: dayOf(new Date(Date.parse(draft.updatedAt) + times.draftEraseDays * DAY)),
      })),
    news: listNews(deps, read).map(newsOf),
    prompts: promptsNow(read.prompts, deps.now()),
    unansweredAt: unansweredIn(deps, read).at(-1)?.at,
  };
}

const remindAt = ({ municipality: { routine } }: Deps, { updatedAt }: Draft): Date =>
  inDaytime(new Date(Date.parse(updatedAt) + routine.times.draftRemindDays * DAY), routine.times);

/** Whether this person has anything that a round could hold on some day. */
const isBusy = (read: LoadedPerson): boolean =>
  read.incidents.some(({ file }) => file.incident.state === 'open');

function personNotices(deps: Deps, read: LoadedPerson): Notice[] {
  const { person } = read;
  const now = deps.now();
  const today = dayOf(now);
  const at = roundToday(deps, read);
  const note = (kind: 'round' | 'draft' | 'news', about: string, since: Date): Notice => ({
    key: `${kind}|${about}|1|${person}`,
    kind,
    person,
    since: since.toISOString(),
    isAcute: false,
  });
  const isToday = !isDayOff(today) && at <= now && waitsOn(read, today, at).length > 0;
  const next = nextRound(now, hourOf(deps, read));
  return [
    ...(isToday ? [note('round', today, at)] : []),
    ...(isBusy(read) ? [note('round', dayOf(next), next)] : []),
    ...groupNotices(deps, read),
    ...unsent(read).map((draft) => note('draft', draft.id, remindAt(deps, draft))),
    ...listNews(deps, read).map((news) =>
      note('news', newsKey(news), inDaytime(new Date(news.at), deps.municipality.routine.times)),
    ),
    ...read.prompts.map(({ kind, id, at: since }) => note('news', `${kind}.${id}`, since)),
    // At once, also at night: somebody may sit and wait for it in danger.
    ...unansweredIn(deps, read).map(({ id, kind, at: since }) => ({
      ...note('news', `${kind}.${id}`, new Date(since)),
      isAcute: true,
    })),
  ];
}

/** Who could not be looked up in Teams is looked up again after this. */
export const LOOK_UP_AGAIN: Millis = 30 * 60_000;

/** Looked at again when a draft is to be erased; else daily, as long as there is an incident. */
function restOf(deps: Deps, read: LoadedPerson): Millis {
  const now = deps.now().getTime();
  if (read.isUnknown) return LOOK_UP_AGAIN;
  const erasures = read.drafts.map((draft) => eraseAt(deps, draft) - now);
  const offers = offersDueIn(deps, read.file.state.offers);
  const busy = read.incidents.length > 0 ? DAY : 30 * DAY;
  return Math.min(busy, ...erasures, ...offers, ...riskEndsIn(deps, read));
}

/** The rest of the work on a person when all is told: whom Teams did not tell of is looked up again. */
async function whenTold(deps: Deps, read: LoadedPerson): Promise<void> {
  await dropOldGroups(deps, read);
  if (read.isUnknown)
    for (const id of await lookUp(deps, read.person)) await deps.agenda.wake(id, deps.now().getTime(), 0);
  else await forgetWhoLeft(deps, read);
}

/**
 * Who has removed the app, has no post and is in no incident: nothing of them is kept. Who merely has not written for
 * long has not left.
 */
async function forgetWhoLeft(deps: Deps, read: LoadedPerson): Promise<void> {
  const { person, incidents, drafts, contacts } = read;
  const isNeeded = incidents.length + drafts.length + (read.file.state.offers ?? []).length > 0;
  if (person === '' || isNeeded || contacts.some((row) => row.person === person && row.quiet === undefined))
    return;
  const row = await deps.people.read(person);
  if (row?.value.address) return;
  await forgetCourses(deps, person);
  await deps.contacts.hush(person, undefined);
  await deps.erasure.forget(person, row);
}

/** A person, once drafts and files whose time is over are deleted. */
async function cleaned(deps: Deps, person: PersonId): Promise<LoadedPerson> {
  const found = await loadPerson(deps, person);
  const read = { ...(await withoutOldRisk(deps, found)), drafts: await eraseOld(deps, found.drafts) };
  const isChanged = read.drafts.length < found.drafts.length;
  const state = isChanged ? (await deps.persons.read(person)).state : read.file.state;
  return (await cleanOffers(deps, person, state.offers)) || isChanged ? loadPerson(deps, person) : read;
}

export async function personAggregate(deps: Deps, id: string): Promise<Aggregate> {
  const read = await cleaned(deps, personIn(id) ?? '');
  return withHome(deps, read, {
    ...stateAggregate(deps.persons, read.file),
    isAcute: read.incidents.some(
      ({ file }) => isAcuteUntaken(file.incident) && file.incident.state === 'open',
    ),
    notices: () => personNotices(deps, read),
    screen: () => ({ kind: 'list', list: 'round', round: roundOf(deps, read) }),
    older: () => note('roundSuperseded'),
    isPart: () => true,
    openedUntil: (activityId) => openedUntil(deps, read, activityId),
    rest: restOf(deps, read),
    whenDone: () => whenTold(deps, read),
  });
}

/** Until when something is put off: the day of the round in which it stands again. */
export const snoozedUntil = (when: string, today: string): string =>
  addDays(today, when === 'nextWeek' ? 7 : when === 'threeDays' ? 3 : 1);

import { addDays, atHour, dayOf } from '../calendar/localTime';
import { addMinutes, nextWorkingDay, roundOn, workingDay } from '../calendar/workingTime';
import type { PersonId } from '../model/contact';
import type { Situation } from '../model/situation';
import { isAcuteUntaken } from './deadlines';
import { asked, askedLevels, askedSince } from './ladders/asked';
import { confirmersOf } from './progress';
import { maskTimes } from './report/hidden';
import { accountsOf, strategistsOf, victimOf } from './succession';
import { leadsDuties } from './tasks/leadsDuties';
import { measures } from './tasks/measures';
import { openSteps } from './tasks/openSteps';
import { outlookDue } from './tasks/outlookDue';
import { mayMove } from './tasks/ownDay';
import { stillAcute } from './tasks/stillAcute';
import { sinceOf, type Waiting, waiting } from './tasks/waiting';
import { partyAskedSince } from './victim/partyWord';
import { confirmFrom, isUnread } from './victim/readFirst';

export type { Waiting, WaitOwner } from './tasks/waiting';

/** Nobody has acknowledged it. */
function unacknowledged(situation: Situation): Waiting[] {
  const { incident, routine } = situation;
  const since = askedSince(incident);
  return waiting(situation, {
    about: 'acknowledge',
    owner: 'asked',
    persons: accountsOf(asked(situation)),
    since,
    from: sinceOf(askedLevels(situation)),
    roundFrom: incident.acute ? dayOf(since) : nextWorkingDay(dayOf(since)),
    ...(isAcuteUntaken(incident)
      ? { upAt: addMinutes(since, routine.times.acuteTop), pace: { minutes: routine.times.acuteTop } }
      : { upAt: roundOn(nextWorkingDay(dayOf(since)), routine.times) }),
    isUrgent: true,
  });
}

/** The registry number: secret documents are registered when they are received. */
function registry(situation: Situation): Waiting[] {
  const { incident, routine } = situation;
  if (incident.registry) return [];
  const since = new Date(incident.createdAt);
  const last = workingDay(nextWorkingDay(dayOf(since)), routine.times.registryWorkingDays);
  return waiting(situation, {
    about: 'registry',
    owner: 'registry',
    persons: accountsOf(strategistsOf(situation)),
    since,
    last,
    roundFrom: last,
    upAt: roundOn(nextWorkingDay(last), routine.times),
  });
}

/** The name is hidden, and free text is not read through yet. */
function masking(situation: Situation): Waiting[] {
  const times = maskTimes(situation);
  if (!times) return [];
  const { since, last } = times;
  return waiting(situation, {
    about: 'mask',
    owner: 'strategist',
    persons: accountsOf(strategistsOf(situation)),
    since,
    last,
    roundFrom: last,
    upAt: roundOn(nextWorkingDay(last), situation.routine.times),
  });
}

function victims(situation: Situation): Waiting[] {
  const { incident } = situation;
  const victim = victimOf(incident);
  const { decision } = incident;
  const persons = victim && !incident.unable ? [victim] : [];
  const question = (about: string, at: string | undefined) =>
    at ? waiting(situation, { about, owner: 'victim', persons, since: new Date(at), upAt: undefined }) : [];
  return [
    ...(decision?.answer ? [] : question('decision', decision?.askedAt)),
    ...question('readFirst', isUnread(situation) ? incident.groups?.at : undefined),
    ...question('partyQuestion', partyAskedSince(situation)),
  ];
}

function confirmers(situation: Situation): Waiting[] {
  const { groups } = situation.incident;
  if (!groups) return [];
  return waiting(situation, {
    about: 'confirm',
    owner: 'confirmer',
    persons: confirmersOf(situation),
    since: confirmFrom(situation) ?? new Date(groups.at),
  });
}

/** All that waits for someone in an incident now. */
export function waitingIn(situation: Situation): Waiting[] {
  const { incident } = situation;
  if (incident.state === 'closed') return [];
  const led = incident.lead
    ? [...openSteps(situation), ...leadsDuties(situation)]
    : [...unacknowledged(situation), ...openSteps(situation).filter((one) => one.owner !== 'lead')];
  // What the victim has had enough of waits for nobody; what the law asks for still does.
  if (incident.enoughAt !== undefined) return [...led, ...registry(situation), ...masking(situation)];
  return [
    ...led,
    ...registry(situation),
    ...measures(situation),
    ...outlookDue(situation),
    ...stillAcute(situation),
    ...masking(situation),
    ...victims(situation),
    ...confirmers(situation),
  ];
}

/** Whether it should have been done by now: its last day is over, or it has gone up. */
export const isOverdue = ({ last, upAt }: Waiting, now: Date): boolean =>
  (last !== undefined && last < dayOf(now)) || (upAt !== undefined && upAt <= now);

/** The time by which it should have been done: the end of its last day, or when it goes up; what is urgent, at once. */
export function waitDue({ last, upAt, isUrgent, since }: Waiting): Date | undefined {
  if (isUrgent) return since;
  const ends = [...(last === undefined ? [] : [atHour(addDays(last, 1), 0)]), ...(upAt ? [upAt] : [])];
  return ends.length > 0 ? new Date(Math.min(...ends.map(Number))) : undefined;
}

/** All that waits for a person now, put off or not: what has not begun for them yet does not. */
export const begunFor = (situation: Situation, person: PersonId): Waiting[] =>
  waitingFor(situation, person).filter((one) => (one.from?.get(person) ?? one.since) <= situation.now);

/** The same for one person. */
export const waitingFor = (situation: Situation, person: PersonId): Waiting[] =>
  waitingIn(situation).filter((one) => one.persons.includes(person));

/** The things that wait for a person and whose days they may change to others. */
export const movableFor = (situation: Situation, person: PersonId): Waiting[] =>
  waitingFor(situation, person).filter((one) => mayMove(one, situation.now));

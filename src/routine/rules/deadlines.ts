import { addDays, dayOf } from '../calendar/localTime';
import type { Times } from '../calendar/timeLimits';
import {
  addDaytime,
  addMinutes,
  addWithin,
  addWorkingDays,
  afterWorkingDays,
  roundOn,
} from '../calendar/workingTime';
import type { Incident } from '../model/incident';
import type { Situation } from '../model/situation';
import { companyNow } from './companion';
import { askedSince, isPressing, passedOnAt } from './ladders/asked';
import { hoursOf } from './ladders/spoken';
import { stateOf } from './progress';
import type { Pace } from './steps/limits';
import { later } from './steps/stepState';
import { victimOf } from './succession';

/* The instants of the Time table (routine: Time), each a pure function of the incident. */

/** Those who were asked first and have not answered are reminded; in the place of others, counted from their no, or from when they were chosen. */
export function remindAskedAt(situation: Situation): Date {
  const { incident, routine } = situation;
  const { times } = routine;
  const since = new Date(
    Math.max(
      askedSince(incident).getTime(),
      ...[passedOnAt(situation), incident.wantedAt].map((at) => Date.parse(at ?? '') || 0),
    ),
  );
  if (incident.acute) return addMinutes(since, times.alarmNext);
  const minutes = isPressing(situation) ? times.pressingRemind : times.calmRemind;
  return addDaytime(since, minutes, times);
}

/** Whether the victim is in others' hands: nobody is asked who is with them. */
const isCaredFor = ({ unable }: Incident): boolean => unable !== undefined && unable.why !== 'later';

/** Not alone, company: a step that protects is still open (plan 3.2.1, 3.2.2), and nobody is said to be there. */
export const isProtectionOpen = ({ incident, routine, now }: Situation): boolean =>
  !isCaredFor(incident) &&
  companyNow(incident) === undefined &&
  routine.steps.some((step) => step.protects && stateOf(incident, step, routine, now) === 'open');

/** Since when the lead should see to it that nobody is alone: since they lead, or since it is acute. */
const helpsSince = ({ lead, acute, acuteAt }: Incident): Date | undefined =>
  lead && later(lead.since, acute ? acuteAt : undefined);

/** When the lead is asked whether someone is with the victim; undefined as long as nobody leads. */
export function aloneAskedAt({ incident, routine: { times } }: Situation): Date | undefined {
  const since = helpsSince(incident);
  if (!since) return undefined;
  return addWithin(since, incident.acute ? times.aloneAcute : times.aloneCalm, hoursOf(incident, times));
}

/** When it goes up that nobody is said to be there: acute in minutes, else the next morning, on a day off too. */
export function aloneUp(situation: Situation): { upAt: Date; pace?: Pace } | undefined {
  const { incident, routine } = situation;
  const { times } = routine;
  const since = helpsSince(incident);
  const askedAt = aloneAskedAt(situation);
  if (!since || !askedAt) return undefined;
  if (incident.acute) {
    const hours = hoursOf(incident, times);
    const minutes = times.aloneUpAcute;
    return { upAt: addWithin(since, minutes, hours), pace: { minutes, ...hours } };
  }
  return { upAt: roundOn(addDays(dayOf(askedAt), 1), times) };
}

/** It is time to ask the lead, and it is still open. Whoever looks at night sees it first, though nobody is woken for it. */
export function isAloneAsked(situation: Situation): boolean {
  const { incident, routine, now } = situation;
  const since = helpsSince(incident);
  const at = since && incident.acute ? addMinutes(since, routine.times.aloneAcute) : aloneAskedAt(situation);
  return at !== undefined && at <= now && isProtectionOpen(situation);
}

/** When the one who is with the victim was to leave; undefined when no time was said. */
export const relayAt = ({ incident }: Situation): string | undefined => companyNow(incident)?.until;

/** The time is out, and nobody has said who is there now. */
export const isRelayOut = (situation: Situation): boolean => {
  const at = relayAt(situation);
  return at !== undefined && new Date(at) <= situation.now && !isCaredFor(situation.incident);
};

/** "Inte nu" is asked again: the times after the latest answer. */
export function askAgainAt({ incident, routine: { times } }: Situation): Date[] {
  const { decision } = incident;
  if (decision?.answer !== 'notNow' || !decision.at) return [];
  return againAfter(decision.at, decision.notNow ?? 1, times);
}

/** The rounds in which a question stands again after the latest of so many answers that put it off. */
export function againAfter(at: string, answers: number, times: Times): Date[] {
  const left = Math.max(0, times.askAgainTimes - answers + 1);
  return Array.from({ length: left }, (_, index) =>
    roundOn(addWorkingDays(dayOf(new Date(at)), times.askAgainWorkingDays * (index + 1)), times),
  );
}

/** "Inte nu" has been waited for, and the question stands again. */
export const isAskedAgain = (situation: Situation): boolean =>
  askAgainAt(situation).some((at) => at <= situation.now);

/** The next step up: each at the pace of what waits, else in working days at the same time of day. */
export function upAgain(at: Date, level: number, pace: Pace | undefined, { routine }: Situation): Date {
  if (level === 0) return at;
  if (!pace) return afterWorkingDays(at, level * routine.times.upEveryWorkingDays);
  return addWithin(at, level * pace.minutes, pace);
}

export const isAcuteUntaken = ({ acute, lead }: Incident): boolean => acute && lead === undefined;

/** "Inte nu" has been asked again as often as the routine does it by itself. */
function isAskedOut(situation: Situation): boolean {
  // Nobody who could answer in Teams: the lead reads the question aloud.
  if (victimOf(situation.incident) === undefined) return true;
  const last = askAgainAt(situation).at(-1);
  const { askAgainWorkingDays } = situation.routine.times;
  return !last || dayOf(situation.now) >= addWorkingDays(dayOf(last), askAgainWorkingDays);
}

/** The victim has been asked about the police report, and the lead is to ask in person. */
export function needsAsking(situation: Situation): boolean {
  const {
    incident,
    routine: { times },
    now,
  } = situation;
  const { decision } = incident;
  if (!decision?.askedAt || incident.unable) return false;
  if (decision.answer === 'notNow') return isAskedOut(situation);
  // They are not written to: the lead asks in another way.
  if (incident.quiet && !decision.answer) return true;
  if (decision.answer) return decision.answer === 'cannotAnswer';
  const lastDay = addWorkingDays(dayOf(new Date(decision.askedAt)), times.upOnWorkingDay - 1);
  return victimOf(incident) === undefined || dayOf(now) >= lastDay;
}

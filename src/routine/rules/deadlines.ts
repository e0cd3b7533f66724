import { addDays, dayOf } from '../calendar/localTime';
import {
  addDaytime,
  addMinutes,
  addWorkingDays,
  afterWorkingDays,
  nextWorkingDay,
  roundOn,
  workingDayFrom,
  workingDayUntil,
} from '../calendar/workingTime';
import type { Incident } from '../model/incident';
import type { Situation } from '../model/situation';
import { talkStep } from '../plan/traits';
import { companyNow } from './companion';
import { askedSince, isPressing, passedOnAt } from './ladders/asked';
import { eventDay, followUpDays, hasEnded, plannedTalks, stateOf } from './progress';
import { victimOf } from './succession';

/* The instants of the Time table (routine: Time), each a pure function of the incident. */

/** Those who were asked first and have not answered are reminded; in the place of others, counted from their no. */
export function remindAskedAt(situation: Situation): Date {
  const { incident, routine } = situation;
  const { times } = routine;
  const since = new Date(
    Math.max(askedSince(incident).getTime(), Date.parse(passedOnAt(situation) ?? '') || 0),
  );
  if (incident.acute) return addMinutes(since, times.alarmNext);
  const minutes = isPressing(situation) ? times.pressingRemind : times.calmRemind;
  return addDaytime(since, minutes, times);
}

/** Not alone, company: a step that protects is still open (plan 3.2.1, 3.2.2), and nobody is said to be there. */
export const isProtectionOpen = ({ incident, routine, now }: Situation): boolean =>
  companyNow(incident) === undefined &&
  routine.steps.some((step) => step.protects && stateOf(incident, step, routine, now) === 'open');

/** When the lead is asked whether someone is with the victim; undefined as long as nobody leads. */
export function aloneAskedAt({ incident, routine: { times } }: Situation): Date | undefined {
  const { lead, acute } = incident;
  if (!lead) return undefined;
  const since = new Date(lead.since);
  return acute ? addMinutes(since, times.aloneAcute) : addDaytime(since, times.aloneCalm, times);
}

/** The lead has been asked, and it is still open. */
export function isAloneAsked(situation: Situation): boolean {
  const at = aloneAskedAt(situation);
  return at !== undefined && at <= situation.now && isProtectionOpen(situation);
}

/** When the one who is with the victim was to leave; undefined when no time was said. */
export const relayAt = ({ incident }: Situation): string | undefined => companyNow(incident)?.until;

/** The time is out, and nobody has said who is there now. */
export const isRelayOut = (situation: Situation): boolean => {
  const at = relayAt(situation);
  return at !== undefined && new Date(at) <= situation.now;
};

/** "Inte nu" is asked again: the times after the latest answer. */
export function askAgainAt({ incident, routine: { times } }: Situation): Date[] {
  const { decision } = incident;
  if (decision?.answer !== 'notNow' || !decision.at) return [];
  const at = new Date(decision.at);
  const left = Math.max(0, times.askAgainTimes - (decision.notNow ?? 1) + 1);
  return Array.from({ length: left }, (_, index) =>
    roundOn(addWorkingDays(dayOf(at), times.askAgainWorkingDays * (index + 1)), times),
  );
}

/** "Inte nu" has been waited for, and the question stands again. */
export const isAskedAgain = (situation: Situation): boolean =>
  askAgainAt(situation).some((at) => at <= situation.now);

/** When a day stands for a morning round: that day's, or the working day's before or after it. */
export interface TalkTimes {
  /** Book it: day 7. */
  book: Date;
  /** Reminder: day 12; undefined when it would not come before the last day. */
  remind: Date | undefined;
  /** The last day: day 14, or the working day before it. */
  last: Date;
  /** Overdue: day 15, or the working day after it. */
  overdue: Date;
}

/** The follow-up talk of plan 3.2.4, within two weeks of the event. */
export function talkTimes({ incident, routine }: Situation): TalkTimes {
  const { times } = routine;
  const { from, last, isLate } = followUpDays(incident, routine);
  const bookDay = workingDayFrom(from);
  const remindDay = workingDayUntil(
    isLate ? addDays(last, -2) : addDays(eventDay(incident), times.talkRemindDay),
  );
  const isBetween = remindDay > bookDay && remindDay < last;
  return {
    book: roundOn([bookDay, last].sort()[0] ?? last, times),
    remind: isBetween ? roundOn(remindDay, times) : undefined,
    last: roundOn(last, times),
    overdue: roundOn(nextWorkingDay(last), times),
  };
}

/** Talk 2, 3, …: before, on the day, and the day after if it has not been written down. */
export const plannedTalkTimes = ({ incident, routine: { times } }: Situation) =>
  plannedTalks(incident).flatMap((talk) =>
    talk.plannedFor
      ? [
          {
            talk,
            before: roundOn(addDays(talk.plannedFor, -times.plannedTalkBefore), times),
            day: roundOn(talk.plannedFor, times),
            after: roundOn(addDays(talk.plannedFor, 1), times),
          },
        ]
      : [],
  );

/** The talk that the plan wants "as soon as possible": none has been held yet. */
export function isFirstTalkMissing({ incident, routine }: Situation): boolean {
  const later = talkStep(routine);
  return (
    !(later && hasEnded(incident, later.id)) &&
    !incident.talks.some((talk) => talk.kind === 'first' && (talk.heldOn || talk.waived))
  );
}

/** One step further up: in working days; `isHasty`, since nobody has taken what is acute: in minutes. */
export function upAgain(at: Date, level: number, isHasty: boolean, { routine: { times } }: Situation): Date {
  if (level === 0) return at;
  return isHasty
    ? addMinutes(at, level * times.acuteTop)
    : afterWorkingDays(at, level * times.upEveryWorkingDays);
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
  if (!decision?.askedAt) return false;
  if (decision.answer === 'notNow') return isAskedOut(situation);
  if (decision.answer) return decision.answer === 'cannotAnswer';
  const lastDay = addWorkingDays(dayOf(new Date(decision.askedAt)), times.upOnWorkingDay - 1);
  return victimOf(incident) === undefined || dayOf(now) >= lastDay;
}

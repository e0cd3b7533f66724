import { addDays, dayOf } from '../../calendar/localTime';
import {
  nextWorkingDay,
  roundOn,
  workingDay,
  workingDayFrom,
  workingDayUntil,
} from '../../calendar/workingTime';
import type { Incident, Talk } from '../../model/incident';
import type { Situation } from '../../model/situation';
import { eventDay, followUpDays, later } from './stepState';

/*
 * The talks (plan 3.2.4): the first, as soon as possible; the follow-up talk; and talks 2, 3, ….
 */

/** The instants of the follow-up talk, each a morning round. A day that had passed when it was reported has none. */
export interface TalkTimes {
  /** Book it: day 3. */
  book: Date | undefined;
  /** Reminder: day 12; undefined too when it would not come before the last day. */
  remind: Date | undefined;
  /** The last day: day 14, or the working day before it. */
  last: Date;
  /** Overdue: day 15, or the working day after it. */
  overdue: Date;
}

/** The follow-up talk of plan 3.2.4, within two weeks of the event. */
export function talkTimes({ incident, routine }: Situation): TalkTimes {
  const { times } = routine;
  const { book, last, isLate } = followUpDays(incident, routine);
  const reported = dayOf(new Date(incident.createdAt));
  const bookDay = workingDayFrom(book);
  const remindDay = workingDayUntil(addDays(eventDay(incident), times.talkRemindDay));
  const ahead = (day: string) => (!isLate && day > reported && day < last ? roundOn(day, times) : undefined);
  return {
    book: ahead(bookDay),
    remind: remindDay > bookDay ? ahead(remindDay) : undefined,
    last: roundOn(last, times),
    overdue: roundOn(nextWorkingDay(last), times),
  };
}

/** Whether a talk on this day can be the follow-up talk, without saying so. */
export const isFollowUpDay = ({ incident, routine }: Situation, day: string): boolean =>
  day >= followUpDays(incident, routine).from;

/** Talks 2, 3, ... that were decided on and are neither held nor waived. */
export const plannedTalks = (incident: Incident): Talk[] =>
  incident.talks.filter((talk) => talk.kind === 'followUp' && !talk.heldOn && !talk.waived);

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

/** The talk that the plan wants "as soon as possible" has not been held, nor waived with a reason. */
export const isFirstTalkMissing = ({ talks, victim }: Incident): boolean =>
  victim.bound !== 'struck' && !talks.some((talk) => talk.kind === 'first' && (talk.heldOn || talk.waived));

/** When the first talk is asked for, and when it goes up: counted from the report, for a later lead from then. */
export function firstTalkTimes({ incident, routine: { times } }: Situation): { at: Date; upAt: Date } {
  const leads = incident.lead?.since ?? incident.createdAt;
  const on = (since: string, days: number) =>
    roundOn(workingDay(nextWorkingDay(dayOf(new Date(since))), days), times);
  const after = (days: number) => {
    const at = on(incident.createdAt, days);
    return at > new Date(leads) ? at : on(leads, days);
  };
  const at = after(times.firstTalkWorkingDays);
  return { at, upAt: later(after(times.firstTalkUpWorkingDays).toISOString(), at.toISOString()) };
}

/** The first talk is missing, and its morning has come. */
export const isFirstTalkDue = (situation: Situation): boolean =>
  situation.incident.lead !== undefined &&
  // Who cannot answer is not spoken with.
  !situation.incident.unable &&
  isFirstTalkMissing(situation.incident) &&
  firstTalkTimes(situation).at <= situation.now;

import { addDays, atHour, clockOf, dayOf } from '../../calendar/localTime';
import type { Times } from '../../calendar/timeLimits';
import {
  addDaytime,
  addMinutes,
  addWithin,
  type Hours,
  inHours,
  nextWorkingDay,
  roundOn,
  workingDay,
} from '../../calendar/workingTime';
import type { Amount, Limit } from '../../model/condition';
import type { Incident } from '../../model/incident';
import type { Routine } from '../../model/routine';
import type { StepSpec } from '../../model/step';
import { hoursOf } from '../ladders/spoken';

/*
 * The limits of a plan as instants: when a step's owners are reminded, its last day, and when it goes up.
 */

/** The time limits in force, whether it is acute, and the hours between which they are counted. */
export interface Haste {
  times: Times;
  isAcute: boolean;
  hours: Hours;
}

export const hasteOf = ({
  incident,
  routine,
}: {
  readonly incident: Incident;
  readonly routine: Pick<Routine, 'times'>;
}): Haste => ({
  times: routine.times,
  isAcute: incident.acute,
  hours: hoursOf(incident, routine.times),
});

const amountOf = (count: Amount, times: Times): number => (typeof count === 'number' ? count : times[count]);

/** The evening of the day, or for what came late on it an hour of the next day, days off too. */
function sameDayEnd(since: Date, { times, hours }: Haste): { end: Date; isNextDay: boolean } {
  const from = inHours(since, hours);
  const day = dayOf(from);
  const isLate = clockOf(from) >= `${String(times.sameDayUntil).padStart(2, '0')}:00`;
  return isLate
    ? { end: atHour(addDays(day, 1), times.nextDayAt), isNextDay: true }
    : { end: atHour(day, times.dayTo), isNextDay: false };
}

/** The instant at which a limit is up; of one in days: that day's morning round. */
export function endOf(limit: Limit, since: Date, haste: Haste): Date {
  const { times, isAcute, hours } = haste;
  switch (limit.within) {
    case 'sameDay':
      return sameDayEnd(since, haste).end;
    case 'byHaste':
      return addWithin(since, amountOf(isAcute ? limit.acute : limit.calm, times), hours);
    case 'minutes':
      return addMinutes(since, amountOf(limit.count, times));
    case 'daytime':
      return addDaytime(since, amountOf(limit.count, times), times);
    case 'days':
      return roundOn(addDays(dayOf(since), amountOf(limit.count, times)), times);
    case 'workingDays':
      return roundOn(workingDay(nextWorkingDay(dayOf(since)), amountOf(limit.count, times)), times);
  }
}

/** When the owners of a step are reminded, if it is still open: of what is due the same day, before that is over. */
export function remindersOf({ due, remind = [] }: StepSpec, since: Date, haste: Haste): Date[] {
  const last = due?.within === 'sameDay' ? sameDayEnd(since, haste).end.getTime() : Number.POSITIVE_INFINITY;
  return remind.map(({ after }) => new Date(Math.min(endOf(after, since, haste).getTime(), last)));
}

/** The pace at which something goes up: so many minutes each time, at any hour or between some. */
export interface Pace extends Hours {
  readonly minutes: number;
}

/** When a step goes up, its last day where it is counted in days, and its pace where it is not. */
export interface StepDue {
  upAt: Date;
  last?: string;
  pace?: Pace;
}

/** The time of its own that a step has; undefined: none. */
export function dueOf({ due }: StepSpec, since: Date, haste: Haste): StepDue | undefined {
  if (!due) return undefined;
  const { times, isAcute, hours } = haste;
  const upAt = endOf(due, since, haste);
  switch (due.within) {
    case 'sameDay': {
      const { end, isNextDay } = sameDayEnd(since, haste);
      return { upAt: isNextDay ? end : roundOn(addDays(dayOf(end), 1), times) };
    }
    case 'byHaste':
      return { upAt, pace: { minutes: amountOf(isAcute ? due.acute : due.calm, times), ...hours } };
    case 'minutes':
      return { upAt, pace: { minutes: amountOf(due.count, times) } };
    case 'daytime':
      return { upAt, pace: { minutes: amountOf(due.count, times), within: times } };
    default: {
      const last = dayOf(upAt);
      return { upAt: roundOn(nextWorkingDay(last), times), last };
    }
  }
}

import { addDays, atHour, dayOf } from '../../calendar/localTime';
import type { Times } from '../../calendar/timeLimits';
import {
  addDaytime,
  addMinutes,
  addWorkingDays,
  inDaytime,
  nextWorkingDay,
  roundOn,
} from '../../calendar/workingTime';
import type { Amount, Limit } from '../../model/condition';
import type { StepSpec } from '../../model/step';

/*
 * The limits of a plan as instants: when a step's owners are reminded, its last day, and when it goes up.
 */

const amountOf = (count: Amount, times: Times): number => (typeof count === 'number' ? count : times[count]);

const eveningOf = (since: Date, times: Times): Date => atHour(dayOf(inDaytime(since, times)), times.dayTo);

/** The instant at which a limit is up; of one in days: that day's morning round. */
function endOf(limit: Limit, since: Date, times: Times): Date {
  if (limit.within === 'sameDay') return eveningOf(since, times);
  const count = amountOf(limit.count, times);
  switch (limit.within) {
    case 'minutes':
      return addMinutes(since, count);
    case 'daytime':
      return addDaytime(since, count, times);
    case 'days':
      return roundOn(addDays(dayOf(since), count), times);
    case 'workingDays':
      return roundOn(addWorkingDays(dayOf(since), count), times);
  }
}

/** When the owners of a step are reminded, if it is still open: what is due the same day, in its evening at the latest. */
export function remindersOf(step: StepSpec, since: Date, times: Times): Date[] {
  const evening =
    step.due?.within === 'sameDay' ? eveningOf(since, times).getTime() : Number.POSITIVE_INFINITY;
  return (step.remind ?? []).map(
    ({ after }) => new Date(Math.min(endOf(after, since, times).getTime(), evening)),
  );
}

/** When a step goes up, and its last day where it is counted in days; undefined: no limit of its own. */
export function dueOf(
  { due }: StepSpec,
  since: Date,
  times: Times,
): { upAt: Date; last?: string } | undefined {
  if (!due) return undefined;
  const end = endOf(due, since, times);
  if (due.within === 'sameDay') return { upAt: roundOn(addDays(dayOf(end), 1), times) };
  if (due.within === 'minutes' || due.within === 'daytime') return { upAt: end };
  const last = dayOf(end);
  return { upAt: roundOn(nextWorkingDay(last), times), last };
}

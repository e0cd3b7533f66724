import { isHoliday, weekdayOf } from './holidays';
import { addDays, atHour, clockOf, dayOf, remembered } from './localTime';
import type { Times } from './timeLimits';

/* Days are YYYY-MM-DD and hours those of the municipality's time zone; both changes of summer time come out right. */

const MINUTE = 60_000;

/** Saturday, Sunday, a public holiday, Midsummer, Christmas or New Year's Eve. Bridge days are working days. */
export const isDayOff = remembered((day: string): boolean => {
  const weekday = weekdayOf(day);
  return weekday === 0 || weekday === 6 || isHoliday(day);
});

/** The day itself, or the first working day after it. */
export const workingDayFrom = (day: string): string =>
  isDayOff(day) ? workingDayFrom(addDays(day, 1)) : day;
/** The day itself, or the last working day before it. */
export const workingDayUntil = (day: string): string =>
  isDayOff(day) ? workingDayUntil(addDays(day, -1)) : day;

/** So many working days after a day; 0 is the day itself or the first working day after it. */
export function addWorkingDays(day: string, count: number): string {
  let at = workingDayFrom(day);
  for (let left = count; left > 0; left--) at = workingDayFrom(addDays(at, 1));
  return at;
}

/** The working day after a day, whatever that day is. */
export const nextWorkingDay = (day: string): string => workingDayFrom(addDays(day, 1));

/** The working day with that number, the day itself (or the first working day after it) being number 1. */
export const workingDay = (day: string, number: number): string => addWorkingDays(day, number - 1);

type Daytime = Pick<Times, 'dayFrom' | 'dayTo'>;

/** The instant itself when it lies in daytime, else the next morning's first. */
export function inDaytime(at: Date, { dayFrom, dayTo }: Daytime): Date {
  const day = dayOf(at);
  if (at < atHour(day, dayFrom)) return atHour(day, dayFrom);
  return at < atHour(day, dayTo) ? at : atHour(addDays(day, 1), dayFrom);
}

/** Whether an instant lies in daytime. */
export const isDaytime = (at: Date, daytime: Daytime): boolean => inDaytime(at, daytime) <= at;

/** The instant itself when a day's hour begins at it, else the next time that it does, on any day. */
export function nextAtHour(at: Date, hour: number): Date {
  const today = atHour(dayOf(at), hour);
  return at <= today ? today : atHour(addDays(dayOf(at), 1), hour);
}

/** So many minutes later, counted in daytime only, every day of the week. */
export function addDaytime(at: Date, minutes: number, times: Daytime): Date {
  let from = inDaytime(at, times);
  let left = minutes * MINUTE;
  for (;;) {
    const end = atHour(dayOf(from), times.dayTo);
    const free = end.getTime() - from.getTime();
    if (left < free) return new Date(from.getTime() + left);
    left -= free;
    from = atHour(addDays(dayOf(from), 1), times.dayFrom);
  }
}

export const addMinutes = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * MINUTE);

/** The hours between which something comes: `within` (absent: at any hour), and from `until` on between those of `after`. */
export interface Hours {
  readonly within?: Daytime | undefined;
  readonly until?: Date | undefined;
  readonly after?: Daytime | undefined;
}

/** The instant itself when it lies in the hours, else the next that does. */
export function inHours(at: Date, { within, until, after }: Hours): Date {
  const first = within ? inDaytime(at, within) : at;
  return until && after && first > until ? inDaytime(first, after) : first;
}

/** So many minutes later, counted within the hours only, every day of the week. */
export function addWithin(at: Date, minutes: number, { within, until, after }: Hours): Date {
  const end = within ? addDaytime(at, minutes, within) : addMinutes(at, minutes);
  if (!until || !after || end <= until) return end;
  if (at >= until) return addDaytime(at, minutes, after);
  return addDaytime(until, minutes - minutesWithin(at, until, within), after);
}

/** The minutes between two instants that lie in daytime, or all of them. */
function minutesWithin(from: Date, until: Date, within: Daytime | undefined): number {
  if (!within) return (until.getTime() - from.getTime()) / MINUTE;
  const start = inDaytime(from, within);
  if (start >= until) return 0;
  const end = atHour(dayOf(start), within.dayTo);
  if (until <= end) return minutesWithin(start, until, undefined);
  return minutesWithin(start, end, undefined) + minutesWithin(end, until, within);
}

/** The hour of the round on a day. */
export const roundOn = (day: string, { roundHour }: Pick<Times, 'roundHour'>): Date => atHour(day, roundHour);

/** The first round after an instant: on a working day, at the hour. */
export function nextRound(at: Date, hour: number): Date {
  const today = dayOf(at);
  const isAhead = !isDayOff(today) && at < atHour(today, hour);
  return atHour(isAhead ? today : nextWorkingDay(today), hour);
}

/** The same time of day, so many working days later. */
export function afterWorkingDays(at: Date, count: number): Date {
  const [hour = 0, minute = 0] = clockOf(at).split(':').map(Number);
  return addMinutes(atHour(addWorkingDays(dayOf(at), count), hour), minute);
}

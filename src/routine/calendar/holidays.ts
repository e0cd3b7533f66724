import { addDays } from './localTime';

/*
 * Days off in Sweden: the public holidays (lag 1989:253), and the eves that workplaces keep free: Midsummer, Christmas
 * and New Year's Eve. Computed, and tested against a kept list.
 */

const iso = (year: number, month: number, day: number): string =>
  `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;

/** Easter Sunday of the Gregorian calendar (the anonymous algorithm of Meeus, Jones and Butcher). */
export function easter(year: number): string {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const e = b % 4;
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const i = Math.floor(c / 4);
  const k = c % 4;
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 19 * l) / 433);
  const month = Math.floor((h + l - 7 * m + 90) / 25);
  return iso(year, month, (h + l - 7 * m + 33 * month + 19) % 32);
}

/** 0 Sunday … 6 Saturday. */
export const weekdayOf = (day: string): number => (Date.parse(day) / 86_400_000 + 4) % 7;

/** The first such weekday on or after a day. */
const firstFrom = (day: string, weekday: number): string => addDays(day, (weekday - weekdayOf(day) + 7) % 7);

const FRIDAY = 5;
const SATURDAY = 6;

function daysOff(year: number): ReadonlySet<string> {
  const sunday = easter(year);
  const midsummerEve = firstFrom(iso(year, 6, 19), FRIDAY);
  return new Set([
    iso(year, 1, 1),
    iso(year, 1, 6),
    addDays(sunday, -2),
    sunday,
    addDays(sunday, 1),
    iso(year, 5, 1),
    addDays(sunday, 39),
    addDays(sunday, 49),
    iso(year, 6, 6),
    midsummerEve,
    addDays(midsummerEve, 1),
    firstFrom(iso(year, 10, 31), SATURDAY),
    iso(year, 12, 24),
    iso(year, 12, 25),
    iso(year, 12, 26),
    iso(year, 12, 31),
  ]);
}

const known = new Map<number, ReadonlySet<string>>();

/** A public holiday or one of the three eves; not the ordinary Saturdays and Sundays. */
export function isHoliday(day: string): boolean {
  const year = Number(day.slice(0, 4));
  const days = known.get(year) ?? daysOff(year);
  known.set(year, days);
  return days.has(day);
}

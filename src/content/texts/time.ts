import { clockOf, dayOf, TIME_ZONE } from '../../routine/calendar/localTime';

const long = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'long',
});
const short = new Intl.DateTimeFormat('sv-SE', { timeZone: TIME_ZONE, day: 'numeric', month: 'short' });

/** A time as `10.42`. */
export const clock = (at: Date): string => clockOf(at).replace(':', '.');

/** A time that was filled in (HH:MM) as `kl. 10.42`; nothing as it is. */
export const clockWords = (time: string): string => (time ? `kl. ${time.replace(':', '.')}` : '');

/** A day (YYYY-MM-DD) as `måndag 7 december`. */
export const longDay = (day: string): string => long.format(new Date(`${day}T12:00:00Z`));
/** A day (YYYY-MM-DD) as `7 dec.`. */
export const shortDay = (day: string): string => short.format(new Date(`${day}T12:00:00Z`));
/** A time beside other words: `kl. 10.42` today, else `7 dec. kl. 10.42`. */
export const moment = (iso: string, now: Date): string => {
  const at = new Date(iso);
  const time = `kl. ${clock(at)}`;
  return dayOf(at) === dayOf(now) ? time : `${short.format(at)} ${time}`;
};

const full = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  day: 'numeric',
  month: 'long',
  year: 'numeric',
});

/** A time on paper, with its year: `24 november 2026 kl. 10.04`. */
export const dayAndTime = (iso: string): string => {
  const at = new Date(iso);
  return `${full.format(at)} kl. ${clock(at)}`;
};
/** A day (YYYY-MM-DD) on paper: `24 november 2026`. */
export const fullDay = (day: string): string => full.format(new Date(`${day}T12:00:00Z`));

const DAY = /^\d{4}-\d\d-\d\d$/;
/** A day (YYYY-MM-DD) as `24 november 2026`; any other text as it is. */
export const dayWritten = (text: string): string => (DAY.test(text) ? fullDay(text) : text);

const named = new Intl.DateTimeFormat('sv-SE', {
  timeZone: TIME_ZONE,
  weekday: 'long',
  day: 'numeric',
  month: 'short',
});

/** A span of time: `söndag 7 dec. kl. 10.00 till kl. 11.00`, or with both days. */
export const spanOf = (from: string, to: string): string => {
  const [start, end] = [new Date(from), new Date(to)];
  const begins = `${named.format(start)} kl. ${clock(start)}`;
  if (dayOf(start) === dayOf(end)) return `${begins} till kl. ${clock(end)}`;
  return `${begins} till ${named.format(end)} kl. ${clock(end)}`;
};

/** A time inside a sentence: `kl. 10.42` today, else `söndag 7 dec. kl. 10.42`. */
export const clockTime = (iso: string, now: Date): string => {
  const at = new Date(iso);
  const time = `kl. ${clock(at)}`;
  return dayOf(at) === dayOf(now) ? time : `${named.format(at)} ${time}`;
};

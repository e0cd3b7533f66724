/** The municipality's time zone: every day and hour of the routine is counted in it. */
export const TIME_ZONE = 'Europe/Stockholm';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const parts = new Intl.DateTimeFormat('en-CA', {
  timeZone: TIME_ZONE,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Summer time begins and ends at 01.00 UTC: from then on a day has one offset. */
const CHANGES_AT = HOUR;

/** How far local time is ahead of UTC in a day that begins with that hour, milliseconds. */
function computedOffset(day: number): number {
  const from = day * DAY + CHANGES_AT;
  const found = Object.fromEntries(
    parts.formatToParts(new Date(from)).map((part) => [part.type, part.value]),
  );
  const shown = Date.parse(`${found.year}-${found.month}-${found.day}T${found.hour}:${found.minute}:00Z`);
  return shown - from;
}

const KEPT = 20_000;

/** A pure function that keeps its answers, for the same few days are asked for again and again. */
export function remembered<K, V>(compute: (key: K) => V): (key: K) => V {
  const known = new Map<K, V>();
  return (key) => {
    const found = known.get(key);
    if (found !== undefined) return found;
    if (known.size >= KEPT) known.clear();
    const value = compute(key);
    known.set(key, value);
    return value;
  };
}

/** Formatting is slow. */
const offsetOf = remembered(computedOffset);
const offsetAt = (ms: number): number => offsetOf(Math.floor((ms - CHANGES_AT) / DAY));

/** The wall clock of a full minute, as ISO 8601. */
const wallClock = remembered((minute: number) => new Date(minute * MINUTE).toISOString());
const local = (at: Date): string => wallClock(Math.floor((at.getTime() + offsetAt(at.getTime())) / MINUTE));

/** The day (YYYY-MM-DD) of an instant in the municipality's time zone. */
export const dayOf = (at: Date): string => local(at).slice(0, 10);
/** The time of day (HH:mm) of an instant in the municipality's time zone. */
export const clockOf = (at: Date): string => local(at).slice(11, 16);

/** `days` later (or earlier) than a day, both YYYY-MM-DD. */
export const addDays = (day: string, days: number): string => dayNumbered(startOf(day) / DAY + days);
/** A day's first instant by UTC, milliseconds. */
const startOf = remembered((day: string) => Date.parse(day));
const dayNumbered = remembered((number: number) => new Date(number * DAY).toISOString().slice(0, 10));

/** The instant at which a full hour of a day begins there; right over both changes of summer time. */
export function atHour(day: string, hour: number): Date {
  const guess = startOf(day) + hour * HOUR;
  const offset = offsetAt(guess - offsetAt(guess));
  return new Date(guess - offset);
}

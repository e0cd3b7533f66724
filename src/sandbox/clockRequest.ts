import type { Millis } from '../app/ports/runtime';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** The furthest that the clock moves at once. */
const YEAR = 366 * DAY;

/** `P7DT2H` in milliseconds: weeks, days, hours, minutes, seconds; a year is 365 days, a month 30. */
function parseDuration(text: string): Millis | undefined {
  const found = /^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+)S)?)?$/.exec(
    text,
  );
  if (!found || !/\d/.test(text) || text.endsWith('T')) return undefined;
  const units = [365 * DAY, 30 * DAY, 7 * DAY, DAY, HOUR, MINUTE, SECOND];
  return units.reduce((sum, unit, index) => sum + unit * Number(found[index + 1] ?? 0), 0);
}

/**
 * The time that a request to move the clock asks for: `{"advance":"P7DT2H"}` or `{"now":"2026-12-01T08:00:00Z"}`.
 * @throws RangeError that says what is wrong
 */
export function targetTime(body: unknown, now: Millis): Millis {
  const { advance, now: wanted } = (typeof body === 'object' && body ? body : {}) as Record<string, unknown>;
  const isOne = (advance === undefined) !== (wanted === undefined);
  const by = typeof advance === 'string' ? parseDuration(advance) : undefined;
  const isTime = typeof wanted === 'string' && /^\d{4}-\d{2}-\d{2}T/.test(wanted);
  const at = by === undefined ? (isTime ? Date.parse(wanted) : Number.NaN) : now + by;
  if (!isOne || Number.isNaN(at)) {
    throw new RangeError('Send {"advance":"P7DT2H"} or {"now":"2026-12-01T08:00:00Z"}.');
  }
  if (at < now) throw new RangeError('The clock only goes forward.');
  if (at - now > YEAR) throw new RangeError('The clock moves at most a year at once.');
  return at;
}

import { HOME_TYPED } from '../../../content/texts/interview/home';
import { addMinutes } from '../../../routine/calendar/workingTime';
import { nextClock } from '../../../routine/rules/standing/home';

/* "hemma 22.30", "hemma om en timme", "jag är hemma": as people type it, without signs. */

const numberIn = (word: string): number =>
  /^\d+$/.test(word)
    ? Number(word)
    : HOME_TYPED.one.includes(word)
      ? 1
      : HOME_TYPED.numbers.indexOf(word) + 1;

/** The hour that a word or number says; undefined: none. "24" is midnight. */
function hourIn(word: string): number | undefined {
  if (HOME_TYPED.midnight.includes(word)) return 0;
  const number = numberIn(word);
  const isNone = word === '' || number > 24 || (number === 0 && !/^\d/.test(word));
  return isNone ? undefined : number % 24;
}

function inSpan(said: string, now: Date): Date | undefined {
  const [, span, count = '', unit = ''] = HOME_TYPED.inTime.exec(said) ?? [];
  const fixed = span === undefined ? undefined : HOME_TYPED.spans[span];
  if (fixed !== undefined) return addMinutes(now, fixed);
  const number = numberIn(count);
  return number > 0 ? addMinutes(now, number * (HOME_TYPED.hours.test(unit) ? 60 : 1)) : undefined;
}

function atClock(said: string, now: Date): Date | undefined {
  const [, word = '', minute = '0'] = HOME_TYPED.clock.exec(said) ?? [];
  const hour = hourIn(word);
  if (hour !== undefined && Number(minute) < 60) return nextClock(hour, Number(minute), now);
  const half = numberIn(HOME_TYPED.half.exec(said)?.[1] ?? '');
  // "Halv ett" is half past twelve, by day or by night.
  return half > 0 && half < 25 ? nextClock(half === 1 ? 12 : (half + 23) % 24, 30, now) : undefined;
}

/** The time at which somebody will be home, or that they are; undefined: it says neither. @param said in lower case, without signs */
export const homeIn = (said: string, now: Date): Date | 'now' | undefined =>
  HOME_TYPED.now.test(said) ? 'now' : (inSpan(said, now) ?? atClock(said, now));

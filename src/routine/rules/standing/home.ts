import { addDays, atHour, clockOf, dayOf } from '../../calendar/localTime';
import type { Times } from '../../calendar/timeLimits';
import { addMinutes, nextAtHour } from '../../calendar/workingTime';
import type { PersonId } from '../../model/contact';

/* "Trygg hem": a politician on the way home. Nothing of it is kept when it is over. */

/** Somebody who said when they will be home. Times in ISO. */
export interface HomeCheck {
  /** Stands for the person in the data of officials' cards. */
  id: string;
  due: string;
  route: 'party' | 'municipality';
  party: string;
  /** The official who sees to it. */
  taken?: { by: PersonId; at: string } | undefined;
  /** Rows and accounts of those who are part of what happened and hear of this all the same, as the person has said. */
  heard?: readonly string[] | undefined;
  /** It has been moved after the question: the card that asked shows the new time. */
  isAsked?: boolean | undefined;
  /** Ids of messages in the person's chat that show it. */
  shownIn: readonly string[];
}

const HOUR = 60;

/** When others are told. */
export const missedAt = ({ due }: HomeCheck, { homeAnswer }: Times): Date =>
  addMinutes(new Date(due), homeAnswer);
/** When nobody waits any more, whatever came of it. */
export const homeOverAt = ({ due }: HomeCheck, { homeHours }: Times): Date =>
  addMinutes(new Date(due), homeHours * HOUR);

/** When all whom the ladder asks have been told. */
export const homeAllToldAt = (home: HomeCheck, times: Times): Date =>
  addMinutes(missedAt(home, times), times.alarmAll);

/**
 * When all who were told hear for the last time that it will be over, though nobody has said how it went: an hour before, and not
 * before all have been told.
 */
export const homeLastAt = (home: HomeCheck, times: Times): Date =>
  new Date(
    Math.max(
      addMinutes(homeOverAt(home, times), -HOUR).getTime(),
      addMinutes(homeAllToldAt(home, times), times.askEvery).getTime(),
    ),
  );

/** From when on whoever took it counts as silent, and another may take it; undefined: nobody has. */
export const takerSilentAt = ({ taken }: HomeCheck, { reachedUp }: Times): Date | undefined =>
  taken && addMinutes(new Date(taken.at), reachedUp);

/** Whether somebody may say that they see to it. */
export const mayTakeHome = (home: HomeCheck, times: Times, now: Date): boolean => {
  const silentAt = takerSilentAt(home, times);
  return !silentAt || silentAt <= now;
};

/** Someone to be told of it, and when; `about` names the occasion. */
export interface HomeWord {
  about: string;
  at: Date;
}

/** Times that somebody is told again in a row. */
const TIMES_AGAIN = 4;

const inARow = (first: Date, minutes: number): Date[] =>
  Array.from({ length: TIMES_AGAIN }, (_, index) => addMinutes(first, index * minutes));

/**
 * When those who have been told are told again: a few times at the pace of an alarm and in the morning, until one of them takes it. Whoever
 * took it is asked how it went, and when they are silent the others hear of it. Nothing falls silent without a last word.
 */
export function homeReminders(home: HomeCheck, times: Times): Record<'all' | 'taker', HomeWord[]> {
  const last = { about: 'last', at: homeLastAt(home, times) };
  const word = (about: string, at: Date): HomeWord => ({ about: `${about}.${at.toISOString()}`, at });
  const { taken } = home;
  const silentAt = takerSilentAt(home, times);
  if (!taken || !silentAt) {
    const row = inARow(addMinutes(homeAllToldAt(home, times), times.askEvery), times.askEvery);
    const morning = nextAtHour(row.at(-1) ?? last.at, times.roundHour);
    return { all: [...[...row, morning].map((at) => word('again', at)), last], taker: [] };
  }
  const asked = inARow(addMinutes(new Date(taken.at), times.reachedAsk), times.callEvery);
  return { all: [word('silent', silentAt), last], taker: asked.map((at) => word('taken', at)) };
}

/** Whether a time may be waited for. */
export function homeFault(due: Date, now: Date, { homeAhead }: Times): 'past' | 'far' | undefined {
  if (due <= now) return 'past';
  return due > addMinutes(now, homeAhead * HOUR) ? 'far' : undefined;
}

/** The hours that somebody may mean: "tolv" is midnight too, as "10" is ten in the evening. Only the night begins with a nought. */
function hoursMeant(hour: number): number[] {
  if (hour === 12) return [12, 0];
  return hour > 0 && hour < 12 ? [hour, hour + 12] : [hour % 24];
}

/**
 * The next instant at which a clock shows that time; of an hour up to twelve also the one of the afternoon, for that is how people
 * speak: "hemma 10" at nine in the evening is ten o'clock tonight. In the night in which summer time ends a clock shows an hour twice.
 */
export function nextClock(hour: number, minute: number, now: Date): Date {
  const days = [dayOf(now), addDays(dayOf(now), 1)];
  const all = days.flatMap((day) =>
    hoursMeant(hour).flatMap((one) => {
      const at = addMinutes(atHour(day, one), minute);
      const before = addMinutes(at, -HOUR);
      return clockOf(before) === clockOf(at) ? [before, at] : [at];
    }),
  );
  return all.filter((at) => at > now).sort((a, b) => a.getTime() - b.getTime())[0] ?? now;
}

import { addDays, atHour, dayOf } from '../../calendar/localTime';
import type { Times } from '../../calendar/timeLimits';
import { addMinutes } from '../../calendar/workingTime';
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

/** Whether a time may be waited for. */
export function homeFault(due: Date, now: Date, { homeAhead }: Times): 'past' | 'far' | undefined {
  if (due <= now) return 'past';
  return due > addMinutes(now, homeAhead * HOUR) ? 'far' : undefined;
}

/**
 * The next instant at which a clock shows that time; of an hour up to twelve also the one of the afternoon, for that is how people
 * speak: "hemma 10" at nine in the evening is ten o'clock tonight.
 */
export function nextClock(hour: number, minute: number, now: Date): Date {
  const hours = hour <= 12 ? [hour % 24, (hour % 12) + 12] : [hour];
  const days = [dayOf(now), addDays(dayOf(now), 1)];
  const all = days.flatMap((day) => hours.map((one) => addMinutes(atHour(day, one), minute)));
  return all.filter((at) => at > now).sort((a, b) => a.getTime() - b.getTime())[0] ?? now;
}

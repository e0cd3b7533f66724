import { addDays, atHour, dayOf } from '../../calendar/localTime';
import type { Times } from '../../calendar/timeLimits';
import { addMinutes, nextAtHour } from '../../calendar/workingTime';
import type { Contact } from '../../model/contact';
import { eachOnce, whoOf } from '../succession';

/** A step of a ladder: from `at` on these are asked too. */
export interface Rung {
  at: Date;
  contacts: readonly Contact[];
}

/** Those who are asked to lead, and from when on. */
export interface AskedLevel {
  at: Date;
  contacts: Contact[];
}

/** Rungs as they are climbed: by time, and who has two posts is asked once, in the first. */
export function levelsOf(rungs: readonly Rung[]): AskedLevel[] {
  const known = new Set<string>();
  const levels = new Map<number, AskedLevel>();
  for (const { at, contacts } of [...rungs].sort((a, b) => a.at.getTime() - b.at.getTime())) {
    const more = eachOnce(contacts).filter((contact) => !known.has(whoOf(contact)));
    for (const contact of more) known.add(whoOf(contact));
    const before = levels.get(at.getTime())?.contacts ?? [];
    if (more.length > 0) levels.set(at.getTime(), { at, contacts: [...before, ...more] });
  }
  return [...levels.values()];
}

/** Of a reminder that comes every so many minutes from `first` on, the latest that is due and the next one. */
export function repeatedFrom(first: Date, minutes: number, now: Date): Date[] {
  const every = minutes * 60_000;
  const past = Math.max(0, Math.floor((now.getTime() - first.getTime()) / every));
  return [past, past + 1].map((number) => new Date(first.getTime() + number * every));
}

const DAY = 24 * 60;

/** The same for one day; after that each morning, on any day: who has not answered all day is told of it all the same. */
export function repeatedForADay(
  first: Date,
  { askEvery, roundHour }: Pick<Times, 'askEvery' | 'roundHour'>,
  now: Date,
): Date[] {
  const end = addMinutes(first, DAY);
  const morning = nextAtHour(end, roundHour);
  if (now < end) return repeatedFrom(first, askEvery, now).map((at) => (at > end ? morning : at));
  if (now < morning) return [morning];
  const today = atHour(dayOf(now), roundHour);
  const last = today <= now ? today : atHour(addDays(dayOf(now), -1), roundHour);
  return [last, atHour(addDays(dayOf(last), 1), roundHour)];
}

import { addDays, dayOf } from '../calendar/localTime';
import type { Times } from '../calendar/timeLimits';
import { afterWorkingDays, inDaytime, roundOn, workingDayFrom } from '../calendar/workingTime';
import { type Contact, isActive, isListed, type PersonId } from '../model/contact';
import { type Position, standsAs } from '../model/posts';
import type { Roster } from '../model/situation';
import { accountsOf } from './succession';

/** A drill of whether people are reached: when it began; of one row of the list, who asks after it. */
export interface Drill {
  id: string;
  at: Date;
  by?: PersonId | undefined;
  contact?: string | undefined;
}

const DAY = 86_400_000;
/** After so long without a drill one is overdue: a quarter, and the days until its first working day. */
export const DRILL_OVERDUE = 100 * DAY;

/** Drills as they stand: the latest that has ended, with who did not answer; whether one goes on; whether none has been for too long. */
export interface DrillsNow {
  last: { at: string; silent: readonly Contact[] } | undefined;
  isOngoing: boolean;
  isOverdue: boolean;
}

/** Whether the newest drill that has begun, if there is any, was too long ago. */
export const isDrillOverdue = (newest: Drill | undefined, now: Date): boolean =>
  !newest || now.getTime() - newest.at.getTime() > DRILL_OVERDUE;

/** The quarter in which a day lies, and its first day. */
function quarterOf(day: string): { id: string; first: string } {
  const year = day.slice(0, 4);
  const quarter = Math.floor((Number(day.slice(5, 7)) - 1) / 3);
  return { id: `${year}q${quarter + 1}`, first: `${year}-${String(quarter * 3 + 1).padStart(2, '0')}-01` };
}

/**
 * Instants once a quarter, on its first working day, or so many days after it: the drills, and what else the
 * strategist is reminded of. Not what was due before the bot was at work.
 */
export function quarterly(
  since: string,
  now: Date,
  { times, days }: { times: Times; days: number },
): Drill[] {
  const drill = (day: string): Drill => {
    const { id, first } = quarterOf(day);
    return { id, at: roundOn(workingDayFrom(addDays(first, days)), times) };
  };
  const today = dayOf(now);
  const ahead = addDays(quarterOf(today).first, 95);
  return [drill(today), drill(ahead)].filter((one) => one.at.toISOString() >= since);
}

/** Rows whose post has that position now. */
export const holding = ({ contacts, routine }: Roster, position: Position): Contact[] =>
  contacts.filter((contact) => isActive(contact) && standsAs(routine.posts, contact, position));

/** Every first contact and deputy. */
export const drilled = (roster: Roster): Contact[] => holding(roster, 'firstContact');

/** The municipality's strategists, deputies too: they see who did not answer. */
export const strategistAccounts = (roster: Roster): PersonId[] => accountsOf(holding(roster, 'strategist'));

/** Rows that a drill asks: one, or all first contacts. */
export const askedBy = (roster: Roster, { contact }: Drill): Contact[] =>
  contact === undefined
    ? drilled(roster)
    : roster.contacts.filter((one) => one.id === contact && isListed(one));

/** Accounts that hear how a drill went: of one row, whoever asked after it. */
export const toldOfDrill = (roster: Roster, { contact, by }: Drill): PersonId[] =>
  strategistAccounts(roster).filter((person) => contact === undefined || person === by);

export const askedAt = (drill: Drill, times: Times): Date => inDaytime(drill.at, times);
export const resultAt = (drill: Drill, times: Times): Date =>
  afterWorkingDays(askedAt(drill, times), times.drillWorkingDays);

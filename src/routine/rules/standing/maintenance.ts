import { addDays, atHour, dayOf } from '../../calendar/localTime';
import type { Times } from '../../calendar/timeLimits';
import { inDaytime } from '../../calendar/workingTime';
import { type Contact, isRung, type PersonId } from '../../model/contact';
import { byLine, type Position } from '../../model/posts';
import type { Roster } from '../../model/situation';
import { holding } from '../drills';

/** A time in which the bot is stopped for work on it. Times in ISO; `at`: when it was written down. */
export interface MaintenanceWindow {
  id: string;
  from: string;
  to: string;
  at: string;
  cancelledAt?: string | undefined;
}

const DAY = 86_400_000;
/** How long after its end or its calling off somebody still hears of it. */
const RECENT = 7 * DAY;

const TOLD: readonly Position[] = ['firstContact', 'strategist', 'filer', 'overseer', 'duty'];
const RUNG: readonly Position[] = ['strategist', 'overseer', 'duty'];

const standing = (roster: Roster, positions: readonly Position[]): Contact[] => [
  ...new Set(positions.flatMap((position) => byLine(roster.routine.posts, holding(roster, position)))),
];

/** Rows of those who are told: the bot's silence is theirs to bear. */
export const toldOfMaintenance = (roster: Roster): Contact[] => standing(roster, TOLD);

/**
 * Rows of those who are rung while the bot is silent, without the person's own and those who are part of what happened to them.
 * @param suspects rows and accounts; undefined: it is not known, so whoever is on duty stands alone
 */
export const rungMeanwhile = (
  roster: Roster,
  person: PersonId,
  suspects: readonly string[] | undefined,
): Contact[] =>
  standing(roster, suspects ? RUNG : ['duty']).filter(
    (contact) =>
      contact.person !== person &&
      isRung(contact) &&
      !suspects?.includes(contact.id) &&
      !(contact.person !== undefined && suspects?.includes(contact.person)),
  );

/** Whether it has neither ended nor been called off. */
export const isAhead = ({ to, cancelledAt }: MaintenanceWindow, now: Date): boolean =>
  cancelledAt === undefined && new Date(to) > now;

/** Whether it goes on, or begins within a day: then somebody who asks for help is told whom to ring meanwhile. */
export const isSoon = (window: MaintenanceWindow, now: Date): boolean =>
  isAhead(window, now) && Date.parse(window.from) - now.getTime() < DAY;

/** In daytime, unless it would begin before that. */
const beforeIt = (at: Date, { from }: MaintenanceWindow, times: Times): Date => {
  const day = inDaytime(at, times);
  return day < new Date(from) ? day : at;
};

/** The morning of the day before, if it was written down a day before that. */
function remindedAt({ at, from }: MaintenanceWindow, { dayFrom }: Times): Date[] {
  const morning = atHour(addDays(dayOf(new Date(from)), -1), dayFrom);
  return morning.getTime() - Date.parse(at) > DAY ? [morning] : [];
}

/** A word of one window that somebody should hear. `which`: its number among those of its kind. */
export interface MaintenanceWord {
  kind: 'maintenance' | 'maintenanceOver' | 'maintenanceOff';
  which: number;
  at: Date;
}

/** The words that are to be told of a window, and when. `hasHeard`: who has not heard of it is told of no end of it. */
export function maintenanceWords(
  one: MaintenanceWindow,
  hasHeard: boolean,
  { now, times }: { now: Date; times: Times },
): MaintenanceWord[] {
  if (isAhead(one, now)) {
    const ahead = [beforeIt(new Date(one.at), one, times), ...remindedAt(one, times)];
    const over = hasHeard ? [inDaytime(new Date(one.to), times)] : [];
    return [
      ...ahead.map((at, index) => ({ kind: 'maintenance' as const, which: index + 1, at })),
      ...over.map((at) => ({ kind: 'maintenanceOver' as const, which: 1, at })),
    ];
  }
  const ended = one.cancelledAt
    ? beforeIt(new Date(one.cancelledAt), one, times)
    : inDaytime(new Date(one.to), times);
  const isRecent = now.getTime() - ended.getTime() < RECENT;
  const kind = one.cancelledAt ? 'maintenanceOff' : 'maintenanceOver';
  return hasHeard && isRecent ? [{ kind, which: 1, at: ended }] : [];
}

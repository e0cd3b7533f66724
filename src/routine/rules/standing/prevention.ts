import { addDays, dayOf } from '../../calendar/localTime';
import { termBegan } from '../../calendar/terms';
import type { Times } from '../../calendar/timeLimits';
import { addWorkingDays, roundOn, workingDayFrom } from '../../calendar/workingTime';
import { type Contact, isActive } from '../../model/contact';
import { postOf, standsAs } from '../../model/posts';
import type { Roster } from '../../model/situation';
import { isSilent } from '../reading';

/*
 * Prevention (plan, section 2): what one may take part in or read before anything happens, who has done so, and when they are
 * reminded.
 */

/** A note that somebody has taken a course or read a booklet: the latest time (ISO). */
export interface Taken {
  person: string;
  course: string;
  at: string;
}

/** Days from the beginning of a term until those who were there before it are reminded, and working days for who is new. */
const AFTER_TERM = 30;
const AFTER_ARRIVAL = 3;

/**
 * The reminder of this term: once a person. Who came in the term is new, and hears of it soon; others some weeks into it.
 * @param since when they got the bot (ISO); undefined: long ago
 */
export function courseReminder(
  since: string | undefined,
  { now, times }: { now: Date; times: Times },
): { kind: 'newTerm' | 'newMember'; term: string; at: Date } {
  const term = termBegan(now);
  const came = since === undefined ? '' : dayOf(new Date(since));
  return came >= term
    ? { kind: 'newMember', term, at: roundOn(addWorkingDays(came, AFTER_ARRIVAL), times) }
    : { kind: 'newTerm', term, at: roundOn(workingDayFrom(addDays(term, AFTER_TERM)), times) };
}

/** Whether it was taken in the term that `now` lies in. */
export const isOfThisTerm = ({ at }: Pick<Taken, 'at'>, now: Date): boolean =>
  dayOf(new Date(at)) >= termBegan(now);

/** The number of those who have taken each course in this term, by its id. */
export function takenCounts(taken: readonly Taken[], now: Date): Readonly<Record<string, number>> {
  const counts = new Map<string, number>();
  for (const { course } of taken.filter((one) => isOfThisTerm(one, now)))
    counts.set(course, (counts.get(course) ?? 0) + 1);
  return Object.fromEntries(counts);
}

/** The notes, with one of a person's set or taken back; the same list where nothing changes. */
export function withTaken(
  taken: readonly Taken[],
  { isOn, ...note }: Taken & { isOn: boolean },
  now: Date,
): readonly Taken[] {
  const isIt = (one: Taken) => one.person === note.person && one.course === note.course;
  const before = taken.find(isIt);
  if (isOn ? before && isOfThisTerm(before, now) : !before) return taken;
  return [...taken.filter((one) => !isIt(one)), ...(isOn ? [note] : [])];
}

/** Rows of parties' officers who have not promised silence in this term: they are asked before they read anything. */
export const notPromised = ({ contacts, routine }: Roster, now: Date): Contact[] =>
  contacts.filter(
    (one) =>
      isActive(one) &&
      postOf(routine.posts, one)?.per === 'party' &&
      standsAs(routine.posts, one, 'firstContact') &&
      !isSilent(one, now),
  );

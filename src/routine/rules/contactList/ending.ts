import { addDays, atHour } from '../../calendar/localTime';
import { type Contact, isActive, listOn } from '../../model/contact';
import { OUTSIDE, type Posts, postOf } from '../../model/posts';

/** How long before a term ends without a successor it is said, in days: on the list of what is to be seen to, and in the round. */
const SOON = 30;
const TOLD_BEFORE: readonly number[] = [SOON, 7];

/** Whether the bot tells the holder of a post anything: a row that is only rung leaves nobody without help. */
const isServed = (posts: Posts, contact: Contact): boolean =>
  (postOf(posts, contact)?.as ?? []).some((position) => !OUTSIDE.has(position));

const isSameUnit = (one: Contact, other: Contact): boolean =>
  one.role === other.role && one.party === other.party && one.board === other.board;

/** A post of a party, a board or the municipality that nobody has from the day after. `ends`: its last day (YYYY-MM-DD). */
export interface EndingPost {
  contact: Contact;
  ends: string;
}

/**
 * The posts whose last holder's term ends within a month, with nobody named after them: the next in line would be asked, and
 * whoever keeps the list should know before.
 * @param all the whole list as it is stored, with terms that have not begun
 */
export function endingPosts(all: readonly Contact[], posts: Posts, today: string): EndingPost[] {
  const now = listOn(all, today).filter((one) => isActive(one) && isServed(posts, one));
  const last = new Map<string, EndingPost>();
  for (const contact of now) {
    const { ends, role, party = '', board = '' } = contact;
    if (ends === undefined || ends > addDays(today, SOON)) continue;
    const after = listOn(all, addDays(ends, 1));
    if (after.some((one) => isActive(one) && isSameUnit(one, contact))) continue;
    const unit = [role, party, board].join('|');
    const before = last.get(unit);
    if (!before || before.ends < ends || (before.ends === ends && contact.order < before.contact.order))
      last.set(unit, { contact, ends });
  }
  return [...last.values()];
}

/** When it is said in the round: a month before the last day, and a week before it; the times that have come in the last week. */
export const toldOfEnding = ({ ends }: EndingPost, now: Date): Date[] =>
  TOLD_BEFORE.map((days) => addDays(ends, -days))
    .filter((day) => atHour(day, 0) <= now && now < atHour(addDays(day, 7), 0))
    .map((day) => atHour(day, 0));

import type { Incident } from '../routine/incident';
import type { Deps } from './deps';
import type { Change, Press } from './ports';
import { noticesOf, type Read } from './reading';

/**
 * Notices that a press makes due for the presser: the answer tells them, in the card that they have in hand, so no
 * new card is sent. Only on their live card, for that one is brought up to date afterwards.
 */
export function toldByAnswer(
  deps: Deps,
  read: Read,
  incident: Incident,
  press: Press,
): NonNullable<Change['deliveries']> {
  const { person } = press.caller;
  const live = read.file.cards.find((row) => row.value.person === person)?.value.activityId;
  if (!live || live !== press.activityId) return [];
  const now = deps.now();
  const known = new Set(read.file.deliveries.map((row) => row.value.key));
  return noticesOf(deps, read, incident)
    .filter((notice) => notice.person === person && Date.parse(notice.since) <= now.getTime())
    .filter((notice) => !known.has(notice.key))
    .map((notice) => ({
      value: {
        key: notice.key,
        person,
        claimer: 'answer',
        leaseUntil: 0,
        attempts: 1,
        sentAt: now.toISOString(),
        activityId: live,
      },
    }));
}

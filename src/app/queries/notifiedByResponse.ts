import { notices } from '../../routine/rules/notices';
import type { Press } from '../bot';
import { cardRowOf } from '../chat/liveCard';
import type { Change } from '../ports/incidents';
import type { LoadedIncident } from './loadIncident';

/**
 * Notices that a press makes due for the presser: the answer tells them, in the card that they have in hand, so no
 * new card is sent. Only on their live card, for that one is brought up to date afterwards.
 */
export function notifiedByResponse(
  { file }: LoadedIncident,
  { situation }: LoadedIncident,
  press: Press,
): NonNullable<Change['deliveries']> {
  const { person } = press.caller;
  const live = cardRowOf(file.cards, person)?.value.activityId;
  if (!live || live !== press.activityId) return [];
  const { now } = situation;
  const known = new Set(file.deliveries.map((row) => row.value.key));
  const sent = { person, claimer: 'answer', leaseUntil: 0, attempts: 1, sentAt: now.toISOString() };
  return notices(situation)
    .filter((notice) => notice.person === person && Date.parse(notice.since) <= now.getTime())
    .filter((notice) => !known.has(notice.key))
    .map(({ key }) => ({ value: { ...sent, key, activityId: live } }));
}

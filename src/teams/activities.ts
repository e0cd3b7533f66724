import type { Activity } from 'botbuilder';
import type { Address, Caller } from '../app/ports';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Where an activity comes from, as far as the bot cares. `refused`: no answer at all. */
export type Origin =
  | { kind: 'private'; caller: Caller }
  | { kind: 'group' }
  | { kind: 'refused'; why: string };

const tenantOf = (activity: Activity): string | undefined =>
  activity.channelData?.tenant?.id ?? activity.conversation?.tenantId;

const addressOf = (activity: Activity): Address => ({
  serviceUrl: activity.serviceUrl,
  conversationId: activity.conversation.id,
  userId: activity.from.id,
  botId: activity.recipient?.id ?? '',
  tenantId: tenantOf(activity),
});

/**
 * Who speaks, and where. The check of the token says only that Teams sent it, so tenant, person and kind of chat are
 * checked here; what is missing is refused.
 * @param tenantId the own tenant; undefined in the sandbox, where any will do
 */
export function originOf(activity: Activity, tenantId: string | undefined): Origin {
  if (activity.channelId !== 'msteams') return { kind: 'refused', why: 'channel' };
  if (!activity.serviceUrl || !activity.conversation?.id || !activity.from?.id)
    return { kind: 'refused', why: 'parts' };
  if (tenantId && tenantOf(activity)?.toLowerCase() !== tenantId.toLowerCase())
    return { kind: 'refused', why: 'tenant' };
  const { conversationType, isGroup } = activity.conversation;
  if (isGroup || conversationType === 'groupChat' || conversationType === 'channel') return { kind: 'group' };
  // A kind of chat that Teams may get some day could have more readers than one.
  if (conversationType !== 'personal') return { kind: 'refused', why: 'chat' };
  const person = activity.from.aadObjectId?.toLowerCase() ?? '';
  if (!GUID.test(person)) return { kind: 'refused', why: 'person' };
  return {
    kind: 'private',
    caller: { person, name: activity.from.name ?? '', address: addressOf(activity) },
  };
}

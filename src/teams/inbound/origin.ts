import type { Caller } from '../../app/bot';
import { type Cloud, mayCall } from '../clouds';
import { isGuestRole } from '../memberFields';
import type { Activity } from './activity';

const GUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** The sender of an activity, and from what kind of chat. `refused`: it gets no answer. */
export type Origin =
  | { kind: 'private' | 'guest'; caller: Caller }
  | { kind: 'group' }
  | { kind: 'refused'; why: string };

export interface OriginRules {
  /** The bot's own tenant, the only one that is answered; undefined in the sandbox, where any will do. */
  tenantId: string | undefined;
  cloud: Pick<Cloud, 'hosts' | 'allowsLoopback'>;
}

const KNOWN_TYPES: ReadonlySet<string> = new Set([
  'message',
  'messageUpdate',
  'invoke',
  'installationUpdate',
  'conversationUpdate',
]);

/** An activity's type for the log; an unknown one is the sender's own text, and becomes `other`. */
export const knownType = (type: string): string => (KNOWN_TYPES.has(type) ? type : 'other');

/** Why an activity is refused; undefined: it is not. The token says only that Teams sent it, for some tenant. */
function faultOf(activity: Activity, { tenantId, cloud }: OriginRules): string | undefined {
  if (activity.channelId !== 'msteams') return 'channel';
  if (!activity.conversation.id || !activity.from.id) return 'parts';
  if (!mayCall(cloud, activity.serviceUrl)) return 'service';
  if (tenantId && activity.tenantId?.toLowerCase() !== tenantId.toLowerCase()) return 'tenant';
  return KNOWN_TYPES.has(activity.type) ? undefined : 'type';
}

const callerOf = (activity: Activity): Caller => ({
  person: activity.from.aadObjectId,
  name: activity.from.name,
  address: {
    serviceUrl: activity.serviceUrl,
    conversationId: activity.conversation.id,
    userId: activity.from.id,
    botId: activity.recipientId,
    tenantId: activity.tenantId,
  },
});

/** Checks channel, service, tenant, type, kind of chat and person. */
export function originOf(activity: Activity, rules: OriginRules): Origin {
  const why = faultOf(activity, rules);
  if (why) return { kind: 'refused', why };
  const { type, isGroup } = activity.conversation;
  if (isGroup || type === 'groupChat' || type === 'channel') return { kind: 'group' };
  // An unknown kind of chat could have several readers.
  if (type !== 'personal') return { kind: 'refused', why: 'chat' };
  const caller = callerOf(activity);
  // Of the own tenant, and nobody whom it knows: the same card as a guest's. Nothing is kept of them, not even who they are.
  if (!GUID.test(caller.person)) return { kind: 'guest', caller: { ...caller, person: '', name: '' } };
  return { kind: activity.from.roles.some(isGuestRole) ? 'guest' : 'private', caller };
}

import { cleanText } from '../../routine/model/cleanText';
import type { Attached } from '../attached';
import { attachmentsIn } from './attachments';
import { typedText } from './typedText';

/** The fields of an activity that are used, each of the type that it should have. */
export interface Activity {
  id: string;
  type: string;
  name: string;
  action: string;
  channelId: string;
  serviceUrl: string;
  /** The text that the person wrote, without mark-up, mentions and quotes. */
  text: string;
  /** Pictures and files of the message. */
  attached: readonly Attached[];
  /** The kind of change of a message, such as `editMessage`. */
  event: string;
  replyToId: string | undefined;
  from: { id: string; name: string; aadObjectId: string; roles: readonly string[] };
  recipientId: string;
  conversation: { id: string; type: string; isGroup: boolean };
  tenantId: string | undefined;
  /** Unchecked: card data is parsed where a press is read (src/screens/actions.ts). */
  value: unknown;
}

type Fields = Readonly<Record<string, unknown>>;

const LONGEST_ID = 1_024;
const LONGEST_NAME = 200;
const LONGEST_TEXT = 40_000;

const fieldsOf = (value: unknown): Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Fields) : {};

/** A code or an id; '' when it is no text or too long: one that is cut would be another. */
const codeIn = (value: unknown, longest = LONGEST_ID): string =>
  typeof value === 'string' && value.length <= longest ? value : '';

/** A typed text or a name: cut to a length, without broken, control and direction characters. */
const wordsIn = (value: unknown, longest: number): string =>
  typeof value === 'string' ? cleanText(value.slice(0, longest)) : '';

const textIn = (text: Fields[string]): string => wordsIn(text, LONGEST_TEXT);

/** The message as HTML, which clients send beside its text. */
function htmlIn(attachments: unknown): string | undefined {
  const found = (Array.isArray(attachments) ? attachments.slice(0, 10) : [])
    .map(fieldsOf)
    .find(({ contentType, content }) => contentType === 'text/html' && typeof content === 'string');
  return found && textIn(found.content);
}

/** An activity read from a request's body; undefined when it is none. */
export function readActivity(body: unknown): Activity | undefined {
  const activity = fieldsOf(body);
  const type = codeIn(activity.type, 64);
  // `expectReplies` would send the cards of a chat back to the caller instead of to the chat.
  if (type === '' || activity.deliveryMode === 'expectReplies') return undefined;
  const from = fieldsOf(activity.from);
  const conversation = fieldsOf(activity.conversation);
  const channelData = fieldsOf(activity.channelData);
  return {
    id: codeIn(activity.id),
    type,
    name: codeIn(activity.name),
    action: codeIn(activity.action),
    channelId: codeIn(activity.channelId),
    serviceUrl: codeIn(activity.serviceUrl),
    text: typedText({ text: textIn(activity.text), html: htmlIn(activity.attachments) }),
    attached: attachmentsIn(activity.attachments),
    event: codeIn(channelData.eventType, 64),
    replyToId: codeIn(activity.replyToId) || undefined,
    from: {
      id: codeIn(from.id),
      name: wordsIn(from.name, LONGEST_NAME),
      aadObjectId: codeIn(from.aadObjectId).toLowerCase(),
      roles: rolesIn(from, channelData),
    },
    recipientId: codeIn(fieldsOf(activity.recipient).id),
    conversation: {
      id: codeIn(conversation.id),
      type: codeIn(conversation.conversationType),
      isGroup: Boolean(conversation.isGroup),
    },
    tenantId: tenantIn([fieldsOf(channelData.tenant).id, conversation.tenantId]),
    value: activity.value,
  };
}

/** The tenant, in lower case, from both places where it may stand; undefined when both are empty or they differ. */
function tenantIn(named: readonly unknown[]): string | undefined {
  const [tenant, ...others] = named.map((one) => codeIn(one).toLowerCase()).filter((one) => one !== '');
  return others.every((one) => one === tenant) ? tenant : undefined;
}

/** The sender's roles in lower case, from all places where versions of Teams put them. */
const rolesIn = (from: Fields, channelData: Fields): readonly string[] =>
  [
    from.userRole,
    fieldsOf(from.properties).userRole,
    channelData.userRole,
    fieldsOf(channelData.from).userRole,
  ].map((role) => codeIn(role).toLowerCase());

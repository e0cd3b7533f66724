import type { Directory, Messenger, OutgoingMessage, SendResult } from '../../app/ports/messenger';
import type { Address } from '../../app/ports/people';
import type { RealClock } from '../../app/ports/runtime';
import { foundOf, type MemberFields } from '../memberFields';
import type { TextMessage, TextSender } from '../textSender';
import { resultOf, resultOfError, updateResultOf } from './sendResult';

export interface ConnectorOptions {
  /** The bearer token for the connector; undefined in the sandbox. */
  token(): Promise<string | undefined>;
  /** Whether this service may see the token: that an address is stored does not prove who listens there. */
  mayCall(serviceUrl: string): boolean;
  /** The longest time for token and send together. A claim's lease must be longer. */
  timeoutMs: number;
  /** For a `Retry-After` that is given as a date. */
  realNow: RealClock;
}

const CARD = 'application/vnd.microsoft.card.adaptive';

/** The body of a message. Text is plain: nothing that somebody typed becomes a link or a heading. */
const contentOf = (message: OutgoingMessage | TextMessage) =>
  'card' in message
    ? { attachments: [{ contentType: CARD, content: message.card }] }
    : { text: message.text, textFormat: 'plain' };

/** A message as the connector takes it. The card says everything; `summary` is the neutral notification. */
const activityOf = (to: Address, message: OutgoingMessage | TextMessage) => ({
  type: 'message',
  channelId: 'msteams',
  from: { id: to.botId },
  recipient: { id: to.userId },
  conversation: { id: to.conversationId },
  summary: message.summary,
  ...contentOf(message),
});

/** The address of something of a chat: its messages, or its members; of one of them with an id. */
const urlOf = (to: Address, what: 'activities' | 'members', id: string | undefined): string => {
  const base = to.serviceUrl.endsWith('/') ? to.serviceUrl : `${to.serviceUrl}/`;
  const path = `v3/conversations/${encodeURIComponent(to.conversationId)}/${what}`;
  return `${base}${path}${id ? `/${encodeURIComponent(id)}` : ''}`;
};

/** The work's result. @throws the signal's reason when the time is up first */
function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, late]);
}

/** The headers of a send; undefined when there is no token in time, and nothing has been sent. */
async function headersOf(
  { token }: ConnectorOptions,
  signal: AbortSignal,
): Promise<Record<string, string> | undefined> {
  try {
    const bearer = await until(signal, token());
    return {
      'content-type': 'application/json',
      ...(bearer ? { authorization: `Bearer ${bearer}` } : {}),
    };
  } catch {
    return undefined;
  }
}

/** One send: a new message, or with `activityId` a change of one. */
interface Call {
  to: Address;
  message: OutgoingMessage | TextMessage;
  activityId?: string;
}

async function call(options: ConnectorOptions, { to, message, activityId }: Call): Promise<SendResult> {
  if (!options.mayCall(to.serviceUrl)) return { kind: 'rejected', code: 'service' };
  const signal = AbortSignal.timeout(options.timeoutMs);
  const headers = await headersOf(options, signal);
  if (!headers) return { kind: 'failed', code: 'token' };
  try {
    const response = await fetch(urlOf(to, 'activities', activityId), {
      method: activityId === undefined ? 'POST' : 'PUT',
      headers,
      body: JSON.stringify(activityOf(to, message)),
      signal,
    });
    return await resultOf(response, activityId ?? '', options.realNow);
  } catch (error) {
    return resultOfError(error);
  }
}

/**
 * The messenger over the Bot Connector's REST API. Not the SDK's client: that repeats sends unseen and waits without a
 * limit, which would break the promise of who is told twice (docs/DECISIONS.md).
 */
export const createConnector = (options: ConnectorOptions): Messenger & TextSender => ({
  send: (to, message) => call(options, { to, message }),
  say: (to, message) => call(options, { to, message }),
  update: async (to, activityId, message) => updateResultOf(await call(options, { to, activityId, message })),
});

const textOf = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);

/** Looks up the member of a private chat, over the Bot Connector's REST API; undefined when it does not answer. */
export const createMembers =
  (options: ConnectorOptions) =>
  async (address: Address): Promise<MemberFields | undefined> => {
    if (!options.mayCall(address.serviceUrl)) return undefined;
    const signal = AbortSignal.timeout(options.timeoutMs);
    const headers = await headersOf(options, signal);
    if (!headers) return undefined;
    try {
      const response = await fetch(urlOf(address, 'members', address.userId), { headers, signal });
      const body: unknown = response.ok ? await response.json() : undefined;
      if (typeof body !== 'object' || body === null) return undefined;
      const { name, email, userPrincipalName, tenantId, userRole } = body as Readonly<
        Record<string, unknown>
      >;
      return {
        name: textOf(name),
        email: textOf(email),
        userPrincipalName: textOf(userPrincipalName),
        tenantId: textOf(tenantId),
        userRole: textOf(userRole),
      };
    } catch {
      return undefined;
    }
  };

/** The members of chats as the app asks for them. @param own the bot's tenant */
export const directoryOf = (
  member: ReturnType<typeof createMembers>,
  own: string | undefined,
): Directory => ({
  async find(address) {
    const found = await member(address);
    return found && foundOf(found, own ?? address.tenantId);
  },
});

import type { Address, Messenger, OutgoingMessage, SendResult } from '../app/ports';

export interface MessengerOptions {
  /** The bearer token for the connector; undefined in the sandbox. */
  token(): Promise<string | undefined>;
  timeoutMs: number;
}

const CARD = 'application/vnd.microsoft.card.adaptive';

/** A message as the connector takes it. The card says everything; `summary` is the neutral notification. */
const activityOf = (to: Address, message: OutgoingMessage) => ({
  type: 'message',
  channelId: 'msteams',
  from: { id: to.botId },
  recipient: { id: to.userId },
  conversation: { id: to.conversationId },
  summary: message.summary,
  attachments: [{ contentType: CARD, content: message.card }],
});

const urlOf = (to: Address, activityId: string): string => {
  const base = to.serviceUrl.endsWith('/') ? to.serviceUrl : `${to.serviceUrl}/`;
  const path = `v3/conversations/${encodeURIComponent(to.conversationId)}/activities`;
  return `${base}${path}${activityId ? `/${encodeURIComponent(activityId)}` : ''}`;
};

/** Rejects when the time is up before the work is done. */
function until<T>(signal: AbortSignal, work: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  return Promise.race([work, late]);
}

const retryAfter = (response: Response): number | undefined => {
  const seconds = Number(response.headers.get('retry-after'));
  return Number.isFinite(seconds) && seconds > 0 ? seconds * 1_000 : undefined;
};

async function resultOf(response: Response, activityId: string): Promise<SendResult> {
  const body: unknown = await response.json().catch(() => undefined);
  const code = String(response.status);
  if (response.ok) {
    const id =
      typeof body === 'object' && body && 'id' in body && typeof body.id === 'string' ? body.id : activityId;
    return { kind: 'sent', activityId: id };
  }
  if (response.status === 403 || response.status === 404) return { kind: 'unreachable', code };
  // After a 5xx nobody knows whether it was taken; every other answer says that it was not.
  return { kind: response.status >= 500 ? 'unknown' : 'failed', code, retryAfter: retryAfter(response) };
}

/** Of a failed fetch: the code of its cause. Errors of fetch are not always instances of this realm's Error. */
const causeOf = (error: unknown): string => {
  const { name, cause } = (typeof error === 'object' && error ? error : {}) as {
    name?: unknown;
    cause?: unknown;
  };
  if (name === 'TimeoutError') return 'timeout';
  return typeof cause === 'object' && cause && 'code' in cause ? String(cause.code) : 'network';
};

/** Refused before anything was sent: may be tried again without a double. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/**
 * Posts to the Bot Connector itself: the SDK's client repeats sends unseen and waits for ever (DECISIONS.md), which
 * would break the promise of who is told twice.
 */
export function createMessenger(options: MessengerOptions): Messenger {
  /** Undefined: there is no token in time, and nothing has been sent. */
  async function headers(signal: AbortSignal): Promise<Record<string, string> | undefined> {
    try {
      const token = await until(signal, options.token());
      return {
        'content-type': 'application/json',
        ...(token ? { authorization: `Bearer ${token}` } : {}),
      };
    } catch {
      return undefined;
    }
  }

  async function call(
    method: 'POST' | 'PUT',
    to: Address,
    activityId: string,
    message: OutgoingMessage,
  ): Promise<SendResult> {
    // One time-out for token and send together: a claim's lease is longer than this.
    const signal = AbortSignal.timeout(options.timeoutMs);
    const head = await headers(signal);
    if (!head) return { kind: 'failed', code: 'token' };
    try {
      const response = await fetch(urlOf(to, activityId), {
        method,
        headers: head,
        body: JSON.stringify(activityOf(to, message)),
        signal,
      });
      return await resultOf(response, activityId);
    } catch (error) {
      const code = causeOf(error);
      return { kind: NEVER_SENT.has(code) ? 'failed' : 'unknown', code };
    }
  }
  return {
    send: (to, message) => call('POST', to, '', message),
    update: (to, activityId, message) => call('PUT', to, activityId, message),
  };
}

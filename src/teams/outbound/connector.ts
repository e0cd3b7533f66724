import type { Messenger, OutgoingMessage, SendResult, UpdateResult } from '../../app/ports/messenger';
import type { Address } from '../../app/ports/people';
import type { Millis, RealClock } from '../../app/ports/runtime';

export interface MessengerOptions {
  /** The bearer token for the connector; undefined in the sandbox. */
  token(): Promise<string | undefined>;
  /** Whether the token may be shown to this service: a stored address is no proof of who listens there. */
  mayCall(serviceUrl: string): boolean;
  timeoutMs: number;
  /** For a wait that the connector gives as a date. */
  realNow: RealClock;
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

/** `Retry-After`, in seconds or as a date. */
const retryAfter = (response: Response, realNow: RealClock): Millis | undefined => {
  const text = response.headers.get('retry-after') ?? '';
  const wait = /^\s*\d+\s*$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - realNow();
  return wait > 0 ? wait : undefined;
};

/** Refused for now: no token that holds, busy, in conflict, too many. Any other 4xx would be refused for ever. */
const PASSING = new Set([401, 408, 409, 412, 425, 429]);

function refusal(status: number, wait: Millis | undefined): SendResult {
  const code = String(status);
  if (status === 403 || status === 404 || status === 410) return { kind: 'unreachable', code };
  if (status >= 400 && status < 500 && !PASSING.has(status)) return { kind: 'rejected', code };
  // After a 5xx nobody knows whether it was taken; every other answer says that it was not.
  return { kind: status >= 500 ? 'unknown' : 'failed', code, retryAfter: wait };
}

async function resultOf(response: Response, activityId: string, realNow: RealClock): Promise<SendResult> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) return refusal(response.status, retryAfter(response, realNow));
  const id =
    typeof body === 'object' && body && 'id' in body && typeof body.id === 'string' ? body.id : activityId;
  return { kind: 'sent', activityId: id };
}

/** 404 and 410 to a change: the activity is gone. Whether the chat is too, the next new card shows. */
const ofUpdate = (result: SendResult): UpdateResult =>
  result.kind === 'unreachable' && result.code !== '403' ? { kind: 'gone', code: result.code } : result;

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
 * Posts to the Bot Connector itself: the SDK's client repeats sends unseen and waits for ever (docs/DECISIONS.md), which
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
    if (!options.mayCall(to.serviceUrl)) return { kind: 'rejected', code: 'service' };
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
      return await resultOf(response, activityId, options.realNow);
    } catch (error) {
      const code = causeOf(error);
      return { kind: NEVER_SENT.has(code) ? 'failed' : 'unknown', code };
    }
  }
  return {
    send: (to, message) => call('POST', to, '', message),
    update: async (to, activityId, message) => ofUpdate(await call('PUT', to, activityId, message)),
  };
}

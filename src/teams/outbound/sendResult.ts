import type { SendResult, UpdateResult } from '../../app/ports/messenger';
import type { Millis, RealClock } from '../../app/ports/runtime';

/** The wait that a `Retry-After` asks for, given in seconds or as a date; undefined when it asks for none. */
const retryAfter = (response: Response, realNow: RealClock): Millis | undefined => {
  const text = response.headers.get('retry-after') ?? '';
  const wait = /^\s*\d+\s*$/.test(text) ? Number(text) * 1_000 : Date.parse(text) - realNow();
  return wait > 0 ? wait : undefined;
};

/** Statuses that pass: no token that holds, busy, in conflict, too many. Any other 4xx would be refused for ever. */
const PASSING = new Set([401, 408, 409, 412, 425, 429]);

function refusal(status: number, wait: Millis | undefined): SendResult {
  const code = String(status);
  if (status === 403 || status === 404 || status === 410) return { kind: 'unreachable', code };
  if (status >= 400 && status < 500 && !PASSING.has(status)) return { kind: 'rejected', code };
  // After a 5xx nobody knows whether it was taken; every other answer says that it was not.
  return { kind: status >= 500 ? 'unknown' : 'failed', code, retryAfter: wait };
}

/** The result of a send that was answered. `activityId`: the id of what was changed, when the answer gives none. */
export async function resultOf(
  response: Response,
  activityId: string,
  realNow: RealClock,
): Promise<SendResult> {
  const body: unknown = await response.json().catch(() => undefined);
  if (!response.ok) return refusal(response.status, retryAfter(response, realNow));
  const id =
    typeof body === 'object' && body && 'id' in body && typeof body.id === 'string' ? body.id : activityId;
  return { kind: 'sent', activityId: id };
}

/** The result of a change. 404, 410: the message is gone; whether the chat is too, the next new card shows. */
export const updateResultOf = (result: SendResult): UpdateResult =>
  result.kind === 'unreachable' && result.code !== '403' ? { kind: 'gone', code: result.code } : result;

/** The code of what made a fetch fail. Errors of fetch are not always instances of this realm's Error. */
const causeOf = (error: unknown): string => {
  const { name, cause } = (typeof error === 'object' && error ? error : {}) as {
    name?: unknown;
    cause?: unknown;
  };
  if (name === 'TimeoutError') return 'timeout';
  return typeof cause === 'object' && cause && 'code' in cause ? String(cause.code) : 'network';
};

/** Failures before anything was sent: another try makes no double. */
const NEVER_SENT = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN']);

/** The result of a send that was never answered: `unknown` unless it surely was not sent. */
export function resultOfError(error: unknown): SendResult {
  const code = causeOf(error);
  return { kind: NEVER_SENT.has(code) ? 'failed' : 'unknown', code };
}

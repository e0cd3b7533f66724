import type { Log, Millis, RealClock } from '../app/ports/runtime';

/** Between two beats, at least: whoever listens waits some minutes before they raise the alarm. */
const EACH: Millis = 60_000;
const TIMEOUT: Millis = 5_000;

/** Where to beat, and with what. */
export interface HeartbeatOptions {
  /** Undefined: nowhere. */
  url: string | undefined;
  realNow: RealClock;
  log: Log;
}

async function beat({ url, log }: HeartbeatOptions & { url: string }): Promise<void> {
  const failed = (why: string | number) => log.warn({ why }, 'heartbeatFailed');
  try {
    const { status, ok } = await fetch(url, {
      method: 'POST',
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT),
    });
    if (!ok) failed(status);
  } catch (error) {
    failed(typeof error === 'object' && error && 'name' in error ? String(error.name) : 'unknown');
  }
}

/**
 * A sweep that is followed by a heartbeat when it has come to its end: somebody outside, who hears nothing for some
 * minutes, knows that nothing is delivered, also where the process still runs. The body is empty. Nobody waits for the
 * answer, and one that does not come changes nothing but a line in the log.
 */
export function withHeartbeat<T>(sweep: () => Promise<T>, options: HeartbeatOptions): () => Promise<T> {
  const { url, realNow } = options;
  if (url === undefined) return sweep;
  let last = Number.NEGATIVE_INFINITY;
  return async () => {
    const result = await sweep();
    // A clock that was set back may not keep it silent until it has caught up.
    if (Math.abs(realNow() - last) >= EACH) {
      last = realNow();
      void beat({ ...options, url });
    }
    return result;
  };
}

import type { RealClock } from '../../app/ports/runtime';

/** How long keys are kept, milliseconds: longer than a token of the connector is valid. */
const KEPT_MS = 90 * 60_000;
const MOST = 50_000;

/**
 * Handles each activity once. A repeat that comes while the first is under way gets the same answer, a later one `again`:
 * the answer itself is not kept, for it may hold names.
 */
export function createReplayGuard<A>(realNow: RealClock, again: A) {
  const running = new Map<string, Promise<A>>();
  /** Oldest first. */
  const taken = new Map<string, number>();
  const forget = (now: number) => {
    for (const [key, at] of taken) {
      if (now - at < KEPT_MS && taken.size <= MOST) return;
      taken.delete(key);
    }
  };
  return {
    async once(key: string, work: () => Promise<A>): Promise<A> {
      const under = running.get(key);
      if (under) return under;
      const now = realNow();
      forget(now);
      if (taken.has(key)) return again;
      taken.set(key, now);
      const run = work().finally(() => running.delete(key));
      running.set(key, run);
      return run;
    },
  };
}

import type { RealClock } from '../../../app/ports/runtime';
import { boundedCache } from '../../../app/runtime/boundedCache';

/** How long keys are kept, milliseconds: longer than a token of the connector is valid. */
const KEPT_MS = 90 * 60_000;
const MOST = 50_000;

/**
 * Handles each activity once. A repeat that comes while the first is under way gets the same answer; a later one is
 * handed to `again`, for the answer itself is not kept: it may hold names. Work that failed does not count: its repeat is
 * handled as if it were the first.
 */
export function createReplayGuard<A>(realNow: RealClock, isFailed: (answer: A) => boolean) {
  const running = new Map<string, Promise<A>>();
  const taken = boundedCache<true>(MOST, {
    ttl: KEPT_MS,
    ttlResolution: 0,
    perf: { now: realNow },
  });
  return {
    async once(key: string, work: () => Promise<A>, again: () => Promise<A>): Promise<A> {
      const under = running.get(key);
      if (under) return under;
      if (taken.has(key)) return again();
      taken.set(key, true);
      const run = work()
        .then(
          (answer) => {
            if (isFailed(answer)) taken.delete(key);
            return answer;
          },
          (error: unknown) => {
            taken.delete(key);
            throw error;
          },
        )
        .finally(() => running.delete(key));
      running.set(key, run);
      return run;
    },
  };
}

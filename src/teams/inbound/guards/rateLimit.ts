import { parseMessage } from '../../../app/commands/parseMessage';
import type { RealClock } from '../../../app/ports/runtime';
import { boundedCache } from '../../../app/runtime/boundedCache';
import type { PersonId } from '../../../routine/model/contact';

/** Messages that a full bucket allows at once, and those that come back each second: nobody types that fast. */
const BURST = 30;
const A_SECOND = 1;
/** Time after which a bucket is full again, and need not be kept. */
const FILLED_MS = (BURST / A_SECOND) * 1_000;
/** Buckets that are kept at most. */
const MOST = 50_000;

/** Whether a typed message asks for help, says danger or 112, or asks for the contact list: never counted. */
export const isUrgentText = (text: string): boolean =>
  ['report', 'danger', 'contacts'].includes(parseMessage(text).kind);

interface Bucket {
  left: number;
  at: number;
  isTold: boolean;
}

/** A token bucket a person. `over`: too many, the first time; `told`: too many again. */
export function createRateLimit(realNow: RealClock) {
  const buckets = boundedCache<Bucket>(MOST, {
    ttl: FILLED_MS,
    ttlResolution: 0,
    perf: { now: realNow },
  });
  const filled = (bucket: Bucket, now: number): number =>
    Math.min(BURST, bucket.left + (Math.max(0, now - bucket.at) / 1_000) * A_SECOND);
  return {
    /** Counts one message. @param person or the name of a group */
    take(person: PersonId | string): 'free' | 'over' | 'told' {
      const now = realNow();
      const before = buckets.get(person) ?? { left: BURST, at: now, isTold: false };
      const left = filled(before, now);
      const isFree = left >= 1;
      buckets.set(person, { left: isFree ? left - 1 : left, at: now, isTold: !isFree });
      return isFree ? 'free' : before.isTold ? 'told' : 'over';
    },
  };
}

export type RateLimit = ReturnType<typeof createRateLimit>;

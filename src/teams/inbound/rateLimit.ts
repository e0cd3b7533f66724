import { LRUCache } from 'lru-cache';
import { parseMessage } from '../../app/commands/parseMessage';
import type { RealClock } from '../../app/ports/runtime';
import type { Verb } from '../../cards/actions';
import type { PersonId } from '../../routine/model/contact';

/** So many at once, and one more each second: nobody comes near it with their hands. */
const BURST = 60;
const A_SECOND = 1;
/** After this a bucket is full again, so nothing need be known of it. */
const FILLED_MS = (BURST / A_SECOND) * 1_000;
const MOST = 50_000;

/** What someone in danger presses: never counted, never refused. */
const URGENT: ReadonlySet<string> = new Set<Verb>([
  'start',
  'alarmParty',
  'alarmMunicipality',
  'safe',
  'newDraft',
  'toPage',
  'backTo',
  'keepDraft',
  'tell',
  'send',
  'sendMunicipality',
  'contacts',
  'acknowledge',
  'raiseAcute',
]);

export const isUrgentPress = (verb: string): boolean => URGENT.has(verb);

/** Help, danger, 112 and the contact list, as they may be typed. */
export const isUrgentText = (text: string): boolean =>
  ['report', 'danger', 'contacts'].includes(parseMessage(text).kind);

interface Bucket {
  left: number;
  at: number;
  isTold: boolean;
}

/** A person's bucket of presses, filled by time. `told`: they have been asked to wait already. */
export function createRateLimit(realNow: RealClock) {
  const buckets = new LRUCache<string, Bucket>({
    max: MOST,
    ttl: FILLED_MS,
    ttlResolution: 0,
    perf: { now: realNow },
  });
  const filled = (bucket: Bucket, now: number): number =>
    Math.min(BURST, bucket.left + (Math.max(0, now - bucket.at) / 1_000) * A_SECOND);
  return {
    /** @param person or a group: each has a bucket of its own */
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

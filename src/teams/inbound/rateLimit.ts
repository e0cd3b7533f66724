import { readTyped } from '../../app/commands/parseMessage';
import type { RealClock } from '../../app/ports/runtime';
import type { PersonId } from '../../routine/model/contact';
import type { Verb } from '../../screens/actions';

/** So many at once, and one more each second: nobody comes near it with their hands. */
const BURST = 60;
const A_SECOND = 1;
/** From this many on, those who have their whole burst again are forgotten. */
const MANY = 1_000;

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
  ['report', 'danger', 'contacts'].includes(readTyped(text).kind);

interface Bucket {
  left: number;
  at: number;
  isTold: boolean;
}

/** A person's bucket of presses, filled by time. `told`: they have been asked to wait already. */
export function createRateLimit(realNow: RealClock) {
  const buckets = new Map<PersonId, Bucket>();
  const filled = (bucket: Bucket, now: number): number =>
    Math.min(BURST, bucket.left + (Math.max(0, now - bucket.at) / 1_000) * A_SECOND);
  const forget = (now: number) => {
    for (const [person, bucket] of buckets) if (filled(bucket, now) >= BURST) buckets.delete(person);
  };
  return {
    /** @param person or a group: each has a bucket of its own */
    take(person: PersonId | string): 'free' | 'over' | 'told' {
      const now = realNow();
      if (buckets.size >= MANY) forget(now);
      const before = buckets.get(person) ?? { left: BURST, at: now, isTold: false };
      const left = filled(before, now);
      const isFree = left >= 1;
      buckets.set(person, { left: isFree ? left - 1 : left, at: now, isTold: !isFree });
      return isFree ? 'free' : before.isTold ? 'told' : 'over';
    },
  };
}

export type RateLimit = ReturnType<typeof createRateLimit>;

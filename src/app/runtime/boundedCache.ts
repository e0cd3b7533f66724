import { LRUCache } from 'lru-cache';

/** How long a value is kept at most, by which clock, and whether it is kept anew when it is set again. See lru-cache. */
interface Keeping {
  ttl: number;
  ttlResolution: number;
  perf: { now(): number };
  noUpdateTTL?: boolean;
}

export type BoundedCache<Value extends {}> = LRUCache<string, Value>;

/**
 * A cache of at most so many values, which grows as it fills; without `keeping` they are kept as long as there is room.
 * lru-cache's own `max` takes all the room at once: megabytes a bot, most of them never used.
 */
export const boundedCache = <Value extends {}>(most: number, keeping?: Keeping): BoundedCache<Value> =>
  new LRUCache({ ...keeping, maxSize: most, sizeCalculation: () => 1 });

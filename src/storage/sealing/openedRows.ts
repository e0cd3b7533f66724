import { LRUCache } from 'lru-cache';
import type { Millis, RealClock } from '../../app/ports/runtime';

/** Characters of text held in all. */
const HELD = 8 * 1024 * 1024;
/** The time for which a text may be used: as long as a key is used unasked (see `DataKeys`). */
const HELD_FOR: Millis = 60_000;

interface Opened {
  etag: string;
  key: Uint8Array;
  plain: string;
  /** Real time until which it may be used. */
  until: Millis;
}

const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one === other || Buffer.compare(one, other) === 0;

/**
 * Texts of sealed rows as they were last opened, so that a row which nobody has written since is not opened again: an
 * incident has hundreds, and each action reads them all. Each is held by its ETag, which storage changes at every write, whoever
 * wrote, and for the key that opened it.
 */
export class OpenedRows {
  private readonly rows: LRUCache<string, Opened>;

  constructor(private readonly now: RealClock) {
    this.rows = new LRUCache({ maxSize: HELD, sizeCalculation: ({ plain }) => plain.length + 1 });
  }

  /** The text of a row, opened now if it is not held as it stands. */
  text(place: string, { etag, key }: { etag: unknown; key: Uint8Array }, open: () => string): string {
    if (typeof etag !== 'string') return open();
    const now = this.now();
    const held = this.rows.get(place);
    if (held && held.etag === etag && now < held.until && isSame(held.key, key)) return held.plain;
    const plain = open();
    this.rows.set(place, { etag, key, plain, until: now + HELD_FOR });
    return plain;
  }
}

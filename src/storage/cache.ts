import type { Millis, RealClock } from '../app/ports';

/** Keeps what was used last, for a while: bounded in number and in real time. */
export class ExpiringCache<V> {
  private readonly entries = new Map<string, { value: V; until: Millis }>();

  /** @param lifetime milliseconds of real time from when a value is set; use does not prolong it */
  constructor(
    private readonly capacity: number,
    private readonly lifetime: Millis,
    private readonly now: RealClock,
  ) {}

  get(key: string): V | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.entries.delete(key);
    if (entry.until <= this.now()) return undefined;
    this.entries.set(key, entry);
    return entry.value;
  }

  set(key: string, value: V): void {
    this.entries.delete(key);
    this.entries.set(key, { value, until: this.now() + this.lifetime });
    // A Map keeps the order in which keys were set, so the first is the one unused for longest.
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.capacity) return;
      this.entries.delete(oldest);
    }
  }

  clear(): void {
    this.entries.clear();
  }
}

import type { Millis, RealClock } from '../../app/ports/runtime';

/** Keeps what was used last, for a while: bounded in number and in real time. */
export class ExpiringCache<V> {
  private readonly entries = new Map<string, { value: V; until: Millis }>();

  /**
   * @param lifetime milliseconds of real time from when a value is set; use does not prolong it
   * @param overtime how long after that `late` still gives it
   */
  constructor(
    private readonly capacity: number,
    private readonly lifetime: Millis,
    private readonly now: RealClock,
    private readonly overtime: Millis = 0,
  ) {}

  get(key: string): V | undefined {
    const entry = this.entries.get(key);
    if (!entry) return undefined;
    this.entries.delete(key);
    if (entry.until + this.overtime <= this.now()) return undefined;
    this.entries.set(key, entry);
    return entry.until <= this.now() ? undefined : entry.value;
  }

  /** What is past its time, as long as its overtime lasts: for when there is no way to ask anew. */
  late(key: string): V | undefined {
    const entry = this.entries.get(key);
    return entry && entry.until + this.overtime > this.now() ? entry.value : undefined;
  }

  set(key: string, value: V): void {
    this.entries.delete(key);
    this.entries.set(key, { value, until: this.now() + this.lifetime });
    for (const [other, { until }] of this.entries)
      if (until + this.overtime <= this.now()) this.entries.delete(other);
    // A Map keeps the order in which keys were set, so the first is the one unused for longest.
    for (const oldest of this.entries.keys()) {
      if (this.entries.size <= this.capacity) return;
      this.entries.delete(oldest);
    }
  }

  delete(key: string): void {
    this.entries.delete(key);
  }

  clear(): void {
    this.entries.clear();
  }
}

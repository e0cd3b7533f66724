/** As many as a process works with in a day. */
const KEPT = 5_000;

/**
 * The highest revision that this process has seen of each subject. Revisions only rise, so a lower one is an older
 * state that somebody put back: its seal holds, for it was written by the bot once.
 */
export class Newest {
  private readonly revs = new Map<string, number>();

  /** Notes a revision that was read. */
  see(subject: string, rev: number): void {
    const highest = Math.max(rev, this.of(subject));
    this.revs.delete(subject);
    this.revs.set(subject, highest);
    const [oldest] = this.revs.keys();
    if (this.revs.size > KEPT && oldest !== undefined) this.revs.delete(oldest);
  }

  /** What a read that begins now must at least be. */
  of(subject: string): number {
    return this.revs.get(subject) ?? 0;
  }

  forget(): void {
    this.revs.clear();
  }
}

import type { Log, RealClock } from '../../../app/ports/runtime';

/** The shortest time between two log lines about refused calls, so that a flood does not fill the disk. */
const EACH_MS = 10_000;

/** Logs the first refused call, then at most one line in `EACH_MS` with how many were not logged. */
export function createTally(log: Log, realNow: RealClock) {
  let last = Number.NEGATIVE_INFINITY;
  let more = 0;
  return (why: string) => {
    if (realNow() - last < EACH_MS) {
      more++;
      return;
    }
    log.warn({ why, more }, 'turnedAway');
    last = realNow();
    more = 0;
  };
}

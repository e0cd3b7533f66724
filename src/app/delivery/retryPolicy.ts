import type { Deps } from '../deps';
import type { UpdateResult } from '../ports/messenger';
import type { Millis } from '../ports/runtime';

const SECOND = 1_000;
/** Longer than the longest send (see SEND_TIMEOUT_SECONDS) and what is written between claim and send. Real time. */
export const LEASE: Millis = 45 * SECOND;
const BACK_OFF: readonly Millis[] = [5, 30, 120, 600, 1_800, 3_600].map((seconds) => seconds * SECOND);
/** After this many failures somebody is asked to ring instead, and it is logged as an error; it is tried on all the same. */
export const RING_AFTER = 8;
/** A change of a card is given up after so many: the next notice posts a new one. */
export const GIVE_UP = 12;
/** A wait is up to this share shorter or longer, so that what failed together is not tried again together. */
const JITTER = 0.25;

/** The longest pause that a server is given, whatever it asks for: people wait. */
const LONGEST_PAUSE: Millis = 3_600 * SECOND;

/** How long the server asked to be left alone; 0: it did not. */
export const askedWait = (result: UpdateResult): Millis =>
  'retryAfter' in result ? Math.min(result.retryAfter ?? 0, LONGEST_PAUSE) : 0;

/** The earliest time at which something that was left undone is to be done. Routine time. */
export interface NextDue {
  due: Millis;
}

export const noteDue = (later: NextDue, due: Millis): void => {
  later.due = Math.min(later.due, due);
};

/** Real-time waits are counted from now in routine time: in production the two clocks are one. */
const inRealTime = (deps: Pick<Deps, 'now' | 'realNow'>, at: Millis): Millis =>
  deps.now().getTime() + Math.max(0, at - deps.realNow());

/** Whether something must wait until then (real time); if so, `later` is brought forward to it. */
export function mustWait(deps: Pick<Deps, 'now' | 'realNow'>, until: Millis, later: NextDue): boolean {
  if (until <= deps.realNow()) return false;
  noteDue(later, inRealTime(deps, until));
  return true;
}

/** A random number from -1 to 1. */
const chance = (deps: Pick<Deps, 'random'>): number => ((deps.random(1)[0] ?? 0) / 255) * 2 - 1;

/** The next try after so many failures: never before the server's own word. Real time. */
export function retryAt(
  deps: Pick<Deps, 'random' | 'realNow'>,
  failures: number,
  result: UpdateResult,
): Millis {
  const usual = BACK_OFF[Math.min(failures, BACK_OFF.length) - 1] ?? SECOND;
  return deps.realNow() + Math.round(Math.max(askedWait(result), usual * (1 + JITTER * chance(deps))));
}

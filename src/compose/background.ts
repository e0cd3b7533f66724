import type { Bot } from '../app/bot';
import type { Log, Millis, RealClock } from '../app/ports/runtime';
import { faultOf } from '../app/runtime/failures';
import { warmCards } from '../cards/adaptiveCard';

/** Work that is done again and again by itself. */
interface Job {
  work(): Promise<unknown>;
  /** The event of the log line when it fails. */
  failure: string;
  /** From the end of one run to the start of the next. */
  seconds: number;
  /** Until the first run; `seconds` unless given. */
  firstSeconds?: number;
}

/** Runs a job, never twice at once; the function that is returned stops it and waits for a run under way. */
function repeat({ work, failure, seconds, firstSeconds = seconds }: Job, log: Log): () => Promise<void> {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const run = () =>
    work()
      .catch((error: unknown) => log.error(faultOf(error), failure))
      .finally(() => !isStopped && schedule(seconds));
  const schedule = (wait: number) => {
    timer = setTimeout(() => {
      running = run();
    }, wait * 1_000);
  };
  schedule(firstSeconds);
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}

/** How often the keys that an alarm needs are fetched, in case the vault goes down. */
const WARM_SECONDS = 3_600;

export interface BackgroundWork {
  /** Left out, with the check: another process does both. */
  sweep?(): Promise<unknown>;
  check?(): Promise<unknown>;
  /** Fetches the keys that an alarm needs. */
  warm(): Promise<unknown>;
}

/**
 * Starts what the process does by itself; the function that is returned stops it. The check and the keys begin at once:
 * something may have been missed while no process ran.
 */
export function startBackground(
  { sweep, check, warm }: BackgroundWork,
  { SWEEP_SECONDS, DEADMAN_SECONDS }: Readonly<Record<'SWEEP_SECONDS' | 'DEADMAN_SECONDS', number>>,
  log: Log,
): () => Promise<void> {
  const jobs: Job[] = [
    ...(sweep ? [{ work: sweep, failure: 'sweepFailed', seconds: SWEEP_SECONDS }] : []),
    ...(check ? [{ work: check, failure: 'checkFailed', seconds: DEADMAN_SECONDS, firstSeconds: 0 }] : []),
    { work: warm, failure: 'warmFailed', seconds: WARM_SECONDS, firstSeconds: 0 },
  ];
  const stops = jobs.map((job) => repeat(job, log));
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

/** So long after the start it has said that it is ready; a press seldom comes sooner. */
const WARM_CARDS_AFTER: Millis = 1_000;

/** Loads what draws cards once the start is over; the function that is returned calls that off. */
export function drawSoon(): () => void {
  const timer = setTimeout(warmCards, WARM_CARDS_AFTER);
  return () => clearTimeout(timer);
}

/** `bot.begin()` until it has succeeded once: it fails while the vault is down, and the start does not wait for that. */
export function beginOnce(bot: Bot, log: Log): () => Promise<void> {
  let isBegun = false;
  return async () => {
    if (isBegun) return;
    await bot.begin().then(
      () => {
        isBegun = true;
      },
      (error: unknown) => log.error(faultOf(error), 'beginFailed'),
    );
  };
}

/** How long an answer of the tables counts, milliseconds: anyone may ask for readiness, as often as they like. */
const READY_FOR: Millis = 5_000;

/** The work at most once in `every` milliseconds; who asks in between gets the last result. */
export function throttled(
  work: () => Promise<void>,
  realNow: RealClock,
  every = READY_FOR,
): () => Promise<void> {
  let last: { at: Millis; result: Promise<void> } | undefined;
  return () => {
    // Also where the clock was set back: what was so before it says nothing of now.
    if (!last || Math.abs(realNow() - last.at) >= every) last = { at: realNow(), result: work() };
    return last.result;
  };
}

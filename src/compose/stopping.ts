import type { Log, Millis } from '../app/ports/runtime';
import { faultOf } from '../app/runtime/failures';

/** A stop never takes longer: App Service kills what has not ended by itself. */
const STOP_WITHIN: Millis = 9_500;

/** The parts of a stop: the work that ends, the process that it ends, and a clock. */
export interface Stopping {
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
  /** Ends the process with that code. */
  exit(code: number): void;
  /** Calls back after so long, unless the process has ended. */
  after(wait: Millis, late: () => void): void;
  log: Log;
}

/**
 * The effect of a signal to stop: it waits for work under way, at most `STOP_WITHIN`. What is cut off then is told again by the
 * next start, which is what the agenda is for. A second signal changes nothing.
 */
export function stopOnce({ stop, exit, after, log }: Stopping): () => void {
  let isStopping = false;
  return () => {
    if (isStopping) return;
    isStopping = true;
    after(STOP_WITHIN, () => {
      log.warn({}, 'stopCutShort');
      exit(1);
    });
    stop().then(
      () => {
        log.info({}, 'stopped');
        exit(0);
      },
      (error: unknown) => {
        log.error(faultOf(error), 'stopFailed');
        exit(1);
      },
    );
  };
}

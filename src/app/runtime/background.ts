import type { Deps } from '../deps';
import { faultOf } from './failures';

/** What goes on after an answer has been given: counted, so that a stop or a test can wait for it. */
export function background(deps: Deps) {
  const running = new Set<Promise<void>>();
  return {
    begin(work: () => Promise<unknown>): void {
      const run: Promise<void> = work()
        .then(() => undefined)
        .catch((error: unknown) => {
          deps.log.error(faultOf(error), 'backgroundFailed');
        })
        .finally(() => running.delete(run));
      running.add(run);
    },
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

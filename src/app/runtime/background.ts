import type { Deps } from '../deps';
import { orLogged } from './failures';

/** Work that goes on after an answer has been given: counted, so that a stop or a test can wait for it. */
export function background(deps: Pick<Deps, 'log'>) {
  const running = new Set<Promise<unknown>>();
  return {
    begin(work: () => Promise<unknown>): void {
      const run = orLogged(deps, work(), { event: 'backgroundFailed' }).finally(() => running.delete(run));
      running.add(run);
    },
    async idle(): Promise<void> {
      while (running.size > 0) await Promise.all(running);
    },
  };
}

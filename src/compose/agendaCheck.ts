import { type AgendaCheck, checkAgenda } from '../app/delivery/watchdog';
import type { Deps } from '../app/deps';

/** The dead-man check, and its last result for `/health/ready`. */
export function agendaCheck(deps: Deps, begun: () => Promise<void>) {
  let last: AgendaCheck | undefined;
  return {
    async check(): Promise<AgendaCheck> {
      await begun();
      last = await checkAgenda(deps);
      return last;
    },
    health: () => ({ ...(deps.isSweepOff ? { sweep: 'off' } : {}), ...(last ? { agenda: last } : {}) }),
  };
}

import { routineFault } from '../../routine/plan/version';
import type { Deps } from '../deps';
import { inParallel } from '../runtime/concurrency';
import { tryRead } from './loadIncident';

const AT_ONCE = 8;

/**
 * Open incidents that began with a routine which is not declared as it was: each kind of fault is an error in the log,
 * with how many incidents have it and how to mend it. Done once at the start.
 */
export async function checkRoutines(deps: Deps): Promise<void> {
  const faults = new Map<string, { event: string; incidents: number }>();
  await inParallel(await deps.index.open(), AT_ONCE, async ({ id }) => {
    const file = await tryRead(deps, id);
    const found = file?.incident.state === 'open' && routineFault(deps.municipality.versions, file.incident);
    if (!found) return;
    const { event, fault } = found;
    faults.set(fault, { event, incidents: (faults.get(fault)?.incidents ?? 0) + 1 });
  });
  for (const [fault, { event, incidents }] of faults) deps.log.error({ fault, incidents }, event);
}

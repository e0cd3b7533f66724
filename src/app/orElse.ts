import type { Deps } from './deps';
import { faultOf } from './fault';
import { KeysAway, StorageAway } from './ports';

/**
 * One row that cannot be read, for it was damaged or its key is gone, must not keep anybody from help or from the rest:
 * it is logged, and gone on without. What may be had in a moment is another matter.
 */
export const orElse = <T>(
  deps: Pick<Deps, 'log'>,
  incident: string,
  work: Promise<T>,
  instead: () => T,
): Promise<T> =>
  work.catch((error: unknown) => {
    if (error instanceof KeysAway || error instanceof StorageAway) throw error;
    deps.log.error({ incident, ...faultOf(error) }, 'unreadable');
    return instead();
  });

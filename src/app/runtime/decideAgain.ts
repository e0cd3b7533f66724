import type { SaveResult } from '../ports/delivery';

/** Each time another was quicker somebody got on, so only a fault comes this far. */
const TRIES = 40;

/** A save that was refused as often as it was tried: nothing was written. */
export class StillChanging extends Error {
  constructor() {
    super(`Changed by others ${TRIES} times while one change was decided.`);
  }
}

/**
 * The decision that was saved: reads, decides on what was read, and saves with the ETags of that read; from the start
 * again when another was quicker.
 * @param read undefined: there is nothing to decide on, and the result is undefined
 * @param decide undefined: there is nothing to save, and the result is undefined
 * @throws StillChanging when another was quicker each time
 */
export async function decideAgain<R, D>(
  read: () => Promise<R>,
  decide: (found: Exclude<R, undefined>) => D | Promise<D>,
  save: (found: Exclude<R, undefined>, decision: Exclude<D, undefined>) => Promise<SaveResult>,
): Promise<D | Extract<R, undefined>> {
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const found: R = await read();
    if (isAbsent(found)) return found;
    const decision: D = await decide(found as Exclude<R, undefined>);
    if (isAbsent(decision)) return decision;
    if ((await save(found as Exclude<R, undefined>, decision as Exclude<D, undefined>)) === 'saved')
      return decision;
  }
  throw new StillChanging();
}

const isAbsent = <T>(value: T): value is Extract<T, undefined> => value === undefined;

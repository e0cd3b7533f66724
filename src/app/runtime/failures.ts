import type { Deps } from '../deps';

/** The innermost lines of our own that failed. */
const whereOf = (error: Error): string =>
  (error.stack ?? '')
    .split('\n')
    .filter((line) => /\b(dist|src)[\\/]/.test(line) && !line.includes('node_modules'))
    .slice(0, 3)
    .map((line) => line.trim().replace(/\(.*[\\/](dist|src)[\\/]/, '('))
    .join(' < ');

/** An unexpected error as operators see it. `reason`: what went wrong, where nobody's data can stand in it. */
type Fault = { type: string; where: string; reason?: string };

/** The parts of an unexpected error that operators need, without its message: messages may hold data. Our own of storage hold none. */
export const faultOf = (error: unknown): Fault =>
  error instanceof Error
    ? {
        type: error.constructor.name,
        where: whereOf(error),
        ...(error instanceof StorageUnavailable ? { reason: error.message } : {}),
      }
    : { type: typeof error, where: '' };

/** The result of work; undefined where it failed, which is logged as an error `event` and holds up nothing else. */
export const orLogged = <T>(
  { log }: Pick<Deps, 'log'>,
  work: Promise<T>,
  { event, ...fields }: { event: string; incident?: string },
): Promise<T | undefined> =>
  work.catch((error: unknown) => {
    log.error({ ...fields, ...faultOf(error) }, event);
    return undefined;
  });

/* What cannot be read: for a moment, or ever. */

/** The keys cannot be had for now: what is stored is safe, and can be read again later. */
export class KeysUnavailable extends Error {}

/**
 * Storage did not answer, or refused: what was asked for may be there, and may be had in a moment. Its message is for
 * operators and is logged: table or container, what was done, Azure's code and how to mend it, never a row or a name.
 */
export class StorageUnavailable extends Error {}

/** Work that somebody in danger needs: it does not wait for keys, and goes on with `instead` without them. */
export const whenUnavailable = <T>(work: Promise<T>, instead: () => T): Promise<T> =>
  work.catch((error: unknown) => {
    if (error instanceof KeysUnavailable) return instead();
    throw error;
  });

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
    if (error instanceof KeysUnavailable || error instanceof StorageUnavailable) throw error;
    deps.log.error({ incident, ...faultOf(error) }, 'unreadable');
    return instead();
  });

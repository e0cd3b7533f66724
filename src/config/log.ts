import pino from 'pino';
import type { Log } from '../app/ports/runtime';
import { faultOf } from '../app/runtime/failures';

/** One JSON line an event on standard output: ids, codes and counts only, never a name or typed text. */
export function createLog(level: string): Log {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (fields, event) => log.info(fields, event),
    warn: (fields, event) => log.warn(fields, event),
    error: (fields, event) => log.error(fields, event),
  };
}

/** Where errors that nobody caught arrive: a process, or a test's stand-in for one. */
interface Process {
  on(event: 'unhandledRejection' | 'uncaughtException', listener: (error: unknown) => void): unknown;
  exit(code: number): void;
}

/** Errors that nobody caught become one line of the log each; after an exception nothing can be relied on, so the process ends. */
export function logUncaught(process: Process, log: Log): void {
  process.on('unhandledRejection', (error) => log.error(faultOf(error), 'unhandledRejection'));
  process.on('uncaughtException', (error) => {
    log.error(faultOf(error), 'uncaughtException');
    process.exit(1);
  });
}

import pino from 'pino';
import type { Log } from './app/ports';

/** One JSON line an event on standard output: ids, codes and counts only, never a name or typed text. */
export function createLog(level: string): Log {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (fields, event) => log.info(fields, event),
    warn: (fields, event) => log.warn(fields, event),
    error: (fields, event) => log.error(fields, event),
  };
}

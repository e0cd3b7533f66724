import pino from 'pino';
import type { Log } from '../app/ports/runtime';
import { faultOf } from '../app/runtime/failures';

/** The operators' log: one JSON line an event on standard output. `level`: pino's (`debug` … `silent`). */
export function createLog(level: string): Log {
  const log = pino({ level, base: null, timestamp: pino.stdTimeFunctions.isoTime });
  return {
    info: (fields, event) => log.info(fields, event),
    warn: (fields, event) => log.warn(fields, event),
    error: (fields, event) => log.error(fields, event),
  };
}

/** The part of Node's `process` that is used. */
interface Process {
  on(event: 'unhandledRejection' | 'uncaughtException', listener: (error: unknown) => void): unknown;
  exit(code: number): void;
}

/**
 * Logs an error that nobody caught, in one line, and ends the process: nothing can be relied on after it. Whoever runs the
 * process starts it anew, and the agenda has what was under way.
 */
export function logUncaught(process: Process, log: Log): void {
  for (const event of ['unhandledRejection', 'uncaughtException'] as const)
    process.on(event, (error) => {
      log.error(faultOf(error), event);
      process.exit(1);
    });
}

/** The oldest release of Node for production: major, minor. Sandbox and tests also run on 20.19 and later. */
const WANTED = [22, 15] as const;

/**
 * Warns in the log, in one line, when the bot runs in production on a Node that gets no security updates any more.
 * @param version as `process.versions.node` says it: `20.19.4`
 */
export function warnOfOldNode(version: string, log: Log): void {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const isOld = major < WANTED[0] || (major === WANTED[0] && minor < WANTED[1]);
  if (isOld) log.warn({ node: version, wanted: `${WANTED.join('.')} or later` }, 'nodeTooOld');
}

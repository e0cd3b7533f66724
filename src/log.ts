import pino from 'pino';
import { faultOf } from './app/fault';
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

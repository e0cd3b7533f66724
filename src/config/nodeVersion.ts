import type { Log } from '../app/ports/runtime';

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

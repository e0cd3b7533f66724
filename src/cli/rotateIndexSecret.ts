import { storageParts } from '../config/openStorage';
import { BadStart } from '../config/settings';
import { rotateIndexSecret } from '../storage/openRotation';
import { openTables } from '../storage/openTables';
import { runCommand } from './command';
import { verify } from './verify';

const USAGE =
  'NEW_INDEX_SECRET=… npm run rotate-index-secret -- --stopped (every bot is stopped, the slots too)';
const LEAST = 32;

/** The new secret, @throws {BadStart} */
function newSecret(text: string | undefined): Uint8Array {
  const bytes = Buffer.from(text ?? '', 'base64');
  if (text && /^[A-Za-z0-9+/_-]+={0,2}$/.test(text) && bytes.length >= LEAST) return bytes;
  throw new BadStart(
    `NEW_INDEX_SECRET: give at least ${LEAST} random bytes as base64 (openssl rand -base64 32): ${USAGE}`,
  );
}

/** The exit code. 0: all is written with the new secret. 1: it is, and something was wrong before or could not be moved. */
runCommand({ flags: ['stopped'], usage: USAGE }, async ({ config, has, brought, secret, say }) => {
  const next = newSecret(secret('NEW_INDEX_SECRET'));
  if (!has('stopped')) throw new BadStart(`Give ${USAGE}: --stopped is missing.`);
  const parts = storageParts(config, brought);
  const { rows, faults } = await rotateIndexSecret(parts, next);
  const { incidents, faults: found } = await verify(openTables({ ...parts, indexSecret: next }), []);
  for (const fault of new Set([...faults, ...found])) say(fault);
  say(
    `${rows} rows were written, ${incidents} incidents verified. Set INDEX_SECRET to the new secret, start the bot, and begin ` +
      'a new file of chainHeads lines. Keep the old secret for as long as there are backups from before (BACKUP_DAYS).',
  );
  return faults.length + found.length === 0 ? 0 : 1;
});

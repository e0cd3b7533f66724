import { SecretMark } from './maintenance/secretMark';
import { openAll, type TablesOptions } from './openTables';
import { publicKeyCache, TableSettings } from './repositories/tableSettings';
import type { Rotation } from './rotation/context';
import { rotateAll } from './rotation/rotate';
import { RotatingKeys } from './rotation/rotatingKeys';
import { Ids } from './sealing/pseudonyms';

/** The end of a rotation: rows that were written, and what could not be moved. */
export interface Rotated {
  rows: number;
  faults: string[];
}

/**
 * Writes the tables anew under another index secret.
 * @param next at least 32 random bytes
 * @throws Error when the secrets are not those of the tables, when somebody else writes, or storage or vault fail: then it
 * is begun again with the same secrets
 */
export async function rotateIndexSecret(options: TablesOptions, next: Uint8Array): Promise<Rotated> {
  const { wrap, indexSecret, random } = options;
  if (Buffer.from(indexSecret).equals(next))
    throw new Error('INDEX_SECRET and NEW_INDEX_SECRET are the same.');
  const tables = openAll(options);
  const [from, to] = [new Ids(indexSecret), new Ids(next)];
  const settings = new TableSettings(tables.settings);
  await new SecretMark(settings, from.mark).begin(to.mark);
  const rotation: Rotation = {
    ...{ tables, from, to, random, faults: [], persons: new Map(), count: { rows: 0 } },
    keys: new RotatingKeys({
      table: tables.keys,
      wrap: typeof wrap === 'function' ? wrap(publicKeyCache(settings, from.publicKey)) : wrap,
      from: from.keyRows,
      to: to.keyRows,
    }),
  };
  await rotateAll(rotation);
  await new SecretMark(settings, to.mark).write();
  return { rows: rotation.count.rows, faults: rotation.faults };
}

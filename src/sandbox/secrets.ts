import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { RandomBytes } from '../app/ports/runtime';
import { newWrappingKey } from '../storage/openTables';

/** The secrets that production keeps in a vault; here a file, for invented people only. */
export interface Secrets {
  wrappingKey: string;
  /** Base64. */
  indexSecret: string;
}

const make = async (random: RandomBytes): Promise<Secrets> => ({
  wrappingKey: await newWrappingKey(),
  indexSecret: Buffer.from(random(32)).toString('base64'),
});

/**
 * The secrets of a data folder, made at its first start. Rows cannot be read without them.
 * @param folder undefined: data in memory only, so the secrets are too
 */
export async function openSecrets(folder: string | undefined, random: RandomBytes): Promise<Secrets> {
  if (folder === undefined) return make(random);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'secrets.json');
  if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'));
  const secrets = await make(random);
  writeFileSync(file, JSON.stringify(secrets), { mode: 0o600 });
  return secrets;
}

import { readFileSync } from 'node:fs';
import { BadStart, type ProductionConfig } from './config';
import { azureIdentity, identityTables, vaultKey } from './storage/azure';
import {
  connectWithString,
  openTables,
  rsaWrap,
  succeeding,
  type Tables,
  type TablesOptions,
} from './storage/tables';

/** A file that a setting names. */
export function fileOf(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : 'cannot be read';
    throw new BadStart(`${setting} names a file that cannot be read: ${why}`);
  }
}

type Identity = ReturnType<typeof azureIdentity>;

/** What a start brings in. */
type Brought = Pick<TablesOptions, 'random' | 'realNow'>;

function wrapOf(
  config: ProductionConfig,
  { realNow }: Brought,
  identity: () => Identity,
): TablesOptions['wrap'] {
  const { KEY_VAULT_KEY_ID: keyId, WRAPPING_KEY_FILE: file = '', OLD_WRAPPING_KEY_FILE: oldFile } = config;
  const current = keyId ? vaultKey(keyId, identity(), realNow) : rsaWrap(fileOf('WRAPPING_KEY_FILE', file));
  if (!oldFile) return current;
  const old = rsaWrap(fileOf('OLD_WRAPPING_KEY_FILE', oldFile));
  return (kept) => succeeding(typeof current === 'function' ? current(kept) : current, old);
}

/**
 * Opens the storage that production's settings name. Nothing is read or written yet.
 * @param isTool run by an operator: with their own identity where there is no managed one
 */
export function openStorage(config: ProductionConfig, brought: Brought, isTool = false): Tables {
  const isMsi = config.MicrosoftAppType === 'UserAssignedMsi' && !isTool;
  let made: Identity | undefined;
  const identity = () => {
    made ??= azureIdentity(isMsi ? config.MicrosoftAppId : undefined);
    return made;
  };
  const { TABLES_ENDPOINT: endpoint, TABLES_CONNECTION_STRING: string = '' } = config;
  return openTables({
    connect: endpoint ? identityTables(endpoint, identity()) : connectWithString(string),
    wrap: wrapOf(config, brought, identity),
    indexSecret: Buffer.from(config.INDEX_SECRET, 'base64'),
    ...brought,
  });
}

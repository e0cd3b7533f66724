import { readFileSync } from 'node:fs';
import { openTables, type Tables, type TablesOptions } from '../storage/openTables';
import { azureIdentity, identityTables, vaultKey } from '../storage/production';
import { BadStart, type ProductionConfig } from './settings';

/** The text of a file that a setting names. @throws BadStart when it cannot be read */
export function fileOf(setting: string, file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const why = error instanceof Error ? error.message : 'cannot be read';
    throw new BadStart(`${setting} names a file that cannot be read: ${why}`);
  }
}

type Identity = ReturnType<typeof azureIdentity>;

/** Chance and clock, from the program. */
type Brought = Pick<TablesOptions, 'random' | 'realNow'>;

/**
 * The storage that production's settings name. Nothing is read or written yet.
 * @param isTool run by an operator, with their own identity where there is no managed one
 */
export function openStorage(config: ProductionConfig, brought: Brought, isTool = false): Tables {
  const isMsi = config.MicrosoftAppType === 'UserAssignedMsi' && !isTool;
  let made: Identity | undefined;
  const identity = () => {
    made ??= azureIdentity(isMsi ? config.MicrosoftAppId : undefined);
    return made;
  };
  return openTables({
    connect: identityTables(config.TABLES_ENDPOINT, identity()),
    wrap: vaultKey(config.KEY_VAULT_KEY_ID, identity(), brought.realNow),
    indexSecret: Buffer.from(config.INDEX_SECRET, 'base64'),
    ...brought,
  });
}

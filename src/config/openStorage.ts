import { readFileSync } from 'node:fs';
import type { Log } from '../app/ports/runtime';
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

/** Chance, clock and log, from the program. */
type Brought = Pick<TablesOptions, 'random' | 'realNow'> & { log?: Log };

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
    wrap: vaultKey(config.KEY_VAULT_KEY_ID, identity(), brought),
    indexSecret: Buffer.from(config.INDEX_SECRET, 'base64'),
    ...brought,
  });
}

/**
 * Checks that the bot may use every table. It makes none: its rights end at the rows of tables that are there. Storage that
 * does not answer is logged and stops no start: who asks for help then is still told whom to ring.
 * @throws BadStart that names each table that is missing or forbidden, with the mend
 */
export async function assertTables(tables: Pick<Tables, 'faults'>, log: Log): Promise<void> {
  const faults = await tables.faults();
  const lasting = faults.filter(({ isLasting }) => isLasting);
  if (lasting.length > 0)
    throw new BadStart(`The tables are not ready:\n${lasting.map(({ text }) => `  ${text}`).join('\n')}`);
  if (faults.length > 0) log.error({ tables: faults.length }, 'tablesSilent');
}

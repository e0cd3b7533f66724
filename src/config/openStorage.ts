import { readFileSync } from 'node:fs';
import type { Log } from '../app/ports/runtime';
import { faultOf } from '../app/runtime/failures';
import {
  connectWithString,
  containersWithString,
  openTables,
  type Tables,
  type TablesOptions,
} from '../storage/openTables';
import { azureIdentity, identityContainers, identityTables, vaultKey } from '../storage/production';
import { BadStart, type ProductionConfig, type ToolConfig } from './settings';

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
type Brought = Pick<TablesOptions, 'random' | 'realNow' | 'telemetry'> & { log?: Log };

/**
 * The storage that production's settings name. Nothing is read or written yet.
 * @param config the bot's, or that of an operator's command, which has the operator's own identity
 */
export function openStorage(config: ProductionConfig | ToolConfig, brought: Brought): Tables {
  const isMsi = 'MicrosoftAppType' in config && config.MicrosoftAppType === 'UserAssignedMsi';
  let made: Identity | undefined;
  const identity = () => {
    made ??= azureIdentity(isMsi ? config.MicrosoftAppId : undefined);
    return made;
  };
  return openTables({
    connect: identityTables(config.TABLES_ENDPOINT, identity()),
    containers: identityContainers(config.BLOBS_ENDPOINT, identity()),
    wrap: vaultKey(config.KEY_VAULT_KEY_ID, identity(), brought),
    indexSecret: Buffer.from(config.INDEX_SECRET, 'base64'),
    ...brought,
  });
}

const SECRET_FAULTS = {
  another:
    'INDEX_SECRET is another than the tables are written with: nothing in them would be found. Give the one that was used, ' +
    'or the new one of the last rotation.',
  rotating:
    'A rotation of INDEX_SECRET was begun and has not come to its end: run npm run rotate-index-secret again, with the same ' +
    'two secrets, before any bot starts.',
} as const;

/**
 * Checks that the tables are written with this start's index secret. Storage that does not answer stops no start.
 * @throws BadStart when they are written with another, or are just being written anew
 */
export async function assertSecret(tables: Pick<Tables, 'secret'>, log: Log): Promise<void> {
  const standing = await tables.secret().catch((error: unknown) => {
    log.warn(faultOf(error), 'secretUnchecked');
    return 'ours' as const;
  });
  if (standing === 'another' || standing === 'rotating') throw new BadStart(SECRET_FAULTS[standing]);
}

/** The parts of the bot's own storage, for a rotation of its index secret. */
export function storageParts(config: ToolConfig, brought: Brought): TablesOptions {
  const identity = azureIdentity(undefined);
  return {
    connect: identityTables(config.TABLES_ENDPOINT, identity),
    containers: identityContainers(config.BLOBS_ENDPOINT, identity),
    wrap: vaultKey(config.KEY_VAULT_KEY_ID, identity, brought),
    indexSecret: Buffer.from(config.INDEX_SECRET, 'base64'),
    ...brought,
  };
}

/** A connection string of Azurite, on this machine or the next: its key is public, so nobody keeps real rows there. */
const isAzurite = (text: string): boolean =>
  /UseDevelopmentStorage=true|AccountName=devstoreaccount1;/.test(text);

/** The address of the blobs of an account, by that of its tables. */
const blobsBeside = (tables: string): string => tables.replace('.table.', '.blob.');

/**
 * Other tables with the same keys, for whoever tries a backup. Nothing is read or written yet.
 * @param into the https address of another account, or a connection string of Azurite
 * @throws BadStart when it is neither, or the bot's own account
 */
export function openElsewhere(config: ToolConfig, brought: Brought, into: string): Tables {
  const isAddress = URL.canParse(into) && new URL(into).protocol === 'https:';
  if (!isAddress && !isAzurite(into))
    throw new BadStart('Give the https address of an empty account, or a connection string of Azurite.');
  if (isAddress && new URL(into).host === new URL(config.TABLES_ENDPOINT).host)
    throw new BadStart('That is the account that the bot uses (TABLES_ENDPOINT): give an empty one.');
  const identity = azureIdentity(undefined);
  return openTables({
    connect: isAddress ? identityTables(into, identity) : connectWithString(into),
    containers: isAddress ? identityContainers(blobsBeside(into), identity) : containersWithString(into),
    wrap: vaultKey(config.KEY_VAULT_KEY_ID, identity, brought),
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

/**
 * Names what keeps the bot from its container of files, missing or forbidden, in the operators' log. It stops no start:
 * whoever asks for help is heard without it, and told that files cannot be taken now.
 */
export async function noteFileFaults(tables: Pick<Tables, 'fileFaults'>, log: Log): Promise<void> {
  const faults = await tables.fileFaults().catch((error: unknown) => [{ text: faultOf(error).type }]);
  for (const { text } of faults) log.error({ fault: text }, 'filesUnready');
}

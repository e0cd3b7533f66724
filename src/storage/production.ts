import { DefaultAzureCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';
import type { Log, RealClock } from '../app/ports/runtime';
import { connectWithIdentity } from './azure/connect';
import { containersWithIdentity } from './blobs/azureContainer';
import type { TablesOptions } from './openTables';
import { laterWrap } from './sealing/keyWrap';

/** Production's own parts, apart from the rest: the sandbox and the tests load no Azure identity. */

/** @param clientId of a user-assigned identity; undefined: whatever the machine has, also an operator's `az login` */
export const azureIdentity = (clientId: string | undefined): TokenCredential =>
  clientId === undefined ? new DefaultAzureCredential() : new ManagedIdentityCredential({ clientId });

export const identityTables = (endpoint: string, credential: TokenCredential): TablesOptions['connect'] =>
  connectWithIdentity(endpoint, credential);

export const identityContainers = (
  endpoint: string,
  credential: TokenCredential,
): TablesOptions['containers'] => containersWithIdentity(endpoint, credential);

/** The wrapping key in Key Vault. The vault's SDK is loaded when a key is first needed, not before the bot listens. */
export const vaultKey =
  (
    keyId: string,
    credential: TokenCredential,
    { realNow, log }: { realNow: RealClock; log?: Log },
  ): TablesOptions['wrap'] =>
  (kept) =>
    laterWrap(() => {
      const { VaultWrap } = require('./sealing/keyVaultWrap') as typeof import('./sealing/keyVaultWrap');
      return new VaultWrap({ keyId, credential, kept, realNow, ...(log ? { log } : {}) });
    });

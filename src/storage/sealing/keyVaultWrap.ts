import { createPublicKey, type KeyObject } from 'node:crypto';
import { Agent } from 'node:https';
import type { TokenCredential } from '@azure/identity';
import { CryptographyClient, KeyClient, type KeyVaultKey } from '@azure/keyvault-keys';
import type { Log, Millis, RealClock } from '../../app/ports/runtime';
import { callPolicy } from '../azure/connect';
import { type KeyWrap, VaultDown, type Wrapped, wrapWith } from './keyWrap';

/** The text beside a wrapped key: the key's name and version. */
const VERSION = /^([A-Za-z0-9-]+)\.([A-Za-z0-9]+)$/;
const ALGORITHM = 'RSA-OAEP-256';
/** A press is to be answered within five seconds, and may need two keys. */
const TIMEOUT_MS = 2_000;
/** How often the vault is asked for a newer version of the key. */
const CURRENT_FOR: Millis = 3_600_000;
/** After a failure it is not asked again at once: with a public key at hand nobody waits for it. */
const ASK_AGAIN: Millis = 30_000;

/** Where the public half is kept between starts, so that it is at hand when the vault is down. */
export interface KeptText {
  read(): Promise<string | undefined>;
  write(text: string): Promise<void>;
}

export interface VaultOptions {
  /** `https://<vault>.vault.azure.net/keys/<name>`, with or without a version. */
  keyId: string;
  credential: TokenCredential;
  kept: KeptText;
  realNow: RealClock;
  /** Told of what the vault refuses (`vaultRefused`) and of silence (`vaultSilent`), once in half a minute. */
  log?: Pick<Log, 'error'>;
  agent?: Agent;
  timeout?: number;
}

interface Public {
  version: string;
  key: KeyObject;
}

/** A key's address in parts. @throws when it is none */
export const keyParts = (keyId: string): { vault: string; name: string; version: string | undefined } => {
  const url = URL.canParse(keyId) ? new URL(keyId) : undefined;
  const [, keys, name, version, ...rest] = url?.pathname.split('/') ?? [];
  if (url?.protocol === 'https:' && keys === 'keys' && name && rest.length === 0)
    return { vault: url.origin, name, version: version || undefined };
  throw new Error('A key in Key Vault is named by https://<vault>.vault.azure.net/keys/<name>[/<version>].');
};

const jwkOf = ({ key }: KeyVaultKey) => ({
  kty: 'RSA',
  n: Buffer.from(key?.n ?? []).toString('base64url'),
  e: Buffer.from(key?.e ?? []).toString('base64url'),
});

const publicOf = (version: string, jwk: ReturnType<typeof jwkOf>): Public => ({
  version,
  key: createPublicKey({ key: jwk, format: 'jwk' }),
});

/** No answer, too busy, or broken: not a refusal. */
const isDown = (error: unknown): boolean => {
  const status = typeof error === 'object' && error !== null && 'statusCode' in error && error.statusCode;
  return typeof status !== 'number' || status === 429 || status >= 500;
};

/** Neither request nor response is kept: they hold tokens and keys. */
const failure = (doing: string, error: unknown): Error =>
  isDown(error)
    ? new VaultDown(`Key Vault did not answer when it should ${doing}.`)
    : new Error(
        `Key Vault refused to ${doing}: the bot's identity needs the role Key Vault Crypto Service Encryption User on the key, ` +
          'and the version must be enabled.',
      );

/**
 * A key in Azure Key Vault. Wrapping is done here with the public half; unwrapping in the vault, which never gives the
 * private half away. A key's row names only name and version: which vault is asked, the settings say.
 */
export class VaultWrap implements KeyWrap {
  private readonly parts: ReturnType<typeof keyParts>;
  private readonly options: object;
  private readonly keys: KeyClient;
  private current: Public | undefined;
  private askAt: Millis = 0;
  /** When it was asked last, and when it last answered. */
  private triedAt: Millis = Number.NEGATIVE_INFINITY;
  private fetchedAt: Millis = Number.NEGATIVE_INFINITY;
  private asking: Promise<Public> | undefined;
  /** Till then the vault is taken to be down: a press must not wait for it once a key. */
  private downUntil: Millis = 0;
  private quietUntil: Millis = 0;

  constructor(private readonly vault: VaultOptions) {
    this.parts = keyParts(vault.keyId);
    const agent = vault.agent ?? new Agent({ keepAlive: true });
    this.options = {
      retryOptions: { maxRetries: 1, retryDelayInMs: 200, maxRetryDelayInMs: 1_000 },
      additionalPolicies: [callPolicy(agent, vault.timeout ?? TIMEOUT_MS)],
    };
    this.keys = new KeyClient(this.parts.vault, vault.credential, this.options);
  }

  async version(): Promise<string> {
    return (await this.publicKey()).version;
  }

  async wrap(key: Uint8Array): Promise<Wrapped> {
    const current = await this.publicKey();
    return { bytes: wrapWith(current.key, key), version: current.version };
  }

  async unwrap({ bytes, version }: Wrapped): Promise<Uint8Array> {
    const [, name, of] = VERSION.exec(version) ?? [];
    if (!name || !of)
      throw new Error('A wrapped key names no key of a vault: was it wrapped by another bot?');
    const client = new CryptographyClient(
      `${this.parts.vault}/keys/${name}/${of}`,
      this.vault.credential,
      this.options,
    );
    if (this.vault.realNow() < this.downUntil) throw failure('unwrap a key', undefined);
    try {
      return (await client.unwrapKey(ALGORITHM, bytes)).result;
    } catch (error) {
      if (isDown(error)) this.downUntil = this.vault.realNow() + ASK_AGAIN;
      this.note('unwrap', error);
      throw failure('unwrap a key', error);
    }
  }

  private note(doing: string, error: unknown): void {
    const now = this.vault.realNow();
    if (now < this.quietUntil) return;
    this.quietUntil = now + ASK_AGAIN;
    this.vault.log?.error({ doing }, isDown(error) ? 'vaultSilent' : 'vaultRefused');
  }

  /** Only a version that was there before the current one was asked for is older. */
  async isOld(version: string): Promise<boolean> {
    const now = this.vault.realNow();
    const isKnown = version === this.current?.version && now < this.askAt;
    if (isKnown) return false;
    // Asked after the vault has unwrapped something, so it answers; but it may refuse this, and then not at each key.
    if (now - this.triedAt > ASK_AGAIN) await this.fetch().catch(() => undefined);
    return this.fetchedAt >= now - ASK_AGAIN && version !== this.current?.version;
  }

  /**
   * The public key as it is known; asked for anew behind the back of whoever needs it. After a start, the one that was
   * kept.
   */
  private async publicKey(): Promise<Public> {
    const isFresh = this.vault.realNow() < this.askAt;
    if (this.current && isFresh) return this.current;
    const asked = this.fetch();
    if (this.current) {
      asked.catch(() => undefined);
      return this.current;
    }
    try {
      return await asked;
    } catch (error) {
      this.current ??= await this.keptKey();
      if (this.current) return this.current;
      throw failure('give its public key', error);
    }
  }

  /** One at a time. */
  private fetch(): Promise<Public> {
    const now = this.vault.realNow();
    this.triedAt = now;
    this.asking ??= this.fetched()
      .then(
        (fresh) => {
          this.askAt = now + CURRENT_FOR;
          this.fetchedAt = now;
          this.current = fresh;
          return fresh;
        },
        (error: unknown) => {
          this.askAt = now + ASK_AGAIN;
          this.note('publicKey', error);
          throw error;
        },
      )
      .finally(() => {
        this.asking = undefined;
      });
    return this.asking;
  }

  private async fetched(): Promise<Public> {
    const { name, version } = this.parts;
    const found = await this.keys.getKey(name, version === undefined ? {} : { version });
    const jwk = jwkOf(found);
    const fresh = publicOf(`${name}.${found.properties.version ?? ''}`, jwk);
    if (fresh.version !== this.current?.version) {
      const text = JSON.stringify({ keyId: this.vault.keyId, version: fresh.version, jwk });
      // Only for the next start: without it that one needs the vault.
      await this.vault.kept.write(text).catch(() => undefined);
    }
    return fresh;
  }

  private async keptKey(): Promise<Public | undefined> {
    const text = await this.vault.kept.read();
    if (text === undefined) return undefined;
    const { keyId, version, jwk } = JSON.parse(text);
    return keyId === this.vault.keyId ? publicOf(version, jwk) : undefined;
  }
}

import {
  constants,
  createHash,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  type KeyObject,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto';
import { promisify } from 'node:util';

/** A wrapped data key, and the version of the wrapping key that wrapped it. */
export interface Wrapped {
  bytes: Uint8Array;
  /** A code that stands open beside it. */
  version: string;
}

/** Wraps the data keys, so that the tables alone are of no use: in production a key in Key Vault. */
export interface KeyWrap {
  /** The version that wraps now: what an older one has wrapped is wrapped anew when it is used. */
  version(): Promise<string>;
  /**
   * Whether a version is surely older than the one that wraps now. One that is not known may be newer: another process
   * has heard of it first.
   */
  isOld(version: string): Promise<boolean>;
  /** Needs only the public key, so that a report can be saved while the vault is down. */
  wrap(key: Uint8Array): Promise<Wrapped>;
  unwrap(wrapped: Wrapped): Promise<Uint8Array>;
}

/** The vault did not answer, or is down: the key is right, it will work later. */
export class VaultDown extends Error {}

const OAEP = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };

/** RSA-OAEP-256 with the public half. */
export const wrapWith = (key: KeyObject, data: Uint8Array): Uint8Array =>
  publicEncrypt({ ...OAEP, key }, data);

/** A key at hand has no version of its own: its fingerprint is one. */
const fingerprint = (key: KeyObject): string =>
  `file.${createHash('sha256')
    .update(key.export({ type: 'spki', format: 'der' }))
    .digest('base64url')
    .slice(0, 22)}`;

/**
 * RSA-OAEP-256 with a key at hand (a file, or the tests).
 * @param pem a private key (wraps and unwraps) or a public one (wraps only)
 */
export const rsaWrap = (pem: string): KeyWrap => {
  const publicKey = createPublicKey(pem);
  const privateKey = pem.includes('PRIVATE KEY') ? createPrivateKey(pem) : undefined;
  const version = fingerprint(publicKey);
  return {
    version: async () => version,
    isOld: async (other) => other !== version,
    wrap: async (key) => ({ bytes: wrapWith(publicKey, key), version }),
    unwrap: async ({ bytes }) => {
      if (privateKey) return privateDecrypt({ ...OAEP, key: privateKey }, bytes);
      throw new Error(
        'Only the public half of the wrapping key is here: give rsaWrap the private key, or unwrap in the vault.',
      );
    },
  };
};

/** A new wrapping key as PEM (PKCS 8), for the sandbox's file. Production makes its key in Key Vault. */
export const newWrappingKey = async (): Promise<string> => {
  const { privateKey } = await promisify(generateKeyPair)('rsa', { modulusLength: 3072 });
  return privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
};

/** A wrap that is made when it is first used. */
export function laterWrap(make: () => KeyWrap): KeyWrap {
  let made: KeyWrap | undefined;
  const wrap = () => {
    made ??= make();
    return made;
  };
  return {
    version: async () => wrap().version(),
    isOld: async (version) => wrap().isOld(version),
    wrap: async (key) => wrap().wrap(key),
    unwrap: async (wrapped) => wrap().unwrap(wrapped),
  };
}

import {
  constants,
  createPrivateKey,
  createPublicKey,
  generateKeyPair,
  privateDecrypt,
  publicEncrypt,
} from 'node:crypto';
import { promisify } from 'node:util';

/** Wraps the data keys, so that the tables alone are of no use: in production a key in Key Vault. */
export interface KeyWrap {
  /** Needs only the public key, so that a report can be saved while the vault is down. */
  wrap(key: Uint8Array): Promise<Uint8Array>;
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>;
}

const OAEP = { padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' };

/**
 * RSA-OAEP-256 with a key at hand (the sandbox, tests, or the public half of a vault's key).
 * @param pem a private key (wraps and unwraps) or a public one (wraps only)
 */
export const rsaWrap = (pem: string): KeyWrap => {
  const publicKey = createPublicKey(pem);
  const privateKey = pem.includes('PRIVATE KEY') ? createPrivateKey(pem) : undefined;
  return {
    wrap: async (key) => publicEncrypt({ ...OAEP, key: publicKey }, key),
    unwrap: async (wrapped) => {
      if (privateKey) return privateDecrypt({ ...OAEP, key: privateKey }, wrapped);
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

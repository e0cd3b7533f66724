import { createCipheriv, createDecipheriv } from 'node:crypto';
import type { RandomBytes } from '../../app/ports/runtime';

const ALGORITHM = 'aes-256-gcm';
const FORMAT = 1;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEADER_BYTES = 1 + NONCE_BYTES;

/** A sealed row that was changed, moved to another place, or sealed with another key. */
export class SealBroken extends Error {}

/**
 * Seals bytes with AES-256-GCM and a random 96-bit nonce.
 * @param bound what the seal also vouches for, without hiding it: the place of the row and its open part
 * @returns one byte of format, the nonce, the sealed bytes, the tag
 */
export const seal = (
  key: Uint8Array,
  plain: Uint8Array,
  { bound, random }: { bound: string; random: RandomBytes },
): Uint8Array => {
  const nonce = random(NONCE_BYTES);
  const cipher = createCipheriv(ALGORITHM, key, nonce);
  cipher.setAAD(Buffer.from(bound));
  return Buffer.concat([Buffer.of(FORMAT), nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
};

/** @throws {SealBroken} when anything at all differs from what was sealed. */
export const unseal = (key: Uint8Array, blob: Uint8Array, bound: string): Uint8Array => {
  if (blob.length < HEADER_BYTES + TAG_BYTES || blob[0] !== FORMAT) {
    throw new SealBroken('A sealed blob has an unknown format: it was cut, or written by newer code.');
  }
  const decipher = createDecipheriv(ALGORITHM, key, blob.subarray(1, HEADER_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(Buffer.from(bound));
  decipher.setAuthTag(blob.subarray(blob.length - TAG_BYTES));
  const plain = decipher.update(blob.subarray(HEADER_BYTES, blob.length - TAG_BYTES));
  try {
    return Buffer.concat([plain, decipher.final()]);
  } catch {
    throw new SealBroken(
      'A seal does not hold: the row was changed outside the bot, moved from another place, or sealed with another key. ' +
        'Compare with the latest export.',
    );
  }
};

/** Undefined for a row that was changed outside the bot. */
export function tryOpen<T>(open: () => T): T | undefined {
  try {
    return open();
  } catch (error) {
    if (error instanceof SealBroken) return undefined;
    throw error;
  }
}

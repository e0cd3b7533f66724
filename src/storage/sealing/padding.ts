const KIB = 1024;
const STEPS = [256, KIB, 4 * KIB, 16 * KIB, 32 * KIB] as const;
const LAST_STEP = 32 * KIB;
const LENGTH_BYTES = 4;

/** Bytes that so many are padded to: 256 B, 1, 4, 16 or 32 KiB, then whole multiples of 32 KiB. */
const stepFor = (bytes: number): number =>
  STEPS.find((step) => bytes <= step) ?? Math.ceil(bytes / LAST_STEP) * LAST_STEP;

/** The bytes behind their length (32 bits), filled up with zeros to a step: a sealed length tells little. */
export const pad = (plain: Uint8Array): Uint8Array => {
  const padded = Buffer.alloc(stepFor(LENGTH_BYTES + plain.length));
  padded.writeUInt32BE(plain.length);
  padded.set(plain, LENGTH_BYTES);
  return padded;
};

/** The bytes that were padded. Only for bytes whose seal held, so the length is ours. */
export const unpad = (padded: Uint8Array): Uint8Array => {
  const length = Buffer.from(padded.buffer, padded.byteOffset, LENGTH_BYTES).readUInt32BE();
  return padded.subarray(LENGTH_BYTES, LENGTH_BYTES + length);
};

/** A property may hold 64 KiB; the rest is margin. */
export const CHUNK_BYTES = 60 * 1024;

type Properties = Record<string, unknown>;

/** Cuts bytes into properties `sealed0`, `sealed1` ... of at most 60 KiB. */
export const cutBytes = (name: string, bytes: Uint8Array): Properties => {
  const chunks: Properties = {};
  for (let start = 0; start < bytes.length; start += CHUNK_BYTES) {
    chunks[name + start / CHUNK_BYTES] = bytes.subarray(start, start + CHUNK_BYTES);
  }
  return chunks;
};

/** The chunks of one name, in their order. */
const chunksOf = (name: string, properties: Properties): unknown[] => {
  const found: unknown[] = [];
  while (properties[name + found.length] !== undefined) found.push(properties[name + found.length]);
  return found;
};

/** Text in properties `open0`, `open1` ..., as release 0.1 wrote it. */
export const joinText = (name: string, properties: Properties): string => chunksOf(name, properties).join('');

/** Bytes that were cut by `cutBytes`. */
export const joinBytes = (name: string, properties: Properties): Uint8Array =>
  Buffer.concat(chunksOf(name, properties).filter((chunk) => chunk instanceof Uint8Array));

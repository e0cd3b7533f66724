/** A property may hold 64 KiB; the rest is margin. */
export const CHUNK_BYTES = 60 * 1024;
/** Strings are counted as UTF-16, two bytes each. */
const CHUNK_CHARACTERS = CHUNK_BYTES / 2;

type Properties = Record<string, unknown>;

const isHighSurrogate = (text: string, at: number) => {
  const unit = text.charCodeAt(at);
  return unit >= 0xd800 && unit <= 0xdbff;
};

/** Cuts text into properties `open0`, `open1` ..., never inside a character. */
export const cutText = (name: string, text: string): Properties => {
  const chunks: Properties = {};
  let start = 0;
  do {
    let end = Math.min(start + CHUNK_CHARACTERS, text.length);
    if (end < text.length && isHighSurrogate(text, end - 1)) end -= 1;
    chunks[name + Object.keys(chunks).length] = text.slice(start, end);
    start = end;
  } while (start < text.length);
  return chunks;
};

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

export const joinText = (name: string, properties: Properties): string => chunksOf(name, properties).join('');

export const joinBytes = (name: string, properties: Properties): Uint8Array =>
  Buffer.concat(chunksOf(name, properties).filter((chunk) => chunk instanceof Uint8Array));

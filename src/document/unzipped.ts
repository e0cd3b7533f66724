import { inflateRawSync } from 'node:zlib';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const STORED = 0;

/** Where a zip file's list of parts begins; undefined: it is no zip file. */
function listAt(bytes: Buffer): number | undefined {
  for (let at = bytes.length - 22; at >= 0; at--)
    if (bytes.readUInt32LE(at) === END) return bytes.readUInt32LE(at + 16);
  return undefined;
}

/** A part of a Word file as text, by its path in it; undefined: there is none, or it is no such file. */
export function partIn(file: Uint8Array, path: string): string | undefined {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  let at = listAt(bytes);
  while (at !== undefined && at + 46 <= bytes.length && bytes.readUInt32LE(at) === ENTRY) {
    const [name, extra, comment] = [28, 30, 32].map((one) => bytes.readUInt16LE((at ?? 0) + one));
    const end = at + 46 + (name ?? 0);
    if (bytes.toString('utf8', at + 46, end) === path) {
      const local = bytes.readUInt32LE(at + 42);
      const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
      const packed = bytes.subarray(from, from + bytes.readUInt32LE(at + 20));
      return (bytes.readUInt16LE(at + 10) === STORED ? packed : inflateRawSync(packed)).toString('utf8');
    }
    at = end + (extra ?? 0) + (comment ?? 0);
  }
  return undefined;
}

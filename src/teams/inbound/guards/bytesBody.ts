import type { IncomingMessage } from 'node:http';

/** Reads a body of any bytes, at most so many. Not a compressed one: it could unpack to any size. */
export async function readBytes(
  request: IncomingMessage,
  most: number,
): Promise<Uint8Array | 'tooBig' | 'notArrived'> {
  if (request.headers['content-encoding']) return 'notArrived';
  if (Number(request.headers['content-length'] ?? 0) > most) return 'tooBig';
  const parts: Buffer[] = [];
  let size = 0;
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > most) return 'tooBig';
      parts.push(part);
    }
  } catch {
    // The connection was cut: there is nobody to answer.
    return 'notArrived';
  }
  return Buffer.concat(parts);
}

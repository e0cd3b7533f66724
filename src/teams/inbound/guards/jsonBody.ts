import type { IncomingMessage } from 'node:http';

/** Bytes of the largest body that is read. */
const MOST_BYTES = 262_144;
/** Levels of nesting that are read. Cards have about five; code that recurses over a body must not run out of stack. */
const DEEPEST = 32;

/** Milliseconds in which a JSON body must have come: only a file may take longer. */
const MOST_MS = 20_000;

/** A request's body, or the status to refuse it with. */
export type Body = { kind: 'read'; value: unknown } | { kind: 'refused'; status: 400 | 413 | 415 };

/** Whether brackets outside of strings nest deeper than `DEEPEST`. */
function isTooDeep(text: string): boolean {
  let depth = 0;
  let isInText = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isInText) {
      if (sign === '\\') at++;
      else if (sign === '"') isInText = false;
    } else if (sign === '"') isInText = true;
    else if (sign === '{' || sign === '[') {
      depth++;
      if (depth > DEEPEST) return true;
    } else if (sign === '}' || sign === ']') depth--;
  }
  return false;
}

/** Keys that can change an object's prototype when it is copied. */
const POISON: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

function parse(text: string): Body {
  if (isTooDeep(text)) return { kind: 'refused', status: 400 };
  try {
    return {
      kind: 'read',
      value: JSON.parse(text, (key, value: unknown) => (POISON.has(key) ? undefined : value)),
    };
  } catch {
    return { kind: 'refused', status: 400 };
  }
}

const isJson = (request: IncomingMessage): boolean =>
  /^application\/json\b/i.test(request.headers['content-type'] ?? '');

/** Reads a JSON body of at most 256 KiB. Not a compressed one: it could unpack to any size. */
export async function readJson(request: IncomingMessage): Promise<Body> {
  if (!isJson(request) || request.headers['content-encoding']) return { kind: 'refused', status: 415 };
  if (Number(request.headers['content-length'] ?? 0) > MOST_BYTES) return { kind: 'refused', status: 413 };
  const parts: Buffer[] = [];
  let size = 0;
  const tooSlow = setTimeout(() => request.destroy(), MOST_MS).unref();
  try {
    for await (const part of request as AsyncIterable<Buffer>) {
      size += part.length;
      if (size > MOST_BYTES) return { kind: 'refused', status: 413 };
      parts.push(part);
    }
  } catch {
    // The connection was cut: there is nobody to answer.
    return { kind: 'refused', status: 400 };
  } finally {
    clearTimeout(tooSlow);
  }
  return parse(Buffer.concat(parts).toString('utf8'));
}

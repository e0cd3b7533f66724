import type { FileFault, IncomingFile } from '../../app/ports/files';
import type { Attached } from '../attached';
import { type Cloud, mayCall, mayFetch } from '../clouds';

export interface DownloadOptions {
  /** The bearer token for the connector; undefined in the sandbox. */
  token(): Promise<string | undefined>;
  cloud: Pick<Cloud, 'hosts' | 'fileHosts' | 'allowsLoopback'>;
}

/** Redirects that are followed, each to a host that may be asked itself. */
const MOST_REDIRECTS = 3;
const TRIES = 2;
/** The longest time for one file, milliseconds. */
const TIMEOUT_MS = 15_000;

/** Statuses with which Teams does not let a file out: its address is no longer good, or not for the bot. */
const REFUSED: ReadonlySet<number> = new Set([401, 403, 404, 410]);

const isAllowed = ({ cloud }: DownloadOptions, kind: Attached['kind'], url: string): boolean =>
  kind === 'picture' ? mayCall(cloud, url) : mayFetch(cloud, url);

/** The response, after redirects; undefined: it leads to a host that is not asked. */
async function asked(
  options: DownloadOptions,
  { kind, url }: Pick<Attached, 'kind' | 'url'>,
  signal: AbortSignal,
): Promise<Response | undefined> {
  // The address of a file says itself that it may be read: nobody else sees the bot's token.
  const bearer = kind === 'picture' ? await options.token() : undefined;
  const headers: Record<string, string> = bearer ? { authorization: `Bearer ${bearer}` } : {};
  let at = url;
  for (let turn = 0; turn <= MOST_REDIRECTS; turn++) {
    if (!isAllowed(options, kind, at)) return undefined;
    const response = await fetch(at, { headers, redirect: 'manual', signal });
    const next = response.headers.get('location');
    if (response.status < 300 || response.status >= 400 || next === null || !URL.canParse(next, at))
      return response;
    await response.body?.cancel();
    at = new URL(next, at).href;
  }
  return undefined;
}

/** The bytes of a response, let go as soon as they are too many. */
async function bytesOf(response: Response, most: number): Promise<Uint8Array | 'tooBig'> {
  if (Number(response.headers.get('content-length') ?? 0) > most) {
    await response.body?.cancel();
    return 'tooBig';
  }
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of response.body ?? []) {
    size += part.length;
    if (size > most) return 'tooBig';
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** A page in place of a file: a sign-in, or what a phone sends. What is named as a page may be one. */
const isPage = (bytes: Uint8Array, name: string): boolean =>
  !/\.(html?|xml|svg|mht|eml)$/i.test(name) &&
  /^\s*(<!doctype html|<html)/i.test(Buffer.from(bytes.subarray(0, 200)).toString('latin1'));

async function fetched(
  options: DownloadOptions,
  attached: Attached,
  most: number,
): Promise<Uint8Array | FileFault | 'again'> {
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  try {
    const response = await asked(options, attached, signal);
    if (!response) return 'notArrived';
    if (REFUSED.has(response.status)) return 'notFetched';
    if (!response.ok) return 'again';
    const bytes = await bytesOf(response, most);
    return typeof bytes !== 'string' && isPage(bytes, attached.name) ? 'notArrived' : bytes;
  } catch {
    return 'again';
  }
}

/** A file that Teams announced, as the app takes it: fetched when it is asked for, and tried once more where nobody answers. */
export const incoming =
  (options: DownloadOptions) =>
  (attached: Attached): IncomingFile => ({
    name: attached.name,
    isPasted: attached.kind === 'picture',
    async fetch(most) {
      if (attached.kind === 'lost') return 'notArrived';
      for (let attempt = 1; ; attempt++) {
        const result = await fetched(options, attached, most);
        if (result !== 'again') return result;
        if (attempt === TRIES) return 'notArrived';
      }
    },
  });

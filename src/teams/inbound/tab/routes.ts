import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Api, ApiCall } from '../../../api/door';
import { readJson } from '../guards/jsonBody';
import { TAB_PAGE, type TabFile, type TabFiles } from './files';

/** Where Teams may show the page in a frame. */
const FRAMES = 'https://teams.microsoft.com https://*.teams.microsoft.com https://*.cloud.microsoft';

/**
 * Scripts come from here alone, and none stands in the page. Fluent writes its style rules into the page as it runs, which
 * is why styles may; `connect-src` keeps all that is read within this server.
 */
const policy = (frames: string): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self' data:",
    "connect-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    `frame-ancestors ${frames}`,
  ].join('; ');

/** A year, seconds. */
const YEAR = 31_536_000;

/** The tab as the server serves it. `frames`: pages that may show it, where they are others than Teams (sandbox). */
export interface TabParts {
  api: Api;
  files: TabFiles;
  frames?: string | undefined;
}

function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  [file, frames]: [TabFile | undefined, string],
): void {
  if (!file) {
    response.writeHead(404, { 'content-length': '0' });
    response.end();
    return;
  }
  const { type, etag, isLasting } = file;
  const isPacked = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
  const body = isPacked ? file.packed : file.plain;
  const headers = {
    'content-type': type,
    'content-security-policy': policy(frames),
    'cache-control': isLasting ? `public, max-age=${YEAR}, immutable` : 'no-cache',
    etag,
    vary: 'accept-encoding',
    ...(isPacked ? { 'content-encoding': 'gzip' } : {}),
  };
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304, headers);
    response.end();
    return;
  }
  response.writeHead(200, { ...headers, 'content-length': String(body.length) });
  response.end(body);
}

const one = (header: string | string[] | undefined): string | undefined =>
  Array.isArray(header) ? header[0] : header;

async function answer(api: Api, what: ApiCall['what'], request: IncomingMessage) {
  return api({
    what,
    authorization: request.headers.authorization,
    ifMatch: one(request.headers['if-match']),
    async body() {
      const read = await readJson(request);
      return read.kind === 'refused' ? { status: read.status } : { value: read.value };
    },
  });
}

type Handling = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The part of a server that routes are added to. */
interface Routing {
  get(path: string, handler: Handling): void;
  post(path: string, handler: Handling): void;
}

/** The last part of a path: a file's name. */
const nameIn = ({ url = '' }: IncomingMessage): string =>
  new URL(url, 'http://localhost').pathname.split('/').at(-1) ?? '';

/** The routes of the tab: its page and files, which hold nothing of anybody, and its two questions. */
export function tabRoutes(server: Routing, { api, files, frames = FRAMES }: TabParts): void {
  const asking =
    (what: ApiCall['what']): Handling =>
    async (request, response) => {
      const { status, body, etag } = await answer(api, what, request);
      const text = JSON.stringify(body);
      response.writeHead(status, {
        'content-type': 'application/json',
        'content-length': String(Buffer.byteLength(text)),
        ...(etag ? { etag } : {}),
        ...(status === 429 ? { 'retry-after': '30' } : {}),
      });
      response.end(text);
    };
  server.post('/api/tab/ask', asking('ask'));
  server.post('/api/tab/press', asking('press'));
  server.get('/tab', async (request, response) => sendFile(request, response, [files(TAB_PAGE), frames]));
  server.get('/tab/:file', async (request, response) =>
    sendFile(request, response, [files(nameIn(request)), frames]),
  );
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Api, ApiCall } from '../../../api/door';
import type { FileApi } from '../../../api/files';
import { UPLOAD_HEADERS } from '../../../api/uploadHeaders';
import { readBytes } from '../guards/bytesBody';
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
    // `blob:`: a picture that was given as evidence, fetched with the token and kept in the page's memory.
    "img-src 'self' data: blob:",
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
  fileApi: FileApi;
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

const bodyOf = async (request: IncomingMessage) => {
  const read = await readJson(request);
  return read.kind === 'refused' ? { status: read.status } : { value: read.value };
};

async function answer(api: Api, what: ApiCall['what'], request: IncomingMessage) {
  return api({
    what,
    authorization: request.headers.authorization,
    ifMatch: one(request.headers['if-match']),
    body: () => bodyOf(request),
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

function sendJson(
  response: ServerResponse,
  { status, body, etag }: { status: number; body: unknown; etag?: string | undefined },
): void {
  const text = JSON.stringify(body);
  response.writeHead(status, {
    'content-type': 'application/json',
    'content-length': String(Buffer.byteLength(text)),
    ...(etag ? { etag } : {}),
    ...(status === 429 ? { 'retry-after': '30' } : {}),
  });
  response.end(text);
}

/** The two routes of files. What leaves is an attachment that no browser keeps or runs: the headers of every answer say so too. */
function fileRoutes(server: Pick<Routing, 'post'>, { file, upload }: FileApi): void {
  server.post('/api/tab/file', async (request, response) => {
    const { authorization } = request.headers;
    const reply = await file({ authorization, body: () => bodyOf(request) });
    if ('body' in reply) return sendJson(response, reply);
    const { name, type, bytes } = reply.file;
    response.writeHead(200, {
      'content-type': type,
      'content-length': String(bytes.length),
      'content-disposition': `attachment; filename="${name}"`,
    });
    response.end(bytes);
  });
  server.post('/api/tab/upload', async (request, response) => {
    const { authorization, ...headers } = request.headers;
    const reply = await upload({
      authorization,
      incident: one(headers[UPLOAD_HEADERS.incident]) ?? '',
      name: one(headers[UPLOAD_HEADERS.name]) ?? '',
      isBinary: headers['content-type'] === 'application/octet-stream',
      fetch: (most) => readBytes(request, most),
    });
    // Bytes that nobody has read are not waited for.
    if (!request.complete) response.setHeader('connection', 'close');
    sendJson(response, reply);
  });
}

/** The routes of the tab: its page and files, which hold nothing of anybody, and its calls. */
export function tabRoutes(server: Routing, { api, fileApi, files, frames = FRAMES }: TabParts): void {
  const asking =
    (what: ApiCall['what']): Handling =>
    async (request, response) => {
      sendJson(response, await answer(api, what, request));
    };
  server.post('/api/tab/ask', asking('ask'));
  server.post('/api/tab/press', asking('press'));
  fileRoutes(server, fileApi);
  server.get('/tab', async (request, response) => sendFile(request, response, [files(TAB_PAGE), frames]));
  server.get('/tab/:file', async (request, response) =>
    sendFile(request, response, [files(nameIn(request)), frames]),
  );
}

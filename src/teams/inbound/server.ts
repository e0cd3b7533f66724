import type { Server as HttpServer } from 'node:http';
import * as restify from 'restify';
import type { Log } from '../../app/ports/runtime';
import { faultOf } from '../../app/runtime/failures';
import type { Door } from './door';
import type { Downloads, Handed } from './downloads';
import { readJson } from './guards/jsonBody';
import { refuseUnreadable } from './guards/requestTarget';
import { type TabParts, tabRoutes } from './tab/routes';

/** A route's answer: a JSON body, or a text with its media type. */
export type ExtraAnswer = { status: number; body: unknown } | { status: number; text: string; type: string };

/** A route beside the bot's own (the sandbox's stage and clock). */
export interface ExtraRoute {
  /** Default: POST. */
  method?: 'GET' | 'POST';
  path: string;
  handle(body: unknown): Promise<ExtraAnswer>;
}

export interface ServerOptions {
  port: number;
  host: string;
  door: Door;
  /** Resolves when the tables answer. */
  ready(): Promise<void>;
  /** Counts and times that `/health/ready` shows beside its status. */
  health(): object;
  /** Left out: there are no links to documents. */
  downloads?: Downloads | undefined;
  routes?: readonly ExtraRoute[] | undefined;
  /** The tab's way in and its files; undefined: there is no tab. */
  tab?: TabParts | undefined;
  /** Limits that replace those of `TIMES`, for tests. */
  times?: Partial<ServerTimes>;
  log: Log;
}

export interface Listening {
  port: number;
  close(): Promise<void>;
}

/** How long requests under way may take when the server closes, milliseconds. */
const GRACE_MS = 5_000;

/** Limits on slow callers, milliseconds; Node checks them every few seconds. */
const TIMES = {
  headersTimeout: 10_000,
  /** Of a whole request: a file of 20 MB on a slow line. JSON has a limit of its own (guards/jsonBody.ts). */
  requestTimeout: 180_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};
export type ServerTimes = typeof TIMES;
const MOST_HEADERS = 64;

/** Headers of every answer. None is a page: a browser shows and keeps nothing. */
const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

function bound(server: HttpServer, times: Partial<ServerTimes> | undefined): void {
  Object.assign(server, TIMES, times);
  server.maxHeadersCount = MOST_HEADERS;
}

const send = (response: restify.Response, status: number, body: unknown): void => {
  if (body === undefined) {
    // Not by restify: it would write a body of its own for an error's status.
    response.writeHead(status, { 'content-length': '0', ...(status >= 400 ? { connection: 'close' } : {}) });
    response.end();
    return;
  }
  response.send(status, body, { 'content-type': 'application/json' });
};

/** Keeps errors of restify and of routes out of answers; those of status 500 and up are logged. */
function muteErrors(server: restify.Server, log: Log): void {
  server.on('restifyError', (...[, , error, done]: [unknown, unknown, restify.HttpError, () => void]) => {
    if (!(error.statusCode < 500)) log.error({ type: error.name }, 'requestFailed');
    done();
  });
}

const wordless = (_request: unknown, _response: unknown, body: unknown): string =>
  body instanceof Error ? '' : JSON.stringify(body);

const FORMATTERS = { 'application/json': wordless };

/** The routes: activities, health, and those of the options. No answer says why something failed. */
function routes(server: restify.Server, options: ServerOptions): void {
  server.post('/api/messages', async (request, response) => {
    try {
      const { status, body } = await options.door(request);
      send(response, status, body);
    } catch (error) {
      options.log.error(faultOf(error), 'doorFailed');
      if (!response.headersSent) send(response, 500, undefined);
    }
  });
  server.get('/health/live', async (_, response) => send(response, 200, { status: 'live' }));
  server.get('/health/ready', async (_, response) => {
    const isReady = await options.ready().then(
      () => true,
      () => false,
    );
    const status = isReady ? 'ready' : 'tables do not answer';
    send(response, isReady ? 200 : 503, { status, ...options.health() });
  });
  if (options.tab) tabRoutes(server, options.tab);
  if (options.downloads) addDownloads(server, options.downloads, options.log);
  for (const route of options.routes ?? []) addRoute(server, route);
}

const hand = (response: restify.Response, { status, body, headers }: Handed): void => {
  response.writeHead(status, { ...headers, 'content-length': String(Buffer.byteLength(body)) });
  response.end(body);
};

function addDownloads(server: restify.Server, downloads: Downloads, log: Log): void {
  server.get('/document/:id/:ticket', async (_, response) => hand(response, downloads.open()));
  server.post('/document/:id/:ticket', async (request, response) => {
    try {
      hand(response, await downloads.take(request.url));
    } catch (error) {
      log.error(faultOf(error), 'doorFailed');
      if (!response.headersSent) send(response, 500, undefined);
    }
  });
}

function addRoute(server: restify.Server, { method, path, handle }: ExtraRoute): void {
  const handler: restify.Handler = async (request, response) => {
    const read = method === 'GET' ? undefined : await readJson(request);
    if (read?.kind === 'refused') return send(response, read.status, undefined);
    const answer = await handle(read?.value);
    if ('body' in answer) return send(response, answer.status, answer.body);
    // A page has scripts and styles, which the header would forbid.
    response.removeHeader('content-security-policy');
    response.sendRaw(answer.status, answer.text, { 'content-type': answer.type });
  };
  if (method === 'GET') server.get(path, handler);
  else server.post(path, handler);
}

/** Starts listening. @throws Error that names the setting when the port is taken */
export async function listen(options: ServerOptions): Promise<Listening> {
  const server = restify.createServer({ name: '', ignoreTrailingSlash: true, formatters: FORMATTERS });
  bound(server.server, options.times);
  refuseUnreadable(server.server);
  muteErrors(server, options.log);
  server.pre(async (_request: unknown, response: restify.Response) => {
    for (const [name, value] of Object.entries(HEADERS)) response.setHeader(name, value);
  });
  routes(server, options);
  await new Promise<void>((resolve, reject) => {
    // On restify's own server: it passes errors on, and one without a listener ends the process.
    server.on('error', (error: NodeJS.ErrnoException) =>
      reject(
        error.code === 'EADDRINUSE'
          ? new Error(`Port ${options.port} is taken: stop what uses it, or set PORT to another one.`)
          : error,
      ),
    );
    server.listen(options.port, options.host, resolve);
  });
  return {
    port: server.address().port,
    close: () =>
      new Promise((resolve) => {
        server.close(resolve);
        server.server.closeIdleConnections();
        // A caller keeps its connection after the answer that it waited for.
        server.on('after', () => setImmediate(() => server.server.closeIdleConnections()));
        setTimeout(() => server.server.closeAllConnections(), GRACE_MS).unref();
      }),
  };
}

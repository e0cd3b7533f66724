import type { Server as HttpServer } from 'node:http';
import * as restify from 'restify';
import type { Log } from '../../app/ports/runtime';
import { faultOf } from '../../app/runtime/failures';
import type { Door } from './door';
import { readJson } from './jsonBody';
import { refuseUnreadable } from './requestTarget';

/** What a route answers: JSON, unless it is a text and says of what type. */
export type ExtraAnswer = { status: number; body: unknown } | { status: number; text: string; type: string };

/** A route of its own beside the bot's (the sandbox's stage and clock): a JSON body in, an answer out. */
export interface ExtraRoute {
  /** POST, unless given. */
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
  /** What else whoever asks for readiness is told; counts and times only. */
  health(): object;
  routes?: readonly ExtraRoute[] | undefined;
  /** Other times than usual, for tests. */
  times?: Partial<Times>;
  log: Log;
}

export interface Listening {
  port: number;
  close(): Promise<void>;
}

/** What is under way when the door closes may take this long. */
const GRACE_MS = 5_000;

/** How long a caller may take, milliseconds; looked after each few seconds. Who calls in earnest is quicker by far. */
const TIMES = {
  headersTimeout: 10_000,
  requestTimeout: 20_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
};
export type Times = typeof TIMES;
const MOST_HEADERS = 64;

/** Nothing here is a page: a browser that is led here shows and keeps nothing. */
const HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
};

function bound(server: HttpServer, times: Partial<Times> | undefined): void {
  Object.assign(server, TIMES, times);
  server.maxHeadersCount = MOST_HEADERS;
}

const send = (response: restify.Response, status: number, body: unknown): void => {
  if (body === undefined) {
    // By Node's own means: restify would write a body of its own for a status of an error.
    response.writeHead(status, { 'content-length': '0', ...(status >= 400 ? { connection: 'close' } : {}) });
    response.end();
    return;
  }
  response.send(status, body, { 'content-type': 'application/json' });
};

/** Errors of restify itself, and of a route that fails: a status, and not a word of why. */
function muteErrors(server: restify.Server, log: Log): void {
  server.on(
    'restifyError',
    (_request: unknown, _response: unknown, error: restify.HttpError, done: () => void) => {
      if (!(error.statusCode < 500)) log.error({ type: error.name }, 'requestFailed');
      done();
    },
  );
}

const wordless = (_request: unknown, _response: unknown, body: unknown): string =>
  body instanceof Error ? '' : JSON.stringify(body);

const FORMATTERS = { 'application/json': wordless };

/** The door: activities, health, and nothing that tells a caller why something failed. */
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
  for (const route of options.routes ?? []) addRoute(server, route);
}

function addRoute(server: restify.Server, { method, path, handle }: ExtraRoute): void {
  const handler: restify.Handler = async (request, response) => {
    const read = method === 'GET' ? undefined : await readJson(request);
    if (read?.kind === 'refused') return send(response, read.status, undefined);
    const answer = await handle(read?.value);
    if ('body' in answer) return send(response, answer.status, answer.body);
    // A page has scripts and styles of its own.
    response.removeHeader('content-security-policy');
    response.sendRaw(answer.status, answer.text, { 'content-type': answer.type });
  };
  if (method === 'GET') server.get(path, handler);
  else server.post(path, handler);
}

/** Starts listening; a port that is taken is an error with the setting's name. */
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
    // On restify's own server: it passes errors on, and an error that nobody listens for ends the process.
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
        setTimeout(() => server.server.closeAllConnections(), GRACE_MS).unref();
      }),
  };
}

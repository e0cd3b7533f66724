import type { CloudAdapter } from 'botbuilder';
import * as restify from 'restify';
import type { Log } from '../app/ports';
import type { createHandler } from './handler';

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
  adapter: CloudAdapter;
  turn: ReturnType<typeof createHandler>;
  /** Resolves when the tables answer. */
  ready(): Promise<void>;
  /** What else whoever asks for readiness is told; counts and times only. */
  health(): object;
  routes?: readonly ExtraRoute[] | undefined;
  log: Log;
}

export interface Listening {
  port: number;
  close(): Promise<void>;
}

const BODY_LIMIT = 262_144;
/** What is under way when the door closes may take this long. */
const GRACE_MS = 5_000;

const send = (response: restify.Response, status: number, body: unknown): void => {
  response.send(status, body, { 'content-type': 'application/json', 'cache-control': 'no-store' });
};

/** The SDK answers with the text of its errors: the caller gets the status only. */
function quiet(response: restify.Response) {
  let status = 200;
  return {
    header: (name: string, value?: unknown) => response.header(name, value),
    status(code: number) {
      status = code;
      response.status(code);
    },
    send(body: unknown) {
      if (status < 400) response.send(status, body);
    },
    end: () => response.end(),
  };
}

/** The same for the errors of restify itself, and of a route that fails. */
function muteErrors(server: restify.Server, log: Log): void {
  server.on(
    'restifyError',
    (_request: unknown, _response: unknown, error: restify.HttpError, done: () => void) => {
      if (error.statusCode >= 500) log.error({ type: error.name }, 'requestFailed');
      error.toJSON = () => ({ error: 'refused' });
      error.toString = () => 'refused';
      done();
    },
  );
}

/** The door: activities, health, and nothing that tells a caller why something failed. */
function routes(server: restify.Server, options: ServerOptions): void {
  server.post('/api/messages', async (request, response) => {
    try {
      await options.adapter.process(request as never, quiet(response) as never, options.turn);
    } catch (error) {
      options.log.warn({ type: error instanceof Error ? error.name : 'unknown' }, 'activityRefused');
      if (!response.headersSent) send(response, 400, { error: 'bad request' });
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
    const answer = await handle(request.body);
    if ('body' in answer) return send(response, answer.status, answer.body);
    response.sendRaw(answer.status, answer.text, {
      'content-type': answer.type,
      'cache-control': 'no-store',
    });
  };
  if (method === 'GET') server.get(path, handler);
  else server.post(path, handler);
}

/** Starts listening; a port that is taken is an error with the setting's name. */
export async function listen(options: ServerOptions): Promise<Listening> {
  const server = restify.createServer({ name: '', ignoreTrailingSlash: true });
  muteErrors(server, options.log);
  server.use(restify.plugins.jsonBodyParser({ maxBodySize: BODY_LIMIT, mapParams: false }));
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

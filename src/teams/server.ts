import type { CloudAdapter } from 'botbuilder';
import * as restify from 'restify';
import type { Log } from '../app/ports';
import type { createHandler } from './handler';

/** A route of its own beside the bot's (the sandbox's clock): a JSON body in, a status and a JSON body out. */
export interface ExtraRoute {
  path: string;
  handle(body: unknown): Promise<{ status: number; body: unknown }>;
}

export interface ServerOptions {
  port: number;
  host: string;
  adapter: CloudAdapter;
  turn: ReturnType<typeof createHandler>;
  /** Resolves when the tables answer. */
  ready(): Promise<void>;
  routes?: readonly ExtraRoute[] | undefined;
  log: Log;
}

export interface Listening {
  port: number;
  close(): Promise<void>;
}

const BODY_LIMIT = 262_144;

const send = (response: restify.Response, status: number, body: unknown): void => {
  response.send(status, body, { 'content-type': 'application/json', 'cache-control': 'no-store' });
};

/** The door: activities, health, and nothing that tells a caller why something failed. */
function routes(server: restify.Server, options: ServerOptions): void {
  server.post('/api/messages', async (request, response) => {
    try {
      await options.adapter.process(request as never, response as never, options.turn);
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
    send(response, isReady ? 200 : 503, { status: isReady ? 'ready' : 'tables do not answer' });
  });
  for (const route of options.routes ?? []) {
    server.post(route.path, async (request, response) => {
      const { status, body } = await route.handle(request.body);
      send(response, status, body);
    });
  }
}

/** Starts listening; a port that is taken is an error with the setting's name. */
export async function listen(options: ServerOptions): Promise<Listening> {
  const server = restify.createServer({ name: '', ignoreTrailingSlash: true });
  server.use(restify.plugins.jsonBodyParser({ maxBodySize: BODY_LIMIT, mapParams: false }));
  routes(server, options);
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', (error: NodeJS.ErrnoException) =>
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
        server.server.closeAllConnections();
      }),
  };
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A connector's fault. `taken`: the request is carried out all the same, whatever is answered. */
export interface Whim {
  kind: 'ok' | 'slow' | 'hang' | 'cut' | 'status';
  status?: number;
  retryAfter?: { seconds: number; isDate: boolean };
  isTaken: boolean;
}

export interface Request {
  conversation: string;
  isPost: boolean;
  /** How many requests came to this chat before. */
  count: number;
}

export interface FaultyOptions {
  /** Milliseconds, on the test's clock. */
  now(): number;
  whim(request: Request): Whim;
  /** A new card has come to a chat, perhaps long after its sender gave up waiting. `token`: what it was sent with. */
  onPosted(conversation: string, token: string): void;
}

const SLOW_MS = 15;
/** Stands for all chats. */
const TENANT = '*';

interface Asked {
  request: IncomingMessage;
  response: ServerResponse;
  conversation: string;
}

const headersOf = ({ retryAfter }: Whim, now: number): Record<string, string> => {
  if (!retryAfter) return {};
  const { seconds, isDate } = retryAfter;
  return { 'retry-after': isDate ? new Date(now + seconds * 1_000).toUTCString() : String(seconds) };
};

/** The Bot Connector on loopback, on bad days: what it does with each request a test decides. */
export async function startFaultyConnector({ now, whim, onPosted }: FaultyOptions) {
  const counts = new Map<string, number>();
  const faults: Record<string, number> = {};
  /** Requests that came while the chat or the tenant had asked to be left alone, at a later time than the asking. */
  const disturbed: string[] = [];
  /** Asked for in the answer to a chat's last request; it counts once the sender has read that. */
  const asked = new Map<string, { until: number; place: string }>();
  /** By chat; of the whole tenant under TENANT. */
  const pauses = new Map<string, { since: number; until: number }>();
  const isPaused = (place: string) => {
    const { since, until } = pauses.get(place) ?? { since: 0, until: 0 };
    return now() < until && now() > since;
  };
  let posted = 0;
  let requests = 0;

  const note = (what: Whim) => {
    const name =
      what.kind === 'status' ? `${what.status}${what.retryAfter ? ' Retry-After' : ''}` : what.kind;
    faults[name] = (faults[name] ?? 0) + 1;
  };

  function answer(what: Whim, id: string, { request, response, conversation }: Asked): void {
    if (what.kind === 'hang') return;
    if (what.kind === 'cut') return void request.socket.destroy();
    const status = what.kind === 'status' ? (what.status ?? 500) : 200;
    if (what.retryAfter) {
      // A date has whole seconds.
      const from = what.retryAfter.isDate ? Math.floor(now() / 1_000) * 1_000 : now();
      const place = status === 429 ? conversation : TENANT;
      asked.set(conversation, { until: from + what.retryAfter.seconds * 1_000, place });
    }
    response.writeHead(status, { 'content-type': 'application/json', ...headersOf(what, now()) });
    response.end(JSON.stringify(status === 200 ? { id } : { error: { code: 'Fault' } }));
  }

  const server = createServer((request, response) => {
    const parts = (request.url ?? '').split('/').filter(Boolean).map(decodeURIComponent);
    const conversation = parts[2] ?? '';
    const isPost = request.method === 'POST';
    const count = counts.get(conversation) ?? 0;
    counts.set(conversation, count + 1);
    requests++;
    if (isPaused(conversation) || isPaused(TENANT)) disturbed.push(`${conversation} at ${now()}`);
    const what = whim({ conversation, isPost, count });
    note(what);
    asked.delete(conversation);
    const all = { request, response, conversation };
    const token = (request.headers.authorization ?? '').slice('Bearer '.length);
    request.resume().on('end', () => {
      const isOk = what.kind === 'ok' || what.kind === 'slow';
      const id = isPost ? `activity${++posted}` : (parts[4] ?? '');
      if (isPost && (isOk || what.isTaken)) onPosted(conversation, token);
      if (what.kind === 'slow') setTimeout(() => answer(what, id, all), SLOW_MS);
      else answer(what, id, all);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    serviceUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    faults,
    disturbed,
    requests: () => requests,
    /** The sender has read the answer to the last request to that chat. */
    heard(conversation: string): void {
      const heard = asked.get(conversation);
      if (!heard) return;
      const until = Math.max(heard.until, pauses.get(heard.place)?.until ?? 0);
      pauses.set(heard.place, { since: now(), until });
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

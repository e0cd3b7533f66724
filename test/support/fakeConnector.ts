import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

/** A message as it stands in a chat: a PUT has replaced what was posted. */
export interface ChatMessage {
  id: string;
  conversation: string;
  card: Record<string, unknown> | undefined;
  text: string;
  /** Every form it ever had, oldest first: nothing that was ever sent is forgotten. */
  sent: string[];
}

/** How the connector answers the next request instead of taking it. */
export type Fault = { status: number; headers?: Record<string, string> } | 'hang' | 'cut';

const read = async (request: IncomingMessage): Promise<Record<string, unknown>> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length > 0 ? JSON.parse(Buffer.concat(parts).toString('utf8')) : {};
};

const reply = (
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
) => {
  response.writeHead(status, { 'content-type': 'application/json', ...headers });
  response.end(JSON.stringify(body));
};

const cardIn = (activity: Record<string, unknown>): Record<string, unknown> | undefined => {
  const attachments = activity.attachments as { content?: Record<string, unknown> }[] | undefined;
  return attachments?.[0]?.content;
};

/** A file that can be fetched here. `asked`: what each caller showed. */
export interface ServedFile {
  bytes?: Uint8Array;
  status?: number;
  headers?: Record<string, string>;
  asked?: (string | undefined)[];
}

const sendFile = (response: ServerResponse, file: ServedFile, authorization: string | undefined): void => {
  file.asked?.push(authorization);
  response.writeHead(file.status ?? 200, file.headers ?? {});
  response.end(file.bytes);
};

/** A new message, as it has arrived; its sender does not know yet. */
export interface Arrival {
  id: string;
  conversation: string;
  headers: IncomingMessage['headers'];
}

interface Member {
  name: string;
  email: string | undefined;
  userPrincipalName?: string;
  tenantId: string;
}

/** What a connector has come to. */
interface Field {
  messages: ChatMessage[];
  typed: string[];
  /** By path. */
  files: Map<string, ServedFile>;
  members: Map<string, Member>;
  faults: { matches: (conversation: string) => boolean; fault: Fault }[];
  blocked: Set<string>;
  silent: Set<string>;
  hanging: Socket[];
  count: number;
  watch: { onRequest?: (request: IncomingMessage) => unknown };
  onArrival: (arrival: Arrival) => void;
}

const emptyField = (onArrival: Field['onArrival'] = () => undefined): Field => ({
  messages: [],
  typed: [],
  files: new Map(),
  members: new Map(),
  faults: [],
  blocked: new Set(),
  silent: new Set(),
  hanging: [],
  count: 0,
  watch: {},
  onArrival,
});

/** The chats and their people alone, as they are now. */
const copyOf = ({ messages, typed, members, count }: Field): Field => ({
  ...emptyField(),
  messages: messages.map((one) => ({ ...one, sent: [...one.sent] })),
  typed: [...typed],
  members: new Map(members),
  count,
});

const takeFault = ({ blocked, faults }: Field, conversation: string): Fault | undefined => {
  if (blocked.has(conversation)) return { status: 403 };
  const index = faults.findIndex((one) => one.matches(conversation));
  return index === -1 ? undefined : faults.splice(index, 1)[0]?.fault;
};

/** Stores a message, in place of the one with this id where there is one. */
function store(field: Field, conversation: string, id: string, activity: Record<string, unknown>): string {
  const existing = id === '' ? undefined : field.messages.find((one) => one.id === id);
  const message = existing ?? {
    id: `activity${++field.count}`,
    conversation,
    card: undefined,
    text: '',
    sent: [],
  };
  message.card = cardIn(activity);
  message.text = String(activity.text ?? '');
  message.sent.push(JSON.stringify(activity));
  if (!existing) field.messages.push(message);
  return message.id;
}

async function answer(field: Field, request: IncomingMessage, response: ServerResponse): Promise<void> {
  field.watch.onRequest?.(request);
  const parts = (request.url ?? '').split('?')[0]?.split('/').filter(Boolean).map(decodeURIComponent) ?? [];
  const [, , conversation = '', what, id = ''] = parts;
  const file = field.files.get((request.url ?? '').split('?')[0] ?? '');
  if (request.method === 'GET' && file) return sendFile(response, file, request.headers.authorization);
  if (request.method === 'GET') {
    const member = field.members.get(id);
    return member ? reply(response, 200, { id, ...member }) : reply(response, 404, {});
  }
  const activity = await read(request);
  const fault = what === 'activities' ? takeFault(field, conversation) : undefined;
  if (fault === 'hang') return void field.hanging.push(request.socket);
  if (fault === 'cut') return void request.socket.destroy();
  if (fault) return reply(response, fault.status, { error: { code: 'Fault' } }, fault.headers);
  const isUpdate = request.method === 'PUT';
  const stored = store(field, conversation, isUpdate ? id : '', activity);
  if (!isUpdate) field.onArrival({ id: stored, conversation, headers: request.headers });
  if (!isUpdate && field.silent.has(conversation)) {
    response.statusCode = 202;
    return void response.end();
  }
  reply(response, 200, { id: stored });
}

const cut = ({ hanging }: Field): void => {
  for (const socket of hanging.splice(0)) socket.destroy();
};

/** A field, as tests reach it. `stop`: of whoever began it. */
const facade = (field: Field, serviceUrl: string, stop: () => Promise<void>) => ({
  serviceUrl,
  /** All messages of all chats, oldest first. */
  messages: field.messages,
  /** Pictures and files that people have sent, by path. */
  files: field.files,
  /** All that people wrote or filled in, so that it can be looked for where it must not be. */
  typed: field.typed,
  members: field.members,
  /** Chats whose sends are refused with 403, until taken out. */
  blocked: field.blocked,
  /** Chats whose new messages are taken without an id (202, no body), until taken out. */
  silent: field.silent,
  /** Sees each request as it comes. */
  set onRequest(seen: (request: IncomingMessage) => unknown) {
    field.watch.onRequest = seen;
  },
  failNext: (conversation: string, fault: Fault) =>
    field.faults.push({ matches: (one) => one === conversation, fault }),
  /** Cuts the lines on which `hang` has kept someone waiting. */
  cutHanging: () => cut(field),
  stop,
});

export type Connector = ReturnType<typeof facade>;

/**
 * The Bot Connector's part of the protocol, on loopback: several private chats, members, and faults on demand.
 * @param onArrival told of each new message before it is answered
 */
export async function startConnector(onArrival?: (arrival: Arrival) => void) {
  let current = emptyField(onArrival);
  const server = createServer((request, response) => answer(current, request, response));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const serviceUrl = `http://127.0.0.1:${port}/`;
  const stop = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return Object.assign(facade(current, serviceUrl, stop), {
    /** What has come so far, to begin from again: each call of the result is a connector of its own at this address. */
    kept() {
      const kept = copyOf(current);
      return (): Connector => {
        const field = copyOf(kept);
        current = field;
        return facade(field, serviceUrl, async () => cut(field));
      };
    },
  });
}

/** One that can be begun from again. */
export type FirstConnector = Awaited<ReturnType<typeof startConnector>>;

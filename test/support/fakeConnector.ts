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

/**
 * The Bot Connector's part of the protocol, on loopback: several private chats, members, and faults on demand.
 * @param onArrival told of each new message before it is answered
 */
export async function startConnector(onArrival: (arrival: Arrival) => void = () => undefined) {
  const messages: ChatMessage[] = [];
  const typed: string[] = [];
  /** By path. */
  const files = new Map<string, ServedFile>();
  const members = new Map<
    string,
    { name: string; email: string | undefined; userPrincipalName?: string; tenantId: string }
  >();
  const faults: { matches: (conversation: string) => boolean; fault: Fault }[] = [];
  const blocked = new Set<string>();
  const silent = new Set<string>();
  const hanging: Socket[] = [];
  let count = 0;
  const watch: { onRequest?: (request: IncomingMessage) => unknown } = {};

  const take = (conversation: string): Fault | undefined => {
    if (blocked.has(conversation)) return { status: 403 };
    const index = faults.findIndex((one) => one.matches(conversation));
    return index === -1 ? undefined : faults.splice(index, 1)[0]?.fault;
  };

  const store = (
    conversation: string,
    id: string,
    activity: Record<string, unknown>,
    isUpdate: boolean,
  ): string => {
    const existing = isUpdate ? messages.find((one) => one.id === id) : undefined;
    const message = existing ?? {
      id: `activity${++count}`,
      conversation,
      card: undefined,
      text: '',
      sent: [],
    };
    message.card = cardIn(activity);
    message.text = String(activity.text ?? '');
    message.sent.push(JSON.stringify(activity));
    if (!existing) messages.push(message);
    return message.id;
  };

  const server = createServer(async (request, response) => {
    watch.onRequest?.(request);
    const parts = (request.url ?? '').split('?')[0]?.split('/').filter(Boolean).map(decodeURIComponent) ?? [];
    const [, , conversation = '', what, id = ''] = parts;
    const file = files.get((request.url ?? '').split('?')[0] ?? '');
    if (request.method === 'GET' && file) return sendFile(response, file, request.headers.authorization);
    if (request.method === 'GET') {
      const member = members.get(id);
      return member ? reply(response, 200, { id, ...member }) : reply(response, 404, {});
    }
    const activity = await read(request);
    const fault = what === 'activities' ? take(conversation) : undefined;
    if (fault === 'hang') return void hanging.push(request.socket);
    if (fault === 'cut') return void request.socket.destroy();
    if (fault) return reply(response, fault.status, { error: { code: 'Fault' } }, fault.headers);
    const isUpdate = request.method === 'PUT';
    const stored = store(conversation, isUpdate ? id : '', activity, isUpdate);
    if (!isUpdate) onArrival({ id: stored, conversation, headers: request.headers });
    if (!isUpdate && silent.has(conversation)) {
      response.statusCode = 202;
      return void response.end();
    }
    reply(response, 200, { id: stored });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;

  return {
    serviceUrl: `http://127.0.0.1:${port}/`,
    /** All messages of all chats, oldest first. */
    messages,
    /** Pictures and files that people have sent, by path. */
    files,
    /** All that people wrote or filled in, so that it can be looked for where it must not be. */
    typed,
    members,
    /** Chats whose sends are refused with 403, until taken out. */
    blocked,
    /** Chats whose new messages are taken without an id (202, no body), until taken out. */
    silent,
    /** Sees each request as it comes. */
    set onRequest(seen: (request: IncomingMessage) => unknown) {
      watch.onRequest = seen;
    },
    failNext: (conversation: string, fault: Fault) =>
      faults.push({ matches: (one) => one === conversation, fault }),
    /** Cuts the lines on which `hang` has kept someone waiting. */
    cutHanging: () => {
      for (const socket of hanging.splice(0)) socket.destroy();
    },
    stop: () =>
      new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

export type Connector = Awaited<ReturnType<typeof startConnector>>;

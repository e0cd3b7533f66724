import type { IncomingMessage, Server, ServerResponse } from 'node:http';

/**
 * Whether a request can be read as a path on this host. Only the origin form of a target counts (RFC 9112, 3.2.1); the
 * absolute form is for proxies.
 */
export function isReadable({ url = '', headers }: IncomingMessage): boolean {
  if (!url.startsWith('/')) return false;
  return URL.canParse(`http://${headers.host || 'localhost'}${url}`);
}

function refuse(response: ServerResponse): void {
  response.writeHead(400, { 'content-length': '0', connection: 'close' });
  response.end();
}

/** Whether a body follows, of which nobody has read anything yet. */
const hasBody = ({ headers }: IncomingMessage): boolean =>
  headers['transfer-encoding'] !== undefined || (headers['content-length'] ?? '0') !== '0';

/** Closes the connection after the answer to a request whose body is not read to its end: else Node would read it all. */
function closeAfterUnreadBody(request: IncomingMessage, response: ServerResponse): void {
  if (!hasBody(request)) return;
  const writeHead = response.writeHead;
  response.writeHead = function closing(this: ServerResponse, ...given: unknown[]) {
    if (!request.complete) this.setHeader('connection', 'close');
    return Reflect.apply(writeHead, this, given);
  } as typeof writeHead;
}

const EVENTS = ['request', 'checkContinue'] as const;

/**
 * Answers 400 to what cannot be read as a path on this host, before restify sees it: restify parses
 * `http://{Host}{target}` outside any `try`, so that one such line would end the process. What is answered before its body
 * has come is the last of its connection.
 */
export function refuseUnreadable(server: Server): void {
  for (const event of EVENTS) {
    const listeners = server.listeners(event);
    server.removeAllListeners(event);
    server.on(event, (request: IncomingMessage, response: ServerResponse) => {
      if (!isReadable(request)) return refuse(response);
      closeAfterUnreadBody(request, response);
      for (const listener of listeners) listener.call(server, request, response);
    });
  }
}

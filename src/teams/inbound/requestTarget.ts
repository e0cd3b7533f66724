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

const EVENTS = ['request', 'checkContinue'] as const;

/**
 * Answers 400 to what cannot be read as a path on this host, before restify sees it: restify parses
 * `http://{Host}{target}` outside any `try`, so that one such line would end the process.
 */
export function refuseUnreadable(server: Server): void {
  for (const event of EVENTS) {
    const listeners = server.listeners(event);
    server.removeAllListeners(event);
    server.on(event, (request: IncomingMessage, response: ServerResponse) => {
      if (!isReadable(request)) return refuse(response);
      for (const listener of listeners) listener.call(server, request, response);
    });
  }
}

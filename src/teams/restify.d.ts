/** The part of restify 12 that is used: its published types are of version 8 and do not fit. */
declare module 'restify' {
  import type { Server as HttpServer, IncomingMessage, ServerResponse } from 'node:http';

  export type Request = IncomingMessage;
  export interface Response extends ServerResponse {
    send(status: number, body?: unknown, headers?: Record<string, string>): void;
    sendRaw(status: number, body: string, headers?: Record<string, string>): void;
  }
  export interface HttpError extends Error {
    statusCode: number;
  }
  export type Handler = (request: Request, response: Response) => Promise<void>;
  export interface Server {
    server: HttpServer;
    pre(handler: unknown): void;
    get(path: string, handler: Handler): void;
    post(path: string, handler: Handler): void;
    listen(port: number, host: string, listening: () => void): void;
    close(closed: () => void): void;
    on(event: string, handler: (...args: never[]) => void): void;
    address(): { port: number };
  }
  export function createServer(options: object): Server;
}

import { createHmac } from 'node:crypto';
import { createServer, request as forward, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

const partOf = (connection: string, name: string): string =>
  new RegExp(`${name}=([^;]+);`).exec(connection)?.[1] ?? '';

const bodyOf = async (request: IncomingMessage): Promise<string> => {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part);
  return Buffer.concat(parts).toString();
};

/** What a call meets instead of the tables: a refusal, no answer ever; or what it waits for first. */
export type Trouble = (
  call: IncomingMessage,
) => { status: number; code: string } | { wait: Promise<void> } | 'silence' | undefined;

/**
 * An account of table storage that lets in whoever shows the managed identity's token, as Azure does; behind it Azurite,
 * which knows keys only, so each call is signed anew.
 * @param host the account's host, as it stands in the bodies of transactions
 * @param token that of the identity
 */
export async function startTableProxy(connection: string, { host, token }: { host: string; token: string }) {
  const account = partOf(connection, 'AccountName');
  const key = Buffer.from(partOf(connection, 'AccountKey'), 'base64');
  const base = new URL(partOf(connection, 'TableEndpoint'));
  const refused: string[] = [];
  const held: { writes: number; trouble?: Trouble | undefined } = { writes: 0 };
  const server = createServer(async (incoming, response) => {
    const body = (await bodyOf(incoming)).replaceAll(`https://${host}/`, `${base.href.replace(/\/$/, '')}/`);
    if (incoming.headers.authorization !== `Bearer ${token}`) {
      refused.push(`${incoming.method} ${incoming.url}`);
      response.writeHead(403, { 'content-type': 'application/json' });
      response.end('{}');
      return;
    }
    const trouble = held.trouble?.(incoming);
    if (trouble === 'silence') return;
    if (trouble && 'wait' in trouble) await trouble.wait;
    else if (trouble) {
      response.writeHead(trouble.status, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ 'odata.error': { code: trouble.code } }));
      return;
    }
    if (incoming.method !== 'GET') held.writes += 1;
    const path = `${base.pathname}${incoming.url}`;
    const date = String(incoming.headers['x-ms-date'] ?? new Date().toUTCString());
    const bare = path.split('?')[0];
    const signature = createHmac('sha256', key).update(`${date}\n/${account}${bare}`).digest('base64');
    const { host: _, authorization: __, 'transfer-encoding': ___, ...headers } = incoming.headers;
    const outgoing = forward(
      {
        host: base.hostname,
        port: base.port,
        method: incoming.method,
        path,
        headers: {
          ...headers,
          'x-ms-date': date,
          'content-length': Buffer.byteLength(body),
          authorization: `SharedKeyLite ${account}:${signature}`,
        },
      },
      (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers);
        answer.pipe(response);
      },
    );
    outgoing.on('error', () => response.destroy());
    outgoing.end(body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    port: (server.address() as AddressInfo).port,
    /** Calls that were not let in. */
    refused,
    /** How many calls that write were let in. */
    get writes() {
      return held.writes;
    },
    /** From now on calls meet this. */
    meet(trouble: Trouble | undefined) {
      held.trouble = trouble;
    },
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

import type { IncomingMessage, ServerResponse } from 'node:http';
import { gunzipSync, gzipSync } from 'node:zlib';
import { type TabParts, tabRoutes } from '../../src/teams/inbound/tab/routes';

const PLAIN = Buffer.from('<html></html>');
const FILE = { type: 'text/html', plain: PLAIN, packed: gzipSync(PLAIN), etag: '"e1"', isLasting: false };
const refuse = (): Promise<never> => Promise.reject(new Error('Only the page is asked for.'));

/** The answer to a browser that asks for the page with headers. */
async function served(headers: Record<string, string>) {
  const pages = new Map<string, (request: IncomingMessage, response: ServerResponse) => Promise<void>>();
  const parts: TabParts = {
    api: refuse,
    fileApi: { file: refuse, upload: refuse },
    files: (name) => (name === 'index.html' ? FILE : undefined),
  };
  tabRoutes({ get: (path, handler) => pages.set(path, handler), post: () => undefined }, parts);
  let answer: { status: number; headers: Record<string, string>; body: Buffer | undefined } | undefined;
  let head: { status: number; headers: Record<string, string> } = { status: 0, headers: {} };
  const response = {
    writeHead: (status: number, given: Record<string, string>) => {
      head = { status, headers: given };
    },
    end: (body?: Buffer) => {
      answer = { ...head, body };
    },
  };
  await pages.get('/tab')?.({ headers } as IncomingMessage, response as unknown as ServerResponse);
  if (!answer) throw new Error('The page was not answered.');
  return answer;
}

describe('a file of the tab', () => {
  it('is packed for a browser that unpacks, and says so', async () => {
    const { status, headers, body } = await served({ 'accept-encoding': 'br, gzip' });
    expect([status, headers['content-encoding'], headers['content-length']]).toEqual([
      200,
      'gzip',
      String(FILE.packed.length),
    ]);
    expect(gunzipSync(body ?? '')).toEqual(PLAIN);
  });

  it.each([{}, { 'accept-encoding': 'br' }])('is plain for one that does not: %j', async (given) => {
    const { headers, body } = await served(given as Record<string, string>);
    expect(headers).not.toHaveProperty('content-encoding');
    expect(headers['content-length']).toBe(String(PLAIN.length));
    expect(body).toEqual(PLAIN);
  });

  it('is not sent again to one that has it', async () => {
    expect(await served({ 'if-none-match': FILE.etag })).toMatchObject({ status: 304, body: undefined });
    expect((await served({ 'if-none-match': '"e0"' })).status).toBe(200);
  });
});

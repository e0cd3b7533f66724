import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { incoming } from '../../src/teams/outbound/download';

const asked: string[] = [];
const server = createServer((request, response) => {
  asked.push(`${request.url} ${request.headers.authorization ?? '-'}`);
  const headers = request.url === '/moved' ? { location: '/there' } : {};
  response.writeHead(request.url === '/moved' ? 302 : 200, headers);
  response.end('bytes');
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => {
  server.closeAllConnections();
  return new Promise<void>((resolve) => server.close(() => resolve()));
});
beforeEach(() => {
  asked.length = 0;
});

const fetched = async (kind: 'picture' | 'file', path: string) => {
  const cloud = { hosts: [], fileHosts: [], allowsLoopback: true };
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
  const file = incoming({ token: async () => 'secret', cloud })({ kind, name: 'bild.png', url });
  const bytes = await file.fetch(1_000);
  return typeof bytes === 'string' ? bytes : Buffer.from(bytes).toString();
};

describe('a file that Teams announced', () => {
  it('is fetched with the bot’s token where it is a picture in the chat, also where it has moved', async () => {
    expect(await fetched('picture', '/moved')).toBe('bytes');
    expect(asked).toEqual(['/moved Bearer secret', '/there Bearer secret']);
  });

  it('is fetched without it from where people’s own files lie', async () => {
    expect(await fetched('file', '/moved')).toBe('bytes');
    expect(asked).toEqual(['/moved -', '/there -']);
  });

  it('is fetched without any header where there is no token', async () => {
    const cloud = { hosts: [], fileHosts: [], allowsLoopback: true };
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/plain`;
    await incoming({ token: async () => undefined, cloud })({ kind: 'picture', name: 'x', url }).fetch(1_000);
    expect(asked).toEqual(['/plain -']);
  });
});

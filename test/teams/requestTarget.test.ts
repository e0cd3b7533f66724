import { EventEmitter } from 'node:events';
import { connect } from 'node:net';
import { logUncaught } from '../../src/config/log';
import { type Door, openDoor } from './openDoor';

/** Sends bytes as they are and returns the first line of the answer, or '' when the line was closed without one. */
async function firstLine(door: Door, text: string): Promise<string> {
  const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
  socket.end(text, 'latin1');
  const parts: Buffer[] = [];
  for await (const part of socket) parts.push(part as Buffer);
  return Buffer.concat(parts).toString('latin1').split('\r\n')[0] ?? '';
}

const BAD_HOSTS = ['[', 'x y', 'x%', '<>', '%ff', ']', '[::1', 'a:b', 'a:99999', 'a|b', '^', '[[]]', '%'];
const BAD_TARGETS = [
  'http://a:b',
  'http://x/health/live',
  '*',
  'health',
  'a:b',
  '?',
  '#',
  'http://[',
  '[',
  '%',
];
const ODD_TARGETS = [
  '//',
  '/%ff',
  '/%',
  '/\\',
  '//[',
  '/?%ff=%',
  '/health/live?[',
  '/@:',
  '/..',
  '///a:b/',
  '/;',
  '/\xff',
];

describe('an odd request line', () => {
  let door: Door;
  beforeAll(async () => {
    door = await openDoor();
  });
  afterAll(() => door.stop());
  afterEach(async () => {
    expect((await door.request('/health/live')).status).toBe(200);
    expect(door.told).toEqual([]);
  });

  it.each(BAD_HOSTS)('with Host "%s" is answered 400', async (host) => {
    for (const path of ['/health/live', '/api/messages', '/nowhere'])
      expect(await firstLine(door, `GET ${path} HTTP/1.1\r\nHost: ${host}\r\n\r\n`)).toMatch(
        /^HTTP\/1.1 400 /,
      );
  });

  it('that waits for "100 Continue" is answered 400 too', async () => {
    const head =
      'POST /api/messages HTTP/1.1\r\nHost: [\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\n';
    expect(await firstLine(door, head)).toMatch(/^HTTP\/1.1 400 /);
  });

  it.each(BAD_TARGETS)('that asks for "%s" is answered 400', async (target) => {
    expect(await firstLine(door, `GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(/^HTTP\/1.1 400 /);
  });

  it.each(ODD_TARGETS)('that asks for "%s" is answered by a status below 500', async (target) => {
    const line = await firstLine(door, `GET ${target} HTTP/1.1\r\nHost: x\r\n\r\n`);
    expect(line).toMatch(/^HTTP\/1.1 [24]\d\d /);
  });

  it('with an empty Host is served, for HTTP/1.0 has none', async () => {
    expect(await firstLine(door, 'GET /health/live HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 200 /);
    expect(await firstLine(door, 'GET /health/live HTTP/1.1\r\nHost:\r\n\r\n')).toMatch(/^HTTP\/1.1 200 /);
  });
});

describe('an error that nobody caught', () => {
  it('is one line of the log without its message, and ends the process', () => {
    const lines: unknown[] = [];
    const ended: number[] = [];
    const process = Object.assign(new EventEmitter(), { exit: (code: number) => ended.push(code) });
    const note = (fields: object, event: string) => lines.push({ event, ...fields });
    logUncaught(process, { info: note, warn: note, error: note });
    process.emit('unhandledRejection', new RangeError('Eva ringde'));
    expect(ended).toEqual([1]);
    process.emit('uncaughtException', new TypeError('Eva ringde'));
    expect(ended).toEqual([1, 1]);
    expect(lines).toMatchObject([
      { event: 'unhandledRejection', type: 'RangeError' },
      { event: 'uncaughtException', type: 'TypeError' },
    ]);
    expect(JSON.stringify(lines)).not.toContain('Eva');
  });
});

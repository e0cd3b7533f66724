import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { withHeartbeat } from '../../src/compose/heartbeat';

const MINUTE = 60_000;

/** Whoever listens for beats. @param status of the answers; undefined: none ever comes */
async function startListener(status: number | undefined = 200) {
  const beats: { method: string | undefined; body: string }[] = [];
  let heard: () => void = () => undefined;
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    beats.push({ method: request.method, body });
    heard();
    if (status === undefined) return;
    response.writeHead(status, status === 302 ? { location: '/elsewhere' } : {});
    response.end();
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    beats,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/ping`,
    next: () =>
      new Promise<void>((done) => {
        heard = done;
      }),
    stop: () =>
      new Promise<void>((done) => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

type Listener = Awaited<ReturnType<typeof startListener>>;

function beating(url: string | undefined, sweep: () => Promise<number> = async () => 0) {
  const lines: object[] = [];
  let logged: () => void = () => undefined;
  const log = {
    info: () => undefined,
    error: () => undefined,
    warn: (fields: object, event: string) => {
      lines.push({ ...fields, event });
      logged();
    },
  };
  const clock = { now: 0 };
  const run = withHeartbeat(sweep, { url, realNow: () => clock.now, log });
  return {
    run,
    clock,
    lines,
    line: () =>
      new Promise<void>((done) => {
        logged = done;
      }),
  };
}

let listener: Listener;
afterEach(() => listener.stop());

it('a beat follows a sweep, at most one a minute, with nothing in it', async () => {
  listener = await startListener();
  const { run, clock, lines } = beating(listener.url);
  const first = listener.next();
  expect(await run()).toBe(0);
  await first;
  await run();
  clock.now = MINUTE - 1;
  await run();
  const second = listener.next();
  clock.now = MINUTE;
  await run();
  await second;
  expect(listener.beats).toEqual(Array(2).fill({ method: 'POST', body: '' }));
  expect(lines).toEqual([]);
});

it('a clock that was set back by an hour silences none', async () => {
  listener = await startListener();
  const { run, clock } = beating(listener.url);
  clock.now = 60 * MINUTE;
  for (const now of [60 * MINUTE, 0]) {
    clock.now = now;
    const beat = listener.next();
    await run();
    await beat;
  }
  expect(listener.beats).toHaveLength(2);
});

it('a sweep that fails, or has not come to its end, is followed by none', async () => {
  listener = await startListener();
  const failing = beating(listener.url, () => Promise.reject(new Error('tables')));
  await expect(failing.run()).rejects.toThrow('tables');
  const hanging = beating(listener.url, () => new Promise(() => undefined));
  void hanging.run();
  // One that works, to have something to wait for.
  const heard = listener.next();
  await beating(listener.url).run();
  await heard;
  expect(listener.beats).toHaveLength(1);
});

it.each([
  [500, 500],
  [404, 404],
  [302, 302],
])('a target that answers %i is one line in the log, and is not followed', async (status, why) => {
  listener = await startListener(status);
  const { run, lines, line } = beating(listener.url);
  const logged = line();
  expect(await run()).toBe(0);
  await logged;
  expect(lines).toEqual([{ why, event: 'heartbeatFailed' }]);
  expect(listener.beats).toHaveLength(1);
});

it('a target that never answers, or is not there, holds up no sweep', async () => {
  listener = await startListener(undefined);
  expect(await beating(listener.url).run()).toBe(0);
  const { url } = listener;
  await listener.stop();
  const { run, lines, line } = beating(url);
  const logged = line();
  expect(await run()).toBe(0);
  await logged;
  expect(lines).toEqual([{ why: 'TypeError', event: 'heartbeatFailed' }]);
  listener = await startListener();
});

it('without an address nothing is sent', async () => {
  listener = await startListener();
  const sweep = async () => 3;
  expect(beating(undefined, sweep).run).toBe(sweep);
});

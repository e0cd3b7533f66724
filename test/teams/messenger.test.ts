import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Address } from '../../src/app/ports/people';
import { createConnector } from '../../src/teams/outbound/connector';
import { type Connector, type Fault, startConnector } from '../support/fakeConnector';

const CHAT = 'a:1/chat med+tecken';
const MESSAGE = { card: { type: 'AdaptiveCard' }, summary: 'Du har en ny uppgift.' };
/** Short, for those that nobody answers; the others get the time that a busy machine needs. */
const SHORT = 200;
const NOW = Date.parse('2026-11-24T09:00:00Z');

let connector: Connector;
const to = (serviceUrl = connector.serviceUrl): Address => ({
  serviceUrl,
  conversationId: CHAT,
  userId: '29:eva',
  botId: '28:bot',
});
const messenger = createConnector({
  mayCall: () => true,
  token: async () => undefined,
  timeoutMs: 10_000,
  realNow: () => NOW,
});
const hasty = createConnector({
  mayCall: () => true,
  token: async () => undefined,
  timeoutMs: SHORT,
  realNow: () => NOW,
});

beforeEach(async () => {
  connector = await startConnector();
});
afterEach(() => connector.stop());

/** A connector that answers each request by hand; says what it was asked. */
async function startRaw(answer: (headers: Record<string, unknown>) => { status: number; body: string }) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(`${request.method} ${request.url} ${request.headers.authorization ?? '-'}`);
    const { status, body } = answer(request.headers);
    request.resume().on('end', () => {
      // Two statements: restify patches writeHead for the whole process, and its own returns nothing.
      response.writeHead(status);
      response.end(body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const stop = () => {
    server.closeAllConnections();
    return new Promise<void>((resolve) => server.close(() => resolve()));
  };
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, asked, stop };
}

describe('a message that arrives', () => {
  it('is a card with a neutral summary and no visible text', async () => {
    const result = await messenger.send(to(), MESSAGE);
    expect(result).toEqual({ kind: 'sent', activityId: 'activity1' });
    expect(connector.messages).toMatchObject([{ conversation: CHAT, card: MESSAGE.card, text: '' }]);
    expect(JSON.parse(connector.messages[0]?.sent[0] ?? '{}')).toMatchObject({
      type: 'message',
      summary: MESSAGE.summary,
      recipient: { id: '29:eva' },
    });
  });

  it('is changed in place by its id', async () => {
    await messenger.send(to(), MESSAGE);
    const card = { type: 'AdaptiveCard', body: [] };
    expect(await messenger.update(to(), 'activity1', { ...MESSAGE, card })).toMatchObject({ kind: 'sent' });
    expect(connector.messages).toMatchObject([{ id: 'activity1', card }]);
  });

  it('reaches a service url with or without a slash at its end, and carries the token', async () => {
    const raw = await startRaw(() => ({ status: 201, body: '{"id":"7"}' }));
    const withToken = createConnector({
      mayCall: () => true,
      token: async () => 'secret',
      timeoutMs: 10_000,
      realNow: () => NOW,
    });
    for (const url of [`${raw.url}/teams`, `${raw.url}/teams/`]) {
      expect(await withToken.send(to(url), MESSAGE)).toEqual({ kind: 'sent', activityId: '7' });
    }
    const path = `/teams/v3/conversations/${encodeURIComponent(CHAT)}/activities`;
    expect(raw.asked).toEqual([`POST ${path} Bearer secret`, `POST ${path} Bearer secret`]);
    await raw.stop();
  });

  it('counts as sent after a 2xx whose body cannot be read', async () => {
    const raw = await startRaw(() => ({ status: 202, body: 'not json' }));
    expect(await messenger.send(to(raw.url), MESSAGE)).toMatchObject({ kind: 'sent' });
    await raw.stop();
  });
});

describe('a message that does not', () => {
  const tryWith = async (fault: Fault) => {
    connector.failNext(CHAT, fault);
    return messenger.send(to(), MESSAGE);
  };

  const changeWith = async (fault: Fault) => {
    connector.failNext(CHAT, fault);
    return messenger.update(to(), 'activity1', MESSAGE);
  };

  it.each([403, 404, 410])('is unreachable after %i', async (status) => {
    expect(await tryWith({ status })).toEqual({ kind: 'unreachable', code: String(status) });
  });

  it.each([404, 410])('was to change one that is gone, after %i', async (status) => {
    expect(await changeWith({ status })).toEqual({ kind: 'gone', code: String(status) });
  });

  it('may not change another, after 403', async () => {
    expect(await changeWith({ status: 403 })).toEqual({ kind: 'unreachable', code: '403' });
  });

  it.each([400, 413, 405, 422])('will never be taken after %i', async (status) => {
    expect(await tryWith({ status })).toEqual({ kind: 'rejected', code: String(status) });
  });

  it.each([401, 408, 409, 412, 429])('has failed after %i, and may be tried again', async (status) => {
    expect(await tryWith({ status })).toMatchObject({ kind: 'failed', code: String(status) });
  });

  it.each([
    ['7', 7_000],
    ['Tue, 24 Nov 2026 09:02:00 GMT', 120_000],
    ['Tue, 24 Nov 2026 08:00:00 GMT', undefined],
    ['soon', undefined],
    ['0', undefined],
  ])('tells how long to wait when the server says %s', async (text, retryAfter) => {
    const result = await tryWith({ status: 429, headers: { 'retry-after': text } });
    expect(result).toEqual({ kind: 'failed', code: '429', retryAfter });
  });

  it.each([500, 502, 503, 504])('may have arrived after %i', async (status) => {
    expect(await tryWith({ status })).toMatchObject({ kind: 'unknown', code: String(status) });
  });

  it('may have arrived when the line is cut', async () => {
    expect(await tryWith('cut')).toMatchObject({ kind: 'unknown' });
  });

  it('may have arrived when nobody answers, and is given up in time', async () => {
    connector.failNext(CHAT, 'hang');
    expect(await hasty.send(to(), MESSAGE)).toEqual({ kind: 'unknown', code: 'timeout' });
  });

  it('is sent once only, whatever the answer', async () => {
    const raw = await startRaw(() => ({ status: 503, body: '' }));
    await messenger.send(to(raw.url), MESSAGE);
    expect(raw.asked).toHaveLength(1);
    await raw.stop();
  });

  it('has failed when the connection is refused', async () => {
    const raw = await startRaw(() => ({ status: 200, body: '' }));
    await raw.stop();
    expect(await messenger.send(to(raw.url), MESSAGE)).toEqual({ kind: 'failed', code: 'ECONNREFUSED' });
  });

  it('is not sent, nor is a token asked for, to a service that the bot may not speak to', async () => {
    const token = jest.fn(async () => 'secret');
    const careful = createConnector({ mayCall: () => false, token, timeoutMs: SHORT, realNow: () => NOW });
    const rejected = { kind: 'rejected', code: 'service' };
    expect(await careful.send(to(), MESSAGE)).toEqual(rejected);
    expect(await careful.update(to(), 'activity1', MESSAGE)).toEqual(rejected);
    expect(token).not.toHaveBeenCalled();
    expect(connector.messages).toEqual([]);
  });

  it('has failed, and not perhaps arrived, when there is no token', async () => {
    const refused = createConnector({
      mayCall: () => true,
      token: () => Promise.reject(new Error('no')),
      timeoutMs: SHORT,
      realNow: () => NOW,
    });
    expect(await refused.send(to(), MESSAGE)).toEqual({ kind: 'failed', code: 'token' });
    const slow = createConnector({
      mayCall: () => true,
      token: () => new Promise(() => undefined),
      timeoutMs: SHORT,
      realNow: () => NOW,
    });
    expect(await slow.send(to(), MESSAGE)).toEqual({ kind: 'failed', code: 'token' });
    expect(connector.messages).toEqual([]);
  });
});

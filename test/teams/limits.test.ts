import { connect } from 'node:net';
import { compose } from '../../src/compose';
import { CLOUDS, mayCall } from '../../src/teams/clouds';
import { buttons, elements, words } from '../support/cardReading';
import { type Door, type DoorOptions, openDoor, PERSON, TENANT } from './openDoor';

let doors: Door[] = [];
const open = async (options?: DoorOptions) => {
  const door = await openDoor(options);
  doors.push(door);
  return door;
};
afterEach(async () => {
  await Promise.all(doors.map((door) => door.stop()));
  doors = [];
});

const execute = (verb: string) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  value: { action: { type: 'Action.Execute', verb, data: {} } },
});
const cardIn = (text: string) => JSON.parse(text).value;

describe('who writes faster than anyone can type', () => {
  /** A door whose clock stands still until it is moved. */
  const openStill = async () => {
    const clock = { now: Date.now() };
    return { clock, door: await open({ realNow: () => clock.now }) };
  };
  const written = async (door: Door, text: string, times: number) => {
    for (let one = 0; one < times; one++) await door.activity({ text });
  };

  it('is asked to wait after thirty messages, with 112 and the way to help, and goes on by time', async () => {
    const { clock, door } = await openStill();
    await written(door, 'hej', 30);
    expect(door.told).toHaveLength(30);
    await written(door, 'hej', 1);
    const card = door.connector.messages.at(-1)?.card;
    expect(words(card)).toContain('112');
    expect(buttons(card).map(({ verb }) => verb)).toEqual(['start', 'contacts']);
    expect(door.told).toHaveLength(30);
    clock.now += 1_000;
    await written(door, 'hej', 2);
    expect(door.told).toHaveLength(31);
  });

  it('can always press, whatever it is', async () => {
    const { door } = await openStill();
    await written(door, 'hej', 31);
    for (const verb of ['alarmParty', 'toPage', 'mine', 'readLog', 'nonsense'])
      for (let one = 0; one < 40; one++) await door.activity(execute(verb));
    expect(door.told.filter(({ press }) => press)).toHaveLength(200);
  });

  it.each(['rapportera hot', 'kontaktlista', '112', 'han har kniv'])(
    'can always write "%s"',
    async (text) => {
      const { door } = await openStill();
      await written(door, 'hej', 31);
      await written(door, text, 20);
      expect(door.told.filter((one) => one.text === text)).toHaveLength(20);
    },
  );

  it('and cries for help do not use up what is left for other messages', async () => {
    const { door } = await openStill();
    await written(door, 'rapportera hot', 100);
    await written(door, 'hej', 30);
    expect(door.told).toHaveLength(130);
  });

  it('is told once in the chat, then not answered: nobody can make the bot flood a chat', async () => {
    const { door } = await openStill();
    await written(door, 'hej', 35);
    expect(door.connector.messages.filter(({ card }) => buttons(card).length === 2)).toHaveLength(1);
    expect(door.lines.filter((line) => line.includes('tooMany'))).toHaveLength(1);
  });

  it('holds back nobody else', async () => {
    const { door } = await openStill();
    await written(door, 'hej', 31);
    const other = '7e57da7a-0000-4000-8000-000000000041';
    await door.activity({ text: 'hej', from: { id: '29:o', aadObjectId: other } });
    expect(door.told).toHaveLength(31);
  });
});

describe('a guest of the own tenant', () => {
  const from = { id: '29:g', name: 'Gun', aadObjectId: PERSON };

  it.each<[string, object]>([
    ['by their role', { from: { ...from, userRole: 'guest' } }],
    ['by their role in capitals', { from: { ...from, userRole: 'Guest' } }],
    ['without a name', { from: { ...from, userRole: 'anonymous' } }],
    ['by a mark of the channel', { channelData: { tenant: { id: TENANT }, userRole: 'guest' } }],
    [
      'by the sender of the channel',
      { channelData: { tenant: { id: TENANT }, from: { userRole: 'guest' } } },
    ],
    ['by properties', { from: { ...from, properties: { userRole: 'guest' } } }],
    ['who has no account that the tenant knows', { from: { id: '29:x', name: 'Gun' } }],
    ['whose account id is none', { from: { id: '29:x', name: 'Gun', aadObjectId: 'gun' } }],
  ])('%s gets a fixed card: whom to ring, nothing to press, nothing of ours', async (_, parts) => {
    const door = await open({ tenantId: TENANT });
    await door.activity({ text: 'rapportera hot', ...parts });
    const { text } = await door.activity({ ...execute('start'), ...parts });
    await door.activity({ type: 'installationUpdate', action: 'add', ...parts });
    expect(door.told).toEqual([]);
    expect(door.connector.messages).toHaveLength(2);
    for (const card of [cardIn(text), ...door.connector.messages.map((message) => message.card)]) {
      expect(words(card)).toMatch(/112[\s\S]*114 14/);
      expect(buttons(card)).toEqual([]);
      const urls = elements(card).flatMap(({ url }) => url ?? []);
      expect(urls).toEqual(['tel:112', 'tel:11414']);
    }
  });

  it('gets no answer to what merely happens', async () => {
    const door = await open({ tenantId: TENANT });
    const parts = { from: { ...from, userRole: 'guest' } };
    await door.activity({ type: 'installationUpdate', action: 'remove', ...parts });
    await door.activity({ type: 'conversationUpdate', ...parts });
    expect([door.told, door.connector.messages]).toEqual([[], []]);
  });
});

describe('every answer of the server', () => {
  it.each([
    ['/health/live', undefined],
    ['/health/ready', undefined],
    ['/', undefined],
    ['/%E0%A4%A', undefined],
    ['/health/live?__proto__[x]=1&%', undefined],
    ['/api/messages/../../etc/passwd', undefined],
    ['/api/messages', undefined],
    ['/api/messages', '{'],
    ['/api/messages', '{"type":"message"}'],
  ])('%s %s is kept and shown by nobody, and does not say what made it', async (path, body) => {
    const door = await open();
    const response = await fetch(`${door.url}${path}`, {
      ...(body ? { method: 'POST', body, headers: { 'content-type': 'application/json' } } : {}),
    });
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
      'referrer-policy': 'no-referrer',
    });
    for (const name of ['server', 'x-powered-by', 'x-aspnet-version', 'via'])
      expect(response.headers.get(name)).toBeNull();
    expect(response.status).toBeLessThan(500);
    expect(await response.text()).not.toMatch(/rror|restify|node/);
  });
});

describe('a page of the sandbox', () => {
  it('may have scripts and styles, which no answer of the door has', async () => {
    const handle = async () => ({ status: 200, type: 'text/html', text: '<p>x</p>' });
    const door = await open({ routes: [{ method: 'GET', path: '/page', handle }] });
    const response = await fetch(`${door.url}/page`);
    expect(await response.text()).toBe('<p>x</p>');
    expect(response.headers.get('content-security-policy')).toBeNull();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('who takes their time', () => {
  const talk = async (door: Door, text: string): Promise<string> => {
    const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
    socket.write(text);
    const parts: Buffer[] = [];
    for await (const part of socket) parts.push(part as Buffer);
    return Buffer.concat(parts).toString();
  };
  const times = {
    headersTimeout: 1_000,
    requestTimeout: 1_000,
    keepAliveTimeout: 50,
    connectionsCheckingInterval: 20,
  };

  it('with the head of a request is cut off', async () => {
    const said = await talk(await open({ times }), 'POST /api/messages HTTP/1.1\r\nHost: x\r\n');
    expect(said).toMatch(/^(HTTP\/1.1 408 [\s\S]*)?$/);
  });

  it('with the body too', async () => {
    const head =
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 9\r\n\r\n{';
    const door = await open({ times });
    const said = await talk(door, head);
    expect(said).toMatch(/^(HTTP\/1.1 4\d\d [\s\S]*)?$/);
    expect(door.told).toEqual([]);
  });

  it('between two requests too', async () => {
    const said = await talk(await open({ times }), 'GET /health/live HTTP/1.1\r\nHost: x\r\n\r\n');
    expect(said).toContain('200 OK');
  });
});

describe('a body', () => {
  const post = async (door: Door, body: string, more: Record<string, string> = {}) =>
    door.request('/api/messages', body, 'application/json', more);
  const nest = (depth: number) => `{"type":"message","value":${'['.repeat(depth)}${']'.repeat(depth)}}`;

  it.each([
    ['that is too big', 413, `{"type":"${'a'.repeat(262_200)}"}`],
    ['that nests thirty levels deeper than any card', 400, nest(60)],
    ['that nests a hundred thousand deep', 400, nest(100_000)],
    ['that is cut', 400, '{"type":"mess'],
    ['that is a list', 400, '[{"type":"message"}]'],
    ['that is null', 400, 'null'],
    ['that is a text', 400, '"message"'],
    ['that is empty', 400, ''],
  ])('%s gets %i and nothing more', async (_, status, body) => {
    const door = await open();
    expect(await post(door, body)).toEqual({ status, text: '' });
    expect(door.told).toEqual([]);
  });

  it.each(['/nowhere', '/health/live'])(
    'of any size for %s is not read: the connection is closed',
    async (path) => {
      const door = await open();
      const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
      socket.write(`POST ${path} HTTP/1.1\r\nHost: x\r\nContent-Length: 4000000000\r\n\r\n{`);
      const parts: Buffer[] = [];
      for await (const part of socket) parts.push(part as Buffer);
      expect(Buffer.concat(parts).toString()).toMatch(/^HTTP\/1.1 40[45] [\s\S]*connection: close/i);
    },
  );

  it('that is packed gets 415: it could be of any size', async () => {
    const door = await open();
    expect(await post(door, '{}', { 'content-encoding': 'gzip' })).toEqual({ status: 415, text: '' });
  });

  it('loses the keys that change what an object is, and keeps brackets in a text', async () => {
    const door = await open();
    const data = '{"__proto__":{"id":"x"},"constructor":{"prototype":{}},"text":"[[[{{{\\"[["}';
    const value = `{"action":{"verb":"start","data":${data}}}`;
    const { from, conversation, recipient } = {
      from: { id: '29:x', aadObjectId: PERSON },
      conversation: { id: 'chat', conversationType: 'personal' },
      recipient: { id: '28:bot' },
    };
    const rest = JSON.stringify({
      type: 'invoke',
      name: 'adaptiveCard/action',
      channelId: 'msteams',
      serviceUrl: door.connector.serviceUrl,
      from,
      conversation,
      recipient,
    });
    expect((await post(door, `${rest.slice(0, -1)},"value":${value}}`)).status).toBe(200);
    expect(JSON.stringify(door.told[0]?.press?.data)).toBe('{"text":"[[[{{{\\"[["}');
  });

  it('names a person in whole letters: none that hide or turn others', async () => {
    const door = await open();
    const name = `E\u0000v\u202ea\ud800${'x'.repeat(500)}`;
    await door.activity({ text: 'a\u0007b\ud800\nc', from: { id: '29:x', name, aadObjectId: PERSON } });
    expect(door.told[0]?.caller?.name).toBe(`Eva\uFFFD${'x'.repeat(194)}`);
    expect(door.told[0]?.text).toBe('ab\uFFFD\nc');
  });
});

describe('the services that the bot speaks to', () => {
  it.each([
    ['https://smba.trafficmanager.net/emea/', true],
    ['https://smba.trafficmanager.net', true],
    ['http://smba.trafficmanager.net/emea/', false],
    ['https://smba.trafficmanager.net:8443/', false],
    ['https://smba.trafficmanager.net@evil.example/', false],
    ['https://user:pass@smba.trafficmanager.net/', false],
    ['https://smba.trafficmanager.net.evil.example/', false],
    ['https://evil.example/smba.trafficmanager.net', false],
    ['https://xsmba.trafficmanager.net/', false],
    ['http://127.0.0.1:3978/', false],
    ['https://localhost/', false],
    ['file:///etc/passwd', false],
    ['smba.trafficmanager.net', false],
    ['', false],
  ])('%s: %s', (url, may) => {
    expect(mayCall(CLOUDS.public, url)).toBe(may);
  });

  it('are on this machine only for who has no credentials, and nobody else is heard', async () => {
    const door = await open();
    await door.activity({ text: 'hej', serviceUrl: 'https://smba.trafficmanager.net/emea/' });
    expect(door.told).toEqual([]);
    const parts = { host: '0.0.0.0', config: {}, tables: {} } as unknown as Parameters<typeof compose>[0];
    await expect(compose(parts)).rejects.toThrow(/127\.0\.0\.1/);
  });
});

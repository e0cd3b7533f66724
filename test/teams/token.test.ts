/* @modules-of-its-own: the console that is muted is the one of the first file to load that module. */
import { createHmac, type KeyObject } from 'node:crypto';
import { createRequire } from 'node:module';
import { connect } from 'node:net';
import { type Activity, ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import { card } from '../../src/cards/parts';
import { words } from '../support/cardReading';
import { APP_ID, type OpenId, signed, startOpenId, unsigned } from '../support/openId';
import { type Door, type DoorOptions, openDoor, PERSON, TENANT } from './openDoor';

const NOW = Math.floor(Date.now() / 1_000);
const OTHER = '7e57da7a-0000-4000-8000-000000000099';

let openId: OpenId;
let spoken: jest.SpyInstance;
let door: Door;
beforeAll(async () => {
  spoken = jest.spyOn(console, 'error').mockImplementation(() => undefined);
  openId = await startOpenId();
});
afterAll(() => openId.stop());
// The SDK has words of its own about each wrong token, and prints every key that it knows: a stranger fills the disk.
afterEach(() => expect(spoken).not.toHaveBeenCalled());
let opened: { stop(): Promise<void> }[] = [];
const open = async (options: DoorOptions): Promise<Door> => {
  const one = await openDoor(options);
  opened.push(one);
  return one;
};
beforeEach(async () => {
  door = await open({ isGuarded: true, tenantId: TENANT, cloud: openId.cloud });
});
afterEach(async () => {
  await Promise.all(opened.map((one) => one.stop()));
  opened = [];
});

const press = {
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: 'card-1',
  value: { action: { type: 'Action.Execute', verb: 'start', data: {} } },
};
const token = (claims?: object, head?: object, key?: KeyObject) =>
  `Bearer ${openId.token(door.connector.serviceUrl, claims, head, key)}`;

const expectNoEffect = () => {
  expect(door.told).toEqual([]);
  expect(door.connector.messages).toEqual([]);
};

const HEAD = { alg: 'RS256', typ: 'JWT', kid: 'own' };
const claims = (more: object = {}) => openId.claims({ serviceurl: door.connector.serviceUrl, ...more });

/** HS256 with the public key as the secret: who mixes up the algorithms takes it for a signature. */
const confused = (): string => {
  const text = unsigned({ ...HEAD, alg: 'HS256' }, claims());
  const secret = openId.keys.public.export({ type: 'spki', format: 'pem' });
  return `Bearer ${text}.${createHmac('sha256', secret).update(text).digest('base64url')}`;
};

describe('a good token', () => {
  it('lets a press in, and it is answered with a card', async () => {
    const answer = await door.activity(press, token());
    expect(answer.status).toBe(200);
    expect(words(JSON.parse(answer.text).value)).toBe('Pressed start');
    expect(door.told).toMatchObject([{ what: 'pressed', press: { caller: { person: PERSON } } }]);
  });

  it.each([
    ['has just expired', () => token({ exp: NOW - 240 })],
    ['is valid in a moment', () => token({ nbf: NOW + 240 })],
  ])('may be up to five minutes off: it %s', async (_, authorization) => {
    expect((await door.activity(press, authorization())).status).toBe(200);
    expect(door.told).toHaveLength(1);
  });
});

const REFUSED: readonly [string, number, () => string | undefined][] = [
  ['none at all', 401, () => undefined],
  ['an empty header', 401, () => ''],
  ['Bearer and nothing', 401, () => 'Bearer'],
  ['another scheme', 401, () => token().replace('Bearer', 'Basic')],
  ['two tokens', 401, () => `${token()} ${token().slice(7)}`],
  ['no JWT', 401, () => 'Bearer abc'],
  ['parts that are no JSON', 401, () => 'Bearer YQ.YQ.YQ'],
  ['claims that are a text', 401, () => `Bearer ${signed(openId.keys.own, HEAD, '"text"')}`],
  ['claims that are nothing', 401, () => `Bearer ${signed(openId.keys.own, HEAD, 'null')}`],
  ['an expired one', 401, () => token({ exp: NOW - 600, nbf: NOW - 4_000 })],
  ['one without an end', 401, () => token({ exp: undefined })],
  ['one with a text for an end', 401, () => token({ exp: '4000000000' })],
  ['one that is not valid yet', 401, () => token({ nbf: NOW + 600 })],
  ['one for another bot', 401, () => token({ aud: OTHER })],
  ['one for several bots', 401, () => token({ aud: [APP_ID, OTHER] })],
  ['one for nobody', 401, () => token({ aud: undefined })],
  ['one of another issuer', 401, () => token({ iss: 'https://api.botframework.us' })],
  ['one of no issuer', 401, () => token({ iss: undefined })],
  [
    'one of an emulator',
    401,
    () => token({ iss: `https://sts.windows.net/${OTHER}/`, tid: OTHER, appid: APP_ID }),
  ],
  ['one that names another tenant', 401, () => token({ tid: OTHER })],
  ['one of a skill', 401, () => token({ ver: '1.0', appid: OTHER })],
  ['one with algorithm none', 401, () => `Bearer ${unsigned({ ...HEAD, alg: 'none' }, claims())}.`],
  ['algorithm none and a signature', 401, () => token({}, { alg: 'none' })],
  ['HS256 with the public key', 401, confused],
  ['a key that nobody knows', 401, () => token({}, { kid: 'unknown' })],
  ['a key by another name', 401, () => token({}, { kid: '__proto__' })],
  ['no key', 401, () => token({}, { kid: undefined })],
  ['no signature', 401, () => `Bearer ${unsigned(HEAD, claims())}.`],
  ['a signature of another', 401, () => token({}, {}, openId.keys.other)],
  ['a signature that is cut', 401, () => token().slice(0, -20)],
  [
    'claims changed after signing',
    401,
    () => {
      const [head, , signature] = token({ aud: OTHER }).split('.');
      return `${head}.${unsigned({}, claims()).split('.')[1]}.${signature}`;
    },
  ],
  ['a key that is endorsed for web chat only', 401, () => token({}, { kid: 'web' }, openId.keys.other)],
  ['a very long one', 401, () => token({ more: 'x'.repeat(9_000) })],
  ['no service', 403, () => token({ serviceurl: undefined })],
  ['a service that is no text', 403, () => token({ serviceurl: ['a'] })],
  ['another service', 403, () => token({ serviceurl: 'https://smba.trafficmanager.net/emea/' })],
];

describe('a token that is wrong', () => {
  it.each(REFUSED)('%s is refused with %i, without a word and without effect', async (_, status, given) => {
    expect(await door.activity(press, given())).toEqual({ status, text: '' });
    expectNoEffect();
    expect(door.lines.join()).not.toMatch(/ey[A-Za-z0-9]{10}/);
  });

  it('is refused before the body is read: one that never comes is answered too', async () => {
    const socket = connect(Number(new URL(door.url).port), '127.0.0.1');
    socket.write(
      'POST /api/messages HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer a.b.c\r\nContent-Length: 200000\r\n\r\n{',
    );
    const parts: Buffer[] = [];
    for await (const part of socket) parts.push(part as Buffer);
    expect(Buffer.concat(parts).toString()).toMatch(/^HTTP\/1.1 401 [\s\S]*\r\n\r\n$/);
  });

  it('cannot make the SDK trust more issuers: it believes the tenant of any token, signed or not', async () => {
    const ofSdk = createRequire(require.resolve('botbuilder'));
    const settings = ofSdk('botframework-connector/lib/auth/tokenValidationParameters');
    const trusted: unknown[] = settings.ToBotFromBotOrEmulatorTokenValidationParameters.issuer;
    const before = trusted.length;
    await door.activity(press, token({ tid: OTHER }, {}, openId.keys.other));
    await door.activity(press, token({ tid: OTHER, iss: `https://sts.windows.net/${OTHER}/` }));
    expect(trusted).toHaveLength(before);
    // The other side of it: without the look, the SDK does so.
    const sdk = new ConfigurationBotFrameworkAuthentication({
      MicrosoftAppId: APP_ID,
      MicrosoftAppPassword: 'p',
    });
    const forged = `Bearer ${unsigned(HEAD, claims({ tid: OTHER }))}.`;
    await sdk.authenticateRequest({ channelId: 'msteams' } as Activity, forged).catch(() => undefined);
    expect(trusted.length).toBe(before + 4);
    trusted.length = before;
  });

  it('by the hundred is one line in the log', async () => {
    await Promise.all(Array.from({ length: 100 }, () => door.activity(press, 'Bearer a.b.c')));
    expect(door.lines.filter((line) => line.includes('turnedAway'))).toHaveLength(1);
  });
});

describe('a good token and an activity that is wrong', () => {
  const chat = (more: object) => ({ conversation: { id: 'chat', tenantId: TENANT, ...more } });
  const personal = { conversationType: 'personal' };

  it.each<[string, number, object]>([
    [
      'another tenant',
      200,
      { channelData: { tenant: { id: OTHER } }, ...chat({ ...personal, tenantId: OTHER }) },
    ],
    ['two tenants', 200, { channelData: { tenant: { id: OTHER } } }],
    ['two tenants, the own one first', 200, chat({ ...personal, tenantId: OTHER })],
    ['no tenant', 200, { channelData: {}, conversation: { id: 'chat', ...personal } }],
    [
      'a tenant that is no text',
      200,
      { channelData: { tenant: { id: [TENANT] } }, conversation: { id: 'c', ...personal } },
    ],
    ['no sender', 200, { from: undefined }],
    ['nowhere', 200, { conversation: undefined }],
    ['another channel', 200, { channelId: 'webchat' }],
    ['no channel', 200, { channelId: undefined }],
    ['the way in of another kind of channel', 200, { channelId: 'AseChannel' }],
    ['an unknown kind of chat', 200, chat({ conversationType: 'meeting' })],
    ['an unknown type', 200, { type: 'event', name: 'x' }],
    ['no type', 400, { type: undefined }],
    ['a type that is none', 400, { type: { a: 1 } }],
    ['no service', 403, { serviceUrl: undefined }],
    ['an empty service', 403, { serviceUrl: '' }],
    ['another service', 403, { serviceUrl: 'https://evil.example/' }],
    ['the same service but a letter', 403, { serviceUrl: 'http://127.0.0.1/' }],
    ['a wish to have the answers', 400, { deliveryMode: 'expectReplies' }],
  ])('%s gets %i, nothing more, and has no effect', async (_, status, parts) => {
    expect(await door.activity({ ...press, ...parts }, token())).toEqual({ status, text: '' });
    expectNoEffect();
  });

  it.each<[string, object]>([
    ['nobody', { from: { id: '29:x' } }],
    ['a person by name', { from: { id: '29:x', aadObjectId: 'eva' } }],
    ['a person in a list', { from: { id: '29:x', aadObjectId: [PERSON] } }],
  ])('%s gets the fixed card with numbers, and has no effect', async (_, parts) => {
    const answer = await door.activity({ ...press, ...parts }, token());
    expect(answer).toMatchObject({ status: 200, text: expect.stringContaining('114 14') });
    expectNoEffect();
  });

  it('that agree in naming no service at all', async () => {
    const none = token({ serviceurl: undefined });
    expect(await door.activity({ ...press, serviceUrl: '' }, none)).toEqual({ status: 403, text: '' });
    expectNoEffect();
  });

  it('of a service that the bot may not speak to', async () => {
    const serviceUrl = 'https://evil.example/';
    const authorization = `Bearer ${openId.token(serviceUrl)}`;
    expect(await door.activity({ ...press, serviceUrl }, authorization)).toEqual({ status: 200, text: '' });
    expectNoEffect();
  });
});

describe('when the keys of the connector cannot be had', () => {
  it('nobody is let in, and the caller may come again', async () => {
    const dark = await startOpenId();
    opened.push(dark);
    dark.fail();
    const closed = await open({ isGuarded: true, tenantId: TENANT, cloud: dark.cloud });
    const authorization = `Bearer ${dark.token(closed.connector.serviceUrl)}`;
    expect(await closed.activity(press, authorization)).toEqual({ status: 503, text: '' });
    expect(closed.told).toEqual([]);
  });
});

describe('the same activity twice', () => {
  const again = { ...press, id: 'the-same' };

  it('has no second effect: a press gets the card as it is now, a message nothing', async () => {
    expect((await door.activity(again, token())).text).toContain('Pressed start');
    expect((await door.activity(again, token())).text).toContain('Pressed start');
    expect(door.told.map(({ press: one }) => one?.isRepeat)).toEqual([undefined, true]);
    const message = { ...again, type: 'message', text: 'hej' };
    expect(await door.activity(message, token())).toEqual({ status: 200, text: '' });
    expect(door.told).toHaveLength(2);
  });

  it('is handled anew when the first could not be', async () => {
    let isBroken = true;
    const broken = await open({
      bot: {
        onMessage: async () => {
          if (isBroken) throw new Error('no storage');
          return { view: card({ title: 'here' }) };
        },
      },
    });
    const message = { id: 'm-1', text: 'rapportera hot' };
    await broken.activity(message);
    expect(words(broken.connector.messages.at(-1)?.card)).toContain('Trouble');
    isBroken = false;
    await broken.activity(message);
    expect(words(broken.connector.messages.at(-1)?.card)).toContain('Here');
  });

  it('also when it has no id: it is known again by what it says', async () => {
    const nameless = { ...again, id: undefined };
    const before = door.told.length;
    expect((await door.activity(nameless, token())).text).toContain('Pressed start');
    await door.activity(nameless, token());
    await door.activity({ ...nameless, timestamp: '2026-11-24T09:00:01Z' }, token());
    expect(door.told.slice(before).map(({ press: one }) => one?.isRepeat)).toEqual([
      undefined,
      true,
      undefined,
    ]);
  });

  it('at the same time is answered twice with the same card', async () => {
    let go = () => {};
    let count = 0;
    const held = new Promise<void>((resolve) => {
      go = resolve;
    });
    const slow = await open({
      bot: {
        onAction: async () => {
          count++;
          await held;
          return { view: { name: 'line', data: { text: 'done', buttons: [] } } };
        },
      },
    });
    const both = [slow.activity(again), slow.activity(again)];
    // The second has passed the door when a third, which is another one, has been answered.
    await slow.activity({ text: 'hej' });
    go();
    const [first, second] = await Promise.all(both);
    expect(first?.text).toContain('done');
    expect(second).toEqual(first);
    expect(count).toBe(1);
  });

  it('in another chat is another one', async () => {
    await door.activity(again, token());
    await door.activity({ ...again, conversation: { id: 'other', conversationType: 'personal' } }, token());
    expect(door.told).toHaveLength(2);
  });

  it('is forgotten when no token can be as old', async () => {
    let now = Date.now();
    const late = await open({ realNow: () => now });
    await late.activity(again);
    now += 89 * 60_000;
    await late.activity(again);
    now += 2 * 60_000;
    await late.activity(again);
    expect(late.told.map(({ press: one }) => one?.isRepeat)).toEqual([undefined, true, undefined]);
  });
});

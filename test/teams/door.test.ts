import type { Bot } from '../../src/app/bot';
import { listen } from '../../src/teams/inbound/server';
import { words } from '../support/cardReading';
import playground from '../support/playgroundActivities.json';
import { type Door, type DoorOptions, GROUP_SENTENCE, openDoor, PERSON, TENANT } from './openDoor';

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

const chat = (parts: object) => ({ conversation: { id: 'chat', tenantId: TENANT, ...parts } });
const execute = (verb: string, data: object = {}) => ({
  type: 'invoke',
  name: 'adaptiveCard/action',
  replyToId: 'card-1',
  value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
});
const failing = (): Promise<never> => Promise.reject(new Error('HEMLIGT'));

describe('who may speak', () => {
  it('hears a person in a private chat, by the object id in lower case', async () => {
    const door = await open({ tenantId: TENANT.toUpperCase() });
    const from = { id: '29:x', name: 'Eva', aadObjectId: PERSON.toUpperCase() };
    expect(await door.activity({ text: 'hej', from })).toMatchObject({ status: 200 });
    expect(door.told).toMatchObject([
      {
        what: 'said',
        text: 'hej',
        caller: {
          person: PERSON,
          name: 'Eva',
          address: { conversationId: 'chat', userId: '29:x', tenantId: TENANT },
        },
      },
    ]);
  });

  it.each([
    ['a group chat', { conversationType: 'groupChat' }],
    ['a channel', { conversationType: 'channel' }],
    ['a group without a type', { isGroup: true }],
  ])('answers one neutral sentence in %s, and hears nothing', async (_, parts) => {
    const door = await open();
    await door.activity({ text: 'rapportera hot', ...chat(parts) });
    await door.activity({ ...execute('start'), ...chat(parts) });
    await door.activity({ type: 'installationUpdate', action: 'add', ...chat(parts) });
    expect(door.told).toEqual([]);
    expect(door.connector.messages.map((one) => one.text)).toEqual([GROUP_SENTENCE]);
    expect(door.connector.messages[0]?.card).toBeUndefined();
  });

  const personal = { conversationType: 'personal' };
  it.each([
    ['another tenant', { channelData: { tenant: { id: PERSON } }, ...chat(personal) }],
    ['no tenant', { channelData: {}, conversation: { id: 'chat', ...personal } }],
    ['another channel', { channelId: 'webchat' }],
    ['an unknown kind of chat', chat({ conversationType: 'meeting' })],
    ['no kind of chat', chat({})],
    ['nowhere', { conversation: undefined }],
    ['no sender', { from: undefined }],
    ['no service', { serviceUrl: undefined }],
  ])('gives no reply to %s', async (_, parts) => {
    const door = await open({ tenantId: TENANT });
    await door.activity({ text: 'hej', ...parts });
    await door.activity({ ...execute('start'), ...parts });
    await door.activity({ type: 'installationUpdate', action: 'add', ...parts });
    expect(door.told).toEqual([]);
    expect(door.connector.messages).toEqual([]);
  });

  it('takes what the Playground sends', async () => {
    const door = await open();
    const { serviceUrl } = door.connector;
    await door.activity({ ...playground.installationUpdate, serviceUrl });
    await door.activity({ ...playground.message, serviceUrl });
    await door.activity({ ...playground.invoke, serviceUrl });
    expect(door.told).toMatchObject([
      { what: 'installed', caller: { person: PERSON, name: '' } },
      { what: 'said', text: playground.message.text, caller: { name: 'Eva Norrlycke' } },
      { what: 'pressed', press: { verb: 'send', activityId: playground.invoke.replyToId } },
    ]);
  });

  it('lets nobody in without a token once there are credentials, and does not say why', async () => {
    const door = await open({ isGuarded: true });
    const answer = await door.activity({ text: 'hej' });
    expect(answer.status).toBe(401);
    expect(answer.text).toBe('');
    expect(door.told).toEqual([]);
  });
});

describe('what it answers', () => {
  it('a message with a card, and tells the bot its id', async () => {
    const door = await open();
    await door.activity({ text: 'hej' });
    const [message] = door.connector.messages;
    expect(words(message?.card)).toBe('Said hej');
    expect(message?.text).toBe('');
    expect(JSON.parse(message?.sent[0] ?? '{}')).toMatchObject({ summary: 'summary' });
    expect(message?.card).toMatchObject({ fallbackText: 'fallback', speak: 'summary' });
    expect(door.posted).toEqual([message?.id]);
  });

  it('a press with the card that takes its place', async () => {
    const door = await open();
    const { status, text } = await door.activity(execute('safe', { draft: 'd', party: 'S' }));
    expect(status).toBe(200);
    const body = JSON.parse(text);
    expect(body).toMatchObject({ statusCode: 200, type: 'application/vnd.microsoft.card.adaptive' });
    expect(words(body.value)).toBe('Pressed safe');
    expect(door.told).toMatchObject([
      {
        press: {
          verb: 'safe',
          data: { draft: 'd', party: 'S' },
          activityId: 'card-1',
          caller: { person: PERSON },
        },
      },
    ]);
    expect(door.connector.messages).toEqual([]);
  });

  it.each([
    ['without an action', { ...execute('x'), value: {} }],
    ['without a value', { ...execute('x'), value: undefined }],
  ])('a press %s with a card too', async (_, parts) => {
    const door = await open();
    const { status, text } = await door.activity(parts);
    expect(status).toBe(200);
    expect(words(JSON.parse(text).value)).toBe('Pressed ');
  });

  it('a message with a value (Action.Submit) as the message that it is: no press, whose answer would stay in the chat', async () => {
    const door = await open();
    await door.activity({ text: '', value: { verb: 'mine', from: '7' }, replyToId: 'card-1' });
    expect(door.told).toMatchObject([{ what: 'said', text: '' }]);
    expect(words(door.connector.messages[0]?.card)).toBe('Said ');
  });

  it('a conversation update with nothing: it comes with the installation, and only says who is there', async () => {
    const door = await open();
    const answer = await door.activity({ type: 'conversationUpdate', membersAdded: [{ id: '28:bot' }] });
    expect(answer).toMatchObject({ status: 200 });
    expect(door.told).toMatchObject([{ what: 'met', caller: { person: PERSON } }]);
    expect(door.connector.messages).toEqual([]);
  });

  it('other invokes, and events that it does not know, with nothing', async () => {
    const door = await open();
    const nothing = { status: 200, text: '' };
    expect(await door.activity({ type: 'invoke', name: 'task/fetch', value: {} })).toEqual(nothing);
    expect(await door.activity({ type: 'typing' })).toEqual(nothing);
    expect(door.told).toEqual([]);
    expect(door.connector.messages).toEqual([]);
  });

  it.each([
    { status: 412 },
    { status: 429, headers: { 'retry-after': '1' } },
    { status: 502 },
    { status: 503 },
    { status: 403 },
    'cut',
  ] as const)('a message by another try when Teams refuses the first (%j)', async (fault) => {
    const door = await open();
    door.connector.failNext('chat', fault);
    expect(await door.activity({ text: 'rapportera hot' })).toMatchObject({ status: 200 });
    expect(door.connector.messages).toHaveLength(1);
    expect(door.posted).toHaveLength(1);
    expect(door.told.map(({ what }) => what)).toEqual(['said']);
    expect(door.waits).toEqual([typeof fault === 'object' && fault.status === 429 ? 1_000 : 300]);
  });

  it.each([
    ['three tries', { status: 503 }, 3],
    ['one that took all the time there is', 'hang', 1],
    ['one, when Teams asks for a long pause', { status: 429, headers: { 'retry-after': '60' } }, 1],
  ] as const)('a message that does not arrive after %s later: the agenda has it', async (_, fault, times) => {
    const door = await open({ timeoutMs: fault === 'hang' ? 200 : 60_000 });
    for (let one = 0; one < times; one++) door.connector.failNext('chat', fault);
    expect(await door.activity({ text: 'rapportera hot' })).toMatchObject({ status: 200 });
    expect(door.connector.messages).toEqual([]);
    expect(door.posted).toEqual([]);
    expect(door.told.map(({ what }) => what)).toEqual(['said', 'unanswered']);
    expect(door.lines.filter((line) => line.includes('answerNotSent'))).toHaveLength(times);
  });
});

describe('installing', () => {
  const add = { type: 'installationUpdate', action: 'add' };
  const member = (door: Door, tenantId: string) =>
    door.connector.members.set(`29:${PERSON}`, { name: 'Eva N', email: 'eva@kommun.example', tenantId });

  it('tells the bot e-mail and tenant, as Teams knows them', async () => {
    const door = await open({ tenantId: TENANT });
    member(door, TENANT);
    await door.activity({ ...add, from: { id: `29:${PERSON}`, aadObjectId: PERSON } });
    expect(door.told).toMatchObject([
      {
        what: 'installed',
        caller: { name: 'Eva N' },
        member: { emails: ['eva@kommun.example'], isOwnTenant: true },
      },
    ]);
  });

  it('does not take a guest for one of its own', async () => {
    const door = await open({ tenantId: TENANT });
    member(door, PERSON);
    await door.activity(add);
    expect(door.told).toEqual([]);
    expect(words(door.connector.messages[0]?.card)).toContain('114 14');
    await door.activity({ text: 'hej' });
    expect(door.told).toEqual([]);
    expect(door.connector.messages).toHaveLength(2);
    member(door, TENANT);
    await door.activity(add);
    await door.activity({ text: 'hej' });
    expect(door.told).toMatchObject([{ what: 'installed' }, { what: 'said' }]);
  });

  it('goes on when the look-up fails', async () => {
    const door = await open();
    expect(await door.activity(add)).toMatchObject({ status: 200 });
    expect(door.told).toMatchObject([{ what: 'installed', member: undefined }]);
  });

  it('says when it is removed', async () => {
    const door = await open();
    await door.activity({ ...add, action: 'remove' });
    expect(door.told).toMatchObject([{ what: 'removed', caller: { person: PERSON } }]);
    expect(door.connector.messages).toEqual([]);
  });
});

describe('when something unexpected happens', () => {
  const broken: Partial<Bot> = {
    onMessage: failing,
    onAction: failing,
    onInstall: failing,
    onUninstall: failing,
  };

  it('the person gets a card with an id, the log the same id, and nobody the error', async () => {
    const door = await open({ bot: broken });
    const { status, text } = await door.activity(execute('safe'));
    expect(status).toBe(200);
    expect(words(JSON.parse(text).value)).toBe('Trouble abcdefgh');
    await door.activity({ text: 'hej' });
    expect(words(door.connector.messages[0]?.card)).toBe('Trouble abcdefgh');
    expect(door.lines.filter((line) => line.includes('abcdefgh'))).toHaveLength(2);
    expect(door.lines.join()).not.toContain('HEMLIGT');
  });

  it('and not even the card can be sent, the caller is told nothing', async () => {
    const door = await open({ bot: broken });
    door.connector.blocked.add('chat');
    for (const parts of [{ text: 'hej' }, { type: 'installationUpdate', action: 'remove' }]) {
      expect(await door.activity(parts)).toEqual({ status: 200, text: '' });
    }
  });

  it('and the sentence in a group cannot be sent, the caller is told nothing', async () => {
    const door = await open();
    door.connector.blocked.add('chat');
    const answer = await door.activity({ text: 'hej', ...chat({ conversationType: 'channel' }) });
    expect(answer.text).toBe('');
  });

  it.each([
    ['no JSON', '{"HEMLIGT', 'application/json'],
    ['a list', '["HEMLIGT"]', 'application/json'],
    ['text', 'HEMLIGT', 'text/plain'],
    ['nothing', '', 'application/json'],
    ['no type', '{"text":"HEMLIGT"}', 'application/json'],
    ['a type that is none', '{"type":{"HEMLIGT":1}}', 'application/json'],
  ])('%s is refused without repeating it', async (_, body, type) => {
    const door = await open();
    const answer = await door.request('/api/messages', body, type);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.text).not.toContain('HEMLIGT');
    expect(answer.text).not.toMatch(/ at |Error|undefined/);
    expect(door.told).toEqual([]);
  });

  it('a body over 256 KiB is refused', async () => {
    const door = await open();
    const answer = await door.activity({ text: 'a'.repeat(262_145) });
    expect(answer.status).toBe(413);
    expect(door.told).toEqual([]);
    expect(await door.activity({ text: 'hej' })).toMatchObject({ status: 200 });
  });
});

describe('health and other routes', () => {
  it('lives, and is ready only when the tables answer', async () => {
    let isUp = false;
    const door = await open({ ready: async () => (isUp ? undefined : failing()) });
    expect(await door.request('/health/live')).toMatchObject({ status: 200 });
    const before = await door.request('/health/ready');
    expect(before.status).toBe(503);
    expect(before.text).not.toContain('HEMLIGT');
    isUp = true;
    expect(await door.request('/health/ready')).toMatchObject({ status: 200 });
  });

  it('is ready also when somebody was nearly forgotten, and says so', async () => {
    const agenda = { late: 2, repaired: 1, oldestLateSeconds: 400, checkedAt: '2026-11-24T09:00:00.000Z' };
    const door = await open({ health: () => ({ agenda }) });
    const { status, text } = await door.request('/health/ready');
    expect([status, JSON.parse(text)]).toEqual([200, { status: 'ready', agenda }]);
  });

  it('takes routes from outside, and keeps their errors to itself', async () => {
    const door = await open({
      routes: [
        { path: '/sandbox/clock', handle: async (body) => ({ status: 200, body: { got: body } }) },
        { path: '/broken', handle: failing },
      ],
    });
    expect(await door.request('/sandbox/clock', '{"a":1}')).toEqual({ status: 200, text: '{"got":{"a":1}}' });
    const broken = await door.request('/broken', '{}');
    expect(broken.status).toBe(500);
    expect(broken.text).not.toContain('HEMLIGT');
  });

  it('finds nothing elsewhere', async () => {
    const door = await open();
    expect(await door.request('/')).toMatchObject({ status: 404 });
    expect(await door.request('/api/messages')).toMatchObject({ status: 405 });
  });

  it('says which setting to change when its port is taken', async () => {
    const door = await open();
    const port = Number(new URL(door.url).port);
    const again = listen({
      port,
      host: '127.0.0.1',
      door: async () => ({ status: 200 }),
      ready: async () => undefined,
      health: () => ({}),
      log: { info() {}, warn() {}, error() {} },
    });
    await expect(again).rejects.toThrow(/taken.*PORT/);
  });
});

describe('stopping', () => {
  it('lets a press that is under way be answered', async () => {
    let begin = () => {};
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    let finish = () => {};
    const finished = new Promise<void>((resolve) => {
      finish = resolve;
    });
    const door = await open({
      bot: {
        onAction: async () => {
          begin();
          await finished;
          return { view: { name: 'line', data: { text: 'done', buttons: [] } } };
        },
      },
    });
    const answer = door.activity(execute('safe'));
    await begun;
    const closed = door.close();
    finish();
    await closed;
    expect(words(JSON.parse((await answer).text).value)).toBe('done');
  });
});

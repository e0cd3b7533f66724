import { createSendGate, withPauses } from '../../src/app/delivery/sendGate';
import type { Pass, SendResult } from '../../src/app/ports/messenger';
import type { Address } from '../../src/app/ports/people';

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Enters, and notes when it was let in. */
function entering() {
  const gate = createSendGate();
  const inside = new Map<string, Pass>();
  const order: string[] = [];
  return {
    gate,
    inside,
    order,
    async enter(chat: string, isAcute = false, name = chat) {
      gate.enter(chat, isAcute).then((pass) => {
        inside.set(name, pass);
        order.push(name);
      });
      await pause();
    },
    async leave(name: string) {
      inside.get(name)?.leave();
      inside.delete(name);
      await pause();
    },
  };
}

describe('the gate of all sends', () => {
  it('lets eight in at once, two of them only if acute', async () => {
    const { enter, inside } = entering();
    for (let at = 1; at <= 8; at++) await enter(`o${at}`);
    expect(inside.size).toBe(6);
    for (let at = 1; at <= 8; at++) await enter(`a${at}`, true);
    expect([...inside.keys()].slice(6)).toEqual(['a1', 'a2']);
  });

  it('lets one in a chat', async () => {
    const { enter, leave, order } = entering();
    await enter('eva', true, 'first');
    await enter('eva', true, 'second');
    await enter('kim', false, 'other');
    expect(order).toEqual(['first', 'other']);
    await leave('first');
    expect(order).toEqual(['first', 'other', 'second']);
  });

  it('lets acute ones in before those who have waited longer, and these in their order', async () => {
    const { enter, leave, order } = entering();
    for (let at = 1; at <= 6; at++) await enter(`in${at}`);
    for (const name of ['early', 'late']) await enter(name);
    await enter('in1', true, 'acuteInChat');
    expect(order).toHaveLength(6);
    await leave('in2');
    await leave('in1');
    await leave('in3');
    await leave('in4');
    expect(order.slice(6)).toEqual(['early', 'acuteInChat', 'late']);
  });

  it('says who has waited, for what they read is old; leave is given back once only', async () => {
    const { enter, leave, inside, gate } = entering();
    await enter('eva', false, 'first');
    await enter('eva', false, 'second');
    const first = inside.get('first');
    expect(first?.hasWaited).toBe(false);
    await leave('first');
    expect(inside.get('second')?.hasWaited).toBe(true);
    first?.leave();
    let isIn = false;
    gate.enter('eva', true).then(() => {
      isIn = true;
    });
    await pause();
    expect(isIn).toBe(false);
  });
});

describe('a chat or a tenant that asks to be left alone', () => {
  const to = (chat: string, tenantId = 'town'): Address => ({
    serviceUrl: '',
    conversationId: chat,
    userId: '',
    botId: '',
    tenantId,
  });
  const answering = (result: SendResult) => ({ send: async () => result, update: async () => result });
  const message = { card: {}, summary: '' };
  const NOW = 5_000;
  const ofChat = (since: number, until: number) => ({ since, until, isOfChat: true });

  it.each([
    // A limit on messages is the chat's, any other wait the service's: of nobody in another tenant.
    ['send', 'failed', '429', [12_000, 0, 0]],
    ['update', 'failed', '429', [12_000, 0, 0]],
    ['send', 'unknown', '503', [12_000, 12_000, 0]],
    ['update', 'unknown', '503', [12_000, 12_000, 0]],
  ] as const)('is, after any %s: %s %s', async (call, kind, code, expected) => {
    const gate = createSendGate();
    const messenger = withPauses(answering({ kind, code, retryAfter: 7_000 }), gate, () => NOW);
    if (call === 'send') await messenger.send(to('a'), message);
    else await messenger.update(to('a'), 'activity', message);
    expect([to('a'), to('b'), to('a', 'other')].map((one) => gate.pausedUntil(one))).toEqual(expected);
  });

  it('is for an hour at most, and a shorter wait does not end a longer one', async () => {
    const gate = createSendGate();
    const long = withPauses(answering({ kind: 'unknown', code: '503', retryAfter: 1e12 }), gate, () => NOW);
    await long.send(to('a'), message);
    expect(gate.pausedUntil(to('a'))).toBe(NOW + 3_600_000);
    gate.pause(to('a'), { since: NOW, until: NOW + 1, isOfChat: false });
    expect(gate.pausedUntil(to('b'))).toBe(NOW + 3_600_000);
    gate.pause(to('a', 'other'), ofChat(NOW, NOW + 50));
    gate.pause(to('a', 'other'), ofChat(NOW, NOW + 1));
    expect(gate.pausedUntil(to('a', 'other'))).toBe(NOW + 50);
  });

  it.each([
    [
      'four within two seconds: everybody of theirs, as long as the fourth asks for',
      [0, 500, 1_000, 2_000],
      9_000,
    ],
    ['four in a longer time: nobody but them', [0, 500, 1_000, 2_001], 0],
    ['three: nobody but them', [0, 0, 0], 0],
  ])('is the whole tenant, by so many chats at once; %s', (_, times, expected) => {
    const gate = createSendGate();
    times.forEach((since, at) => {
      gate.pause(to(`chat${at}`), ofChat(since, at === 3 ? 9_000 : 20_000));
      // The same chat again and again is one.
      gate.pause(to(`chat${at}`), ofChat(since, 1));
    });
    expect(gate.pausedUntil(to('quiet'))).toBe(expected);
    expect(gate.pausedUntil(to('chat0'))).toBe(20_000);
    expect(gate.pausedUntil(to('quiet', 'other'))).toBe(0);
  });

  it('is the whole tenant also where the first of the four are over already', () => {
    const gate = createSendGate();
    [0, 500, 1_000].forEach((since, at) => {
      gate.pause(to(`chat${at}`), ofChat(since, since + 1));
    });
    gate.pause(to('chat3'), ofChat(2_000, 9_000));
    expect(gate.pausedUntil(to('quiet'))).toBe(9_000);
  });

  it('is not, after a send that says nothing of it', async () => {
    const gate = createSendGate();
    for (const result of [
      { kind: 'failed', code: '429' },
      { kind: 'sent', activityId: 'a' },
    ] as const)
      await withPauses(answering(result), gate, () => NOW).send(to('a'), message);
    expect(gate.pausedUntil(to('a'))).toBe(0);
  });
});

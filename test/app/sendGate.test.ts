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

describe('a tenant that asks to be left alone', () => {
  const to = (tenantId: string): Address => ({
    serviceUrl: '',
    conversationId: tenantId,
    userId: '',
    botId: '',
    tenantId,
  });
  const answering = (result: SendResult) => ({ send: async () => result, update: async () => result });
  const message = { card: {}, summary: '' };
  const NOW = 5_000;

  it.each(['send', 'update'] as const)('is, after any %s to it; the others are not', async (kind) => {
    const gate = createSendGate();
    const messenger = withPauses(
      answering({ kind: 'failed', code: '429', retryAfter: 7_000 }),
      gate,
      () => NOW,
    );
    if (kind === 'send') await messenger.send(to('a'), message);
    else await messenger.update(to('a'), 'activity', message);
    expect([gate.pausedUntil(to('a')), gate.pausedUntil(to('b'))]).toEqual([12_000, 0]);
  });

  it('is for an hour at most, and a shorter wait does not end a longer one', async () => {
    const gate = createSendGate();
    const long = withPauses(answering({ kind: 'unknown', code: '503', retryAfter: 1e12 }), gate, () => NOW);
    await long.send(to('a'), message);
    expect(gate.pausedUntil(to('a'))).toBe(NOW + 3_600_000);
    gate.pause(to('a'), NOW + 1);
    expect(gate.pausedUntil(to('a'))).toBe(NOW + 3_600_000);
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

import type { Aggregate } from '../../src/app/aggregates/aggregate';
import { newCardRow } from '../../src/app/chat/liveCard';
import { act } from '../../src/app/commands/incident';
import { dispatch } from '../../src/app/delivery/dispatch';
import { notify } from '../../src/app/delivery/notify';
import { sweep } from '../../src/app/delivery/sweep';
import type { DeliveryRow } from '../../src/app/ports/delivery';
import type { SendResult } from '../../src/app/ports/messenger';
import { MUNICIPALITY, personAggregateId } from '../../src/app/ports/states';
import { unreachableIn } from '../../src/app/queries/loadIncident';
import { OPERATOR } from '../../src/routine/model/contact';
import type { Notice } from '../../src/routine/rules/notices';
import { MemoryTown } from '../support/memoryTown';
import { contacts, incident, NOW, people } from '../support/pureTown';

const SECOND = 1_000;
const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
const ID = incident().id;

/** An alarm, or another incident, of which nobody has been told yet. */
async function alarmed(town = new MemoryTown(), value = incident()) {
  const store = await town.put(value);
  const deps = town.deps();
  const acknowledge = () =>
    act(
      deps,
      {
        caller: { person: people.officer, name: '', address: address(people.officer) },
        verb: 'acknowledge',
        data: {},
      },
      { verb: 'acknowledge', id: ID },
    );
  const rowOf = (person: string, kind = '') =>
    [...store.deliveries.values()].find(({ value }) => value.person === person && value.key.startsWith(kind))
      ?.value;
  const card = (person: string) => store.cards.get(person)?.value;
  const due = () => (town.agendaRows.get(ID)?.value.due ?? 0) - NOW.getTime();
  return {
    town,
    store,
    deps,
    acknowledge,
    rowOf,
    card,
    due,
    look: () => dispatch(deps, ID, { claimer: 'one' }),
  };
}

const address = (userId: string) => ({ serviceUrl: '', conversationId: '', userId, botId: '' });
const THROTTLED: SendResult = { kind: 'failed', code: '429' };
const errors = (town: MemoryTown) =>
  town.lines.filter((one) => one.level === 'error').map(({ event }) => event);

describe('a send that fails', () => {
  it.each([
    [0, 3_750],
    [128, 5_005],
    [255, 6_250],
  ])('is tried again by the agenda, sooner or later by chance (%i)', async (chance, wait) => {
    const { town, rowOf, due, look } = await alarmed();
    town.chance = chance;
    town.answer('send', people.officer, THROTTLED);
    await look();
    expect(rowOf(people.officer)).toMatchObject({ attempts: 1, retryAt: town.realNow() + wait });
    expect(due()).toBe(wait);
    town.passed = wait - 1;
    await look();
    expect(town.sent(people.officer)).toHaveLength(1);
    town.passed = wait;
    await look();
    expect(town.sent(people.officer)).toHaveLength(2);
    expect(rowOf(people.officer)).toMatchObject({ attempts: 2, sentAt: town.now().toISOString() });
  });

  it('waits longer each time, and is never given up; after a while somebody is to ring, and the operator is told once', async () => {
    // Neither acute nor pressing, so that only the failures, and not the clock, bring in the deputy.
    const calm = { ...incident({ via: 'report', acute: false }), report: { kinds: 'vandalism' } };
    const { town, rowOf, look } = await alarmed(new MemoryTown(), calm);
    town.answer('send', people.officer, ...Array.from({ length: 40 }, (): SendResult => THROTTLED));
    const waits: number[] = [];
    const deputies: number[] = [];
    let longAt = '';
    for (let attempt = 1; attempt <= 12; attempt++) {
      await look();
      if (attempt === 8) longAt = town.now().toISOString();
      deputies.push(town.sent(people.deputy).length);
      const next = rowOf(people.officer, 'asked|')?.retryAt;
      if (next === undefined) break;
      waits.push(Math.round((next - town.realNow()) / SECOND));
      town.passed += next - town.realNow();
    }
    expect(waits).toEqual([5, 30, 120, 601, 1_802, ...Array.from({ length: 7 }, () => 3_604)]);
    const row = rowOf(people.officer, 'asked|');
    expect(row).toMatchObject({ attempts: 12, failedAt: longAt });
    expect(row?.failed).toBeUndefined();
    expect(errors(town)).toEqual(['deadLetter']);
    expect(deputies.slice(0, 8)).toEqual([0, 0, 0, 0, 0, 0, 0, 1]);
    expect(rowOf(people.deputy, 'call|')?.sentAt).toBe(longAt);
  });

  it('for long is one call: who has been rung is not to be rung again while it is still tried', async () => {
    const { town, store, deps, acknowledge, rowOf, look } = await alarmed();
    await acknowledge();
    town.answer('send', people.victim, ...Array.from({ length: 40 }, (): SendResult => THROTTLED));
    const next = async () => {
      town.passed = (rowOf(people.victim)?.retryAt ?? 0) - deps.realNow() + town.passed;
      await look();
    };
    await look();
    for (let attempt = 2; attempt <= 8; attempt++) await next();
    const calls = () => [...store.deliveries.keys()].filter((key) => key.startsWith('call|'));
    expect(calls()).toEqual([`call|victim.0|0|${people.officer}`]);
    const unreachable = () =>
      unreachableIn({ deliveries: [...store.deliveries.values()].map(({ value }) => ({ value, etag: '' })) });
    const since = unreachable().get(people.victim);
    store.incident = {
      ...store.incident,
      rev: store.incident.rev + 1,
      calls: [
        { id: 'call1', to: 'victim', answered: true, at: town.now().toISOString(), by: people.officer },
      ],
    };
    // Also while it is being sent they count as out of reach.
    const during: (string | undefined)[] = [];
    town.before = async ({ kind, person }) => {
      if (kind === 'send' && person === people.victim) during.push(unreachable().get(people.victim));
    };
    for (let attempt = 9; attempt <= 12; attempt++) await next();
    expect(rowOf(people.victim)?.attempts).toBe(12);
    expect(during).toEqual([since, since, since, since]);
    expect(unreachable().get(people.victim)).toBe(since);
    expect(calls()).toHaveLength(1);
  });

  it.each(['unreachable', 'rejected'] as const)(
    'as %s is not tried again: the next in line is asked at once',
    async (kind) => {
      const { town, store, rowOf, look } = await alarmed();
      town.answer('send', people.officer, { kind, code: '400' });
      await look();
      expect(rowOf(people.officer)).toMatchObject({
        failed: kind === 'rejected' ? 'dead' : 'unreachable',
        failedAt: NOW.toISOString(),
      });
      expect(town.sent(people.deputy)).toHaveLength(1);
      expect(errors(town)).toEqual(kind === 'rejected' ? ['deadLetter'] : []);
      const file = { deliveries: [...store.deliveries.values()].map(({ value }) => ({ value, etag: '' })) };
      expect([...unreachableIn(file)]).toEqual([[people.officer, NOW.toISOString()]]);
      town.passed = 10 * 3_600 * SECOND;
      await look();
      // What comes later may find them again, each reminder once; what has failed is not tried again.
      expect(rowOf(people.officer, 'asked|')).toMatchObject({ attempts: 1, failedAt: NOW.toISOString() });
      const rows = [...store.deliveries.values()].filter(({ value }) => value.person === people.officer);
      expect(rows.map(({ value }) => value.attempts)).toEqual(rows.map(() => 1));
      const sent = new Set(rows.map(({ value }) => value.activityId));
      expect(rowOf(people.officer, 'askedAgain|')?.sentAt).toBeDefined();
      expect(town.sent(people.officer)).toHaveLength(sent.size);
    },
  );

  it('with a 429 that names a wait holds back that chat alone: the others hear of every aggregate meanwhile', async () => {
    const { town, deps } = await alarmed();
    town.answer('send', people.officer, { ...THROTTLED, retryAfter: 60 * SECOND });
    await dispatch(deps, ID, { claimer: 'one' });
    await town.put({ ...incident(), id: 'other' });
    const before = town.calls.length;
    await sweep(deps, 'one', 0);
    const sent = town.calls.slice(before).map(({ person }) => person);
    expect(sent).toContain(people.strategist);
    expect(sent).not.toContain(people.officer);
    for (const id of [ID, 'other'])
      expect(town.agendaRows.get(id)?.value.due).toBe(NOW.getTime() + 60 * SECOND);
    town.passed = 60 * SECOND;
    await sweep(deps, 'one', 0);
    const late = town.calls.slice(before).filter(({ person }) => person === people.officer);
    expect(late.length).toBeGreaterThan(1);
  });

  it('with a wait that the service asks for holds back all sends to that tenant, of every aggregate; then acute ones go first', async () => {
    const { town, deps } = await alarmed();
    town.answer('send', people.officer, { kind: 'failed', code: '503', retryAfter: 60 * SECOND });
    await dispatch(deps, ID, { claimer: 'one' });
    const before = town.calls.length;
    await town.put({ ...incident(), id: 'calm', acute: false });
    await town.put({ ...incident(), id: 'acute' });
    await sweep(deps, 'one', 0);
    for (const id of ['calm', 'acute']) {
      expect(town.stores.get(id)?.deliveries.size).toBe(0);
      expect(town.agendaRows.get(id)?.value.due).toBe(NOW.getTime() + 60 * SECOND);
    }
    expect(town.calls).toHaveLength(before);
    town.passed = 60 * SECOND;
    await sweep(deps, 'one', 0);
    const order = town.calls.slice(before).map(({ card }) => /"id":"(calm|acute|incident1)"/.exec(card)?.[1]);
    expect(order).toContain('calm');
    expect(order.filter((id) => id === 'acute').length).toBeGreaterThan(0);
    expect(order.indexOf('calm')).toBeGreaterThan(order.indexOf('acute'));
    expect(town.calls.slice(before).filter(({ person }) => person === people.officer)).toHaveLength(3);
  });
});

describe('a card that is to change', () => {
  const changed = async () => {
    const all = await alarmed();
    await all.look();
    const first = all.card(people.officer)?.activityId ?? '';
    all.town.calls.length = 0;
    all.store.incident = { ...all.store.incident, acute: false, rev: 2 };
    return { ...all, first };
  };

  it('is posted anew when it has vanished, once', async () => {
    const { town, card, look, first } = await changed();
    town.answer('update', people.officer, { kind: 'gone', code: '404' });
    await look();
    expect(town.sent(people.officer)).toHaveLength(1);
    expect(card(people.officer)).toMatchObject({
      epoch: 2,
      activityId: town.sent(people.officer)[0]?.activityId,
    });
    expect(card(people.officer)?.activityId).not.toBe(first);
    town.calls.length = 0;
    await look();
    expect(town.calls).toEqual([]);
  });

  it('is left when that is forbidden', async () => {
    const { town, card, look, first } = await changed();
    town.answer('update', people.officer, { kind: 'unreachable', code: '403' });
    await look();
    await look();
    expect(town.calls.filter(({ person }) => person === people.officer)).toHaveLength(1);
    expect(card(people.officer)).toMatchObject({ activityId: first, epoch: 1 });
    expect(errors(town)).toEqual([]);
  });

  it('is left, with an error, when it will never be taken', async () => {
    const { town, card, look, first } = await changed();
    town.answer('update', people.officer, { kind: 'rejected', code: '413' });
    await look();
    await look();
    expect(town.calls.filter(({ person }) => person === people.officer)).toHaveLength(1);
    expect(card(people.officer)).toMatchObject({ activityId: first });
    expect(errors(town)).toEqual(['cardGivenUp']);
  });

  it('is tried again when that may help', async () => {
    const { town, card, look } = await changed();
    town.answer('update', people.officer, THROTTLED);
    await look();
    expect(card(people.officer)).toMatchObject({ failures: 1, retryAt: town.realNow() + 5_005 });
    town.passed = 5_005;
    await look();
    expect(town.calls.filter(({ person }) => person === people.officer)).toHaveLength(2);
    expect(card(people.officer)).toMatchObject({ failures: 0, retryAt: undefined });
  });
});

describe('who waits at the gate', () => {
  it('has claimed nothing, and tells nothing that holds no more', async () => {
    const { town, store, deps, acknowledge, look } = await alarmed();
    const pass = await deps.gate.enter(people.deputy, false);
    town.answer('send', people.officer, { kind: 'unreachable', code: '403' });
    const looking = look();
    for (let turn = 0; turn < 20; turn++) await pause();
    const toDeputy = () =>
      [...store.deliveries.values()].filter(({ value }) => value.person === people.deputy);
    // The officer cannot be reached, so the deputy is next: their chat is taken.
    expect(store.deliveries.size).toBeGreaterThan(0);
    expect(toDeputy()).toEqual([]);
    await acknowledge();
    pass.leave();
    await looking;
    expect(toDeputy()).toEqual([]);
    expect(town.sent(people.deputy)).toEqual([]);
    expect(town.sent(people.victim)).toHaveLength(1);
  });

  it('does not hold up the others: one chat that hangs is one chat', async () => {
    const { town, look } = await alarmed();
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    town.before = ({ person }) => (person === people.officer ? held : Promise.resolve());
    const looking = look();
    for (let turn = 0; turn < 20; turn++) await pause();
    expect(town.sent(people.strategist)).toHaveLength(1);
    expect(town.sent(people.officer)).toHaveLength(0);
    release();
    await looking;
    expect(town.sent(people.officer)).toHaveLength(1);
  });
});

describe('who cannot be reached', () => {
  const row = (person: string, more: Partial<DeliveryRow>) => ({
    value: {
      key: `k|${more.sentAt}|${more.failedAt}|${person}`,
      person,
      claimer: 'c',
      leaseUntil: 0,
      attempts: 1,
      ...more,
    },
    etag: '1',
  });
  const at = (hour: number) => `2026-11-24T0${hour}:00:00.000Z`;
  const failed = (person: string, hour: number) => row(person, { failed: 'unreachable', failedAt: at(hour) });
  const sent = (person: string, hour: number) => row(person, { sentAt: at(hour) });
  const of = (...deliveries: ReturnType<typeof row>[]) => [...unreachableIn({ deliveries })];

  it('is who failed last, whatever arrived before; with the time of the newest failure', () => {
    expect(of(sent('a', 1), failed('a', 2), failed('a', 3))).toEqual([['a', at(3)]]);
    expect(of(failed('a', 3), failed('a', 2), sent('a', 1))).toEqual([['a', at(3)]]);
    expect(of(failed('a', 2), sent('a', 3), sent('a', 1))).toEqual([]);
    expect(of(failed('a', 2), sent('b', 3))).toEqual([['a', at(2)]]);
    expect(of(row('a', { failed: 'dead' }))).toEqual([['a', '1970-01-01T00:00:00.000Z']]);
    expect(of(row('a', { failed: 'dead' }), sent('a', 1))).toEqual([]);
  });
});

describe('where nobody can be reached', () => {
  it('whoever runs the bot is told whom to ring, once', async () => {
    const { town, look } = await alarmed();
    town.before = async ({ kind, person }) => {
      if (kind === 'send') town.answer('send', person, { kind: 'unreachable', code: '403' });
    };
    await look();
    await look();
    const alerts = town.lines.filter(({ event }) => event === 'operatorAlert').map(({ key }) => key);
    const named = (person: string) => contacts.find((one) => one.person === person)?.id;
    expect(alerts).toEqual(
      expect.arrayContaining(
        [people.officer, people.deputy, people.strategist].map((person) => `call|${named(person)}.0|0`),
      ),
    );
    expect(new Set(alerts).size).toBe(alerts.length);
  });
});

describe('a notice for whoever runs the bot', () => {
  const notice: Notice = {
    key: 'asked|all|1|operator',
    kind: 'asked',
    person: OPERATOR,
    since: NOW.toISOString(),
    isAcute: true,
  };

  it('is an error in the log, once, and sent to nobody', async () => {
    const town = new MemoryTown();
    const store = await town.put(incident());
    const deps = town.deps();
    const read = async (): Promise<Aggregate> => {
      const file = await store.incidents().read(ID);
      if (!file) throw new Error('gone');
      return {
        rev: 1,
        isAcute: true,
        cards: file.cards,
        deliveries: file.deliveries,
        notices: () => [notice],
        screen: () => {
          throw new Error('nothing is drawn');
        },
        pressId: '',
        drawnFrom: () => file,
        older: () => {
          throw new Error('nothing is drawn');
        },
        isPart: () => true,
        rest: 1,
        beforeNotice: async () => undefined,
        whenDone: async () => undefined,
        save: (change) => store.incidents().save(file, change),
      };
    };
    const drawn = { from: undefined, cards: new Map() };
    const one = {
      deps,
      id: ID,
      claimer: 'one',
      read,
      later: { due: 0 },
      woken: new Set<string>(),
      now: NOW,
      drawn,
      addresses: new Map(),
      isUnread: false,
      stepAside: () => undefined,
    };
    expect(await notify(one, await read())).toBe(true);
    expect(await notify(one, await read())).toBe(false);
    expect(town.lines.filter(({ level }) => level === 'error')).toEqual([
      { level: 'error', event: 'operatorAlert', incident: ID, kind: 'asked', key: 'asked|all|1' },
    ]);
    expect(town.calls).toEqual([]);
    expect(store.deliveries.get(notice.key)?.value).toMatchObject({ sentAt: NOW.toISOString() });
    expect(store.cards.size).toBe(0);
  });
});

describe("a person's own aggregate", () => {
  it('begins when they get to know an incident, and rests until the next morning round', async () => {
    const { town, look } = await alarmed();
    await look();
    const aggregate = personAggregateId(people.officer);
    expect(town.agendaRows.get(aggregate)?.value).toMatchObject({
      due: NOW.getTime(),
      rev: 0,
      isAcute: false,
    });
    await sweep(town.deps(), 'one', 0);
    const rest = town.agendaRows.get(aggregate);
    expect(rest?.value.due).toBeGreaterThan(NOW.getTime());
    await town.put({ ...incident(), id: 'another' });
    await sweep(town.deps(), 'one', 0);
    expect(town.agendaRows.get(aggregate)?.value).toEqual(rest?.value);
  });

  it('and the town are looked at like any other, and have nothing to tell', async () => {
    const town = new MemoryTown();
    for (const id of [personAggregateId(people.officer), MUNICIPALITY])
      await town.agenda.wake(id, NOW.getTime(), 0);
    expect(await sweep(town.deps(), 'one', 0)).toBe(2);
    expect(await town.agenda.due(NOW.getTime(), 10)).toEqual([]);
    expect([town.calls, errors(town)]).toEqual([[], []]);
  });
});

describe('a form that is open when a new card comes', () => {
  const opened = (formIn: string | undefined, formOpenUntil: number | undefined) =>
    alarmed().then(async ({ town, store, look, card }) => {
      const row = newCardRow(people.officer, 'card1');
      store.cards.set(people.officer, { value: { ...row, older: ['card0'], formIn, formOpenUntil }, tag: 1 });
      await look();
      expect(town.sent(people.officer)).toHaveLength(1);
      return card(people.officer);
    });
  const LATER = Number.MAX_SAFE_INTEGER;

  it.each([
    ['in the live card: it is now in an older one', undefined, LATER, 'card1'],
    ['in an older card: it stays that one’s', 'card0', LATER, 'card0'],
    ['nowhere: there is none', undefined, undefined, undefined],
  ])('%s', async (_, formIn, until, expected) => {
    const row = await opened(formIn, until);
    expect(row).toMatchObject({ older: ['card0', 'card1'], formOpenUntil: until });
    expect(row?.formIn).toBe(expected);
  });
});

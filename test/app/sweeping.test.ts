import { LEASE } from '../../src/app/delivery/retryPolicy';
import { orderOf, sweep } from '../../src/app/delivery/sweep';
import type { Deps } from '../../src/app/deps';
import type { Agenda, Due } from '../../src/app/ports/agenda';
import { personAggregateId } from '../../src/app/ports/states';
import { MemoryTown } from '../support/memoryTown';
import { incident, NOW, people } from '../support/pureTown';

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));

/** Of an incident in which somebody hides, nothing comes in one card with others. */
const alone = { quiet: { why: 'hiding' as const, at: NOW.toISOString() } };

async function townOf(count: number) {
  const town = new MemoryTown();
  for (let at = 0; at < count; at++) {
    const id = `incident${String(at).padStart(3, '0')}`;
    await town.put({ ...incident(), ...alone, id, acute: at % 10 === 0 });
  }
  return town;
}

describe('the order of a sweep', () => {
  const due = ['a', 'b', 'c', 'd'].map((id): Due => ({ id, isAcute: false }));

  it('begins at another place for another process, acute ones before all', () => {
    expect(orderOf(due, 0)).toEqual(['a', 'b', 'c', 'd']);
    expect(orderOf(due, 0.5)).toEqual(['c', 'd', 'a', 'b']);
    expect(orderOf(due, 0.99)).toEqual(['d', 'a', 'b', 'c']);
    expect(orderOf([{ id: 'x', isAcute: true }, ...due], 0.5)).toEqual(['x', 'c', 'd', 'a', 'b']);
    expect(orderOf([], 0.5)).toEqual([]);
  });
});

describe('two processes on the same tables', () => {
  it('share the work: each tells some, nobody is told twice, and nothing is left', async () => {
    const town = await townOf(40);
    // Each call takes a turn of the loop, so that the two are at work at the same time.
    town.before = pause;
    await Promise.all([sweep(town.deps('one'), 'one', 0), sweep(town.deps('two'), 'two', 0.5)]);
    expect(town.sent(people.officer)).toHaveLength(40);
    const told = town.sent().map(({ person, card }) => `${person} ${/"id":"(incident\d+)"/.exec(card)?.[1]}`);
    expect(new Set(told).size).toBe(told.length);
    for (const by of ['one', 'two'])
      expect(town.sent().filter((call) => call.by === by).length).toBeGreaterThan(told.length / 4);
    town.passed = LEASE + 1;
    await sweep(town.deps('one'), 'one', 0);
    expect(town.sent()).toHaveLength(told.length);
    expect(await town.agenda.due(town.now().getTime(), 100)).toEqual([]);
  });

  it('have one card for one person, of all that is calm and due: each incident is told once', async () => {
    const town = new MemoryTown();
    const ids = Array.from({ length: 12 }, (_, at) => `calm${String(at).padStart(2, '0')}`);
    for (const id of ids) await town.put({ ...incident(), id, acute: false });
    town.before = pause;
    await Promise.all([sweep(town.deps('one'), 'one', 0), sweep(town.deps('two'), 'two', 0.5)]);
    for (let turn = 0; turn < 4; turn++) {
      town.passed += LEASE + 1;
      await sweep(town.deps('one'), 'one', 0);
    }
    expect(town.sent(people.officer)).toHaveLength(1);
    const { incidents } = town.deps();
    for (const id of ids) {
      const rows = (await incidents.read(id))?.deliveries.map(({ value }) => value) ?? [];
      const told = rows.filter(({ person }) => person === people.officer);
      expect(told.map(({ key, sentAt }) => [key.split('|')[0], sentAt !== undefined])).toEqual([
        ['asked', true],
      ]);
    }
  });

  it('leave what another holds until its lease ends, and then take it over', async () => {
    const town = await townOf(1);
    let isHung = true;
    town.before = ({ person }) =>
      isHung && person === people.officer ? new Promise(() => undefined) : Promise.resolve();
    // The first process hangs with its claim, for ever.
    void sweep(town.deps('one'), 'one', 0);
    for (let turn = 0; turn < 20; turn++) await pause();
    isHung = false;
    await sweep(town.deps('two'), 'two', 0.5);
    expect(town.sent(people.officer)).toEqual([]);
    expect(town.agendaRows.get('incident000')?.value.due).toBe(NOW.getTime() + LEASE);
    town.passed = LEASE;
    await sweep(town.deps('two'), 'two', 0.5);
    expect(town.sent(people.officer)).toMatchObject([{ by: 'two' }]);
  });

  it('do not look at what the other has just done', async () => {
    const town = await townOf(1);
    const page = await town.agenda.due(NOW.getTime(), 10);
    await sweep(town.deps('one'), 'one', 0);
    const deps = town.deps('two');
    const read = jest.fn(deps.incidents.read);
    const agenda = { ...deps.agenda, due: jest.fn(async () => page) };
    await sweep({ ...deps, agenda, incidents: { ...deps.incidents, read } }, 'two', 0);
    expect(agenda.due).toHaveBeenCalled();
    expect(read).not.toHaveBeenCalled();
  });
});

describe('a sweep', () => {
  it('tells what is acute before what is not, also over full pages', async () => {
    const town = new MemoryTown();
    for (let at = 0; at < 150; at++)
      await town.put({ ...incident(), ...alone, id: `calm${at}`, acute: false });
    town.passed = 1_000;
    await town.put({ ...incident(), id: 'acute' });
    await sweep(town.deps(), 'one', 0.3);
    const order = town.sent(people.officer).map(({ card }) => /"id":"(calm|acute)/.exec(card)?.[1]);
    expect(order).toHaveLength(151);
    expect(order.indexOf('acute')).toBe(0);
  });

  it('looks for what has become acute between the groups of a page', async () => {
    const town = new MemoryTown();
    for (let at = 0; at < 60; at++)
      await town.put({ ...incident(), ...alone, id: `calm${at}`, acute: false });
    let isPut = false;
    town.before = async () => {
      if (isPut) return;
      isPut = true;
      await town.put({ ...incident(), id: 'acute' });
    };
    await sweep(town.deps(), 'one', 0);
    const order = town.sent(people.officer).map(({ card }) => /"id":"(calm|acute)/.exec(card)?.[1]);
    expect(order).toHaveLength(61);
    // After the group in which it came, before the rest of the page.
    expect(order.indexOf('acute')).toBeLessThanOrEqual(16);
  });

  it('gets past aggregates that cannot be looked at, however many', async () => {
    const town = await townOf(100);
    const deps = town.deps();
    await town.put({ ...incident(), id: 'good', acute: false });
    const broken = {
      ...deps,
      incidents: {
        ...deps.incidents,
        read: async (id: string) => {
          if (id !== 'good') throw new Error('broken');
          return deps.incidents.read(id);
        },
      },
    };
    expect(await sweep(broken, 'one', 0)).toBeGreaterThan(100);
    expect(town.sent(people.officer)).toHaveLength(1);
  });

  /** How often the agenda was asked what is due, and for how many. */
  const asked = async (town: MemoryTown, change: (deps: Deps) => Partial<Deps> = () => ({})) => {
    const deps = town.deps();
    const limits: number[] = [];
    const due: Agenda['due'] = (now, limit) => {
      limits.push(limit);
      return deps.agenda.due(now, limit);
    };
    await sweep({ ...deps, ...change(deps), agenda: { ...deps.agenda, due } }, 'one', 0);
    return limits;
  };

  it('asks the agenda once, and dispatches what it has woken itself', async () => {
    const town = await townOf(1);
    expect(await asked(town)).toEqual([64]);
    const round = town.agendaRows.get(personAggregateId(people.officer));
    expect(round?.value.due).toBeGreaterThan(town.now().getTime());
    expect(await town.agenda.due(town.now().getTime(), 10)).toEqual([]);
  });

  it('asks it again after a full page, and after a dispatch that failed', async () => {
    expect((await asked(await townOf(64))).length).toBeGreaterThan(1);
    const town = await townOf(1);
    const failing = (deps: Deps): Partial<Deps> => ({
      incidents: { ...deps.incidents, save: () => Promise.reject(new Error('broken')) },
    });
    expect(await asked(town, failing)).toHaveLength(2);
  });

  it('after a stop sends what is late once, as one card for each person', async () => {
    const town = await townOf(1);
    town.passed = 3 * 86_400_000;
    await sweep(town.deps(), 'one', 0);
    await sweep(town.deps(), 'one', 0);
    // Of the incident, and the morning's round, which is a card of its own.
    expect(town.sent(people.officer)).toHaveLength(2);
    expect(town.sent(people.deputy)).toHaveLength(2);
  });
});

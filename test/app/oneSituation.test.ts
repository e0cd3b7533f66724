import { act } from '../../src/app/commands/incident';
import { dispatch } from '../../src/app/delivery/dispatch';
import type { Deps } from '../../src/app/deps';
import { oncePerSituation, type Situation } from '../../src/routine/model/situation';
import { MemoryTown } from '../support/memoryTown';
import { contacts, incident, NOW, people, routine, sceneFor, situation } from '../support/pureTown';
import { wholeFor } from '../support/retention';

/** How often each rule was worked out anew. */
const mockRuns = new Map<unknown, number>();

jest.mock('../../src/routine/model/situation', () => {
  const actual = jest.requireActual('../../src/routine/model/situation');
  return {
    ...actual,
    oncePerSituation: <T>(rule: (given: Situation) => T) =>
      actual.oncePerSituation((given: Situation) => {
        mockRuns.set(rule, (mockRuns.get(rule) ?? 0) + 1);
        return rule(given);
      }),
  };
});

const mostRuns = () => Math.max(0, ...mockRuns.values());

/** A process whose clock never shows the same time twice, and how often it has read the incident. */
function ticking(town: MemoryTown) {
  let ticks = 0;
  let reads = 0;
  const deps: Deps = town.deps();
  const { incidents } = deps;
  return {
    reads: () => reads,
    deps: {
      ...deps,
      now: () => new Date(NOW.getTime() + ++ticks),
      incidents: {
        ...incidents,
        read: (id: string) => {
          reads++;
          return incidents.read(id);
        },
      },
    },
  };
}

const ID = incident().id;
const caller = (person: string) => ({
  person,
  name: '',
  address: { serviceUrl: '', conversationId: '', userId: person, botId: '' },
});

describe('one read is one situation', () => {
  it('in which each rule is worked out once, whoever asks: notices, roles, cards', async () => {
    const town = new MemoryTown();
    await town.put(incident());
    const { deps, reads } = ticking(town);
    const before = mostRuns();
    await dispatch(deps, ID, { claimer: 'one' });
    expect(town.sent().length).toBeGreaterThan(1);
    expect(mostRuns() - before).toBeGreaterThan(0);
    expect(mostRuns() - before).toBeLessThanOrEqual(reads());
  });

  it('and a press makes three of one read at most: before, while it is decided, and after', async () => {
    const town = new MemoryTown();
    await town.put(incident());
    const { deps, reads } = ticking(town);
    mockRuns.clear();
    const press = { caller: caller(people.officer), verb: 'acknowledge', data: {} };
    await act(deps, press, { verb: 'acknowledge', id: ID });
    expect(town.stores.get(ID)?.incident.lead?.person).toBe(people.officer);
    expect(reads()).toBe(1);
    expect(mostRuns()).toBeLessThanOrEqual(3);
  });
});

describe('a rule that is worked out once a situation', () => {
  const base = situation(incident());
  const worked = (next: Situation): number => {
    const seen: Situation[] = [];
    const rule = oncePerSituation((given) => seen.push(given));
    rule(base);
    rule(next);
    return seen.length;
  };

  it.each<[string, Situation]>([
    ['the same one', base],
    ['a copy of it', { ...base, now: new Date(base.now) }],
    ['a scene made of it', sceneFor(base.incident, people.officer, NOW, 'once1', base)],
  ])('is not for %s', (_, next) => {
    expect(worked(next)).toBe(1);
  });

  it.each<[string, Partial<Situation>]>([
    ['incident', { incident: { ...base.incident } }],
    ['contact list', { contacts: [...contacts] }],
    ['unreachable', { unreachable: new Map() }],
    ['routine', { routine: { ...routine } }],
    ['time', { now: new Date(NOW.getTime() + 1) }],
    ['decision on erasure', { retention: wholeFor(30, '') }],
    ['warning', { warnedAt: { log: NOW.toISOString() } }],
  ])('is for another %s', (_, change) => {
    expect(worked({ ...base, ...change })).toBe(2);
  });
});

import { createHash } from 'node:crypto';
import { FORM_OPEN } from '../../src/app/chat/liveCard';
import { act } from '../../src/app/commands/incident';
import { dispatch } from '../../src/app/delivery/dispatch';
import { LEASE } from '../../src/app/delivery/retryPolicy';
import { createSendGate } from '../../src/app/delivery/sendGate';
import type { Deps } from '../../src/app/deps';
import type { SendResult } from '../../src/app/ports/messenger';
import { sentIn, unreachableIn } from '../../src/app/queries/loadIncident';
import { render } from '../../src/cards/adaptiveCard';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { COMMON } from '../../src/content/texts/common';
import { notices } from '../../src/routine/rules/notices';
import { liveCard } from '../support/drawing';
import { IS_LONG } from '../support/long';
import { MemoryStore } from '../support/memoryStore';
import { NO_FILES } from '../support/memoryTables';
import { contacts as everyone, incident, NOW, people, routine, sceneFor } from '../support/pureTown';
import { seeded } from '../support/seeded';

/*
 * The two sweepers are alike, so only one of them crashes.
 *
 * The delivery protocol, searched by machine: a handler that saves an acknowledgement, two sweepers that look at the
 * incident meanwhile, one crash at most (before or after any call), and time that passes a lease once. The real code
 * runs; only the order of its calls to storage and connector is chosen. Every order that leads to a state not seen
 * before is tried.
 */

type Choice = { kind: 'run' | 'crashBefore' | 'crashAfter'; process: string } | { kind: 'tick' };

interface Waiting {
  label: string;
  run: () => Promise<unknown>;
  resume: (value: unknown) => void;
}

const pause = () => new Promise<void>((resolve) => setImmediate(resolve));
/** One officer: what more people add is more of the same. */
const contacts = everyone.filter((contact) => contact.person === people.officer);
const nobody = {
  read: () => Promise.reject(new Error('no other aggregates here')),
  save: () => Promise.reject(new Error('no other aggregates here')),
};
const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };

/** A card without the ids of presses, which are no part of what it shows. */
const withoutOnce = (card: object): string => JSON.stringify(card).replace(/"once":"[^"]*"/g, '');

/** The choices that one search varies. */
interface Plan {
  scenario: Scenario;
  sweepers: 1 | 2;
  /** The press has been saved before the search begins: only the sweepers are at work. */
  isSaved: boolean;
  /** One crash, or time that passes a lease once; both only where `isBoth`. */
  crashes: boolean;
  ticks: boolean;
  isBoth: boolean;
  /** The sweepers are two looks in one process: they meet at its gate. */
  isOneProcess: boolean;
  /** The handler goes on, as it does after an answer: it delivers from what it has just read and written. */
  isFollowed: boolean;
  /** The share of the branches that is followed, 0 to 1. */
  share: number;
}

const START = 1_000_000_000;

class World {
  store = new MemoryStore(incident());
  realNow = START;
  readonly plan: Plan;
  private readonly gate = createSendGate();
  waiting = new Map<string, Waiting>();
  /** What each process has read: that is its state, for the code is deterministic. */
  learned = new Map<string, string[]>();
  sends: string[] = [];
  /** The chats' messages, by activity. */
  shown = new Map<string, string>();
  posted = 0;
  crashes = 0;
  firstRev = 0;
  ticks = 0;
  done = new Set<string>();
  errors: unknown[] = [];
  private count = 0;

  constructor(plan: Plan) {
    this.plan = plan;
  }

  /** The same world, to be taken another way. Values are never changed in place, so the rows can be shared. */
  copy(): World {
    const world = new World(this.plan);
    world.store = this.store.copy();
    Object.assign(world, {
      realNow: this.realNow,
      firstRev: this.firstRev,
      posted: this.posted,
      count: this.count,
    });
    world.shown = new Map(this.shown);
    return world;
  }

  /** Routine time runs with real time, as in production. */
  now(): Date {
    return new Date(NOW.getTime() + this.realNow - START);
  }

  /** The ports as one process sees them: each call waits for its turn. */
  deps(process: string): Deps {
    const turn = <T>(label: string, run: () => Promise<T>): Promise<T> =>
      process === 'end'
        ? run()
        : new Promise<T>((resolve) => {
            if (this.waiting.has(process)) this.errors.push(`${process} does two things at once: ${label}`);
            this.waiting.set(process, { label, run, resume: (value) => resolve(value as T) });
          });
    const incidents = this.store.incidents();
    const agenda = this.store.agenda(() => this.realNow);
    const send = (person: string, card: object): SendResult => {
      this.sends.push(person);
      const activityId = `activity${++this.posted}`;
      this.shown.set(activityId, withoutOnce(card));
      return { kind: 'sent', activityId };
    };
    return {
      incidents: {
        ...incidents,
        read: (id) => turn('read', () => incidents.read(id)),
        save: (file, change, after) => turn('save', () => incidents.save(file, change, after)),
      },
      agenda: {
        ...agenda,
        wake: (aggregate, due, rev) => turn('wake', () => agenda.wake(aggregate, due, rev)),
        read: (aggregate) => turn('agenda', () => agenda.read(aggregate)),
        move: (row, due) => turn('move', () => agenda.move(row, due)),
      },
      messenger: {
        send: (to, message) => turn('send', async () => send(to.userId, message.card)),
        update: (_, activityId, message) =>
          turn('update', async () => {
            this.shown.set(activityId, withoutOnce(message.card));
            return { kind: 'sent' as const, activityId };
          }),
      },
      contacts: {
        read: async () => contacts,
        stored: async () => contacts,
        hush: async () => undefined,
        history: async () => ({ entries: [], links: [], whole: true }),
        edit: async () => false,
        fill: async () => false,
        check: async () => ({ faults: [], head: { seq: 0, mac: '' } }),
        put: async () => undefined,
        bind: async () => false,
        rebind: async () => false,
        setAway: async () => false,
        add: async () => undefined,
        end: async () => false,
        replace: async () => false,
        silence: async () => undefined,
      },
      people: {
        read: async (person) => ({
          value: {
            person,
            name: '',
            address:
              this.plan.scenario === 'changedCard' && person === people.victim ? undefined : at(person),
          },
          etag: '1',
        }),
        save: async () => 'saved',
        findByEmail: async () => undefined,
        everyone: async () => [],
      },
      index: {
        add: async () => false,
        takeOff: async () => undefined,
        of: async () => [],
        waits: async () => [],
        waitPlace: (id) => id,
        among: async () => [],
        partPlace: (list, { id }) => `${list}|${id}`,
        movePlaces: async () => undefined,
        late: async () => [],
        claimReference: async () => true,
        opens: async () => undefined,
        closes: async () => undefined,
        addFile: async () => undefined,
        dropFile: async () => undefined,
        open: async () => [],
        named: async () => undefined,
        ofYear: async () => [],
        openAmong: async () => new Set(),
      },
      persons: nobody,
      municipalityState: nobody,
      maintenance: nobody,
      askings: nobody,
      // Who crashes takes the gate of the process along.
      gate: this.plan.isOneProcess && process !== 'end' ? this.gate : createSendGate(),
      files: NO_FILES,
      erasure: {
        isBuried: async () => false,
        bury: async () => undefined,
        buryPart: async () => undefined,
        removeFiles: async () => undefined,
        destroy: async () => undefined,
        forget: async () => undefined,
      },
      drafts: {
        of: async () => [],
        read: async () => undefined,
        save: async () => 'saved',
        remove: async () => undefined,
      },
      now: () => this.now(),
      realNow: () => this.realNow,
      random: (size) => Uint8Array.from({ length: size }, () => ++this.count % 256),
      log: quiet,
      municipality: oxelosund,
    };
  }

  start(process: string, work: (deps: Deps) => Promise<unknown>): void {
    this.learned.set(process, []);
    work(this.deps(process)).then(
      () => this.done.add(process),
      (error) => {
        this.errors.push(error);
        this.done.add(process);
      },
    );
  }

  choices(): Choice[] {
    const processes = [...this.waiting.keys()].sort();
    const runs: Choice[] = processes.map((process) => ({ kind: 'run', process }));
    const crashes: Choice[] =
      this.plan.crashes && this.crashes === 0 && (this.plan.isBoth || this.ticks === 0)
        ? processes
            .filter((process) => process !== 'sweeper2')
            .flatMap((process) => [
              { kind: 'crashBefore', process },
              { kind: 'crashAfter', process },
            ])
        : [];
    const ticks: Choice[] =
      this.plan.ticks && this.ticks === 0 && (this.plan.isBoth || this.crashes === 0) && this.store.hasClaim()
        ? [{ kind: 'tick' }]
        : [];
    return [...runs, ...crashes, ...ticks];
  }

  async take(choice: Choice): Promise<void> {
    if (choice.kind === 'tick') {
      this.ticks++;
      this.realNow += LEASE + 1;
      return;
    }
    const waiting = this.waiting.get(choice.process);
    if (!waiting) throw new Error(`Nothing waits in ${choice.process}`);
    this.waiting.delete(choice.process);
    if (choice.kind !== 'run') this.crashes++;
    if (choice.kind === 'crashBefore') return;
    const value = await waiting.run();
    if (choice.kind === 'crashAfter') return;
    const digest = createHash('sha1')
      .update(`${waiting.label}:${JSON.stringify(value)}:${this.realNow}`)
      .digest('base64');
    this.learned.get(choice.process)?.push(digest);
    waiting.resume(value);
    await pause();
  }

  fingerprint(): string {
    const processes = [...this.learned].map(([name, all]) => [
      name,
      all,
      this.waiting.get(name)?.label ?? '-',
    ]);
    return JSON.stringify([this.store.fingerprint(), processes, this.crashes, this.ticks, this.sends.length]);
  }
}

const at = (person: string) => ({ serviceUrl: '', conversationId: '', userId: person, botId: '' });

/**
 * What the handler does: something new for the victim, or a card of the officer's that changes in place (the victim
 * has no chat then, so that one card changes).
 */
const SCENARIOS = {
  newCard: { by: people.officer, verb: 'acknowledge' },
  changedCard: { by: people.victim, verb: 'markMistake' },
} as const;
type Scenario = keyof typeof SCENARIOS;

const press = (person: string, verb: string) => ({
  caller: { person, name: '', address: at(person) },
  verb,
  data: {},
});

/** The world where the first notices have been sent (and the press is saved, where the plan says so). */
async function prepare(plan: Plan): Promise<World> {
  const world = new World(plan);
  const { id } = world.store.incident;
  const { by, verb } = SCENARIOS[plan.scenario];
  await world.store.agenda(() => world.realNow).wake(id, world.now().getTime(), 1, true);
  await dispatch(world.deps('end'), id, { claimer: 'before' });
  if (plan.scenario === 'changedCard') {
    await act(world.deps('end'), press(people.officer, 'acknowledge'), { verb: 'acknowledge', id });
    world.realNow += FORM_OPEN + 1;
    await dispatch(world.deps('end'), id, { claimer: 'before' });
  }
  world.sends = [];
  world.firstRev = world.store.incident.rev;
  if (plan.isSaved) await act(world.deps('end'), press(by, verb), { verb, id });
  return world;
}

/** Someone presses while the sweepers are at work, from a copy of the prepared world. */
async function begin(prepared: World): Promise<World> {
  const world = prepared.copy();
  const { plan } = world;
  const { id } = world.store.incident;
  const { by, verb } = SCENARIOS[plan.scenario];
  if (!plan.isSaved)
    world.start('handler', async (deps) => {
      const { handed } = await act(deps, press(by, verb), { verb, id });
      if (plan.isFollowed) await dispatch(deps, id, { claimer: 'handler', handed });
    });
  world.start('sweeper1', (deps) => dispatch(deps, id, { claimer: 'one' }));
  if (plan.sweepers === 2) world.start('sweeper2', (deps) => dispatch(deps, id, { claimer: 'two' }));
  await pause();
  return world;
}

/** Checks of the state at rest, after later sweeps in which leases and orphaned rows have ended. */
async function settle(world: World): Promise<void> {
  const deps = world.deps('end');
  for (let round = 0; round < 6; round++) {
    world.realNow += 700_000;
    const row = world.store.agendaRow?.value;
    if (row && row.due <= world.now().getTime()) await dispatch(deps, row.id, { claimer: 'end' });
  }
}

function check(world: World, path: Choice[]): void {
  const { store } = world;
  const deliveries = [...store.deliveries.values()].map(({ value }) => ({ value, etag: '' }));
  const found = { contacts, unreachable: unreachableIn({ deliveries }), sent: sentIn({ deliveries }) };
  const now = world.now();
  // What time has made due since then is told by the last look.
  const due = notices({ incident: store.incident, ...found, routine, now }).filter(
    (notice) => Date.parse(notice.since) <= now.getTime(),
  );
  const told = path
    .map((choice) => ('process' in choice ? `${choice.kind} ${choice.process}` : choice.kind))
    .join(', ');
  for (const notice of due) {
    const row = store.deliveries.get(notice.key)?.value;
    if (!row?.sentAt && !row?.failed) throw new Error(`Lost: ${notice.key} after ${told}`);
  }
  const toVictim = world.sends.filter((one) => one === people.victim).length;
  if (toVictim > 1 + world.crashes + world.ticks) throw new Error(`Told ${toVictim} times after ${told}`);
  for (const { value } of store.cards.values()) {
    const scene = sceneFor(store.incident, value.person, now, 'once1', found);
    const wanted = withoutOnce(render(liveCard(scene), { fallback: COMMON.fallback, speak: COMMON.summary }));
    const isOpen = (value.formOpenUntil ?? 0) > world.realNow;
    if (!isOpen && world.shown.get(value.activityId) !== wanted)
      throw new Error(`Old card of ${value.person} after ${told}`);
  }
  if (world.errors.length > 0) throw new Error(`Failed after ${told}: ${String(world.errors[0])}`);
}

async function replay(prepared: World, path: readonly Choice[]): Promise<World> {
  const world = await begin(prepared);
  for (const choice of path) await world.take(choice);
  return world;
}

/** Depth first over every order, or a share of them, leaving out what leads to a state that has been seen. */
async function search(plan: Plan) {
  const prepared = await prepare(plan);
  const seen = new Set<string>();
  const ends = new Set<string>();
  const stack: Choice[][] = [[]];
  const chance = seeded(1);
  let doubles = 0;
  let lost = 0;
  for (let path = stack.pop(); path; path = stack.pop()) {
    const world = await replay(prepared, path);
    for (;;) {
      const fingerprint = world.fingerprint();
      if (seen.has(fingerprint)) break;
      seen.add(fingerprint);
      const [first, ...others] = world.choices();
      if (!first) {
        await settle(world);
        check(world, path);
        ends.add(world.store.fingerprint());
        if (world.sends.filter((one) => one === people.victim).length > 1) doubles++;
        if (world.store.incident.rev === world.firstRev) lost++;
        break;
      }
      for (const other of others) if (chance() < plan.share) stack.push([...path, other]);
      await world.take(first);
      path = [...path, first];
    }
  }
  return { states: seen.size, ends: ends.size, doubles, unsaved: lost };
}

const quietly = {
  share: 1,
  crashes: false,
  ticks: false,
  isBoth: false,
  isSaved: false,
  isOneProcess: false,
  isFollowed: false,
};

/** Of two sweepers and a handler that all live: `npm test` follows a fifth of the branches. */
const MOST = IS_LONG ? 1 : 0.2;

/** Of a handler that goes on to deliver beside a sweeper. */
const FOLLOWED = IS_LONG ? 1 : 0.25;

/** Together they hold every order of a handler and two sweepers, and every crash and lapsed lease among two of them. */
const plans = (scenario: Scenario): Plan[] => [
  { ...quietly, scenario, sweepers: 2, share: MOST },
  { ...quietly, scenario, sweepers: 2, isOneProcess: true, share: MOST },
  { ...quietly, scenario, sweepers: 1, crashes: true, ticks: true, isBoth: true },
  { ...quietly, scenario, sweepers: 1, isFollowed: true, crashes: true, ticks: true, share: FOLLOWED },
  { ...quietly, scenario, sweepers: 2, isFollowed: true, share: IS_LONG ? 1 : 0.05 },
  // By far the largest: a sample of its branches, the same each time, unless all is searched.
  {
    ...quietly,
    scenario,
    sweepers: 2,
    isSaved: true,
    crashes: true,
    ticks: true,
    share: IS_LONG ? 1 : 0.005,
  },
  // All at once takes minutes.
  ...(IS_LONG
    ? [{ ...quietly, scenario, sweepers: 2 as const, crashes: true, ticks: true, isBoth: true }]
    : []),
];

async function searchAll(scenario: Scenario) {
  const found: Awaited<ReturnType<typeof search>>[] = [];
  for (const plan of plans(scenario)) found.push(await search(plan));
  const sum = (key: 'states' | 'ends' | 'doubles' | 'unsaved') =>
    found.reduce((all, one) => all + one[key], 0);
  const total = {
    states: sum('states'),
    ends: sum('ends'),
    doubles: sum('doubles'),
    unsaved: sum('unsaved'),
  };
  console.info(`interleavings, ${scenario}: ${JSON.stringify(total)}`);
  return { ...total, endsOf: found.map(({ ends }) => ends) };
}

describe('the delivery protocol', () => {
  it('loses no notice and tells nobody twice but when a send has an unknown outcome', async () => {
    const found = await searchAll('newCard');
    expect(found.ends).toBeGreaterThan(10);
    // That doubles happen at all (a crash between send and record) shows that the search reaches them.
    expect(found.doubles).toBeGreaterThan(0);
    expect(found.unsaved).toBeGreaterThan(0);
  });

  it('leaves the newest state on a card that changes in place', async () => {
    const found = await searchAll('changedCard');
    const [threeProcesses, oneProcess, crashing] = found.endsOf;
    // Every order of who lives comes to one state: a card in its place leaves no trace of who changed it.
    expect([threeProcesses, oneProcess]).toEqual([1, 1]);
    // Saved, at once or after a lease; not saved, with the agenda row written before the crash or not.
    expect(crashing).toBe(4);
    expect(found.unsaved).toBeGreaterThan(0);
    expect(found.doubles).toBe(0);
  });
});

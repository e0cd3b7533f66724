import type { DeliveryRow } from '../../src/app/ports/delivery';
import type { Tables } from '../../src/storage/openTables';
import { type Arrival, type Connector, startConnector } from '../support/fakeConnector';
import { IS_LONG } from '../support/long';
import { seeded } from './chance';
import { chatOf, inChunks, seedCrowd } from './crowd';
import { type Field, type Ground, openField, openGround } from './ground';
import { type Instance, startInstance } from './instances';
import { SENDER } from './options';

const INCIDENTS = IS_LONG ? 500 : 60;
const KILLS = IS_LONG ? 30 : 6;
/**
 * Where processes die, the clock of leases may run faster, so that they are soon over; not much, for a process that is
 * slow must still be done within its lease.
 */
const SPEED = IS_LONG ? 1 : 3;
/** Sends at once in one process (`src/app/delivery/sendGate.ts`). */
const AT_ONCE = 8;
const SWEEP_SECONDS = 0.2;

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** Resolves once it holds. */
async function until(holds: () => Promise<boolean>): Promise<void> {
  while (!(await holds())) await rest(200);
}

let ground: Ground;
let connector: Connector;
let field: Field;
let arrivals: Arrival[];
let onArrival: (arrival: Arrival) => void;
const started: Instance[] = [];

beforeAll(async () => {
  ground = await openGround();
});
afterAll(() => ground.azurite.stop());
beforeEach(async () => {
  arrivals = [];
  onArrival = () => undefined;
  connector = await startConnector((arrival) => {
    arrivals.push(arrival);
    onArrival(arrival);
  });
});
afterEach(async () => {
  await Promise.all(started.splice(0).map((one) => one.stop()));
  await connector.stop();
});

const senderOf = ({ headers }: Arrival): string => String(headers[SENDER]);

async function start(name: string, sweepSeconds = SWEEP_SECONDS): Promise<Instance> {
  const instance = await startInstance({ ...field.shared, name, sweepSeconds });
  started.push(instance);
  return instance;
}

const deliveriesOf = async (tables: Tables, id: string): Promise<DeliveryRow[]> =>
  (await tables.incidents.read(id))?.deliveries.map(({ value }) => value) ?? [];

/** Waits until each of the incidents has told its two, and gives what was written down. */
async function allTold(ids: readonly string[]): Promise<DeliveryRow[]> {
  const told = new Map<string, DeliveryRow[]>();
  await until(async () => {
    await inChunks(
      ids.filter((id) => !told.has(id)),
      async (id) => {
        const rows = await deliveriesOf(field.tables, id);
        if (rows.length === 2 && rows.every((row) => row.sentAt)) told.set(id, rows);
      },
    );
    return told.size === ids.length;
  });
  return [...told.values()].flat();
}

const byChat = (): Map<string, Arrival[]> => {
  const chats = new Map<string, Arrival[]>();
  for (const one of arrivals) chats.set(one.conversation, [...(chats.get(one.conversation) ?? []), one]);
  return chats;
};

/** The check at a start finds late what waits for its turn: on these clocks five minutes are soon over. */
const errors = (): string[] =>
  started.flatMap((one) => one.errors).filter((line) => !line.includes('"agendaLate"'));

const say = (fields: object) => console.info(JSON.stringify(fields));

describe.each([2, 3])('%i instances on the same tables', (count) => {
  it('send each of many notices that are due at once exactly once', async () => {
    field = await openField(ground, 1);
    const incidents = await seedCrowd(field.tables, connector.serviceUrl, INCIDENTS);
    const began = Date.now();
    await Promise.all(Array.from({ length: count }, (_, number) => start(`instance${number}`)));
    const rows = await allTold(incidents.map(({ id }) => id));
    const seconds = (Date.now() - began) / 1_000;
    await Promise.all(started.map((one) => one.stop()));

    expect(rows.map((row) => row.attempts)).toEqual(rows.map(() => 1));
    expect(new Set(arrivals.map((one) => one.conversation))).toEqual(
      new Set(rows.map((row) => chatOf(row.person))),
    );
    expect(arrivals).toHaveLength(2 * INCIDENTS);
    expect(errors()).toEqual([]);
    const shares = started.map((one) => arrivals.filter((arrival) => senderOf(arrival) === one.name).length);
    // They share the work: nobody does all of it.
    expect(Math.min(...shares)).toBeGreaterThan(0);
    say({ instances: count, notices: rows.length, sends: arrivals.length, shares, seconds });
  });
});

describe('three instances that are killed at random and started again', () => {
  /** Kills one each time so many more messages have arrived; now and then just the one that sends. */
  function killing(chance: () => number) {
    const killed = new Set<string>();
    const restarts: Promise<unknown>[] = [];
    const every = Math.floor((2 * INCIDENTS) / (KILLS + 1));
    let next = 1 + Math.floor(chance() * every);
    onArrival = (arrival) => {
      if (arrivals.length < next || killed.size === KILLS) return;
      next += Math.ceil(every * (0.5 + chance()));
      const running = started.filter((one) => one.isRunning() && !killed.has(one.name));
      const sender = running.find((one) => one.name === senderOf(arrival));
      const victim = chance() < 0.5 ? sender : running[Math.floor(chance() * running.length)];
      if (!victim) return;
      victim.kill();
      killed.add(victim.name);
      restarts.push(start(`again${killed.size}`));
    };
    return { killed, restarts };
  }

  it('lose nothing, and send twice only what a dead one had sent and not written down', async () => {
    field = await openField(ground, SPEED);
    const incidents = await seedCrowd(field.tables, connector.serviceUrl, INCIDENTS);
    await Promise.all([0, 1, 2].map((number) => start(`instance${number}`)));
    const { killed, restarts } = killing(seeded(20_261_124));
    const rows = await allTold(incidents.map(({ id }) => id));
    await Promise.all(restarts);
    await Promise.all(started.map((one) => one.stop()));

    const chats = byChat();
    const doubles = [...chats.values()].filter((sent) => sent.length > 1);
    const unwritten = doubles.flat().filter(({ id }) => !rows.some((row) => row.activityId === id));
    say({ notices: rows.length, kills: killed.size, sends: arrivals.length, doubles: doubles.length });
    expect(killed.size).toBeGreaterThan(KILLS / 2);
    expect(new Set(chats.keys())).toEqual(new Set(rows.map((row) => chatOf(row.person))));
    // Each was written down once; every other one came from a process that died before it could.
    expect(arrivals.length - unwritten.length).toBe(rows.length);
    expect(unwritten.filter((one) => !killed.has(senderOf(one)))).toEqual([]);
    for (const name of killed)
      expect(unwritten.filter((one) => senderOf(one) === name).length).toBeLessThanOrEqual(AT_ONCE);
    expect(errors()).toEqual([]);
  });
});

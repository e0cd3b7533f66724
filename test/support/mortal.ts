import type { Bot, Caller } from '../../src/app/bot';
import { createBot } from '../../src/app/createBot';
import { createSendGate, withPauses } from '../../src/app/delivery/sendGate';
import { checkAgenda } from '../../src/app/delivery/watchdog';
import type { Deps } from '../../src/app/deps';
import type { DeliveryChange } from '../../src/app/ports/delivery';
import type { Messenger } from '../../src/app/ports/messenger';
import type { Address } from '../../src/app/ports/people';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { type Contact, OPERATOR, type PersonId } from '../../src/routine/model/contact';
import { Claims } from './claims';
import { MemoryTables, type TablePorts } from './memoryTables';
import { NOW } from './pureTown';

const SECOND = 1_000;
const REAL_START = 1_000_000_000;

/** A notice that came to someone: in a card that was posted, in the answer to a press, in the operator's log. */
export interface Arrival {
  key: string;
  person: PersonId;
  /** In the test's time. */
  at: number;
}

/** The part that outlives a process: tables, chats, time. */
export class World {
  passed = 0;
  tables: MemoryTables;
  chats = new Map<PersonId, { id: string; card: string }[]>();
  arrived: Arrival[] = [];
  /** Events in the log that are errors. */
  errors: string[] = [];
  private count = 0;

  constructor(contacts: Contact[]) {
    this.tables = new MemoryTables(contacts, this.realNow);
  }

  copy(): World {
    const world = new World(this.tables.contacts);
    world.passed = this.passed;
    world.tables = this.tables.copy(world.realNow);
    world.chats = new Map([...this.chats].map(([person, messages]) => [person, [...messages]]));
    world.arrived = [...this.arrived];
    world.errors = [...this.errors];
    world.count = this.count;
    return world;
  }

  realNow = (): number => REAL_START + this.passed;
  now = (): Date => new Date(NOW.getTime() + this.passed);
  /** Never twice the same. */
  random = (size: number): Uint8Array =>
    Uint8Array.from({ length: size }, () => {
      this.count = (this.count * 1_103_515_245 + 12_345) % 2 ** 31;
      return (this.count >> 16) & 255;
    });

  newest = (person: PersonId): string | undefined => this.chats.get(person)?.at(-1)?.id;

  post(person: PersonId, card: object): string {
    const id = `activity${++this.count}`;
    this.chats.set(person, [...(this.chats.get(person) ?? []), { id, card: JSON.stringify(card) }]);
    return id;
  }

  change(person: PersonId, id: string, card: object): void {
    const messages = this.chats.get(person) ?? [];
    this.chats.set(
      person,
      messages.map((one) => (one.id === id ? { id, card: JSON.stringify(card) } : one)),
    );
  }
}

export const callerOf = (person: PersonId): Caller => ({ person, name: 'N', address: addressOf(person) });

export const addressOf = (person: PersonId): Address => ({
  serviceUrl: '',
  conversationId: `chat ${person}`,
  userId: person,
  botId: '',
  tenantId: 'tenant1',
});

/** At which of its calls a process dies: the call is not made (before), or made and never answered (after). */
export interface Fate {
  call: number;
  when: 'before' | 'after';
}

/** A process: the bot on the tables of a world. When it dies, none of its calls comes back, and it makes no more. */
export class Mortal {
  /** Names of the calls, in order. */
  readonly calls: string[] = [];
  isDead = false;
  readonly bot: Bot;
  readonly messenger: Messenger;
  private readonly deps: Deps;
  private readonly claims = new Claims();
  private die: () => void = () => undefined;
  private readonly death: Promise<false>;

  constructor(
    readonly world: World,
    private readonly fate?: Fate,
  ) {
    this.death = new Promise((resolve) => {
      this.die = () => resolve(false);
    });
    this.deps = this.depsOf();
    this.messenger = this.deps.messenger;
    this.bot = createBot(this.deps);
  }

  /** Does it; false: the process died over it. */
  live(work: () => Promise<unknown>): Promise<boolean> {
    return this.isDead ? Promise.resolve(false) : Promise.race([work().then(() => true), this.death]);
  }

  check = (): Promise<unknown> => checkAgenda(this.deps);

  /** Until then, on both clocks, from due time to due time; then looks whether anybody is forgotten. */
  async advance(until: number): Promise<void> {
    const { world, bot } = this;
    let step = SECOND;
    for (;;) {
      await bot.sweep();
      await bot.idle();
      if (world.passed >= until) break;
      const due = Math.min(...world.tables.agendaRows.all().map(({ value }) => value.due)) - NOW.getTime();
      // What stays due though it was looked at must not hold up the clock.
      const isStuck = due - world.passed < step;
      world.passed = Math.min(until, isStuck ? world.passed + step : due);
      step = isStuck ? step * 2 : SECOND;
    }
    await this.check();
  }

  private call<T>(label: string, run: () => Promise<T>): Promise<T> {
    const never = new Promise<T>(() => undefined);
    if (this.isDead) return never;
    this.calls.push(label);
    const isHere = this.fate?.call === this.calls.length - 1;
    if (isHere) {
      this.isDead = true;
      if (this.fate?.when === 'before') this.die();
      else void run().finally(this.die);
      return never;
    }
    return run().then(
      (value) => (this.isDead ? never : value),
      (error) => (this.isDead ? never : Promise.reject(error)),
    );
  }

  /** The same port, each call of which may be the last. */
  private port<P extends object>(name: string, port: P): P {
    return new Proxy(port, {
      get: (target, method) => {
        const work: unknown = Reflect.get(target, method);
        return typeof work !== 'function'
          ? work
          : (...args: unknown[]) =>
              this.call(`${name}.${String(method)}`, async () => {
                const result: unknown = await work.apply(target, args);
                if (method === 'save' && result === 'saved') this.note(args[1] ?? {});
                return result;
              });
      },
    });
  }

  private tablePorts(): TablePorts {
    const ports = Object.entries(this.world.tables.ports());
    return Object.fromEntries(
      ports.map(([name, port]) => [name, this.port(name, port)]),
    ) as unknown as TablePorts;
  }

  private note(change: Pick<DeliveryChange, 'deliveries'>): void {
    this.claims.note(change, this.world.realNow(), (key, person) => this.arrive(key, person));
  }

  private arrive(key: string, person: PersonId): void {
    this.world.arrived.push({ key, person, at: this.world.passed });
  }

  private connector(): Messenger {
    const { world } = this;
    return this.port<Messenger>('connector', {
      send: async (to, { card }) => {
        const person = to.userId;
        for (const key of this.claims.take(person)) this.arrive(key, person);
        return { kind: 'sent', activityId: world.post(person, card) };
      },
      update: async (to, activityId, { card }) => {
        world.change(to.userId, activityId, card);
        return { kind: 'sent', activityId };
      },
    });
  }

  private depsOf(): Deps {
    const { world } = this;
    const gate = createSendGate();
    const alert = (fields: { key?: unknown }) => this.arrive(`${String(fields.key)}|${OPERATOR}`, OPERATOR);
    return {
      ...this.tablePorts(),
      messenger: withPauses(this.connector(), gate, world.realNow),
      gate,
      now: world.now,
      realNow: world.realNow,
      random: world.random,
      log: {
        info: () => undefined,
        warn: () => undefined,
        error: (fields, event) => (event === 'operatorAlert' ? alert(fields) : world.errors.push(event)),
      },
      municipality: oxelosund,
    };
  }
}

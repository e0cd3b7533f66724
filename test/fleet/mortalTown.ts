import { seedContacts } from '../../src/config/contactList';
import { sampleContacts } from '../../src/content/sandbox/sampleContacts';
import { BUTTON } from '../../src/content/texts/common';
import { REGISTRY } from '../../src/content/texts/timed';
import { words } from '../support/cardReading';
import { type Connector, startConnector } from '../support/fakeConnector';
import { createPerson, type Person } from '../support/town';
import { type Ground, openField } from './ground';
import { type Instance, startInstance } from './instances';

/** Real time after which a button that has not come will not come. */
const PATIENCE = 20_000;
/** So much faster than real time: the lease of a dead process is soon over. */
const SPEED = 10;
const DAY = 86_400_000;

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** The error of a fetch that is not answered. It is not always this realm's Error. */
const isCut = (error: unknown): boolean =>
  /fetch failed|terminated|socket hang up|ECONNRE/.test(String(error));

/** Where a form is opened, should its answer have been lost. */
const OPENERS = [BUTTON.fillIn, BUTTON.answerChecks, BUTTON.firstTalk, REGISTRY.button];

/**
 * A town whose bot is a process that dies at its call number `dieAt`, and is started again as soon as somebody notices:
 * people do what people do, and press again when nothing has happened.
 */
export async function openMortalTown(ground: Ground, dieAt?: number) {
  const connector: Connector = await startConnector();
  const { tables, shared, now } = await openField(ground, SPEED);
  let ids = 0;
  const random = (size: number) => Buffer.alloc(size, ++ids);
  await seedContacts(tables, [...sampleContacts], { random, now: new Date(now()) });
  const errors: string[][] = [];
  let deaths = 0;
  let bot: Instance;
  const start = async (name: string, dies?: number) => {
    bot = await startInstance({ ...shared, name, ...(dies === undefined ? {} : { dieAt: dies }) });
    errors.push(bot.errors);
  };
  await start('first', dieAt);

  /** Tries until it is done; says whether the process died over it. */
  async function through(work: () => Promise<unknown>): Promise<boolean> {
    try {
      await work();
      return false;
    } catch (error) {
      if (!isCut(error)) throw error;
      await bot.ended;
      await start(`again${++deaths}`);
      return true;
    }
  }

  const moveTo = async (body: object) => {
    const response = await fetch(`${bot.url}/fleet/clock`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`The clock said ${response.status}: ${await response.text()}`);
    return Date.parse(((await response.json()) as { now: string }).now);
  };
  /** Also the second time to the same moment. */
  async function clock(body: object): Promise<number> {
    for (;;) {
      let at = 0;
      const hasDied = await through(async () => {
        at = await moveTo(body);
      });
      if (!hasDied) return at;
    }
  }
  const sweep = async () => void (await clock({ advance: 'PT0S' }));
  /** Sweeps, to do what a dead process left undone. */
  async function idle(): Promise<void> {
    if (await through(() => fetch(`${bot.url}/fleet/idle`))) await sweep();
  }

  const place = {
    get url() {
      return bot.url;
    },
    idle,
  };

  /** How the pressed message stands in the chat: whether it has changed since says whether a press has been taken. */
  const standing = () => connector.messages.map((message) => message.sent.length).join();

  async function appears(person: Person, title: string): Promise<void> {
    const limit = Date.now() + PATIENCE;
    while (!person.has(title) && Date.now() < limit) {
      const opener = OPENERS.find((one) => person.has(one));
      if (opener && deaths > 0) await through(() => person.press(opener));
      else await rest(100);
      await sweep();
    }
  }

  async function press(person: Person, title: string, typed: Record<string, string> = {}): Promise<void> {
    await appears(person, title);
    const before = standing();
    while (await through(() => person.press(title, typed))) {
      await sweep();
      if (standing() !== before || !person.has(title)) return;
    }
  }

  async function say(person: Person, text: string): Promise<void> {
    while (await through(() => person.say(text)));
  }

  async function resident(userId: string, name: string, email?: string) {
    const person = createPerson(place, connector, userId, name, email);
    await person.install();
    return {
      userId,
      say: (text: string) => say(person, text),
      press: (title: string, typed?: Record<string, string>) => press(person, title, typed),
    };
  }

  return {
    tables,
    connector,
    now,
    resident,
    contact(role: string, party?: string) {
      const row = sampleContacts.find((one) => one.role === role && one.party === party && one.order === 1);
      return resident(row?.userId ?? '', row?.name ?? '', row?.email);
    },
    /** Moves the routine's clock so many days on, and does all that falls due. */
    async later(days: number) {
      const from = await clock({ advance: 'PT0S' });
      await clock({ now: new Date(from + days * DAY).toISOString() });
    },
    sweep,
    routineNow: async () => new Date(await clock({ advance: 'PT0S' })),
    deaths: () => deaths,
    errors: () => errors.flat(),
    async calls() {
      const response = await fetch(`${bot.url}/fleet/calls`);
      return ((await response.json()) as { counted: number }).counted;
    },
    /** The text of a message as it stands in its chat. */
    textOf: (activityId: string) => words(connector.messages.find(({ id }) => id === activityId)?.card ?? {}),
    async stop() {
      await bot.stop();
      await connector.stop();
    },
  };
}

export type MortalTown = Awaited<ReturnType<typeof openMortalTown>>;

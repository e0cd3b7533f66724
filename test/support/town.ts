import { randomBytes } from 'node:crypto';
import type { LinkDecision } from '../../src/app/deps';
import type { Log } from '../../src/app/ports/runtime';
import type { Telemetry } from '../../src/app/ports/telemetry';
import { compose } from '../../src/compose';
import { type ContactRow, seedContacts } from '../../src/config/contactList';
import type { Municipality } from '../../src/content/municipalities/municipality';
import { capital } from '../../src/content/names';
import { SAMPLES } from '../../src/content/sandbox/samples';
import type { Retention } from '../../src/routine/model/routine';
import { connectWithString } from '../../src/storage/azure/connect';
import { openTables, type TablesOptions } from '../../src/storage/openTables';
import { startTables, type TestTables } from './azuriteServer';
import { buttons, inputs, type Json, words } from './cardReading';
import { chosen } from './chosen';
import { type ChatMessage, type Connector, type FirstConnector, startConnector } from './fakeConnector';
import { Account } from './memoryAccount';
import { memoryContainers } from './memoryContainers';
import { memoryTables } from './memoryTableClient';
import { MANAGED, type OpenId, TAB_APP_ID, TEAMS_APP_ID } from './openId';
import { postJson } from './postJson';
import { linksEnv, retentionEnv } from './retention';
import { sharedWrap } from './shared';
import { TOWNS } from './towns';

const sampleOfId = (id = 'oxelosund'): readonly ContactRow[] =>
  Object.entries(SAMPLES).find(([name]) => name === id)?.[1].contacts ?? [];

export const TENANT = '7e57da7a-0000-4000-8000-00000000aaaa';

/** A log that keeps its lines, for tests that read them. */
function keepLog(before: readonly string[] = []): Log & { lines: string[] } {
  const lines = [...before];
  const write = (level: string) => (fields: object, event: string) => {
    lines.push(JSON.stringify({ level, event, ...fields }));
  };
  return { lines, info: write('info'), warn: write('warn'), error: write('error') };
}

export interface TownOptions {
  /** Another than the chosen one. One that has no invented people in the sandbox brings its `contacts`. */
  municipality?: Municipality;
  contacts?: readonly ContactRow[];
  now?: string;
  /** The routine's clock goes on by itself: no two looks at it are the same time. */
  ticks?: boolean;
  /** Chance for the ids of the list's rows, so that two towns have the same. */
  rowIds?: (size: number) => Uint8Array;
  /** With it the door checks who calls, as it does in production. */
  openId?: OpenId;
  /** With it the tables are on a real table server, which keeps them in this file; in this process's memory otherwise. */
  tablesFile?: string;
  /** Another wrapping key than a file's. */
  wrap?: (realNow: () => number) => TablesOptions['wrap'];
  /** That of rows that are there already; a new one otherwise. */
  indexSecret?: Uint8Array;
  /** Puts rows of another day into the tables before anything reads them. */
  fill?: (connect: TablesOptions['connect']) => Promise<void>;
  /** Takes what is measured, and traces. */
  telemetry?: Telemetry;
  /** When closed incidents are erased, by which decision. */
  retention?: Retention;
  /** The municipality has decided that victims do not read its own threat assessments. */
  keepsAssessments?: boolean;
  /** The municipality has decided that the strategist may look for one sender in several incidents. */
  links?: LinkDecision;
  /** A process of a deployment slot: serves chats only. Its timers run as they do in production. */
  isSweepOff?: boolean;
  /** Goes on from there: a new process on a copy of what another town had come to. See `keep`. */
  from?: KeptTown;
}

/** What a town has come to. */
export interface KeptTown {
  /** A connector with the chats so far, at the same address. */
  connector(): Connector;
  account: Account;
  indexSecret: Uint8Array;
  /** Of the log. */
  lines: readonly string[];
}

/**
 * The whole bot in this process, as it runs: restify, CloudAdapter, sealed tables on a table client in memory
 * (or, with `tablesFile`, on a real server), and a connector on loopback. Only the clock is the test's own.
 */
export async function startTown(options: TownOptions = {}) {
  const { from } = options;
  const connector = from ? from.connector() : await startConnector();
  const server = options.tablesFile === undefined ? undefined : await startTables(options.tablesFile);
  try {
    return await townOn(connector, server, { municipality: TOWNS[chosen].municipality, ...options });
  } catch (error) {
    // A server that listens keeps the test's process alive.
    await Promise.all([connector.stop(), server?.stop()]);
    throw error;
  }
}

async function townOn(connector: Connector, server: TestTables | undefined, options: TownOptions) {
  const { from } = options;
  const account = from ? from.account.copy() : new Account();
  const connect = server ? connectWithString(server.connectionString) : memoryTables(account);
  const indexSecret = from?.indexSecret ?? options.indexSecret ?? randomBytes(32);
  const containers = memoryContainers();
  const log = keepLog(from?.lines);
  const calls: string[] = [];
  let failing: { matches: (what: string) => boolean; left: number; error: Error } | undefined;
  let now = new Date(options.now ?? '2026-11-24T09:00:00Z');
  const random = (size: number): Uint8Array => randomBytes(size);
  let passed = 0;
  let ticked = 0;
  const realNow = () => Date.now() + passed;
  /** Time passes on both clocks, as it does outside a sandbox. */
  const pass = (to: number) => {
    passed += to - now.getTime();
    now = new Date(to);
  };
  const tables = openTables({
    connect,
    containers,
    wrap: options.wrap?.(realNow) ?? sharedWrap(),
    indexSecret,
    random,
    realNow,
    telemetry: options.telemetry,
    onCall: (what) => {
      calls.push(what);
      if (failing && failing.left > 0 && failing.matches(what)) {
        failing.left -= 1;
        throw failing.error;
      }
    },
  });
  const listed: readonly ContactRow[] = options.contacts ?? sampleOfId(options.municipality?.id);
  await tables.create();
  if (!from) {
    await options.fill?.(connect);
    await seedContacts(tables, listed, { random: options.rowIds ?? random, now });
  }
  let { retention } = options;
  const build = () =>
    compose({
      config: {
        PORT: 0,
        MUNICIPALITY: 'oxelosund',
        SWEEP_SECONDS: 3_600,
        SEND_TIMEOUT_SECONDS: 60,
        DEADMAN_SECONDS: 300,
        ...retentionEnv(retention),
        ...linksEnv(options.links),
        ...(options.keepsAssessments ? { VICTIM_READS_ASSESSMENTS: 'no' as const } : {}),
        SWEEP: options.isSweepOff ? 'off' : 'on',
        ...(options.openId ? { TAB_APP_ID, TEAMS_APP_ID } : {}),
        PUBLIC_URL: 'https://bot.example',
      },
      municipality: options.municipality,
      ...(options.openId ? { credentials: MANAGED, cloud: options.openId.cloud } : {}),
      host: '127.0.0.1',
      tables,
      log,
      telemetry: options.telemetry,
      now: options.ticks ? () => new Date(now.getTime() + ticked++) : () => now,
      realNow,
      random,
      isSweeping: options.isSweepOff ?? false,
    });
  let running = await build();

  const town = {
    municipality: options.municipality ?? TOWNS[chosen].municipality,
    tables,
    /** The tables, as an operator of the account reaches them. */
    connect,
    /** The blobs, likewise. */
    containers,
    connector,
    log,
    /** Storage calls since it was last emptied. */
    calls,
    get url() {
      return `http://127.0.0.1:${running.port}`;
    },
    get now() {
      return now;
    },
    idle: () => running.bot.idle(),
    /** A token that is good now, however much time has passed here. */
    get authorization() {
      const exp = Math.floor(realNow() / 1_000) + 3_600;
      return options.openId && `Bearer ${options.openId.token(connector.serviceUrl, { exp })}`;
    },
    /** Moves the routine's time on and delivers what is due. */
    async later(ms: number) {
      now = new Date(now.getTime() + ms);
      await running.bot.sweep();
      await running.bot.idle();
    },
    /** Moves the routine's time on to `to` (ISO), from due time to due time, delivering all at each, as time does. */
    async until(to: string) {
      const end = Date.parse(to);
      for (;;) {
        const due = await tables.agenda.earliest();
        if (due === undefined || due > end) break;
        // A aggregate that cannot be moved yet waits for real time: a minute passes.
        pass(Math.min(end, due > now.getTime() ? due : now.getTime() + 60_000));
        await running.bot.sweep();
        await running.bot.idle();
        if (now.getTime() >= end) break;
      }
      pass(end);
      await running.bot.sweep();
      await running.bot.idle();
    },
    /** Real time passes alone: presses that came before are long ago. */
    rest(ms: number) {
      passed += ms;
    },
    sweep: () => running.bot.sweep(),
    check: () => running.check(),
    /** The next so many calls of a kind never reach storage; tells how many that were. */
    failStorage(
      matches: (what: string) => boolean,
      times: number,
      error = new Error('The process died here.'),
    ) {
      const now = { matches, left: times, error };
      failing = now;
      return () => times - now.left;
    },
    /** Real time alone. */
    passReal(ms: number) {
      passed += ms;
    },
    /** Sets the municipality's decision on erasure, from the next start on. */
    decide(next: TownOptions['retention']) {
      retention = next;
    },
    /** A new process on the same tables. */
    async restart() {
      await running.stop();
      running = await build();
    },
    async stop() {
      await running.stop();
      await connector.stop();
      await server?.stop();
    },
    /** What it has come to, for others to go on from; this one is used no more. */
    keep(): KeptTown {
      if (!('kept' in connector) || server)
        throw new Error('Only a town that began anew, in memory, is kept.');
      return { connector: (connector as FirstConnector).kept(), account, indexSecret, lines: log.lines };
    },
    person: (userId: string, name: string, email?: string) =>
      createPerson(town, connector, userId, name, email),
    /** A contact of the list who has the bot. `unit`: the code of their party or board. */
    async contact(role: string, unit?: string, order = 1) {
      const person = this.listed(role, unit, order);
      await person.install();
      return person;
    },
    /** A contact of the list, whether they have the bot or not. */
    listed(role: string, unit?: string, order = 1) {
      const isMeant = (one: (typeof listed)[number]) =>
        one.role === role && (one.party ?? one.board) === unit && one.order === order;
      // Who stands elsewhere on a test's own list is known by their place on the sample's.
      const row = listed.find(isMeant) ?? sampleOfId(options.municipality?.id).find(isMeant);
      if (!row?.userId) throw new Error(`No sample contact ${role} ${unit ?? ''}`);
      return town.person(row.userId, row.name, row.email);
    },
  };
  return town;
}

export type Town = Awaited<ReturnType<typeof startTown>>;

interface Place {
  readonly url: string;
  readonly authorization?: string | undefined;
  idle(): Promise<void>;
}

/** Someone with a private chat with the bot, who reads, types, fills in and presses. */
export function createPerson(
  place: Place,
  connector: Pick<Connector, 'messages' | 'typed' | 'members' | 'serviceUrl'>,
  userId: string,
  name: string,
  email?: string,
) {
  const conversation = `chat-${userId}`;
  const user = `29:${userId}`;
  connector.members.set(user, { name, email, tenantId: TENANT });
  /** Cards that this person's client shows in place of a message: answers to their own presses. */
  const shown = new Map<string, { card: Json; over: number }>();
  let last = '';

  const base = () => ({
    id: `in-${Math.random()}`,
    channelId: 'msteams',
    serviceUrl: connector.serviceUrl,
    from: { id: user, name, aadObjectId: userId },
    recipient: { id: '28:bot', name: 'Trygghetsboten' },
    conversation: { id: conversation, conversationType: 'personal', tenantId: TENANT },
    channelData: { tenant: { id: TENANT } },
  });

  const post = async (activity: object): Promise<{ status: number; body: Json }> => {
    const headers: Record<string, string> = place.authorization ? { authorization: place.authorization } : {};
    const { status, text } = await postJson(`${place.url}/api/messages`, headers, { ...base(), ...activity });
    return { status, body: text ? JSON.parse(text) : {} };
  };

  const chat = (): ChatMessage[] => connector.messages.filter((one) => one.conversation === conversation);

  /** A message's card as this client shows it: the last answer, until the bot changes the message itself. */
  const cardOf = (message: ChatMessage): Json | undefined => {
    const answer = shown.get(message.id);
    return answer && answer.over === message.sent.length ? answer.card : message.card;
  };

  const withButton = (title: string): ChatMessage | undefined => {
    const has = (message: ChatMessage) => buttons(cardOf(message)).some((one) => one.title === title);
    const latest = chat().find((one) => one.id === last);
    return latest && has(latest) ? latest : chat().reverse().find(has);
  };

  const fillIn = (card: Json, typed: Record<string, string>): Json => {
    const all = inputs(card);
    const unknown = Object.keys(typed).filter((label) => !all.some((one) => one.label === label));
    if (unknown.length > 0)
      throw new Error(`${name} finds no input ${unknown.join(', ')} in:\n${words(card)}`);
    return Object.fromEntries(
      all.map((one) => {
        const value = typed[one.label] ?? one.value;
        const choice = one.choices.find((option) => option.title === capital(value));
        if (one.type === 'Input.Text') connector.typed.push(value);
        return [one.id, choice?.value ?? value];
      }),
    );
  };

  const invoke = async (messageId: string, verb: string, data: Json) => {
    const over = connector.messages.find((one) => one.id === messageId)?.sent.length ?? 0;
    const answer = await post({
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: messageId,
      value: { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' },
    });
    const { value } = answer.body;
    // A sentence leaves the card as it is.
    const card = (typeof value === 'object' && value ? value : undefined) as Json | undefined;
    if (card) {
      shown.set(messageId, { card, over });
      last = messageId;
    }
    await place.idle();
    return { ...answer, card };
  };

  return {
    userId,
    name,
    conversation,
    chat,
    /** Sends pictures or files, as Teams announces them, and perhaps a text beside them. */
    async sends(attachments: readonly object[], text = '') {
      connector.typed.push(text);
      const answer = await post({ type: 'message', text, attachments });
      await place.idle();
      last = chat().at(-1)?.id ?? last;
      return answer;
    },
    /** All messages as this person's client shows them now. */
    sees: () => chat().map((message) => cardOf(message)),
    /** The card that was pressed last, or the newest. */
    card(): Json {
      const message = chat().find((one) => one.id === last) ?? chat().at(-1);
      return (message && cardOf(message)) || {};
    },
    newest: (): Json => chat().at(-1)?.card ?? {},
    text: (card?: Json): string => words(card ?? chat().map((message) => cardOf(message))),
    buttons: (): string[] => chat().flatMap((message) => buttons(cardOf(message)).map((one) => one.title)),
    has: (title: string): boolean => withButton(title) !== undefined,
    async install() {
      await post({ type: 'installationUpdate', action: 'add' });
      await place.idle();
    },
    async uninstall() {
      await post({ type: 'installationUpdate', action: 'remove' });
      await place.idle();
    },
    async say(text: string) {
      connector.typed.push(text);
      const before = chat().length;
      const { status } = await post({ type: 'message', text });
      await place.idle();
      last = chat().at(before)?.id ?? last;
      return { status, card: chat().at(before)?.card };
    },
    /**
     * Presses a button by its title, with inputs by their labels, on the card in view or the newest that has it. `about`:
     * data of the button, where several have one title.
     */
    async press(title: string, typed: Record<string, string> = {}, about: Json = {}): Promise<Json> {
      const message = withButton(title);
      if (!message)
        throw new Error(
          `${name} has no button "${title}". Sees:\n${words(chat().map((one) => cardOf(one)))}`,
        );
      const card = cardOf(message) ?? {};
      const button = buttons(card).find(
        (one) =>
          one.title === title && Object.entries(about).every(([key, value]) => one.data[key] === value),
      );
      if (!button) throw new Error(`${title} ${JSON.stringify(about)}`);
      const values = button.associatedInputs === 'none' ? {} : fillIn(card, typed);
      const answer = await invoke(message.id, button.verb, { ...button.data, ...values });
      if (answer.status !== 200 || answer.body.statusCode !== 200) {
        throw new Error(
          `"${title}" was answered ${answer.status} ${JSON.stringify(answer.body).slice(0, 300)}`,
        );
      }
      return answer.card ?? {};
    },
    /** A button as it can be pressed later, from a card that may be old by then. */
    keep(title: string) {
      const message = withButton(title);
      const button = buttons(message && cardOf(message)).find((one) => one.title === title);
      if (!message || !button) throw new Error(`${name} has no button "${title}"`);
      return (more: Json = {}) => {
        connector.typed.push(...Object.values(more).map(String));
        return invoke(message.id, button.verb, { ...button.data, ...more });
      };
    },
    /** A press with made-up data, as a tampered client sends it. */
    invoke,
    post,
  };
}

export type Person = ReturnType<typeof createPerson>;

import type { Bot, Caller, Press } from '../../src/app/bot';
import type { FileFault } from '../../src/app/ports/files';
import { card } from '../../src/cards/parts';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { type Cloud, mayCall, SANDBOX_CLOUD } from '../../src/teams/clouds';
import { createTeams } from '../../src/teams/inbound/authentication';
import { createDoor } from '../../src/teams/inbound/door';
import { guestCard, slowCard } from '../../src/teams/inbound/doorCards';
import { createRateLimit } from '../../src/teams/inbound/guards/rateLimit';
import { createGuests } from '../../src/teams/inbound/guests';
import { createHandler } from '../../src/teams/inbound/handler';
import { type ExtraRoute, listen, type ServerTimes } from '../../src/teams/inbound/server';
import { createConnector, createMembers } from '../../src/teams/outbound/connector';
import { incoming } from '../../src/teams/outbound/download';
import { startConnector } from '../support/fakeConnector';
import { APP_ID } from '../support/openId';

/** The most bytes of a file here. */
export const MOST_BYTES = 1_000;

export const TENANT = '7e57da7a-0000-4000-8000-00000000aaaa';
export const PERSON = '7e57da7a-0000-4000-8000-000000000040';
export const GROUP_SENTENCE = 'Write to me in a chat of our own.';

/** A bot that writes down what it is told, and does as a test says. */
export function noteBot() {
  const told: { what: string; caller?: Caller; text?: string; press?: Press; member?: object }[] = [];
  const posted: string[] = [];
  const fetched: (Uint8Array | FileFault)[] = [];
  const bot: Bot = {
    interviews: {
      isAsked: () => false,
      read: async () => ({ kept: undefined, isGoing: false }),
      begin: () => Promise.reject(new Error('No report in text is asked for.')),
      hear: () => Promise.reject(new Error('No report in text goes on.')),
      keep: async () => true,
    },
    async onMessage(caller, text) {
      told.push({ what: 'said', caller, text });
      return {
        view: card({ title: `said ${text}` }),
        sent: async (activityId) => {
          posted.push(activityId);
        },
      };
    },
    async onFiles(caller, files, text) {
      const bytes = await Promise.all(files.map((file) => file.fetch(MOST_BYTES)));
      told.push({ what: 'files', caller, text });
      fetched.push(...bytes);
      return [{ view: card({ title: `files ${files.map(({ name }) => name).join()}` }) }];
    },
    atHand: () => [],
    begin: async () => undefined,
    async onUnanswered(caller) {
      told.push({ what: 'unanswered', caller });
    },
    async onAction(press) {
      told.push({ what: 'pressed', press });
      return { view: card({ title: `pressed ${press.verb}` }) };
    },
    async onInstall(caller, member) {
      told.push({ what: 'installed', caller, member });
    },
    takeDocument: async () => undefined,
    takeFile: async () => undefined,
    seePicture: async () => undefined,
    giveFile: async () => undefined,
    async onSeen(caller) {
      told.push({ what: 'met', caller });
    },
    async onUninstall(caller) {
      told.push({ what: 'removed', caller });
    },
    onAsk: async () => ({ kind: 'nothing' }),
    openToAll: async () => [],
    callerOf: async () => undefined,
    sweep: async () => 0,
    idle: async () => undefined,
  };
  return { bot, told, posted, fetched };
}

export interface DoorOptions {
  bot?: Partial<Bot>;
  /** Undefined: any tenant, as in the sandbox. */
  tenantId?: string | undefined;
  ready?: () => Promise<void>;
  health?: () => object;
  routes?: readonly ExtraRoute[];
  /** With credentials the token of each caller is checked. */
  isGuarded?: boolean;
  times?: Partial<ServerTimes>;
  cloud?: Cloud;
  realNow?: () => number;
  /** Of a call to Teams; short where a test waits for its end. */
  timeoutMs?: number;
}

const credentials = {
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppId: APP_ID,
  MicrosoftAppTenantId: TENANT,
  MicrosoftAppPassword: 'not used',
} as const;

/** The real door with a bot that takes notes behind it, and a connector on loopback. */
export async function openDoor(options: DoorOptions = {}) {
  const connector = await startConnector();
  const notes = noteBot();
  const lines: string[] = [];
  const waits: number[] = [];
  const write = (fields: object, event: string) => {
    lines.push(JSON.stringify({ event, ...fields }));
  };
  const log = { info: write, warn: write, error: write };
  const { tenantId, cloud = SANDBOX_CLOUD, realNow = Date.now, timeoutMs = 60_000 } = options;
  const guests = createGuests(tenantId);
  const teams = createTeams({
    credentials: options.isGuarded ? credentials : undefined,
    cloud,
    realNow,
    timeoutMs,
  });
  const connection = {
    token: async () => undefined,
    mayCall: (serviceUrl: string) => mayCall(cloud, serviceUrl),
    timeoutMs,
    realNow: Date.now,
  };
  const handle = createHandler({
    bot: { ...notes.bot, ...options.bot },
    log,
    teams,
    member: createMembers(connection),
    incoming: incoming({
      token: async () => 'the-bots-token',
      cloud: { ...cloud, fileHosts: ['.sharepoint.com'] },
    }),
    messenger: createConnector(connection),
    sender: createConnector(connection),
    limit: createRateLimit(realNow),
    guests,
    tenantId,
    newId: () => 'abcdefghijkl',
    wait: async (ms) => {
      waits.push(ms);
    },
    words: {
      fallback: 'fallback',
      summary: 'summary',
      groupChat: () => GROUP_SENTENCE,
      tooBig: 'too big',
      guest: (toRing) => guestCard({ municipality: oxelosund }, toRing),
      slow: () => slowCard({ municipality: oxelosund }, []),
      trouble: (id) => card({ title: `trouble ${id}` }),
    },
  });
  const server = await listen({
    port: 0,
    host: '127.0.0.1',
    door: createDoor({ teams, handle, rules: { tenantId, cloud }, log, realNow }),
    ready: options.ready ?? (async () => undefined),
    health: options.health ?? (() => ({})),
    routes: options.routes,
    ...(options.times ? { times: options.times } : {}),
    log,
  });
  const url = `http://127.0.0.1:${server.port}`;

  const request = async (
    path: string,
    body?: string,
    type = 'application/json',
    more: Record<string, string> = {},
  ) => {
    const headers = { 'content-type': type, ...more };
    const response = await fetch(
      `${url}${path}`,
      body === undefined ? {} : { method: 'POST', headers, body },
    );
    return { status: response.status, text: await response.text() };
  };
  let count = 0;

  return {
    ...notes,
    connector,
    lines,
    /** How long the handler has waited between tries, milliseconds. */
    waits,
    url,
    request,
    /** Sends an activity from a private chat, with parts replaced; `undefined` takes one out. */
    activity: (parts: object, authorization?: string) =>
      request(
        '/api/messages',
        JSON.stringify({
          id: `in-${++count}`,
          type: 'message',
          channelId: 'msteams',
          serviceUrl: connector.serviceUrl,
          from: { id: `29:${PERSON}`, name: 'Eva', aadObjectId: PERSON },
          recipient: { id: '28:bot', name: 'Bot' },
          conversation: { id: 'chat', conversationType: 'personal', tenantId: TENANT },
          channelData: { tenant: { id: TENANT } },
          ...parts,
        }),
        'application/json',
        authorization === undefined ? {} : { authorization },
      ),
    close: () => server.close(),
    async stop() {
      await server.close();
      await connector.stop();
    },
  };
}

export type Door = Awaited<ReturnType<typeof openDoor>>;

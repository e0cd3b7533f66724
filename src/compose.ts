import type { Bot } from './app/bot';
import { createBot } from './app/createBot';
import { createSendGate, heeding } from './app/delivery/sendGate';
import { type AgendaCheck, checkAgenda } from './app/delivery/watchdog';
import type { Deps } from './app/deps';
import type { Log, Millis, RandomBytes, RealClock, RoutineClock } from './app/ports/runtime';
import { faultOf } from './app/runtime/failures';
import { newId } from './app/runtime/ids';
import { troubleCard } from './cards/pages/notes';
import type { CommonConfig, ContactRow } from './config/settings';
import { inTime } from './config/timeSettings';
import type { Municipality } from './content/municipalities/municipality';
import { oxelosund } from './content/municipalities/oxelosund';
import { COMMON } from './content/texts/common';
import { GROUP_CHAT } from './content/texts/report';
import type { Tables } from './storage/openTables';
import { CLOUDS, type Cloud, mayCall, SANDBOX_CLOUD } from './teams/clouds';
import { createTeams } from './teams/inbound/authentication';
import { createDoor } from './teams/inbound/door';
import { createGuests } from './teams/inbound/guests';
import { createHandler } from './teams/inbound/handler';
import { createRateLimit } from './teams/inbound/rateLimit';
import { type ExtraRoute, listen } from './teams/inbound/server';
import { createMessenger } from './teams/outbound/connector';
import { type Credentials, tokenOf } from './teams/outbound/credentials';

export interface Parts {
  config: Pick<
    CommonConfig,
    | 'PORT'
    | 'MUNICIPALITY'
    | 'SWEEP_SECONDS'
    | 'SEND_TIMEOUT_SECONDS'
    | 'DEADMAN_SECONDS'
    | 'RETENTION_DAYS'
    | 'RETENTION_DECISION'
    | 'PRIVACY_URL'
  > &
    Partial<Pick<CommonConfig, 'TIMES'>>;
  /** Undefined: the sandbox, where nobody is checked. */
  credentials?: Credentials | undefined;
  /** Where Teams lives; a start takes it from the settings, a test makes its own. */
  cloud?: Cloud | undefined;
  host: string;
  tables: Tables;
  log: Log;
  now: RoutineClock;
  realNow: RealClock;
  random: RandomBytes;
  routes?: (bot: Bot) => readonly ExtraRoute[];
  /** Whether to sweep and check by itself; tests do when they move the clock. */
  isSweeping: boolean;
}

export interface Running {
  port: number;
  bot: Bot;
  /** Looks whether anybody is forgotten; `/health/ready` shows what was found. */
  check(): Promise<AgendaCheck>;
  /** Stops taking turns, then ends what is under way. */
  stop(): Promise<void>;
}

/** How often the keys that an alarm needs are fetched, should the vault go down. */
const WARM_SECONDS = 3_600;

const MUNICIPALITIES: Readonly<Record<CommonConfig['MUNICIPALITY'], Municipality>> = { oxelosund };

/** Does it again and again, never two at once; `first`: seconds until the first time. */
function repeating(work: () => Promise<unknown>, seconds: number, first = seconds): () => Promise<void> {
  let isStopped = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<unknown> = Promise.resolve();
  const next = (wait: number) => {
    timer = setTimeout(() => {
      running = work().finally(() => !isStopped && next(seconds));
    }, wait * 1_000);
  };
  next(first);
  return async () => {
    isStopped = true;
    clearTimeout(timer);
    await running;
  };
}

/** What goes on by itself; the check once at the start, for what was missed while nothing ran. */
function begin({ config, log, tables }: Parts, bot: Bot, check: () => Promise<unknown>): () => Promise<void> {
  const noted = (work: () => Promise<unknown>, event: string) => () =>
    work().catch((error: unknown) => log.error(faultOf(error), event));
  const stops = [
    repeating(
      noted(() => bot.sweep(), 'sweepFailed'),
      config.SWEEP_SECONDS,
    ),
    repeating(noted(check, 'checkFailed'), config.DEADMAN_SECONDS, 0),
    repeating(
      noted(() => tables.warm(), 'warmFailed'),
      WARM_SECONDS,
      0,
    ),
  ];
  return async () => {
    await Promise.all(stops.map((stop) => stop()));
  };
}

/** Once: since when the drills come by themselves. While the vault is down that has to wait, and nothing waits for it. */
function beginning(bot: Bot, log: Log): () => Promise<void> {
  let isBegun = false;
  return async () => {
    if (isBegun) return;
    await bot.begin().then(
      () => {
        isBegun = true;
      },
      (error: unknown) => log.error(faultOf(error), 'beginFailed'),
    );
  };
}

/** Asked by anyone, as often as they like: the tables are asked every few seconds at most. */
function notTooOften(work: () => Promise<void>, realNow: RealClock, every: Millis): () => Promise<void> {
  let last: { at: Millis; result: Promise<void> } | undefined;
  return () => {
    if (!last || realNow() - last.at >= every) last = { at: realNow(), result: work() };
    return last.result;
  };
}
const READY_FOR: Millis = 5_000;

/** Checks the agenda, and keeps what the last check found. */
function checking(deps: Deps, begun: () => Promise<void>) {
  let last: AgendaCheck | undefined;
  return {
    async check(): Promise<AgendaCheck> {
      await begun();
      last = await checkAgenda(deps);
      return last;
    },
    health: () => (last ? { agenda: last } : {}),
  };
}

/** Stands in the list's history for whoever runs the bot. */
const OPERATOR = 'operator';

/** Fills an empty contact list; says whether it did. */
export async function seedContacts(
  tables: Tables,
  rows: readonly ContactRow[],
  random: RandomBytes,
  now: Date,
): Promise<boolean> {
  if (!(await tables.contacts.isEmpty())) return false;
  await tables.contacts.put(
    rows.map(({ userId, ...row }) => ({ ...row, id: newId({ random }), person: userId?.toLowerCase() })),
    { at: now.toISOString(), by: OPERATOR },
  );
  return true;
}

/** A cloud by its name; `hosts`: other hosts of the connector than it usually has. */
export const cloudFor = (name: keyof typeof CLOUDS, hosts: readonly string[] | undefined): Cloud => ({
  ...CLOUDS[name],
  ...(hosts ? { hosts } : {}),
});

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);

/** Without credentials the bot hears and speaks to this machine only, whoever built it. */
function cloudOf({ credentials, cloud, host }: Parts): Cloud {
  if (credentials) return cloud ?? CLOUDS.public;
  if (!LOOPBACK.has(host))
    throw new Error('Without credentials nobody is checked: listen on 127.0.0.1 only.');
  return SANDBOX_CLOUD;
}

/** Builds the whole bot of its parts, and opens its door. */
export async function compose(parts: Parts): Promise<Running> {
  const { config, log, tables, random } = parts;
  const timeoutMs = config.SEND_TIMEOUT_SECONDS * 1_000;
  const { now, realNow, credentials } = parts;
  const gate = createSendGate();
  const cloud = cloudOf(parts);
  const may = (serviceUrl: string) => mayCall(cloud, serviceUrl);
  const token = tokenOf(credentials, cloud);
  const connector = createMessenger({ token, mayCall: may, timeoutMs, realNow });
  const messenger = heeding(connector, gate, realNow);
  const own = MUNICIPALITIES[config.MUNICIPALITY];
  const municipality = {
    ...own,
    routine: inTime(own.routine, config.TIMES ?? {}),
    privacyUrl: config.PRIVACY_URL,
  };
  const { RETENTION_DAYS: days, RETENTION_DECISION: decision } = config;
  const retention = days !== undefined && decision !== undefined ? { days, decision } : undefined;
  const deps: Deps = {
    ...tables,
    messenger,
    gate,
    now,
    realNow,
    random,
    log,
    municipality,
    retention,
    loggedHeads: new Map(),
  };
  const bot = createBot(deps);
  const begun = beginning(bot, log);
  await begun();
  const { check, health } = checking(deps, begun);
  const tenantId = credentials?.MicrosoftAppTenantId;
  const teams = createTeams({ credentials, cloud, realNow, timeoutMs });
  const handle = createHandler({
    bot,
    log,
    teams,
    messenger,
    limit: createRateLimit(realNow),
    guests: createGuests(tenantId),
    tenantId,
    newId: () => newId({ random }),
    words: {
      fallback: COMMON.fallback,
      summary: COMMON.summary,
      groupChat: GROUP_CHAT,
      trouble: troubleCard,
    },
  });
  const server = await listen({
    port: config.PORT,
    host: parts.host,
    door: createDoor({ teams, handle, rules: { tenantId, cloud }, log, realNow }),
    ready: notTooOften(() => tables.ready(), realNow, READY_FOR),
    health,
    routes: parts.routes?.(bot),
    log,
  });
  const end = parts.isSweeping ? begin(parts, bot, check) : async () => undefined;
  return {
    port: server.port,
    bot,
    check,
    async stop() {
      await Promise.all([server.close(), end()]);
      await bot.idle();
    },
  };
}

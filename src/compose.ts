import type { Bot } from './app/bot';
import { createBot } from './app/createBot';
import { createSendGate, withPauses } from './app/delivery/sendGate';
import type { AgendaCheck } from './app/delivery/watchdog';
import type { Deps } from './app/deps';
import type { Log, Millis, RandomBytes, RealClock, RoutineClock } from './app/ports/runtime';
import type { Telemetry } from './app/ports/telemetry';
import { boundedCache } from './app/runtime/boundedCache';
import { newId } from './app/runtime/ids';

import { agendaCheck } from './compose/agendaCheck';
import { beginOnce, drawSoon, startBackground, throttled } from './compose/background';
import { doorWords } from './compose/doorWords';
import { bytesIn, typeOf } from './compose/fileType';
import { withHeartbeat } from './compose/heartbeat';
import { type OwnTab, tabLinkOf, tabOf } from './compose/tab';
import { tracedDoor, tracedSends } from './compose/tracing';
import { assertDeclared } from './config/contactList';
import { type LinkConfig, linksOf } from './config/linkSettings';
import { type PaperConfig, paperOf } from './config/paper';
import { keptFor, type RetentionConfig } from './config/retentionSettings';
import type { CommonConfig, ProductionConfig } from './config/settings';
import { inTime } from './config/timeSettings';
import { municipalityNamed } from './content/municipalities';
import type { Municipality } from './content/municipalities/municipality';
import type { Routine } from './routine/model/routine';
import { DATA_CLASSES } from './routine/model/routine';
import type { Tables } from './storage/openTables';
import { withSizes } from './teams/cardSize';
import { CLOUDS, type Cloud, mayCall, SANDBOX_CLOUD } from './teams/clouds';
import type { Credentials } from './teams/credentials';
import { createTeams } from './teams/inbound/authentication';
import { createDoor } from './teams/inbound/door';
import { createDownloads } from './teams/inbound/downloads';
import { createRateLimit } from './teams/inbound/guards/rateLimit';
import { createGuests } from './teams/inbound/guests';
import { createHandler } from './teams/inbound/handler';
import { type ExtraRoute, listen } from './teams/inbound/server';
import { tokenOf } from './teams/outbound/accessToken';
import {
  type ConnectorOptions,
  createConnector,
  createMembers,
  directoryOf,
} from './teams/outbound/connector';
import { incoming } from './teams/outbound/download';

/** Incidents whose chain heads are remembered as logged: more than are open at a time. */
const REMEMBERED_HEADS = 10_000;

const PRIVACY = [
  'PRIVACY_URL',
  'PRIVACY_BASIS',
  'PRIVACY_CONTACT',
  'PRIVACY_DPO',
  'PRIVACY_RECIPIENTS',
] as const;

/** The parts of a bot: settings, storage, clocks and chance. */
export interface Parts {
  config: Pick<
    CommonConfig,
    'PORT' | 'MUNICIPALITY' | 'SWEEP_SECONDS' | 'SEND_TIMEOUT_SECONDS' | 'DEADMAN_SECONDS'
  > &
    RetentionConfig &
    LinkConfig &
    PaperConfig &
    Partial<
      Pick<CommonConfig, 'TIMES' | 'PUBLIC_URL' | 'VICTIM_READS_ASSESSMENTS' | (typeof PRIVACY)[number]> &
        Pick<ProductionConfig, 'SWEEP' | 'HEARTBEAT_URL' | 'EVIDENCE_MB' | 'TAB_APP_ID' | 'TEAMS_APP_ID'>
    >;
  /** A test's own; left out, the one that the settings name. */
  municipality?: Municipality | undefined;
  /** Undefined: the sandbox, where nobody is checked. */
  credentials?: Credentials | undefined;
  /** The addresses of Teams: a start takes them from the settings, a test has its own. */
  cloud?: Cloud | undefined;
  tab?: OwnTab | undefined;
  host: string;
  tables: Tables;
  log: Log;
  /** Undefined: nothing is measured. */
  telemetry?: Telemetry | undefined;
  now: RoutineClock;
  realNow: RealClock;
  random: RandomBytes;
  routes?: (bot: Bot) => readonly ExtraRoute[];
  /** Whether to sweep and check on timers; tests do both by hand. */
  isSweeping: boolean;
}

/** A bot that listens. */
export interface Running {
  port: number;
  bot: Bot;
  /** Runs the dead-man check; `/health/ready` shows the last result. */
  check(): Promise<AgendaCheck>;
  /** Stops listening and the timers, then waits for work under way. */
  stop(): Promise<void>;
}

/** A cloud by its name. `hosts`: the connector's hosts, when they are others than usual. */
export const cloudFor = (name: keyof typeof CLOUDS, hosts: readonly string[] | undefined): Cloud => ({
  ...CLOUDS[name],
  ...(hosts ? { hosts } : {}),
});

const LOOPBACK: ReadonlySet<string> = new Set(['127.0.0.1', '::1', 'localhost']);
/** The cloud to speak with. @throws Error when there are no credentials and the host is not this machine */
function cloudOf({ credentials, cloud, host }: Parts): Cloud {
  if (credentials) return cloud ?? CLOUDS.public;
  if (!LOOPBACK.has(host))
    throw new Error('Without credentials nobody is checked: listen on 127.0.0.1 only.');
  return SANDBOX_CLOUD;
}

/** The information to the person; undefined where a setting is missing: a production start has refused that. */
function privacyOf({ config }: Parts): Deps['municipality']['privacy'] {
  const [url, basis, contact, dpo, recipients] = PRIVACY.map((name) => config[name]);
  if (!url || !basis || !contact || !dpo || !recipients) return undefined;
  const kept = Object.entries(retentionOf(config) ?? {}).map(([what, { days }]) => [what, days]);
  return { url, basis, contact, dpo, recipients, keptDays: Object.fromEntries(kept) };
}

/** The municipality with the time limits, the decision on threat assessments and the privacy information of the settings. */
function inForce(parts: Parts): Deps['municipality'] {
  const { municipality, config } = parts;
  const own = municipality ?? municipalityNamed(config.MUNICIPALITY);
  const [present, ...older] = own.versions;
  const keeps = config.VICTIM_READS_ASSESSMENTS === 'no' ? { keepsAssessments: true as const } : {};
  const decided = (one: Routine): Routine => ({ ...inTime(one, config.TIMES ?? {}), ...keeps });
  const routine = decided(present);
  const versions: Municipality['versions'] = [routine, ...older.map(decided)];
  return { ...own, routine, versions, privacy: privacyOf(parts), tabLink: tabLinkOf(parts) };
}

/** How long each class of a closed incident's data is kept; undefined when the municipality has decided on none. */
function retentionOf(config: Parts['config']): Deps['retention'] {
  const decided = DATA_CLASSES.flatMap((what) => {
    const { days, decision } = keptFor(config, what);
    return days !== undefined && decision !== undefined ? [[what, { days, decision }] as const] : [];
  });
  return decided.length > 0 ? Object.fromEntries(decided) : undefined;
}

const timeoutOf = ({ config }: Parts): Millis => config.SEND_TIMEOUT_SECONDS * 1_000;

const connectionOf = (parts: Parts, cloud: Cloud): ConnectorOptions => ({
  token: tokenOf(parts.credentials, cloud),
  mayCall: (serviceUrl) => mayCall(cloud, serviceUrl),
  timeoutMs: timeoutOf(parts),
  realNow: parts.realNow,
});

/** Everything that the app's commands and its delivery need. */
function depsOf(parts: Parts, cloud: Cloud): Deps {
  const { config, tables, now, realNow, random, log } = parts;
  const gate = createSendGate();
  const connection = connectionOf(parts, cloud);
  const connector = createConnector(connection);
  return {
    ...tables,
    messenger: withSizes(withPauses(tracedSends(connector, parts.telemetry), gate, realNow), log),
    directory: directoryOf(createMembers(connection), parts.credentials?.MicrosoftAppTenantId),
    ...{ gate, now, realNow, random, log },
    telemetry: parts.telemetry,
    municipality: inForce(parts),
    isSweepOff: config.SWEEP === 'off',
    publicUrl: config.PUBLIC_URL?.replace(/\/+$/, ''),
    retention: retentionOf(config),
    links: linksOf(config),
    typeOf,
    mostBytes: bytesIn(config.EVIDENCE_MB),
    paper: paperOf(config),
    lastHeads: boundedCache<string>(REMEMBERED_HEADS),
  };
}

/** The way in from Teams to the bot: the checks of who calls, then the handler. */
function doorOf(parts: Parts, cloud: Cloud, { bot, deps }: { bot: Bot; deps: Deps }) {
  const { credentials, log, realNow, random } = parts;
  const tenantId = credentials?.MicrosoftAppTenantId;
  const teams = createTeams({ credentials, cloud, realNow, timeoutMs: timeoutOf(parts) });
  const handle = createHandler({
    bot,
    log,
    teams,
    member: createMembers(connectionOf(parts, cloud)),
    incoming: incoming({ token: tokenOf(credentials, cloud), cloud }),
    messenger: deps.messenger,
    sender: createConnector(connectionOf(parts, cloud)),
    limit: createRateLimit(realNow),
    guests: createGuests(tenantId),
    tenantId,
    newId: () => newId({ random }),
    wait: (ms) => new Promise((done) => setTimeout(done, ms)),
    words: doorWords(deps),
  });
  return createDoor({ teams, handle, rules: { tenantId, cloud }, log, realNow });
}

/** Builds the whole bot of its parts and starts listening. */
export async function compose(parts: Parts): Promise<Running> {
  const { config, log, tables, realNow } = parts;
  const cloud = cloudOf(parts);
  const deps = depsOf(parts, cloud);
  await assertDeclared(tables, deps.municipality.routine);
  const bot = createBot(deps);
  const begun = beginOnce(bot, log);
  await begun();
  const { check, health } = agendaCheck(deps, begun);
  const server = await listen({
    port: config.PORT,
    host: parts.host,
    door: tracedDoor(doorOf(parts, cloud, { bot, deps }), parts.telemetry),
    ready: throttled(() => tables.ready(), realNow),
    health,
    downloads: createDownloads({ take: bot.takeDocument, realNow }),
    routes: parts.routes?.(bot),
    tab: tabOf({ ...parts, cloud }, { bot, deps, timeoutMs: timeoutOf(parts) }),
    log,
  });
  const sweep = withHeartbeat(() => bot.sweep(), { url: config.HEARTBEAT_URL, realNow, log });
  const warm = { warm: () => tables.warm() };
  const work = deps.isSweepOff ? warm : { ...warm, sweep, check };
  if (deps.isSweepOff) log.warn({}, 'sweepOff');
  const stopWork = parts.isSweeping ? startBackground(work, config, log) : async () => undefined;
  const notDrawn = drawSoon();
  return {
    port: server.port,
    bot,
    check,
    async stop() {
      notDrawn();
      await Promise.all([server.close(), stopWork()]);
      await bot.idle();
    },
  };
}

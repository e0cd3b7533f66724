import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Bot } from '../app/bot';
import { compose, type Running } from '../compose';
import { readContactRows, seedContacts } from '../config/contactList';
import { createLog, logUncaught } from '../config/log';
import { type SandboxConfig, sandboxConfig } from '../config/settings';
import { municipalityNamed } from '../content/municipalities';
import type { Persona, Sample } from '../content/sandbox/sample';
import { SAMPLES } from '../content/sandbox/samples';
import { STAGE, START } from '../content/sandbox/stage';
import {
  connectWithString,
  containersWithString,
  openTables,
  rsaWrap,
  type Tables,
} from '../storage/openTables';
import type { ExtraRoute } from '../teams/inbound/server';
import { startAzurite } from './azurite';
import { type MovableClock, openClock } from './clock';
import { type Playground, startPlayground } from './playground';
import { assertPortFree, freePort } from './ports';
import { openSecrets } from './secrets';
import { stageRoutes } from './stage';
import { openTokens, tokenRoutes } from './tabTokens';

/** Loopback only: callers are not checked. */
const HOST = '127.0.0.1';
const TENANT = '7e57da7a-0000-4000-8000-00000000aaaa';
const MEMORY = 'memory';

const random = (size: number): Uint8Array => randomBytes(size);
const say = (text: string) => process.stdout.write(`${text}\n`);

/** Everything that has been started; it is stopped in the opposite order. */
const started: { stop(): Promise<unknown> }[] = [];
const keep = <T extends { stop(): Promise<unknown> }>(one: T): T => {
  started.push(one);
  return one;
};

async function stopAll(): Promise<void> {
  for (const one of started.reverse().splice(0)) await one.stop().catch(() => undefined);
}

/** The folder of what outlives the process; undefined when all is in memory. */
const folderOf = (config: SandboxConfig): string | undefined => {
  if (config.SANDBOX_DATA !== MEMORY) return config.SANDBOX_DATA;
  return config.TABLES_CONNECTION_STRING ? '.sandbox' : undefined;
};

async function openStore(config: SandboxConfig, isReset: boolean): Promise<Tables> {
  const log = createLog('warn');
  const own = config.TABLES_CONNECTION_STRING
    ? undefined
    : keep(await startAzurite({ folder: config.SANDBOX_DATA, log }));
  const secrets = await openSecrets(folderOf(config), random);
  const connection = config.TABLES_CONNECTION_STRING ?? own?.connectionString ?? '';
  const tables = openTables({
    connect: connectWithString(connection),
    containers: containersWithString(connection),
    wrap: rsaWrap(secrets.wrappingKey),
    indexSecret: Buffer.from(secrets.indexSecret, 'base64'),
    random,
    realNow: Date.now,
  });
  await tables.create();
  if (isReset) await tables.empty();
  await seed(config, tables);
  return tables;
}

const sampleOf = ({ MUNICIPALITY }: SandboxConfig) => SAMPLES[MUNICIPALITY];

function seed(config: SandboxConfig, tables: Tables): Promise<boolean> {
  const rows = config.CONTACT_LIST
    ? readContactRows(
        readFileSync(config.CONTACT_LIST, 'utf8'),
        municipalityNamed(config.MUNICIPALITY).routine,
      )
    : sampleOf(config).contacts;
  return seedContacts(tables, rows, { random, now: new Date() });
}

/** `POST /sandbox/clock`: moves the routine's time. */
const clockRoute = (clock: MovableClock, tables: Tables, bot: Bot): ExtraRoute => ({
  path: '/sandbox/clock',
  async handle(body) {
    try {
      const now = await clock.move(body, tables.agenda, bot);
      return { status: 200, body: { now: now.toISOString() } };
    } catch (error) {
      if (error instanceof RangeError) return { status: 400, body: { error: error.message } };
      throw error;
    }
  },
});

async function startBot(
  config: SandboxConfig,
  tables: Tables,
  playgrounds: readonly Playground[],
): Promise<Running> {
  const clock = await openClock(tables.settings, Date.now);
  const url = `http://${HOST}:${config.PORT}`;
  const { tab, token } = openTokens(TENANT, { url, personas: sampleOf(config).personas });
  return compose({
    config: { PUBLIC_URL: url, ...config },
    tab,
    host: HOST,
    tables,
    log: createLog(config.LOG_LEVEL),
    now: clock.now,
    realNow: Date.now,
    random,
    isSweeping: true,
    routes: (bot) => [
      clockRoute(clock, tables, bot),
      ...tokenRoutes(sampleOf(config).personas, (person) => token(person, Date.now())),
      ...stageRoutes({
        bot,
        tables,
        clock,
        municipality: municipalityNamed(config.MUNICIPALITY),
        sample: sampleOf(config),
        chats: () => playgrounds.map(({ url }) => url),
        seed: () => seed(config, tables),
      }),
    ],
  });
}

function startPlaygrounds(config: SandboxConfig, port: number): Promise<Playground[]> {
  const { personas } = sampleOf(config);
  let up = 0;
  const start = async (persona: Persona, index: number) => {
    const playground = keep(
      await startPlayground({
        port: config.PLAYGROUND_PORT + index,
        persona,
        botEndpoint: `http://${HOST}:${port}/api/messages`,
        folder: `${folderOf(config) ?? '.sandbox'}/playgrounds`,
        tenantId: TENANT,
        log: createLog('warn'),
      }),
    );
    up++;
    say(START.chat(persona.name, up, personas.length));
    return playground;
  };
  return Promise.all(personas.map(start));
}

function introduce(
  { personas }: Pick<Sample, 'personas'>,
  playgrounds: readonly Playground[],
  port: number,
): void {
  say(START.open(`http://localhost:${port}/sandbox`));
  say(STAGE.intro);
  if (playgrounds.length > 0) say(START.each);
  for (const [index, { url }] of playgrounds.entries()) {
    const persona = personas[index];
    if (persona) say(`  ${url}  ${persona.name}, ${persona.who}`);
  }
  say(START.end);
}

function stopOnSignals(): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    say(START.stopping);
    stopAll().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

async function start(): Promise<void> {
  const asked = sandboxConfig(process.env);
  const config = { ...asked, PORT: asked.PORT || (await freePort()) };
  const { personas } = sampleOf(config);
  await assertPortFree(config.PORT, 'PORT');
  stopOnSignals();
  logUncaught(process, createLog(config.LOG_LEVEL));
  say(START.tables);
  const tables = await openStore(config, process.argv.includes('--reset'));
  const playgrounds: Playground[] = [];
  say(START.bot);
  const running = keep(await startBot(config, tables, playgrounds));
  if (config.SANDBOX_PLAYGROUNDS === '1') {
    say(START.chats(personas.length));
    playgrounds.push(...(await startPlaygrounds(config, running.port)));
  }
  introduce({ personas }, playgrounds, running.port);
}

start().catch(async (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await stopAll();
  process.exit(1);
});

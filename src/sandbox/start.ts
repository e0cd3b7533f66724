import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Bot } from '../app/bot';
import { compose, type Running } from '../compose';
import { readContactRows, seedContacts } from '../config/contactList';
import { createLog, logUncaught } from '../config/log';
import { type SandboxConfig, sandboxConfig } from '../config/settings';
import { municipalityNamed } from '../content/municipalities';
import type { Sample } from '../content/sandbox/sample';
import { SAMPLES } from '../content/sandbox/samples';
import { connectWithString, openTables, rsaWrap, type Tables } from '../storage/openTables';
import type { ExtraRoute } from '../teams/inbound/server';
import { startAzurite } from './azurite';
import { type MovableClock, openClock } from './clock';
import { type Playground, startPlayground } from './playground';
import { assertPortFree } from './ports';
import { openSecrets } from './secrets';
import { stageRoutes } from './stage';

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
  const tables = openTables({
    connect: connectWithString(config.TABLES_CONNECTION_STRING ?? own?.connectionString ?? ''),
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
  return compose({
    config,
    host: HOST,
    tables,
    log: createLog(config.LOG_LEVEL),
    now: clock.now,
    realNow: Date.now,
    random,
    isSweeping: true,
    routes: (bot) => [
      clockRoute(clock, tables, bot),
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

const startPlaygrounds = (config: SandboxConfig, port: number): Promise<Playground[]> =>
  Promise.all(
    sampleOf(config).personas.map(async (persona, index) =>
      keep(
        await startPlayground({
          port: config.PLAYGROUND_PORT + index,
          persona,
          botEndpoint: `http://${HOST}:${port}/api/messages`,
          folder: `${folderOf(config) ?? '.sandbox'}/playgrounds`,
          tenantId: TENANT,
          log: createLog('warn'),
        }),
      ),
    ),
  );

function introduce(
  { personas }: Pick<Sample, 'personas'>,
  playgrounds: readonly Playground[],
  port: number,
): void {
  say(`\nOpen http://localhost:${port}/sandbox`);
  say('Trygghetsboten runs there (sandbox: invented people, no authentication).');
  if (playgrounds.length > 0)
    say('The chats stand side by side. Each can be opened by itself too, but never in two places at once:\n');
  for (const [index, { url }] of playgrounds.entries()) {
    const persona = personas[index];
    if (persona) say(`  ${url}  ${persona.name}, ${persona.who}`);
  }
  say('\nStop with Ctrl-C. Start over from nothing with: npm run sandbox -- --reset');
}

function stopOnSignals(): void {
  let isStopping = false;
  const stop = () => {
    if (isStopping) return;
    isStopping = true;
    say('\nStopping …');
    stopAll().then(() => process.exit(0));
  };
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
}

async function start(): Promise<void> {
  const config = sandboxConfig(process.env);
  if (config.PORT !== 0) await assertPortFree(config.PORT, 'PORT');
  stopOnSignals();
  logUncaught(process, createLog(config.LOG_LEVEL));
  const tables = await openStore(config, process.argv.includes('--reset'));
  const playgrounds: Playground[] = [];
  const running = keep(await startBot(config, tables, playgrounds));
  if (config.SANDBOX_PLAYGROUNDS === '1') playgrounds.push(...(await startPlaygrounds(config, running.port)));
  introduce(sampleOf(config), playgrounds, running.port);
}

start().catch(async (error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  await stopAll();
  process.exit(1);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { seedContacts } from '../../src/config/contactList';
import { SAMPLES } from '../../src/content/sandbox/samples';
import { connectWithString } from '../../src/storage/azure/connect';
import { openTables } from '../../src/storage/openTables';
import { VaultWrap } from '../../src/storage/sealing/keyVaultWrap';
import { startTables } from '../support/azuriteServer';
import { startConnector } from '../support/fakeConnector';
import { KEY_ID, startVault, VAULT } from '../support/fakeVault';
import { memoryContainers } from '../support/memoryContainers';
import { APP_ID, IDENTITY_SECRET, OWN_TENANT, startOpenId } from '../support/openId';
import { createPerson } from '../support/town';
import { startBlobDoor } from './blobDoor';
import { freshBuild, ROOT } from './freshBuild';
import { startTableProxy } from './tableProxy';

const TABLES = 'account.table.core.windows.net';
const BLOBS = 'account.blob.core.windows.net';
const SERVICE = 'https://smba.trafficmanager.net/';
const TOKEN = 'from-the-identity';
/** Between two looks at something that another process does, milliseconds. */
const LOOK = 50;

/** The port of a bot; of one that is started anew, the port that it has then. */
type Port = number | (() => number);
type Settings = Record<string, string | undefined>;

/** All that stands around a bot in production, on this machine, and a fresh build to start. */
export async function openProduction() {
  const build = freshBuild();
  const [azurite, connector, vault, openId, blobs] = await Promise.all([
    startTables(),
    startConnector(),
    startVault(TOKEN),
    startOpenId(),
    startBlobDoor(TOKEN),
  ]);
  const containers = memoryContainers();
  const proxy = await startTableProxy(azurite.connectionString, { host: TABLES, token: TOKEN });
  const indexSecret = randomBytes(32);
  const portOf = (url: string) => Number(new URL(url).port);
  const random = (size: number): Uint8Array => randomBytes(size);
  /** The same rows, read by the test. @param secret another index secret than the first */
  const open = (secret: Uint8Array = indexSecret) =>
    openTables({
      connect: connectWithString(azurite.connectionString),
      containers,
      wrap: (kept) => new VaultWrap({ ...vault.options(Date.now), kept }),
      indexSecret: secret,
      random,
      realNow: Date.now,
    });
  const tables = open();
  await tables.create();
  await seedContacts(tables, SAMPLES.oxelosund.contacts, { random, now: new Date() });

  const settings: Settings = {
    PATH: process.env.PATH,
    MicrosoftAppType: 'UserAssignedMsi',
    MicrosoftAppId: APP_ID,
    MicrosoftAppTenantId: OWN_TENANT,
    TABLES_ENDPOINT: `https://${TABLES}`,
    BLOBS_ENDPOINT: `https://${BLOBS}/`,
    KEY_VAULT_KEY_ID: KEY_ID,
    INDEX_SECRET: indexSecret.toString('base64'),
    PRIVACY_URL: 'https://kommun.example/dataskydd',
    PRIVACY_BASIS: 'Artikel 6.1 e, uppgift av allmänt intresse',
    PRIVACY_CONTACT: 'kommun@kommun.example',
    PRIVACY_DPO: 'dataskyddsombud@kommun.example',
    PRIVACY_RECIPIENTS: 'Företagshälsan AB. Microsoft lagrar inom EU.',
    PORT: '0',
    SWEEP_SECONDS: '1',
    // App Service sets these two for its managed identity.
    IDENTITY_ENDPOINT: openId.identityEndpoint,
    IDENTITY_HEADER: IDENTITY_SECRET,
    TEST_ROOT: ROOT,
    TEST_ROUTES: JSON.stringify({
      [TABLES]: proxy.port,
      [BLOBS]: blobs.port,
      [new URL(VAULT).hostname]: portOf(vault.url),
      'login.botframework.com': portOf(openId.cloud.openIdMetadata),
      'smba.trafficmanager.net': portOf(connector.serviceUrl),
    }),
  };
  const argumentsOf = (program: string) => [
    '-r',
    join(__dirname, 'redirect.cjs'),
    join(build.folder, 'dist', program),
  ];
  const running: ChildProcess[] = [];

  /** A start of the bot; `port` when it listens, `ended` with its exit code. */
  function start(more: Settings = {}) {
    const lines: { msg: string; level: number; port?: number }[] = [];
    const child = spawn(process.execPath, argumentsOf('main.js'), {
      cwd: build.folder,
      env: { ...settings, ...more },
    });
    running.push(child);
    let errors = '';
    let rest = '';
    child.stderr.on('data', (text) => {
      errors += text;
    });
    const ended = new Promise<number | null>((done) => child.once('close', done));
    const port = new Promise<number>((listens, fails) => {
      child.stdout.on('data', (text) => {
        const parts = `${rest}${text}`.split('\n');
        rest = parts.pop() ?? '';
        for (const part of parts) lines.push(JSON.parse(part));
        const started = lines.find(({ msg }) => msg === 'started');
        if (started?.port) listens(started.port);
      });
      ended.then((code) => fails(new Error(`The bot ended with ${code}: ${errors}${JSON.stringify(lines)}`)));
    });
    port.catch(() => undefined);
    return { child, lines, errors: () => errors, ended, port };
  }

  /** Begins an operator's command of the build. */
  function begin(program: string, options: readonly string[] = [], more: Settings = {}) {
    const child = spawn(process.execPath, [...argumentsOf(join('cli', `${program}.js`)), ...options], {
      cwd: build.folder,
      env: { ...settings, ...more },
    });
    running.push(child);
    return child;
  }

  /** Runs one to its end. */
  function run(program: string, options: readonly string[] = [], more: Settings = {}) {
    return new Promise<{ status: number | null; stdout: string; stderr: string }>((done) => {
      const child = begin(program, options, more);
      let [stdout, stderr] = ['', ''];
      child.stdout.on('data', (text) => {
        stdout += text;
      });
      child.stderr.on('data', (text) => {
        stderr += text;
      });
      child.once('close', (status) => done({ status, stdout, stderr }));
    });
  }

  /** Someone whose client signs its calls as the connector does. */
  const person = (port: Port, userId: string, name: string, email?: string) =>
    createPerson(
      {
        get url() {
          return `http://127.0.0.1:${typeof port === 'number' ? port : port()}`;
        },
        authorization: `Bearer ${openId.token(SERVICE)}`,
        idle: async () => undefined,
      },
      { ...connector, serviceUrl: SERVICE },
      userId,
      name,
      email,
    );

  return {
    settings,
    connector,
    vault,
    openId,
    proxy,
    blobs,
    tables,
    open,
    folder: build.folder,
    service: SERVICE,
    start,
    begin,
    run,
    person,
    async contact(port: Port, role: string, party?: string) {
      const row = SAMPLES.oxelosund.contacts.find(
        (one) => one.role === role && one.party === party && one.order === 1,
      );
      if (!row?.userId) throw new Error(`No sample contact ${role}`);
      const found = person(port, row.userId, row.name, row.email);
      await found.install();
      return found;
    },
    /** Waits for what another process does. */
    async until(isSo: () => boolean): Promise<void> {
      while (!isSo()) await new Promise((next) => setTimeout(next, LOOK));
    },
    async stop() {
      for (const child of running) child.kill('SIGKILL');
      await Promise.all([azurite, connector, vault, openId, proxy, blobs].map((one) => one.stop()));
      build.remove();
    },
  };
}

export type Production = Awaited<ReturnType<typeof openProduction>>;

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { FIRST } from '../../src/content/texts/report';
import { isObject, loadGrammar, realTexts, Template, type Value } from '../infra/bicep';
import { countIn, rowOf } from '../infra/kql';
import { openProduction, type Production } from './ground';

/*
 * A process in trouble: what it does, and which alert of infra/ hears of it. Each query is asked of the very lines that the
 * process wrote.
 */

/** Each asks for help once. */
const [EVA, BO] = ['40', '41'].map((end) => `7e57da7a-0000-4000-8000-0000000000${end}`) as [string, string];
/** A stop takes ten seconds at most. */
const STOP_WITHIN = 10_000;

let production: Production;
let rules: { [name: string]: Value }[];
let lines: string;
beforeAll(async () => {
  [production] = await Promise.all([openProduction(), loadGrammar()]);
  const template = new Template(realTexts());
  const found = template.variable('modules/alerts.bicep', 'rules');
  rules = (Array.isArray(found) ? found : []).filter(isObject);
  lines = String(template.variable('modules/alerts.bicep', 'lines'));
});
afterEach(() => {
  production.proxy.meet(undefined);
  production.vault.comeBack();
});
afterAll(() => production.stop());

type Run = ReturnType<Production['start']>;

/** The alerts that fire when these lines, and no others, stand in a window. */
const heardOf = (written: readonly object[], slot: 'production' | 'staging' = 'production') => {
  const rows = written.map((line) => rowOf(JSON.stringify(line), slot));
  return rules
    .filter((rule) => {
      const count = countIn(String(rule.query).replace('${lines}', lines), rows);
      return rule.operator === 'LessThan' ? count < Number(rule.threshold) : count > Number(rule.threshold);
    })
    .map(({ name }) => String(name));
};

const heard = ({ lines: written }: Run) => heardOf(written);
/** On a machine that is busy a call of storage may time out: that is an error, and another matter. */
const unhurried = ({ lines: written }: Run) => heardOf(written.filter(({ level }) => level < 50));
const wrote = (bot: Run, event: string) => production.until(() => bot.lines.some(({ msg }) => msg === event));

async function stopped(bot: Run): Promise<void> {
  const from = Date.now();
  bot.child.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
  expect(Date.now() - from).toBeLessThan(STOP_WITHIN);
}

/** Somebody asks for help by the red button, and is told who has been asked. */
async function alarmed(port: number, id: string): Promise<void> {
  const person = production.person(port, id, 'Kim Norrlycke', 'kim@kommun.example');
  await person.install();
  await person.say('rapportera hot');
  await production.until(() => person.has(FIRST.alarm('S')));
  await person.press(FIRST.alarm('S'));
}

const ready = async (port: number) => (await fetch(`http://127.0.0.1:${port}/health/ready`)).status;

describe('a process without trouble', () => {
  it('is no news, but for people of the list whom it has not met; without its lines it counts as silent', async () => {
    const bot = production.start();
    await bot.port;
    await wrote(bot, 'agendaChecked');
    const quiet = unhurried(bot).filter(
      (name) => !['party-without-officer', 'without-account'].includes(name),
    );
    expect(quiet).toEqual([]);
    expect(heard(bot)).toContain('party-without-officer');
    expect(heardOf(bot.lines, 'staging')).toEqual(['silent']);
    expect(heardOf([])).toEqual(['silent']);
    await stopped(bot);
  });

  it('that is told to stop twice while it answers ends what it does first', async () => {
    const bot = production.start({ SWEEP_SECONDS: '60' });
    const port = await bot.port;
    await wrote(bot, 'agendaChecked');
    let go = (): void => undefined;
    const wait = new Promise<void>((done) => {
      go = done;
    });
    let held = 0;
    production.proxy.meet(() => {
      held += 1;
      return { wait };
    });
    const answer = ready(port);
    await production.until(() => held > 0);
    for (const signal of ['SIGTERM', 'SIGTERM', 'SIGINT'] as const) {
      bot.child.kill(signal);
      await new Promise((next) => setTimeout(next, 100));
    }
    expect(bot.child.exitCode ?? bot.child.signalCode).toBeNull();
    go();
    expect(await answer).toBe(200);
    expect(await bot.ended).toBe(0);
    expect(bot.lines.at(-1)?.msg).toBe('stopped');
  });
});

describe('an alert hears of', () => {
  it('a process of production that does not sweep: nobody looks for what is due', async () => {
    const bot = production.start({ SWEEP: 'off' });
    await bot.port;
    await wrote(bot, 'sweepOff');
    expect(unhurried(bot)).toEqual(['silent', 'sweep-off']);
    await stopped(bot);
  });

  it('an incident of which nobody can be told', async () => {
    const bot = production.start();
    await alarmed(await bot.port, EVA);
    await wrote(bot, 'operatorAlert');
    expect(heard(bot)).toContain('nobody-reached');
    await stopped(bot);
  });

  it('a vault that is down at the start, which goes on', async () => {
    production.vault.goDown();
    const bot = production.start();
    expect(await ready(await bot.port)).toBe(200);
    await production.until(() => heard(bot).includes('vault'));
    await stopped(bot);
  });

  it('a container of files that is shut', async () => {
    const shut = createServer((request, response) => {
      request.resume();
      response.writeHead(403, { 'x-ms-error-code': 'AuthorizationPermissionMismatch' });
      response.end();
    });
    await new Promise<void>((done) => shut.listen(0, '127.0.0.1', done));
    const { port } = shut.address() as AddressInfo;
    const routes = JSON.parse(production.settings.TEST_ROUTES ?? '{}');
    const bot = production.start({
      TEST_ROUTES: JSON.stringify({ ...routes, 'account.blob.core.windows.net': port }),
    });
    await bot.port;
    await wrote(bot, 'filesUnready');
    expect(heard(bot)).toContain('files');
    await stopped(bot);
    shut.close();
  });

  it('an error that nobody caught: one line without what it said, and the process has ended', async () => {
    const bot = production.start({ NODE_OPTIONS: `--require ${join(__dirname, 'throwing.cjs')}` });
    await bot.port;
    await wrote(bot, 'agendaChecked');
    const before = bot.lines.length;
    bot.child.kill('SIGUSR2');
    expect(await bot.ended).toBe(1);
    expect(bot.lines.slice(before).map(({ msg }) => msg)).toEqual(['uncaughtException']);
    expect(JSON.stringify(bot.lines) + bot.errors()).not.toContain('ringde');
    expect(heard(bot)).toContain('failures');
  });

  it('tables that do not answer: the start goes on, says so, and is ready once they do', async () => {
    production.proxy.meet(() => ({ status: 503, code: 'ServerBusy' }));
    const bot = production.start();
    const port = await bot.port;
    expect(await ready(port)).toBe(503);
    expect(heard(bot)).toContain('failures');
    production.proxy.meet(undefined);
    let status = 503;
    while (status !== 200) {
      await new Promise((next) => setTimeout(next, 500));
      status = await ready(port);
    }
    await stopped(bot);
  });
});

describe('a start ends', () => {
  it.each([
    ['forbid', { status: 403, code: 'AuthorizationPermissionMismatch' }],
    ['are missing', { status: 404, code: 'TableNotFound' }],
  ])('where tables %s, with every one of them named in one go', async (_, answer) => {
    production.proxy.meet(() => answer);
    const bot = production.start();
    expect(await bot.ended).toBe(1);
    for (const table of ['incidents', 'agenda', 'contacts', 'people', 'keys', 'tombstones'])
      expect(bot.errors()).toContain(table);
    expect(bot.lines.filter(({ level }) => level >= 50)).toEqual([]);
  });
});

it('a heartbeat and a receiver of traces that are not there hold up neither an alarm nor a stop', async () => {
  const bot = production.start({
    HEARTBEAT_URL: 'https://nobody.example/beat',
    OTEL_EXPORTER_OTLP_ENDPOINT: 'http://127.0.0.1:9',
  });
  await alarmed(await bot.port, BO);
  await wrote(bot, 'heartbeatFailed');
  await wrote(bot, 'operatorAlert');
  await stopped(bot);
  expect(heardOf(bot.lines.filter(({ msg }) => msg === 'heartbeatFailed'))).toEqual(['silent']);
});

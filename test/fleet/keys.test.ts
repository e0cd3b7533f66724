import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { headsIn, verify } from '../../src/cli/verify';
import { BUTTON } from '../../src/content/texts/common';
import { FIRST } from '../../src/content/texts/report';
import { MAINTAINED } from '../../src/content/texts/standing/maintenance';
import { clockOf, dayOf } from '../../src/routine/calendar/localTime';
import { openProduction, type Production } from '../production/ground';
import { startBlobs, startTables } from '../support/azuriteServer';

/*
 * An operator's week with an incident open: both keys are changed, a backup is rehearsed, and nobody in the incident notices.
 * The bot and the commands are processes of their own, as they are run.
 */

const EVA = {
  id: '7e57da7a-0000-4000-8000-000000000040',
  name: 'Eva Norrlycke',
  email: 'eva@kommun.example',
};
const NEW_SECRET = Buffer.alloc(32, 11);

let production: Production;
let folder: string;
beforeAll(async () => {
  production = await openProduction();
  folder = mkdtempSync(join(tmpdir(), 'trygghetsboten-'));
});
afterAll(async () => {
  await production.stop();
  rmSync(folder, { recursive: true });
});

const stopped = async (bot: ReturnType<Production['start']>) => {
  bot.child.kill('SIGTERM');
  expect(await bot.ended).toBe(0);
};

it('an open incident outlives a new wrapping key, a rehearsal and a new index secret', async () => {
  let bot = production.start();
  let port = await bot.port;
  const officer = await production.contact(() => port, 'partySecurityOfficer', 'S');
  const eva = production.person(() => port, EVA.id, EVA.name, EVA.email);
  await eva.install();
  await eva.say('rapportera hot');
  await production.until(() => eva.has(FIRST.alarm('S')));
  await eva.press(FIRST.alarm('S'));
  await production.until(() => officer.has(BUTTON.acknowledge));

  // Who answers for help hears of the work that is planned, from the bot that runs.
  const soon = (hours: number) => {
    const at = new Date(Date.now() + hours * 3_600_000);
    return `${dayOf(at)} ${clockOf(at)}`;
  };
  const span = ['--from', soon(0), '--to', soon(2)];
  const planned = await production.run('maintenance/start', span);
  expect([planned.status, planned.stderr]).toEqual([0, '']);
  expect(planned.stdout).toContain('1 holders of a post are told');
  await production.until(
    () => officer.newest() !== undefined && officer.text(officer.newest()).includes(MAINTAINED.title),
  );
  // That it has arrived is written down after it has.
  let list = await production.run('maintenance/start', ['--list']);
  for (let left = 20; left > 0 && !list.stdout.includes('1 told'); left--)
    list = await production.run('maintenance/start', ['--list']);
  expect([list.status, list.stderr]).toEqual([0, '']);
  expect(list.stdout).toContain('going on, 1 told');

  // A new version of the wrapping key, while the bot runs: every key is wrapped anew, and the old version is not needed.
  const [old] = production.vault.versions();
  production.vault.addVersion();
  const rewrapped = await production.run('rewrap');
  expect([rewrapped.status, rewrapped.stderr]).toEqual([0, '']);
  expect(rewrapped.stdout).toMatch(/^[1-9]\d* keys were wrapped anew/);
  expect((await production.run('rewrap')).stdout).toContain('0 keys were wrapped anew');
  production.vault.removeVersion(old ?? '');
  await officer.press(BUTTON.acknowledge);
  await production.until(() => eva.text(eva.newest()).includes(officer.name));

  // A backup of today, tried in another account.
  const backup = await production.run('backup', ['--to', folder]);
  expect([backup.status, backup.stderr]).toEqual([0, '']);
  const [other, files] = await Promise.all([startTables(), startBlobs()]);
  const into =
    other.connectionString + files.connectionString.slice(files.connectionString.indexOf('BlobEndpoint='));
  const report = join(folder, 'report.md');
  const options = ['--from', folder, '--into', into, '--report', report];
  const rehearsed = await production.run('rehearsal/start', options);
  expect([rehearsed.status, rehearsed.stderr]).toEqual([0, '']);
  expect(readFileSync(report, 'utf8')).toContain('The copy is whole: 1 of 1 incidents were opened');
  // It leaves nothing behind, so that it may be done again.
  expect((await production.run('rehearsal/start', options)).status).toBe(0);
  const own = await production.run('rehearsal/start', [
    ...options.slice(0, 3),
    `${production.settings.TABLES_ENDPOINT}/`,
    '--report',
    report,
  ]);
  expect([own.status, own.stderr]).toEqual([
    2,
    'That is the account that the bot uses (TABLES_ENDPOINT): give an empty one.\n',
  ]);
  await Promise.all([other.stop(), files.stop()]);

  // A new index secret, with the bot stopped; the first try is killed.
  await stopped(bot);
  const rotate = { NEW_INDEX_SECRET: NEW_SECRET.toString('base64') };
  const refused = await production.run('rotateIndexSecret', [], rotate);
  expect([refused.status, refused.stderr]).toMatchObject([
    2,
    expect.stringContaining('--stopped is missing'),
  ]);
  const killed = production.begin('rotateIndexSecret', ['--stopped'], rotate);
  const writes = production.proxy.writes;
  await production.until(() => production.proxy.writes > writes + 12);
  killed.kill('SIGKILL');
  for (const secret of [production.settings.INDEX_SECRET, rotate.NEW_INDEX_SECRET]) {
    const early = production.start({ INDEX_SECRET: secret });
    expect(await early.ended).toBe(1);
    expect(early.errors()).toContain('npm run rotate-index-secret again');
  }
  const rotated = await production.run('rotateIndexSecret', ['--stopped'], rotate);
  expect([rotated.status, rotated.stderr]).toEqual([0, '']);
  expect(rotated.stdout).toContain('1 incidents verified');

  const wrong = production.start();
  expect(await wrong.ended).toBe(1);
  expect(wrong.errors()).toContain('INDEX_SECRET is another than the tables are written with');

  // The incident goes on, in the same chats, on the same cards.
  bot = production.start({ INDEX_SECRET: rotate.NEW_INDEX_SECRET });
  port = await bot.port;
  const cards = officer.chat().length;
  await officer.press(BUTTON.approve);
  expect(officer.text(officer.card())).toContain('Vad gäller det?');
  expect(officer.chat()).toHaveLength(cards);
  await stopped(bot);
  expect((await verify(production.open(NEW_SECRET), headsIn(''))).faults).toEqual([]);
  expect(bot.lines.filter(({ level, msg }) => level >= 50 && msg !== 'operatorAlert')).toEqual([]);
});

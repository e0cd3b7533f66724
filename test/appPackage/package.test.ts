import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { parseMessage } from '../../src/app/commands/parseMessage';
import { contrast, darkerUntil, LEAST_CONTRAST, PROJECT_COLOUR, WHITE } from '../../src/appPackage/colour';
import { logoFaults, startDrawing } from '../../src/appPackage/icons';
import { readOptions } from '../../src/appPackage/options';
import { COMMANDS } from '../../src/content/texts/commands';
import { LISTING, listedCommands } from '../../src/content/texts/listing';
import { CALL, called, manifestOf, packed, square } from './samples';

/* `npm run package` as it is run: what comes out, and what it says when something is wrong. */

const ROOT = join(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'trygghetsboten-'));
afterAll(() => rmSync(folder, { recursive: true }));

const START = join(ROOT, 'src/appPackage/start.ts');

const ran = (args: readonly string[], env: object = {}, start = START) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-r', join(ROOT, 'test/support/typescript.cjs'), start, ...args],
    { cwd: folder, env: { PATH: process.env.PATH, ...env }, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};
const saved = (name: string, content: string | Uint8Array): string => {
  writeFileSync(join(folder, name), content);
  return join(folder, name);
};
const svg = (inside: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">${inside}</svg>`;

it('writes a package, the same bytes each time and in every time zone', () => {
  const files = ['UTC', 'Asia/Tokyo'].map((TZ) => {
    const { status, stdout, stderr } = ran(called({ '--out': TZ }, ['--version', '1.4.0']), { TZ });
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toContain(join(TZ, 'trygghetsboten-oxelosund-1.4.0.zip'));
    return readFileSync(join(folder, TZ, 'trygghetsboten-oxelosund-1.4.0.zip'));
  });
  expect(files[0]?.equals(files[1] ?? Buffer.of())).toBe(true);
});

it('has the version of the product when none is given, and a folder that git does not see', () => {
  const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
  expect(ran(called()).status).toBe(0);
  expect(readdirSync(join(folder, 'teams-app'))).toEqual([`trygghetsboten-oxelosund-${version}.zip`]);
  expect(readFileSync(join(ROOT, '.gitignore'), 'utf8').split('\n')).toContain('teams-app/');
});

it('in a folder that is pruned for production says where it is run', () => {
  copyFileSync(join(ROOT, 'src/appPackage/start.ts'), join(folder, 'start.ts'));
  const { status, stderr } = ran(called(), {}, join(folder, 'start.ts'));
  expect(status).toBe(2);
  expect(stderr).toMatch(
    /Packages of development are missing here.*npm ci && npm run build.*on your own machine/,
  );
});

it('takes a logo that stands out, as SVG and as PNG', () => {
  const logos = [
    saved('white.svg', svg('<rect width="9" height="9" fill="#fff"/>')),
    saved('white.png', square(64, [255, 255, 255, 255])),
  ];
  const packages = logos.map((logo, at) => {
    expect(ran(called({ '--logo': logo, '--out': `logo${at}` }))).toMatchObject({ status: 0, stderr: '' });
    return readFileSync(join(folder, `logo${at}`, readdirSync(join(folder, `logo${at}`))[0] ?? ''));
  });
  expect(packages[0]?.length).toBeGreaterThan(1_000);
});

const badLogos: readonly [what: string, name: string, content: string, says: RegExp][] = [
  [
    'cannot be seen',
    'same.svg',
    svg('<rect width="9" height="9" fill="#0b5a70"/>'),
    /does not stand out: 0 % of it/,
  ],
  ['has text', 'text.svg', svg('<text>K</text>'), /has text that needs a font/],
  ['is empty', 'empty.svg', svg(''), /shows nothing/],
  ['is no picture', 'broken.png', 'K', /shows nothing/],
];
it.each(badLogos)('refuses a logo that %s', async (_, path, content, says) => {
  await startDrawing();
  const faults = logoFaults({ bytes: Buffer.from(content), path }, PROJECT_COLOUR);
  expect(faults).toEqual([expect.stringMatching(says)]);
});

it('writes nothing when anything is wrong, and tells of options and logo in one go', () => {
  const { status, stdout, stderr } = ran(
    called({ '--logo': 'none.svg', '--terms': 'x', '--out': 'nothing' }),
  );
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain('--terms is wrong');
  expect(stderr).toContain('--logo none.svg is not there: give the path');
  expect(readdirSync(folder)).not.toContain('nothing');
});

it('without options names each that is missing and how to give it, in one go', () => {
  const { status, stderr } = ran([]);
  expect(status).toBe(2);
  for (const name of ['app-id', 'bot-id', 'sso-app-id', 'domain', 'website', 'privacy', 'terms'])
    expect(stderr).toMatch(new RegExp(`--${name} is missing: give .{10}`));
  expect(stderr).toContain('docs/install-teams.md');
});

const refusal = (args: readonly string[]): string => {
  try {
    readOptions(args, () => []);
  } catch (error) {
    return error instanceof Error ? error.message : '';
  }
  return '';
};

it.each<[options: Record<string, string | undefined>, more: string[], says: string]>([
  [{ '--app-id': 'trygghet' }, [], '--app-id is wrong: give a GUID of your own'],
  [{ '--bot-id': '00000000-0000-0000-0000-000000000000' }, [], '--bot-id is wrong'],
  [
    { '--domain': 'https://trygghet.kommun.example' },
    [],
    "--domain is wrong: give the bot's host name alone",
  ],
  [{ '--domain': 'trygghet.kommun.example:443' }, [], '--domain is wrong'],
  [{ '--domain': 'localhost' }, [], '--domain is wrong'],
  [{ '--website': 'http://kommun.example' }, [], '--website is wrong: give https://'],
  [{ '--privacy': 'kommun.example' }, [], '--privacy is wrong'],
  [{ '--terms': 'https://kim:hemligt@kommun.example/villkor' }, [], '--terms is wrong'],
  [
    { '--sso-app-id': CALL['--bot-id']?.toUpperCase() },
    [],
    '--sso-app-id is the same as --bot-id: give the client id of the registration',
  ],
  [{ '--municipality': 'Oxelösund' }, [], '--municipality is wrong: give oxelosund or almsjo'],
  [{ '--colour': 'blue' }, [], '--colour is wrong: give a colour with six digits in quotation marks'],
  [{ '--colour': '#ffee00' }, [], '--colour #ffee00 is too light: white has a contrast of 1.2'],
  [{ '--logo': 'logo.gif' }, [], '--logo is wrong: give the path of a .png or .svg file'],
  [{ '--version': '1.0' }, [], '--version is wrong: give three numbers with points'],
  [{}, ['--terms', 'https://kommun.example'], '--terms is given twice'],
  [{}, ['--tabs'], '--tabs is not an option of this command'],
  [{}, ['extra'], 'extra belongs to no option'],
  [{}, ['--tab', '--no-tab'], '--tab and --no-tab: give one of them'],
  [{ '--terms': undefined }, ['--terms'], '--terms is wrong'],
])('%p %p: %s', (options, more, says) => {
  expect(refusal(called(options, more))).toContain(says);
});

it('a colour that is refused comes with one of the same hue that is taken', () => {
  const colour = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 255 })));
  fc.assert(
    fc.property(colour, (parts) => {
      const hex = `#${parts.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
      const proposed = darkerUntil(hex);
      expect(contrast(proposed, WHITE)).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      expect(/^#[0-9a-f]{6}$/.test(proposed)).toBe(true);
      if (contrast(hex, WHITE) >= LEAST_CONTRAST) expect(proposed).toBe(hex);
    }),
  );
});

it('contrast is as WCAG has it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  expect(contrast('#777777', '#ffffff')).toBeCloseTo(4.48, 2);
});

it('offers the commands of the bot by the words that it understands', () => {
  const listed = listedCommands();
  expect(listed.map(({ kind }) => kind).sort()).toEqual(
    Object.keys(COMMANDS)
      .filter((kind) => !['drill', 'okay', 'practice', 'watch', 'register', 'notPolitician'].includes(kind))
      .sort(),
  );
  expect(listed.map(({ title }) => parseMessage(title))).toEqual(listed.map(({ kind }) => ({ kind })));
});

it('shows the municipality, the Swedish texts and the commands; a tab only when asked for', async () => {
  const manifest = manifestOf(await packed());
  expect(manifest).toMatchObject({
    developer: { name: 'Oxelösunds kommun' },
    name: { short: 'Trygghetsboten', full: LISTING.name('Oxelösunds kommun') },
    description: { short: LISTING.short, full: LISTING.full.join('\n\n') },
  });
  expect(manifest.bots?.[0]?.commandLists?.[0]?.commands?.[0]).toEqual({
    title: 'rapportera hot',
    description: 'Säg till om hot, våld eller trakasserier',
  });
  expect(manifestOf(await packed(called({}, ['--no-tab']))).staticTabs).toBeUndefined();
  expect(manifestOf(await packed(called({}, ['--tab']))).staticTabs).toEqual(manifest.staticTabs);
  const tabs = manifest.staticTabs;
  expect(tabs?.map(({ entityId }) => entityId)).toEqual(['conversations', 'cases', 'about']);
  expect(tabs?.[1]?.contentUrl).toBe('https://trygghet.kommun.example/tab');
});

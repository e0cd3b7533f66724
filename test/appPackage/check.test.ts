import type { Files } from '../../src/appPackage/zip';
import {
  called,
  complaints,
  englishOf,
  manifestOf,
  ownComplaints,
  packed,
  square,
  withEnglish,
  withManifest,
} from './samples';

/* Whole packages are taken; each broken copy of one is refused with the sentence that says what is wrong. */

let whole: Files;
let withTab: Files;
beforeAll(async () => {
  withTab = await packed();
  whole = await packed(called({}, ['--no-tab']));
});

it('takes a whole package, with the tab and without', async () => {
  expect(await complaints(whole)).toEqual([]);
  expect(await complaints(withTab)).toEqual([]);
});

it('takes the package of every municipality, in its own colour', async () => {
  expect(
    await complaints(await packed(called({ '--municipality': 'almsjo', '--colour': '#7A1F2B' }))),
  ).toEqual([]);
});

type Broken = (files: Files) => Files;
const bot = (files: Files) => manifestOf(files).bots?.[0] ?? {};
const command = (title: string, description = 'Se något') => ({ title, description });
const withBot =
  (change: object): Broken =>
  (files) =>
    withManifest(files, { bots: [{ ...bot(files), ...change }] });
const withCommands = (...commands: object[]): Broken =>
  withBot({ commandLists: [{ scopes: ['personal'], commands }] });
const withTabs =
  (...staticTabs: object[]): Broken =>
  (files) =>
    withManifest(files, { staticTabs });
const changed =
  (change: object): Broken =>
  (files) =>
    withManifest(files, change);
const tab = {
  entityId: 'cases',
  name: 'Ärenden',
  contentUrl: 'https://trygghet.kommun.example/tab',
  scopes: ['personal'],
};
const pages = {
  name: 'x',
  websiteUrl: 'https://a.se',
  privacyUrl: 'https://a.se',
  termsOfUseUrl: 'https://a.se',
};
const without =
  (name: string): Broken =>
  ({ [name]: _, ...others }) =>
    others;

type Fault = readonly [what: string, copy: Broken, says: RegExp];

/** What Microsoft's schema refuses. */
const OF_SCHEMA: readonly Fault[] = [
  ['no id', changed({ id: undefined }), /must have required property 'id'.*schema 1\.25/],
  [
    'a place that nothing filled',
    changed({ id: '{{appId}}' }),
    /^id still has a place to fill: \{\{appId\}\}/,
  ],
  ['the same, by the schema', changed({ id: '{{appId}}' }), /\/id must match pattern.*schema 1\.25/],
  [
    'a short description that is too long',
    changed({ description: { short: 'x'.repeat(81), full: 'x' } }),
    /description\/short must NOT have more than 80/,
  ],
  ['a part that there is not', changed({ robots: [] }), /must NOT have additional properties.*robots/],
  ['a colour by its name', changed({ accentColor: 'teal' }), /accentColor must match pattern/],
  [
    'thirteen commands',
    withCommands(...Array.from({ length: 13 }, (_, at) => command(`ord ${at}`))),
    /commands must NOT have more than 12/,
  ],
];

/** What it takes, and Teams or this app does not. */
const FAULTS: readonly Fault[] = [
  [
    'an older version of the schema',
    changed({ manifestVersion: '1.16' }),
    /manifestVersion is 1\.16: this app is made for 1\.25/,
  ],
  [
    'a $schema of another version',
    changed({
      $schema: 'https://developer.microsoft.com/json-schemas/teams/v1.30/MicrosoftTeams.schema.json',
    }),
    /\$schema is not that of version 1\.25/,
  ],
  ['a version of two numbers', changed({ version: '1.0' }), /version is "1\.0": give three numbers/],
  [
    'a page over http',
    changed({ developer: { ...pages, privacyUrl: 'http://a.se' } }),
    /developer\.privacyUrl is http:\/\/a\.se: give https/,
  ],
  [
    'a tab over http',
    withTabs({ ...tab, contentUrl: 'http://trygghet.kommun.example/tab' }),
    /contentUrl is http:.*give https/,
  ],
  [
    'a host with https://',
    changed({ validDomains: ['https://trygghet.kommun.example'] }),
    /validDomains has https:.*whole host name alone/,
  ],
  [
    'a host with a star',
    changed({ validDomains: ['*.kommun.example', 'trygghet.kommun.example'] }),
    /validDomains has \*\.kommun\.example/,
  ],
  [
    'a tab on a host that is not listed',
    withTabs({ ...tab, contentUrl: 'https://annan.example/tab' }),
    /annan\.example is used and not in validDomains: add it/,
  ],
  [
    'a sign-in for another host',
    changed({
      webApplicationInfo: {
        id: '5b6c7d8e-9f10-4a2b-8c3d-4e5f60718293',
        resource: 'api://annan.example/5b6c7d8e-9f10-4a2b-8c3d-4e5f60718293',
      },
    }),
    /annan\.example is used and not in validDomains/,
  ],
  [
    'a sign-in of two apps',
    changed({
      webApplicationInfo: {
        id: '5b6c7d8e-9f10-4a2b-8c3d-4e5f60718293',
        resource: 'api://trygghet.kommun.example/annan',
      },
    }),
    /resource and id are not of the same app/,
  ],
  ['no sign-in', changed({ webApplicationInfo: undefined }), /webApplicationInfo is missing/],
  [
    'nested sign-in',
    changed({
      webApplicationInfo: {
        id: '5b6c7d8e-9f10-4a2b-8c3d-4e5f60718293',
        resource: 'api://trygghet.kommun.example/5b6c7d8e-9f10-4a2b-8c3d-4e5f60718293',
        nestedAppAuthInfo: [],
      },
    }),
    /nestedAppAuthInfo is not used: take it out/,
  ],
  [
    'a language that there is not',
    changed({
      localizationInfo: {
        defaultLanguageTag: 'sv',
        additionalLanguages: [{ languageTag: 'xq', file: 'en.json' }],
      },
    }),
    /language tag xq: there is no such language/,
  ],
  [
    'English first',
    changed({ localizationInfo: { defaultLanguageTag: 'en' } }),
    /default language is Swedish/,
  ],
  ['a bot for teams', withBot({ scopes: ['personal', 'team'] }), /a scope is not personal alone/],
  [
    'commands for groups',
    withBot({ commandLists: [{ scopes: ['groupChat'], commands: [command('hjälp')] }] }),
    /a scope is not personal alone/,
  ],
  ['a bot that takes no files', withBot({ supportsFiles: false }), /supportsFiles is not true/],
  ['no bot', changed({ bots: [] }), /bots: give one/],
  [
    'rights to read chats',
    changed({ authorization: { permissions: { resourceSpecific: [] } } }),
    /authorization is not used by this app: take it out/,
  ],
  [
    'an agent in Copilot',
    changed({ copilotAgents: { customEngineAgents: [] } }),
    /copilotAgents is not used/,
  ],
  ['a command that clients cut', withCommands(command('x'.repeat(33))), /command x{33}: at most 32 letters/],
  [
    'a description that clients cut',
    withCommands(command('hjälp', 'x'.repeat(129))),
    /the description of hjälp: at most 128/,
  ],
  ['a command twice', withCommands(command('hjälp'), command('Hjälp')), /command hjälp is there twice/],
  ['a pale colour', changed({ accentColor: '#eecc66' }), /accentColor #eecc66 is too light/],
  ['an empty text', changed({ name: { short: ' ', full: 'x' } }), /name\.short is empty/],
  // The files beside it.
  ['no manifest', without('manifest.json'), /manifest\.json is not in the package: put it at the top/],
  [
    'all in a folder',
    (files) => Object.fromEntries(Object.entries(files).map(([name, file]) => [`app/${name}`, file])),
    /manifest\.json is not in the package/,
  ],
  [
    'a manifest that is no JSON',
    (files) => ({ ...files, 'manifest.json': new Uint8Array([123]) }),
    /manifest\.json is no JSON object/,
  ],
  ['no English file', without('en.json'), /en\.json is named in manifest\.json and not in the package/],
  ['no outline', without('outline.png'), /outline\.png is named in manifest\.json and not in the package/],
  [
    'a file too much',
    (files) => ({ ...files, '.env': new Uint8Array([1]) }),
    /\.env is named nowhere: take it out/,
  ],
  [
    'an icon that is too small',
    (files) => ({ ...files, 'color.png': square(96, [11, 90, 110, 255]) }),
    /color\.png is 96 × 96 pixels: make it 192 × 192/,
  ],
  [
    'an icon that is seen through',
    (files) => ({ ...files, 'color.png': square(192, [11, 90, 110, 200]) }),
    /color\.png lets through what is behind it/,
  ],
  [
    'an icon that is no PNG',
    (files) => ({ ...files, 'color.png': new Uint8Array([255, 216, 255]) }),
    /color\.png is no PNG file/,
  ],
  [
    'a coloured outline',
    (files) => ({ ...files, 'outline.png': square(32, [11, 90, 110, 128]) }),
    /outline\.png has another colour than white/,
  ],
  [
    'an outline on a ground',
    (files) => ({ ...files, 'outline.png': square(32, [255, 255, 255, 255]) }),
    /outline\.png is no outline: leave its ground transparent/,
  ],
  [
    'an empty outline',
    (files) => ({ ...files, 'outline.png': square(32, [255, 255, 255, 0]) }),
    /outline\.png shows nothing/,
  ],
  // The translation.
  [
    'an English text that is missing',
    (files) => withEnglish(files, { 'description.full': undefined }),
    /en\.json lacks description\.full: write it/,
  ],
  [
    'a command without English',
    (files) => withEnglish(files, { 'bots[0].commandLists[0].commands[2].description': undefined }),
    /en\.json lacks bots\[0\]\.commandLists\[0\]\.commands\[2\]\.description/,
  ],
  [
    'a command that the bot would not understand',
    (files) => withEnglish(files, { 'bots[0].commandLists[0].commands[0].title': 'report threat' }),
    /en\.json translates .*title: take it out/,
  ],
  [
    'English of a command that there is not',
    (files) => withEnglish(files, { 'bots[0].commandLists[0].commands[99].description': 'x' }),
    /commands\[99\]\.description, which the manifest has not/,
  ],
  [
    'English of a tab that there is not',
    (files) => withEnglish(files, { 'staticTabs[0].name': 'Cases' }),
    /staticTabs\[0\]\.name, which the manifest has not/,
  ],
  [
    'an English text that is too long',
    (files) => withEnglish(files, { 'description.short': 'x'.repeat(81) }),
    /en\.json .*description\.short.*must NOT have more than 80/,
  ],
];

it.each(OF_SCHEMA)('refuses %s', async (_, copy, says) => {
  const told = await complaints(copy(whole));
  expect(told.filter((line) => says.test(line))).not.toEqual([]);
});

it.each(FAULTS)('refuses %s, which the schema does not ask for', async (_, copy, says) => {
  const told = await ownComplaints(copy(whole));
  expect(told.filter((line) => says.test(line))).not.toEqual([]);
});

it('refuses an outline with empty space round it', async () => {
  const { PNG } = await import('pngjs');
  const png = new PNG({ width: 32, height: 32 });
  png.data.fill(0);
  for (let y = 8; y < 24; y += 1) png.data.fill(255, (y * 32 + 8) * 4, (y * 32 + 24) * 4);
  const told = await ownComplaints({ ...whole, 'outline.png': PNG.sync.write(png) });
  expect(told).toEqual(['outline.png has empty space round it: draw out to 2 pixels from the edge']);
});

it('tells every fault at once', async () => {
  const copy = withEnglish(withManifest(whole, { version: '1', validDomains: ['https://x.se'] }), {
    'name.full': undefined,
  });
  const told = (await ownComplaints(copy)).join('\n');
  expect(told).toMatch(/version is "1"/);
  expect(told).toMatch(/validDomains has https:\/\/x\.se/);
  expect(told).toMatch(/en\.json lacks name\.full/);
});

it('has English for each command and tab, and no other text', () => {
  const keys = Object.keys(englishOf(withTab));
  expect(keys).toContain('staticTabs[1].name');
  expect(keys.filter((key) => /commands\[\d+\]\.description$/.test(key))).toHaveLength(
    manifestOf(withTab).bots?.[0]?.commandLists?.[0]?.commands?.length ?? 0,
  );
});

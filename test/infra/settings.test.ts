import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { BadStart, type Env, productionConfig, SETTING_NAMES } from '../../src/config/settings';
import { timeWanted } from '../../src/config/timeSettings';
import { Expression, isObject, loadGrammar, realTexts, Template, type Texts, type Value } from './bicep';
import { settingsOf } from './rules';

beforeAll(loadGrammar);

const ROOT = join(__dirname, '../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const EXPLAINED = new Set(
  [...read('.env.example').matchAll(/^(?:# )?([A-Za-z_]+)=/gm)].map(([, name = '']) => name),
);

/** Settings of the platform: App Service reads them, the bot does not. */
const PLATFORM = /^(?:WEBSITE_|SCM_|ENABLE_ORYX_)/;

const GUID = '7e57da7a-0000-4000-8000-000000000001';
/** What Azure and the parameter file would give, by the expression that asks for it. */
const GIVEN: Readonly<Record<string, string>> = {
  name: 'app-trygghet',
  publicHost: 'trygghetsboten.kommun.example',
  identityClientId: GUID,
  'tenant().tenantId': GUID,
  tablesEndpoint: 'https://sttrygghet.table.core.windows.net',
  stagingTablesEndpoint: 'https://sttrygghets.table.core.windows.net',
  blobsEndpoint: 'https://sttrygghet.blob.core.windows.net',
  stagingBlobsEndpoint: 'https://sttrygghets.blob.core.windows.net',
  vaultUri: 'https://kv-trygghet.vault.azure.net/',
  municipality: 'oxelosund',
  privacyUrl: 'https://kommun.example/dataskydd',
  privacyBasis: 'Artikel 6.1 e, uppgift av allmänt intresse',
  privacyContact: 'kommun@kommun.example',
  privacyDpo: 'dataskyddsombud@kommun.example',
  privacyRecipients: 'Företagshälsan AB',
  tabAppId: GUID,
};

const given = (expression: string): string => {
  const value = GIVEN[expression];
  if (value === undefined) throw new Error(`Nothing gives ${expression}.`);
  return value;
};

/** As the process finds it: references are read by App Service. */
const asSet = (value: Value): string => {
  if (value instanceof Expression) return given(value.text);
  const text = String(value).replace(/\$\{([^}]+)\}/g, (_, name: string) => given(name));
  return text.startsWith('@Microsoft.KeyVault(') ? Buffer.alloc(32, 7).toString('base64') : text;
};

/** The literal part of `union(moreSettings, {…})` in main.bicep. */
const municipalitys = (template: Template): { [name: string]: Value } => {
  const { settings } = template.module('site');
  const text = settings instanceof Expression ? settings.text : '';
  const found = [...text.matchAll(/^\s+([A-Z_]+): (\w+)$/gm)];
  return Object.fromEntries(found.map(([, name = '', value = '']) => [name, new Expression(value)]));
};

const environmentOf = (template: Template, slot: 'production' | 'staging'): Env =>
  Object.fromEntries(
    Object.entries({ ...municipalitys(template), ...settingsOf(template, slot) }).map(([name, value]) => [
      name,
      asSet(value),
    ]),
  );

const complaint = (env: Env): string => {
  try {
    productionConfig(env);
    return '';
  } catch (error) {
    if (error instanceof BadStart) return error.message;
    throw error;
  }
};

const texts = realTexts();
const without = (file: string, line: string): Texts => {
  const text = (texts[file] ?? '').replace(line, '');
  if (text === texts[file]) throw new Error(`${file} has no ${line}`);
  return { ...texts, [file]: text };
};

describe('the settings that the template gives', () => {
  it.each(['production', 'staging'] as const)('let a process of %s start', (slot) => {
    const env = environmentOf(new Template(texts), slot);
    expect(complaint(env)).toBe('');
    expect(productionConfig(env).SWEEP).toBe(slot === 'production' ? 'on' : 'off');
  });

  it('let the slot start also where the municipality gives a heartbeat among its further settings', () => {
    const more = { HEARTBEAT_URL: 'https://beat.kommun.example/1' };
    expect(complaint({ ...more, ...environmentOf(new Template(texts), 'staging') })).toBe('');
    const bare = new Template(without('modules/site.bicep', "  HEARTBEAT_URL: ''\n"));
    expect(complaint({ ...more, ...environmentOf(bare, 'staging') })).toContain('HEARTBEAT_URL');
  });

  it.each([
    ['main.bicep', '      PRIVACY_DPO: privacyDpo\n', 'PRIVACY_DPO'],
    ['modules/site.bicep', '  MicrosoftAppTenantId: tenant().tenantId\n', 'MicrosoftAppTenantId'],
    ['modules/site.bicep', '  TABLES_ENDPOINT: tablesEndpoint\n', 'TABLES_ENDPOINT'],
  ])('would not without a line of %s: %s', (file, line, name) => {
    expect(complaint(environmentOf(new Template(without(file, line)), 'production'))).toContain(
      `${name} is missing`,
    );
  });

  it('are all explained in .env.example, or are the platform’s', () => {
    const template = new Template(texts);
    const names = ['production', 'staging'].flatMap((slot) =>
      Object.keys(environmentOf(template, slot === 'production' ? 'production' : 'staging')),
    );
    expect(names.length).toBeGreaterThan(20);
    expect(names.filter((name) => !EXPLAINED.has(name) && !PLATFORM.test(name))).toEqual([]);
    expect(EXPLAINED.has('SWEEPER')).toBe(false);
  });

  it('leave out only what has a usual value or may be left out', () => {
    // With every setting left out at once the start names those that it needs: each of them is given.
    const needed = [...complaint({}).matchAll(/^ {2}([A-Za-z_]+) is missing/gm)].map(([, name]) => name);
    expect(needed.length).toBeGreaterThan(8);
    const set = Object.keys(environmentOf(new Template(texts), 'production'));
    expect(needed.filter((name) => !set.includes(name ?? ''))).toEqual([]);
  });
});

describe('the parameter file', () => {
  interface Parameters {
    parameters: Record<string, { value: unknown }>;
  }
  const file = JSON.parse(read('infra/main.parameters.json')) as Parameters;

  it('gives each parameter, and none that is unknown', () => {
    const declared = new Template(texts).parameters('main.bicep').map(({ name }) => name);
    expect(Object.keys(file.parameters).sort()).toEqual([...declared].sort());
  });

  it('sets only settings that .env.example explains', () => {
    const more = file.parameters.moreSettings?.value;
    expect(isObject(more as Value)).toBe(true);
    expect(Object.keys(more as object).filter((name) => !EXPLAINED.has(name))).toEqual([]);
  });

  it('leaves the municipality’s own words empty: a template that is deployed as it is stops at them', () => {
    for (const name of ['privacyUrl', 'privacyBasis', 'privacyContact', 'privacyDpo', 'privacyRecipients']) {
      expect([name, file.parameters[name]?.value]).toEqual([name, '']);
      expect(texts['main.bicep']).toMatch(new RegExp(`@minLength\\(\\d+\\)\\nparam ${name} string\\n`));
    }
  });
});

describe('further settings', () => {
  /** The names of the sealed type that `moreSettings` has. */
  const sealed = (text: string): string[] => {
    const [, body = ''] = /@sealed\(\)\ntype furtherSettings = \{\n([^}]+)\}/.exec(text) ?? [];
    return [...body.matchAll(/^ {2}(\w+): string\?$/gm)].map(([, name = '']) => name);
  };
  const main = texts['main.bicep'] ?? '';

  it('are those of the bot that the template does not set itself, and no other is taken', () => {
    expect(main).toContain('param moreSettings furtherSettings = {}');
    const template = new Template(texts);
    const own = Object.keys({ ...municipalitys(template), ...settingsOf(template, 'production') });
    const wanted = [...SETTING_NAMES, ...Object.keys(timeWanted)].filter(
      (name) => !own.includes(name) && !['PORT', 'MicrosoftAppPassword'].includes(name),
    );
    expect(wanted.length).toBeGreaterThan(60);
    expect(sealed(main)).toEqual(wanted);
  });

  it.each([
    ['@sealed()\n', ''],
    ['  BACKUP_DAYS: string?', '  BACKUP_DAY: string?'],
    ['  BACKUP_DAYS: string?\n', '  *: string?\n'],
  ])('would not be without a line: %s', (from, to) => {
    expect(main).toContain(from);
    expect(sealed(main.replace(from, to))).not.toEqual(sealed(main));
  });

  it.each([
    ['RETENTION_RAPORT_DAYS', 'RETENTION_REPORT_DAYS'],
    ['BACKUP_DAY', 'BACKUP_DAYS'],
    ['backup_days', 'BACKUP_DAYS'],
    ['ALARM_NEXT_MINUTE', 'ALARM_NEXT_MINUTES'],
    ['TALK_FROM_DAYS', 'TALK_FROM_DAY'],
    ['SWEEPS', 'SWEEP'],
    ['HEARTBEATURL', 'HEARTBEAT_URL'],
    ['VICTIM_READS_NOTHING', '.env.example'],
    ['RETENTION_OTHER_DAYS', '.env.example'],
  ])('that are misspelt end the start: %s', (name, named) => {
    const said = complaint({ ...environmentOf(new Template(texts), 'production'), [name]: '1' });
    expect(said).toContain(`${name}: there is no such setting`);
    expect(said).toContain(named);
  });

  it.each([
    [{ LINKS_DECISION: 'KS 2026/12' }, 'give all three, or none'],
    [{ LINKS_PURPOSE: 'Kampanj', LINKS_UNTIL: '2027-03-31' }, 'give all three, or none'],
    [{ LINKS_DECISION: 'KS 2026/12', LINKS_PURPOSE: 'Kampanj', LINKS_UNTIL: 'mars' }, 'LINKS_UNTIL is wrong'],
    [{ LINKS_DECISION: 'KS 2026/12', LINKS_PURPOSE: 'Kampanj', LINKS_UNTIL: '2027-03-31' }, ''],
    [{ LINKS_DECISION: '', LINKS_PURPOSE: '', LINKS_UNTIL: '' }, ''],
  ])('on links between incidents are a whole decision or none: %j', (set, said) => {
    const found = complaint({ ...environmentOf(new Template(texts), 'production'), ...set });
    expect(said === '' ? found : found.includes(said)).toBe(said === '' ? '' : true);
  });

  it('of the platform and of others are let through, and so is an empty one', () => {
    const others = {
      ...{
        PATH: '/bin',
        HOME: '/home',
        PWD: '/',
        LANG: 'C.UTF-8',
        TZ: 'UTC',
        SHLVL: '1',
        DEBUG: 'x',
        USER: 'app',
      },
      ...{ WEBSITE_SITE_NAME: 'app', WEBSITE_SWEEP: '1', APPSETTING_BACKUP_DAYS: '35', NODE_OPTIONS: '--x' },
      ...{ OTEL_SERVICE_NAME: 'bot', OTEL_EXPORTER_OTLP_PROTOCOL: 'http', npm_config_loglevel: 'warn' },
      ...{
        IDENTITY_ENDPOINT: 'http://127.0.0.1',
        MSI_SECRET: 'x',
        AZURE_CLIENT_ID: GUID,
        HOSTNAME: 'a',
        HOST: 'a',
      },
      ...{
        SSH_PORT: '2222',
        ORYX_ENV_NAME: 'x',
        NUM_CORES: '1',
        PLATFORM_VERSION: '1',
        APPSVC_RUN_ZIP: 'TRUE',
      },
      ...{ REGION_NAME: 'Sweden Central', FRAMEWORK: 'NODE', INSTANCE_ID: 'x', PM2HOME: '/pm2', SWEEPS: '' },
      ...{ TERM: 'xterm', EDITOR: 'vi', LOGNAME: 'app', MAIL: '/var', NEW_INDEX_SECRET: 'x', CI: '1' },
    };
    expect(complaint({ ...others, ...environmentOf(new Template(texts), 'production') })).toBe('');
  });
});

it('a month’s cost is the sum of its lines', () => {
  const amounts = [...read('infra/README.md').matchAll(/\| \**(\d+\.\d\d)\** +\|$/gm)].map(([, amount]) =>
    Number(amount),
  );
  const sum = amounts.pop() ?? 0;
  expect(amounts.length).toBe(9);
  expect(amounts.reduce((all, one) => all + one, 0)).toBeCloseTo(sum, 2);
});

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { assertDeclared, readContactRows } from '../../src/config/contactList';
import { BadStart, type Env, productionConfig, sandboxConfig } from '../../src/config/settings';
import { inTime, timeWanted } from '../../src/config/timeSettings';
import { usualTimes as PLAN_TIMES } from '../../src/content/municipalities/library/times';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { retentionEnv, wholeFor } from '../support/retention';

const GUID = '7e57da7a-0000-4000-8000-000000000001';

/** A start that is in order. */
const GOOD: Env = {
  MicrosoftAppType: 'UserAssignedMsi',
  MicrosoftAppId: GUID,
  MicrosoftAppTenantId: GUID,
  TABLES_ENDPOINT: 'https://account.table.core.windows.net',
  BLOBS_ENDPOINT: 'https://account.blob.core.windows.net',
  KEY_VAULT_KEY_ID: 'https://vault.vault.azure.net/keys/wrapping',
  INDEX_SECRET: Buffer.alloc(32, 7).toString('base64'),
  PRIVACY_URL: 'https://kommun.example/dataskydd',
  PRIVACY_BASIS: 'Artikel 6.1 e, uppgift av allmänt intresse',
  PRIVACY_CONTACT: 'kommun@kommun.example',
  PRIVACY_DPO: 'dataskyddsombud@kommun.example',
  PRIVACY_RECIPIENTS: 'Företagshälsan AB. Microsoft lagrar inom EU.',
};

const complaint = (start: () => unknown): string => {
  try {
    start();
  } catch (error) {
    if (error instanceof BadStart) return error.message;
    throw error;
  }
  return '';
};

describe('settings of where the bot reports on itself', () => {
  it.each([
    ['HEARTBEAT_URL', 'http://beat.example/x'],
    ['HEARTBEAT_URL', 'https://user:password@beat.example/x'],
    ['HEARTBEAT_URL', 'beat.example'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://collector.example:4318'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'http://localhost.example:4318'],
    ['OTEL_EXPORTER_OTLP_ENDPOINT', 'https://key@collector.example'],
    ['OTEL_EXPORTER_OTLP_HEADERS', 'a key'],
  ])('%s=%s is refused, and its value is not repeated', (name, value) => {
    const said = complaint(() => productionConfig({ ...GOOD, [name]: value }));
    expect(said).toContain(`${name} is wrong`);
    expect(said).not.toContain(value);
  });

  it('are refused where they would do nothing', () => {
    const beat = { HEARTBEAT_URL: 'https://beat.example/x' };
    expect(complaint(() => productionConfig({ ...GOOD, ...beat, SWEEP: 'off' }))).toContain(
      'HEARTBEAT_URL: unset it',
    );
    const headers = { OTEL_EXPORTER_OTLP_HEADERS: 'api-key=k,more=2' };
    expect(complaint(() => productionConfig({ ...GOOD, ...headers }))).toContain(
      'OTEL_EXPORTER_OTLP_HEADERS: unset it',
    );
    const collector = { OTEL_EXPORTER_OTLP_ENDPOINT: 'http://localhost:4318' };
    expect(productionConfig({ ...GOOD, ...beat, ...headers, ...collector })).toMatchObject({
      ...beat,
      ...headers,
      ...collector,
    });
  });
});

describe('production settings', () => {
  it('are read once, with what is usual for those left out', () => {
    expect(productionConfig(GOOD)).toEqual({
      ...GOOD,
      TEAMS_CLOUD: 'public',
      EVIDENCE_MB: 20,
      VICTIM_READS_ASSESSMENTS: 'yes',
      PORT: 3978,
      MUNICIPALITY: 'oxelosund',
      SWEEP_SECONDS: 15,
      SEND_TIMEOUT_SECONDS: 10,
      DEADMAN_SECONDS: 300,
      BACKUP_DAYS: 35,
      SWEEP: 'on',
      LOG_LEVEL: 'info',
      TIMES: {},
    });
  });

  it('hold the routine’s time limits: each may be set, is checked, and may not contradict another', () => {
    expect(productionConfig({ ...GOOD, ALARM_NEXT_MINUTES: '2', TALK_LAST_DAY: '21' }).TIMES).toEqual({
      ALARM_NEXT_MINUTES: 2,
      TALK_LAST_DAY: 21,
    });
    expect(complaint(() => productionConfig({ ...GOOD, ROUND_HOUR: '25' }))).toContain(
      'ROUND_HOUR is wrong: give a whole number (an hour), 0 to 23',
    );
    expect(complaint(() => productionConfig({ ...GOOD, ALARM_NEXT_MINUTES: '30' }))).toContain(
      'ALARM_NEXT_MINUTES: give at most ALARM_STRATEGIST_MINUTES (6)',
    );
    expect(
      complaint(() => productionConfig({ ...GOOD, ACUTE_TOP_MINUTES: '10', ALARM_ALL_MINUTES: '11' })),
    ).toContain('ALARM_ALL_MINUTES: give at most ACUTE_TOP_MINUTES (10)');
    const both = { DRAFT_REMIND_DAYS: '5', DRAFT_ERASE_DAYS: '5' };
    expect(complaint(() => productionConfig({ ...GOOD, ...both }))).toContain(
      'DRAFT_REMIND_DAYS: give less than DRAFT_ERASE_DAYS (5)',
    );
    const { routine } = oxelosund;
    const changed = inTime(routine, { ALARM_NEXT_MINUTES: 2, TALK_LAST_DAY: 21 });
    expect(changed.times).toEqual({ ...routine.times, alarmNext: 2 });
    expect(changed.followUp).toEqual({ ...routine.followUp, last: 21 });
  });

  it('name every missing one at once', () => {
    const said = complaint(() => productionConfig({}));
    for (const name of Object.keys(GOOD)) expect(said).toContain(`${name} is missing`);
    expect(said).toContain('.env.example');
    expect(said).not.toContain('PORT');
  });

  it('name every wrong one at once, say what is wanted, and never repeat a secret', () => {
    const said = complaint(() =>
      productionConfig({
        ...GOOD,
        PORT: 'all',
        SWEEP_SECONDS: '0',
        LOG_LEVEL: 'loud',
        MicrosoftAppType: 'MultiTenant',
        MicrosoftAppId: 'bot',
        INDEX_SECRET: 'c2hvcnQ=',
      }),
    );
    for (const name of ['PORT', 'SWEEP_SECONDS', 'LOG_LEVEL', 'MicrosoftAppType', 'MicrosoftAppId']) {
      expect(said).toMatch(new RegExp(`${name} is wrong: .{10,}`));
    }
    expect(said).toContain('INDEX_SECRET is wrong');
    expect(said).not.toContain('c2hvcnQ=');
  });

  it.each([
    ['SWEEP_SECONDS', 60],
    ['DEADMAN_SECONDS', 600],
  ] as const)('%s is at most what the alarm and the alert for silence bear: %i', (name, most) => {
    expect(productionConfig({ ...GOOD, [name]: String(most) })[name]).toBe(most);
    const said = complaint(() => productionConfig({ ...GOOD, [name]: String(most + 1) }));
    expect(said).toMatch(new RegExp(`${name} is wrong: .{10,}`));
  });

  it.each([
    ['INDEX_SECRET', ''],
    ['MicrosoftAppId', ''],
    ['MicrosoftAppType', undefined],
  ])('count an empty %s as missing', (name, value) => {
    expect(complaint(() => productionConfig({ ...GOOD, [name]: value }))).toContain(`${name} is missing`);
  });

  it('take a Key Vault reference that was not read for no secret, and say how to mend it', () => {
    const reference = '@Microsoft.KeyVault(SecretUri=https://vault.vault.azure.net/secrets/index-secret)';
    const said = complaint(() => productionConfig({ ...GOOD, INDEX_SECRET: reference }));
    expect(said).toContain('INDEX_SECRET: its Key Vault reference was not read');
    expect(said).toContain('Key Vault Secrets User');
    expect(said).not.toContain('vault.vault.azure.net');
    // Long, and no base64: Node would make bytes of it that anybody could guess.
    const text = 'this is no secret, only a text that is long enough to be one';
    expect(complaint(() => productionConfig({ ...GOOD, INDEX_SECRET: text }))).toContain(
      'INDEX_SECRET is wrong',
    );
  });

  it('let a process be without its sweep, by one word', () => {
    expect(productionConfig({ ...GOOD, SWEEP: 'off' }).SWEEP).toBe('off');
    expect(complaint(() => productionConfig({ ...GOOD, SWEEP: 'no' }))).toContain(
      'SWEEP is wrong: give on, or off',
    );
  });

  it('want a password with SingleTenant, and none with a managed identity', () => {
    const single = { ...GOOD, MicrosoftAppType: 'SingleTenant' };
    expect(complaint(() => productionConfig(single))).toContain('MicrosoftAppPassword');
    expect(complaint(() => productionConfig({ ...single, MicrosoftAppPassword: 'p' }))).toBe('');
    expect(complaint(() => productionConfig({ ...GOOD, MicrosoftAppPassword: 'p' }))).toContain(
      'MicrosoftAppPassword',
    );
  });
});

describe('a start that would let anybody in', () => {
  const single = { ...GOOD, MicrosoftAppType: 'SingleTenant', MicrosoftAppPassword: 'p' };
  const without = { ...GOOD, MicrosoftAppId: undefined };

  it.each<[string, Env, string]>([
    ['without an app id', without, 'MicrosoftAppId'],
    ['with an empty app id', { ...GOOD, MicrosoftAppId: '' }, 'MicrosoftAppId'],
    ['with an app id of spaces', { ...GOOD, MicrosoftAppId: '   ' }, 'MicrosoftAppId'],
    ['with nobody as app id', { ...GOOD, MicrosoftAppId: GUID.replace(/[^-]/g, '0') }, 'MicrosoftAppId'],
    ['without a tenant', { ...GOOD, MicrosoftAppTenantId: '' }, 'MicrosoftAppTenantId'],
    ['without a type', { ...GOOD, MicrosoftAppType: undefined }, 'MicrosoftAppType'],
    ['of type MultiTenant', { ...single, MicrosoftAppType: 'MultiTenant' }, 'MicrosoftAppType'],
    ['of a type in other letters', { ...GOOD, MicrosoftAppType: 'userassignedmsi' }, 'MicrosoftAppType'],
    ['with a password of spaces', { ...single, MicrosoftAppPassword: ' ' }, 'MicrosoftAppPassword'],
    ['called development', { ...GOOD, NODE_ENV: 'development' }, 'NODE_ENV'],
    ['called test', { ...GOOD, NODE_ENV: 'test' }, 'NODE_ENV'],
    ['without TLS', { ...GOOD, NODE_TLS_REJECT_UNAUTHORIZED: '0' }, 'NODE_TLS_REJECT_UNAUTHORIZED'],
    ['with a second identity', { ...GOOD, AZURE_CLIENT_SECRET: 's' }, 'AZURE_CLIENT_SECRET'],
    ['in an unknown cloud', { ...GOOD, TEAMS_CLOUD: 'mine' }, 'TEAMS_CLOUD'],
    ['with any host', { ...GOOD, TEAMS_SERVICE_HOSTS: '*' }, 'TEAMS_SERVICE_HOSTS'],
    ['with an address for a host', { ...GOOD, TEAMS_SERVICE_HOSTS: 'http://a.b' }, 'TEAMS_SERVICE_HOSTS'],
    ...[
      'ToChannelFromBotLoginUrl',
      'ToChannelFromBotOAuthScope',
      'ToBotFromChannelTokenIssuer',
      'ToBotFromChannelOpenIdMetadataUrl',
      'ToBotFromEmulatorOpenIdMetadataUrl',
      'BotOpenIdMetadata',
      'OAuthUrl',
      'OAuthApiEndpoint',
      'ChannelService',
      'ValidateAuthority',
      'SANDBOX_DATA',
      'SANDBOX_PLAYGROUNDS',
      'PLAYGROUND_PORT',
    ].map((name): [string, Env, string] => [
      `with ${name}`,
      { ...GOOD, [name]: 'http://evil.example' },
      name,
    ]),
  ])('%s is refused, with what to mend', (_, env, name) => {
    expect(complaint(() => productionConfig(env))).toMatch(
      new RegExp(`${name}.{0,20}: .{5,}|${name} is .{10,}`),
    );
  });

  it('compares ids as Entra writes them, and takes the hosts of another cloud', () => {
    const env = {
      ...GOOD,
      NODE_ENV: 'production',
      MicrosoftAppId: GUID.toUpperCase(),
      TEAMS_CLOUD: 'usGovernment',
      TEAMS_SERVICE_HOSTS: 'a.teams.example,b.teams.example',
    };
    expect(productionConfig(env)).toMatchObject({
      MicrosoftAppId: GUID,
      TEAMS_CLOUD: 'usGovernment',
      TEAMS_SERVICE_HOSTS: ['a.teams.example', 'b.teams.example'],
    });
  });
});

describe('addresses', () => {
  it('a connection string is refused, with what to do instead, and never repeated', () => {
    const string = 'DefaultEndpointsProtocol=https;AccountName=a;AccountKey=HEMLIG;';
    const said = complaint(() => productionConfig({ ...GOOD, TABLES_CONNECTION_STRING: string }));
    for (const word of [
      'TABLES_CONNECTION_STRING: unset it',
      'TABLES_ENDPOINT',
      'allowSharedKeyAccess: false',
    ])
      expect(said).toContain(word);
    expect(said).not.toContain('HEMLIG');
  });

  it.each([
    ['TABLES_ENDPOINT', 'http://account.table.core.windows.net'],
    ['BLOBS_ENDPOINT', 'http://account.blob.core.windows.net'],
    ['KEY_VAULT_KEY_ID', 'http://vault.vault.azure.net/keys/wrapping'],
    ['KEY_VAULT_KEY_ID', 'https://vault.vault.azure.net/secrets/wrapping'],
  ])('%s is never %s', (name, value) => {
    expect(complaint(() => productionConfig({ ...GOOD, [name]: value }))).toContain(`${name} is wrong`);
  });

  it('the wrapping key is one in Key Vault, of one version or the newest', () => {
    const key = `${GOOD.KEY_VAULT_KEY_ID}/0123456789abcdef0123456789abcdef`;
    expect(complaint(() => productionConfig({ ...GOOD, KEY_VAULT_KEY_ID: key }))).toBe('');
    const file = { ...GOOD, KEY_VAULT_KEY_ID: undefined, WRAPPING_KEY_FILE: '/keys/wrapping.pem' };
    expect(complaint(() => productionConfig(file))).toContain('KEY_VAULT_KEY_ID is missing');
  });

  it.each(['warn', 'error', 'silent'])(
    'the log is not kept from the heads of the chains by LOG_LEVEL %s',
    (level) => {
      expect(complaint(() => productionConfig({ ...GOOD, LOG_LEVEL: level }))).toContain(
        'LOG_LEVEL is wrong',
      );
      expect(sandboxConfig({ LOG_LEVEL: level }).LOG_LEVEL).toBe(level);
    },
  );

  it('whoever starts the sandbox reads words, not lines of the log, unless something fails', () => {
    expect(sandboxConfig({}).LOG_LEVEL).toBe('error');
  });

  it.each(['0', '36', 'x'])('backups are kept for 1 to 35 days, not %s', (days) => {
    expect(complaint(() => productionConfig({ ...GOOD, BACKUP_DAYS: days }))).toContain(
      'BACKUP_DAYS is wrong',
    );
  });

  it('a time for erasure needs its decision, and a decision its time', () => {
    const both = { RETENTION_TALKS_DAYS: '730', RETENTION_TALKS_DECISION: 'KS 2026/12' };
    expect(complaint(() => productionConfig({ ...GOOD, ...both }))).toBe('');
    for (const name of Object.keys(both))
      expect(complaint(() => productionConfig({ ...GOOD, ...both, [name]: '' }))).toContain('give both');
  });

  it('the log is erased last: not without the others, and not before them', () => {
    const all = retentionEnv(wholeFor(730, 'KS 2026/12'));
    const env = Object.fromEntries(Object.entries(all).map(([name, value]) => [name, String(value)]));
    const said = (more: Record<string, string>) =>
      complaint(() => productionConfig({ ...GOOD, ...env, ...more }));
    expect(said({})).toBe('');
    expect(said({ RETENTION_LOG_DAYS: '3000' })).toBe('');
    expect(said({ RETENTION_REPORT_DAYS: '731' })).toContain('RETENTION_LOG_DAYS: the log goes last');
    expect(said({ RETENTION_TALKS_DAYS: '', RETENTION_TALKS_DECISION: '' })).toContain(
      'Set RETENTION_TALKS_DAYS too',
    );
  });

  it('the one setting of earlier releases is not taken for a decision on each class, and says what to set', () => {
    const said = complaint(() =>
      productionConfig({ ...GOOD, RETENTION_DAYS: '730', RETENTION_DECISION: 'KS 2026/12' }),
    );
    expect(said).toContain('RETENTION_DAYS: is four pairs now. Set RETENTION_REPORT_');
    expect(said).toContain('RETENTION_DECISION: is four pairs now');
  });
});

describe('sandbox settings', () => {
  it('need nothing', () => {
    expect(sandboxConfig({})).toMatchObject({ PORT: 3978, SANDBOX_PLAYGROUNDS: '1' });
  });

  it('are refused where the real bot runs', () => {
    const said = complaint(() =>
      sandboxConfig({ ...GOOD, MicrosoftAppPassword: 'p', NODE_ENV: 'production' }),
    );
    for (const name of ['NODE_ENV', 'MicrosoftAppId', 'MicrosoftAppPassword', 'MicrosoftAppTenantId']) {
      expect(said).toContain(name);
    }
    expect(said).toContain('MicrosoftAppType');
  });
});

describe('.env.example', () => {
  const text = readFileSync(path.join(__dirname, '..', '..', '.env.example'), 'utf8');

  it('explains every setting', () => {
    const all = {
      ...productionConfig(GOOD),
      ...sandboxConfig({}),
      MicrosoftAppPassword: '',
      TEAMS_SERVICE_HOSTS: '',
      CONTACT_LIST: '',
      TABLES_ENDPOINT: '',
      ...retentionEnv(wholeFor(1, '')),
    };
    const names = [...Object.keys(all).filter((name) => name !== 'TIMES'), ...Object.keys(timeWanted)];
    for (const name of names) expect(text).toMatch(new RegExp(`^(# )?${name}=`, 'm'));
  });

  it('shows each time limit of the plan with its unit and range', () => {
    const shown = new Map(
      [...text.matchAll(/^# ([A-Z_]+)=(\d+) +# (.+?): /gm)].map(([, name, value, wanted]) => [
        name ?? '',
        { value: Number(value), wanted },
      ]),
    );
    expect([...shown.keys()].sort()).toEqual(Object.keys(timeWanted).sort());
    for (const [name, { wanted }] of shown)
      expect([name, wanted]).toEqual([name, timeWanted[name]?.replace(/^a whole number \((.+)\)/, '$1')]);
    const limits = Object.fromEntries([...shown].map(([name, { value }]) => [name, value]));
    const { times, followUp } = inTime(
      { times: PLAN_TIMES, followUp: { book: 0, from: 0, inTimeUntil: 0, last: 0, lateWorkingDays: 0 } },
      limits,
    );
    expect(times).toEqual(PLAN_TIMES);
    expect(followUp).toEqual(oxelosund.routine.followUp);
  });

  it('shows the values that are used when a setting is left out', () => {
    const shown = Object.fromEntries(
      [...text.matchAll(/^(?:# )?([A-Za-z_]+)=(.+)$/gm)].map(([, name, value]) => [name, value]),
    );
    const used = { ...sandboxConfig({}), ...productionConfig(GOOD) };
    for (const name of [
      'PORT',
      'SWEEP',
      'SWEEP_SECONDS',
      'SEND_TIMEOUT_SECONDS',
      'LOG_LEVEL',
      'TEAMS_CLOUD',
      'PLAYGROUND_PORT',
    ] as const) {
      expect(shown[name]).toBe(String(used[name]));
    }
  });
});

describe('the contact list file', () => {
  const { routine } = oxelosund;
  const row = { role: 'chiefExecutive', order: 1, name: 'Per Dalskog', phone: '070-174 06 23' };

  it('takes rows with and without party, e-mail and user', () => {
    const rows = [
      row,
      { ...row, role: 'partySecurityOfficer', party: 'S', email: 'a@b.example', userId: GUID },
    ];
    expect(readContactRows(JSON.stringify(rows), routine)).toEqual(rows);
  });

  it('names every row and part that is wrong', () => {
    const said = complaint(() =>
      readContactRows(
        JSON.stringify([row, { ...row, role: 'mayor', order: 0 }, { ...row, userId: 'me' }]),
        routine,
      ),
    );
    expect(said).toContain('1.role');
    expect(said).toContain('1.order');
    expect(said).toContain('2.userId');
    expect(said).not.toContain('0.');
  });

  it('says so when it is not JSON, or no list', () => {
    expect(complaint(() => readContactRows('{', routine))).toContain('not JSON');
    expect(complaint(() => readContactRows('{}', routine))).toContain('CONTACT_LIST');
    // Names stand there: the line is named, not what is in it.
    const said = complaint(() => readContactRows('[\n {"name": "Per Dalskog"},\n {"name": Per}]', routine));
    expect(said).toContain('not JSON');
    expect(said).not.toContain('Per');
  });
});

describe('the stored contact list', () => {
  const { routine } = oxelosund;
  const row = { id: 'c1', role: 'chiefExecutive', order: 1, name: 'Per Dalskog', phone: '070-174 06 23' };
  const start = (rows: () => Promise<object[]>) =>
    assertDeclared({ contacts: { read: rows } } as unknown as Parameters<typeof assertDeclared>[0], routine);

  it('is refused at the start where somebody stands in a post that the municipality does not declare', async () => {
    const said = await start(async () => [row, { ...row, id: 'c2', role: 'mayor' }]).catch(String);
    expect(said).toContain('c2: the municipality declares no post "mayor"; it has partySecurityOfficer,');
    expect(said).not.toContain('c1');
    expect(said).not.toContain('Per Dalskog');
  });

  it('is taken where such a row has ended, and where the list cannot be read now', async () => {
    const ended = { ...row, role: 'mayor', ended: '2026-11-24T09:00:00.000Z' };
    await expect(start(async () => [row, ended])).resolves.toBeUndefined();
    await expect(start(async () => Promise.reject(new Error('down')))).resolves.toBeUndefined();
  });
});

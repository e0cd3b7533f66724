import { readFileSync } from 'node:fs';
import path from 'node:path';
import { BadStart, type Env, productionConfig, readContactRows, sandboxConfig } from '../../src/config';

const GUID = '7e57da7a-0000-4000-8000-000000000001';

/** A start that is in order. */
const GOOD: Env = {
  MicrosoftAppType: 'UserAssignedMsi',
  MicrosoftAppId: GUID,
  MicrosoftAppTenantId: GUID,
  TABLES_CONNECTION_STRING: 'UseDevelopmentStorage=true',
  WRAPPING_KEY_FILE: '/keys/wrapping.pem',
  INDEX_SECRET: Buffer.alloc(32, 7).toString('base64'),
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

describe('production settings', () => {
  it('are read once, with what is usual for those left out', () => {
    expect(productionConfig(GOOD)).toEqual({
      ...GOOD,
      PORT: 3978,
      MUNICIPALITY: 'oxelosund',
      SWEEP_SECONDS: 15,
      SEND_TIMEOUT_SECONDS: 10,
      DEADMAN_SECONDS: 300,
      KEYS_BACKUP_DAYS: 35,
      LOG_LEVEL: 'info',
    });
  });

  it('name every missing one at once', () => {
    const said = complaint(() => productionConfig({}));
    const either = ['TABLES_CONNECTION_STRING', 'WRAPPING_KEY_FILE'];
    for (const name of Object.keys(GOOD).filter((one) => !either.includes(one)))
      expect(said).toContain(`${name} is missing`);
    for (const name of either) expect(said).toMatch(new RegExp(`${name}.*neither is there`));
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
    ['INDEX_SECRET', ''],
    ['MicrosoftAppId', ''],
    ['MicrosoftAppType', undefined],
  ])('count an empty %s as missing', (name, value) => {
    expect(complaint(() => productionConfig({ ...GOOD, [name]: value }))).toContain(`${name} is missing`);
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

describe('settings of which one is enough', () => {
  const endpoint = 'https://account.table.core.windows.net';
  const key = 'https://vault.vault.azure.net/keys/wrapping';

  it.each([
    ['TABLES_ENDPOINT', endpoint, 'TABLES_CONNECTION_STRING'],
    ['KEY_VAULT_KEY_ID', key, 'WRAPPING_KEY_FILE'],
    ['KEY_VAULT_KEY_ID', `${key}/0123456789abcdef0123456789abcdef`, 'WRAPPING_KEY_FILE'],
  ])('%s in place of the other, never both', (name, value, other) => {
    expect(complaint(() => productionConfig({ ...GOOD, [name]: value, [other]: '' }))).toBe('');
    expect(complaint(() => productionConfig({ ...GOOD, [name]: value }))).toContain('not both');
    expect(complaint(() => productionConfig({ ...GOOD, [other]: '' }))).toContain('neither is there');
  });

  it.each([
    ['TABLES_ENDPOINT', 'http://account.table.core.windows.net'],
    ['KEY_VAULT_KEY_ID', 'http://vault.vault.azure.net/keys/wrapping'],
    ['KEY_VAULT_KEY_ID', 'https://vault.vault.azure.net/secrets/wrapping'],
  ])('%s is never %s', (name, value) => {
    expect(complaint(() => productionConfig({ ...GOOD, [name]: value }))).toContain(`${name} is wrong`);
  });

  it('a time for erasure needs its decision, and a decision its time', () => {
    const both = { RETENTION_DAYS: '730', RETENTION_DECISION: 'KS 2026/12' };
    expect(complaint(() => productionConfig({ ...GOOD, ...both }))).toBe('');
    for (const name of Object.keys(both))
      expect(complaint(() => productionConfig({ ...GOOD, ...both, [name]: '' }))).toContain('give both');
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
      CONTACT_LIST: '',
      TABLES_ENDPOINT: '',
      KEY_VAULT_KEY_ID: '',
      OLD_WRAPPING_KEY_FILE: '',
      RETENTION_DAYS: '',
      RETENTION_DECISION: '',
    };
    for (const name of Object.keys(all)) expect(text).toMatch(new RegExp(`^(# )?${name}=`, 'm'));
  });

  it('shows the values that are used when a setting is left out', () => {
    const shown = Object.fromEntries(
      [...text.matchAll(/^(?:# )?([A-Za-z_]+)=(.+)$/gm)].map(([, name, value]) => [name, value]),
    );
    const used = { ...sandboxConfig({}), ...productionConfig(GOOD) };
    for (const name of [
      'PORT',
      'SWEEP_SECONDS',
      'SEND_TIMEOUT_SECONDS',
      'LOG_LEVEL',
      'PLAYGROUND_PORT',
    ] as const) {
      expect(shown[name]).toBe(String(used[name]));
    }
  });
});

describe('the contact list file', () => {
  const row = { role: 'chiefExecutive', order: 1, name: 'Per Dalskog', phone: '070-174 06 23' };

  it('takes rows with and without party, e-mail and user', () => {
    const rows = [
      row,
      { ...row, role: 'partySecurityOfficer', party: 'S', email: 'a@b.example', userId: GUID },
    ];
    expect(readContactRows(JSON.stringify(rows))).toEqual(rows);
  });

  it('names every row and part that is wrong', () => {
    const said = complaint(() =>
      readContactRows(JSON.stringify([row, { ...row, role: 'mayor', order: 0 }, { ...row, userId: 'me' }])),
    );
    expect(said).toContain('1.role');
    expect(said).toContain('1.order');
    expect(said).toContain('2.userId');
    expect(said).not.toContain('0.');
  });

  it('says so when it is not JSON, or no list', () => {
    expect(complaint(() => readContactRows('{'))).toContain('not JSON');
    expect(complaint(() => readContactRows('{}'))).toContain('CONTACT_LIST');
  });
});

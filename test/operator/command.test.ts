import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/* The operator's commands as they are run: without settings, and with a call that lacks something. */

const ROOT = join(__dirname, '../..');
const SETTINGS = {
  MicrosoftAppType: 'UserAssignedMsi',
  MicrosoftAppId: '11111111-1111-4111-8111-111111111111',
  MicrosoftAppTenantId: '11111111-1111-4111-8111-111111111111',
  TABLES_ENDPOINT: 'https://account.table.core.windows.net',
  KEY_VAULT_KEY_ID: 'https://vault.vault.azure.net/keys/wrapping',
  INDEX_SECRET: Buffer.alloc(32, 7).toString('base64'),
  PRIVACY_URL: 'https://kommun.example/dataskydd',
  PRIVACY_BASIS: 'Artikel 6.1 e, uppgift av allmänt intresse',
  PRIVACY_CONTACT: 'kommun@kommun.example',
  PRIVACY_DPO: 'dataskyddsombud@kommun.example',
  PRIVACY_RECIPIENTS: 'Företagshälsan AB. Microsoft lagrar inom EU.',
};

const ran = (command: string, settings: object, ...options: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-r', join(ROOT, 'test/support/typescript.cjs'), join(ROOT, `src/cli/${command}.ts`), ...options],
    { env: { PATH: process.env.PATH, ...settings }, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

it('without settings nothing is done, and every missing one is named', () => {
  const { status, stdout, stderr } = ran('rewrap', {});
  expect([status, stdout]).toEqual([2, '']);
  for (const name of Object.keys(SETTINGS)) expect(stderr).toContain(name);
});

it.each([
  ['backup', [], 'Give --to "…": --to is missing.'],
  ['restore', ['--from', ' '], 'Give --from "…": --from is missing.'],
  [
    'personData',
    ['--person', 'x', '--by', 'y'],
    'Give --person "…" --purpose "…" --by "…": --purpose is missing.',
  ],
  ['exportLog', ['--incident', 'x'], 'npm run export-log -- --incident <id>'],
  ['maintenance/start', [], 'Give npm run maintenance -- --from'],
  ['verifyLog', ['--head', 'x'], "Unknown option '--head'"],
  ['verifyLog', ['--heads', 'no-such-file'], 'ENOENT'],
])('%s %p says what is missing, in one line', (command, options, says) => {
  const { status, stdout, stderr } = ran(command, SETTINGS, ...options);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(says);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

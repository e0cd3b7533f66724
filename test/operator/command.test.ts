import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

/* The operator's commands as they are run: without settings, and with a call that lacks something. */

const ROOT = join(__dirname, '../..');
const SETTINGS = {
  TABLES_ENDPOINT: 'https://account.table.core.windows.net',
  BLOBS_ENDPOINT: 'https://account.blob.core.windows.net',
  KEY_VAULT_KEY_ID: 'https://vault.vault.azure.net/keys/wrapping',
  INDEX_SECRET: Buffer.alloc(32, 7).toString('base64'),
};

const ran = (command: string, settings: object, ...options: string[]) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['-r', join(ROOT, 'test/support/typescript.cjs'), join(ROOT, `src/cli/${command}.ts`), ...options],
    { env: { PATH: process.env.PATH, ...settings }, encoding: 'utf8' },
  );
  return { status, stdout, stderr };
};

it('without settings nothing is done, and every missing one is named: those of the storage alone', () => {
  const { status, stdout, stderr } = ran('rewrap', {});
  expect([status, stdout]).toEqual([2, '']);
  expect(
    stderr
      .match(/^ {2}\w+(?= is missing)/gm)
      ?.map((name) => name.trim())
      .sort(),
  ).toEqual(Object.keys(SETTINGS).sort());
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

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
  ['backup', [], 'Give npm run backup -- --to <folder of the copies>: --to is missing.'],
  ['restore', ['--from', ' '], 'Give npm run restore -- --from <folder of the copies>: --from is missing.'],
  [
    'restore',
    ['--from', 'no-such-folder'],
    'no-such-folder is not there: give the folder that npm run backup',
  ],
  [
    'personData',
    ['--person', 'x', '--by', 'y'],
    'Give npm run person-data -- --person <object id in Entra> --by "who you are" --purpose "why it is read, and who asked": --purpose is missing.',
  ],
  ['exportLog', ['--incident', 'x'], 'npm run export-log -- --incident <reference or id>'],
  ['maintenance/start', [], 'Give npm run maintenance -- --from'],
  ['verifyLog', ['--head', 'x'], "Unknown option '--head'. Give npm run verify-log"],
  ['verifyLog', ['--heads', 'no-such-file'], '--heads names a file that cannot be read: ENOENT'],
  ['rewrap', ['now'], "Unexpected argument 'now'. It takes no options."],
])('%s %p says what is missing, in one line', (command, options, says) => {
  const { status, stdout, stderr } = ran(command, SETTINGS, ...options);
  expect([status, stdout]).toEqual([2, '']);
  expect(stderr).toContain(says);
  expect(stderr.trim().split('\n')).toHaveLength(1);
});

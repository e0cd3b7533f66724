import { spawn, spawnSync } from 'node:child_process';
import {
  chmodSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startOpenId } from '../support/openId';
import { startTown } from '../support/town';

const ROOT = join(__dirname, '../..');
const SCRIPTS = join(ROOT, 'infra/scripts');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');
const workflow = read('.github/workflows/release.yml');

/** The steps of a job, as they stand. */
const job = (name: string): string =>
  workflow.split(/^ {2}(?=\w+:$)/m).find((part) => part.startsWith(`${name}:`)) ?? '';

/** A run of a program: its code, and what it wrote. */
function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = process.env) {
  return new Promise<{ code: number | null; text: string }>((resolve) => {
    const child = spawn(command, args, { cwd: ROOT, env });
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (part) => (text += String(part)));
    child.on('close', (code) => resolve({ code, text }));
  });
}

describe('the pipeline', () => {
  it('runs actions of one commit only, and holds no secret', () => {
    const used = [...workflow.matchAll(/uses: (\S+)(.*)$/gm)];
    expect(used.length).toBeGreaterThan(8);
    for (const [, action, comment] of used) {
      expect(action).toMatch(/^(?:actions|azure)\/[\w-]+@[0-9a-f]{40}$/);
      expect(comment).toMatch(/^ # v\d+\.\d+\.\d+$/);
    }
    expect(workflow).not.toMatch(/secrets\./);
    // What an expression gives stands in a variable, never in a command.
    expect([...workflow.matchAll(/^\s*(?:- )?run: .*$/gm)].filter(([line]) => line.includes('${{'))).toEqual(
      [],
    );
  });

  it('may ask for a token only where it releases, in an environment that somebody guards', () => {
    expect(workflow).toMatch(/^permissions:\n {2}contents: read\n/m);
    for (const name of ['test', 'package']) expect(job(name)).not.toContain('id-token');
    for (const name of ['release', 'back']) {
      expect(job(name)).toContain('id-token: write');
      expect(job(name)).toContain('environment: production');
      expect(job(name)).toContain('azure/login@');
    }
  });

  it('tests, then packages, then releases; the door is shut also after a failure', () => {
    expect(job('test')).toContain('npm run check');
    expect(job('test')).toContain('az bicep build');
    expect(job('package')).toContain('needs: test');
    expect(job('release')).toContain('needs: package');
    const [open, release, shut] = ['door.sh open', 'release.sh app.zip', 'door.sh shut'].map((step) =>
      job('release').indexOf(step),
    );
    expect([open, release, shut]).toEqual([open, release, shut].sort((a = 0, b = 0) => a - b));
    expect(open).toBeGreaterThan(0);
    expect(job('release')).toMatch(/if: always\(\)\n\s+run: sh infra\/scripts\/door\.sh shut/);
  });

  it('names only scripts and commands that are there, and so does azure.yaml', () => {
    const text = workflow + read('azure.yaml');
    const scripts = [...text.matchAll(/infra\/scripts\/[\w.]+/g)].map(([name]) => name);
    expect(new Set(scripts).size).toBe(4);
    expect(scripts.filter((name) => !existsSync(join(ROOT, name)))).toEqual([]);
    const { scripts: commands } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    const named = [...text.matchAll(/npm run ([\w:-]+)/g)].map(([, name = '']) => name);
    expect(named.filter((name) => !(name in commands))).toEqual([]);
  });

  it('runs scripts that a shell can read', () => {
    const scripts = readdirSync(SCRIPTS).filter((name) => name.endsWith('.sh'));
    expect(scripts.length).toBe(4);
    for (const name of scripts) {
      expect(spawnSync('sh', ['-n', join(SCRIPTS, name)]).status).toBe(0);
      expect(read(`infra/scripts/${name}`)).toMatch(/^#!\/usr\/bin\/env sh\n[\s\S]*\nset -eu\n/);
    }
  });
});

describe('the smoke test', () => {
  const smoke = (url: string, sweep: string) =>
    run(process.execPath, [join(SCRIPTS, 'smoke.cjs'), url, '--sweep', sweep, '--tries', '1', '--wait', '0']);

  it('is content with the bot as it runs, in production and in the slot', async () => {
    for (const [isSweepOff, sweep] of [
      [false, 'on'],
      [true, 'off'],
    ] as const) {
      const openId = await startOpenId();
      const town = await startTown({ isSweepOff, openId });
      expect(await smoke(town.url, sweep)).toEqual({
        code: 0,
        text: expect.stringContaining(`sweep ${sweep}`),
      });
      const other = sweep === 'on' ? 'off' : 'on';
      expect(await smoke(town.url, other)).toEqual({ code: 1, text: expect.stringContaining('see SWEEP') });
      await town.stop();
      await openId.stop();
    }
  });

  it('refuses a bot that lets in whoever comes, and one whose tables are down', async () => {
    // Without credentials nobody is checked: the sandbox.
    const open = await startTown();
    expect(await smoke(open.url, 'on')).toEqual({
      code: 1,
      text: expect.stringContaining('without a token'),
    });
    open.failStorage(() => true, 1_000);
    // An answer of the tables counts for a while.
    open.passReal(60_000);
    expect(await smoke(open.url, 'on')).toEqual({
      code: 1,
      text: expect.stringContaining('tables do not answer'),
    });
    await open.stop();
  });

  it('refuses a release whose tab was not built', async () => {
    const answers: Record<string, readonly [status: number, text: string]> = {
      '/health/live': [200, ''],
      '/health/ready': [200, '{"sweep":"on"}'],
      '/api/messages': [401, ''],
      '/api/tab/ask': [401, '{}'],
    };
    const server = createServer((request, response) => {
      const [status, text] = answers[request.url ?? ''] ?? [404, ''];
      response.writeHead(status, { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      response.end(text);
    }).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await smoke(url, 'on')).toEqual({ code: 1, text: expect.stringContaining('Was the tab built?') });
    delete answers['/api/tab/ask'];
    expect((await smoke(url, 'on')).code).toBe(0);
    await new Promise((done) => server.close(done));
  });

  it('refuses something else at the address, and nothing there at all', async () => {
    const server = createServer((_, response) => response.end('hello')).listen(0, '127.0.0.1');
    await new Promise((done) => server.once('listening', done));
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    expect(await smoke(url, 'on')).toEqual({ code: 1, text: expect.stringContaining('is that the bot?') });
    await new Promise((done) => server.close(done));
    expect(await smoke(url, 'on')).toEqual({ code: 1, text: expect.stringContaining('ECONNREFUSED') });
    expect((await smoke(url, 'maybe')).code).toBe(2);
  });
});

describe('a release', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'release-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const program = (name: string, text: string): void => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${text}`);
    chmodSync(join(folder, name), 0o755);
  };

  /** A run with an `az` and a `node` that write down what they are called with. `smoke`: what the smoke tests end with. */
  async function release(smoke: readonly number[], settings = '1', what = 'app.zip') {
    program(
      'az',
      `echo "az $*" >>"${folder}/calls"
case "$*" in *appsettings*) echo ${settings};; *defaultHostName*staging*|*staging*defaultHostName*) echo staging.example;; *defaultHostName*) echo production.example;; esac`,
    );
    program(
      'node',
      `echo "node $2 $4" >>"${folder}/calls"
n=$(grep -c ^node "${folder}/calls"); set -- ${smoke.join(' ')}; shift $((n - 1)); exit $1`,
    );
    writeFileSync(join(folder, 'app.zip'), '');
    const { code, text } = await run(
      'sh',
      [join(SCRIPTS, 'release.sh'), what === 'app.zip' ? join(folder, what) : what],
      {
        PATH: `${folder}:${process.env.PATH}`,
        APP_NAME: 'app',
        AZURE_RESOURCE_GROUP: 'group',
      },
    );
    const calls = existsSync(join(folder, 'calls'))
      ? readFileSync(join(folder, 'calls'), 'utf8').trim().split('\n')
      : [];
    const short = (call: string) =>
      / (deploy|swap) /.exec(call.replace('deployment slot swap', 'swap'))?.[1] ?? call;
    return { code, text, done: calls.filter((call) => !/appsettings|defaultHostName/.test(call)).map(short) };
  }

  it('goes to the slot, is tried there, swapped, and tried again', async () => {
    expect(await release([0, 0])).toMatchObject({
      code: 0,
      done: ['deploy', 'node https://staging.example off', 'swap', 'node https://production.example on'],
    });
  });

  it('that fails in the slot never reaches production', async () => {
    const { code, done } = await release([1]);
    expect(code).toBe(1);
    expect(done).toEqual(['deploy', 'node https://staging.example off']);
  });

  it('that fails in production is taken back, and the pipeline fails', async () => {
    const { code, done } = await release([0, 1, 0]);
    expect(code).toBe(1);
    expect(done.slice(2)).toEqual([
      'swap',
      'node https://production.example on',
      'swap',
      'node https://production.example on',
    ]);
  });

  it('is not begun where SWEEP could go along at a swap', async () => {
    const { code, text, done } = await release([0, 0], '0');
    expect([code, done]).toEqual([1, []]);
    expect(text).toContain('deploy infra/main.bicep again');
  });

  it('goes back to the one before without deploying', async () => {
    const { code, done } = await release([0, 0], '1', '--back');
    expect([code, done]).toEqual([
      0,
      ['node https://staging.example off', 'swap', 'node https://production.example on'],
    ]);
  });
});

describe('the index secrets', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'secrets-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** @param az what a call prints and ends with, by the case patterns of a shell */
  async function secrets(az: string) {
    writeFileSync(join(folder, 'az'), `#!/bin/sh\necho "$*" >>"${folder}/calls"\ncase "$*" in ${az} esac\n`);
    chmodSync(join(folder, 'az'), 0o755);
    const ended = await run('sh', [join(SCRIPTS, 'secrets.sh')], {
      PATH: `${folder}:${process.env.PATH}`,
      VAULT_NAME: 'kv',
      APP_NAME: 'app',
      AZURE_RESOURCE_GROUP: 'group',
    });
    const calls = readFileSync(join(folder, 'calls'), 'utf8').split('\n');
    return { ...ended, made: calls.filter((call) => call.startsWith('keyvault secret set')) };
  }

  it('are made where there are none, each in a file that is gone afterwards, never as an argument', async () => {
    const { code, made } = await secrets('');
    expect(code).toBe(0);
    expect(made.map((call) => /--name (\S+)/.exec(call)?.[1])).toEqual([
      'index-secret',
      'index-secret-staging',
      // No secret: that it was read says that a backup was made.
      'backup-made',
    ]);
    for (const call of made.slice(0, 2)) {
      const file = /--file (\S+)/.exec(call)?.[1] ?? '';
      expect(file).not.toBe('');
      expect(existsSync(file)).toBe(false);
      expect(call).not.toMatch(/--value/);
    }
  });

  it('that are there stay, and one that was deleted is not made anew', async () => {
    expect((await secrets('*"secret list "*) echo there;;')).made).toEqual([]);
    const deleted = await secrets('*"secret list-deleted"*) echo there;;');
    expect([deleted.code, deleted.made]).toEqual([1, []]);
    expect(deleted.text).toContain('az keyvault secret recover');
  });

  it('are not made when the vault does not say whether they are there', async () => {
    const { code, made } = await secrets('*"secret list "*) exit 3;;');
    expect([code, made]).toEqual([3, []]);
  });
});

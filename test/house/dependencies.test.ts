import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const read = (name: string): string => readFileSync(join(ROOT, name), 'utf8');

interface Manifest {
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
}

const manifest = JSON.parse(read('package.json')) as Manifest;
const packages = Object.entries(
  (JSON.parse(read('package-lock.json')) as { packages: Record<string, Locked> }).packages,
);
const runtime = packages.filter(([path, one]) => path !== '' && !one.dev);

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
    expect(needed.map(([path]) => path)).toEqual([]);
    expect(read('.npmrc')).toContain('ignore-scripts=true');
  });

  it('are listed by npm run sbom with their exact versions', () => {
    const [, script = ''] = /"sbom": "npm (.*) > sbom.json"/.exec(read('package.json')) ?? [];
    const said = execFileSync('npm', [...script.split(' '), '--offline'], { cwd: ROOT, encoding: 'utf8' });
    const bill = JSON.parse(said) as { bomFormat: string; components: Component[] };
    expect(bill.bomFormat).toBe('CycloneDX');
    const listed = bill.components.map(({ purl }) => decodeURIComponent(purl.replace('pkg:npm/', '')));
    const installed = runtime.filter(([path]) => existsSync(join(ROOT, path)));
    const names = installed.map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`);
    expect(names.length).toBeGreaterThan(200);
    expect([...new Set(names)].filter((name) => !listed.includes(name))).toEqual([]);
  });

  it('come from the registry, each with a checksum', () => {
    const wrong = runtime.filter(
      ([, one]) =>
        !one.integrity || (one.resolved && !one.resolved.startsWith('https://registry.npmjs.org/')),
    );
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it('each have a reason in DECISIONS.md, and no reason is left of one that is gone', () => {
    const section = read('DECISIONS.md').split('## Dependencies')[1]?.split('\n## ')[0] ?? '';
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

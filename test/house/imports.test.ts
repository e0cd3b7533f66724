import { findings, layerOf, type Source, sources, target } from './sources';

/** What each layer may import of ours. Whoever adds a layer says here where it stands. */
const MAY: Readonly<Record<string, readonly string[]>> = {
  routine: [],
  content: ['routine'],
  cards: ['routine', 'content'],
  app: ['routine', 'content', 'cards'],
  teams: ['routine', 'content', 'cards', 'app'],
  storage: ['routine', 'content', 'cards', 'app'],
  config: ['routine', 'timeSettings'],
  timeSettings: ['routine'],
  log: ['app'],
  compose: ['routine', 'content', 'cards', 'app', 'teams', 'storage', 'config', 'timeSettings'],
  opening: ['config', 'storage'],
  main: ['compose', 'config', 'log', 'storage', 'opening'],
  tools: ['routine', 'app', 'config', 'log', 'storage', 'opening'],
  operator: ['routine', 'app', 'config', 'storage', 'opening'],
  sandbox: ['routine', 'content', 'app', 'compose', 'config', 'log', 'storage', 'teams'],
};

/** The packages of each layer; `node:` modules stand for themselves. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  routine: ['zod'],
  content: [],
  cards: ['zod', 'adaptivecards-templating', 'node:fs', 'node:path'],
  app: ['node:crypto'],
  teams: ['botbuilder', 'restify', 'node:crypto', 'node:http'],
  storage: [
    '@azure/data-tables',
    '@azure/identity',
    '@azure/keyvault-keys',
    'zod',
    'node:crypto',
    'node:util',
    'node:http',
    'node:https',
  ],
  config: ['zod'],
  timeSettings: ['zod'],
  log: ['pino'],
  compose: [],
  opening: ['node:fs'],
  main: ['node:crypto'],
  tools: ['node:crypto', 'node:fs', 'node:path', 'node:util'],
  operator: ['node:crypto', 'node:fs', 'node:util'],
};

/** Only a program of the sandbox may load what is a development dependency. */
const SANDBOX_ONLY = ['azurite', '@microsoft/m365agentsplayground'];

const packageOf = (name: string): string =>
  name.startsWith('node:')
    ? name
    : name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/');

const outward = (source: Source): string[] =>
  source.imports.filter((to) => target(source, to) === undefined).map(packageOf);
const inward = (source: Source): string[] =>
  source.imports.flatMap((to) => target(source, to) ?? []).map(layerOf);

describe('import directions', () => {
  it('finds the sources and their imports', () => {
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.find((one) => one.path === 'app/look.ts')?.imports).toContain('./telling');
    expect(sources.find((one) => one.path === 'app/incidents.ts')?.imports).toContain('./acting');
    expect(sources.find((one) => one.path === 'sandbox/azuriteChild.ts')?.imports).toContain(
      'azurite/dist/src/table/TableServer',
    );
  });

  it('every file stands in a layer that is known', () => {
    expect(findings((source) => (source.layer in MAY ? [] : [source.layer]))).toEqual([]);
  });

  it('go routine <- content <- cards <- app <- {teams, storage} <- compose <- {main, sandbox}', () => {
    const wrong = findings((source) =>
      inward(source).filter((to) => to !== source.layer && !MAY[source.layer]?.includes(to)),
    );
    expect(wrong).toEqual([]);
  });

  it('each layer uses its own packages only', () => {
    const wrong = findings((source) => {
      const allowed = PACKAGES[source.layer];
      return allowed ? outward(source).filter((name) => !allowed.includes(name)) : [];
    });
    expect(wrong).toEqual([]);
  });

  it('only teams knows the bot SDK and restify, only storage Azure', () => {
    const azure = ['@azure/data-tables', '@azure/identity', '@azure/keyvault-keys'].map((one) => [
      one,
      'storage',
    ]);
    const owners = { botbuilder: 'teams', restify: 'teams', ...Object.fromEntries(azure) };
    const wrong = findings((source) =>
      outward(source).filter(
        (name) =>
          name in owners &&
          Object.entries(owners).every(([one, layer]) => one !== name || layer !== source.layer),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('nobody imports the sandbox, and only it loads development dependencies', () => {
    const wrong = findings((source) =>
      source.layer === 'sandbox'
        ? outward(source).filter((name) => !name.startsWith('node:') && !SANDBOX_ONLY.includes(name))
        : [
            ...inward(source).filter((to) => to === 'sandbox'),
            ...outward(source).filter((name) => SANDBOX_ONLY.includes(name)),
          ],
    );
    expect(wrong).toEqual([]);
  });

  it('nobody imports a start', () => {
    expect(findings((source) => inward(source).filter((to) => to === 'main'))).toEqual([]);
    expect(
      findings((source) => source.imports.filter((to) => target(source, to) === 'sandbox/start')),
    ).toEqual([]);
  });
});

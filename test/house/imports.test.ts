import { dirname } from 'node:path';
import { findings, type Source, sources, target } from './sources';

/**
 * What each layer may import of ours, in the order of the storeys. Whoever adds a layer says here where it stands.
 */
const MAY: Readonly<Record<string, readonly string[]>> = {
  routine: [],
  screens: ['routine'],
  content: ['routine'],
  cards: ['routine', 'screens', 'content'],
  document: ['routine', 'screens', 'content', 'cards'],
  app: ['routine', 'screens', 'content', 'cards', 'document'],
  api: ['routine', 'screens', 'content', 'cards', 'app'],
  tab: ['content', 'cards', 'api'],
  teams: ['routine', 'screens', 'content', 'cards', 'app', 'api'],
  storage: ['routine', 'content', 'app'],
  config: ['routine', 'content', 'app', 'storage'],
  compose: ['routine', 'content', 'cards', 'app', 'api', 'teams', 'storage', 'config'],
  telemetry: ['app'],
  main: ['content', 'compose', 'config', 'storage', 'telemetry'],
  cli: ['routine', 'content', 'app', 'config', 'storage', 'document'],
  sandbox: ['routine', 'content', 'app', 'compose', 'config', 'storage', 'teams'],
  appPackage: ['content'],
};

/** Rooms of a layer, from the ground up: each may import those before it, and what stands in the layer itself. */
const ROOMS: Readonly<Record<string, readonly (string | readonly string[])[]>> = {
  routine: ['calendar', 'model', 'plan', 'rules', 'transitions', 'acts'],
  cards: ['base', 'personal', 'report', 'pages'],
  content: ['texts', 'municipalities', 'sandbox'],
  app: ['ports', ['runtime', 'chat'], 'queries', 'erasure', 'aggregates', 'delivery', 'commands', 'tab'],
  storage: ['azure', 'sealing', 'blobs', 'repositories', 'maintenance', 'rotation'],
  teams: ['interview', ['inbound', 'outbound']],
};

/** Files of a layer itself, with which its rooms are put together: no room imports them. */
const ROOFS: readonly string[] = [
  'app/createBot',
  'storage/openTables',
  'storage/production',
  'storage/openRotation',
];

/** The packages of each layer; `node:` modules stand for themselves. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  routine: ['zod', 'node:crypto'],
  content: [],
  screens: ['zod'],
  cards: ['adaptivecards-templating', 'node:fs', 'node:path'],
  document: ['docx', 'node:zlib'],
  app: ['node:crypto', 'csv-parse', 'lru-cache'],
  api: ['zod', 'jose'],
  tab: ['react', 'react-dom', '@fluentui/react-components', '@microsoft/teams-js'],
  teams: [
    'botbuilder',
    'botbuilder-dialogs',
    'restify',
    'htmlparser2',
    'node:async_hooks',
    'node:crypto',
    'node:http',
    'node:fs',
    'node:path',
    'node:zlib',
  ],
  storage: [
    '@azure/data-tables',
    '@azure/identity',
    '@azure/keyvault-keys',
    '@azure/storage-blob',
    'lru-cache',
    'node:crypto',
    'node:util',
    'node:http',
    'node:https',
  ],
  config: ['zod', 'pino', 'node:fs', 'node:module', 'node:path'],
  compose: ['file-type', 'node:path'],
  telemetry: [
    '@opentelemetry/api',
    '@opentelemetry/exporter-metrics-otlp-http',
    '@opentelemetry/exporter-trace-otlp-http',
    '@opentelemetry/resources',
    '@opentelemetry/sdk-metrics',
    '@opentelemetry/sdk-trace-base',
    'node:async_hooks',
  ],
  main: ['node:crypto'],
  cli: ['node:crypto', 'node:fs', 'node:path', 'node:util'],
  appPackage: [
    'zod',
    '@microsoft/app-manifest',
    '@resvg/resvg-wasm',
    'ajv-draft-04',
    'fflate',
    'pngjs',
    'node:fs',
    'node:path',
    'node:util',
  ],
};

/** Packages that one file alone may name, so that leaving them is a change of that file. */
const BEHIND_ONE_FILE: Readonly<Record<string, string>> = {
  'adaptivecards-templating': 'cards/adaptiveCard.ts',
  restify: 'teams/inbound/server.ts',
  jose: 'api/token.ts',
  '@microsoft/teams-js': 'tab/teams.ts',
  'react-dom': 'tab/main.tsx',
  'file-type': 'compose/fileType.ts',
  pino: 'config/log.ts',
  '@opentelemetry/api': 'telemetry/openTelemetry.ts',
  docx: 'document/word.ts',
};

/** Development dependencies, by the layer that alone may load them: neither is a part of production. */
const DEVELOPMENT: Readonly<Record<string, readonly string[]>> = {
  sandbox: ['azurite', '@microsoft/m365agentsplayground'],
  appPackage: ['@microsoft/app-manifest', '@resvg/resvg-wasm', 'ajv-draft-04', 'fflate', 'pngjs'],
};

/** The most files of a room, and the most lines of a file. */
const MOST_FILES = 15;
const MOST_LINES = 250;
const MOST_LINES_OF_A_FUNCTION = 40;
const MOST_PARAMETERS = 3;

/** Files with functions that still take more, and how many: the list may only shrink. */
const STILL_WIDE: Readonly<Record<string, number>> = {
  'app/commands/createIncident.ts': 1,
  'app/commands/draft.ts': 5,
  'app/commands/incident.ts': 1,
  'app/commands/installation.ts': 1,
  'app/commands/onText.ts': 1,
  'app/commands/raiseAlarm.ts': 3,
  'app/commands/report.ts': 1,
  'app/commands/showPage.ts': 1,
  'app/commands/submitReport.ts': 5,
  'app/ports/agenda.ts': 1,
  'app/runtime/failures.ts': 1,
  'cards/base/silence.ts': 1,
  'cards/base/victimRows.ts': 2,
  'cards/pages/forms.ts': 3,
  'cards/pages/stepFields.ts': 1,
  'cards/pages/steps.ts': 1,
  'cards/parts.ts': 2,
  'cards/report/reportFacts.ts': 1,
  'cards/scene.ts': 2,
  'routine/acts/pages.ts': 1,
  'routine/rules/deadlines.ts': 1,
  'routine/rules/noticeRows/draw.ts': 2,
  'routine/rules/progress.ts': 1,
  'routine/rules/steps/stepState.ts': 2,
  'routine/transitions/groups.ts': 2,
  'routine/transitions/sharing.ts': 2,
  'routine/transitions/steps.ts': 7,
  'routine/transitions/talks.ts': 2,
  'screens/seen.ts': 1,
  'storage/repositories/tableAgenda.ts': 1,
};

const packageOf = (name: string): string =>
  name.startsWith('node:')
    ? name
    : name
        .split('/')
        .slice(0, name.startsWith('@') ? 2 : 1)
        .join('/');

const outward = (source: Source): string[] =>
  source.imports.filter((to) => target(source, to) === undefined).map(packageOf);
const targets = (source: Source): string[] => source.imports.flatMap((to) => target(source, to) ?? []);
const layerOf = (path: string): string => path.split('/')[0]?.replace(/\.[a-z]+$/, '') ?? '';
/** The room of a file; '' for what stands in the layer itself. */
const roomOf = (path: string): string => (path.split('/').length > 2 ? (path.split('/')[1] ?? '') : '');
const inward = (source: Source): string[] => targets(source).map(layerOf);

describe('import directions', () => {
  it('finds the sources and their imports', () => {
    expect(sources.length).toBeGreaterThan(60);
    expect(sources.find((one) => one.path === 'app/delivery/dispatch.ts')?.imports).toContain('./notify');
    expect(sources.find((one) => one.path === 'app/commands/router.ts')?.imports).toContain('./showPage');
    expect(sources.find((one) => one.path === 'sandbox/azuriteChild.ts')?.imports).toContain(
      'azurite/dist/src/table/TableServer',
    );
  });

  it('every file stands in a layer that is known', () => {
    expect(findings((source) => (source.layer in MAY ? [] : [source.layer]))).toEqual([]);
  });

  it('go routine <- {screens, content} <- cards <- app <- {teams, storage} <- compose <- {main, cli, sandbox}', () => {
    const wrong = findings((source) =>
      inward(source).filter((to) => to !== source.layer && !MAY[source.layer]?.includes(to)),
    );
    expect(wrong).toEqual([]);
  });

  it('lead from the app to the cards in two files: all else answers with screens', () => {
    const cards = findings(({ layer, ...source }) =>
      layer === 'app' && inward({ layer, ...source }).includes('cards') ? [''] : [],
    );
    expect([...new Set(cards)]).toEqual(['app/bot.ts: ', 'app/chat/message.ts: ']);
  });

  it('go from room to room one way', () => {
    const height = (path: string): number =>
      ROOMS[layerOf(path)]?.findIndex((rooms) => [rooms].flat().includes(roomOf(path))) ?? -1;
    const wrong = findings((source) =>
      targets(source).filter((to) => {
        if (layerOf(to) !== source.layer || roomOf(source.path) === roomOf(to)) return false;
        if (roomOf(source.path) === '') return false;
        if (roomOf(to) === '') return ROOFS.includes(to);
        const [from, at] = [height(source.path), height(to)];
        return ROOMS[source.layer] !== undefined && (from < 0 || at < 0 || at >= from);
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('never lead back to where they began', () => {
    const byPath = new Map(sources.map((one) => [one.path.replace(/\.[a-z]+$/, ''), one]));
    const ended = new Set<string>();
    const circles: string[] = [];
    const walk = (path: string, way: readonly string[]): void => {
      if (way.includes(path)) circles.push([...way.slice(way.indexOf(path)), path].join(' > '));
      const source = byPath.get(path);
      if (!source || ended.has(path) || way.includes(path)) return;
      for (const to of targets(source)) walk(to, [...way, path]);
      ended.add(path);
    };
    for (const path of byPath.keys()) walk(path, []);
    expect(circles).toEqual([]);
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
    const owners = {
      botbuilder: 'teams',
      'botbuilder-dialogs': 'teams',
      restify: 'teams',
      ...Object.fromEntries(azure),
    };
    const wrong = findings((source) =>
      outward(source).filter(
        (name) =>
          name in owners &&
          Object.entries(owners).every(([one, layer]) => one !== name || layer !== source.layer),
      ),
    );
    expect(wrong).toEqual([]);
  });

  it('what may be left one day stands behind one file', () => {
    const wrong = findings((source) =>
      outward(source).filter((name) => (BEHIND_ONE_FILE[name] ?? source.path) !== source.path),
    );
    expect(wrong).toEqual([]);
  });

  it('nobody imports the sandbox or what builds the app package, and each loads its own development dependencies', () => {
    const wrong = findings((source) => [
      ...inward(source).filter((to) => to in DEVELOPMENT && to !== source.layer),
      ...outward(source).filter((name) =>
        Object.entries(DEVELOPMENT).some(([layer, names]) => layer !== source.layer && names.includes(name)),
      ),
    ]);
    expect(wrong).toEqual([]);
    const foreign = findings((source) =>
      source.layer === 'sandbox'
        ? outward(source).filter((name) => !name.startsWith('node:') && !DEVELOPMENT.sandbox?.includes(name))
        : [],
    );
    expect(foreign).toEqual([]);
  });

  it('nobody imports a start', () => {
    expect(findings((source) => inward(source).filter((to) => to === 'main'))).toEqual([]);
    expect(
      findings((source) => source.imports.filter((to) => target(source, to) === 'sandbox/start')),
    ).toEqual([]);
  });
});

describe('sizes', () => {
  it(`no room holds more than ${MOST_FILES} files`, () => {
    const files = new Map<string, number>();
    for (const { path } of sources) files.set(dirname(path), (files.get(dirname(path)) ?? 0) + 1);
    expect([...files].filter(([, count]) => count > MOST_FILES)).toEqual([]);
  });

  it(`no file has more than ${MOST_LINES} lines`, () => {
    expect(findings(({ lines }) => (lines > MOST_LINES ? [String(lines)] : []))).toEqual([]);
  });

  it(`no function has more than ${MOST_LINES_OF_A_FUNCTION} lines`, () => {
    const long = findings(({ functions }) =>
      functions
        .filter(({ lines }) => lines > MOST_LINES_OF_A_FUNCTION)
        .map(({ line, lines }) => `line ${line}: ${lines}`),
    );
    expect(long).toEqual([]);
  });

  it(`no function takes more than ${MOST_PARAMETERS} parameters`, () => {
    expect(Math.max(...sources.flatMap(({ parameters }) => parameters))).toBeGreaterThanOrEqual(
      MOST_PARAMETERS,
    );
    const wide = findings(({ path, parameters }) => {
      const count = parameters.filter((one) => one > MOST_PARAMETERS).length;
      return count > (STILL_WIDE[path] ?? 0) ? [`${count}: give them one context`] : [];
    });
    expect(wide).toEqual([]);
  });
});

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

/* Documents name commands, their options and settings: each is there, and each command of an operator is told of. */

const ROOT = join(__dirname, '../..');
const read = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };

/** Files by their paths from the root, of the folders that are there. */
const filesOf = (rooms: readonly string[], ending: RegExp): string[] =>
  rooms
    .filter((room) => existsSync(join(ROOT, room)))
    .flatMap((room) =>
      readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && ending.test(entry.name))
        .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
    );
const atRoot = (ending: RegExp): string[] => readdirSync(ROOT).filter((name) => ending.test(name));

const documents = [...atRoot(/\.md$/), ...filesOf(['docs', 'src', 'test', 'infra', '.github'], /\.md$/)];
const code = [...atRoot(/\.js$/), ...filesOf(['src', 'test'], /\.(ts|cjs)$/)].filter(
  (path) => path !== relative(ROOT, __filename),
);
/** What is deployed with has settings of its own: those of Azure's tools and of the pipeline. */
const deployment = [
  ...atRoot(/^azure\.yaml$/),
  ...filesOf(['infra', '.github'], /\.(bicep|bicepparam|json|ya?ml|sh)$/),
];

const onLines = (paths: readonly string[], pattern: RegExp): [where: string, found: RegExpMatchArray][] =>
  paths.flatMap((path) =>
    read(path)
      // A call may go on after a backslash.
      .replace(/ \\\n/g, ' ')
      .split('\n')
      .flatMap((line, at) =>
        [...line.matchAll(pattern)].map((found): [string, RegExpMatchArray] => [`${path}:${at + 1}`, found]),
      ),
  );

/** A call as a document or a message shows it. Its options go to the end of the line or of the code mark. */
const CALL = /npm run (?:--silent |-s )?([a-z][\w:-]*)(?: -- ([^`|]*))?/g;
/** Words that stand where a command would, in a sentence on commands. */
const PLACEHOLDER = new Set(['name', 'build…']);

describe('commands', () => {
  const calls = onLines([...documents, ...code, '.env.example', ...deployment], CALL).filter(
    ([, [, name = '']]) => !PLACEHOLDER.has(name),
  );

  it('that are named are there', () => {
    expect(calls.length).toBeGreaterThan(60);
    expect(calls.flatMap(([where, [, name = '']]) => (name in scripts ? [] : [`${where}: ${name}`]))).toEqual(
      [],
    );
  });

  /** The sources of a command: its file, and what that imports from the same folder. */
  const sourceOf = (name: string): string => {
    const [, built] = /\bnode dist\/(\S+)\.js/.exec(scripts[name] ?? '') ?? [];
    const seen = new Map<string, string>();
    const look = (path: string) => {
      if (seen.has(path) || !existsSync(join(ROOT, path))) return;
      const text = read(path);
      seen.set(path, text.replace(/\/\*[\s\S]*?\*\/|\/\/.*/g, ''));
      for (const [, to = ''] of text.matchAll(/(?:from|require\()\s*'(\.\/[\w./-]+)'/g))
        look(relative(ROOT, resolve(ROOT, dirname(path), `${to}.ts`)));
    };
    if (built) look(`src/${built}.ts`);
    return [...seen.values()].join('\n');
  };

  it('have the options that documents give them', () => {
    const given = calls.flatMap(([where, [, name = '', options = '']]) =>
      [...options.matchAll(/--([a-z][a-z-]*)/g)].map(([, option = '']) => ({ where, name, option })),
    );
    expect(given.length).toBeGreaterThan(15);
    const unknown = given.filter(({ name, option }) => {
      const source = sourceOf(name);
      return source !== '' && !new RegExp(`['"](?:--)?${option}['"]|(?<![\\w-])${option}: `).test(source);
    });
    expect(unknown).toEqual([]);
  });

  it('of operators are all told of in the README or docs/', () => {
    const told = [read('README.md'), ...filesOf(['docs'], /\.md$/).map(read)].join('\n');
    const own = Object.keys(scripts).filter((name) =>
      /node dist\/(cli|appPackage)\//.test(scripts[name] ?? ''),
    );
    expect(own.length).toBeGreaterThan(6);
    expect(own.filter((name) => !told.includes(`npm run ${name}`))).toEqual([]);
  });
});

describe('settings', () => {
  const declared = new Set(
    [...read('.env.example').matchAll(/^(?:# )?([A-Za-z]\w+)=/gm)].map(([, name = '']) => name),
  );
  const inCode = code.map(read).join('\n');
  const inDeployment = deployment.map(read).join('\n');
  const isWord = (name: string, text: string) => new RegExp(`(?<![\\w$])${name}(?![\\w$])`).test(text);

  /** Whether a program or a test reads it from its environment. */
  const isRead = (name: string) => new RegExp(`\\benv\\.${name}\\b`).test(inCode);

  /** In code marks, alone or with a value, or before a command. */
  const NAME = /`([A-Z][A-Z0-9_]{2,}|MicrosoftApp\w+)(?:=[^`]*)?`/g;
  /** Names that no setting of ours has: npm's own warning. */
  const FOREIGN = new Set(['EBADENGINE']);
  const named = (paths: readonly string[]) =>
    onLines(paths, NAME).flatMap(([where, [, name = '']]) => (FOREIGN.has(name) ? [] : [{ where, name }]));

  /** Documents for whoever runs the bot: what they name in capitals is a setting. */
  const forOperators = (path: string) =>
    /^(README|SECURITY)\.md$|^docs\/(?!ARCHITECTURE|CARDS|DECISIONS|GLOSSARY)|^infra\//.test(path);

  it('that operators read of are explained in .env.example, or belong to what is deployed with', () => {
    const all = named(documents.filter(forOperators));
    expect(all.length).toBeGreaterThan(15);
    const unknown = all.filter(
      ({ name }) => !declared.has(name) && !isWord(name, inDeployment) && !isRead(name),
    );
    expect(unknown).toEqual([]);
  });

  it('and names in capitals that others read of are there too, in the code or among the settings', () => {
    const all = named(documents.filter((path) => !forOperators(path)));
    expect(all.length).toBeGreaterThan(10);
    expect(all.filter(({ name }) => !declared.has(name) && !isWord(name, inCode))).toEqual([]);
  });
});

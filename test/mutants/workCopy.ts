import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { transformSync } from '@swc/core';

export const ROOT = resolve(__dirname, '../..');

/** The project's files, from its root on, sorted: what git knows and what it would add. */
export const projectFiles = (): string[] =>
  execFileSync('git', ['ls-files', '-coz', '--exclude-standard'], { cwd: ROOT, encoding: 'utf8' })
    .split('\0')
    .filter((file) => file !== '' && existsSync(join(ROOT, file)))
    .sort();

export const readProject = (file: string): string => readFileSync(join(ROOT, file), 'utf8');

/** A copy of the project in a folder of its own, built; mutants are planted there and nowhere else. */
export interface WorkCopy {
  folder: string;
  /** Writes a source file, and what is built of it. */
  write(file: string, text: string): void;
  /** Takes back what was written. */
  restore(file: string): void;
  remove(): void;
}

const BUILD_OPTIONS = { target: 'es2022', parser: { syntax: 'typescript' } } as const;

/** The built file, as the build would make it but for the types. */
function build(folder: string, file: string, text: string): void {
  const built = join(folder, file.replace(/^src\//, 'dist/').replace(/\.ts$/, '.js'));
  const { code } = transformSync(text, { jsc: BUILD_OPTIONS, module: { type: 'commonjs' }, filename: file });
  writeFileSync(built, code);
}

/** Hard links, which cost nothing; npm itself does not take a link to the folder. Copies on another file system. */
function copyPackages(folder: string): void {
  const from = realpathSync(join(ROOT, 'node_modules'));
  const to = join(folder, 'node_modules');
  try {
    execFileSync('cp', ['-al', from, to], { stdio: 'ignore' });
  } catch {
    rmSync(to, { recursive: true, force: true });
    execFileSync('cp', ['-a', from, to]);
  }
}

/** A copy's temporary folder: beside it, for what runs there must not find the project's packages above itself. */
export const tempOf = (folder: string): string => join(folder, '../tmp');

/** @throws Error the project does not build */
export function makeCopy(): WorkCopy {
  const around = realpathSync(mkdtempSync(join(tmpdir(), 'mutants-')));
  const folder = join(around, 'project');
  mkdirSync(folder);
  for (const file of projectFiles()) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    cpSync(join(ROOT, file), join(folder, file));
  }
  copyPackages(folder);
  mkdirSync(tempOf(folder));
  execFileSync('npm', ['run', '--silent', 'build'], { cwd: folder, stdio: 'inherit' });
  const write = (file: string, text: string) => {
    writeFileSync(join(folder, file), text);
    build(folder, file, text);
  };
  return {
    folder,
    write,
    restore: (file) => write(file, readProject(file)),
    remove: () => rmSync(around, { recursive: true, force: true, maxRetries: 3 }),
  };
}

/** Works through items with the copies side by side, each with one item at a time, in their order. */
export async function eachIn<Item>(
  copies: readonly WorkCopy[],
  items: readonly Item[],
  work: (copy: WorkCopy, item: Item) => Promise<void>,
): Promise<void> {
  const left = [...items];
  await Promise.all(
    copies.map(async (copy) => {
      for (let item = left.shift(); item !== undefined; item = left.shift()) await work(copy, item);
    }),
  );
}

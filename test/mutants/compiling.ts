import { spawn } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { mutated } from './mutators';
import type { Mutant } from './sample';
import { digest, Lines } from './store';
import { projectFiles, ROOT, readProject, type WorkCopy } from './workCopy';

/** As in the build, but that something is no longer used is no reason: whoever wrote the mutant would take it out. */
const CONFIG = {
  extends: './tsconfig.json',
  compilerOptions: { noUnusedLocals: false, noUnusedParameters: false, types: ['node'] },
  include: ['src'],
};

const isCompiled = (file: string): boolean =>
  /^src\/.*\.ts$|^tsconfig\.json$|^package-lock\.json$/.test(file);

const TSC = join(ROOT, 'node_modules/.bin/tsc');

/** The files in which the compiler finds errors, from the folder on. */
function wrongFiles({ folder }: WorkCopy): Promise<Set<string>> {
  writeFileSync(join(folder, 'tsconfig.mutants.json'), JSON.stringify(CONFIG));
  const child = spawn(TSC, ['-p', 'tsconfig.mutants.json', '--pretty', 'false'], { cwd: folder });
  let said = '';
  child.stdout.on('data', (part) => {
    said += String(part);
  });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) => {
      const files = new Set([...said.matchAll(/^(\S+?)\(\d+,\d+\): error/gm)].map(([, file = '']) => file));
      if (code !== 0 && files.size === 0) reject(new Error(`tsc ended with ${code}: ${said}`));
      else resolve(files);
    });
  });
}

/** Those that compile by themselves: each is written as a file of its own beside the one that it changes. */
async function compilingAlone(copy: WorkCopy, mutants: readonly Mutant[]): Promise<Mutant[]> {
  const beside = ({ file, key }: Mutant) => file.replace(/\.ts$/, `.mutant-${key}.ts`);
  for (const mutant of mutants) {
    writeFileSync(join(copy.folder, beside(mutant)), mutated(readProject(mutant.file), mutant));
  }
  const wrong = await wrongFiles(copy);
  for (const mutant of mutants) rmSync(join(copy.folder, beside(mutant)));
  return mutants.filter((mutant) => !wrong.has(beside(mutant)));
}

/** Those with which all that imports them compiles: as many at once as are in different files, halved if one is wrong. */
async function compilingTogether(copy: WorkCopy, mutants: readonly Mutant[]): Promise<Mutant[]> {
  if (mutants.length === 0) return [];
  for (const mutant of mutants) {
    writeFileSync(join(copy.folder, mutant.file), mutated(readProject(mutant.file), mutant));
  }
  const wrong = await wrongFiles(copy);
  for (const { file } of mutants) writeFileSync(join(copy.folder, file), readProject(file));
  if (wrong.size === 0) return [...mutants];
  if (mutants.length === 1) return [];
  const half = Math.ceil(mutants.length / 2);
  return [
    ...(await compilingTogether(copy, mutants.slice(0, half))),
    ...(await compilingTogether(copy, mutants.slice(half))),
  ];
}

/** The mutants in groups, none of them with two of a file. */
function inGroups(mutants: readonly Mutant[]): Mutant[][] {
  const groups: Mutant[][] = [];
  for (const mutant of mutants) {
    const free = groups.find((group) => group.every(({ file }) => file !== mutant.file));
    if (free) free.push(mutant);
    else groups.push([mutant]);
  }
  return groups;
}

/** Those of them that compile, also with all that imports them. */
async function compilingOf(copy: WorkCopy, mutants: readonly Mutant[]): Promise<Set<Mutant>> {
  const right = new Set<Mutant>();
  for (const group of inGroups(await compilingAlone(copy, mutants))) {
    for (const mutant of await compilingTogether(copy, group)) right.add(mutant);
  }
  return right;
}

const lineSchema = z.object({
  /** Of the mutant, in a state of the sources. */
  key: z.string(),
  compiles: z.boolean(),
});

/** The mutants that compile, in their order: the others no test need find. What an earlier run found is not tried again. */
export async function compiling(copy: WorkCopy, mutants: readonly Mutant[]): Promise<Mutant[]> {
  const lines = new Lines('compiling.jsonl', lineSchema);
  const state = digest(...projectFiles().filter(isCompiled).map(readProject));
  const lineOf = (mutant: Mutant) => lines.get(digest(state, mutant.key));
  const unknown = mutants.filter((mutant) => !lineOf(mutant));
  const right = await compilingOf(copy, unknown);
  for (const mutant of unknown) {
    lines.add({ key: digest(state, mutant.key), compiles: right.has(mutant) });
  }
  return mutants.filter((mutant) => lineOf(mutant)?.compiles === true);
}

import { parseArgs } from 'node:util';

export interface Options {
  seed: string;
  /** How many mutants, those that are equivalent or do not compile not counted. */
  count: number;
  /** How many copies work side by side. */
  jobs: number;
  /** Only says what is drawn. */
  list: boolean;
  isTest(file: string): boolean;
  isSource(file: string): boolean;
}

const FOLDERS = ['src/routine', 'src/app', 'src/storage', 'src/teams'];

/** `*`: anything but a slash; `**`: anything; a folder stands for all in it. */
function globOf(pattern: string): RegExp {
  const parts = pattern.split(/(\*\*\/?|\*)/).map((part) => {
    if (part.startsWith('**')) return '.*';
    return part === '*' ? '[^/]*' : part.replace(/[.+?^${}()|[\]\\]/g, '\\$&');
  });
  return new RegExp(`^${parts.join('').replace(/\/$/, '')}(?:/.*)?$`);
}

const isIn = (file: string, folder: string): boolean =>
  file === folder || file.startsWith(`${folder.replace(/\/$/, '')}/`);

/** A whole number from 1 on. @throws Error it is not one */
function number(name: string, text: string): number {
  if (!/^[1-9]\d*$/.test(text)) throw new Error(`--${name} wants a whole number from 1 on, not "${text}".`);
  return Number(text);
}

/** @throws TypeError an option that there is not */
export function readOptions(args: readonly string[]): Options {
  const { values } = parseArgs({
    args: [...args],
    options: {
      seed: { type: 'string', default: 'trygghetsboten' },
      count: { type: 'string', default: '200' },
      jobs: { type: 'string', default: '2' },
      list: { type: 'boolean', default: false },
      tests: { type: 'string', multiple: true, default: ['test'] },
      only: { type: 'string', multiple: true, default: FOLDERS },
    },
  });
  const tests = values.tests.map(globOf);
  return {
    seed: values.seed,
    count: number('count', values.count),
    jobs: number('jobs', values.jobs),
    list: values.list,
    isTest: (file) => tests.some((glob) => glob.test(file)) && !file.startsWith('test/mutants/'),
    isSource: (file) =>
      file.endsWith('.ts') &&
      !file.endsWith('.d.ts') &&
      FOLDERS.some((folder) => isIn(file, folder)) &&
      values.only.some((folder) => isIn(file, folder)),
  };
}

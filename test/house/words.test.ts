import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { CHECKS } from '../../src/content/municipalities/library/checkWords';
import { STEP_FIELDS, STEPS } from '../../src/content/municipalities/library/words';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { sections } from '../../src/content/municipalities/oxelosund/sections';
import { LOG_ACTS, LOG_LOOKS, logRoles } from '../../src/content/texts/log';
import { ACTS } from '../../src/routine/acts/acts';
import { PAGE_RULES } from '../../src/routine/acts/pages';
import { checkFieldsOf } from '../../src/routine/transitions/closing';
import { rowsOf, SCOPES } from '../access/policy';
import { routine } from '../support/pureTown';

const ROOT = join(__dirname, '../..');

describe('words', () => {
  it('there are some for each step and section of the routine, and for nothing else', () => {
    expect(Object.keys(STEPS).sort()).toEqual(routine.steps.map((step) => step.id).sort());
    expect(Object.keys(sections)).toEqual([...new Set(routine.steps.map((step) => step.section))].sort());
  });

  it('there are some for each field that a step writes down', () => {
    const untold = routine.steps.flatMap((step) =>
      step.fields
        .filter((field) => !STEP_FIELDS[step.id]?.[field.id])
        .map((field) => `${step.id}.${field.id}`),
    );
    expect(untold).toEqual([]);
  });

  it('there are some in the log for each act that the history has, and each look that is logged', () => {
    const acts = [...Object.keys(ACTS), 'raiseAlarm', 'sendReport', 'giveFiles', 'takeIn', 'followEnd'];
    expect(Object.keys(LOG_ACTS).sort()).toEqual(acts.sort());
    const looks = Object.entries(PAGE_RULES).flatMap(([page, { shows }]) => (shows ? [page] : []));
    expect(Object.keys(LOG_LOOKS).sort()).toEqual(
      [
        ...looks,
        'name',
        'log',
        'personData',
        'document',
        'file',
        'fileTaken',
        'picture',
        'documentTaken',
        'masked',
        'maskedTaken',
        'ownWords',
        'links',
      ].sort(),
    );
    expect(Object.keys(logRoles(oxelosund.names)).sort()).toEqual(
      [...rowsOf(SCOPES).map(({ role }) => role), 'operator'].sort(),
    );
  });

  it('there are some for each control question', () => {
    const untold = routine.checks.flatMap((section) =>
      checkFieldsOf(section)
        .filter((field) => !CHECKS[section.id]?.labels[field.id.slice(section.id.length + 1)])
        .map((field) => `${section.id}.${field.id}`),
    );
    expect(untold).toEqual([]);
  });
});

/** Files of the project by their paths from its root. */
const FILES: readonly string[] = ['.ci', '.github', 'cards', 'docs', 'infra', 'src', 'test']
  .flatMap((room) =>
    readdirSync(join(ROOT, room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(ROOT, join(entry.parentPath, entry.name))),
  )
  .concat(readdirSync(ROOT).filter((name) => /\.(?:md|json|js)$/.test(name)));
const text = (path: string): string => readFileSync(join(ROOT, path), 'utf8');
const isThere = (path: string): boolean =>
  existsSync(join(ROOT, path)) || FILES.some((file) => file.endsWith(`/${path}`));

describe('documents', () => {
  const documents = FILES.filter((file) => file.endsWith('.md') && file !== 'docs/CARDS.md');
  /** In code marks: a path from the root, a path inside a room, or a file's bare name. */
  const NAMED = /`((?:src|test|cards|docs|\.ci)\/[\w./-]*|[\w./-]+\.(?:ts|md|json|js|cjs|css))`/g;

  it('are found, those of rooms too', () => {
    expect(documents).toEqual(
      expect.arrayContaining(['README.md', 'docs/ARCHITECTURE.md', 'src/app/delivery/README.md']),
    );
  });

  it.each(documents)('%s names only files that are there', (name) => {
    const named = [...text(name).matchAll(NAMED)].map((found) => found[1] ?? '');
    expect(named.filter((path) => !MADE.has(path) && !isThere(path))).toEqual([]);
  });

  it('are what comments name, and so are the files that comments name', () => {
    const missing = FILES.filter((file) => file.endsWith('.ts')).flatMap((file) =>
      [...text(file).matchAll(/\/\*[\s\S]*?\*\/|(?:^|\s)\/\/.*/g)]
        .flatMap(
          ([comment]) =>
            comment.match(/(?:src|test|docs|cards)\/[\w./-]*\w|\w[\w./-]*\.(?:md|bicep)\b/g) ?? [],
        )
        .filter((path) => !MADE.has(path) && !isThere(path))
        .map((path) => `${file}: ${path}`),
    );
    expect(missing).toEqual([]);
  });
});

/** Files that a command makes, and one that only the history has. */
const MADE: ReadonlySet<string> = new Set(['sbom.json', 'capture.ts']);

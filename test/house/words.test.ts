import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { LOG_ACTS, LOG_LOOKS, LOG_ROLES } from '../../src/content/texts/log';
import { CHECKS, SECTIONS, STEP_FIELDS, STEPS } from '../../src/content/texts/steps';
import { ACTS } from '../../src/routine/acts/acts';
import { PAGE_RULES } from '../../src/routine/acts/pages';
import { checkFieldsOf } from '../../src/routine/transitions/closing';
import { rowsOf, SCOPES } from '../access/policy';
import { routine } from '../support/pureTown';
import { sources } from './sources';

const ROOT = join(__dirname, '../..');

describe('words', () => {
  it('there are some for each step and section of the routine, and for nothing else', () => {
    expect(Object.keys(STEPS).sort()).toEqual(routine.steps.map((step) => step.id).sort());
    expect(Object.keys(SECTIONS)).toEqual([...new Set(routine.steps.map((step) => step.section))].sort());
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
    const acts = [...Object.keys(ACTS), 'raiseAlarm', 'sendReport'];
    expect(Object.keys(LOG_ACTS).sort()).toEqual(acts.sort());
    const looks = Object.entries(PAGE_RULES).flatMap(([page, { shows }]) => (shows ? [page] : []));
    expect(Object.keys(LOG_LOOKS).sort()).toEqual([...looks, 'name', 'log', 'personData'].sort());
    expect(Object.keys(LOG_ROLES).sort()).toEqual(
      [...rowsOf(SCOPES).map(({ role }) => role), 'operator'].sort(),
    );
  });

  it('there are some for each control question', () => {
    const untold = routine.checks.flatMap((section) =>
      checkFieldsOf(section)
        .filter((field) => !CHECKS[section.id]?.labels[field.id])
        .map((field) => `${section.id}.${field.id}`),
    );
    expect(untold).toEqual([]);
  });
});

describe('documents', () => {
  const documents = [
    'README',
    'CONTRIBUTING',
    'SECURITY',
    'docs/ARCHITECTURE',
    'docs/DATASKYDD',
    'docs/DECISIONS',
    'docs/GLOSSARY',
  ].map((name) => `${name}.md`);
  const read = (name: string) => readFileSync(join(ROOT, name), 'utf8');

  it.each(documents)('%s names only files that are there', (name) => {
    const named = [
      ...read(name).matchAll(/`((?:src|test|cards|docs|\.ci)\/[\w./-]*|[\w.-]+\.(?:md|json|js))`/g),
    ];
    const missing = named
      .map((found) => found[1] ?? '')
      .filter((path) => !existsSync(join(ROOT, path)) && !existsSync(join(ROOT, 'docs', path)));
    expect(missing).toEqual([]);
  });

  // Comments still name papers that are not here: `it` once they do not.
  it('what the code says of a document is there to be read', () => {
    const missing = sources.flatMap(({ path }) =>
      [...readFileSync(join(ROOT, 'src', path), 'utf8').matchAll(/[\w/]+\.(?:md|bicep)\b/g)]
        .map(([file]) => file)
        .filter((file) => !existsSync(join(ROOT, file)))
        .map((file) => `${path}: ${file}`),
    );
    expect(missing).toEqual([]);
  });
});

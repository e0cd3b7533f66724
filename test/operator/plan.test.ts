import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { differenceOf } from '../../src/cli/planText/difference';
import { planDocument, planDocuments } from '../../src/cli/planText/document';
import { findingsOf } from '../../src/cli/planText/findings';
import { pictureOf } from '../../src/cli/planText/picture';
import { MUNICIPALITIES } from '../../src/content/municipalities';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import type { Names } from '../../src/content/names';
import type { Routine } from '../../src/routine/model/routine';
import { after as afterStep, ends, opens } from '../../src/routine/plan/blocks';

const ROOT = join(__dirname, '../..');
const { names } = oxelosund;
const routine = { ...oxelosund.routine, names };

const run = (...args: string[]) =>
  spawnSync(process.execPath, ['-r', './test/support/typescript.cjs', 'src/cli/plan.ts', ...args], {
    cwd: ROOT,
    encoding: 'utf8',
  });

const withStep = (id: string, change: object): Routine & { names: Names } => ({
  ...routine,
  steps: routine.steps.map((one) => (one.id === id ? { ...one, ...change } : one)),
});

describe('npm run plan', () => {
  // Made by `npm run --silent plan -- <name>`, and read beside the plan on paper before it is changed.
  it.each(Object.keys(MUNICIPALITIES))('prints the plan of %s as it was read', (name) => {
    const { stdout, status } = run(name);
    expect(stdout).toBe(readFileSync(join(__dirname, `plan.${name}.txt`), 'utf8'));
    expect(status).toBe(0);
  });

  it('prints the present version whole, and of an older one what differs from the next', () => {
    const now = oxelosund.routine.version;
    const older = {
      ...oxelosund.routine,
      version: now - 1,
      steps: oxelosund.routine.steps.filter(({ id }) => id !== 'inform-media'),
    };
    const versions: typeof oxelosund.versions = [oxelosund.routine, older, { ...older, version: now - 2 }];
    const whole = planDocument(oxelosund, oxelosund.routine);
    const text = planDocuments({ ...oxelosund, versions });
    expect(text.startsWith(whole)).toBe(true);
    const rest = text.slice(whole.length).split('\n');
    expect(rest.filter((line) => line.startsWith('+ ')).some((line) => line.includes('inform-media'))).toBe(
      true,
    );
    expect(rest.filter((line) => line.startsWith('- ')).some((line) => line.includes('inform-media'))).toBe(
      false,
    );
    expect(rest.length).toBeLessThan(whole.split('\n').length / 4);
    expect(rest).toContain(
      `Rutinen i Oxelösunds kommun, version ${now - 1}: det som skiljer den från version ${now}`,
    );
    expect(rest.slice(-5)).toEqual([
      `Rutinen i Oxelösunds kommun, version ${now - 2}: det som skiljer den från version ${now - 1}`,
      '',
      `Rader med - gällde då. Rader med + gäller i version ${now - 1}.`,
      '',
      'Inget som syns i planen.',
    ]);
  });

  it.each<[string, string, string, string[]]>([
    ['nothing', 'a\nb', 'a\nb', []],
    ['a line that came', 'a\nc', 'a\nb\nc', ['@@', '  a', '+ b', '  c']],
    ['a line that went', 'a\nb\nc', 'a\nc', ['@@', '  a', '- b', '  c']],
    ['a line that changed', 'a\nb\nc', 'a\nB\nc', ['@@', '  a', '- b', '+ B', '  c']],
    ['all', 'a', 'b', ['@@', '- a', '+ b']],
    [
      'what stands far apart, each under its heading',
      'One\n\na\nb\nc\n\nTwo\n\nd\ne',
      'One\n\nA\nb\nc\n\nTwo\n\nd\nE',
      ['@@ One', '  One', '', '- a', '+ A', '  b', '  c', '@@ Two', '', '  d', '- e', '+ E'],
    ],
  ])('tells two texts apart: %s', (_, before, after, expected) => {
    expect(differenceOf(before.split('\n'), after.split('\n'))).toEqual(expected);
  });

  it('prints the picture alone', () => {
    const { stdout } = run('oxelosund', '--mermaid');
    expect(stdout).toBe(`${pictureOf(routine).join('\n')}\n`);
    expect(stdout).toMatch(/^flowchart LR\n/);
  });

  it('says which municipalities there are', () => {
    const { stdout, stderr, status } = run('nowhere');
    expect([stdout, status]).toEqual(['', 2]);
    expect(stderr).toBe(
      `Give npm run plan -- ${Object.keys(MUNICIPALITIES).join(' or ')}, with or without --mermaid.\n`,
    );
  });
});

describe('what to look at in a plan', () => {
  it('names what can never open', () => {
    const plan = withStep('document-talk', { opens: afterStep('document-talk') });
    expect(findingsOf(plan)).toContain('Kan aldrig öppnas: ”Anteckning om samtalet”.');
  });

  it('names what has nobody', () => {
    const plan = withStep('inform-media', { owner: 'mayor' });
    expect(findingsOf(plan)).toContain('Saknar någon som svarar för dem: ”Svar till journalister”.');
  });

  it('counts missing words', () => {
    const plan = { ...routine, words: { ...routine.words, sections: {} } };
    expect(findingsOf(plan)).toContain('Saknar ord på 7 ställen. Starten säger var.');
  });

  it('names what has no day of its own, and sections that nobody is asked about', () => {
    const [, general, unasked] = findingsOf(routine);
    expect(general).toContain('”Svar till journalister”');
    expect(general).not.toContain('”Råd från polisen”');
    expect(unasked).toBe('Avsnitt utan kontrollfråga: 3.2.4.');
  });
});

describe('the picture', () => {
  it('shows what opens and ends what, and nothing that Mermaid would read as its own', () => {
    const plan = withStep('assess', { effects: [opens('inform-media'), ends(['inform-groups'])] });
    const lines = pictureOf(plan);
    expect(lines).toContain('  step1 --> step13');
    expect(lines).toContain('  step1 -.->|behövs inte| step12');
    const quoted = { ...routine.words.steps, assess: { ...routine.words.steps.assess, short: 'Ett "steg"' } };
    const odd = { ...routine, words: { ...routine.words, steps: quoted } } as Routine;
    expect(pictureOf({ ...odd, names })).toContain('    step1["Ett ”steg”"]');
  });

  it('shows no event that opens nothing', () => {
    const plan = { ...routine, steps: routine.steps.filter((one) => one.opens !== 'followUp') };
    expect(pictureOf(plan).join('\n')).not.toContain('Dag 3');
    expect(pictureOf(routine).join('\n')).toContain('Dag 3');
  });
});

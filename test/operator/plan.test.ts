import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
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
    expect(findingsOf(plan)).toContain('Saknar någon som svarar för dem: ”Media”.');
  });

  it('counts missing words', () => {
    const plan = { ...routine, words: { ...routine.words, sections: {} } };
    expect(findingsOf(plan)).toContain('Saknar ord på 7 ställen. Starten säger var.');
  });

  it('names what has no day of its own, and sections that nobody is asked about', () => {
    const [, general, unasked] = findingsOf(routine);
    expect(general).toContain('”Media”');
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

import { MUNICIPALITIES } from '../../src/content/municipalities';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import type { Routine } from '../../src/routine/model/routine';
import type { StepSpec } from '../../src/routine/model/step';
import {
  after as afterStep,
  allOf,
  anyOf,
  asksVictim,
  bringsIn,
  checks,
  done,
  ended,
  ends,
  notRecorded,
  onceDone,
  onDecision,
  onlyShown,
  opens,
  plansTalk,
  record,
  recorded,
  reminder,
  reported,
  step,
  told,
  victimSays,
  workingDays,
} from '../../src/routine/plan/blocks';
import { defineRoutine, routineFaults } from '../../src/routine/plan/defineRoutine';

const { routine } = oxelosund;

/** The plan with a step changed. */
const withStep = (id: string, change: Partial<StepSpec>): Routine => ({
  ...routine,
  steps: routine.steps.map((one) => (one.id === id ? ({ ...one, ...change } as StepSpec) : one)),
});
const without = (...ids: string[]): Routine => ({
  ...routine,
  steps: routine.steps.filter((one) => !ids.includes(one.id)),
});
const withWords = (change: object): Routine => ({ ...routine, words: { ...routine.words, ...change } });
const stepWords = (id: string, change: object) =>
  withWords({ steps: { ...routine.words.steps, [id]: { ...routine.words.steps[id], ...change } } });
const withCheck = (from: unknown, id = 'extra'): Routine => ({
  ...routine,
  checks: [
    ...routine.checks,
    { id, after: ['3.2.3'], checks: [{ id: 'comment', from }], comments: [] } as never,
  ],
  words: {
    ...routine.words,
    checks: { ...routine.words.checks, [id]: { title: 'Kontroll', labels: { comment: 'Kommentar' } } },
  },
});
const unnamed = 'name one of "inform-officer", "assess"';

/** A fault, the plan that has it, and what is said of it. */
const FAULTS: readonly [fault: string, plan: Routine, said: string][] = [
  [
    'a step twice',
    { ...routine, steps: [...routine.steps, ...routine.steps.slice(0, 1)] },
    'Step "inform-officer" is named twice',
  ],
  [
    'an id that no card could send',
    {
      ...withStep('inform-media', { id: 'två' }),
      words: {
        ...routine.words,
        steps: { ...routine.words.steps, två: { title: 'a', help: 'a', short: 'a', done: 'a' } },
        fields: { ...routine.words.fields, två: { what: 'a', whom: 'a' } },
      },
    },
    'Step "två": give it an id of letters',
  ],
  [
    'a field twice',
    withStep('inform-media', {
      fields: [
        { id: 'what', kind: 'text' },
        { id: 'what', kind: 'text' },
      ],
    }),
    'Step "inform-media": field "what" is named twice',
  ],
  [
    'a check section twice',
    { ...routine, checks: [...routine.checks, ...routine.checks.slice(0, 1)] },
    'Check "contacts" is named twice',
  ],
  [
    'a report page twice',
    { ...routine, pages: [...routine.pages, ...routine.pages.slice(-1)] },
    'Page "review" is named twice',
  ],
  [
    'an opening after an unknown step',
    withStep('document-talk', { opens: afterStep('talk') }),
    `Step "document-talk" opens after "talk", which is no step: ${unnamed}`,
  ],
  [
    'a need of an unknown step',
    withStep('inform-media', { need: done('press') }),
    'Step "inform-media" depends on "press", which is no step',
  ],
  [
    'a need of an unknown step inside another condition',
    withStep('inform-media', { need: anyOf(done('assess'), onceDone('assess', allOf(done('press')))) }),
    'Step "inform-media" depends on "press"',
  ],
  [
    'a part of an unknown step',
    withStep('police-report-link', { partOf: 'report' }),
    'Step "police-report-link" is part of "report", which is no step',
  ],
  [
    'a consequence that opens an unknown step',
    withStep('assess', { effects: [opens('alarm')] }),
    'Step "assess" opens "alarm", which is no step',
  ],
  [
    'a consequence that ends an unknown step',
    withStep('assess', { effects: [ends(['alarm'])] }),
    'Step "assess" ends "alarm", which is no step',
  ],
  [
    "a row of the victim's card about an unknown step",
    { ...routine, status: [{ step: 'alarm' }] },
    'The victim\'s card shows "alarm", which is no step',
  ],
  [
    'an owner whom nobody can be',
    withStep('assess', { owner: 'mayor' as never }),
    'Step "assess" is owned by "mayor", who nobody can be: name one of "lead"',
  ],
  [
    'a filer without a police report',
    { ...withStep('police-report', { report: undefined }), status: [] } as Routine,
    'Step "police-report" is owned by who files the police report, and no step is one',
  ],
  [
    'a strategist who is never brought in',
    { ...routine, steps: routine.steps.map(({ bringsIn: _, ...one }) => one) },
    'Step "contact-police" is the strategist\'s, who is never brought in',
  ],
  [
    'a lead’s step that opens only what it shows',
    withStep('assess', { bringsIn: onlyShown(bringsIn('step', 'needed')) }),
    'Step "assess" opens only what it shows, and is not the strategist\'s: let it open the whole',
  ],
  [
    'a step that opens only what it shows, and shows all',
    withStep('order-professional-support', { shows: { who: true } }),
    'Step "order-professional-support" opens only what it shows: name what that is',
  ],
  [
    'a victim who is never asked',
    withStep('contact-police', { effects: [] }),
    'The police report is made as the victim says, and no step asks them',
  ],
  [
    'a step that waits for itself',
    withStep('document-talk', { opens: afterStep('document-talk') }),
    'Step "document-talk" can never open: what it waits for waits for it',
  ],
  [
    'steps that wait for each other',
    {
      ...routine,
      steps: routine.steps.map((one) =>
        one.id === 'document-talk'
          ? { ...one, opens: afterStep('assess-more-talks') }
          : one.id === 'assess-more-talks'
            ? { ...one, opens: afterStep('document-talk') }
            : one,
      ),
    },
    'Step "assess-more-talks" can never open',
  ],
  [
    'a step whose need can never be',
    withStep('document-talk', { need: done('document-talk') }),
    'Step "document-talk" can never open',
  ],
  [
    'a step whose need can never be, once another is done',
    withStep('document-talk', { need: onceDone('follow-up-talk', done('document-talk')) }),
    'Step "document-talk" can never open',
  ],
  [
    'a step that waits for a decision that is never made',
    { ...withStep('police-report', { report: 'always', opens: 'atOnce', need: undefined }) } as Routine,
    'Step "police-report-restricted" can never open: no step is a police report that is made as the victim says',
  ],
  [
    'two steps that a second person confirms',
    withStep('inform-media', { owner: 'twoPersons' }),
    'Steps "inform-groups", "inform-media" are each confirmed by a second person',
  ],
  [
    'two police reports',
    withStep('inform-media', { report: 'asVictimSays' }),
    'Steps "police-report", "inform-media" are each the police report',
  ],
  [
    'a part of a part',
    withStep('police-report-link', { partOf: 'police-report-restricted' }),
    'Step "police-report-link" is part of a part',
  ],
  [
    'company without a name',
    withStep('initial-support', { fields: [] }),
    'Step "initial-support" is ended by company: ask first who it is',
  ],
  [
    'a condition on an unknown field',
    withStep('inform-media', { need: recorded('assess', 'danger', 'yes') }),
    'Step "inform-media": a condition names the field "danger", which is not there',
  ],
  [
    'a condition on an unknown choice',
    withStep('inform-media', { need: recorded('assess', 'serious', 'very') }),
    'Step "inform-media": a condition names "very" of "serious": give one of "yes", "no"',
  ],
  [
    'a condition on a choice of no name',
    withStep('inform-media', { need: recorded('assess', 'serious') }),
    'Step "inform-media": a condition names no choice of "serious"',
  ],
  [
    'a condition on words',
    withStep('inform-media', { need: recorded('assess', 'why', 'because') }),
    'Step "inform-media": a condition compares the field "why", which is not chosen',
  ],
  [
    'a condition on an unknown choice of the report',
    withStep('inform-media', { need: reported('channel', 'pigeon') }),
    'Step "inform-media": a condition names "pigeon" of "channel"',
  ],
  [
    'a condition on a field that the report does not ask',
    {
      ...routine,
      pages: routine.pages.map((page) => ({
        ...page,
        fields: page.fields.filter((field) => field.id !== 'channel'),
      })) as unknown as Routine['pages'],
    },
    'Step "contact-strategist": a condition names the field "channel", which is not there',
  ],
  [
    'a condition on an unknown answer',
    withStep('inform-media', { need: victimSays('maybe' as never) }),
    'Step "inform-media": a condition names the answer "maybe"',
  ],
  [
    'a talk planned on what is no day',
    withStep('assess-more-talks', { effects: [plansTalk('more', done('assess'))] }),
    'Step "assess-more-talks" plans a talk on "more", which is no day',
  ],
  [
    'a press on what is no choice',
    withStep('assess-professional-support', { answers: 'comment' }),
    'Step "assess-professional-support" is answered by "comment", which is no choice',
  ],
  [
    'a beginning from an unknown field',
    withStep('assess', { prefill: { sort: [told('kinds')] } }),
    'Step "assess" begins "sort", which it does not ask',
  ],
  [
    'a check without a source',
    withCheck(undefined),
    'Check "extra.comment" has no source: give it one, or say notRecorded',
  ],
  [
    'a check of an unknown step',
    withCheck(ended('alarm')),
    'Check "extra.comment" is prefilled from "alarm", which is no step',
  ],
  [
    'a check of an unknown field',
    withCheck(record('assess', 'alarm')),
    'Check "extra.comment" is prefilled from "alarm" of "assess", which does not ask it',
  ],
  [
    'a check after a section without steps',
    {
      ...routine,
      checks: routine.checks.map((one) => (one.id === 'police' ? { ...one, after: ['3.1.9'] } : one)),
    },
    'Check "police" waits for section 3.1.9, which has no step',
  ],
  [
    'a check after nothing',
    { ...routine, checks: routine.checks.map((one) => (one.id === 'police' ? { ...one, after: [] } : one)) },
    'Check "police" waits for no section',
  ],
  [
    'a check that asks nothing',
    {
      ...routine,
      checks: routine.checks.map((one) => (one.id === 'police' ? { ...one, checks: [], comments: [] } : one)),
    },
    'Check "police" asks nothing',
  ],
  [
    'a deadline without a length',
    withStep('inform-media', { due: workingDays(0) }),
    'Step "inform-media": `due` has no length',
  ],
  [
    'a deadline by an unknown time limit',
    withStep('inform-media', { due: workingDays('someDay' as never) }),
    'Step "inform-media": `due` has no length',
  ],
  [
    'a reminder without a length',
    withStep('inform-media', { remind: [reminder(workingDays(-1))] }),
    'Step "inform-media": `remind` has no length',
  ],
  [
    'a report field that no incident keeps',
    {
      ...routine,
      pages: routine.pages.map((page) =>
        page.id === 'you'
          ? { ...page, fields: [...page.fields, { id: 'shoe' as never, kind: 'text' as const }] }
          : page,
      ),
      words: { ...routine.words, report: { ...routine.words.report, shoe: 'Sko' } },
    },
    'Page "you" asks "shoe", which a report does not keep',
  ],
  [
    'a field that is asked by what none asks',
    {
      ...routine,
      pages: routine.pages.map((page) => ({
        ...page,
        fields: page.fields.map((field) =>
          field.id === 'board' ? { ...field, onlyIf: { field: 'shoe', oneOf: ['yes'] } } : field,
        ),
      })),
    },
    'Page "you" asks "board" only by "shoe", which no page asks',
  ],
  [
    'a report without one of its pages',
    { ...routine, pages: routine.pages.filter((page) => page.id !== 'around') },
    'The report has no page "around"',
  ],
  [
    'a report that does not ask what happened',
    {
      ...routine,
      pages: routine.pages.map((page) => ({
        ...page,
        fields: page.fields.filter((field) => field.id !== 'what'),
      })),
    },
    'The report does not ask "what" happened',
  ],
  [
    'an unknown page',
    {
      ...routine,
      pages: routine.pages.map((page) => (page.id === 'you' ? { ...page, id: 'me' as never } : page)),
    },
    'Page "me": name it one of "you"',
  ],
  ['no version', { ...routine, version: 0 }, 'The routine has no version'],
  [
    'a talk that ends before it begins',
    { ...routine, followUp: { ...routine.followUp, from: 14, last: 7 } },
    'The follow-up talk ends before it begins',
  ],
  [
    'a step without words',
    withWords({
      steps:
        without('assess').words.steps &&
        Object.fromEntries(Object.entries(routine.words.steps).filter(([id]) => id !== 'assess')),
    }),
    'Step "assess" has no words',
  ],
  ['a step without a title', stepWords('assess', { title: '' }), 'Step "assess" has no title'],
  ['a step without help', stepWords('assess', { help: '' }), 'Step "assess" has no help'],
  ['a step without a short name', stepWords('assess', { short: '' }), 'Step "assess" has no short'],
  ['a step without a button', stepWords('assess', { done: '' }), 'Step "assess" has no done'],
  [
    'a part without a line beside',
    stepWords('police-report-link', { beside: undefined }),
    'Step "police-report-link" has no beside',
  ],
  [
    'answers without buttons',
    stepWords('assess-professional-support', { answers: undefined }),
    'Step "assess-professional-support" has no answers',
  ],
  [
    'what the victim is told without words',
    withStep('assess', { informs: 'victim' }),
    'Step "assess" has no informs',
  ],
  [
    'a field without a label',
    withWords({ fields: { ...routine.words.fields, assess: { ...routine.words.fields.assess, care: '' } } }),
    'Step "assess" has no label for its field "care"',
  ],
  [
    'a choice without a word',
    withWords({ choices: { ...routine.words.choices, where: {} } }),
    'Step "company-home" has no word for "home" of "where"',
  ],
  [
    'a report field without a label',
    withWords({ report: { ...routine.words.report, place: '' } }),
    'Page "when" has no label for its field "place"',
  ],
  [
    'a section without a name',
    withWords({ sections: { ...routine.words.sections, '3.1.2': '' } }),
    'Section 3.1.2 has no name',
  ],
  [
    'a check without a title',
    withWords({ checks: { ...routine.words.checks, police: { ...routine.words.checks.police, title: '' } } }),
    'Check "police" has no title',
  ],
  [
    'a check without a label',
    withWords({
      checks: {
        ...routine.words.checks,
        police: { title: 'Polisen', labels: { comment: 'Kommentar', reported: 'Anmält?' } },
      },
    }),
    'Check "police" has no label for "policeContacted"',
  ],
];

describe('defineRoutine', () => {
  it.each(FAULTS)('refuses %s', (_, plan, said) => {
    const faults = routineFaults(plan);
    expect(faults.filter((fault) => fault.startsWith(said))).not.toEqual([]);
    expect(() => defineRoutine(plan)).toThrow('The routine cannot be used:');
    // How to mend it.
    for (const fault of faults)
      expect(fault).toMatch(/: (name|give|open|declare|let|ask|no step|what it waits)/);
  });

  it('names every fault at once', () => {
    const plan = {
      ...withStep('inform-media', { due: workingDays(0), owner: 'mayor' as never }),
      version: 0,
    };
    expect(routineFaults(plan)).toHaveLength(3);
  });

  it.each(Object.entries(MUNICIPALITIES))('takes %s', (_, { versions }) => {
    for (const one of versions) expect(routineFaults(one)).toEqual([]);
  });
});

describe('a plan that is not as usual', () => {
  const words = { title: 'a', help: 'a', short: 'a', done: 'a' };

  it('may leave steps out, and what asks about them', () => {
    const short = without('police-report', 'police-report-restricted', 'police-report-link', 'inform-media');
    const plan = { ...short, checks: routine.checks.filter((check) => check.id !== 'police') };
    expect(routineFaults(plan)).toEqual([]);
  });

  it('may always make the police report, tell the victim, and add steps with limits of their own', () => {
    const alarm = step('home-alarm', {
      section: '3.2.1',
      owner: 'strategist',
      opens: afterStep('assess'),
      need: onceDone('assess', recorded('assess', 'serious', 'yes')),
      due: workingDays(2),
      remind: [reminder(workingDays(1))],
      bringsIn: bringsIn('step', 'needed'),
    });
    const steps = [...routine.steps].reverse().map((one): StepSpec => {
      const { need: _, ...rest } = one;
      if (one.report) return { ...rest, report: 'always', opens: afterStep('assess'), informs: 'victim' };
      if (one.partOf) return { ...rest, opens: afterStep('assess') };
      return one.id === 'contact-police' ? { ...one, effects: [] } : one;
    });
    const plan: Routine = {
      ...routine,
      steps: [...steps, alarm],
      status: ['sent', 'taken', 'reported'],
      words: {
        ...routine.words,
        steps: {
          ...routine.words.steps,
          'home-alarm': words,
          'police-report': { ...words, informs: 'a', reasons: { declined: 'a' } },
        },
      },
    };
    expect(routineFaults(plan)).toEqual([]);
  });
});

/** Whether a value of one type is taken where another is wanted: looked at by the compiler, not at run time. */
type Taken<Given, Wanted> = Given extends Wanted ? true : false;
type Wanted = Parameters<typeof defineRoutine<'a' | 'b'>>[0]['steps'][number];

describe('the compiler', () => {
  it('refuses a step that names one that is not declared', () => {
    const known = step('a', { section: '1', owner: 'lead', opens: afterStep('b') });
    const unknown = step('a', { section: '1', owner: 'lead', opens: afterStep('c') });
    const unknownNeed = step('a', { section: '1', owner: 'lead', opens: onDecision, need: done('c') });
    const unknownEffect = step('a', {
      section: '1',
      owner: 'lead',
      opens: 'atOnce',
      effects: [asksVictim, opens('c')],
    });
    const taken: Taken<typeof known, Wanted> = true;
    const refused: [
      Taken<typeof unknown, Wanted>,
      Taken<typeof unknownNeed, Wanted>,
      Taken<typeof unknownEffect, Wanted>,
    ] = [false, false, false];
    expect([taken, ...refused]).toEqual([true, false, false, false]);
  });

  it('refuses a check of one that is not declared', () => {
    type Section = Parameters<typeof defineRoutine<'a'>>[0]['checks'][number];
    const known = checks('one', ['1'], { ask: { first: ended('a') }, note: { comment: notRecorded } });
    const unknown = checks('one', ['1'], { ask: { first: ended('b') } });
    const answers: [Taken<typeof known, Section>, Taken<typeof unknown, Section>] = [true, false];
    expect(answers).toEqual([true, false]);
  });
});

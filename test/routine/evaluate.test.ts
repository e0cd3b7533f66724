import { oxelosund } from '../../src/content/municipalities/oxelosund';
import type { Condition, Limit, Need } from '../../src/routine/model/condition';
import type { Incident } from '../../src/routine/model/incident';
import type { StepSpec } from '../../src/routine/model/step';
import {
  acute,
  allOf,
  anyOf,
  broughtIn,
  byHaste,
  days,
  daytime,
  done,
  ended,
  ends,
  made,
  minutes,
  not,
  notRecorded,
  onceDone,
  onceEnded,
  record,
  recorded,
  reminder,
  reported,
  sameDay,
  step,
  strategistHasIt,
  victimSays,
  workingDays,
} from '../../src/routine/plan/blocks';
import { isEndedByAnother, isMet, needOf, needOn } from '../../src/routine/plan/evaluate';
import { prefillOf } from '../../src/routine/plan/prefill';
import { dueOf, type Haste, remindersOf } from '../../src/routine/rules/steps/limits';
import { incident, people } from '../support/pureTown';

const { routine } = oxelosund;

const ENDED = { epoch: 1, endedAt: '2026-11-24T09:00:00.000Z', endedBy: people.officer };
const stepAs = (state: 'done' | 'notApplicable' | 'open', records: Record<string, string> = {}) => ({
  one: { ...ENDED, state, records },
});
const value = (more: Partial<Incident> = {}): Incident => ({ ...incident(), ...more });
const decided = (answer: NonNullable<Incident['decision']>['answer']) =>
  value({ decision: { epoch: 1, answer } });
const strategist = { since: '2026-11-24T09:00:00.000Z', why: 'police', epoch: 1 } as const;

const yes: Condition = acute;
const no: Condition = not(acute);
const unknown: Condition = done('other');

const CONDITIONS: readonly [said: string, condition: Condition, of: Incident, need: Need][] = [
  [
    'a tick of the report',
    reported('kinds', 'threat'),
    value({ report: { kinds: 'vandalism,threat' } }),
    'yes',
  ],
  ['another tick', reported('kinds', 'threat'), value({ report: { kinds: 'vandalism' } }), 'no'],
  ['no tick', reported('kinds', 'threat', 'violence'), value({ report: {} }), 'no'],
  [
    'a word of a step',
    recorded('one', 'more', 'yes'),
    value({ steps: stepAs('done', { more: 'yes' }) }),
    'yes',
  ],
  ['another word', recorded('one', 'more', 'yes'), value({ steps: stepAs('done', { more: 'no' }) }), 'no'],
  ['no word', recorded('one', 'more', 'yes'), value(), 'no'],
  ['a step that is done', done('one'), value({ steps: stepAs('done') }), 'yes'],
  ['a step that was put aside', done('one'), value({ steps: stepAs('notApplicable') }), 'no'],
  ['a step that is open', done('one'), value({ steps: stepAs('open') }), 'unknown'],
  ['once done, not yet', onceDone('one', yes), value({ steps: stepAs('notApplicable') }), 'unknown'],
  ['once done', onceDone('one', no), value({ steps: stepAs('done') }), 'no'],
  ['once ended, not yet', onceEnded('one', yes), value({ steps: stepAs('open') }), 'unknown'],
  ['once ended, put aside', onceEnded('one', yes), value({ steps: stepAs('notApplicable') }), 'yes'],
  ['a yes', victimSays('self', 'other'), decided('self'), 'yes'],
  ['a no', victimSays('self', 'other'), decided('no'), 'no'],
  ['another yes', victimSays('self', 'other'), decided('municipality'), 'no'],
  ['not now', victimSays('self'), decided('notNow'), 'unknown'],
  ['cannot answer', victimSays('self'), decided('cannotAnswer'), 'unknown'],
  ['no answer', victimSays('self'), value(), 'unknown'],
  ['with the strategist', broughtIn, value({ strategist }), 'yes'],
  ['without the strategist', broughtIn, value(), 'no'],
  ['acute', acute, value({ acute: true }), 'yes'],
  ['not acute', acute, value({ acute: false }), 'no'],
  ['not what is unknown', not(unknown), value(), 'unknown'],
  ['any, one is certain', anyOf(unknown, no, yes), value(), 'yes'],
  ['any, none is certain', anyOf(no, unknown), value(), 'unknown'],
  ['any, all are not', anyOf(no, no), value(), 'no'],
  ['all, one is not', allOf(yes, unknown, no), value(), 'no'],
  ['all, one is unknown', allOf(yes, unknown), value(), 'unknown'],
  ['all are', allOf(yes, yes), value(), 'yes'],
];

it.each(CONDITIONS)('%s', (_, condition, of, need) => {
  expect(needOn(of, condition)).toBe(need);
});

describe('a step that ends others', () => {
  const other = step('other', { section: '1', owner: 'lead', opens: 'atOnce' });
  const planOf = (when?: Condition): typeof routine => ({
    ...routine,
    steps: [
      step('one', { section: '1', owner: 'lead', opens: 'atOnce', effects: [ends(['other'], when)] }),
      other,
    ],
  });
  const need = (when: Condition | undefined, state: 'done' | 'notApplicable' | 'open') => {
    const of = value({ acute: true, steps: stepAs(state) });
    return [isEndedByAnother(of, other, planOf(when)), needOf(of, other, planOf(when))];
  };

  it.each([
    ['when it is done', undefined, 'done', true],
    ['where its condition is met', yes, 'done', true],
    ['not where its condition is not met', no, 'done', false],
    ['not where nobody knows', unknown, 'done', false],
    ['not while it is open', undefined, 'open', false],
    ['not when it was put aside', undefined, 'notApplicable', false],
  ] as const)('%s', (_, when, state, isEnded) => {
    expect(need(when, state)).toEqual([isEnded, isEnded ? 'no' : 'yes']);
  });

  it('has no effect that is not met', () => {
    const of = value({ acute: true });
    expect([ends(['other']), ends(['other'], yes), ends(['other'], no)].map((one) => isMet(of, one))).toEqual(
      [true, true, false],
    );
  });
});

describe('a control question begins with', () => {
  it('how a step ended', () => {
    const of = (state: 'done' | 'notApplicable' | 'open') =>
      [ended('one'), made('one')].map((source) =>
        prefillOf(value({ steps: stepAs(state) }), source, routine),
      );
    expect([of('done'), of('notApplicable'), of('open')]).toEqual([
      ['yes', 'yes'],
      ['notApplicable', 'no'],
      ['no', 'no'],
    ]);
  });

  it('what was written down, who has it, or nothing', () => {
    const full = value({ steps: stepAs('done', { who: 'Kim' }), strategist });
    const of = (all: Incident) =>
      [record('one', 'who'), strategistHasIt, notRecorded].map((source) => prefillOf(all, source, routine));
    expect([of(full), of(value())]).toEqual([
      ['Kim', 'yes', ''],
      ['', 'no', ''],
    ]);
  });
});

/** Control questions as Oxelösund asks them, by what the steps of a section wrote down. */
describe('a control question of the plan begins with', () => {
  const checkOf = (
    id: string,
    steps: Record<string, ['done' | 'notApplicable', Record<string, string>?]>,
  ) => {
    const section = oxelosund.routine.checks.find((one) => one.id === id);
    const of = value({
      steps: Object.fromEntries(
        Object.entries(steps).map(([step, [state, records = {}]]) => [step, { ...ENDED, state, records }]),
      ),
    });
    const all = [...(section?.checks ?? []), ...(section?.comments ?? [])];
    return Object.fromEntries(all.map((one) => [one.id, prefillOf(of, one.from, oxelosund.routine)]));
  };
  const way = (where: string, who = '') => ['done', { where, who }] as ['done', Record<string, string>];

  it.each([
    ['both had', way('home', 'A'), ['done', { who: 'B' }], 'yes'],
    ['at home already, and company there', way('alreadyHome'), ['done', { who: 'B' }], 'yes'],
    ['at home already, and nobody needed there', way('alreadyHome'), ['notApplicable'], 'notApplicable'],
    ['company home, and none there: a person says', way('home', 'A'), ['notApplicable'], ''],
    ['neither needed', ['notApplicable'], ['notApplicable'], 'notApplicable'],
  ] as const)('company on the way and until the support person: %s', (_, home, until, expected) => {
    const steps = { 'company-home': [...home], 'company-until-support': [...until] };
    expect(checkOf('company', steps as never).onTheWay).toBe(expected);
  });

  it('no where company was missing once', () => {
    expect(checkOf('company', { 'company-home': ['done', { where: 'home', who: 'A' }] }).onTheWay).toBe('no');
  });

  it('everyone who kept company, each once', () => {
    const steps = {
      'company-to-care': ['done', { who: 'A' }],
      'company-home': way('home', 'B'),
      'company-until-support': ['done', { who: 'A' }],
    };
    expect(checkOf('company', steps as never)).toMatchObject({ toCare: 'yes', who: 'A, B', measures: '' });
  });

  it.each([
    [
      'the groups in words, and the others as they were written',
      'staff,others',
      'The chair',
      'Anställda i kommunen, Andra (The chair)',
    ],
    ['nobody', 'none', '', 'Ingen'],
  ])('who was informed: %s', (_, groups, others, informed) => {
    const records = { groups, others, by: 'Who said it', text: 'What' };
    expect(checkOf('information', { 'inform-groups': ['done', records] })).toEqual({ informed });
  });

  it('the police were asked, and the report was made or not', () => {
    expect(checkOf('police', { 'contact-police': ['done'], 'police-report': ['notApplicable'] })).toEqual({
      policeContacted: 'yes',
      reported: 'no',
      comment: '',
    });
  });

  it('who supported first, and whom the victim chose', () => {
    const steps = { 'initial-support': ['done', { who: 'A' }], 'support-person': ['done', { who: 'B' }] };
    expect(checkOf('support', steps as never)).toEqual({
      supported: 'yes',
      relatives: '',
      supportPerson: 'yes',
      supporter: 'A',
      chosen: 'B',
    });
  });
});

describe('a limit', () => {
  const { times } = oxelosund.routine;
  const FRIDAY = new Date('2026-11-27T16:30:00Z');
  const calm: Haste = { times, isAcute: false, hours: { within: times } };
  const acute: Haste = { times, isAcute: true, hours: {} };
  const due = (limit: Limit | undefined, since = FRIDAY, haste = calm) => {
    const found = dueOf(
      {
        ...(step('one', { section: '1', owner: 'lead', opens: 'atOnce' }) as StepSpec),
        ...(limit ? { due: limit } : {}),
      },
      since,
      haste,
    );
    return found && [found.upAt.toISOString(), found.last];
  };
  const remind = (since: Date, limit: Limit, ...after: Limit[]) =>
    remindersOf(
      step('one', {
        section: '1',
        owner: 'lead',
        opens: 'atOnce',
        due: limit,
        remind: after.map((one) => reminder(one)),
      }),
      since,
      calm,
    ).map((at) => at.toISOString());

  it('of minutes is up then, at any hour', () => {
    expect(due(minutes(600))).toEqual(['2026-11-28T02:30:00.000Z', undefined]);
  });

  it('of daytime leaves the night out', () => {
    expect(due(daytime(180))).toEqual(['2026-11-28T07:30:00.000Z', undefined]);
    expect(due(daytime('sameDayRemind'))).toEqual(['2026-11-27T18:30:00.000Z', undefined]);
  });

  it('of days has a last day, and goes up on the working day after it', () => {
    expect(due(days(1))).toEqual(['2026-11-30T07:00:00.000Z', '2026-11-28']);
  });

  it('of working days leaves days off out', () => {
    expect(due(workingDays(2))).toEqual(['2026-12-02T07:00:00.000Z', '2026-12-01']);
  });

  it('of working days from a day off counts the first working day after it', () => {
    expect(due(workingDays(1), new Date('2026-11-28T12:00:00Z'))).toEqual([
      '2026-12-01T07:00:00.000Z',
      '2026-11-30',
    ]);
  });

  it('by haste is counted at any hour when it is acute, else in daytime', () => {
    const late = new Date('2026-11-27T18:30:00Z');
    expect(due(byHaste(60, 120), late, acute)).toEqual(['2026-11-27T19:30:00.000Z', undefined]);
    expect(due(byHaste(60, 120), late)).toEqual(['2026-11-28T08:30:00.000Z', undefined]);
  });

  it('of the same day goes up the next morning; what came after 16 the next day at 10, on a day off too', () => {
    const noon = new Date('2026-11-27T11:00:00Z');
    expect(due(sameDay, noon)).toEqual(['2026-11-28T07:00:00.000Z', undefined]);
    expect(due(sameDay)).toEqual(['2026-11-28T09:00:00.000Z', undefined]);
    // Not acute and in the evening: the card came on the next morning.
    const evening = new Date('2026-11-27T20:00:00Z');
    expect(due(sameDay, evening)).toEqual(['2026-11-29T07:00:00.000Z', undefined]);
    expect(due(sameDay, evening, acute)).toEqual(['2026-11-28T09:00:00.000Z', undefined]);
    expect(remind(FRIDAY, sameDay, daytime(30), workingDays(1))).toEqual([
      '2026-11-27T17:00:00.000Z',
      '2026-11-28T09:00:00.000Z',
    ]);
    expect(remind(noon, sameDay, workingDays(1))).toEqual(['2026-11-27T19:00:00.000Z']);
  });

  it('of days lets reminders be where they are', () => {
    expect(remind(FRIDAY, days(9), workingDays(1), days(3))).toEqual([
      '2026-11-30T07:00:00.000Z',
      '2026-11-30T07:00:00.000Z',
    ]);
  });

  it('that is not there is the plan’s general one', () => {
    expect(due(undefined)).toBeUndefined();
  });
});

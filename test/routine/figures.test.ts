import fc from 'fast-check';
import type { Incident } from '../../src/routine/model/incident';
import { companyStep, informingStep, talkStep } from '../../src/routine/plan/traits';
import {
  type Figures,
  figuresOf,
  type LimitOutcome,
  type Measured,
} from '../../src/routine/rules/figures/figures';
import { overviewOf } from '../../src/routine/rules/figures/overview';
import { LEAST_SHOWN, suppressed } from '../../src/routine/rules/figures/suppress';
import { incident, NOW, people, press, routine, situation } from '../support/pureTown';

/* Figures of incidents: against the plan's limits, and without what would point at one of them. */

const after = (minutes: number): Date => new Date(NOW.getTime() + minutes * 60_000);
const DAY = 24 * 60;
const limitsOf = (value: Incident, now: Date) => figuresOf(situation(value, now))?.limits;
const taken = (minutes: number): Incident =>
  press(incident(), people.officer, { verb: 'acknowledge', id: 'incident1' }, after(minutes));
const withCompany = (value: Incident, minutes: number): Incident => ({
  ...value,
  company: [{ id: 'c', who: 'Per', next: '', at: after(minutes).toISOString(), by: people.officer }],
});
const withTalk = (value: Incident, heldOn: string): Incident => ({
  ...value,
  talks: [{ id: 't', kind: 'followUp', heldOn, attendees: '', notes: '' }],
});
const sameDayStep = routine.steps.find(({ due }) => due?.within === 'sameDay');
const asked = (value: Incident, minutes: number | undefined): Incident => ({
  ...value,
  steps: {
    ...value.steps,
    [sameDayStep?.id ?? '']: {
      ...{
        state: minutes === undefined ? 'open' : 'done',
        epoch: 0,
        records: {},
        openedAt: NOW.toISOString(),
      },
      ...(minutes === undefined ? {} : { endedAt: after(minutes).toISOString() }),
    },
  },
});

describe('an alarm against the limits', () => {
  it.each<[Measured, string, Incident, number, LimitOutcome]>([
    ['acknowledged', 'nobody yet, in time', incident(), 2, 'pending'],
    ['acknowledged', 'nobody, too late', incident(), 4, 'late'],
    ['acknowledged', 'taken in time', taken(2), 60, 'met'],
    ['acknowledged', 'taken late', taken(5), 60, 'late'],
    ['acknowledged', 'ended before its time was up', { ...incident(), state: 'closed' }, 2, 'notApplicable'],
    ['company', 'nobody leads', incident(), 60, 'pending'],
    ['company', 'taken, in time', taken(1), 30, 'pending'],
    ['company', 'taken, too late', taken(1), 90, 'late'],
    ['company', 'somebody came', withCompany(taken(1), 40), 90, 'met'],
    ['company', 'somebody came late', withCompany(taken(1), 80), 90, 'late'],
    ['talk', 'its days are not up', taken(1), 5 * DAY, 'pending'],
    ['talk', 'none in two weeks', taken(1), 20 * DAY, 'late'],
    ['talk', 'held', withTalk(taken(1), '2026-12-03'), 20 * DAY, 'met'],
    ['talk', 'held late', withTalk(taken(1), '2026-12-20'), 40 * DAY, 'late'],
    ['talk', 'ended before', { ...taken(1), state: 'closed' }, DAY, 'notApplicable'],
    ['sameDay', 'asked on the day', asked(taken(1), 60), 2 * DAY, 'met'],
    ['sameDay', 'asked the day after', asked(taken(1), DAY), 2 * DAY, 'late'],
    ['sameDay', 'open, the day is not over', asked(taken(1), undefined), 60, 'pending'],
    ['sameDay', 'open, the day is over', asked(taken(1), undefined), 2 * DAY, 'late'],
  ])('%s: %s', (limit, _, value, minutes, wanted) => {
    expect(limitsOf(value, after(minutes))?.[limit]).toBe(wanted);
  });

  it('asks the plan for what a step is: there are such steps', () => {
    expect([informingStep, companyStep, talkStep].map((of) => of(routine)?.id ?? '')).not.toContain('');
    expect(sameDayStep).toBeDefined();
  });

  it.each<[string, Partial<Incident>]>([
    ['an exercise', { practice: true }],
    ['a mistake', { state: 'closed', closeReason: 'mistake' }],
    ['a duplicate', { state: 'closed', closeReason: 'duplicate' }],
    [
      'told of in another one',
      { state: 'closed', mergedInto: { id: 'x', reference: 'x', at: NOW.toISOString(), by: people.officer } },
    ],
  ])('is no figure when it is %s', (_, more) => {
    expect(figuresOf(situation({ ...incident(), ...more }))).toBeUndefined();
  });

  it('is one when the victim had enough', () => {
    expect(figuresOf(situation({ ...incident(), state: 'closed', closeReason: 'enough' }))).toBeDefined();
  });
});

describe('small numbers', () => {
  it.each<[string, number[], (number | undefined)[]]>([
    ['nothing small', [5, 0, 7], [5, 0, 7]],
    ['one small hides the next as well', [3, 9, 20], [undefined, undefined, 20]],
    ['two small that are few together hide a third', [1, 2, 9, 0], [undefined, undefined, undefined, 0]],
    ['two small that are enough together', [2, 4, 9], [undefined, undefined, 9]],
    ['one small and noughts', [3, 0, 5], [undefined, 0, undefined]],
    ['fewer than five in all', [1, 0, 3], [undefined, undefined, undefined]],
    ['nobody at all', [0, 0], [0, 0]],
  ])('%s', (_, counts, shown) => {
    const { rows } = suppressed(counts.map((count, at) => [String(at), count]));
    expect(rows.map(({ count }) => count)).toEqual(shown);
  });

  it('cannot be worked out from what is shown', () => {
    const counts = fc.array(fc.integer({ min: 0, max: 12 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(counts, (all) => {
        const { rows, total } = suppressed(all.map((count, at) => [String(at), count]));
        const hidden = rows.filter(({ count }) => count === undefined).length;
        for (const { count } of rows)
          expect(count === undefined || count === 0 || count >= LEAST_SHOWN).toBe(true);
        if (total === undefined || hidden === 0) return;
        const left = total - rows.reduce((sum, { count = 0 }) => sum + count, 0);
        expect(hidden).toBeGreaterThanOrEqual(2);
        expect(left).toBeGreaterThanOrEqual(LEAST_SHOWN);
      }),
    );
  });
});

describe('a year', () => {
  const met = { acknowledged: 'met', company: 'met', talk: 'pending', sameDay: 'notApplicable' } as const;
  const one = (month: string, more: Partial<Figures> = {}): Figures => ({
    ...{ month, kinds: ['threat'], channel: 'email', isClosed: false, limits: met },
    ...more,
  });
  const codes = { kinds: ['threat', 'violence'], channels: ['email', 'phone'] };
  const year = (all: readonly Figures[]) => overviewOf('2026', all, codes);

  it('adds up what is of it alone, each limit by its outcome', () => {
    const { total, months, limits, channels } = year([
      ...Array.from({ length: 6 }, () => one('2026-02')),
      ...Array.from({ length: 5 }, () => one('2026-11', { channel: '' })),
      one('2025-02'),
    ]);
    expect([total, months[1], months[10]]).toEqual([
      11,
      { key: '2026-02', count: 6 },
      { key: '2026-11', count: 5 },
    ]);
    expect(limits.find(({ limit }) => limit === 'talk')?.rows).toContainEqual({ key: 'pending', count: 11 });
    expect(channels.map(({ count }) => count)).toEqual([6, 0, 5]);
  });

  it('has no month that is still to come: a nought would say that nothing happened in it', () => {
    const all = Array.from({ length: 6 }, () => one('2026-02'));
    const { total, months } = overviewOf('2026', all, { ...codes, until: '2026-03' });
    expect([total, months]).toEqual([
      6,
      ['2026-01', '2026-02', '2026-03'].map((key) => ({ key, count: key === '2026-02' ? 6 : 0 })),
    ]);
    expect(overviewOf('2025', all, { ...codes, until: '2026-03' }).months).toHaveLength(12);
    expect(overviewOf('2026', all, codes).months).toHaveLength(12);
  });

  it('says nothing at all of fewer than five, in no table', () => {
    const { total, ...tables } = year([one('2026-02'), one('2026-03')]);
    expect(total).toBeUndefined();
    expect(JSON.stringify(tables)).not.toContain('count');
  });
});

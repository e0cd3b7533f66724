import { problemText } from '../../src/content/texts/refusals';
import { dayOf } from '../../src/routine/calendar/localTime';
import { checkFields } from '../../src/routine/model/fields';
import type { Incident } from '../../src/routine/model/incident';
import { talkStep } from '../../src/routine/plan/traits';
import { notices } from '../../src/routine/rules/notices';
import { occurrenceFields } from '../../src/routine/rules/report/occurrences';
import { eventDay, followUpDays } from '../../src/routine/rules/steps/stepState';
import { talkTimes } from '../../src/routine/rules/steps/talks';
import { incident, NOW, people, press, routine, situation } from '../support/pureTown';

/* Reported on Tuesday 24 November 2026, of what happened before that, some day, or over some days. */

const reported = (report: Incident['report']): Incident => ({
  ...incident({ via: 'report', acute: false }),
  report,
});

describe('the two weeks', () => {
  it.each<[string, Incident['report'], string, string, boolean]>([
    ['of today', { date: '2026-11-24' }, '2026-11-24', '2026-12-08', false],
    ['of no day: the report’s', {}, '2026-11-24', '2026-12-08', false],
    [
      'of a span: its last day',
      { date: '2026-11-01', dateTo: '2026-11-20' },
      '2026-11-20',
      '2026-12-04',
      false,
    ],
    [
      'of a span written the other way round',
      { date: '2026-11-20', dateTo: '2026-11-01' },
      '2026-11-20',
      '2026-12-04',
      false,
    ],
    ['of a span with its first day alone', { date: '2026-11-20' }, '2026-11-20', '2026-12-04', false],
    ['of a span with its last day alone', { dateTo: '2026-11-20' }, '2026-11-20', '2026-12-04', false],
    ['reported on day 11: still day 14', { date: '2026-11-13' }, '2026-11-13', '2026-11-27', false],
    [
      'reported on day 12: 3 working days from the report',
      { date: '2026-11-12' },
      '2026-11-12',
      '2026-11-27',
      true,
    ],
    ['of last year', { date: '2025-06-06' }, '2025-06-06', '2026-11-27', true],
    ['of a day long past', { date: '1999-12-31' }, '1999-12-31', '2026-11-27', true],
    [
      'of a day after the report, added since: the report’s',
      { date: '2026-12-24' },
      '2026-11-24',
      '2026-12-08',
      false,
    ],
  ])('%s', (_, report, day, last, isLate) => {
    const value = reported(report);
    expect(eventDay(value)).toBe(day);
    expect(followUpDays(value, routine)).toMatchObject({ last, isLate });
  });

  it.each<[string, string, (string | undefined)[]]>([
    [
      'today: every day of it is to come',
      '2026-11-24',
      ['2026-11-27', '2026-12-04', '2026-12-08', '2026-12-09'],
    ],
    [
      'a week ago: the day to book is past, and skipped',
      '2026-11-17',
      [undefined, '2026-11-27', '2026-12-01', '2026-12-02'],
    ],
    [
      'eleven days ago: the reminder too where it would not come in time',
      '2026-11-13',
      [undefined, '2026-11-25', '2026-11-27', '2026-11-30'],
    ],
    ['long ago: both are skipped', '2026-10-01', [undefined, undefined, '2026-11-27', '2026-11-30']],
  ])('%s', (_, date, expected) => {
    const { book, remind, last, overdue } = talkTimes(situation(reported({ date })));
    expect([book, remind, last, overdue].map((at) => at && dayOf(at))).toEqual(expected);
  });

  it('nobody is told of a day that had passed when it was reported', () => {
    const talk = talkStep(routine)?.id ?? '';
    for (const date of ['2026-11-24', '2026-11-17', '2026-11-12', '2025-01-01']) {
      const value = press(reported({ date }), people.officer, { verb: 'acknowledge', id: 'incident1' }, NOW);
      const told = notices(situation(value)).filter(({ key }) => key.includes('talk') || key.includes(talk));
      expect(told.filter(({ since }) => since < value.createdAt)).toEqual([]);
    }
  });
});

describe('a day that has not been', () => {
  const pages = routine.pages
    .flatMap(({ fields }) => fields)
    .filter(({ id }) => id === 'date' || id === 'dateTo');
  const added = occurrenceFields(routine, true).filter(({ id }) => id === 'date' || id === 'dateTo');

  it.each([...pages, ...added])('is refused with a kind sentence: $id', (field) => {
    const { problems } = checkFields([field], { [field.id]: '2026-11-25' }, '2026-11-24');
    const problem = problems[field.id];
    expect(problem).toEqual({ kind: 'future' });
    expect(problem && problemText(problem)).toBe('Dagen har inte varit än. Välj i dag eller tidigare.');
    expect(checkFields([field], { [field.id]: '2026-11-24' }, '2026-11-24').problems).toEqual({});
    expect(checkFields([field], { [field.id]: '' }, '2026-11-24').problems).toEqual({});
  });
});

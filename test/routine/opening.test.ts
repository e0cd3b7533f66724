import type { Incident } from '../../src/routine/model/incident';
import { alarmAgain, hasReportSince, isOthers, takesReport } from '../../src/routine/transitions/reporting';
import { incident as begun, people } from '../support/pureTown';

const incident = (changes: Partial<Incident> = {}): Incident => ({ ...begun(), ...changes });
const { victim, officer, otherOfficer } = people;
const lead = { person: officer, since: '2026-11-24T09:00:00.000Z', why: 'acknowledged' as const };
const told = { reporter: { person: otherOfficer, name: 'Fredrik', kind: 'other' as const } };

describe('a press on the red button where an incident stands under its id', () => {
  const red = { person: victim, route: 'party' as const, party: 'S' };
  const municipality = { route: 'municipality' as const, party: undefined };
  const withdrawal = { at: '2026-11-24T09:30:00.000Z', how: 'asked' as const };
  it.each([
    ['nobody has taken it: the press is added', {}, {}, 'callNow'],
    ['led', { lead }, {}, 'callNow'],
    ['not acute', { acute: false, lead }, {}, 'raiseAcute'],
    ['closed', { state: 'closed' as const }, {}, 'anew'],
    ["another's", {}, { person: otherOfficer }, 'anew'],
    ['told of another', told, { person: otherOfficer }, 'anew'],
    ["the party's, to the municipality", { lead }, { route: 'municipality' as const }, 'anew'],
    [
      "the municipality's, to it again",
      { ...municipality, lead },
      { route: 'municipality' as const },
      'callNow',
    ],
    ["the municipality's, to a party that is named now", municipality, {}, 'tellParty'],
    ["the municipality's, to a party that is not named", municipality, { party: '' }, 'callNow'],
    ["the municipality's, which leads it, to a party", { ...municipality, lead }, {}, 'anew'],
    [
      "the municipality's, with its report, to a party",
      { ...municipality, reportedAt: lead.since },
      {},
      'anew',
    ],
    ["the party's, to another party", {}, { party: 'M' }, 'anew'],
    ['shut out by the victim, and alarmed again', { ...municipality, party: 'S', withdrawal }, {}, 'anew'],
    [
      'the party that the threat comes from',
      { ...municipality, party: 'S', withdrawal: { ...withdrawal, how: 'ownParty' as const } },
      {},
      'callNow',
    ],
  ])('%s', (_, changes, press, expected) => {
    expect(alarmAgain(incident({ acute: true, ...changes }), { ...red, ...press })).toBe(expected);
  });
});

describe('a report where an incident stands under its id', () => {
  const reportedAt = '2026-11-24T10:00:00.000Z';

  it('is taken by an open one of the writer that has none', () => {
    expect(takesReport(incident(), victim)).toBe(true);
    expect(takesReport(incident({ reportedAt }), victim)).toBe(false);
    expect(takesReport(incident({ state: 'closed' }), victim)).toBe(false);
    expect(takesReport(incident(), otherOfficer)).toBe(false);
  });

  it('is there since it was sent; who told of another sent theirs with it', () => {
    const value = incident({ reportedAt, ...told });
    expect([victim, otherOfficer].map((person) => hasReportSince(value, person))).toEqual([
      reportedAt,
      value.createdAt,
    ]);
    expect(hasReportSince(incident(), victim)).toBeUndefined();
    expect([victim, otherOfficer, officer].map((person) => isOthers(value, person))).toEqual([
      false,
      false,
      true,
    ]);
  });
});

it.each([
  ['an alarm to the party by who has named none', true, { party: '' }],
  ['by who belongs to none', undefined, { party: 'none' }],
  ['by who has a party', undefined, {}],
  ['to the municipality', undefined, { party: '', route: 'municipality' as const }],
  ['a report', undefined, { party: '', via: 'report' as const }],
])('%s: that a party was wanted stands in it: %s', (_, wants, more) => {
  expect(begun(more).wantsParty).toBe(wants);
});

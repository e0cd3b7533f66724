import type { Incident } from '../../src/routine/model/incident';
import { alarmAgain, hasReportSince, isOthers, takesReport } from '../../src/routine/transitions/reporting';
import { incident as begun, people } from '../support/pureTown';

const incident = (changes: Partial<Incident> = {}): Incident => ({ ...begun(), ...changes });
const { victim, officer, otherOfficer } = people;
const lead = { person: officer, since: '2026-11-24T09:00:00.000Z', why: 'acknowledged' as const };
const told = { reporter: { person: otherOfficer, name: 'Fredrik', kind: 'other' as const } };

describe('a press on the red button where an incident stands under its id', () => {
  it.each([
    ['nobody has taken it', { acute: true }, victim, 'party', 'nothing'],
    ['led', { acute: true, lead }, victim, 'party', 'callMe'],
    ['not acute', { acute: false, lead }, victim, 'party', 'raiseAcute'],
    ['closed', { acute: true, state: 'closed' as const }, victim, 'party', 'anew'],
    ["another's", { acute: true }, otherOfficer, 'party', 'anew'],
    ['told of another', { acute: true, ...told }, otherOfficer, 'party', 'anew'],
    ["the party's, to the municipality", { acute: true, lead }, victim, 'municipality', 'anew'],
    [
      "the municipality's, to either",
      { route: 'municipality' as const, lead },
      victim,
      'municipality',
      'callMe',
    ],
    ["the municipality's, to the party", { route: 'municipality' as const, lead }, victim, 'party', 'callMe'],
  ] as const)('%s', (_, changes, person, route, expected) => {
    expect(alarmAgain(incident({ acute: true, ...changes }), person, route)).toBe(expected);
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

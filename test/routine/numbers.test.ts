import { rungMeanwhile } from '../../src/routine/rules/standing/maintenance';
import { numbersFor } from '../../src/routine/rules/standing/numbers';
import { contacts, people, pureTownOf, routine } from '../support/pureTown';
import { TOWNS } from '../support/towns';

const list = contacts;
const roster = { contacts: list, routine };
const roleOf = (id: string) => list.find((one) => one.id === id)?.role;
const roles = (person: string, suspects: readonly string[] = [], isDay = true, rows = list) =>
  numbersFor({ ...roster, contacts: rows }, { person, suspects, isDay }).map(({ id, order }) => [
    roleOf(id),
    order,
  ]);
const strategists = list
  .filter(({ role }) => role === 'securityStrategist')
  .flatMap(({ person }) => person ?? []);

describe('whom anybody may ring', () => {
  it.each<[string, () => unknown[], unknown[]]>([
    [
      'by day the strategist first',
      () => roles(people.victim),
      [
        ['securityStrategist', 1],
        ['dutyOfficer', 1],
      ],
    ],
    [
      'by night the duty officer first',
      () => roles(people.victim, [], false),
      [
        ['dutyOfficer', 1],
        ['securityStrategist', 1],
      ],
    ],
    [
      'not oneself',
      () => roles(people.strategist),
      [
        ['securityStrategist', 2],
        ['dutyOfficer', 1],
      ],
    ],
    [
      'where a strategist is part of it the alternate, not the other strategist',
      () => roles(people.victim, [people.strategist]),
      [
        ['alternateContact', 1],
        ['dutyOfficer', 1],
      ],
    ],
    [
      'where all strategists are part of it the alternate',
      () => roles(people.victim, strategists),
      [
        ['alternateContact', 1],
        ['dutyOfficer', 1],
      ],
    ],
    [
      'where nobody is on duty the deputy strategist too',
      () =>
        roles(
          people.victim,
          [],
          true,
          list.filter(({ role }) => role !== 'dutyOfficer'),
        ),
      [
        ['securityStrategist', 1],
        ['securityStrategist', 2],
      ],
    ],
    [
      'where there is no alternate another strategist',
      () =>
        roles(
          people.victim,
          [people.strategist],
          true,
          list.filter(({ role }) => role !== 'alternateContact'),
        ),
      [
        ['securityStrategist', 2],
        ['dutyOfficer', 1],
      ],
    ],
    ['nobody where the list is empty', () => roles(people.victim, [], true, []), []],
  ])('%s', (_, found, expected) => expect(found()).toEqual(expected));

  it('by the line where two posts are strategists, however the list is stored', () => {
    const almsjo = pureTownOf(TOWNS.almsjo);
    const first = almsjo.contacts.find(({ person }) => person === almsjo.people.strategist)?.name;
    for (const rows of [almsjo.contacts, [...almsjo.contacts].reverse()]) {
      const there = { contacts: rows, routine: almsjo.routine };
      const [found] = numbersFor(there, { person: '', suspects: [], isDay: true });
      expect(found?.name).toBe(first);
      expect(rungMeanwhile(there, '', [])[0]?.name).toBe(first);
    }
  });

  it('never a party’s officer: no card in a chat says of which party a person is', () => {
    const parties = new Set(contacts.filter(({ party }) => party).map(({ id }) => id));
    for (const isDay of [true, false])
      for (const { id } of numbersFor(roster, { person: '', suspects: [], isDay }))
        expect(parties.has(id)).toBe(false);
  });

  it('where it cannot be known who is part of it: whoever is on duty, else the alternate, never a strategist', () => {
    const found = (rows = list) =>
      numbersFor({ ...roster, contacts: rows }, { person: '', suspects: undefined, isDay: true });
    const rolesOf = (rows = list) => found(rows).map(({ id }) => roleOf(id));
    expect(rolesOf()).toEqual(['dutyOfficer']);
    expect(rolesOf(list.filter(({ role }) => role !== 'dutyOfficer'))).toEqual(['alternateContact']);
  });

  it('by the id of a row as by the account: one may come later', () => {
    const first = list.find(({ role, order }) => role === 'securityStrategist' && order === 1);
    expect(roles(people.victim, [first?.id ?? ''])[0]).toEqual(['alternateContact', 1]);
  });
});

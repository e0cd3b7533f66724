import type { Incident } from '../../src/routine/model/incident';
import { rolesIn } from '../../src/routine/rules/access';
import { mayReadAloud, mayRegister } from '../../src/routine/rules/victim/aloud';
import { isByProxy } from '../../src/routine/rules/victim/partyWord';
import { begin, fileReport } from '../../src/routine/transitions/reporting';
import { belongs, bindVictim } from '../../src/routine/transitions/victim';
import { contacts, NOW, people, press, routine, situation, turn } from '../support/pureTown';

const duty = {
  ...contacts.find(({ role }) => role === 'dutyOfficer'),
  person: 'duty',
} as (typeof contacts)[number];
const rows = [...contacts.filter(({ role }) => role !== 'dutyOfficer'), duty];

/** What an official registers, by what the victim said of the party. */
function registered(by: string, partyMay: 'yes' | 'no' | 'unknown', party = 'S'): Incident {
  const at = turn(by, { contacts: rows });
  const begun = begin(
    {
      id: 'incident1',
      reference: '2026-7KQ4',
      via: 'report',
      acute: false,
      route: 'party',
      party,
      reporter: { person: by, name: 'Official', kind: 'proxy', knows: 'chosen', partyMay, came: 'phone' },
      victim: { name: 'Eva' },
    },
    at,
  );
  return fileReport(begun, { what: 'Ett samtal' }, at);
}

describe('who registers for somebody', () => {
  it.each([
    ['a party’s officer', people.officer, true],
    ['a strategist', people.strategist, true],
    ['the duty officer', 'duty', true],
    ['the chief executive', people.chief, false],
    ['a politician', people.victim, false],
    ['a stranger', people.stranger, false],
  ])('%s: %s %s', (_, person, may) => {
    expect(mayRegister({ contacts: rows, routine }, person)).toBe(may);
    expect(registered(person, 'yes').reporter.came).toBe(may ? 'phone' : undefined);
  });

  it('not whose post has ended', () => {
    const ended = rows.map((one) =>
      one.person === people.officer ? { ...one, ended: NOW.toISOString() } : one,
    );
    expect(mayRegister({ contacts: ended, routine }, people.officer)).toBe(false);
  });
});

describe('the consent that is asked aloud', () => {
  it.each([
    ['yes', 'S', 'party', 'party'],
    ['no', 'S', 'municipality', 'municipality'],
    ['unknown', 'S', 'municipality', undefined],
    ['yes', 'none', 'municipality', 'municipality'],
  ] as const)('%s, of %s: goes to the %s', (said, party, route, to) => {
    const value = registered('duty', said, party);
    expect([value.route, value.consent?.to]).toEqual([route, to]);
    // It is the victim's own word: the party reads on, as if they had written it themselves.
    expect(isByProxy(value)).toBe(false);
    expect(value.victim).toMatchObject({ bound: 'none', name: 'Eva' });
  });

  it.each([
    ['no', false],
    ['unknown', true],
  ] as const)('%s: once they have an account they are asked about the party: %s', (said, isAsked) => {
    const bound = bindVictim(registered('duty', said), people.victim, turn(people.strategist));
    const theirs = belongs(bound, true, turn(people.victim));
    expect(theirs.partyQuestion !== undefined).toBe(isAsked);
  });
});

describe('who may read aloud how it stands', () => {
  const reads = (value: Incident, person: string) => {
    const seen = situation(value, NOW, { contacts: rows });
    return mayReadAloud(seen, { person, roles: rolesIn(seen, person) });
  };
  const value = registered('duty', 'yes');
  const led = press(value, people.officer, { verb: 'acknowledge', id: value.id }, NOW);

  it.each([
    ['who registered it', value, 'duty', true],
    ['who leads', led, people.officer, true],
    ['an officer who has not answered', value, people.officer, false],
    ['the chief executive', value, people.chief, false],
    ['a stranger', value, people.stranger, false],
    ['who wrote for another without such a post', registered(people.stranger, 'yes'), people.stranger, false],
    ['who registered it, once the victim has their own card', bound(led), 'duty', false],
    ['who registered it, where the name is hidden', struck(led), 'duty', false],
  ])('%s: %#', (_, incident, person, may) => expect(reads(incident, person)).toBe(may));

  function bound(incident: Incident): Incident {
    return { ...incident, victim: { ...incident.victim, person: people.victim, bound: 'yes' } };
  }
  function struck(incident: Incident): Incident {
    return { ...incident, victim: { ...incident.victim, bound: 'struck' } };
  }
});

import { type Contact, listOn } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import { rolesIn } from '../../src/routine/rules/access';
import { readRow } from '../../src/routine/rules/contactList/rowFaults';
import { silencesIn } from '../../src/routine/rules/escalation';
import { asked } from '../../src/routine/rules/ladders/asked';
import { asksForLead, asListed } from '../../src/routine/rules/leadership';
import { notices } from '../../src/routine/rules/notices';
import { accountsOf, strategistsOf } from '../../src/routine/rules/succession';
import { contacts, incident, NOW, people, press, routine, situation } from '../support/pureTown';
import { seeded } from '../support/seeded';

/*
 * After an election: terms begin and end on days that were set beforehand. The victim chooses who leads on, the old officer's deputies
 * and stand-bys read no more, and nothing falls between two people.
 */

const DAY = 86_400_000;
const CHANGE = '2026-12-01';
const LAST = '2026-11-30';
const isParty = ({ party }: Contact): boolean => party !== undefined;
/** The list with every party's officers changed on one day, each new one known by the id of the old. */
const LIST: Contact[] = contacts.flatMap((one) =>
  isParty(one)
    ? [
        { ...one, ends: LAST },
        { ...one, id: `${one.id}n`, person: `new-${one.person}`, begins: CHANGE },
      ]
    : [one],
);
const on = (value: Incident, day: string, hour = 9) => {
  const now = new Date(`${day}T${String(hour).padStart(2, '0')}:00:00Z`);
  const list = listOn(LIST, day);
  return situation(asListed(value, { contacts: list, routine }), now, { contacts: list });
};

it.each([
  ['before its first day nobody has the post', '2026-11-30', people.officer, `new-${people.officer}`],
  ['on it the new one has, and the old one has not', CHANGE, `new-${people.officer}`, people.officer],
])('%s', (_, day, has, hasNot) => {
  const now = accountsOf(asked(on(incident(), day)));
  expect(now).toContain(has);
  expect(now).not.toContain(hasNot);
});

describe('40 open incidents on the day when all officers of all parties change', () => {
  const random = seeded(16);
  const all = Array.from({ length: 40 }, (_, at): Incident => {
    const begun = incident({ id: `incident${at}`, party: ['S', 'V', 'M', 'L'][at % 4] ?? 'S' });
    const officers = accountsOf(contacts.filter(({ party, order }) => party === begun.party && order === 1));
    const isLed = random() < 0.7;
    const action = { verb: 'acknowledge', id: begun.id } as never;
    return isLed ? press(begun, officers[0] ?? '', action, new Date(NOW.getTime() + at * 60_000)) : begun;
  });

  it('somebody leads each or is asked to, and each victim of a led one is asked whom they want', () => {
    for (const value of all) {
      const now = on(value, CHANGE);
      expect(now.incident.lead !== undefined || asked(now).length > 0).toBe(true);
      expect(asksForLead(now)).toBe(value.lead !== undefined);
      if (value.lead)
        expect(
          notices(now).some(({ kind, person }) => kind === 'newOfficer' && person === people.victim),
        ).toBe(true);
    }
  });

  it('no old officer is asked or told of anything from that day on, but who leads until the victim has chosen', () => {
    const old = new Set(contacts.filter(isParty).flatMap(({ person }) => person ?? []));
    for (const value of all) {
      const now = on(value, CHANGE);
      const mayHear = value.lead?.person;
      for (const person of old)
        if (person !== mayHear)
          expect([...rolesIn(now, person)].filter((role) => role !== 'victim')).toEqual([]);
      expect(accountsOf(asked(now)).some((person) => old.has(person))).toBe(false);
    }
  });
});

it('who came after a lead whose post has ended hears that it stands still once the victim has chosen them, and the strategist before that', () => {
  const led = press(incident(), people.officer, { verb: 'acknowledge', id: 'incident1' } as never, NOW);
  const told = (value: Incident) => silencesIn(on(value, '2026-12-14')).flatMap(({ persons }) => persons);
  expect(asksForLead(on(led, '2026-12-14'))).toBe(true);
  expect(told(led)).not.toContain(`new-${people.officer}`);
  expect(told(led)).toContain(people.strategist);
  expect(told({ ...led, keptLead: people.officer })).toContain(`new-${people.officer}`);
});

it('a strategist whose term is over leads no more, and the next one is asked at the change of day', () => {
  const value: Incident = {
    ...incident({ route: 'municipality' }),
    lead: { person: people.strategist, since: NOW.toISOString(), why: 'acknowledged' },
  };
  const list = listOn(
    contacts.map((one) => (one.person === people.strategist ? { ...one, ends: LAST } : one)),
    CHANGE,
  );
  const now = asListed(value, { contacts: list, routine });
  expect(now.lead).toBeUndefined();
  expect(now.askedAt).toBe('2026-11-30T23:00:00.000Z');
  expect(accountsOf(strategistsOf(situation(now, NOW, { contacts: list })))).toEqual([
    people.deputyStrategist,
  ]);
});

it.each([
  ['2027-02-30', '', 'begins', 'badDay'],
  ['i vår', '', 'begins', 'badDay'],
  ['2027-02-01', '2027-01-31', 'ends', 'badTerm'],
])('a term of %s to %s is refused', (begins, ends, part, fault) => {
  const texts = { role: 'partySecurityOfficer', party: 'S', name: 'Ny Person', phone: '0701', begins, ends };
  const roster = { contacts, routine };
  expect(readRow(roster, { ...texts, phone: '070-174 06 99' }).faults).toEqual([{ part, fault }]);
});

it('a party that has gone or merged: with no officer left, the municipality is asked', () => {
  const list = listOn(
    contacts.map((one) => (one.party === 'S' ? { ...one, ends: LAST } : one)),
    CHANGE,
  );
  const now = new Date(Date.parse(`${CHANGE}T09:00:00Z`) + DAY);
  expect(accountsOf(asked(situation(incident(), now, { contacts: list })))).toContain(people.strategist);
});

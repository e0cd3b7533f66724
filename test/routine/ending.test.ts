import type { Contact } from '../../src/routine/model/contact';
import { rolesIn } from '../../src/routine/rules/access';
import { endingPosts, toldOfEnding } from '../../src/routine/rules/contactList/ending';
import { asked } from '../../src/routine/rules/ladders/asked';
import { asListed } from '../../src/routine/rules/leadership';
import { changeParty } from '../../src/routine/transitions/beside/changeParty';
import { contacts, incident, NOW, people, press, routine, situation, turn } from '../support/pureTown';

const TODAY = '2026-11-24';
const officers = contacts.filter(({ role, party }) => role === 'partySecurityOfficer' && party === 'S');
const others = contacts.filter((one) => !officers.includes(one));
const [first, second] = officers as [Contact, Contact];
const ends = (one: Contact, day: string): Contact => ({ ...one, ends: day });

describe('a term that ends with nobody named after it', () => {
  const rows = (...own: Contact[]) => [...others, ...own];
  it.each<[string, Contact[], string[]]>([
    ['the only one, within a month', rows(ends(first, '2026-12-24')), [first.id]],
    ['the only one, today', rows(ends(first, TODAY)), [first.id]],
    ['the only one, later', rows(ends(first, '2026-12-25')), []],
    ['the only one, over already', rows(ends(first, '2026-11-23')), []],
    ['a deputy goes on', rows(ends(first, '2026-12-01'), second), []],
    ['both on one day: the first', rows(ends(first, '2026-12-01'), ends(second, '2026-12-01')), [first.id]],
    [
      'the deputy later: the deputy',
      rows(ends(first, '2026-12-01'), ends(second, '2026-12-10')),
      [second.id],
    ],
    [
      'the next begins the day after',
      rows(ends(first, '2026-12-01'), { ...second, begins: '2026-12-02' }),
      [],
    ],
    [
      'the next begins too late',
      rows(ends(first, '2026-12-01'), { ...second, begins: '2026-12-03' }),
      [first.id],
    ],
    ['no term at all', rows(first, second), []],
  ])('%s', (_, all, expected) =>
    expect(endingPosts(all, routine.posts, TODAY).map(({ contact }) => contact.id)).toEqual(expected),
  );

  it('of the strategists too, not of who is only rung', () => {
    const all = contacts.map((one) => ends(one, '2026-12-01'));
    const roles = new Set(endingPosts(all, routine.posts, TODAY).map(({ contact }) => contact.role));
    expect(roles.has('securityStrategist')).toBe(true);
    expect(roles.has('localPolice')).toBe(false);
  });

  it.each([
    ['2026-12-24T12:00:00Z', 1],
    ['2026-12-24T12:00:00Z', 1],
    ['2027-01-20T12:00:00Z', 1],
    ['2026-12-01T12:00:00Z', 0],
    ['2027-01-05T12:00:00Z', 0],
  ])('is said a month and a week before: at %s %i', (now, count) => {
    expect(toldOfEnding({ contact: first, ends: '2027-01-23' }, new Date(now))).toHaveLength(count);
  });
});

describe('the victim changes party', () => {
  const led = press(incident(), people.officer, { verb: 'acknowledge', id: 'incident1' }, NOW);
  const changed = (value = led, party = 'M') => changeParty(value, party, turn(people.victim));
  const askedIn = (value: typeof led) => asked(situation(value)).map(({ party, role }) => party ?? role);

  it('the old party’s have no place in it, the new one’s are asked, whoever leads for the municipality goes on', () => {
    const value = changed();
    expect(value).toMatchObject({ party: 'M', route: 'party', consent: { to: 'party', asked: 'card' } });
    expect(value.lead).toBeUndefined();
    for (const person of [people.officer, people.deputy])
      expect([...rolesIn(situation(value), person)]).toEqual([]);
    expect(askedIn(value)).toContain('M');
    const strategist = press(
      incident({ route: 'municipality' }),
      people.strategist,
      { verb: 'acknowledge', id: 'incident1' },
      NOW,
    );
    expect(changed(strategist).lead?.person).toBe(people.strategist);
    expect(changed(strategist).route).toBe('municipality');
  });

  it('to none: the municipality has it alone', () => {
    const value = changed(led, 'none');
    expect([value.party, value.route, value.lead]).toEqual([undefined, 'municipality', undefined]);
    expect(askedIn(value)).toContain('securityStrategist');
  });

  it('to the same one changes nothing; to one that is not there is refused', () => {
    expect(changed(led, 'S')).toBe(led);
    expect(() => changed(led, 'XYZ')).toThrow('badInput');
  });

  it('a reserve of the old party reads no more either', () => {
    const value = changed({
      ...led,
      standby: [{ person: people.deputy, at: NOW.toISOString() }],
      wanted: [people.deputy],
    });
    expect([value.standby, value.wanted]).toEqual([[], []]);
  });
});

describe('a party is no more', () => {
  const gone = contacts.map((one) => (one.party === 'S' ? { ...one, ended: NOW.toISOString() } : one));
  const roster = { contacts: gone, routine };

  it('nothing falls between two: what nobody led goes to the strategist, and the victim of the rest chooses', () => {
    const untaken = situation(asListed(incident(), roster), NOW, { contacts: gone });
    expect(asked(untaken).map(({ role }) => role)).toContain('securityStrategist');
    const led = press(incident(), people.officer, { verb: 'acknowledge', id: 'incident1' }, NOW);
    const kept = asListed(led, roster);
    // They lead until the victim has chosen: the victim is asked first.
    expect(kept.lead?.person).toBe(people.officer);
    const merged = changeParty(kept, 'M', turn(people.victim, { contacts: gone }));
    expect(asked(situation(merged, NOW, { contacts: gone })).map(({ party }) => party)).toContain('M');
  });
});

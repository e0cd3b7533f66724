import { type Contact, listOn } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import { rolesIn } from '../../src/routine/rules/access';
import { isSameHolder } from '../../src/routine/rules/contactList/holders';
import { mayBeNamed, suspectsOf } from '../../src/routine/rules/contactList/suspects';
import { asked } from '../../src/routine/rules/ladders/asked';
import { asListed } from '../../src/routine/rules/leadership';
import { notices } from '../../src/routine/rules/notices';
import { may } from '../../src/routine/rules/roles/may';
import { accountsOf } from '../../src/routine/rules/succession';
import { nameSuspects } from '../../src/routine/transitions/beside/suspects';
import { recuse } from '../../src/routine/transitions/leading';
import { contacts, incident, NOW, people, press, routine, situation, turn } from '../support/pureTown';

/*
 * Who is out of an incident is out as a person: with every row of theirs, with the account that comes later, and with the next one;
 * when they come back, and when their term begins.
 */

const DAY = 86_400_000;
const NEW = 'a-new-account';
const rowOf = (person: string): Contact => {
  const row = contacts.find((one) => one.person === person);
  if (!row) throw new Error(person);
  return row;
};
const changed = (person: string, change: Partial<Contact>): Contact[] =>
  contacts.map((one) => (one.person === person ? { ...one, ...change } : one));

/** The incident as it is with another list, and what somebody has in it then. */
const as = (value: Incident, list: readonly Contact[], at = NOW) => {
  const now = situation(asListed(value, { contacts: list, routine }), at, { contacts: list });
  return {
    ...now,
    rolesOf: (person: string) => [...rolesIn(now, person)],
    told: accountsOf(asked(now)),
    noticed: notices(now).map(({ person }) => person),
  };
};
const named = (list: readonly Contact[], person: string, route: 'party' | 'municipality' = 'municipality') =>
  nameSuspects(incident({ route }), [rowOf(person).id], turn(people.victim, { contacts: list }));

describe('two rows', () => {
  const one: Contact = { ...rowOf(people.officer), id: 'one', person: undefined, email: 'a@b.example' };
  const other: Contact = { ...one, id: 'other', email: undefined };
  it.each<[string, boolean, Partial<Contact>]>([
    ['of one name and number', true, {}],
    ['of one name and another number', false, { phone: '070-0' }],
    ['of one number and another name', false, { name: 'Another' }],
    ['of one name and no numbers', false, { phone: '' }],
    ['of one address, written otherwise', true, { name: 'Another', phone: '070-0', email: ' A@b.example' }],
    ['of nothing that is the same', false, { name: 'Another', phone: '070-0', email: 'c@d.example' }],
  ])('%s: one person’s is %s', (_, is, change) => {
    const blank = change.phone === '' ? { ...one, phone: '' } : one;
    expect(isSameHolder(blank, { ...other, ...change })).toBe(is);
    expect(isSameHolder({ ...other, ...change }, blank)).toBe(is);
  });

  it('of one account are one person’s, whatever else is in them', () => {
    const change = { name: 'Another', phone: '070-0', person: NEW };
    expect(isSameHolder({ ...one, person: NEW }, { ...other, ...change })).toBe(true);
    expect(isSameHolder({ ...one, person: people.deputy }, { ...other, ...change })).toBe(false);
  });
});

describe('an account that comes, or changes', () => {
  const unbound = changed(people.strategist, { person: undefined });

  it.each<[string, readonly Contact[], string]>([
    ['comes later', contacts, people.strategist],
    ['is another', changed(people.strategist, { person: NEW }), NEW],
    [
      'comes with a new row of the same address',
      [...unbound, { ...rowOf(people.strategist), id: 'fresh', person: NEW, phone: '070-0' }],
      NEW,
    ],
    [
      'comes with a new row of the same name and number',
      [...unbound, { ...rowOf(people.strategist), id: 'fresh', person: NEW, email: undefined }],
      NEW,
    ],
  ])('of a suspect without one %s', (_, list, account) => {
    const value = named(unbound, people.strategist);
    const later = as(value, list, new Date(NOW.getTime() + DAY));
    expect(later.rolesOf(account)).toEqual([]);
    expect(later.told).not.toContain(account);
    expect(later.noticed).not.toContain(account);
  });

  it('of whoever was too close, or was replaced: the next account is out too', () => {
    const begun = incident({ route: 'party' });
    const close = recuse(begun, turn(people.officer));
    const list = changed(people.officer, { person: NEW });
    expect(as(close, list).rolesOf(NEW)).toEqual([]);
    expect(as(close, list).told).not.toContain(NEW);
    const stored = {
      ...begun,
      declined: [{ person: people.officer, at: NOW.toISOString(), why: 'replaced' as const }],
    };
    // What an earlier release stored has the account alone: its row is known as long as it has that account.
    const read = asListed(stored, { contacts, routine });
    expect(as(read, list).rolesOf(NEW)).toEqual([]);
  });

  it('of who leads by another row: they lead no more, and another is asked', () => {
    const value = named(unbound, people.strategist);
    const led: Incident = {
      ...value,
      lead: { person: people.strategist, since: NOW.toISOString(), why: 'acknowledged' },
    };
    const later = as(led, contacts);
    expect(later.incident.lead).toBeUndefined();
    expect(later.told.length).toBeGreaterThan(0);
  });

  it('who could not come may come back with it', () => {
    const begun = incident({ route: 'party' });
    const value = press(begun, people.officer, { verb: 'decline', id: begun.id } as never);
    expect(value.declined[0]?.rows).toBeUndefined();
    expect(as(value, contacts).rolesOf(people.officer)).toContain('declined');
  });
});

describe('whoever has no post today', () => {
  const on = (list: readonly Contact[], day: string) => listOn(list, day);
  const today = NOW.toISOString().slice(0, 10);

  it.each<[string, Partial<Contact>]>([
    ['is away', { away: { from: today, to: '2026-11-27' } }],
    ['has a term that has not begun', { begins: '2026-11-28' }],
  ])('who %s can be named, and stays out on the day when they have one', (_, change) => {
    const list = changed(people.strategist, change);
    const now = on(list, today);
    expect(mayBeNamed({ contacts: now, routine }).map(({ id }) => id)).toContain(rowOf(people.strategist).id);
    const value = named(now, people.strategist);
    const never = as(
      incident({ route: 'municipality' }),
      on(list, '2026-11-28'),
      new Date('2026-11-28T09:00:00Z'),
    );
    expect(never.told).toContain(people.strategist);
    const later = as(value, on(list, '2026-11-28'), new Date('2026-11-28T09:00:00Z'));
    expect(later.rolesOf(people.strategist)).toEqual([]);
    expect(later.told).not.toContain(people.strategist);
  });

  it('before its term nobody has a part in anything', () => {
    const now = as(incident(), on(changed(people.officer, { begins: '2026-11-28' }), today));
    expect(now.rolesOf(people.officer)).toEqual([]);
    expect(now.told).not.toContain(people.officer);
  });

  it('a former officer who still leads can be named: the whole party is out', () => {
    const begun = incident({ route: 'party' });
    const led = press(begun, people.officer, { verb: 'acknowledge', id: begun.id } as never);
    const list = changed(people.officer, { ended: NOW.toISOString() });
    const now = as(led, list);
    expect(now.incident.lead?.person).toBe(people.officer);
    expect(mayBeNamed(now).map(({ id }) => id)).toContain(rowOf(people.officer).id);
    const value = nameSuspects(
      now.incident,
      [rowOf(people.officer).id],
      turn(people.victim, { contacts: list }),
    );
    expect(value).toMatchObject({ route: 'municipality', lead: undefined });
    expect(as(value, list).rolesOf(people.deputy)).toEqual([]);
  });

  it('a strategist who was an officer once: the party stays in', () => {
    const before = {
      ...rowOf(people.officer),
      id: 'before',
      person: people.strategist,
      ended: NOW.toISOString(),
    };
    const value = named([...contacts, { ...before, order: 3 }], people.strategist, 'party');
    expect(value.route).toBe('party');
  });
});

describe('a party of which somebody is part of it', () => {
  it('is not told by a press that names it later, and nothing says that it knew', () => {
    const begun = nameSuspects(
      incident({ route: 'municipality', party: '' }),
      [rowOf(people.officer).id],
      turn(people.victim),
    );
    expect(suspectsOf(begun)).toHaveLength(1);
    const value = press(begun, people.victim, { verb: 'tellParty', id: begun.id, party: 'S' } as never);
    expect(value).toMatchObject({ route: 'municipality', withdrawal: undefined });
    for (const person of [people.officer, people.deputy]) {
      expect(as(value, contacts).rolesOf(person)).toEqual([]);
      expect(as(value, contacts).told).not.toContain(person);
    }
  });
});

describe('one press that asks for help and names somebody', () => {
  const again = (by: string, verb: 'raiseAcute' | 'callNow', ids: readonly string[]) => {
    const begun = { ...incident({ route: 'municipality' }), acute: verb === 'callNow' };
    return press(begun, by, { verb, id: begun.id, suspects: ids.join(';') } as never);
  };

  it.each(['raiseAcute', 'callNow'] as const)('%s: both, whoever is left', (verb) => {
    const all = contacts.map(({ id }) => id);
    const value = again(people.victim, verb, all);
    expect(suspectsOf(value).length).toBeGreaterThan(5);
    expect(value.acute || value.callNow !== undefined).toBe(true);
    expect(as(value, contacts).told).toEqual([]);
  });

  it('who may name nobody names nobody', () => {
    const other = incident({
      route: 'municipality',
      reporter: { person: people.otherOfficer, name: 'Per', kind: 'other' },
    });
    const action = { verb: 'raiseAcute', id: other.id, suspects: rowOf(people.strategist).id } as never;
    expect(suspectsOf(press(other, people.otherOfficer, action))).toEqual([]);
  });
});

it('is named when it is closed, by whoever may, and is not told when it goes on', () => {
  const begun = incident({ route: 'municipality' });
  const closed: Incident = { ...begun, state: 'closed', closedAt: NOW.toISOString(), closeReason: 'mistake' };
  const roles = rolesIn(situation(closed), people.victim);
  expect(may(roles, 'nameSuspects')).toBe(true);
  const action = { verb: 'nameSuspects', id: begun.id, suspects: rowOf(people.strategist).id } as never;
  const value = press(closed, people.victim, action);
  expect(as(value, contacts).rolesOf(people.strategist)).toEqual([]);
  const reopened = press(value, people.victim, {
    verb: 'reopen',
    id: begun.id,
    reason: 'Igen',
    once: 'r1',
  } as never);
  expect(reopened.state).toBe('open');
  expect(as(reopened, contacts).noticed).not.toContain(people.strategist);
});

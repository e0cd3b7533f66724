import type { Contact } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import { mayRing, owesSilence, PROMISES } from '../../src/routine/rules/reading';
import type { Role } from '../../src/routine/rules/roles/role';
import { notPromised } from '../../src/routine/rules/standing/prevention';
import { contacts, incident, NOW, people, routine } from '../support/pureTown';

/* Who has the victim's number without reading the rest, and who promises silence before they read. */

const at = NOW.toISOString();

describe('who has been handed a step has the victim’s number', () => {
  const led: Incident = {
    ...incident(),
    lead: { person: people.officer, since: at, why: 'acknowledged' },
    // Others help too: the number follows whoever was handed the step.
    standby: [people.deputy, people.otherOfficer].map((person) => ({ person, at })),
  };
  const handed = (state: string, to = people.deputy): Incident => ({
    ...led,
    steps: { home: { state, epoch: 1, records: {}, handedTo: to } } as unknown as Incident['steps'],
  });
  const rings = (value: Incident, ...roles: Role[]): boolean =>
    mayRing({ incident: value }, { person: people.deputy, roles: new Set(roles) });

  it.each([
    ['while it is open', handed('open'), true],
    ['not when it is done', handed('done'), false],
    ['not when it was put aside', handed('notApplicable'), false],
    ['not when another has it', handed('open', people.otherOfficer), false],
    ['not when nobody has it', led, false],
    ['not when they help no more', { ...handed('open'), standby: [] }, false],
    ['not when it is closed', { ...handed('open'), state: 'closed' as const }, false],
  ])('%s', (_, value, expected) => {
    expect(rings(value, 'helper')).toBe(expected);
  });

  it('not who is out of it since, though the step still stands as theirs', () => {
    expect(rings(handed('open'))).toBe(false);
    expect(rings(handed('open'), 'candidate')).toBe(false);
  });
});

it.each<[Role, boolean, boolean]>([
  ['helper', true, false],
  ['overseer', true, false],
  ['candidate', false, false],
  ['lead', true, true],
])('%s: has the number while nobody leads: %s, and then: %s', (role, before, then) => {
  const viewer = { person: people.deputy, roles: new Set([role]) };
  const lead = { person: people.officer, since: at, why: 'acknowledged' as const };
  const values: Incident[] = [incident(), { ...incident(), lead }];
  expect(values.map((value) => mayRing({ incident: value }, viewer))).toEqual([before, then]);
});

describe('the promise of silence', () => {
  const row = contacts.find(({ person }) => person === people.officer) as Contact;
  const before = { ...row, silentAt: undefined };
  const owes = (roles: readonly Role[], own: Contact = before): boolean =>
    owesSilence({ contacts: [own], routine, now: NOW }, { person: people.officer, roles: new Set(roles) });

  it.each(PROMISES)('is asked of a party’s %s, once', (role) => {
    expect(owes([role])).toBe(true);
    expect(owes([role], { ...row, silentAt: at })).toBe(false);
  });

  it.each<Role[]>([
    ['lead', 'official'],
    ['standby', 'official'],
    ['lead', 'strategist'],
    ['candidate', 'informed'],
  ])('is not asked of %s and %s: bound by law, or reading nothing', (...roles) => {
    expect(owes(roles)).toBe(false);
  });

  it('is missed of the parties’ first contacts who have a post and have not given it, and of nobody else', () => {
    const missed = (own: Contact) => notPromised({ contacts: [own], routine }, NOW).length;
    const other = contacts.find(({ role }) => role === 'groupLeader') ?? { ...before, role: 'groupLeader' };
    const strategist = contacts.find(({ person }) => person === people.strategist) as Contact;
    expect(missed(before)).toBe(1);
    expect(missed({ ...row, silentAt: at })).toBe(0);
    expect(missed({ ...before, ended: at })).toBe(0);
    expect(missed({ ...other, silentAt: undefined })).toBe(0);
    expect(missed({ ...strategist, silentAt: undefined })).toBe(0);
  });
});

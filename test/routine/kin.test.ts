import type { Incident } from '../../src/routine/model/incident';
import type { Situation } from '../../src/routine/model/situation';
import { rolesIn, scopeOf } from '../../src/routine/rules/access';
import { notices } from '../../src/routine/rules/notices';
import { kinAskable, kinChangesAt, kinHolders, kinWord } from '../../src/routine/rules/victim/kinHolders';
import { withoutPart } from '../../src/routine/transitions/retention';
import { pressOf } from '../access/cells';
import { pureTownOf } from '../support/pureTown';
import { TOWNS } from '../support/towns';

const town = pureTownOf(TOWNS.oxelosund);
const { people, contacts, incident, press, situation, routine } = town;
const NOW = new Date('2026-11-24T09:00:00Z');
const MINUTE = 60_000;
const at = (minutes: number, from = NOW) => new Date(from.getTime() + minutes * MINUTE);
const row = (role: string, party?: string) =>
  contacts.find((one) => one.role === role && one.party === party && one.order === 1);
const leader = row('groupLeader', 'S')?.person ?? '';

const by = (value: Incident, who: string, verb: Parameters<typeof pressOf>[0], data = {}, now = NOW) =>
  press(value, who, pressOf(verb, value, data), now);
const led = by(incident(), people.officer, 'acknowledge');
const asked = by(led, people.officer, 'askKin');
const seen = by(asked, leader, 'readKin', {}, at(5));
const isHolder = (value: Incident, now: Date, more: Partial<Situation> = {}) =>
  rolesIn(situation(value, now, more), leader).has('kinHolder');
const told = (value: Incident, now: Date, more: Partial<Situation> = {}) =>
  notices(situation(value, now, more))
    .filter(({ kind }) => kind === 'kinAsked' || kind === 'kinWord')
    .map(({ kind, key, person, since }) => [kind, key.split('|')[1]?.split('.')[1] ?? '', person, since]);

const without = (role: string) => contacts.filter((one) => one.role !== role);
const leads = (person: string) => ({ person, since: NOW.toISOString(), why: 'tookOver' as const });
const away = { from: '2026-11-20', to: '2026-11-30' };

describe('the party’s list of next of kin', () => {
  it.each<[string, string[], Incident, Partial<Situation>]>([
    ['the group leader, where an officer leads', [leader], led, {}],
    [
      'nobody, where the officer leads and the list has no group leader',
      [],
      led,
      { contacts: without('groupLeader') },
    ],
    [
      'the officer, where the strategist leads and the list has no group leader',
      [people.officer],
      { ...led, lead: leads(people.strategist) },
      { contacts: without('groupLeader') },
    ],
    ['nobody, where the group leader leads', [], { ...led, lead: leads(leader) }, {}],
    [
      'the officer of their own party, where it has no group leader',
      [people.otherOfficer],
      { ...led, party: 'M', lead: leads(people.strategist) },
      {},
    ],
    ['nobody, where no party is in it', [], { ...led, party: undefined, lead: leads(people.strategist) }, {}],
    ['nobody, once the party is out', [], by(led, people.victim, 'withdrawConsent'), {}],
    [
      'nobody, where the group leader is a suspect',
      [],
      { ...led, declined: [{ person: leader, why: 'suspect', at: NOW.toISOString() }] },
      {},
    ],
    [
      'nobody, where the group leader is the victim',
      [],
      { ...led, victim: { ...led.victim, person: leader } },
      {},
    ],
    [
      'nobody in the place of who has ended',
      [],
      led,
      {
        contacts: contacts.map((one) =>
          one.person === leader ? { ...one, ended: '2026-01-01', away } : one,
        ),
      },
    ],
    ['nobody, once the victim has had enough', [], by(led, people.victim, 'sayEnough'), {}],
    ['nobody in an exercise', [], { ...led, practice: true }, {}],
    ['nobody once it is closed', [], { ...led, state: 'closed' }, {}],
  ])('is held by %s', (_, who, value, more) => {
    expect(kinAskable(situation(value, NOW, more))).toEqual(who);
  });

  it('is asked for in one press, and shown for an hour from the first look, then to nobody who was asked', () => {
    expect(isHolder(led, NOW)).toBe(false);
    expect(isHolder(asked, NOW)).toBe(true);
    expect(scopeOf(rolesIn(situation(asked), leader))).toBe('nothing');
    expect(isHolder(seen, at(64))).toBe(true);
    expect(isHolder(seen, at(65))).toBe(false);
    expect(kinChangesAt(situation(seen, at(10)))).toEqual(at(65));
    // A question that nobody has looked at does not stand for ever.
    expect(isHolder(asked, at(24 * 60 - 1))).toBe(true);
    expect(isHolder(asked, at(24 * 60))).toBe(false);
  });

  it('asked twice while it waits is once; afterwards it is a new question', () => {
    expect(by(asked, people.officer, 'askKin', {}, at(1))).toBe(asked);
    expect(by(seen, people.officer, 'askKin', {}, at(6))).toBe(seen);
    const anew = by(seen, people.officer, 'askKin', {}, at(65));
    expect(anew.kinAsk?.at).toBe(at(65).toISOString());
    expect(isHolder(anew, at(65))).toBe(true);
    const answered = by(seen, leader, 'answerKin', { how: 'noList' }, at(7));
    expect(by(answered, leader, 'answerKin', { how: 'rings' }, at(8))).toBe(answered);
    expect(isHolder(answered, at(8))).toBe(false);
    expect(isHolder(by(answered, people.officer, 'askKin', {}, at(9)), at(9))).toBe(true);
  });

  it('who rings sees the number for the rest of the hour', () => {
    const rings = by(seen, leader, 'answerKin', { how: 'rings' }, at(7));
    expect(isHolder(rings, at(64))).toBe(true);
    expect(isHolder(rings, at(65))).toBe(false);
    expect(kinWord(situation(rings, at(70)))).toBe('rings');
    expect(kinWord(situation(rings, at(24 * 60)))).toBeUndefined();
  });

  it('tells the lead after 15 minutes of silence, at once when Teams reaches nobody, and of the answer', () => {
    const ask = ['kinAsked', '', leader, NOW.toISOString()];
    const word = (what: string, when: Date) => ['kinWord', what, people.officer, when.toISOString()];
    expect(told(asked, NOW)).toEqual([ask, word('silent', at(15))]);
    expect(kinWord(situation(asked, at(14)))).toBe('waits');
    expect(kinWord(situation(asked, at(15)))).toBe('silent');
    const lost = { unreachable: new Map([[leader, at(1).toISOString()]]) };
    expect(told(asked, at(1), lost)).toContainEqual(word('silent', at(1)));
    expect(told(seen, at(6)).map(([kind]) => kind)).toEqual(['kinAsked']);
    const answered = by(seen, leader, 'answerKin', { how: 'noList' }, at(7));
    expect(told(answered, at(7))).toEqual([word('noList', at(7))]);
    expect(told(asked, at(24 * 60))).toEqual([]);
  });

  it('goes by the time limits of the municipality', () => {
    const limits = { ...routine.times, kinSilent: 5, kinShown: 20, kinStands: 2 };
    const more = { routine: { ...routine, times: limits } };
    expect(kinWord(situation(asked, at(4), more))).toBe('waits');
    expect(kinWord(situation(asked, at(5), more))).toBe('silent');
    expect(isHolder(seen, at(24), more)).toBe(true);
    expect(isHolder(seen, at(25), more)).toBe(false);
    expect(isHolder(asked, at(119), more)).toBe(true);
    expect(isHolder(asked, at(120), more)).toBe(false);
  });

  it('is asked for in the morning where nothing is acute', () => {
    const night = new Date('2026-11-24T22:00:00Z');
    const calm = by({ ...led, acute: false }, people.officer, 'askKin', {}, night);
    expect(told(calm, night).map(([, , , since]) => since)).toEqual([
      '2026-11-25T07:00:00.000Z',
      '2026-11-25T07:15:00.000Z',
    ]);
  });

  it('ends with the party’s part in it, and with the matter', () => {
    for (const value of [
      by(asked, people.victim, 'withdrawConsent'),
      by(asked, people.victim, 'reportOwnParty'),
      by(asked, people.victim, 'sayEnough'),
      { ...asked, state: 'closed' as const },
      { ...asked, declined: [{ person: leader, why: 'suspect' as const, at: NOW.toISOString() }] },
    ]) {
      expect(rolesIn(situation(value, at(1)), leader).size).toBe(0);
      expect(told(value, at(1)).filter(([, , person]) => person === leader)).toEqual([]);
    }
  });

  it('is erased with what the routine wrote down', () => {
    const erased = withoutPart({ ...seen, state: 'closed' }, 'records', {
      routine,
      at: NOW.toISOString(),
      decision: 'beslut 1',
    });
    expect(erased.kinAsk).toBeUndefined();
    expect(erased.kinLooks).toBeUndefined();
  });
});

describe('where the group leader is the first contact', () => {
  const { situation: at_, incident: begun, press: pressed, people: who } = pureTownOf(TOWNS.almsjo);
  const theirs = pressed(begun(), who.officer, { verb: 'acknowledge', id: begun().id }, NOW);

  it('holds the list: nobody is asked while they lead, and they are once the strategist does', () => {
    expect(kinHolders(at_(theirs))).toEqual([]);
    const taken = { ...theirs, lead: leads(who.strategist) };
    expect(kinAskable(at_(taken))).toEqual([who.officer]);
  });
});

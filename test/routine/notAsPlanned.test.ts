import type { Contact } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import { rolesIn } from '../../src/routine/rules/access';
import { asked } from '../../src/routine/rules/ladders/asked';
import { notices } from '../../src/routine/rules/notices';
import { accountsOf } from '../../src/routine/rules/succession';
import { acknowledge } from '../../src/routine/transitions/leading';
import { bindVictim } from '../../src/routine/transitions/victim';
import { contacts, incident, NOW, people, press, situation, turn } from '../support/pureTown';

/*
 * Situations that the plan does not assume, as rules: who is asked, whose it is, and who has no part in it. What people see of
 * them is in `test/conversation/situations.test.ts`.
 */

const { officer, deputy, strategist, otherOfficer, victim } = people;
const self = (person: string) => ({ person, name: 'N', kind: 'self' as const });
const told = (kind: 'other' | 'proxy', partyMay?: 'yes' | 'no' | 'unknown') =>
  incident({
    via: 'report',
    reporter: { person: otherOfficer, name: 'N', kind, ...(partyMay ? { partyMay } : {}) },
    victim: { name: 'V' },
  });
const act = (value: Incident, by: string, verb: string, data: object = {}) =>
  press(value, by, { verb, id: value.id, ...data } as never);
const first = (value: Incident, list: readonly Contact[] = contacts) =>
  accountsOf(asked(situation(value, NOW, { contacts: list })));
const rolesOf = (value: Incident, person: string) => [...rolesIn(situation(value), person)];

const led = act(incident(), officer, 'acknowledge');

describe('who is asked first, and who has no part in it', () => {
  it.each<[string, Incident, readonly string[], readonly string[]]>([
    ['the party’s officer, as the plan assumes', incident(), [officer], [otherOfficer]],
    [
      'from the own party: alarmed to the municipality',
      incident({ route: 'municipality' }),
      [strategist],
      [officer, deputy],
    ],
    [
      'from the own party: said later, of what its officer leads',
      act(led, victim, 'reportOwnParty'),
      [strategist],
      [officer, deputy],
    ],
    ['no party', incident({ party: 'none' }), [strategist], [officer, deputy]],
    ['an unknown party', incident({ party: 'unknown' }), [strategist], [officer, deputy]],
    ['a party that is not there any more', incident({ party: 'gone' }), [strategist], [officer, deputy]],
    [
      'the officer is the victim',
      incident({ reporter: self(officer), victim: { person: officer, name: 'V' } }),
      [deputy],
      [],
    ],
    ['the officer cannot', act(incident(), officer, 'decline'), [deputy], []],
    ['the officer is too close', act(incident(), officer, 'recuse'), [deputy], [officer]],
    ['the officer who leads is too close', act(led, officer, 'recuse'), [deputy], [officer]],
    ['told by somebody whom the victim has not chosen', told('other'), [strategist], [officer, deputy]],
    ['told by a proxy: the party may read', told('proxy', 'yes'), [officer], []],
    ['told by a proxy: it may not', told('proxy', 'no'), [strategist], [officer, deputy]],
    ['told by a proxy: nobody knows', told('proxy', 'unknown'), [strategist], [officer, deputy]],
  ])('%s', (_, value, who, without) => {
    expect(first(value)).toEqual(who);
    for (const person of without) expect([person, rolesOf(value, person)]).toEqual([person, []]);
    const week = new Date(NOW.getTime() + 7 * 86_400_000);
    const heard = notices(situation(value, week)).map(({ person }) => person);
    for (const person of without) expect(heard).not.toContain(person);
  });
});

it('whoever is the victim has no other role in it', () => {
  const value = incident({ reporter: self(officer), victim: { person: officer, name: 'V' } });
  expect(rolesOf(value, officer)).toEqual(['victim']);
});

it('whoever was too close has no way back', () => {
  const without = act(incident(), officer, 'recuse');
  for (const verb of ['acknowledge', 'help', 'decline']) expect(act(without, officer, verb)).toBe(without);
});

it('two officers of equal order: both are asked, the first to press leads, the other stands by', () => {
  const list = contacts.map((one) => (one.person === deputy ? { ...one, order: 1 } : one));
  expect([...first(incident(), list)].sort()).toEqual([officer, deputy].sort());
  for (const [quick, slow] of [
    [officer, deputy],
    [deputy, officer],
  ] as const) {
    const both = [quick, slow].reduce(
      (value, by) => acknowledge(value, turn(by, { contacts: list })),
      incident(),
    );
    expect(both.lead?.person).toBe(quick);
    expect(both.standby.map(({ person }) => person)).toEqual([slow]);
  }
});

describe('the account of the victim', () => {
  const of = (why: 'suspect' | 'tooClose' | 'cannot') => ({
    ...told('other'),
    declined: [{ person: officer, at: NOW.toISOString(), why }],
  });

  it.each(['tooClose', 'cannot'] as const)('may be that of an official who said no: %s', (why) => {
    expect(bindVictim(of(why), officer, turn(strategist)).victim).toMatchObject({
      person: officer,
      bound: 'asked',
    });
  });

  it('is never that of whoever is part of it: they hear nothing, not even the question', () => {
    expect(() => bindVictim(of('suspect'), officer, turn(strategist))).toThrow('isSuspect');
  });
});

describe('pressed in panic, twenty times', () => {
  it.each(['callNow', 'raiseAcute', 'markMistake', 'saySafe', 'hide', 'phoneWatched', 'sayEnough'])(
    '%s: what is said is said once, and what follows comes when it would have',
    (verb) => {
      for (const value of [incident(), led]) {
        const times = (one: Incident) => notices(situation(one)).map(({ key, since }) => `${since} ${key}`);
        const once = act(value, victim, verb);
        let often = once;
        for (let at = 1; at < 20; at++)
          often = press(
            often,
            victim,
            { verb, id: often.id } as never,
            new Date(NOW.getTime() + at * 20_000),
          );
        expect(times(often)).toEqual(times(once));
        expect(often.state).toBe('open');
      }
    },
  );
});

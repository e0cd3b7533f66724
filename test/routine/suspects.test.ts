import type { Incident } from '../../src/routine/model/incident';
import { Refusal } from '../../src/routine/model/refusal';
import { rolesIn } from '../../src/routine/rules/access';
import { asked } from '../../src/routine/rules/ladders/asked';
import { notices } from '../../src/routine/rules/notices';
import { accountsOf, servingAs, strategistsOf } from '../../src/routine/rules/succession';
import { nameSuspects } from '../../src/routine/transitions/beside/suspects';
import { contacts, incident, NOW, people, situation, turn } from '../support/pureTown';

/*
 * Somebody of the chain is part of what has happened (routine, section 5 and 8): they have no place in it, and somebody else does.
 */

const rowOf = (person: string): string => contacts.find((one) => one.person === person)?.id ?? '';
const named = (persons: readonly string[], route: 'party' | 'municipality' = 'municipality'): Incident =>
  incident({ route, suspects: persons.map(rowOf) });
const alternate = contacts.find(({ role }) => role === 'alternateContact')?.person ?? '';
const WEEK = 7 * 86_400_000;

it.each([
  ['the strategist', [people.strategist], [people.deputyStrategist]],
  ['both strategists', [people.strategist, people.deputyStrategist], [alternate]],
])('%s: another stands for the municipality, the alternate is asked first', (_, out, stand) => {
  const value = named(out);
  expect(accountsOf(strategistsOf(situation(value)))).toEqual(stand);
  expect(accountsOf(asked(situation(value)))).toEqual([alternate]);
  const later = new Date(NOW.getTime() + WEEK);
  const told = notices(situation(value, later)).map(({ person }) => person);
  for (const person of out) {
    expect(told).not.toContain(person);
    expect([...rolesIn(situation(value, later), person)]).toEqual([]);
  }
});

it.each([
  ['the chief: their deputy', [people.chief], people.deputyChief],
  ['both: the alternate', [people.chief, people.deputyChief], alternate],
])('%s files', (_, out, files) => {
  expect(accountsOf(servingAs(situation(named(out)), 'filer').flat())).toEqual([files]);
});

it('an officer of the party: the whole party is out, and its deputies', () => {
  const value = named([people.officer], 'party');
  expect(value).toMatchObject({ route: 'municipality' });
  for (const person of [people.officer, people.deputy])
    expect([...rolesIn(situation(value), person)]).toEqual([]);
});

it('is refused of nobody, and where nobody would be left', () => {
  expect(() => nameSuspects(incident(), ['none'], turn(people.victim))).toThrow('badInput');
  const all = contacts.map(({ id }) => id);
  expect(() => nameSuspects(incident(), all, turn(people.victim))).toThrow(Refusal);
  // From the beginning it holds all the same: nobody who was named hears.
  expect(accountsOf(asked(situation(incident({ suspects: all }))))).toEqual([]);
});

it('whoever leads and is named leads no more, and is not asked again', () => {
  const led: Incident = {
    ...incident({ route: 'municipality' }),
    lead: { person: people.strategist, since: NOW.toISOString(), why: 'acknowledged' },
  };
  const value = nameSuspects(led, [rowOf(people.strategist)], turn(people.victim));
  expect(value.lead).toBeUndefined();
  expect(accountsOf(asked(situation(value)))).toEqual([alternate]);
});

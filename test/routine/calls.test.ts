import type { Contact } from '../../src/routine/model/contact';
import type { Call, Incident } from '../../src/routine/model/incident';
import { callsDue } from '../../src/routine/rules/calls';
import { contacts, incident, NOW, people, routine, situation } from '../support/pureTown';

/* "Ring nu": whose call is due since when, by what was answered before. */

const MINUTE = 60_000;
const at = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);
const officer = contacts.find(({ person }) => person === people.officer)?.id ?? '';
const call = (minutes: number, more: Partial<Call> = {}): Call => ({
  id: `call${minutes}`,
  to: officer,
  at: at(minutes).toISOString(),
  by: people.deputy,
  answered: false,
  ...more,
});

/** The call to the officer, whom Teams has not reached since minute 10. */
const unreachable = new Map([[people.officer, at(10).toISOString()]]);
const dueWith = (...calls: Call[]) => {
  const value: Incident = { ...incident(), calls };
  return callsDue(situation(value, at(60), { unreachable })).filter(({ to }) => to === officer);
};
const begun = { since: at(10).toISOString(), tries: 0, answers: 0 };

describe('a call to somebody whom Teams does not reach', () => {
  it('is due since then', () => {
    expect(dueWith()).toMatchObject([begun]);
  });

  it('is over when they have answered since then, also at that very time', () => {
    expect(dueWith(call(11, { answered: true }))).toEqual([]);
    expect(dueWith(call(10, { answered: true }))).toEqual([]);
    expect(dueWith(call(11, { rang: true }))).toEqual([]);
  });

  it('is due although they answered before: what they said then was of another time', () => {
    expect(dueWith(call(9, { answered: true }))).toMatchObject([{ ...begun, answers: 1 }]);
  });

  it('that nobody answered is due again later; one in vain before then puts nothing off', () => {
    const again = at(11 + routine.times.ringAgain).toISOString();
    expect(dueWith(call(11))).toMatchObject([{ since: again, tries: 1 }]);
    expect(dueWith(call(9))).toMatchObject([{ ...begun, tries: 1 }]);
  });

  it('is one call, however many rows they have', () => {
    const [row] = contacts.filter(({ id }) => id === officer);
    const twice = row ? [...contacts, { ...row, id: 'second', order: 3 }] : [];
    const due = callsDue(situation(incident(), at(60), { unreachable, contacts: twice }));
    const rows = new Set([officer, 'second']);
    expect(due.filter(({ to }) => rows.has(to)).map(({ to }) => to)).toEqual([officer]);
  });

  const own = { person: people.officer, at: NOW.toISOString() };
  const out: Partial<Incident> = { declined: [{ ...own, why: 'tooClose' }] };
  const lead: Incident['lead'] = { person: people.officer, since: own.at, why: 'acknowledged' };
  it.each<[string, Partial<Contact>, Partial<Incident>]>([
    ['has a row that is quiet', { quiet: {} as Contact['quiet'] }, {}],
    ['is out of it', {}, out],
    ['is out of it, though they still stand as its lead', {}, { ...out, lead }],
  ])('is none to whoever %s', (_, change, more) => {
    const list = contacts.map((one) => (one.id === officer ? { ...one, ...change } : one));
    const due = callsDue(situation({ ...incident(), ...more }, at(60), { unreachable, contacts: list }));
    expect(due.filter(({ to }) => to === officer)).toEqual([]);
  });

  it('is none to whoever has no part in it', () => {
    const gone = new Map([[people.otherOfficer, at(10).toISOString()]]);
    const row = contacts.find(({ person }) => person === people.otherOfficer)?.id;
    const due = callsDue(situation(incident(), at(60), { unreachable: gone }));
    expect(due.filter(({ to }) => to === row)).toEqual([]);
  });
});

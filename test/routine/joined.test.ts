import { joinsOf } from '../../src/app/queries/joined/around';
import type { Incident } from '../../src/routine/model/incident';
import { Refusal } from '../../src/routine/model/refusal';
import { isNear } from '../../src/routine/rules/joined/around';
import { carriedTo, carryOf, FOR_ALL } from '../../src/routine/rules/joined/carried';
import { withoutMunicipal, withoutNotes } from '../../src/routine/rules/reading';
import type { Role } from '../../src/routine/rules/roles/role';
import { joinEvent, leaveEvent } from '../../src/routine/transitions/beside/joined';
import { withoutPart } from '../../src/routine/transitions/retention';
import type { ActTurn } from '../../src/routine/transitions/turn';
import { type RoundIncident, roundLines } from '../../src/screens/round';
import type { Around } from '../../src/screens/shown/around';
import { incident, NOW, people, routine, turn } from '../support/pureTown';

/* Many victims of one event (routine, section 8): what they share, and which presses are made once for all. */

const EVENT = { id: 'event1', at: NOW.toISOString(), by: people.strategist };
const actTurn = (joins?: ActTurn['joins']): ActTurn => ({
  ...turn(people.strategist, { once: 'press1' }),
  roles: new Set<Role>(['strategist']),
  joins,
});

describe('an event that incidents share', () => {
  it('is new where none of them has one; the press is carried to the others', () => {
    const value = joinEvent(incident(), {}, actTurn({ others: ['b', 'c'] }));
    expect(value.event).toEqual({ id: 'press1', at: NOW.toISOString(), by: people.strategist });
    expect(value.carries).toMatchObject([{ once: 'press1', verb: 'joinEvent', to: ['b', 'c'] }]);
  });

  it.each([
    ['the one that another has', undefined, EVENT, 'event1'],
    ['its own before that of another', { ...EVENT, id: 'own' }, EVENT, 'own'],
  ])('is %s', (_, own, theirs, id) => {
    const value = joinEvent({ ...incident(), event: own }, {}, actTurn({ event: theirs, others: ['b'] }));
    expect(value.event?.id).toBe(id);
  });

  it('is taken from a carried press, which is carried no further; nothing chosen is refused', () => {
    const value = joinEvent(incident(), {}, actTurn({ event: EVENT, others: [] }));
    expect([value.event, value.carries]).toEqual([EVENT, undefined]);
    expect(joinEvent(value, {}, actTurn({ event: EVENT, others: [] }))).toBe(value);
    expect(() => joinEvent(incident(), {}, actTurn({ others: [] }))).toThrow(Refusal);
    expect(() => joinEvent({ ...incident(), state: 'closed' }, {}, actTurn({ others: ['b'] }))).toThrow(
      Refusal,
    );
  });

  it('is left by one alone', () => {
    expect(leaveEvent({ ...incident(), event: EVENT }).event).toBeUndefined();
    const alone = incident();
    expect(leaveEvent(alone)).toBe(alone);
  });

  it('takes with it all that share one already', () => {
    const one = (id: string, event?: Around['event']): Around => ({
      ...{
        id,
        reference: id,
        createdAt: '',
        isAcute: false,
        isLed: false,
        isMember: false,
        isNear: true,
        event,
      },
    });
    const around = [one('a', EVENT), one('b', EVENT), one('c'), one('d')];
    expect(joinsOf(around, ['a', 'c', 'nobody'])).toEqual({ event: EVENT, others: ['a', 'b', 'c'] });
    expect(joinsOf(around, ['d'])).toEqual({ event: undefined, others: ['d'] });
  });

  it.each([
    [47, true],
    [-48, true],
    [49, false],
  ])('%i hours apart: proposed %s', (hours, is) => {
    const at = new Date(NOW.getTime() + hours * 3_600_000).toISOString();
    expect(isNear({ createdAt: NOW.toISOString() }, { createdAt: at })).toBe(is);
  });
});

it('goes with the notes of what was done, and stands in nothing that is handed out', () => {
  const value = joinEvent(incident(), {}, actTurn({ others: ['b'] }));
  const erased = withoutPart(value, 'records', { routine, at: NOW.toISOString(), decision: 'KS 1' });
  expect([erased.event, erased.carries]).toEqual([undefined, undefined]);
  expect(JSON.stringify([withoutNotes(value), withoutMunicipal(value, routine)])).not.toContain('press1');
});

it('is one line of the morning round; what is acute has its own', () => {
  const one = (id: string, event?: string, isAcute = false): RoundIncident => ({
    ...{ id, reference: id, isAcute, routine: undefined, event, waiting: [] },
  });
  const lines = roundLines([one('a', 'x'), one('b'), one('c', 'x'), one('d', 'x', true), one('e', 'y')]);
  expect(lines.map(({ incident: { id }, others }) => [id, ...others.map((other) => other.id)])).toEqual([
    ['a', 'c'],
    ['b'],
    ['d'],
    ['e'],
  ]);
});

describe('once for all', () => {
  const joined: Incident = { ...incident(), event: EVENT };
  const groups = routine.steps.find(({ owner }) => owner === 'twoPersons')?.id ?? '';
  const pressed = (verb: string, data: object, role: Role = 'strategist') => ({
    ...{ once: 'press1', by: people.strategist, at: NOW.toISOString(), verb },
    data: { id: 'x', verb, once: 'press1', [FOR_ALL]: 'true', ...data },
    roles: new Set<Role>([role]),
  });

  it.each([
    ['endStep', 'contact-police', 'strategist', true],
    ['endStep', 'contact-police', 'stepStrategist', true],
    ['addRecord', 'contact-police', 'strategist', true],
    ['endStep', 'contact-police', 'lead', false],
    ['endStep', 'order-professional-support', 'strategist', false],
    ['endStep', 'initial-support', 'strategist', false],
    ['skipStep', 'contact-police', 'strategist', false],
    ['proposeGroups', groups, 'strategist', true],
    ['proposeGroups', groups, 'lead', false],
    ['confirmGroups', groups, 'stepStrategist', true],
    ['confirmGroups', groups, 'confirmer', false],
    ['amend', '', 'strategist', false],
  ] as const)('%s of %s by the %s: %s', (verb, step, role, is) => {
    expect(carryOf(joined, pressed(verb, { step }, role), routine) !== undefined).toBe(is);
  });

  it('only of an incident that shares its event, and only where it was said', () => {
    const press = pressed('endStep', { step: 'contact-police' });
    expect(carryOf(incident(), press, routine)).toBeUndefined();
    expect(
      carryOf(joined, { ...press, data: { ...press.data, [FOR_ALL]: 'false' } }, routine),
    ).toBeUndefined();
  });

  it('carries what was typed, and neither the incident nor the mark', () => {
    const carry = carryOf(joined, pressed('endStep', { step: 'contact-police', whom: 'Bo' }), routine);
    expect(JSON.parse(carry?.data ?? '')).toEqual({ step: 'contact-police', whom: 'Bo' });
  });

  it('a field has the name that the plan gives it, whichever it is', () => {
    const carry = carryOf(joined, pressed('proposeGroups', { text: 'T', groups: 'staff' }), routine);
    expect(carry && carriedTo(incident(), carry)).toEqual({ text: 'T', groups: 'staff' });
  });

  it('a second person agrees to the same text in each, by each one’s own number, and to no other', () => {
    const proposal = { by: people.strategist, at: '', values: { text: 'T' }, epoch: 1 };
    const carry = carryOf({ ...joined, groups: proposal }, pressed('confirmGroups', { epoch: '1' }), routine);
    if (!carry) throw new Error('nothing is carried');
    expect(carriedTo({ ...incident(), groups: { ...proposal, epoch: 4 } }, carry)).toEqual({ epoch: '4' });
    expect(
      carriedTo({ ...incident(), groups: { ...proposal, values: { text: 'U' } } }, carry),
    ).toBeUndefined();
    expect(carriedTo(incident(), carry)).toBeUndefined();
  });
});

import type { Incident } from '../../src/routine/model/incident';
import { eraseEpoch, isHeld } from '../../src/routine/rules/retention';
import { hold, release } from '../../src/routine/transitions/retention';
import { incident, NOW, people, turn } from '../support/pureTown';

/* Holding a closed incident back, and letting it go again. */

const closed: Incident = { ...incident(), state: 'closed', closedAt: NOW.toISOString() };
const strategist = turn(people.strategist);
const held = (value: Incident): Incident => hold(value, { reason: 'An appeal' }, strategist);

describe('a hold', () => {
  it('begins a new time of warning each time, so that each warning is told by itself', () => {
    const first = held(closed);
    const second = held(release(first, strategist));
    const third = held(release(second, strategist));
    expect([closed, first, second, third].map(eraseEpoch)).toEqual([1_000, 1_001, 1_002, 1_003]);
  });

  it('pressed twice stays the first; released twice stays released', () => {
    const first = held(closed);
    expect(hold(first, { reason: 'Another' }, strategist)).toBe(first);
    const released = release(first, strategist);
    expect([isHeld(first), isHeld(released)]).toEqual([true, false]);
    expect(release(released, turn(people.deputyStrategist))).toBe(released);
  });

  it('is of what is closed only, and nothing is released that is not held', () => {
    const open = incident();
    expect(hold(open, { reason: 'x' }, strategist)).toBe(open);
    expect(release(closed, strategist)).toBe(closed);
  });
});

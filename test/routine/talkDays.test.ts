import type { Incident } from '../../src/routine/model/incident';
import { talkStep } from '../../src/routine/plan/traits';
import { notices } from '../../src/routine/rules/notices';
import { stored } from '../../src/routine/rules/progress';
import { talkDays } from '../../src/routine/rules/steps/talkDays';
import type { Action } from '../../src/screens/actions';
import { readAction } from '../../src/screens/actions';
import { incident, NOW, people, press, routine, situation } from '../support/pureTown';

/* Days of talks, and who is told of a new one. */

const STEP = talkStep(routine)?.id ?? '';
const at = (iso: string): Date => new Date(iso);
const action = (verb: string, data: object): Action => {
  const read = readAction(verb, { id: 'incident1', once: `once${verb}`, ...data });
  if (!read) throw new Error(`${verb} is no action`);
  return read;
};

/** A led incident whose follow-up talk is open, some days on. */
function led(): Incident {
  const value = press(
    incident({ via: 'report', acute: false }),
    people.officer,
    action('acknowledge', {}),
    NOW,
  );
  return { ...value, steps: { ...value.steps, [STEP]: { ...stored(value, STEP), state: 'open' } } };
}
const move = (value: Incident, who: string, [day, now]: [string, Date]): Incident =>
  press(value, who, action('moveDay', { wait: STEP, day, reason: 'Resa' }), now);
const told = (value: Incident, now: Date) =>
  notices(situation(value, now))
    .filter(({ kind }) => kind === 'talkDay')
    .map(({ person, since }) => [person, since]);

it('the follow-up talk has a day once one is chosen within its time; the first choice is no move', () => {
  const value = move(led(), people.officer, ['2026-12-04', at('2026-11-26T10:00:00Z')]);
  expect(talkDays(situation(led(), NOW))).toEqual([]);
  expect(talkDays(situation(value, NOW))).toMatchObject([
    { talk: STEP, day: '2026-12-04', moved: 0, from: undefined, by: people.officer },
  ]);
  const moved = move(value, people.officer, ['2026-12-03', at('2026-11-27T10:00:00Z')]);
  expect(talkDays(situation(moved, NOW))).toMatchObject([
    { day: '2026-12-03', moved: 1, from: '2026-12-04' },
  ]);
  // One that is over is to be written down, and is news to nobody.
  expect(talkDays(situation(moved, at('2026-12-03T20:00:00Z')))).toHaveLength(1);
  expect(talkDays(situation(moved, at('2026-12-04T10:00:00Z')))).toEqual([]);
  const ended = { ...moved, steps: { ...moved.steps, [STEP]: { ...stored(moved, STEP), state: 'done' } } };
  expect(talkDays(situation(ended as Incident, NOW))).toEqual([]);
});

it('the victim is told of every day, by day; the lead of what another booked, and not of their own', () => {
  const night = at('2026-11-26T21:30:00Z');
  const own = move(led(), people.officer, ['2026-12-04', night]);
  const morning = '2026-11-27T07:00:00.000Z';
  expect(told(own, night)).toEqual([[people.victim, morning]]);
  // The strategist writes a talk down, and books the next: the lead learns it too.
  const day = at('2026-11-27T12:00:00Z');
  const talk = {
    kind: 'followUp',
    heldOn: '2026-11-27',
    attendees: 'Eva',
    more: 'yes',
    plannedFor: '2026-12-11',
  };
  const whole: Incident = { ...own, strategist: { since: NOW.toISOString(), why: 'contacted', epoch: 1 } };
  const others = press(whole, people.strategist, action('addTalk', talk), day);
  expect(told(others, day)).toEqual([
    [people.victim, morning],
    [people.victim, day.toISOString()],
    [people.officer, day.toISOString()],
  ]);
  expect(told(press(whole, people.officer, action('addTalk', talk), day), day)).toHaveLength(2);
  // Back to the day before is news as well: each has a key of its own.
  const moved = move(own, people.officer, ['2026-12-02', day]);
  const back = move(moved, people.officer, ['2026-12-04', at('2026-11-27T13:00:00Z')]);
  const keys = [own, moved, back].map(
    (value) => notices(situation(value, day)).find(({ kind }) => kind === 'talkDay')?.key,
  );
  expect(new Set(keys).size).toBe(3);
});

it('nobody is told whose phone another may see, nor who has had enough', () => {
  const day = at('2026-11-26T10:00:00Z');
  const value = move(led(), people.officer, ['2026-12-04', day]);
  const watched = press(value, people.victim, action('phoneWatched', {}), day);
  const enough = press(value, people.victim, action('sayEnough', {}), day);
  expect([told(value, day).length, told(watched, day), told(enough, day)]).toEqual([1, [], []]);
});

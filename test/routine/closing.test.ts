import type { Acting } from '../../src/routine/acts/acts';
import type { Incident } from '../../src/routine/model/incident';
import type { ProtectionMeasure, StepState, Talk } from '../../src/routine/model/records';
import { Refusal } from '../../src/routine/model/refusal';
import { focusOf } from '../../src/routine/rules/nextTask';
import { notices } from '../../src/routine/rules/notices';
import { waitingIn } from '../../src/routine/rules/pendingTasks';
import { measureTimes } from '../../src/routine/rules/tasks/measures';
import { close, reopen } from '../../src/routine/transitions/closing';
import { incident, NOW, people, press, routine, situation, turn } from '../support/pureTown';

/*
 * What an incident needs to be closed, one condition a test: the incident below has it all, and each test takes one
 * thing away.
 */

const AT = NOW.toISOString();
const LATER = new Date(NOW.getTime() + 90 * 86_400_000);
const lead = turn(people.officer, { now: LATER });

const ended = (state: StepState['state'] = 'done'): StepState => ({ state, epoch: 1, records: {} });
const talk = (id: string, more: Partial<Talk>): Talk => ({
  id,
  kind: 'followUp',
  attendees: '',
  notes: '',
  at: AT,
  ...more,
});
const HELD = talk('talk1', { heldOn: '2026-12-01', attendees: 'Two' });
const WAIVED = talk('talk2', { waived: 'Moved away' });
const PLANNED = talk('talk3', { plannedFor: '2026-12-10' });

const begun = incident();
const taken = press(begun, people.officer, { verb: 'acknowledge', id: begun.id, once: 'take1' });

const ready: Incident = {
  ...taken,
  decision: { askedAt: AT, answer: 'no', at: AT, epoch: 1 },
  steps: Object.fromEntries(routine.steps.map(({ id }) => [id, ended()])),
  checks: Object.fromEntries(
    routine.checks.map(({ id }) => [id, { at: AT, by: people.officer, answers: {} }]),
  ),
  talks: [talk('first1', { kind: 'first', heldOn: '2026-11-25', attendees: 'Two' }), HELD, WAIVED],
  review: { at: AT, by: people.officer, applied: 'yes', routine: '', plan: '', worked: '' },
};

const tried = (value: Incident): string => {
  try {
    return close(value, lead).state;
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
};
/** What the lead's list and the lead's card say of the end: nothing, the review, or the closing. */
const lastDuties = (value: Incident): string[] =>
  waitingIn(situation(value, LATER))
    .map(({ about }) => about)
    .filter((about) => about === 'review' || about === 'close');

const without = (value: Readonly<Record<string, unknown>>, key: string) =>
  Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));

function expectKept(value: Incident): void {
  expect(tried(value)).toBe('notReadyToClose');
  expect(focusOf(situation(value, LATER)).kind).not.toBe('close');
  expect(lastDuties(value)).not.toContain('close');
}

describe('an incident with all that it needs', () => {
  it('is closed, with the time and the reason, and is offered to be closed', () => {
    expect(close(ready, lead)).toMatchObject({
      state: 'closed',
      closedAt: LATER.toISOString(),
      closeReason: 'finished',
    });
    expect(focusOf(situation(ready, LATER))).toEqual({ kind: 'close' });
    expect(lastDuties(ready)).toEqual(['close']);
  });

  it('is closed once: a second press changes nothing', () => {
    const closed = close(ready, lead);
    expect(close(closed, turn(people.officer))).toBe(closed);
  });

  it('may have steps that were not needed', () => {
    const skipped = Object.fromEntries(routine.steps.map(({ id }) => [id, ended('notApplicable')]));
    expect(tried({ ...ready, steps: skipped })).toBe('closed');
  });
});

describe('every step is ended', () => {
  it.each(routine.steps.map(({ id }) => id))('%s', (id) => {
    expectKept({ ...ready, steps: { ...ready.steps, [id]: ended('open') } });
    const untouched = { ...ready, steps: without(ready.steps, id) as Incident['steps'] };
    if (routine.steps.find((step) => step.id === id)?.opens !== 'ifArises') return expectKept(untouched);
    // What nobody said had arisen keeps nothing open, and ends with the incident, with why.
    expect(close(untouched, lead).steps[id]).toMatchObject({
      state: 'notApplicable',
      because: 'notArisen',
      endedAt: LATER.toISOString(),
    });
  });
});

describe('every check is answered', () => {
  it.each(routine.checks.map(({ id }) => id))('%s', (id) => {
    const value = { ...ready, checks: without(ready.checks, id) as Incident['checks'] };
    expectKept(value);
    // Nor is the review asked for while a check is open.
    expect(lastDuties(value)).toEqual([]);
    expect(focusOf(situation({ ...value, review: undefined }, LATER)).kind).not.toBe('review');
  });
});

describe('every talk is held and written down, or waived', () => {
  it('a planned one keeps it open', () => {
    const value = { ...ready, talks: [...ready.talks, PLANNED] };
    expectKept(value);
    expect(lastDuties(value)).toEqual([]);
    expect(focusOf(situation(value, LATER))).toEqual({ kind: 'talk', talk: PLANNED });
  });

  it('the first keeps it open until it is held or waived', () => {
    const without = { ...ready, talks: [HELD, WAIVED] };
    expectKept(without);
    expect(lastDuties(without)).toEqual([]);
    const first = talk('first1', { kind: 'first' });
    expect(tried({ ...without, talks: [{ ...first, heldOn: '2026-11-25' }] })).toBe('closed');
    expect(tried({ ...without, talks: [{ ...first, waived: 'Moved away' }] })).toBe('closed');
  });

  it('held or waived, it does not', () => {
    expect(tried({ ...ready, talks: [...ready.talks, { ...PLANNED, waived: 'Ill' }] })).toBe('closed');
    expect(tried({ ...ready, talks: [...ready.talks, { ...PLANNED, heldOn: '2026-12-10' }] })).toBe('closed');
  });
});

describe('the review is written', () => {
  const value = { ...ready, review: undefined };

  it('without it nothing is closed; it is what is asked for last', () => {
    expectKept(value);
    expect(lastDuties(value)).toEqual(['review']);
    expect(focusOf(situation(value, LATER))).toEqual({ kind: 'review' });
  });

  it('is not asked for while a step is open', () => {
    const open = { ...value, steps: { ...value.steps, [routine.steps.at(-1)?.id ?? '']: ended('open') } };
    expect(lastDuties(open)).toEqual([]);
  });

  it('after a reopening it is written anew', () => {
    const again = reopen(close(ready, lead), { reason: 'It went on' }, lead);
    expectKept(again);
    expect(tried({ ...again, review: ready.review })).toBe('closed');
  });
});

it('only one who may close closes: the lead, and nobody who has no part', () => {
  const asked = { verb: 'close', id: ready.id } as const;
  expect(press(ready, people.officer, asked, LATER).state).toBe('closed');
  for (const person of [people.victim, people.stranger, people.otherOfficer])
    expect([person, press(ready, person, asked, LATER).state]).toEqual([person, 'open']);
});

describe('a protection measure', () => {
  const measure = (more: Partial<ProtectionMeasure>): ProtectionMeasure => ({
    ...{ id: 'm1', what: 'x', who: 'y', when: '', at: AT, by: people.strategist },
    ...more,
  });
  const withOne = (more: Partial<ProtectionMeasure>): Incident => ({ ...ready, protection: [measure(more)] });
  const DAY = '2027-01-15';

  it.each([
    ['of an earlier release, without a day', {}, 'closed'],
    ['that waits', { day: DAY, owner: 'lead' }, 'notReadyToClose'],
    ['that is carried out', { day: DAY, owner: 'lead', doneAt: AT }, 'closed'],
    ['that is not needed', { day: DAY, owner: 'lead', doneAt: AT, waived: 'moved' }, 'closed'],
  ] as const)('%s', (_, more, outcome) => {
    expect(tried(withOne(more))).toBe(outcome);
    expect(lastDuties(withOne(more))).toEqual(outcome === 'closed' ? ['close'] : []);
    expect(focusOf(situation(withOne(more), NOW)).kind).toBe(outcome === 'closed' ? 'close' : 'wait');
  });

  /** Decided at 10 on Tuesday 24 November. */
  it.each([
    ['ahead', '2026-12-03', '2026-12-03T07:00', '2026-12-04T07:00'],
    ['on a Saturday: the working day before', '2026-11-28', '2026-11-27T07:00', '2026-11-30T07:00'],
    ['the same day: in the afternoon', '2026-11-24', '2026-11-24T15:00', '2026-11-25T07:00'],
    ['on a day that has been', '2026-11-20', undefined, '2026-11-25T07:00'],
  ])('is reminded of, and goes up: %s', (_, day, remindAt, upAt) => {
    const one = measure({ day, owner: 'lead' });
    const times = measureTimes(situation(ready, NOW), { ...one, day });
    const short = (at: Date | undefined) => at?.toISOString().slice(0, 16);
    expect([short(times.remindAt), short(times.upAt)]).toEqual([remindAt, upAt]);
    const value = { ...ready, protection: [one] };
    expect(waitingIn(situation(value, NOW)).find(({ about }) => about === 'measure')).toMatchObject({
      persons: [people.officer],
      last: day,
    });
  });

  it('moved to another day: told to its owner, reminded of and late by that day, however late it was before', () => {
    const before = measure({ day: '2026-11-26', owner: 'lead' });
    const move = (more: Record<string, string>, by: string, at: string) =>
      press(
        { ...withOne(before), strategist: { since: AT, why: 'contacted', epoch: 1 } },
        by,
        {
          verb: 'moveProtection',
          id: ready.id,
          measure: 'm1',
          once: 'move1',
          reason: 'Låset kom sent',
          ...more,
        } as Acting,
        new Date(at),
      );
    const value = move({ day: '2026-12-03' }, people.strategist, '2026-11-30T09:00:00Z');
    expect(value.protection[0]).toMatchObject({
      day: '2026-12-03',
      moves: [
        {
          from: '2026-11-26',
          at: '2026-11-30T09:00:00.000Z',
          by: people.strategist,
          reason: 'Låset kom sent',
        },
      ],
    });
    const heard = notices(situation(value, LATER))
      .filter(({ kind }) => kind === 'measure' || kind === 'up')
      .map(({ kind, key, person, since }) => [kind, key.split('|')[1], person, since.slice(0, 16)]);
    expect(heard).toEqual(
      expect.arrayContaining([
        ['measure', 'm1.moved1', people.officer, '2026-11-30T09:00'],
        ['measure', 'm1.day1', people.officer, '2026-12-03T07:00'],
        ['up', 'lead.2026-12-04.0', people.deputy, '2026-12-04T07:00'],
      ]),
    );
    expect(heard.filter(([kind, about]) => kind === 'measure' && !about?.endsWith('1'))).toEqual([]);
    // Who moves it is not told; the same day, a day that has been, and one who may not move nothing.
    const own = move({ day: '2026-12-03' }, people.officer, '2026-11-30T09:00:00Z');
    expect(notices(situation(own, LATER)).some(({ key }) => key.includes('moved1'))).toBe(false);
    for (const [day, by] of [
      ['2026-11-26', people.officer],
      ['2026-12-03', people.victim],
      ['2026-12-03', people.otherOfficer],
    ] as const)
      expect([by, move({ day }, by, '2026-11-25T09:00:00Z').protection]).toEqual([by, [before]]);
    for (const day of ['2026-11-29', '', 'x'])
      expect(() => move({ day }, people.officer, '2026-11-30T09:00:00Z')).toThrow(Refusal);
  });

  it('goes up to the deputy where the lead leaves it, and to the deputy strategist where the strategist does', () => {
    const whole = { since: AT, why: 'contacted' as const, epoch: 1 };
    const heard = (owner: 'lead' | 'strategist') =>
      notices(situation({ ...withOne({ day: '2026-11-26', owner }), strategist: whole }, LATER))
        .filter(({ kind }) => kind === 'up')
        .map(({ key, person }) => [key.split('|')[1]?.split('.')[0], person]);
    expect(heard('lead')).toContainEqual(['lead', people.deputy]);
    expect(heard('strategist')).toContainEqual(['strategist', people.deputyStrategist]);
  });
});

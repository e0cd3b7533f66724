import { OPERATOR } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import { passedOnAt } from '../../src/routine/rules/ladders/asked';
import { callingSince, isAtAnyHour } from '../../src/routine/rules/ladders/reaching';
import { type Notice, notices } from '../../src/routine/rules/notices';
import { waitingFor } from '../../src/routine/rules/pendingTasks';
import { incident, NOW, people, press, situation } from '../support/pureTown';
import { seeded } from '../support/seeded';

/*
 * Properties of the ladders, over presses at random times: a press of the victim moves no clock, and what is acute and
 * unanswered is never without a next time at which somebody hears of it.
 */

const MINUTE = 60_000;
const CASES = 12;

const act = (value: Incident, by: string, verb: string, now: Date, data: object = {}): Incident =>
  press(value, by, { verb, id: value.id, once: `${verb}${now.getTime()}`, ...data } as never, now);

/** To come: when, and who hears what. */
const ahead = (value: Incident, now: Date): Notice[] =>
  notices(situation(value, now)).filter(({ since }) => Date.parse(since) > now.getTime());
const places = (all: readonly Notice[]): string[] => all.map(({ key, since }) => `${since} ${key}`);

/** An acute incident, perhaps led, pressed for help a few times, at random minutes. */
function story(random: () => number): { value: Incident; now: Date } {
  let now = NOW;
  let value = incident();
  const later = (most: number) => {
    now = new Date(now.getTime() + Math.ceil(random() * most) * MINUTE);
  };
  if (random() < 0.6) {
    later(20);
    value = act(value, people.officer, 'acknowledge', now);
    later(40);
    if (random() < 0.5) value = act(value, people.victim, 'callNow', now);
    if (random() < 0.3)
      value = act(value, people.officer, 'recordCall', now, { to: 'victim', answered: 'no' });
  }
  later(600);
  return { value, now };
}

describe.each(Array.from({ length: CASES }, (_, seed) => seed))('story %i', (seed) => {
  const { value, now } = story(seeded(seed + 1));

  it.each(['callNow', 'raiseAcute', 'callMe', 'markMistake'])('%s moves no clock that runs', (verb) => {
    const before = places(ahead(value, now));
    const after = new Set(places(ahead(act(value, people.victim, verb, now), now)));
    expect(before.filter((one) => !after.has(one))).toEqual([]);
  });

  it('somebody hears of it again, until they have spoken', () => {
    let at = now;
    for (let step = 0; step < 12; step++) {
      const next = ahead(value, at).filter(
        ({ kind, person }) =>
          /^(ring|askedAgain|asked|up|unreached|reached|nobody)$/.test(kind) && person !== OPERATOR,
      );
      const times = next.map(({ since }) => Date.parse(since)).sort((a, b) => a - b);
      expect(times[0]).toBeDefined();
      // Within a day, also at night and on a day off.
      expect((times[0] ?? 0) - at.getTime()).toBeLessThanOrEqual(24 * 60 * MINUTE);
      at = new Date(times[0] ?? 0);
    }
  });
});

it('ends with "Vi har pratat", and with the police; a call that nobody answered ends nothing', () => {
  const led = act(incident(), people.officer, 'acknowledge', NOW);
  const now = new Date(NOW.getTime() + 20 * MINUTE);
  const reaching = (value: Incident) =>
    ahead(value, now).filter(({ kind }) => ['ring', 'reached', 'unreached', 'nobody'].includes(kind));
  const vain = act(led, people.officer, 'recordCall', now, { to: 'victim', answered: 'no' });
  expect(reaching(vain).length).toBeGreaterThan(0);
  expect(isAtAnyHour(vain)).toBe(true);
  for (const [who, verb] of [
    [people.officer, 'spoke'],
    [people.victim, 'spoke'],
    [people.officer, 'policeTookOver'],
  ] as const) {
    const over = act(vain, who, verb, now);
    expect(reaching(over)).toEqual([]);
    expect(isAtAnyHour(over)).toBe(false);
  }
});

it('who leaves while the victim waits to be rung leaves something acute behind', () => {
  const led = act(incident(), people.officer, 'acknowledge', NOW);
  const calm = { ...led, acute: false };
  const calling = act(act(calm, people.victim, 'raiseAcute', NOW), people.victim, 'callNow', NOW);
  const left = act({ ...calling, acute: false }, people.officer, 'decline', NOW);
  expect(left).toMatchObject({ acute: true, lead: undefined });
});

it('a talk that is written down answers a call only where it was held on a later day', () => {
  const led = act(incident(), people.officer, 'acknowledge', NOW);
  const calling = act(led, people.victim, 'callNow', new Date(NOW.getTime() + 20 * MINUTE));
  const noted = (heldOn: string, now: Date): Incident =>
    act(calling, people.officer, 'addTalk', now, {
      ...{ kind: 'first', heldOn, attendees: 'Two', notes: 'Calm', more: 'no' },
    });
  const after = new Date(NOW.getTime() + 23 * MINUTE);
  const tomorrow = new Date(NOW.getTime() + 24 * 60 * MINUTE);
  const dayOfIt = NOW.toISOString().slice(0, 10);
  for (const value of [noted(dayOfIt, after), noted(dayOfIt, tomorrow)]) {
    expect(value.talks).toHaveLength(1);
    expect(callingSince(value)).toBe(calling.callNow?.since);
    expect(isAtAnyHour(value)).toBe(true);
  }
  expect(callingSince(noted(tomorrow.toISOString().slice(0, 10), tomorrow))).toBeUndefined();
});

it('a plain "Ring mig" waits in the next morning’s round, and goes up, until they have spoken', () => {
  const led = { ...act(incident(), people.officer, 'acknowledge', NOW), acute: false };
  const asked = act(led, people.victim, 'callMe', NOW);
  const waits = (value: Incident) =>
    waitingFor(situation(value, NOW), people.officer).find(({ about }) => about === 'callMe');
  expect(waits(asked)).toMatchObject({ roundFrom: '2026-11-25', isUrgent: true, upAt: expect.any(Date) });
  expect(waits(act(asked, people.officer, 'spoke', NOW))).toBeUndefined();
});

it('a no of those before counts as the time from which the next are asked, a no of anybody else does not', () => {
  const at = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE).toISOString();
  const no = (person: string, minutes: number) => ({ person, at: at(minutes), why: 'cannot' as const });
  const passed = (...declined: Incident['declined']) =>
    passedOnAt(situation({ ...incident(), declined }, new Date(NOW.getTime() + 60 * MINUTE)));
  expect(passed()).toBeUndefined();
  expect(passed(no(people.officer, 2))).toBe(at(2));
  expect(passed(no(people.officer, 2), no(people.strategist, 9))).toBe(at(2));
  expect(passed(no(people.strategist, 9))).toBeUndefined();
  // Of two of them the last counts, whoever said it.
  expect(passed(no(people.officer, 2), no(people.deputy, 7))).toBe(at(7));
  expect(passed(no(people.officer, 7), no(people.deputy, 2))).toBe(at(7));
});

it('who is brought in is told by day; only whom somebody contacts of what is acute, at any hour', () => {
  const night = new Date('2026-11-24T22:30:00Z');
  const broughtIn = (value: Incident, why: 'contacted' | 'police') =>
    notices(situation({ ...value, strategist: { since: night.toISOString(), why, epoch: 1 } }, night))
      .filter(({ kind, person }) => kind === 'broughtIn' && person === people.strategist)
      .map(({ since }) => since);
  const spoken = act(act(incident(), people.officer, 'acknowledge', NOW), people.officer, 'spoke', NOW);
  const morning = ['2026-11-25T07:00:00.000Z'];
  expect(spoken.acute).toBe(true);
  expect(broughtIn(spoken, 'contacted')).toEqual([night.toISOString()]);
  expect(broughtIn(spoken, 'police')).toEqual(morning);
  expect(broughtIn({ ...spoken, acute: false }, 'contacted')).toEqual(morning);
  expect(broughtIn({ ...spoken, acute: false }, 'police')).toEqual(morning);
});

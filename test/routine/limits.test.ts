import { clockOf, dayOf } from '../../src/routine/calendar/localTime';
import type { Incident } from '../../src/routine/model/incident';
import { talkStep } from '../../src/routine/plan/traits';
import { notices } from '../../src/routine/rules/notices';
import { missingToClose } from '../../src/routine/rules/progress';
import { addedTo, standing } from '../../src/routine/rules/report/versions';
import { followUpDays, stateOf } from '../../src/routine/rules/steps/stepState';
import { incident, NOW, people, press, routine, situation } from '../support/pureTown';

/* Rows of the Time table that a conversation of weeks would be dear for. The incident begins on Tuesday 24 November, 10:00. */

const HOUR = 3_600_000;
const later = (hours: number): Date => new Date(NOW.getTime() + hours * HOUR);
const act = (value: Incident, by: string, verb: string, at: Date, data: object = {}): Incident =>
  press(value, by, { verb, id: value.id, once: `${verb}${at.getTime()}`, ...data } as never, at);
const keys = (value: Incident, at: Date): string[] =>
  notices(situation(value, at))
    .filter(({ since }) => Date.parse(since) <= at.getTime())
    .map(({ key }) => key);
const calm = (report: Incident['report'] = {}): Incident => ({
  ...incident({ via: 'report', acute: false }),
  report,
});
const on = (date: string) => followUpDays(calm({ date }), routine);

describe('the days of the follow-up talk', () => {
  it('are counted from the event; reported after day 11, 3 working days from the report', () => {
    expect(on('2026-11-24')).toMatchObject({ book: '2026-11-27', from: '2026-12-01', last: '2026-12-08' });
    expect(on('2026-11-13')).toMatchObject({ last: '2026-11-27', isLate: false });
    expect(on('2026-11-12')).toMatchObject({ last: '2026-11-27', isLate: true });
  });

  it('a talk before its days is the first talk, unless the form says otherwise', () => {
    const id = talkStep(routine)?.id ?? '';
    const led = act(calm(), people.officer, 'acknowledge', NOW);
    const open = act(led, people.officer, 'approve', NOW, { step: id });
    const held = { step: id, heldOn: '2026-11-24', attendees: 'Two' };
    expect(() => act(open, people.officer, 'endStep', later(1), held)).toThrow('badInput');
    const first = act(open, people.officer, 'endStep', later(1), { ...held, which: 'first' });
    expect([first.steps[id]?.state, missingToClose(first, routine).firstTalk]).toEqual(['open', false]);
    expect(first.talks).toMatchObject([{ kind: 'first', heldOn: '2026-11-24', attendees: 'Two' }]);
    const said = act(open, people.officer, 'endStep', later(1), { ...held, which: 'followUp' });
    expect([said.steps[id]?.state, missingToClose(said, routine).firstTalk]).toEqual(['done', true]);
  });

  it('the first talk may be waived with a reason', () => {
    const led = act(calm(), people.officer, 'acknowledge', NOW);
    const waived = act(led, people.officer, 'waiveTalk', NOW, { talk: 'first', reason: 'Does not want to' });
    expect(missingToClose(waived, routine).firstTalk).toBe(false);
  });
});

it('a no to professional support is asked once more when the talk is to be held', () => {
  const step = routine.steps.find(({ asksAgain }) => asksAgain);
  if (!step) throw new Error('No step asks again.');
  const led = act(calm(), people.officer, 'acknowledge', NOW);
  const no = act(led, people.victim, 'endStep', later(24), { step: step.id, wants: 'no' });
  const state = (hours: number) => stateOf(no, step, routine, later(hours));
  expect([stateOf(led, step, routine, later(1)), state(25), state(7 * 24)]).toEqual([
    'waiting',
    'done',
    'open',
  ]);
  expect(keys(no, later(7 * 24)).join()).toContain(`duty|${step.id}.again|`);
  const yes = act(no, people.victim, 'endStep', later(7 * 24), { step: step.id, wants: 'yes' });
  expect(stateOf(yes, step, routine, later(8 * 24))).toBe('done');
});

it('a threat by the report’s ticks is the strategist’s when somebody leads, or after an hour of daytime', () => {
  const threat = calm({ kinds: 'threat' });
  const told = (value: Incident, at: Date) =>
    keys(value, at).some((key) => key.startsWith('duty|contact-police'));
  expect([told(threat, later(0.9)), told(threat, later(1))]).toEqual([false, true]);
  expect(told(act(threat, people.officer, 'acknowledge', NOW), NOW)).toBe(true);
  expect(told(act(calm(), people.officer, 'acknowledge', NOW), later(10))).toBe(false);
});

it('a threat by phone that nobody passes on within 30 minutes is told to the strategist', () => {
  const phone = act(calm({ kinds: 'harassment', channel: 'phone' }), people.officer, 'acknowledge', NOW);
  const told = (value: Incident, at: Date) => keys(value, at).filter((key) => key.startsWith('passOn'));
  expect(told(phone, later(0.4))).toEqual([]);
  expect(told(phone, later(0.5))).toEqual([expect.stringContaining(people.strategist)]);
  const passed = act(phone, people.officer, 'endStep', later(0.2), { step: 'contact-strategist' });
  expect(told(passed, later(1))).toEqual([]);
  const aside = act(phone, people.officer, 'skipStep', later(0.2), {
    step: 'contact-strategist',
    reason: 'Not needed',
  });
  expect(aside.steps['contact-strategist']?.state).toBe('notApplicable');
  expect(told(aside, later(0.5))).toHaveLength(1);
});

it('the victim is rung on the number that they gave themselves, whoever wrote one before', () => {
  const said = (by: string, as: 'victim' | 'reporter', phone: string) => ({
    ...{ at: NOW.toISOString(), by, as, values: { phone, place: as } },
  });
  const proxy = said(people.officer, 'reporter', '070-174 06 01');
  const own = said(people.victim, 'victim', '070-174 06 02');
  const told = { ...calm({}), versions: [proxy, own] };
  expect(standing(told, 'phone', false)).toBe('070-174 06 02');
  expect(addedTo(told, 'phone').map(({ text }) => text)).toEqual(['070-174 06 01']);
  expect(standing(told, 'place', false)).toBe('reporter');
  expect(standing({ ...told, versions: [proxy] }, 'phone', false)).toBe('070-174 06 01');
});

describe('acute, and talked over at night', () => {
  const night = new Date('2026-11-24T22:00:00Z');
  const minute = (count: number): Date => new Date(night.getTime() + count * 60_000);
  const alarm = (): Incident =>
    act(
      { ...incident(), createdAt: night.toISOString(), report: { kinds: 'threat' } },
      people.officer,
      'acknowledge',
      night,
    );
  const spoke = (value: Incident, after: number): Incident =>
    act(value, people.officer, 'spoke', minute(after));
  const told = (value: Incident, at: Date) => {
    const found = keys(value, at).map((key) => key.split('|')[0]);
    return [`${dayOf(at)} ${clockOf(at)}`, found.includes('alone'), found.includes('up')];
  };

  it('is quiet until the morning from the first talk on, and goes on as it was where it had been told', () => {
    const talked = spoke(alarm(), 10);
    expect(told(alarm(), minute(60))).toEqual(['2026-11-25 00:00', true, true]);
    expect(told(talked, minute(500))).toEqual(['2026-11-25 07:20', false, false]);
    expect(told(talked, minute(560))).toEqual(['2026-11-25 08:20', true, false]);
    expect(told(talked, minute(590))).toEqual(['2026-11-25 08:50', true, true]);
    expect(told(spoke(alarm(), 61), minute(62))).toEqual(['2026-11-25 00:02', true, true]);
  });

  it('stays so at a second talk, and comes at once when it has become acute anew', () => {
    const twice = spoke(spoke(alarm(), 10), 200);
    expect(told(twice, minute(201))).toEqual(['2026-11-25 02:21', false, false]);
    const lowered = act(twice, people.officer, 'lowerAcute', minute(210), { reason: 'Calm' });
    const anew = act(lowered, people.victim, 'raiseAcute', minute(220));
    expect(told(anew, minute(250))).toEqual(['2026-11-25 03:10', true, false]);
  });

  it('the police take over: the same; the chief executive is not told before 8 either', () => {
    const taken = act(alarm(), people.officer, 'policeTookOver', minute(10));
    expect(told(taken, minute(500))).toEqual(['2026-11-25 07:20', false, false]);
    const yes = act(taken, people.victim, 'decide', minute(20), { answer: 'municipality' });
    const filer = (at: Date) => keys(yes, at).filter((key) => key.startsWith('duty|police-report'));
    expect([filer(minute(539)).length, filer(minute(540)).length]).toEqual([0, 1]);
  });
});

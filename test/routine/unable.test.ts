import { UNABLE } from '../../src/routine/model/codes';
import type { Incident } from '../../src/routine/model/incident';
import type { StepSpec } from '../../src/routine/model/step';
import { isVictimAsked } from '../../src/routine/plan/traits';
import { isEndedByState, isForColleagues } from '../../src/routine/plan/unable';
import { callsDue } from '../../src/routine/rules/calls';
import { needsAsking } from '../../src/routine/rules/deadlines';
import { reaches } from '../../src/routine/rules/ladders/reaching';
import { focusOf } from '../../src/routine/rules/nextTask';
import { notices } from '../../src/routine/rules/notices';
import { mayClose, missingToClose } from '../../src/routine/rules/progress';
import { withoutPart } from '../../src/routine/transitions/retention';
import { allStages, pressOf } from '../access/cells';
import { incident, NOW, people, press, routine, situation } from '../support/pureTown';

const DAY = 86_400_000;
const later = (ms: number) => new Date(NOW.getTime() + ms);
const by = (value: Incident, who: string, verb: Parameters<typeof pressOf>[0], data = {}, now = NOW) =>
  press(value, who, pressOf(verb, value, data), now);

const led = by(incident(), people.officer, 'acknowledge');
const asked = isVictimAsked(routine) ? by(led, people.officer, 'askDecision') : led;
const unable = (value: Incident, why: string) => by(value, people.officer, 'sayUnable', { why });

describe.each(UNABLE)('the victim cannot answer: %s', (why) => {
  const value = unable(by(asked, people.victim, 'callNow'), why);

  it('nothing goes to them, in whatever state the incident is', () => {
    for (const stage of allStages) {
      const held = { ...stage.incident, unable: { why, at: NOW.toISOString(), by: people.officer } };
      const seen = situation(held, stage.now, stage.more);
      const to = held.victim.person;
      expect(to === undefined ? [] : notices(seen).filter(({ person }) => person === to)).toEqual([]);
    }
  });

  it('no ladder climbs to reach them, and nobody is asked to ring them or read a question aloud', () => {
    const after = situation(value, later(DAY), {
      unreachable: new Map([[people.victim, NOW.toISOString()]]),
    });
    expect(reaches(situation(by(asked, people.victim, 'callNow'), later(DAY))).length).toBeGreaterThan(0);
    expect(reaches(after)).toEqual([]);
    expect(callsDue(after).filter(({ to }) => to === 'victim')).toEqual([]);
    expect(needsAsking(after)).toBe(false);
    expect(['ring', 'reached', 'askVictim', 'firstTalk']).not.toContain(focusOf(after).kind);
  });

  it('a question that was asked stands as "kan inte svara nu", and is asked anew afterwards', () => {
    if (!isVictimAsked(routine)) return;
    expect(value.decision).toMatchObject({ answer: 'cannotAnswer', by: people.officer });
    const back = by(value, people.officer, 'liftUnable');
    expect([back.unable, back.decision?.answer]).toEqual([undefined, undefined]);
    expect(back.decision?.askedAt).toBeDefined();
  });

  it('the victim’s own steps end, and come back', () => {
    const own = routine.steps.filter(
      ({ owner, endedBy }) => owner === 'victim' && endedBy !== 'acknowledgement',
    );
    for (const { id } of own)
      expect(value.steps[id]).toMatchObject({ state: 'notApplicable', because: 'unable', isAuto: true });
    const back = by(value, people.officer, 'liftUnable');
    for (const { id } of own) expect(back.steps[id]?.state).toBe('waiting');
  });

  it('is the lead’s to say, and the victim’s to take back', () => {
    for (const who of [people.victim, people.deputy, people.strategist, people.stranger])
      expect(by(led, who, 'sayUnable', { why }).unable).toBeUndefined();
    expect(by(value, people.victim, 'liftUnable').unable).toBeUndefined();
    expect(by(value, people.deputy, 'liftUnable').unable).toBeDefined();
    expect(unable(value, why)).toBe(value);
  });

  it('is erased with what is of health', () => {
    const gone = (part: 'talks' | 'records') =>
      withoutPart({ ...value, state: 'closed' }, part, {
        ...{ routine, at: NOW.toISOString(), decision: 'dnr' },
      } as Parameters<typeof withoutPart>[2]);
    expect([gone('talks').unable, gone('records').unable]).toEqual([undefined, undefined]);
  });
});

describe('the next of kin come first', () => {
  it.each([
    ['later', false],
    ['hospital', true],
    ['unconscious', true],
    ['dead', true],
  ])('%s: %s', (why, isFirst) => {
    const value = unable(led, why);
    expect(focusOf(situation(value)).kind === 'kinFirst').toBe(isFirst);
    expect(focusOf(situation(by(value, people.officer, 'kinTold'))).kind).not.toBe('kinFirst');
  });

  it('are told once, whatever is said of the victim later', () => {
    const told = by(unable(led, 'hospital'), people.officer, 'kinTold');
    const dead = unable(told, 'dead');
    expect(dead.unable).toMatchObject({ why: 'dead', kinAt: told.unable?.kinAt, at: told.unable?.at });
  });
});

describe('the victim is dead', () => {
  const dead = unable(asked, 'dead');

  it('what was to be done for them ends, what others need goes on, and nothing stands in the way of closing', () => {
    const ended = routine.steps.filter(({ id }) => dead.steps[id]?.because === 'unable');
    for (const step of routine.steps.filter(({ protects, isTalk }) => protects || isTalk))
      expect(ended).toContain(step);
    for (const step of routine.steps.filter(({ owner }) => owner === 'twoPersons'))
      expect(ended).not.toContain(step);
    expect(mayClose(missingToClose(dead, routine))).toBe(true);
    expect(mayClose(missingToClose(unable(asked, 'hospital'), routine))).toBe(false);
    expect(by(dead, people.officer, 'close').state).toBe('closed');
  });

  it.each([
    ['what protects them', { protects: true }, true],
    ['a talk with them', { isTalk: true }, true],
    ['what is seen to after a talk', { opens: 'followUp' }, true],
    ['what is for others', {}, false],
  ] as const)('%s, each by itself', (_, more, ends) => {
    const step = { id: 'one', owner: 'lead', fields: [], ...more } as unknown as StepSpec;
    expect(isEndedByState(dead, step)).toBe(ends);
    expect(isEndedByState(unable(asked, 'hospital'), step)).toBe(false);
  });

  it('support is ordered for those who worked with them, where the plan has a step for it', () => {
    const [step] = routine.steps.filter((one) => isForColleagues(dead, one, routine));
    if (!step) return;
    expect(dead.steps[step.id]?.state ?? 'waiting').not.toBe('notApplicable');
    expect(dead.strategist).toBeDefined();
    expect(isForColleagues(led, step, routine)).toBe(false);
  });

  it('what they had said of a police report still holds', () => {
    if (!isVictimAsked(routine)) return;
    const said = by(asked, people.victim, 'decide', { answer: 'municipality' });
    const filed = routine.steps.filter(({ opens }) => opens === 'decision');
    for (const { id } of filed) {
      expect(unable(said, 'dead').steps[id]?.state ?? 'waiting').not.toBe('notApplicable');
      expect(dead.steps[id]).toMatchObject({ state: 'notApplicable' });
    }
  });
});

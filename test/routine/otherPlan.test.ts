import { liveCard } from '../../src/cards/base/baseCard';
import { stepPage } from '../../src/cards/pages/steps';
import { stepsPage } from '../../src/cards/pages/steps/allSteps';
import { NOTHING_TYPED } from '../../src/cards/parts';
import { type Scene, sceneOf } from '../../src/cards/scene';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import type { Incident } from '../../src/routine/model/incident';
import { Refusal } from '../../src/routine/model/refusal';
import type { Routine } from '../../src/routine/model/routine';
import type { StepSpec } from '../../src/routine/model/step';
import {
  after as afterStep,
  bringsIn,
  daytime,
  ends,
  onceDone,
  opens,
  recorded,
  reminder,
  step,
  workingDays,
} from '../../src/routine/plan/blocks';
import { defineRoutine } from '../../src/routine/plan/defineRoutine';
import { rolesIn } from '../../src/routine/rules/access';
import { notices } from '../../src/routine/rules/notices';
import { waitingIn } from '../../src/routine/rules/pendingTasks';
import { maySkip } from '../../src/routine/rules/steps/skipping';
import { settle } from '../../src/routine/transitions/consequences';
import { acknowledge, decline } from '../../src/routine/transitions/leading';
import { setCompany } from '../../src/routine/transitions/records';
import { approve, endStep, reopenStep } from '../../src/routine/transitions/steps';
import { askDecision, decide } from '../../src/routine/transitions/victim';
import { seen as shownTo } from '../../src/screens/seen';
import { incident, NOW, people, situation, turn } from '../support/pureTown';

const HOUR = 3_600_000;
const at = (hours: number) => new Date(NOW.getTime() + hours * HOUR);
const words = { title: 'Ett steg', help: 'Gör det.', short: 'Steg', done: 'Klart' };
const assess = { kinds: 'threat', serious: 'yes', care: 'no', together: 'yes' };

/** A plan of another town: the report is always made, two steps more, and the order backwards. */
const alarm = step('home-alarm', {
  section: '3.2.1',
  owner: 'strategist',
  opens: afterStep('assess'),
  need: onceDone('assess', recorded('assess', 'serious', 'yes')),
  due: workingDays(2),
  remind: [reminder(daytime(120)), reminder(workingDays(1))],
  bringsIn: bringsIn('step', 'needed'),
});
const helpline = step('victim-support', { section: '3.2.4', owner: 'lead', opens: 'inOrder' });

const changed = (one: StepSpec): StepSpec => {
  const { need, ...rest } = one;
  if (one.report) return { ...rest, report: 'always', opens: afterStep('assess'), informs: 'victim' };
  if (one.partOf) return { ...rest, opens: afterStep('assess') };
  if (one.id === 'contact-police') return { ...one, effects: [] };
  if (one.id !== 'assess') return one;
  const isCalm = recorded('assess', 'serious', 'no');
  const isSerious = recorded('assess', 'serious', 'yes');
  return { ...one, effects: [opens('victim-support', isSerious), ends(['inform-media'], isCalm)] };
};

const { routine } = oxelosund;
const declared = defineRoutine({
  ...routine,
  version: 2,
  steps: [...[...routine.steps].reverse().map(changed), alarm, helpline],
  status: ['sent', 'taken', { step: 'home-alarm' }, 'reported'],
  words: {
    ...routine.words,
    steps: {
      ...routine.words.steps,
      'police-report': { ...words, informs: 'Kommunen polisanmäler.', reasons: { declined: 'Nej' } },
      'home-alarm': words,
      'victim-support': words,
    },
  },
});
const plan: Routine = { ...routine, ...declared };

const by = (person: string, now = NOW) => turn(person, { routine: plan, now });
const seen = (value: Incident, now = NOW) => situation(value, now, { routine: plan });
const scene = (value: Incident, person: string, now = NOW): Scene => {
  const viewer = { person, roles: rolesIn(seen(value, now), person) };
  const municipality = { ...oxelosund, routine: plan, versions: [plan] as const };
  return sceneOf(shownTo({ ...seen(value, now), viewer, once: 'once1' }), municipality);
};
const roles = (value: Incident, person: string) => rolesIn(seen(value), person);
const keys = (value: Incident, now = NOW) => notices(seen(value, now)).map(({ key }) => key);

function assessed(values: Record<string, string> = assess, now = NOW): Incident {
  const officer = by(people.officer, now);
  const led = settle(acknowledge(incident(), officer), officer);
  const open = settle(approve(led, 'assess', officer), officer);
  return settle(endStep(open, 'assess', values, roles(open, people.officer), officer), officer);
}

const refusedFor = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
  return '';
};

describe('a police report that is always made', () => {
  const value = assessed();

  it('waits for the step that it comes after', () => {
    const led = settle(acknowledge(incident(), by(people.officer)), by(people.officer));
    expect(keys(led).filter((key) => key.includes('police-report'))).toEqual([]);
    expect(roles(led, people.chief).has('filer')).toBe(false);
  });

  it('arrives when the next morning’s hours begin, whenever it opened', () => {
    const night = new Date('2026-11-24T22:30:00Z');
    const late = assessed(assess, night);
    const [told] = notices(seen(late, night)).filter(({ key }) => key.startsWith('duty|police-report'));
    expect([told?.person, told?.since]).toEqual([people.chief, '2026-11-25T06:00:00.000Z']);
  });

  it('opens for who files, and the victim is told and not asked', () => {
    expect(keys(value)).toContain(`duty|police-report|0|${people.chief}`);
    expect(keys(value)).toContain(`informed|police-report|0|${people.victim}`);
    expect(keys(value).filter((key) => key.startsWith('decision'))).toEqual([]);
    expect(value.decision).toBeUndefined();
    expect(roles(value, people.chief).has('filer')).toBe(true);
  });

  it('is not the victim’s to decide, whoever presses', () => {
    expect(refusedFor(() => decide(value, { answer: 'no' }, by(people.victim)))).toBe('notOpen');
    expect(refusedFor(() => askDecision(value, by(people.officer)))).toBe('notOpen');
    const card = JSON.stringify(liveCard(scene(value, people.victim)));
    expect(card).toContain('Kommunen polisanmäler.');
    expect(card).not.toContain('"page":"decision"');
  });

  it('goes to the deputy and then up, and the victim is never offered to file', () => {
    const later = at(24 * 14);
    expect(keys(value, later)).toContain(`duty|police-report|0|${people.deputyChief}`);
    expect(keys(value, later).filter((key) => key.startsWith('fileYourself'))).toEqual([]);
    const waits = waitingIn(seen(value, later)).find((one) => one.about === 'police-report');
    expect(waits?.owner).toBe('filer');
    expect(waits?.upAt).toBeDefined();
    expect(JSON.stringify(liveCard(scene(value, people.victim, later)))).not.toContain('"answer":"self"');
  });

  it('is ended with its parts, and put aside by the lead alone', () => {
    const chief = by(people.chief);
    const data = { when: '2026-11-24', 'police-report-link': 'true' };
    const made = settle(endStep(value, 'police-report', data, roles(value, people.chief), chief), chief);
    expect(made.steps['police-report']?.state).toBe('done');
    expect(made.steps['police-report-link']?.state).toBe('done');
    expect(made.steps['police-report-restricted']?.state).toBeUndefined();
    const report = plan.steps.find((one) => one.report) as StepSpec;
    expect(maySkip(seen(value), report, { person: people.chief, roles: roles(value, people.chief) })).toBe(
      false,
    );
    expect(
      maySkip(seen(value), report, { person: people.officer, roles: roles(value, people.officer) }),
    ).toBe(true);
  });
});

describe('a step of the municipality’s own', () => {
  it('brings the strategist in, has a last day, reminds twice, and goes up', () => {
    const value = assessed();
    expect(value.strategist).toBeDefined();
    const waits = waitingIn(seen(value)).find((one) => one.about === 'home-alarm');
    expect(waits?.last).toBe('2026-11-26');
    expect(waits?.upAt?.toISOString()).toBe('2026-11-27T07:00:00.000Z');
    const reminders = notices(seen(value)).filter(({ key }) => key.startsWith('dutyAgain|home-alarm'));
    expect(reminders.map(({ key, since }) => [key, since])).toEqual([
      [`dutyAgain|home-alarm.0|0|${people.strategist}`, '2026-11-24T11:00:00.000Z'],
      [`dutyAgain|home-alarm.1|0|${people.strategist}`, '2026-11-25T07:00:00.000Z'],
    ]);
  });

  it('is not needed where its condition says no', () => {
    const value = assessed({ ...assess, kinds: 'harassment', serious: 'no' });
    expect(value.steps['home-alarm']?.state).toBe('notApplicable');
    expect(value.strategist).toBeUndefined();
  });

  it('is opened by what another step comes to, and ended by it, and comes back when that changes', () => {
    expect(assessed().steps['victim-support']?.state).toBe('open');
    const calm = assessed({ ...assess, kinds: 'harassment', serious: 'no' });
    expect(calm.steps['victim-support']?.state).toBeUndefined();
    expect(calm.steps['inform-media']).toMatchObject({ state: 'notApplicable', isAuto: true });
    const officer = by(people.officer);
    const again = settle(
      reopenStep(calm, 'assess', { reason: 'Nytt' }, { ...officer, roles: roles(calm, people.officer) }),
      officer,
    );
    expect(again.steps['inform-media']?.state).toBe('waiting');
    // Decided again and again, it comes to the same.
    expect(settle(calm, officer)).toEqual(calm);
  });

  it('is opened once: what has been ended stays so', () => {
    const officer = by(people.officer);
    const value = assessed();
    const ended = settle(
      endStep(value, 'victim-support', {}, roles(value, people.officer), officer),
      officer,
    );
    expect(settle(ended, officer).steps['victim-support']?.state).toBe('done');
  });
});

describe('its cards', () => {
  it('are drawn for everybody, in its order and words', () => {
    const value = assessed();
    for (const person of Object.values(people)) liveCard(scene(value, person));
    const lead = scene(value, people.officer);
    const list = JSON.stringify(['0', '7', '14'].map((from) => stepsPage(lead, from)));
    expect(list.indexOf('3.2.4')).toBeLessThan(list.indexOf('3.1.1'));
    for (const one of plan.steps) expect(JSON.stringify(stepPage(lead, one, NOTHING_TYPED))).toBeTruthy();
    expect(JSON.stringify(liveCard(scene(value, people.victim)))).toContain('Steg');
  });
});

describe('a plan with other ids', () => {
  it('tells the same people at the same times', () => {
    const text = (value: unknown) =>
      plan.steps.reduce((json, { id }) => json.replaceAll(`"${id}"`, `"x-${id}"`), JSON.stringify(value));
    const other: Routine = {
      ...routine,
      ...defineRoutine(JSON.parse(text({ ...routine, version: 3 })) as Routine),
    };
    const named = (value: Incident, names: Routine, now: Date) =>
      notices(situation(value, now, { routine: names })).map(
        ({ key, since }) => `${key.replace('|x-', '|')} ${since}`,
      );
    const mine = (prefix: string, names: Routine): Incident => {
      const officer = turn(people.officer, { routine: names });
      const led = settle(acknowledge(incident(), officer), officer);
      const open = settle(approve(led, `${prefix}assess`, officer), officer);
      const may = rolesIn(situation(open, NOW, { routine: names }), people.officer);
      const done = settle(endStep(open, `${prefix}assess`, assess, may, officer), officer);
      const asked = settle(askDecision(done, officer), officer);
      const victim = turn(people.victim, { routine: names });
      return settle(decide(asked, { answer: 'municipality' }, victim), victim);
    };
    const [usual, renamed] = [mine('', routine), mine('x-', other)];
    for (const hours of [0, 3, 12, 48, 24 * 8, 24 * 16])
      expect(named(renamed, other, at(hours))).toEqual(named(usual, routine, at(hours)));
  });
});

describe('the usual plan', () => {
  const usual = (person: string, now = NOW) => turn(person, { now });
  const officer = usual(people.officer);
  const led = settle(acknowledge(incident(), officer), officer);

  it('counts a step that was approved from then on', () => {
    const later = usual(people.officer, at(26));
    const open = settle(approve(led, 'inform-media', later), later);
    const waits = waitingIn(situation(open, at(27))).find((one) => one.about === 'inform-media');
    expect(waits?.since).toEqual(at(26));
  });

  it('does not bring the strategist in for what has been put aside', () => {
    const may = rolesIn(situation(led, NOW), people.officer);
    const steps = {
      ...led.steps,
      'contact-police': { state: 'notApplicable' as const, epoch: 1, records: {} },
    };
    const aside = settle({ ...led, steps }, officer);
    const open = settle(approve(aside, 'assess', officer), officer);
    const data = { ...assess, strategist: 'no' };
    const done = settle(endStep(open, 'assess', data, may, officer), officer);
    expect(done.strategist).toBeUndefined();
  });

  it('says once who took it in first', () => {
    const later = usual(people.deputy, at(5));
    const again = settle(
      acknowledge(settle(decline(led, usual(people.officer, at(4))), later), later),
      later,
    );
    expect(again.lead?.person).toBe(people.deputy);
    expect(again.steps['inform-officer']).toMatchObject({
      endedBy: people.officer,
      endedAt: NOW.toISOString(),
    });
  });

  it('keeps who was there first when another comes', () => {
    const first = settle(setCompany(led, { who: 'Kim' }, officer), officer);
    const second = settle(setCompany(first, { who: 'Lo' }, usual(people.officer, at(2))), officer);
    expect(first.steps['initial-support']).toMatchObject({ state: 'done', records: { who: 'Kim' } });
    expect(second.steps['initial-support']).toEqual(first.steps['initial-support']);
  });
});

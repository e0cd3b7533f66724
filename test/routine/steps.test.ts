import type { Incident } from '../../src/routine/model/incident';
import type { StepState } from '../../src/routine/model/records';
import { Refusal } from '../../src/routine/model/refusal';
import type { StepSpec } from '../../src/routine/model/step';
import { notices } from '../../src/routine/rules/notices';
import { waitingIn } from '../../src/routine/rules/pendingTasks';
import { nextToApprove } from '../../src/routine/rules/progress';
import { strategistField } from '../../src/routine/rules/steps/answered';
import { maySkip } from '../../src/routine/rules/steps/skipping';
import type { Action } from '../../src/screens/actions';
import { pureTownOf } from '../support/pureTown';
import { TOWNS } from '../support/towns';

/*
 * The rules of single steps of the plan (Bilaga 3), by presses: who may end or skip which, with what written down.
 */

const { contacts, incident, people, press, routine, situation } = pureTownOf(TOWNS.oxelosund);
const NOW = new Date('2026-11-24T09:00:00Z');

let presses = 0;
/** A press, and what follows by itself. */
function act(
  value: Incident,
  person: string,
  verb: string,
  data: Record<string, string> = {},
  now = NOW,
): Incident {
  presses += 1;
  return press(value, person, { verb, id: value.id, once: `press${presses}`, ...data } as Action, now);
}

/** Names of the fields that a press was refused for, or why; 'done' where it was not. */
function refused(press: () => Incident): string {
  try {
    press();
    return 'done';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const fields = Object.entries(error.problems).map(([id, { kind }]) => `${id}: ${kind}`);
    return fields.join(', ') || error.reason;
  }
}

const stateOf = (value: Incident, step: string): Partial<StepState> => value.steps[step] ?? {};

const { officer, strategist, chief, victim } = people;
const ASSESSED = {
  step: 'assess',
  kinds: 'harassment',
  serious: 'no',
  care: 'no',
  strategist: 'no',
  together: 'yes',
};
const open = (more: Parameters<typeof incident>[0] = {}) => incident(more);
const led = (more: Parameters<typeof incident>[0] = {}, by = officer) => act(open(more), by, 'acknowledge');
const assessed = (more: Record<string, string> = {}): Incident =>
  act(act(led(), officer, 'approve', { step: 'assess' }), officer, 'endStep', { ...ASSESSED, ...more });
const reported = (report: Incident['report'], value = open()): Incident => ({ ...value, report });

describe('3.1.1 the party is informed', () => {
  const step = (value: Incident) => stateOf(value, 'inform-officer');

  it('when somebody has taken it in', () => {
    expect(step(open())).toEqual({});
    expect(step(led())).toMatchObject({ state: 'done', endedBy: officer });
  });

  const other = { person: people.otherOfficer, name: 'NN', kind: 'other' } as const;
  it.each([
    ['the victim chose the municipality', { route: 'municipality' }, 'municipalityChosen'],
    ['no party is known', { party: 'none' }, 'noParty'],
    ['another told of it', { reporter: other }, 'partyNotAsked'],
  ] as const)('not where %s, whoever takes it in', (_, more, because) => {
    for (const value of [open(more), led(more, strategist)])
      expect(step(value)).toMatchObject({ state: 'notApplicable', because, isAuto: true });
  });

  it('not any more where the threat comes from the party, unless it had been', () => {
    expect(step(act(open(), victim, 'reportOwnParty'))).toMatchObject({ because: 'municipalityChosen' });
    expect(step(act(led(), victim, 'reportOwnParty'))).toMatchObject({ state: 'done', endedBy: officer });
  });

  it('comes back with the victim’s yes to the party, and says so when they say no', () => {
    const asked = { ...led({ reporter: other }, strategist), partyQuestion: { askedAt: NOW.toISOString() } };
    const bound: Incident = { ...asked, victim: { ...asked.victim, bound: 'yes' } };
    const yes = act(bound, victim, 'answerParty', { answer: 'yes' });
    expect(step(yes)).toMatchObject({ state: 'waiting' });
    expect(step(act(yes, officer, 'acknowledge'))).toMatchObject({ state: 'done', endedBy: officer });
    const no = act(bound, victim, 'answerParty', { answer: 'municipalityOnly' });
    expect(step(no)).toMatchObject({ state: 'notApplicable', because: 'municipalityChosen' });
  });
});

describe('3.1.1 the first assessment', () => {
  const opened = () => act(led(), officer, 'approve', { step: 'assess' });

  it('without the victim wants to know why', () => {
    const alone = { ...ASSESSED, together: 'no' };
    expect(refused(() => act(opened(), officer, 'endStep', alone))).toBe('why: required');
    expect(refused(() => act(opened(), officer, 'endStep', { ...alone, why: 'asleep' }))).toBe('done');
    expect(refused(() => act(opened(), officer, 'endStep', ASSESSED))).toBe('done');
  });

  it('is never left out: what else is needed hangs on it', () => {
    expect(refused(() => act(opened(), officer, 'skipStep', { step: 'assess', reason: 'x' }))).toBe(
      'notYours',
    );
  });
});

describe('3.1.1 the strategist is contacted', () => {
  const step = (value: Incident) => stateOf(value, 'contact-strategist');
  const contact = (value: Incident, person = victim) =>
    act(value, person, 'endStep', { step: 'contact-strategist' });

  it.each([
    ['before anybody answers', open()],
    ['while the lead has not come to it', led()],
    ['though the assessment found no need', assessed()],
  ])('by the victim too, %s', (_, value) => {
    const done = contact(value);
    expect(step(done)).toMatchObject({ state: 'done', endedBy: victim });
    expect(step(done)).not.toMatchObject({ isForOwner: true });
    expect(done.strategist).toMatchObject({ why: 'contacted' });
    expect(refused(() => contact(done))).toBe('alreadyEnded');
  });

  it('the assessment asks whether they are needed, in a plan that has one', () => {
    const without = (has: (step: StepSpec) => unknown) => routine.steps.filter((step) => !has(step));
    expect(strategistField(routine)).toBe('strategist');
    expect(strategistField({ steps: without(({ isAssessment }) => isAssessment) })).toBeUndefined();
    expect(strategistField({ steps: without(({ endedBy }) => endedBy === 'strategist') })).toBeUndefined();
    expect(strategistField({ steps: [] })).toBeUndefined();
  });

  it('opens at once for a threat by phone, and else when the lead comes to it', () => {
    expect(refused(() => contact(led(), officer))).toBe('notOpen');
    expect(refused(() => contact(reported({ channel: 'phone' }, led()), officer))).toBe('done');
    expect(refused(() => contact(reported({ channel: 'email' }, led()), officer))).toBe('notOpen');
  });

  it('ends itself, with why, where the strategist has the whole already; not where they have a step of it', () => {
    const value = act(reported({ kinds: 'violence' }), officer, 'acknowledge');
    expect(value.strategist).toMatchObject({ why: 'police', steps: ['contact-police'] });
    expect(step(value).state ?? 'waiting').toBe('waiting');
    const whole = contact(value);
    expect(whole.strategist).toMatchObject({ why: 'contacted', since: value.strategist?.since, epoch: 2 });
    expect(whole.strategist?.steps).toBeUndefined();
    const taken = act(value, strategist, 'takeOver', { reason: 'x' });
    expect(taken.strategist).toMatchObject({ why: 'leads' });
    expect(step(taken)).toMatchObject({ state: 'done', isAuto: true, because: 'strategistIn' });
  });
});

describe('3.1.2 the police are asked', () => {
  const step = 'contact-police';
  const ASKED = {
    step,
    when: '2026-11-24',
    link: 'true',
    victimSupport: 'nothing',
    protection: 'notAsked',
    nothingToKnow: 'true',
  };
  const threatened = act(reported({ kinds: 'threat' }), officer, 'acknowledge');

  it.each(['threat', 'violence'])('for %s by the report’s tick, before any assessment', (kinds) => {
    const untaken = reported({ kinds });
    // Whoever takes it in comes first: the strategist has nothing before.
    expect(act(untaken, victim, 'callMe').strategist).toBeUndefined();
    expect(act(untaken, officer, 'acknowledge').strategist).toMatchObject({ why: 'police' });
  });

  it.each([
    ['yes', 'police'],
    ['no', undefined],
  ])('for harassment where the assessment finds it serious: %s', (serious, why) => {
    const value = assessed({ serious });
    expect(value.strategist?.why).toBe(why);
    expect(stateOf(value, step).state).toBe(why ? undefined : 'notApplicable');
  });

  it.each([
    ['the link said', {}, 'done'],
    ['the link not said, nor why', { link: 'false' }, 'linkWhy: required'],
    ['the link not said, with why', { link: 'false', linkWhy: 'They knew' }, 'done'],
    ['support not asked about', { victimSupport: '' }, 'victimSupport: required'],
    ['protection not asked about', { protection: '' }, 'protection: required'],
    ['support offered, not which', { victimSupport: 'offered' }, 'victimSupportOffer: required'],
    ['support offered', { victimSupport: 'offered', victimSupportOffer: 'A number' }, 'done'],
    ['protection offered, not which', { protection: 'offered' }, 'protectionOffer: required'],
    ['protection offered', { protection: 'offered', protectionOffer: 'A talk' }, 'done'],
  ])('%s', (_, more, result) => {
    expect(refused(() => act(threatened, strategist, 'endStep', { ...ASKED, ...more }))).toBe(result);
  });
});

describe('3.1.2 the police, put aside', () => {
  // The press lets follow what follows of the tick.
  const violent = act(reported({ kinds: 'violence' }, led()), officer, 'raiseAcute');
  const skip = (value: Incident, person: string, now = NOW) =>
    act(value, person, 'skipStep', { step: 'contact-police', reason: 'x' }, now);

  it('whoever leads does not put it aside for a strategist who can answer, before they have it either', () => {
    expect(refused(() => skip(violent, officer))).toBe('notYours');
    expect(refused(() => skip(led(), officer))).toBe('notYours');
    expect(stateOf(skip(violent, strategist), 'contact-police').state).toBe('notApplicable');
  });

  it('but once it has gone up, or where no strategist has an account', () => {
    const waits = waitingIn(situation(violent)).find(({ about }) => about === 'contact-police');
    const up = waits?.upAt ?? NOW;
    expect(up > NOW).toBe(true);
    expect(refused(() => skip(violent, officer, new Date(up.getTime() - 1)))).toBe('notYours');
    expect(stateOf(skip(violent, officer, up), 'contact-police').state).toBe('notApplicable');
    const step = routine.steps.find(({ id }) => id === 'contact-police') as StepSpec;
    const nobody = situation(violent, NOW, {
      contacts: contacts.map((one) => (one.role.includes('trategist') ? { ...one, person: undefined } : one)),
    });
    const lead = { person: officer, roles: new Set(['lead'] as const) };
    expect(maySkip(situation(violent), step, lead)).toBe(false);
    expect(maySkip(nobody, step, lead)).toBe(true);
  });
});

describe('3.1.3 the police report', () => {
  const FILED = ['police-report', 'police-report-restricted', 'police-report-link'];
  const decided = (answer: string, value = assessed()) =>
    act(act(value, officer, 'askDecision'), victim, 'decide', { answer });
  const skip = (value: Incident, person: string, step = 'police-report') =>
    act(value, person, 'skipStep', { step, reason: 'x' });

  it.each(FILED)('that the victim wants of the municipality, only the victim takes back: %s', (step) => {
    const yes = decided('municipality');
    expect(refused(() => skip(yes, officer, step))).toBe('notYours');
    expect(skip(yes, chief, step)).toBe(yes);
    expect(stateOf(decided('no', yes), step)).toMatchObject({ because: 'victimDeclined' });
  });

  it.each([
    ['municipality', 1],
    ['self', 1],
    ['no', 0],
    ['notNow', 0],
  ])('the lead is told by day that it opens, and of no other answer: %s', (answer, count) => {
    const asked = act(assessed(), officer, 'askDecision');
    const night = new Date('2026-11-24T22:30:00Z');
    const said = act(asked, victim, 'decide', { answer }, night);
    const told = notices(situation(said, night)).filter(({ kind }) => kind === 'decided');
    expect(told).toHaveLength(count);
    for (const one of told) expect(one).toMatchObject({ person: officer, since: '2026-11-25T07:00:00.000Z' });
    // Who wrote it down knows it; a deputy who takes over reads it on the card.
    const written = act(asked, officer, 'recordDecision', { answer, how: 'x' }, night);
    expect(notices(situation(written, night)).filter(({ kind }) => kind === 'decided')).toEqual([]);
    const after = new Date(night.getTime() + 60_000);
    const taken = act(said, strategist, 'takeOver', { reason: 'x' }, after);
    expect(taken.lead?.person).toBe(strategist);
    expect(notices(situation(taken, after)).filter(({ kind }) => kind === 'decided')).toEqual([]);
  });

  it('that the victim does not want ends as theirs to say', () => {
    for (const step of FILED)
      expect(stateOf(decided('no'), step)).toMatchObject({
        state: 'notApplicable',
        because: 'victimDeclined',
      });
  });

  it.each(['self', 'other'])(
    'that somebody else makes (%s) may end as unknown, by the lead, when all else is done',
    (answer) => {
      const value = decided(answer);
      expect(refused(() => skip(value, officer))).toBe('notYours');
      const rest = Object.fromEntries(
        routine.steps
          .filter(({ id }) => !FILED.includes(id))
          .map(({ id }): [string, StepState] => [id, { state: 'done', epoch: 1, records: {} }]),
      );
      const last: Incident = { ...value, steps: { ...value.steps, ...rest } };
      expect(refused(() => skip(last, victim))).not.toBe('done');
      const ended = act(last, officer, 'skipStep', { step: 'police-report' });
      for (const step of FILED)
        expect(stateOf(ended, step)).toMatchObject({
          state: 'notApplicable',
          because: 'notKnown',
          endedBy: officer,
        });
    },
  );

  it('asked to be restricted is done; what the police answer is written later, and may be mended', () => {
    const restricted = 'police-report-restricted';
    const made = act(decided('municipality'), chief, 'endStep', {
      step: 'police-report',
      when: '2026-11-24',
      [restricted]: 'true',
    });
    expect(stateOf(made, restricted)).toMatchObject({ state: 'done', records: {} });
    const answer = (value: Incident, outcome: string, person = chief) =>
      act(value, person, 'addRecord', { step: restricted, outcome });
    expect(refused(() => answer(made, ''))).toBe('outcome: required');
    const waiting = answer(made, 'noWord');
    // It is whoever files that the police answer.
    expect(refused(() => answer(waiting, 'granted', officer))).toBe('notYours');
    expect(stateOf(answer(waiting, 'granted'), restricted)).toMatchObject({
      state: 'done',
      endedBy: chief,
      records: { outcome: 'granted' },
    });
    // Nothing else of a step that is done is written so.
    expect(refused(() => act(made, chief, 'addRecord', { step: 'police-report', number: 'x' }))).toBe(
      'notOpen',
    );
    expect(refused(() => answer(decided('municipality'), 'granted'))).toBe('notOpen');
    expect(refused(() => answer(made, 'granted', victim))).toBe('notYours');
  });
});

describe('3.2.2 company home', () => {
  const home = (more: Record<string, string>) =>
    refused(() => act(led(), officer, 'endStep', { step: 'company-home', ...more }));

  it('is one press where they are at home already; else it says who', () => {
    expect(home({ where: 'alreadyHome' })).toBe('done');
    expect(home({ where: 'home' })).toBe('who: required');
    expect(home({ where: 'elsewhere', who: 'NN' })).toBe('done');
  });
});

describe('3.2.3 media', () => {
  it('waits for nobody until a journalist has rung, and is never asked about', () => {
    const value = assessed();
    expect(nextToApprove(value, routine, NOW)?.id).toBe('inform-groups');
    const rest = act(value, officer, 'approve', { step: 'inform-groups' });
    expect(nextToApprove(rest, routine, NOW)?.id).toBe('follow-up-talk');
    const rung = act(rest, officer, 'approve', { step: 'inform-media' });
    expect(stateOf(rung, 'inform-media')).toMatchObject({ state: 'open' });
    expect(
      refused(() => act(rung, officer, 'endStep', { step: 'inform-media', what: 'No', whom: 'NN' })),
    ).toBe('done');
  });
});

describe('3.2.4 professional support', () => {
  const step = 'assess-professional-support';

  it('may be talked of first: the lead is asked to ring, and the question stays', () => {
    const later = new Date('2026-11-26T09:00:00Z');
    const talk = act(assessed(), victim, 'endStep', { step, wants: 'talkFirst' }, later);
    expect(talk.wantsCallAt).toBe(later.toISOString());
    expect(stateOf(talk, step)).toMatchObject({ state: 'waiting', records: { wants: 'talkFirst' } });
    expect(stateOf(act(talk, victim, 'endStep', { step, wants: 'yes' }, later), step)).toMatchObject({
      state: 'done',
      records: { wants: 'yes' },
    });
  });
});

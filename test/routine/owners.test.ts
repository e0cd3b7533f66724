import type { Incident } from '../../src/routine/model/incident';
import { Refusal } from '../../src/routine/model/refusal';
import { OWNERS, type Owner } from '../../src/routine/model/step';
import { waitingIn } from '../../src/routine/rules/pendingTasks';
import type { Action } from '../../src/screens/actions';
import { pureTownOf } from '../support/pureTown';
import { TOWNS } from '../support/towns';

/*
 * Whose a step is (docs/GLOSSARY.md, owners): by owner, person and act. Every step of the plan is tried, by presses.
 */

const { contacts, incident, people, press, routine, situation } = pureTownOf(TOWNS.oxelosund);
const NOW = new Date('2026-11-24T09:00:00Z');
const { officer, deputy, strategist, chief, victim, otherOfficer } = people;

let presses = 0;
const act = (
  value: Incident,
  person: string,
  verb: string,
  data: Record<string, string> = {},
  now = NOW,
): Incident => {
  presses += 1;
  return press(value, person, { verb, id: value.id, once: `press${presses}`, ...data } as Action, now);
};

/** 'no': it is not theirs. Anything else that is wrong, such as an empty form, comes after that. */
function answered(value: Incident, person: string, verb: string, data: Record<string, string>, now = NOW) {
  try {
    return act(value, person, verb, data, now) === value ? 'no' : 'yes';
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.reason === 'notYours' || error.reason === 'noPart' ? 'no' : 'yes';
  }
}

const report = { what: 'x', kinds: 'threat', channel: 'phone' };
/** Led by the officer; the strategist has the whole of it, the municipality is to report, a deputy stands by. */
function led(): Incident {
  let value: Incident = { ...incident(), report };
  value = act(value, officer, 'acknowledge');
  value = act(value, deputy, 'acknowledge');
  value = act(value, officer, 'endStep', { step: 'contact-strategist' });
  return act(value, victim, 'decide', { answer: 'municipality' });
}
/** The same with every step open. */
const opened = (): Incident => {
  const value = led();
  const steps = Object.fromEntries(
    routine.steps.map(({ id }) => [
      id,
      { epoch: 1, records: {}, state: 'open' as const, openedAt: NOW.toISOString() },
    ]),
  );
  return { ...value, steps: { ...value.steps, ...steps } };
};
const ended = (): Incident => {
  const value = opened();
  const steps = Object.fromEntries(
    Object.entries(value.steps).map(([id, step]) => [
      id,
      { ...step, state: 'done' as const, endedAt: NOW.toISOString(), endedBy: officer },
    ]),
  );
  return { ...value, steps };
};

const ACTORS = { lead: officer, standby: deputy, strategist, chief, victim, another: otherOfficer };
type Actor = keyof typeof ACTORS;

/** The steps of the follow-up talk are also the strategist's, who holds talks too. */
const OF_TALK = ['follow-up-talk', 'document-talk', 'assess-more-talks'];
const stepsOf = (owner: Owner) =>
  routine.steps.filter((step) => step.owner === owner && step.endedBy !== 'acknowledgement');

/** Who may do each act, by owner, with exceptions of single steps. */
const MAY_DO: Readonly<
  Record<Owner, Readonly<Record<'endStep' | 'skipStep' | 'reopenStep', readonly Actor[]>>>
> = {
  lead: { endStep: ['lead'], skipStep: ['lead'], reopenStep: ['lead'] },
  strategist: { endStep: ['strategist'], skipStep: ['strategist'], reopenStep: ['lead', 'strategist'] },
  filer: { endStep: ['chief'], skipStep: [], reopenStep: ['lead'] },
  victim: {
    endStep: ['lead', 'strategist', 'victim'],
    skipStep: ['lead', 'victim'],
    reopenStep: ['lead', 'strategist'],
  },
  twoPersons: { endStep: ['lead', 'strategist'], skipStep: [], reopenStep: ['lead', 'strategist'] },
};

function expected(owner: Owner, verb: 'endStep' | 'skipStep' | 'reopenStep', id: string): Actor[] {
  const all: Actor[] = [...MAY_DO[owner][verb]];
  if (OF_TALK.includes(id)) all.push('strategist');
  // The victim can bring the strategist in from the status card.
  if (id === 'contact-strategist' && verb !== 'reopenStep') all.push('victim');
  // A first assessment decides what else is needed.
  return id === 'assess' && verb === 'skipStep' ? [] : all;
}

describe.each(OWNERS)('a step of: %s', (owner) => {
  it.each(['endStep', 'skipStep', 'reopenStep'] as const)('%s: by whom', (verb) => {
    const value = verb === 'reopenStep' ? ended() : opened();
    const steps = stepsOf(owner);
    for (const { id } of steps)
      for (const actor of Object.keys(ACTORS) as Actor[]) {
        const may = answered(value, ACTORS[actor], verb, { step: id, reason: 'x' });
        const should = expected(owner, verb, id).includes(actor) ? 'yes' : 'no';
        expect([id, verb, actor, may]).toEqual([id, verb, actor, should]);
      }
    expect(steps.length > 0 || owner === 'victim').toBe(true);
  });
});

describe('who writes down what came later, and hands over', () => {
  it('is whoever filed; where the victim does, the lead asks', () => {
    const restricted = { step: 'police-report-restricted', outcome: 'granted' };
    for (const [actor, may] of Object.entries({ lead: 'no', strategist: 'no', chief: 'yes', victim: 'no' }))
      expect([actor, answered(ended(), ACTORS[actor as Actor], 'addRecord', restricted)]).toEqual([
        actor,
        may,
      ]);
    const self = { ...ended(), decision: { answer: 'self' as const, at: NOW.toISOString(), epoch: 1 } };
    for (const [actor, may] of Object.entries({ lead: 'yes', strategist: 'no', chief: 'no', victim: 'yes' }))
      expect([actor, answered(self, ACTORS[actor as Actor], 'addRecord', restricted)]).toEqual([actor, may]);
  });

  it('only the lead, only what is the lead’s', () => {
    const to = contacts.find(({ person }) => person === deputy)?.id ?? '';
    for (const step of routine.steps.filter(({ id }) => id !== 'inform-officer'))
      for (const actor of Object.keys(ACTORS) as Actor[]) {
        let isHanded = true;
        try {
          const value = act(opened(), ACTORS[actor], 'handStep', { step: step.id, contact: to });
          isHanded = value.steps[step.id]?.handedTo === deputy;
        } catch {
          isHanded = false;
        }
        const should = actor === 'lead' && step.owner === 'lead' && !step.isTalk;
        expect([step.id, actor, isHanded]).toEqual([step.id, actor, should]);
      }
  });

  it('handed to a deputy it is theirs, and still the lead’s', () => {
    const to = contacts.find(({ person }) => person === deputy)?.id ?? '';
    const value = act(opened(), officer, 'handStep', { step: 'support-person', contact: to });
    const data = { step: 'support-person', who: 'Ada' };
    expect(answered(value, deputy, 'endStep', data)).toBe('yes');
    expect(answered(value, officer, 'endStep', data)).toBe('yes');
    expect(answered(value, deputy, 'endStep', { step: 'initial-support', who: 'Ada' })).toBe('no');
  });
});

describe('a step that nobody else can do', () => {
  const police = { step: 'contact-police', reason: 'x' };

  it('is the lead’s once its owner has been silent for so long that it has gone up, not a millisecond before', () => {
    const value = led();
    const up = waitingIn(situation(value)).find(({ about }) => about === 'contact-police')?.upAt ?? NOW;
    expect(up > NOW).toBe(true);
    const before = new Date(up.getTime() - 1);
    for (const verb of ['endStep', 'skipStep']) {
      expect(answered(value, officer, verb, police, before)).toBe('no');
      expect(answered(value, officer, verb, police, up)).toBe('yes');
    }
  });

  it('is the strategist’s where the lead has been silent for so long', () => {
    const value = led();
    const about = 'support-person';
    const up = waitingIn(situation(value)).find((one) => one.about === about)?.upAt ?? NOW;
    const before = new Date(up.getTime() - 1);
    expect(answered(value, strategist, 'endStep', { step: about, who: 'Ada' }, before)).toBe('no');
    expect(answered(value, strategist, 'endStep', { step: about, who: 'Ada' }, up)).toBe('yes');
  });

  it('is all the strategist’s own who leads', () => {
    let value: Incident = { ...incident({ route: 'municipality' }), report };
    value = act(value, strategist, 'acknowledge');
    for (const step of ['initial-support', 'contact-police', 'support-person'])
      expect(answered(value, strategist, 'endStep', { step, who: 'Ada' })).toBe('yes');
    expect(
      answered(act(value, victim, 'decide', { answer: 'municipality' }), chief, 'endStep', {
        step: 'police-report',
      }),
    ).toBe('yes');
  });
});

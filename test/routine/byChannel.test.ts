import fc from 'fast-check';
import { almsjo } from '../../src/content/municipalities/almsjo';
import { usualTasks, usualWarnings } from '../../src/content/municipalities/library/channelTasks';
import { channelWords } from '../../src/content/municipalities/library/channelWords';
import { THREAT } from '../../src/content/texts/lead';
import { CHANNELS, DECISION_ANSWERS, VOICES, YES_NO } from '../../src/routine/model/codes';
import type { Incident } from '../../src/routine/model/incident';
import { Refusal } from '../../src/routine/model/refusal';
import { done } from '../../src/routine/plan/blocks';
import { task, taskFaults, warning } from '../../src/routine/plan/tasks';
import { waitingIn } from '../../src/routine/rules/pendingTasks';
import { missingToClose } from '../../src/routine/rules/progress';
import {
  openTasks,
  replyFields,
  stateOfTask,
  tasksOf,
  warningsFor,
} from '../../src/routine/rules/tasks/byChannel';
import { waiveTask } from '../../src/routine/transitions/beside/channelTasks';
import { fileReport } from '../../src/routine/transitions/reporting';
import { readAction } from '../../src/screens/actions';
import { drawPage, liveCard } from '../support/drawing';
import {
  incident,
  municipality,
  NOW,
  people,
  press,
  routine,
  sceneFor,
  situation,
  turn,
} from '../support/pureTown';

/*
 * Bilaga 2 inside an incident (routine, section 6): which tasks follow from how a threat came, and what of each may be done.
 */

const idsOf = (all: readonly { id: string }[]): string[] => all.map(({ id }) => id);

const reported = (values: Readonly<Record<string, string>>): Incident =>
  fileReport(
    incident({ via: 'report', acute: false }),
    { what: 'Det hände', ...values },
    turn(people.victim),
  );
const led = (values: Readonly<Record<string, string>>): Incident =>
  act(reported(values), people.officer, 'acknowledge');

function act(value: Incident, who: string, verb: string, data: object = {}): Incident {
  const action = readAction(verb, { id: value.id, ...data });
  if (!action) throw new Error(verb);
  return press(value, who, action, NOW);
}

it.each([
  ['email', ['save-email', 'shown', 'trace', 'reply'], ['email']],
  ['sms', ['save-message', 'shown', 'trace', 'reply'], ['message']],
  ['social', ['save-message', 'shown', 'trace', 'reply'], ['message']],
  ['letter', ['keep-letter', 'shown'], ['letter']],
  ['object', ['people-away', 'on-body', 'whose', 'isolate', 'delivered'], ['object']],
  ['phone', ['bomb-112', 'number', 'written-down', 'assessment'], ['phone']],
  ['inPerson', [], []],
  ['other', [], []],
  [
    'email,phone',
    ['bomb-112', 'number', 'written-down', 'assessment', 'save-email', 'shown', 'trace', 'reply'],
    ['phone', 'email'],
  ],
])('a threat by %s has the tasks and warnings of the plan', (channel, tasks, warnings) => {
  const value = reported({ kinds: 'threat', channel });
  expect(idsOf(tasksOf(value, routine))).toEqual(tasks);
  expect(warningsFor(value, routine, { person: people.victim, isVictim: true })).toEqual(warnings);
});

it('damage may not be cleaned away, and an object never moved for it', () => {
  const mine = { person: people.victim, isVictim: true };
  expect(warningsFor(reported({ kinds: 'vandalism' }), routine, mine)).toEqual(['vandalism']);
  expect(warningsFor(reported({ kinds: 'vandalism', channel: 'object' }), routine, mine)).toEqual(['object']);
});

it('whoever reports for another is warned by their own words only', () => {
  const value = act(reported({ channel: 'letter' }), people.victim, 'amend', {
    page: 'what',
    channel: 'object',
  });
  expect(warningsFor(value, routine, { person: people.stranger, isVictim: false })).toEqual([]);
});

it('every channel that has tasks has words for them, in every municipality', () => {
  for (const one of [municipality, almsjo]) expect(taskFaults(one.routine, one.channelWords)).toEqual([]);
});

it('another municipality declares its own: no sender is answered there, damage is photographed', () => {
  expect(idsOf(almsjo.routine.tasks)).toContain('photograph-damage');
  expect(almsjo.routine.tasks.some(({ as }) => as === 'reply' || as === 'send')).toBe(false);
});

it('a declaration with faults says what to mend', () => {
  const words = channelWords(municipality.names);
  const [first] = usualTasks;
  const tasks = [...usualTasks, ...(first ? [first] : []), task('new', done('assess'), { reasons: ['x'] })];
  expect(taskFaults({ tasks, warnings: [...usualWarnings, warning('w', done('assess'))] }, words)).toEqual([
    'The task "people-away" is declared twice: once is enough.',
    '"new" asks of a step: tasks and warnings go by the report alone.',
    '"w" asks of a step: tasks and warnings go by the report alone.',
    'The task "new" has no words: give it some.',
    'The warning "w" has no words: give it some.',
  ]);
});

describe('a task', () => {
  const value = led({ kinds: 'threat', channel: 'email,phone' });

  it('is done once, by whoever was first, and keeps what was typed as it was typed', () => {
    const typed = 'Ring **nu** [här](https://a.example) ${1+1} 😡';
    const first = act(value, people.officer, 'endTask', { task: 'number', number: typed, once: 'a' });
    const again = act(first, people.officer, 'endTask', { task: 'number', number: 'annat', once: 'b' });
    expect(again).toBe(first);
    expect(first.tasks?.number).toMatchObject({
      state: 'done',
      by: people.officer,
      records: { number: typed },
    });
    const open = act(first, people.officer, 'reopenTask', { task: 'number', once: 'c' });
    expect(open.tasks?.number).toMatchObject({ state: 'open', records: { number: typed } });
  });

  it('is refused where it is too long, not there, or the incident closed', () => {
    const refusal = (press: () => unknown): string => {
      try {
        press();
        return '';
      } catch (error) {
        return error instanceof Refusal ? error.reason : String(error);
      }
    };
    const end = (from: Incident, data: object) => refusal(() => act(from, people.officer, 'endTask', data));
    expect(end(value, { task: 'number', number: 'x'.repeat(10_000) })).toBe('badInput');
    expect(end(value, { task: 'keep-letter' })).toBe('notOpen');
    expect(end(value, { task: 'constructor' })).toBe('notOpen');
    expect(end(value, { task: 'assessment' })).toBe('notOpen');
    expect(end({ ...value, state: 'closed' }, { task: 'shown' })).toBe('closed');
    expect(act(value, people.otherOfficer, 'endTask', { task: 'shown' })).toBe(value);
    expect(act(value, people.victim, 'endTask', { task: 'shown' })).toBe(value);
  });

  it('is not needed for one of its reasons in one press, or for one in words', () => {
    const by = (data: object) => act(value, people.officer, 'waiveTask', { task: 'trace', ...data });
    expect(by({ why: 'known' }).tasks?.trace).toMatchObject({ state: 'notApplicable', why: 'known' });
    expect(by({ reason: 'Vi väntar' }).tasks?.trace).toMatchObject({ reason: 'Vi väntar' });
    const roles = new Set(['lead'] as const);
    const bare = () =>
      waiveTask(value, { task: 'trace', why: 'toString' }, { ...turn(people.officer), roles });
    expect(bare).toThrow(Refusal);
  });

  it('by phone is the threat assessment itself, written down once', () => {
    const assessed = act(value, people.officer, 'assessThreat', { who: 'Vi', source: 'Okänd', once: 'a' });
    const spec = routine.tasks.find(({ as }) => as === 'assessment');
    expect(spec && stateOfTask(assessed, spec)).toBe('done');
  });

  it('stays in the round until it has ended, never goes up, and holds no closing back', () => {
    const mine = (one: Incident) => waitingIn(situation(one)).filter(({ about }) => about === 'tasks');
    expect(mine(value)).toEqual([expect.objectContaining({ persons: [people.officer], upAt: undefined })]);
    const all = openTasks(value, routine).reduce(
      (one, { id, reasons }) =>
        act(one, people.officer, 'waiveTask', { task: id, why: reasons[0], reason: 'x', once: id }),
      value,
    );
    expect(mine(all)).toEqual([]);
    expect(missingToClose(all, routine).steps).toEqual(missingToClose(value, routine).steps);
  });
});

it('the sender is answered only where all who judge say yes, and the victim has said yes to a police report', () => {
  const voice = fc.constantFrom(...VOICES);
  fc.assert(
    fc.property(
      fc.record({ victim: voice, lead: fc.constantFrom(...YES_NO), strategist: voice, police: voice }),
      fc.constantFrom('reply', 'noReply'),
      fc.constantFrom(...DECISION_ANSWERS),
      fc.boolean(),
      (voices, answer, decision, isIn) => {
        const asked = {
          ...led({ kinds: 'threat', channel: 'email' }),
          decision: { answer: decision, epoch: 1 },
        };
        const strategist = { since: NOW.toISOString(), why: 'contacted' as const, epoch: 1 };
        const value: Incident = isIn ? { ...asked, strategist } : { ...asked, strategist: undefined };
        const heard = replyFields(situation(value)).flatMap(({ id }) =>
          id in voices ? [id as keyof typeof voices] : [],
        );
        expect(heard.includes('strategist')).toBe(isIn);
        const mayReply =
          heard.every((one) => voices[one] === 'yes') && ['municipality', 'self', 'other'].includes(decision);
        let after = value;
        try {
          after = act(value, people.officer, 'endTask', { task: 'reply', ...voices, answer });
        } catch (error) {
          expect(error).toBeInstanceOf(Refusal);
        }
        expect(after.tasks?.reply !== undefined).toBe(answer === 'noReply' || mayReply);
        expect(idsOf(tasksOf(after, routine)).includes('send-reply')).toBe(answer === 'reply' && mayReply);
      },
    ),
    { numRuns: 60 },
  );
});

it('channels that the report can say are all thought of', () => {
  const named = JSON.stringify([usualTasks, usualWarnings]);
  expect(CHANNELS.filter((one) => !named.includes(`"${one}"`))).toEqual(['inPerson', 'other']);
});

it.each(['email', 'letter', 'social'])(
  'a bomb threat by %s is assessed as one by phone: a task, a page, a record',
  (channel) => {
    const value = led({ kinds: 'bomb', channel });
    expect(idsOf(tasksOf(value, routine))).toContain('assessment');
    const scene = sceneFor(value, people.officer);
    expect(JSON.stringify(liveCard(scene))).toContain(THREAT.remark);
    expect(drawPage(scene, 'threat')).toBeDefined();
    const assessed = act(value, people.officer, 'assessThreat', {
      who: 'Polisen',
      source: 'Okänd',
      outcome: 'Allvarligt',
      once: 'once1',
    });
    expect(assessed.threats).toHaveLength(1);
    expect(() =>
      act(led({ kinds: 'threat', channel }), people.officer, 'assessThreat', {
        who: 'P',
        source: 'O',
        outcome: 'A',
      }),
    ).toThrow(Refusal);
  },
);

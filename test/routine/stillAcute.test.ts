import type { Incident } from '../../src/routine/model/incident';
import { notices } from '../../src/routine/rules/notices';
import { waitingIn } from '../../src/routine/rules/pendingTasks';
import { isStillAcuteAsked } from '../../src/routine/rules/tasks/stillAcute';
import { incident, NOW, people, press, routine, situation } from '../support/pureTown';

/* "Är det fortfarande akut?": asked once of whoever leads, when an acute matter has calmed. The alarm is of Tuesday 24 November, 10:00. */

const HOUR = 3_600_000;
const at = (hours: number, from = NOW): Date => new Date(from.getTime() + hours * HOUR);
const act = (value: Incident, by: string, verb: string, when: Date, data: object = {}): Incident =>
  press(value, by, { verb, id: value.id, once: `${verb}${when.getTime()}`, ...data } as never, when);

/** An alarm that is led, talked over, and whose steps that protect have ended, each a while after the other. */
function calmed(from = NOW): Incident {
  const led = act({ ...incident(), createdAt: from.toISOString() }, people.officer, 'acknowledge', from);
  const spoken = act(led, people.officer, 'spoke', at(0.5, from));
  const done = {
    state: 'done' as const,
    epoch: 1,
    endedAt: at(2, from).toISOString(),
    endedBy: people.officer,
    records: {},
  };
  const steps = Object.fromEntries(routine.steps.filter((step) => step.protects).map(({ id }) => [id, done]));
  return { ...spoken, steps: { ...spoken.steps, ...steps } as Incident['steps'] };
}
const asksAt = (value: Incident, when: Date): boolean => isStillAcuteAsked(situation(value, when));
/** The first hour of the next weeks in which it is asked, counted from the alarm; undefined: never. */
const firstAsked = (value: Incident, from = NOW): string | undefined => {
  for (let hour = 0; hour < 21 * 24; hour++)
    if (asksAt(value, at(hour, from))) return at(hour, from).toISOString();
  return undefined;
};
const NEXT_MORNING = '2026-11-25T07:00:00.000Z';
const FRIDAY = new Date('2026-11-27T09:00:00Z');
const [protecting] = routine.steps.filter((step) => step.protects);

it.each<[string, () => Incident, string | undefined]>([
  ['a day after it has calmed', () => calmed(), NEXT_MORNING],
  ['a report that is not acute', () => ({ ...calmed(), acute: false }), undefined],
  ['nobody has taken it', () => ({ ...calmed(), lead: undefined }), undefined],
  ['nobody has spoken with the person', () => ({ ...calmed(), spoken: undefined }), undefined],
  [
    'nobody has said yet who is with them',
    () => {
      const value = calmed();
      const { [protecting?.id ?? '']: _, ...steps } = value.steps;
      return { ...value, steps };
    },
    undefined,
  ],
  ['they wait to be rung at once', () => act(calmed(), people.victim, 'callNow', at(3)), undefined],
  ['they wait to be rung', () => act(calmed(), people.victim, 'callMe', at(3)), undefined],
  [
    'whoever was with them has left',
    () => act(calmed(), people.officer, 'setCompany', at(3), { who: 'Ada', until: '22:00' }),
    undefined,
  ],
  ['the lead has said that it still is', () => act(calmed(), people.officer, 'keepAcute', at(24)), undefined],
  [
    'the lead has lowered it',
    () => act(calmed(), people.officer, 'lowerAcute', at(3), { reason: 'Calm' }),
    undefined,
  ],
  ['they have had enough', () => ({ ...calmed(), enoughAt: at(3).toISOString() }), undefined],
])('is asked by this: %s', (_, value, expected) => {
  expect(firstAsked(value())).toBe(expected);
});

it('comes on a working day, and a day later for who took over', () => {
  const friday = calmed(FRIDAY);
  expect(firstAsked(friday, FRIDAY)?.slice(0, 13)).toBe('2026-11-30T07');
  const taken = {
    ...friday,
    lead: { person: people.deputy, since: '2026-11-30T09:00:00.000Z', why: 'tookOver' as const },
  };
  expect(firstAsked(taken, FRIDAY)?.slice(0, 10)).toBe('2026-12-01');
});

it('is asked anew once it has been lowered and has become acute again', () => {
  const kept = act(calmed(), people.officer, 'keepAcute', at(24));
  const lowered = act(kept, people.officer, 'lowerAcute', at(30), { reason: 'Calm' });
  const raised = act(lowered, people.officer, 'raiseAcute', at(48));
  expect(asksAt(raised, at(96))).toBe(false);
  expect(asksAt(act(raised, people.officer, 'spoke', at(49)), at(96))).toBe(true);
});

it('lowers nothing by itself, tells nobody that it stands, and is the lead’s alone', () => {
  const value = calmed();
  const late = situation(value, at(20 * 24));
  const [question] = waitingIn(late).filter(({ about }) => about === 'stillAcute');
  expect(question).toMatchObject({ owner: 'lead', persons: [people.officer], isUrgent: false });
  expect(question?.upAt).toBeUndefined();
  expect(value.acute).toBe(true);
  const [asked, answered] = [value, act(value, people.officer, 'keepAcute', at(24))].map((one) =>
    notices(situation(one, at(20 * 24))).map(({ key }) => key),
  );
  expect(asked).toEqual(answered);
  for (const by of [people.victim, people.deputy, people.strategist])
    expect(act(value, by, 'keepAcute', at(24)).acuteKeptAt).toBeUndefined();
});

import type { View } from '../../src/cards/view';
import type { Incident } from '../../src/routine/model/incident';
import type { Situation } from '../../src/routine/model/situation';
import { callsDue } from '../../src/routine/rules/calls';
import { notices } from '../../src/routine/rules/notices';
import { waitingIn } from '../../src/routine/rules/pendingTasks';
import { liveCard } from '../support/drawing';
import { contacts, incident, NOW, people, press, routine, sceneFor, situation } from '../support/pureTown';

/*
 * Who hears that somebody is silent, once the lead, the weight of the matter or those above have changed.
 */

const HOUR = 3_600_000;
const MINUTE = 60_000;
const past = (milliseconds: number, from = NOW): Date => new Date(from.getTime() + milliseconds);

const act = (value: Incident, person: string, verb: string, now: Date, data: Record<string, string> = {}) =>
  press(value, person, { verb, id: value.id, once: `${verb}${now.getTime()}`, ...data } as never, now);

/** Keys of what is due by now. */
const due = (value: Incident, now: Date, more: Partial<Situation> = {}): string[] =>
  notices(situation(value, now, more))
    .filter(({ since }) => Date.parse(since) <= now.getTime())
    .map(({ key }) => key);
const up = (value: Incident, now: Date, more: Partial<Situation> = {}): string[] =>
  due(value, now, more).filter((key) => key.startsWith('up|'));

const calm = (): Incident => incident({ via: 'report', acute: false });
const led = (): Incident => act(incident(), people.officer, 'acknowledge', NOW);
const text = (view: View): string => JSON.stringify(view);

describe('who takes over', () => {
  const late = new Date('2026-12-14T09:00:00Z');

  it.each([
    [
      'an answer to the police that nobody acts on',
      (value: Incident) =>
        act(act(value, people.officer, 'askDecision', NOW), people.victim, 'decide', NOW, {
          answer: 'other',
        }),
    ],
    [
      'a talk that was planned and not held',
      (value: Incident): Incident => ({
        ...value,
        steps: Object.fromEntries(
          routine.steps.map((step) => [
            step.id,
            { state: 'done' as const, epoch: 1, endedAt: NOW.toISOString(), records: {} },
          ]),
        ) as unknown as Incident['steps'],
        talks: [
          {
            id: 'talk2',
            kind: 'followUp',
            attendees: '',
            notes: '',
            plannedFor: '2026-12-01',
            at: NOW.toISOString(),
          },
        ] as unknown as Incident['talks'],
      }),
    ],
  ])('is not silent in the same hour: %s', (_, done) => {
    const before = done(led());
    expect(up(before, late).filter((key) => key.startsWith('up|lead'))).not.toEqual([]);
    const taken = act(before, people.strategist, 'takeOver', late, { reason: 'x' });
    expect(taken.lead?.person).toBe(people.strategist);
    expect(up(taken, past(MINUTE, late)).filter((key) => key.startsWith('up|lead'))).toEqual([]);
    // Left undone, it goes up again, from then on.
    const weekLater = new Date('2026-12-21T09:00:00Z');
    expect(up(taken, weekLater).filter((key) => key.startsWith('up|lead'))).not.toEqual([]);
  });

  it('does not make others hear again of what is not the lead’s', () => {
    const friday = past(72 * HOUR);
    const before = up(calm(), friday).filter((key) => key.startsWith('up|registry'));
    expect(before).toHaveLength(1);
    const taken = act(calm(), people.officer, 'acknowledge', friday);
    expect(up(taken, friday).filter((key) => key.startsWith('up|registry'))).toEqual(before);
    const since = (value: Incident) =>
      waitingIn(situation(value, friday)).find(({ about }) => about === 'registry')?.since;
    expect(since(taken)).toEqual(since(calm()));
    expect(since(taken)?.getTime()).toBeLessThan(friday.getTime());
  });

  it('stands by no more, and whom they took it from does, once each', () => {
    const at = (person: string) => ({ person, at: NOW.toISOString() });
    const no = (person: string) => ({ ...at(person), why: 'cannot' as const });
    const helped: Incident = {
      ...led(),
      standby: [at(people.strategist), at(people.deputy), at(people.officer)],
      declined: [no(people.strategist), no(people.chief)],
      wanted: [people.deputy],
      waits: [{ person: people.deputy, until: late.toISOString() }],
    };
    const taken = act(helped, people.strategist, 'takeOver', late, { reason: 'x' });
    expect(taken.lead?.person).toBe(people.strategist);
    expect(taken.standby).toEqual([
      at(people.deputy),
      { person: people.officer, at: late.toISOString(), led: true },
    ]);
    // Their own no is over, another's is not; nobody is waited for any more.
    expect(taken).toMatchObject({ declined: [no(people.chief)], wanted: [], waits: undefined });
  });
});

it('a report that has become acute is asked about anew, and goes on as an alarm does', () => {
  const at = past(72 * HOUR);
  const before = new Set(due(calm(), at));
  const raised = act(calm(), people.victim, 'raiseAcute', at);
  const added = (minutes: number) =>
    due(raised, past(minutes * MINUTE, at))
      .filter((key) => !before.has(key))
      .map((key) => `${key.split('|')[0]} ${key.split('|').at(-1)}`);
  expect(added(0)).toContain(`asked ${people.officer}`);
  expect(added(2)).not.toContain(`askedAgain ${people.officer}`);
  expect(added(3)).toEqual(
    expect.arrayContaining([`askedAgain ${people.officer}`, `asked ${people.deputy}`]),
  );
  expect(added(5)).not.toContain(`asked ${people.strategist}`);
  expect(added(6)).toContain(`asked ${people.strategist}`);
});

it('who leads is asked to ring when someone else says that it is acute', () => {
  const lowered: Incident = { ...led(), acute: false };
  expect(act(lowered, people.victim, 'raiseAcute', NOW).callNow?.since).toBe(NOW.toISOString());
  expect(act(lowered, people.officer, 'raiseAcute', NOW).callNow).toBeUndefined();
});

it('who is asked in the place of someone who said no is not reminded in the same breath', () => {
  const at = past(4.5 * HOUR);
  const declined = act(calm(), people.officer, 'decline', at);
  expect(due(declined, at)).toContain(`asked||1|${people.deputy}`);
  expect(due(declined, at).filter((key) => key.startsWith('askedAgain'))).toEqual([]);
  expect(due(declined, past(4 * HOUR, at))).toContain(`askedAgain||1|${people.deputy}`);
  // "För nära" takes the person out of the line: it is a no all the same.
  const recused = act(calm(), people.officer, 'recuse', at);
  expect(due(recused, at).filter((key) => key.startsWith('askedAgain'))).toEqual([]);
});

it('those above whom Teams does not reach are rung, and not by who is silent', () => {
  const now = new Date('2026-12-04T09:00:00Z');
  const chiefRow = contacts.find((one) => one.person === people.chief)?.id;
  const calls = callsDue(
    situation(led(), now, { unreachable: new Map([[people.chief, now.toISOString()]]) }),
  );
  expect(calls).toMatchObject([{ to: chiefRow, by: people.strategist }]);
  // Nobody above is there at all: whoever runs the bot has a telephone.
  const all = [people.deputy, people.strategist, people.deputyStrategist, people.chief];
  const none = callsDue(
    situation(led(), now, { unreachable: new Map(all.map((person) => [person, now.toISOString()])) }),
  );
  expect(new Set(none.filter(({ to }) => to === chiefRow).map(({ by }) => by))).toEqual(
    new Set(['operator']),
  );
});

it('beside the number of who has not answered stands what to press after the call, and then how it went', () => {
  const later = past(4 * MINUTE);
  const row = contacts.find((one) => one.person === people.officer)?.id ?? '';
  const card = text(liveCard(sceneFor(incident(), people.deputy, later)));
  expect(card).toContain(`"to":"${row}","answered":"no"`);
  const rung = act(incident(), people.deputy, 'recordCall', later, { to: row, answered: 'no' });
  expect(rung.calls).toMatchObject([{ to: row, answered: false, by: people.deputy }]);
  expect(text(liveCard(sceneFor(rung, people.deputy, later)))).toContain('Inget svar kl. 10.04');
  // Above too; and that somebody rang is no progress of the lead's.
  const silent = new Date('2026-11-27T07:01:00Z');
  expect(text(liveCard(sceneFor(led(), people.strategist, silent)))).toContain(`"to":"${row}"`);
  const called = act(led(), people.strategist, 'recordCall', silent, { to: row, answered: 'no' });
  expect(called.calls).toHaveLength(1);
  expect(up(called, silent)).toEqual(up(led(), silent));
});

it('an hour in which nobody is there any more counts from its end, whatever else is written meanwhile', () => {
  let value = act(led(), people.officer, 'setCompany', NOW, { who: 'Gunnel', until: '12:00' });
  const until = value.company?.at(-1)?.until;
  for (const day of [1, 2, 3])
    value = act(value, people.officer, 'addProtection', past(day * 24 * HOUR), {
      what: 'x',
      who: 'y',
      day: '2026-12-24',
    });
  const relay = waitingIn(situation(value, past(96 * HOUR))).find(({ about }) => about === 'relay');
  expect(relay?.since.toISOString()).toBe(until);
});

describe('the only strategist is the victim', () => {
  const list = contacts.filter((one) => one.role !== 'securityStrategist' || one.order === 1);
  const special = list.find((one) => one.role === 'alternateContact')?.person;
  const own = (): Incident =>
    incident({
      route: 'municipality',
      party: undefined,
      reporter: { person: people.strategist, name: 'N', kind: 'self' },
      victim: { person: people.strategist, name: 'N' },
    });

  it('the special contact takes their place: asked before the chief executive, with the registry to keep', () => {
    const asked = due(own(), NOW, { contacts: list }).filter((key) => key.startsWith('asked|'));
    expect(asked).toEqual([`asked||1|${special}`]);
    const registry = waitingIn(situation(own(), past(24 * HOUR), { contacts: list }));
    expect(registry.find(({ about }) => about === 'registry')?.persons).toEqual([special]);
  });
});

describe('who has two posts', () => {
  it('is asked once, in the first of them', () => {
    const duty = contacts.map((one) =>
      one.role === 'dutyOfficer' ? { ...one, person: people.strategist } : one,
    );
    const value = incident({ route: 'municipality', party: undefined });
    expect(due(value, NOW, { contacts: duty })).toContain(`asked||1|${people.strategist}`);
    expect(due(value, past(9 * MINUTE), { contacts: duty })).toContain(`asked||1|${people.strategist}`);
  });
});

it('no call has the name of one before, whatever fails anew', () => {
  const row = contacts.find((one) => one.person === people.officer)?.id ?? '';
  const calls = (value: Incident, since: Date, now: Date) =>
    due(value, now, { unreachable: new Map([[people.officer, since.toISOString()]]) }).filter((key) =>
      key.startsWith(`call|${row}`),
    );
  const first = calls(led(), NOW, past(MINUTE));
  expect(first).toHaveLength(1);
  const rung = act(led(), people.strategist, 'recordCall', past(2 * MINUTE), { to: row, answered: 'no' });
  expect(rung.calls).toHaveLength(1);
  expect(first).not.toEqual(expect.arrayContaining(calls(rung, past(HOUR), past(2 * HOUR))));
  expect(calls(rung, past(HOUR), past(2 * HOUR))).toHaveLength(1);
});

it('a proposal of who is to know never has the number of one that was agreed to before', () => {
  const propose = (value: Incident, now: Date) =>
    act(value, people.officer, 'proposeGroups', now, {
      groups: 'partyColleagues',
      text: 'x',
      how: 'y',
      by: 'z',
    });
  const ready = act(led(), people.officer, 'approve', NOW, { step: 'inform-groups' });
  const one = propose(ready, NOW);
  expect(one.groups).toBeDefined();
  const read = act(one, people.victim, 'answerGroups', past(MINUTE), {
    epoch: String(one.groups?.epoch),
    answer: 'yes',
  });
  const agreed = act(read, people.strategist, 'confirmGroups', past(MINUTE), {
    epoch: String(one.groups?.epoch),
  });
  expect(agreed.steps['inform-groups']?.state).toBe('done');
  const open = act(agreed, people.officer, 'reopenStep', past(2 * MINUTE), {
    step: 'inform-groups',
    reason: 'x',
  });
  const two = propose(open, past(3 * MINUTE));
  expect(two.groups?.epoch).toBeGreaterThan(one.groups?.epoch ?? 0);
  const old = String(one.groups?.epoch);
  const reread = act(two, people.victim, 'answerGroups', past(4 * MINUTE), {
    epoch: String(two.groups?.epoch),
    answer: 'yes',
  });
  expect(() => act(reread, people.strategist, 'confirmGroups', past(4 * MINUTE), { epoch: old })).toThrow(
    'alreadyEnded',
  );
});

it('the talk is told anew when the event turns out to have been on another day', () => {
  const on = (date: string, dateTo = ''): Incident => ({
    ...led(),
    report: { ...led().report, date, dateTo },
  });
  const books = (value: Incident) =>
    due(value, past(480 * HOUR)).filter((key) => key.startsWith('talk|book'));
  expect(books(led())).toEqual([`talk|book.2026-12-08|0|${people.officer}`]);
  expect(books(on('2026-11-20', '2026-11-22'))).toEqual([`talk|book.2026-12-04|0|${people.officer}`]);
  // What happens after the report is another event, and moves no date.
  expect(books(on('2026-11-24', '2026-11-30'))).toEqual(books(led()));
});

it('a strategist who leads is reminded of the police the same day', () => {
  const own = act(
    incident({ route: 'municipality', party: undefined }),
    people.strategist,
    'acknowledge',
    NOW,
  );
  const begun = act(own, people.strategist, 'approve', NOW, { step: 'assess' });
  const threat = { step: 'assess', kinds: 'threat', serious: 'yes', care: 'no', together: 'yes' };
  const open = act(begun, people.strategist, 'endStep', past(HOUR), threat);
  const evening = past(11 * HOUR);
  expect(due(open, evening).filter((key) => key.startsWith('policeToday'))).toEqual([
    expect.stringContaining(people.strategist),
  ]);
});

it('once the report is made, no deputy of the chief executive hears of it', () => {
  const asked = act(led(), people.officer, 'askDecision', NOW);
  const yes = act(asked, people.victim, 'decide', NOW, { answer: 'municipality' });
  const filed = act(yes, people.chief, 'endStep', past(HOUR), { step: 'police-report', when: '2026-11-24' });
  expect(filed.steps['police-report']?.state).toBe('done');
  const told = (value: Incident) =>
    due(value, past(240 * HOUR)).filter(
      (key) => key.startsWith('duty|police-report') && key.endsWith(people.deputyChief),
    );
  expect(told(yes)).toHaveLength(1);
  expect(told(filed)).toEqual([]);
});

it('a lead whose post has ended asks a victim who cannot be asked here', () => {
  const value: Incident = { ...led(), victim: { ...led().victim, person: undefined, bound: 'none' } };
  const ended = contacts.map((one) =>
    one.person === people.officer ? { ...one, ended: NOW.toISOString() } : one,
  );
  expect(due(value, NOW, { contacts: ended })).toContainEqual(
    expect.stringMatching(new RegExp(`^newOfficer.*${people.officer}$`)),
  );
  const scene = sceneFor(value, people.officer, NOW, 'once1', { contacts: ended });
  expect(text(liveCard(scene))).toContain('Du är inte längre säkerhetsansvarig');
});

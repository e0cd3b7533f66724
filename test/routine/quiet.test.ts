import {
  type Contact,
  OPERATOR,
  postsIn,
  type Quiet,
  quietIn,
  quietMark,
} from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import type { Situation } from '../../src/routine/model/situation';
import { callsDue } from '../../src/routine/rules/calls';
import { othersToLead } from '../../src/routine/rules/leadership';
import { notices } from '../../src/routine/rules/notices';
import { rungMeanwhile } from '../../src/routine/rules/standing/maintenance';
import { numbersFor } from '../../src/routine/rules/standing/numbers';
import { asHushed, isHeldIn, withQuiet } from '../../src/routine/rules/wishes/quiet';
import { factsOf } from '../../src/screens/facts';
import { contacts, incident, NOW, people, press, routine, sceneFor, situation } from '../support/pureTown';

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const act = (value: Incident, by: string, verb: string, data: object = {}, now = later(1)): Incident =>
  press(value, by, { verb, id: value.id, once: `${verb}${now.getTime()}`, ...data } as never, now);

/** The list, with those who are quiet. */
const listWith = (persons: readonly string[], why: Quiet['why'] = 'hiding'): readonly Contact[] =>
  postsIn([...contacts, ...persons.map((person) => quietMark(person, { why, at: NOW.toISOString() }))]);

function hushed(value: Incident, persons: readonly string[], minutes: number, why?: Quiet['why']): Situation {
  const list = listWith(persons, why);
  const found = situation(value, later(minutes), { contacts: list });
  return { ...found, unreachable: withQuiet(new Map(), found) };
}

const idsOf = (person: string) => contacts.filter((one) => one.person === person).map(({ id }) => id);

const alarm = incident();
const led = act(alarm, people.officer, 'acknowledge');
const calling = act(led, people.victim, 'callNow', {}, later(2));
const whole = {
  since: later(2).toISOString(),
  wholeAt: later(2).toISOString(),
  why: 'contacted',
  epoch: 1,
} as const;
const wholes: Incident = { ...led, strategist: whole };
const STATES: [string, Incident][] = [
  ['an alarm', alarm],
  ['an alarm to the municipality', incident({ route: 'municipality' })],
  ['a calm report', incident({ via: 'report', acute: false })],
  ['an alarm that is led', led],
  ['"Ring mig nu"', calling],
  ['"Ring mig"', act(act(led, people.officer, 'spoke'), people.victim, 'callMe')],
  ['one that the strategist has', wholes],
  ['"Ja, kommunen"', act(wholes, people.victim, 'decide', { answer: 'municipality' })],
];
const OFFICIALS = ['officer', 'deputy', 'strategist', 'deputyStrategist', 'chief'] as const;
const HOURS = [0, 4, 12, 35, 130, 300, 1_500, 6_000];

describe.each(STATES)('%s', (_, value) => {
  it.each(OFFICIALS)(
    '%s is quiet: nothing to them, nobody rings them or is given their number, and the others hear no later',
    (who) => {
      const person = people[who];
      for (const minutes of HOURS) {
        const now = hushed(value, [person], minutes);
        const all = notices(now);
        expect(all.filter((one) => one.person === person)).toEqual([]);
        expect(callsDue(now).filter(({ to, by }) => by === person || idsOf(person).includes(to))).toEqual([]);
        const facts = factsOf(
          sceneFor(value, people.victim, later(minutes), 'once1', {
            contacts: now.contacts,
            unreachable: now.unreachable,
          }),
          (one) => one,
        );
        for (const named of [facts.asked, facts.askedFirst, facts.strategists, facts.line, facts.duty])
          for (const id of idsOf(person)) expect(named).not.toContain(id);
        // Everybody else hears of what they would have heard of, at the same time or before.
        const open = notices(situation(value, later(minutes)));
        for (const one of open.filter((other) => other.person !== person && other.kind === 'asked')) {
          const same = all.find(({ kind, person: to }) => kind === one.kind && to === one.person);
          expect((same?.since ?? '9') <= one.since).toBe(true);
        }
      }
    },
  );
});

describe('the next in line is told instead', () => {
  const told = (now: Situation, kind: string) =>
    notices(now)
      .filter((one) => one.kind === kind && new Date(one.since) <= now.now)
      .map(({ person }) => person);

  it.each([
    ['of an alarm, at once', alarm, 'officer', 0, 'asked', 'deputy'],
    ['of "Ring mig nu", at once', calling, 'officer', 2, 'unreached', 'deputy'],
    ['of "Ring mig nu", the strategist too', calling, 'officer', 2, 'unreached', 'strategist'],
    [
      'that nobody has reached the victim, when the lead would be asked',
      led,
      'officer',
      17,
      'unreached',
      'deputy',
    ],
    ['that something came in', alarm, 'strategist', 0, 'told', 'deputyStrategist'],
    ['that the strategist is contacted', wholes, 'strategist', 3, 'broughtIn', 'deputyStrategist'],
    [
      'of an alarm to the municipality',
      incident({ route: 'municipality' }),
      'strategist',
      0,
      'asked',
      'deputyStrategist',
    ],
  ] as const)('%s', (_, value, who, minutes, kind, next) => {
    expect(told(hushed(value, [people[who]], minutes), kind)).toContain(people[next]);
    expect(told(situation(value, later(minutes)), kind)).not.toContain(people[next]);
  });

  it('of "Ring mig nu" again and again, whoever leads', () => {
    const again = notices(hushed(calling, [people.officer], 75)).filter(({ kind }) => kind === 'ring');
    expect(again.length).toBeGreaterThan(0);
    for (const { person } of again) expect(person).toBe(people.deputy);
  });

  it('a deputy who is quiet reads no more for it', () => {
    const now = hushed(wholes, [people.deputyStrategist], 5);
    expect(told(now, 'broughtIn')).toEqual(told(situation(wholes, later(5)), 'broughtIn'));
  });

  it('with everybody quiet whoever runs the bot hears of it, and nobody is rung', () => {
    const everybody = contacts.flatMap(({ person }) => person ?? []);
    const now = hushed(alarm, everybody, 12);
    expect(told(now, 'nobody')).toContain(OPERATOR);
    expect(callsDue(now).filter(({ to }) => contacts.some(({ id, person }) => id === to && person))).toEqual(
      [],
    );
  });
});

describe('numbers', () => {
  it.each(['strategist', 'deputyStrategist', 'chief'] as const)('never that of a quiet %s', (who) => {
    const roster = { contacts: listWith([people[who]]), routine };
    const given = [
      ...numbersFor(roster, { person: people.victim, suspects: [], isDay: true }),
      ...rungMeanwhile(roster, people.victim, []),
      ...othersToLead({ ...roster, incident: led }),
    ];
    expect(given.filter(({ person }) => person === people[who])).toEqual([]);
    expect(given.length).toBeGreaterThan(0);
  });
});

describe('the victim', () => {
  const of = (why: Quiet['why']) => quietIn([quietMark(people.victim, { why, at: NOW.toISOString() })]);

  it('is quiet in each of their incidents, and in none of anybody else’s', () => {
    expect(asHushed(led, of('hiding')).quiet?.why).toBe('hiding');
    expect(asHushed({ ...led, quiet: { why: 'hiding', at: '' } }, of('watched')).quiet?.why).toBe('watched');
    // What a lead has said of them in one incident, others' leads do not read.
    expect(asHushed(led, of('unable'))).toBe(led);
    const others = { ...led, victim: { ...led.victim, person: people.stranger } };
    expect(asHushed(others, of('hiding'))).toBe(others);
    const asked = { ...led, victim: { ...led.victim, bound: 'asked' as const } };
    expect(asHushed(asked, of('hiding'))).toBe(asked);
  });

  it.each([
    ['hides', { quiet: { why: 'hiding', at: '' } }],
    ['is watched', { quiet: { why: 'watched', at: '' } }],
    ['cannot answer', { unable: { why: 'hospital', at: '', by: people.officer } }],
  ] as const)('who %s is told nothing', (_, state) => {
    const value: Incident = { ...calling, ...state };
    expect(isHeldIn(situation(value), people.victim)).toBe(true);
    expect(isHeldIn(situation(calling), people.victim)).toBe(false);
    expect(notices(situation(value, later(2_000))).filter(({ person }) => person === people.victim)).toEqual(
      [],
    );
  });

  it('who cannot be reached in Teams either is rung by nobody', () => {
    const gone = { unreachable: new Map([[people.victim, NOW.toISOString()]]) };
    const to = (value: Incident) => callsDue(situation(value, later(5), gone)).map((call) => call.to);
    expect(to(led)).toContain('victim');
    expect(to(asHushed(led, of('hiding')))).not.toContain('victim');
  });
});

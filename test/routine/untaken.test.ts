import { almsjo } from '../../src/content/municipalities/almsjo';
import { PRIVACY } from '../../src/content/texts/privacy';
import { REPORT } from '../../src/content/texts/report';
import type { Incident } from '../../src/routine/model/incident';
import { Refusal } from '../../src/routine/model/refusal';
import { stepOf } from '../../src/routine/model/routine';
import { isVictimAsked } from '../../src/routine/plan/traits';
import { remindAskedAt } from '../../src/routine/rules/deadlines';
import { dutyFrom } from '../../src/routine/rules/ladders/asked';
import { notices } from '../../src/routine/rules/notices';
import { stateOf } from '../../src/routine/rules/progress';
import { recordRegistry } from '../../src/routine/transitions/records';
import { fileReport } from '../../src/routine/transitions/reporting';
import { draw } from '../support/drawing';
import { incident, municipality, NOW, people, press, routine, situation, turn } from '../support/pureTown';

/* An incident that nobody has taken, or that the victim has had enough of: what goes up all the same, and who is asked what. */

const MINUTE = 60_000;
const later = (minutes: number) => new Date(NOW.getTime() + minutes * MINUTE);
const DAY = 24 * 60;

const threat = (more: Partial<Incident> = {}): Incident => ({
  ...fileReport(
    incident({ via: 'report', acute: false }),
    { what: 'Det hände', kinds: 'threat', channel: 'email' },
    turn(people.victim),
  ),
  ...more,
});

const upOf = (value: Incident, now: Date): string[] =>
  notices(situation(value, now))
    .filter(({ kind, since }) => kind === 'up' && new Date(since) <= now)
    .map(({ key, person }) => `${key.split('|')[1]?.split('.')[0]} ${person}`);

describe('"Nog nu"', () => {
  const enough = { enoughAt: later(5).toISOString() };

  it('of an alarm that nobody has taken: the overseer hears of it all the same, then whoever runs the bot', () => {
    const value: Incident = { ...incident(), ...enough };
    expect(upOf(value, later(59))).toEqual([]);
    expect(upOf(value, later(61))).toEqual([`asked ${people.chief}`]);
    expect(upOf(value, later(121)).length).toBeGreaterThan(1);
  });

  it('the registry number and a name that is to be hidden go up; what the victim has had enough of does not', () => {
    const led = press(threat(), people.officer, { verb: 'acknowledge', id: 'incident1' } as never);
    const hidden: Incident = {
      ...led,
      ...enough,
      hidden: { at: NOW.toISOString(), person: people.victim } as never,
    };
    const weeks = later(14 * DAY);
    const owners = new Set(upOf(hidden, weeks).map((one) => one.split(' ')[0]));
    expect([...owners].sort()).toEqual(['registry', 'strategist']);
    const without = new Set(upOf({ ...led, ...enough }, weeks).map((one) => one.split(' ')[0]));
    expect([...without]).toEqual(['registry']);
    expect(upOf(led, weeks).some((one) => one.startsWith('lead'))).toBe(true);
  });

  it('a bomb threat that nobody has passed on is said to the strategist', () => {
    const value = { ...threat(), ...enough };
    const bomb: Incident = { ...value, report: { ...value.report, kinds: 'bomb' } };
    expect(notices(situation(bomb, later(31))).some(({ kind }) => kind === 'passOn')).toBe(true);
  });
});

it.each([
  ['2026-11-24T06:10:00Z', '2026-11-24T07:30:00.000Z', 'with the reminder'],
  ['2026-11-24T04:00:00Z', '2026-11-24T07:00:00.000Z', 'at eight, after the night'],
  ['2026-11-23T21:00:00Z', '2026-11-24T07:00:00.000Z', 'at eight, after the night'],
  ['2026-11-24T09:00:00Z', '2026-11-25T07:00:00.000Z', 'the next morning'],
])('a threat reported %s: the duty officer’s number comes %s, %s', (createdAt, at) => {
  const found = situation(threat({ createdAt, reportedAt: createdAt }), NOW);
  expect(dutyFrom(found)?.toISOString()).toBe(at);
  const isNight = new Date(createdAt) < new Date('2026-11-24T06:00:00Z');
  if (!isNight) expect(dutyFrom(found)?.getTime()).toBeGreaterThanOrEqual(remindAskedAt(found).getTime());
});

it('the victim is asked about professional support the next working day, though nobody has taken it', () => {
  const step = stepOf(routine, 'assess-professional-support');
  const state = (now: Date) => step && stateOf(threat(), step, routine, now);
  expect(state(later(60))).toBe('waiting');
  expect(state(later(DAY))).toBe('open');
  const told = notices(situation(threat(), later(DAY))).filter(({ person }) => person === people.victim);
  expect(told.map(({ key }) => key.split('|')[1])).toContain('assess-professional-support');
});

it('the registry number is the municipality’s to write, whoever has been told of silence', () => {
  expect(() => recordRegistry(threat(), { number: 'KS 2026/1' }, turn(people.deputy))).toThrow(Refusal);
  expect(recordRegistry(threat(), { number: 'KS 2026/1' }, turn(people.strategist)).registry?.number).toBe(
    'KS 2026/1',
  );
});

it.each([municipality, almsjo])('says beforehand who decides on a police report: $name', (one) => {
  const isAsked = isVictimAsked(one.routine);
  const privacy = JSON.stringify(draw({ kind: 'note', note: 'privacy' }, one));
  expect(privacy.includes('Säger du ja till en polisanmälan')).toBe(isAsked);
  expect(privacy.includes(REPORT.consentReported(one.names))).toBe(!isAsked);
  expect(PRIVACY.lines(one.name, one.names, isAsked).join(' ')).toContain(one.names.filer.definite);
});

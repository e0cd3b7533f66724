import Holidays from 'date-holidays';
import fc from 'fast-check';
import { assertSpan, localTime } from '../../src/cli/maintenance/windows';
import { usualTimes as PLAN_TIMES } from '../../src/content/municipalities/library/times';
import { easter, isHoliday } from '../../src/routine/calendar/holidays';
import { addDays, atHour, clockOf, dayOf } from '../../src/routine/calendar/localTime';
import {
  addDaytime,
  addWithin,
  addWorkingDays,
  afterWorkingDays,
  inDaytime,
  isDayOff,
  nextRound,
  workingDay,
  workingDayFrom,
  workingDayUntil,
} from '../../src/routine/calendar/workingTime';
import { type MaintenanceWindow, maintenanceWords } from '../../src/routine/rules/standing/maintenance';
import { type Findings, type Reachable, watched } from '../../src/routine/rules/standing/watch';
import { contacts, NOW, routine } from '../support/pureTown';

const YEARS = Array.from({ length: 50 }, (_, index) => 2015 + index);
/** One in the morning by UTC, on the last Sunday of a month of 31 days: when summer time begins, or ends. */
const lastSunday = (year: number, month: number): number => {
  const last = new Date(Date.UTC(year, month, 31, 1));
  return last.setUTCDate(31 - last.getUTCDay());
};
/** Kept free by workplaces, and no public holidays by law. */
const EVES = ['midsommarafton', 'julafton', 'nyårsafton'];

describe('days off', () => {
  it('are those of a kept list, for fifty years, and the three eves', () => {
    const kept = new Holidays('SE', { languages: ['sv'] });
    for (const year of YEARS) {
      const listed = kept
        .getHolidays(year)
        .filter(({ type, name }) => type === 'public' || EVES.includes(name.toLowerCase()))
        .map(({ date }) => date.slice(0, 10));
      const ours: string[] = [];
      for (let day = `${year}-01-01`; day.startsWith(String(year)); day = addDays(day, 1))
        if (isHoliday(day)) ours.push(day);
      expect([year, ours]).toEqual([year, [...new Set(listed)].sort()]);
    }
  });

  it('are known for Easter far off', () => {
    expect([easter(1818), easter(2000), easter(2038), easter(2285)]).toEqual([
      '1818-03-22',
      '2000-04-23',
      '2038-04-25',
      '2285-03-22',
    ]);
  });

  it.each([
    ['a Saturday', '2026-11-28', true],
    ['a Sunday', '2026-11-29', true],
    ['a Monday', '2026-11-30', false],
    ['Midsummer Eve', '2026-06-19', true],
    ['Christmas Eve', '2026-12-24', true],
    ['New Year’s Eve', '2026-12-31', true],
    ['Epiphany', '2026-01-06', true],
    ['the bridge day before it', '2026-01-05', false],
    ['Good Friday', '2026-04-03', true],
    ['Maundy Thursday', '2026-04-02', false],
    ['Ascension Day', '2026-05-14', true],
    ['the bridge day after it', '2026-05-15', false],
    ['the national day on a Saturday', '2026-06-06', true],
    ['All Saints’ Day', '2026-10-31', true],
  ])('%s, %s: %s', (_, day, is) => {
    expect(isDayOff(day)).toBe(is);
  });
});

const anyDay = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays('2000-01-01', days));
const anyInstant = fc.integer({ min: 946_684_800_000, max: 2_500_000_000_000 }).map((ms) => new Date(ms));

describe('working days', () => {
  it('are counted from the day itself, or the first working day after it', () => {
    expect(workingDay('2026-11-27', 4)).toBe('2026-12-02');
    expect(workingDay('2026-11-28', 1)).toBe('2026-11-30');
    expect(addWorkingDays('2026-12-23', 1)).toBe('2026-12-28');
    expect(addWorkingDays('2026-12-23', 4)).toBe('2027-01-04');
    expect(workingDayUntil('2027-01-06')).toBe('2027-01-05');
    expect(workingDayFrom('2026-06-19')).toBe('2026-06-22');
  });

  it('are never days off, grow with the count, and none lies between two that follow', () => {
    fc.assert(
      fc.property(anyDay, fc.nat(30), (day, count) => {
        const at = addWorkingDays(day, count);
        const next = addWorkingDays(day, count + 1);
        expect(isDayOff(at)).toBe(false);
        expect(next > at && at >= day).toBe(true);
        for (let between = addDays(at, 1); between < next; between = addDays(between, 1))
          expect(isDayOff(between)).toBe(true);
      }),
      { seed: 20261125, numRuns: 500 },
    );
  });
});

describe('hours of the day', () => {
  it('are the wall clock’s over both changes of summer time', () => {
    for (const day of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26']) {
      for (const hour of [0, 1, 8, 20, 23]) {
        const at = atHour(day, hour);
        expect([dayOf(at), clockOf(at)]).toEqual([day, `${String(hour).padStart(2, '0')}:00`]);
      }
    }
    expect(atHour('2026-03-29', 8).toISOString()).toBe('2026-03-29T06:00:00.000Z');
    expect(atHour('2026-10-25', 8).toISOString()).toBe('2026-10-25T07:00:00.000Z');
  });

  const wall = new Intl.DateTimeFormat('sv-SE', {
    timeZone: 'Europe/Stockholm',
    dateStyle: 'short',
    timeStyle: 'short',
  });

  it('of each quarter about each change are what the platform says', () => {
    const changes = YEARS.flatMap((year) => [2, 9].map((month) => lastSunday(year, month)));
    for (const change of changes)
      for (let quarter = -8; quarter < 12; quarter++) {
        const at = new Date(change + quarter * 900_000);
        expect(`${dayOf(at)} ${clockOf(at)}`).toBe(wall.format(at));
      }
  });

  it('of an instant are what the platform says, at any time', () => {
    fc.assert(
      fc.property(anyInstant, (at) => {
        expect(`${dayOf(at)} ${clockOf(at)}`).toBe(wall.format(at));
      }),
      { seed: 20261125, numRuns: 2_000 },
    );
  });

  it('daytime is counted from 08 to 20 every day, whatever the night between was', () => {
    const at = (iso: string, minutes: number) => addDaytime(new Date(iso), minutes, PLAN_TIMES).toISOString();
    expect(at('2026-11-27T18:30:00Z', 240)).toBe('2026-11-28T10:30:00.000Z');
    expect(at('2026-03-28T18:00:00Z', 120)).toBe('2026-03-29T07:00:00.000Z');
    expect(at('2026-10-24T17:00:00Z', 120)).toBe('2026-10-25T08:00:00.000Z');
    expect(at('2026-11-25T02:00:00Z', 0)).toBe('2026-11-25T07:00:00.000Z');
  });

  it('what is counted in daytime ends in daytime, and so much of it lies between', () => {
    fc.assert(
      fc.property(anyInstant, fc.integer({ min: 1, max: 3_000 }), (from, minutes) => {
        const to = addDaytime(from, minutes, PLAN_TIMES);
        expect(inDaytime(to, PLAN_TIMES).getTime()).toBe(to.getTime());
        let counted = 0;
        for (let day = dayOf(from); day <= dayOf(to); day = addDays(day, 1)) {
          const begins = Math.max(atHour(day, 8).getTime(), from.getTime());
          const ends = Math.min(atHour(day, 20).getTime(), to.getTime());
          counted += Math.max(0, ends - begins);
        }
        expect(counted).toBe(minutes * 60_000);
      }),
      { seed: 20261125, numRuns: 300 },
    );
  });

  it('counted at any hour until somebody speaks, then in daytime: in two parts as in one', () => {
    fc.assert(
      fc.property(
        anyInstant,
        fc.integer({ min: -2_000, max: 2_000 }),
        fc.nat(2_000),
        fc.nat(2_000),
        fc.boolean(),
        (from, spoken, one, two, isAnyHour) => {
          const until = new Date(from.getTime() + spoken * 60_000);
          const within = isAnyHour ? undefined : { dayFrom: 7, dayTo: 22 };
          const hours = { within, until, after: PLAN_TIMES };
          const end = addWithin(from, one + two, hours);
          expect(addWithin(addWithin(from, one, hours), two, hours)).toEqual(end);
          if (end > until) expect(inDaytime(end, PLAN_TIMES)).toEqual(end);
          if (end <= until) expect(end).toEqual(addWithin(from, one + two, { within }));
        },
      ),
      { seed: 20261125, numRuns: 300 },
    );
  });

  it('the next round is on a working day, at its hour, and the same time of day comes again after working days', () => {
    expect(nextRound(new Date('2026-12-23T13:00:00Z'), 8).toISOString()).toBe('2026-12-28T07:00:00.000Z');
    expect(nextRound(new Date('2026-11-30T06:59:00Z'), 8).toISOString()).toBe('2026-11-30T07:00:00.000Z');
    expect(afterWorkingDays(new Date('2026-10-23T13:15:00Z'), 1).toISOString()).toBe(
      '2026-10-26T14:15:00.000Z',
    );
  });
});

describe('word of maintenance', () => {
  const at = (local: string): string => localTime('from', local).toISOString();
  const window: MaintenanceWindow = {
    id: 'w1',
    from: at('2026-12-03 10:00'),
    to: at('2026-12-03 11:00'),
    at: at('2026-12-01 12:00'),
  };
  const told = (now: string, more: Partial<MaintenanceWindow> = {}, hasHeard = true): string[] =>
    maintenanceWords({ ...window, ...more }, hasHeard, { now: new Date(at(now)), times: PLAN_TIMES }).map(
      ({ kind, at: when }) => `${kind} ${dayOf(when).slice(8)} ${clockOf(when)}`,
    );

  it.each<[string, string, Partial<MaintenanceWindow>, string[]]>([
    ['planned by day', '2026-12-01 12:00', {}, ['maintenance 01 12:00', 'maintenanceOver 03 11:00']],
    [
      'planned two days before',
      '2026-11-30 12:00',
      { at: at('2026-11-30 12:00') },
      ['maintenance 30 12:00', 'maintenance 02 08:00', 'maintenanceOver 03 11:00'],
    ],
    [
      'planned at night: in the morning',
      '2026-12-02 23:00',
      { at: at('2026-12-02 23:00') },
      ['maintenance 03 08:00', 'maintenanceOver 03 11:00'],
    ],
    [
      'planned at night, for the same night: at once',
      '2026-12-02 23:00',
      { at: at('2026-12-02 23:00'), from: at('2026-12-03 02:00'), to: at('2026-12-03 03:00') },
      ['maintenance 02 23:00', 'maintenanceOver 03 08:00'],
    ],
    ['over', '2026-12-03 11:00', {}, ['maintenanceOver 03 11:00']],
    ['over long ago', '2026-12-10 11:00', {}, []],
    ['called off', '2026-12-02 12:00', { cancelledAt: at('2026-12-02 12:00') }, ['maintenanceOff 02 12:00']],
    [
      'called off while it goes on',
      '2026-12-03 10:30',
      { cancelledAt: at('2026-12-03 10:30') },
      ['maintenanceOff 03 10:30'],
    ],
  ])('%s', (_, now, more, words) => {
    expect(told(now, more)).toEqual(words);
    // Who has not heard that it comes hears of no end.
    expect(told(now, more, false)).toEqual(words.filter((word) => word.startsWith('maintenance ')));
  });

  it.each([
    ['2026-12-03', 'no time'],
    ['2026-02-30 10:00', 'no day'],
    ['2026-12-03 25:00', 'no hour'],
    ['2027-03-28 02:30', 'an hour that summer time leaves out'],
  ])('a time "%s" is refused: %s', (text) => {
    expect(() => localTime('from', text)).toThrow('Swedish time');
  });

  it.each([
    ['2026-12-03 11:00', '2026-12-03 11:00', 'not after'],
    ['2026-12-03 11:00', '2026-12-13 11:00', '72 hours'],
    ['2026-11-01 11:00', '2026-11-01 12:00', 'has passed'],
    ['2027-12-03 11:00', '2027-12-03 12:00', '60 days'],
  ])('from %s to %s is refused: %s', (from, to, why) => {
    const now = new Date(at('2026-12-01 12:00'));
    expect(() => assertSpan(new Date(at(from)), new Date(at(to)), now)).toThrow(why);
  });
});

describe("the strategist's notices of the bot", () => {
  const [officer, deputy] = contacts.filter(
    ({ party, role }) => party === 'S' && role === 'partySecurityOfficer',
  );
  const strategist = contacts.find(({ role }) => role === 'securityStrategist');
  const police = contacts.find(({ role }) => role === 'localPolice');
  const all = [officer, deputy, strategist, police].flatMap((one) => one ?? []);
  const kept = { days: 700, decision: 'KS 2026/1' };
  const good: Findings = {
    contacts: all,
    routine: { ...routine, parties: ['S'] },
    now: NOW,
    reach: new Map(all.map(({ id }) => [id, 'reached'])),
    drills: { last: { at: NOW.toISOString(), silent: [] }, isOngoing: false, isOverdue: false },
    retention: { report: kept, records: kept, talks: kept, log: kept },
    windows: [],
    late: 0,
    rows: 4,
    ending: [],
  };
  const reach = (...of: [string | undefined, Reachable][]): Partial<Findings> => ({
    reach: new Map([...good.reach, ...of.map(([id = '', one]) => [id, one] as const)]),
  });
  const drills = (more: Partial<Findings['drills']>) => ({ drills: { ...good.drills, ...more } });
  const silent = all.slice(0, 1);
  const hour = (hours: number) => new Date(NOW.getTime() + hours * 3_600_000).toISOString();
  const window = (from: number, to: number) => ({
    windows: [{ id: 'w1', from: hour(from), to: hour(to), at: hour(-9) }],
  });

  it.each<[string, Partial<Findings>, string[]]>([
    ['all is well', {}, []],
    ['the police, whom the bot tells nothing, are never out of reach', reach([police?.id, 'unmet']), []],
    ['one of two officers', reach([officer?.id, 'unmet']), ['unmet']],
    [
      'both, so the party has nobody',
      reach([officer?.id, 'unmet'], [deputy?.id, { since: undefined }]),
      ['party', 'unreachable', 'unmet'],
    ],
    ['nobody on the list for the party', { contacts: [] }, ['party']],
    ['silent at the drill', drills({ last: { at: NOW.toISOString(), silent } }), ['silent']],
    [
      'silent, and out of reach: said once',
      { ...reach([officer?.id, 'unmet']), ...drills({ last: { at: NOW.toISOString(), silent } }) },
      ['unmet'],
    ],
    [
      'no drill for too long',
      drills({ isOverdue: true, last: { at: NOW.toISOString(), silent } }),
      ['undrilled'],
    ],
    ['maintenance to come', window(1, 2), ['maintenance']],
    ['maintenance that goes on', window(-1, 1), ['maintenance']],
    ['maintenance that is over', window(-2, -1), []],
    [
      'a class without a decision',
      { retention: { report: kept, records: kept, talks: kept } },
      ['retention'],
    ],
    ['nothing decided', { retention: undefined }, ['retention']],
    ['late', { late: 1 }, ['late']],
    [
      'a term that ends with nobody after it',
      { ending: all.slice(0, 1).map((contact) => ({ contact, ends: '2026-12-01' })) },
      ['ending'],
    ],
    ['a list that is near its length', { rows: 66 }, ['longList']],
    ['a list that is not', { rows: 65 }, []],
  ])('%s', (_, more, kinds) => {
    expect(watched({ ...good, ...more }).map(({ kind }) => kind)).toEqual(kinds);
  });
});

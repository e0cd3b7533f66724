import type { Incident } from '../../src/routine/model/incident';
import { Refusal } from '../../src/routine/model/refusal';
import { notices } from '../../src/routine/rules/notices';
import { withoutHidden } from '../../src/routine/rules/report/hidden';
import { byDay, occurrenceNow, ofOccurrence } from '../../src/routine/rules/report/occurrences';
import { plannedTalks } from '../../src/routine/rules/steps/talks';
import { fileReport, MOST } from '../../src/routine/transitions/reporting';
import { withoutPart } from '../../src/routine/transitions/retention';
import { readAction } from '../../src/screens/actions';
import { seen } from '../../src/screens/seen';
import { incident, NOW, people, press, routine, sceneFor, situation, turn } from '../support/pureTown';

/*
 * A campaign: events that are added to an open incident. Each keeps its day, versions and files; one digest a day, what is urgent
 * at once; the follow-up talk is counted from the first event that no talk has followed.
 */

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const at = (days: number, hours = 0): Date => new Date(NOW.getTime() + days * DAY + hours * HOUR);

let count = 0;
function act(value: Incident, who: string, verb: string, data: object = {}, now = NOW): Incident {
  count += 1;
  const action = readAction(verb, { id: value.id, once: `press${count}`, ...data });
  if (!action) throw new Error(verb);
  return press(value, who, action, now);
}
const reported = (): Incident =>
  fileReport(
    incident({ via: 'report', acute: false }),
    { what: 'Det första', kinds: 'harassment', date: '2026-11-20' },
    turn(people.victim),
  );
const led = (): Incident => act(reported(), people.officer, 'acknowledge');
const EVENT = { what: 'Det andra', kinds: 'threat', urgent: 'no' };
const digests = (value: Incident, now: Date, who: string) =>
  notices(situation(value, now))
    .filter(({ kind, person }) => kind === 'occurrences' && person === who)
    .map(({ since }) => since);

describe('an event is added', () => {
  it.each([
    ['victim', people.victim, 'victim'],
    ['lead', people.officer, 'lead'],
  ])('by the %s, and stands beside the report, which is as it was', (_, who, as) => {
    const value = act(led(), who, 'addOccurrence', { ...EVENT, date: '2026-11-23' }, at(0, 1));
    expect(value.report.what).toBe('Det första');
    expect(value.occurrences?.[0]?.versions).toEqual([
      { at: at(0, 1).toISOString(), by: who, as, values: { ...EVENT, date: '2026-11-23' } },
    ]);
    // The routine goes by all that has happened.
    expect(value.report.kinds).toBe('harassment,threat');
  });

  it.each([
    ['without what happened', { ...EVENT, what: '' }],
    ['without whether it is urgent', { ...EVENT, urgent: '' }],
    ['on a day to come', { ...EVENT, date: '2026-11-25' }],
  ])('%s is refused', (_, data) => {
    expect(() => act(led(), people.victim, 'addOccurrence', data)).toThrow(Refusal);
  });

  it('to a closed incident is refused, and more than a row takes', () => {
    const closed: Incident = { ...led(), state: 'closed', closedAt: NOW.toISOString() };
    expect(() => act(closed, people.victim, 'addOccurrence', EVENT)).toThrow(Refusal);
    const full: Incident = { ...led(), occurrences: [] };
    full.versions = [{ at: '', by: people.victim, as: 'victim', values: { what: 'x'.repeat(MOST) } }];
    expect(() => act(full, people.victim, 'addOccurrence', EVENT)).toThrow(Refusal);
  });

  it('twice by one press counts once', () => {
    const once = { ...EVENT, once: 'press-twice' };
    const value = act(act(led(), people.victim, 'addOccurrence', once), people.victim, 'addOccurrence', once);
    expect(value.occurrences).toHaveLength(1);
  });

  it('by others than who may write in the report changes nothing', () => {
    for (const who of [people.deputy, people.chief, people.otherOfficer, people.stranger])
      expect(act(led(), who, 'addOccurrence', EVENT).occurrences).toBeUndefined();
  });
});

describe('what is written of an event', () => {
  const begun = act(led(), people.victim, 'addOccurrence', { ...EVENT, place: 'Torget' });
  const id = begun.occurrences?.[0]?.id ?? '';

  it('is never overwritten: who adds stands beside, and one’s own words are a version more', () => {
    const both = act(begun, people.officer, 'addOccurrence', { occurrence: id, what: 'Enligt samtalet' });
    const value = act(both, people.victim, 'addOccurrence', { occurrence: id, what: 'Rättat' });
    const one = ofOccurrence(value, id, routine);
    expect(one?.versions?.map(({ as, values }) => [as, values])).toEqual([
      ['victim', { ...EVENT, place: 'Torget' }],
      ['lead', { what: 'Enligt samtalet' }],
      ['victim', { what: 'Rättat' }],
    ]);
    expect(one?.report).toMatchObject({ what: 'Rättat', place: 'Torget' });
    expect(act(value, people.victim, 'addOccurrence', { occurrence: id, what: 'Rättat' })).toBe(value);
    expect(() => act(value, people.victim, 'addOccurrence', { occurrence: 'none', what: 'X' })).toThrow(
      Refusal,
    );
  });

  it('is hidden with the name, erased with the report, and read by nobody who does not read the report', () => {
    const hidden = {
      at: '',
      person: people.victim,
      masked: { at: '', by: people.strategist, words: 'Torget' },
    };
    const masked = withoutHidden({ ...begun, hidden }, routine);
    expect(JSON.stringify(masked.occurrences)).not.toMatch(new RegExp(`Torget|${people.victim}`));
    const bare = withoutPart(begun, 'report', { routine, at: '', decision: 'KS 1' });
    expect(JSON.stringify(bare)).not.toContain('Det andra');
    const mayRead = Object.entries(people).filter(([, who]) =>
      JSON.stringify(seen(sceneFor(begun, who))).includes('Det andra'),
    );
    expect(mayRead.map(([name]) => name)).toEqual(['officer', 'strategist', 'victim']);
  });

  it('stands in the order of its days, an unknown one by when it was told', () => {
    const days = ['2026-11-22', '2026-03-01', ''];
    const value = days.reduce(
      (one, date) => act(one, people.victim, 'addOccurrence', { ...EVENT, date }),
      led(),
    );
    expect(byDay(value, routine).map(({ date }) => date)).toEqual(['2026-03-01', '2026-11-22', '']);
  });

  it('has the files that its giver sends within a day of telling it', () => {
    expect(occurrenceNow(begun, people.victim, at(0, 23))).toBe(id);
    expect(occurrenceNow(begun, people.victim, at(1))).toBeUndefined();
    expect(occurrenceNow(begun, people.officer, at(0, 1))).toBeUndefined();
  });
});

describe('who leads is told', () => {
  it('once a day, at the hour of the round, however many there are; not of their own', () => {
    const many = [0, 1, 2, 26].reduce(
      (value, hours) => act(value, people.victim, 'addOccurrence', EVENT, at(0, hours)),
      led(),
    );
    expect(digests(many, at(3), people.officer)).toEqual([
      '2026-11-25T07:00:00.000Z',
      '2026-11-26T07:00:00.000Z',
    ]);
    const own = act(led(), people.officer, 'addOccurrence', EVENT);
    expect(digests(own, at(3), people.officer)).toEqual([]);
  });

  it('at once of what is urgent: it is acute, and the lead is to ring', () => {
    const value = act(led(), people.victim, 'addOccurrence', { ...EVENT, urgent: 'yes' }, at(0, 14));
    expect(value.acute).toBe(true);
    const rings = notices(situation(value, at(0, 14))).filter(
      ({ kind, person }) => kind === 'ring' && person === people.officer,
    );
    expect(rings[0]?.since).toBe(at(0, 14).toISOString());
    expect(digests(value, at(3), people.officer)).toEqual([]);
  });

  it('not again by whoever takes the lead later', () => {
    const value = act(led(), people.victim, 'addOccurrence', EVENT);
    const later: Incident = {
      ...value,
      lead: { person: people.deputy, since: at(3).toISOString(), why: 'standIn' },
    };
    expect(digests(later, at(4), people.deputy)).toEqual([]);
  });
});

describe('two weeks', () => {
  const talked = (): Incident => {
    const open = led();
    const step = { state: 'done' as const, epoch: 1, records: { heldOn: '2026-12-01', attendees: 'G' } };
    return { ...open, steps: { ...open.steps, 'follow-up-talk': step } };
  };

  it.each([
    ['before the talk is held: no day is moved', led(), '2026-11-24', 0, []],
    ['after it: a talk within two weeks of the event', talked(), '2026-12-03', 10, ['2026-12-17']],
    ['after it, of what the talk was about: none', talked(), '2026-11-22', 10, []],
    [
      'after it, told so late that two weeks are over: three working days',
      talked(),
      '2026-12-02',
      20,
      ['2026-12-17'],
    ],
  ])('%s', (_, value, date, days, planned) => {
    const added = act(value, people.victim, 'addOccurrence', { ...EVENT, date }, at(days));
    expect(plannedTalks(added).map(({ plannedFor }) => plannedFor)).toEqual(planned);
  });

  it('of one more event before that talk move nothing', () => {
    const first = act(talked(), people.victim, 'addOccurrence', { ...EVENT, date: '2026-12-03' }, at(10));
    const second = act(first, people.victim, 'addOccurrence', { ...EVENT, date: '2026-12-05' }, at(12));
    expect(plannedTalks(second).map(({ plannedFor }) => plannedFor)).toEqual(['2026-12-17']);
  });
});

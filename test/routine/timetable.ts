import { addDays, clockOf, dayOf } from '../../src/routine/calendar/localTime';
import type { Incident } from '../../src/routine/model/incident';
import { notices } from '../../src/routine/rules/notices';
import { waitingIn } from '../../src/routine/rules/pendingTasks';
import { settle } from '../../src/routine/transitions/consequences';
import { fileReport } from '../../src/routine/transitions/reporting';
import { incident, people, press, situation, turn } from '../support/pureTown';

const MINUTE = 60_000;
const WEEKS = 21 * 24 * 60;

const nameOf = (person: string): string =>
  Object.entries(people).find(([, id]) => id === person)?.[0] ?? person;

/** `fre 2026-11-27 19:30`, in the municipality's time. */
export const local = (at: Date): string => {
  const day = dayOf(at);
  const weekday = ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][new Date(`${day}T12:00Z`).getUTCDay()];
  return `${weekday} ${day} ${clockOf(at)}`;
};

/** A report that presses nobody. */
const CALM = { kinds: 'harassment', channel: 'email' };
const CALM_REPORT = { via: 'report', acute: false };

/** Every incident begins at `at`; what follows is left undone, so that all of the Time table comes. */
export const SCENARIOS: Readonly<Record<string, (at: Date) => Incident>> = {
  'an alarm that nobody takes': (at) => begun(at),
  'an acute report that nobody takes': (at) => begun(at, { via: 'report' }),
  'an alarm to the municipality that nobody takes': (at) => begun(at, { route: 'municipality' }),
  'a report of a threat that nobody takes': (at) =>
    begun(at, { via: 'report', acute: false }, { kinds: 'threat' }),
  'a report that can wait': (at) =>
    begun(at, { via: 'report', acute: false }, { kinds: 'harassment', channel: 'email', urgent: 'no' }),
  'an alarm taken and talked over, then "Ring mig nu"': (at) => {
    const taken = act(begun(at), people.officer, 'acknowledge', at);
    const spoken = act(taken, people.officer, 'spoke', at);
    const before = new Date(at.getTime() - MINUTE).toISOString();
    const earlier = { ...spoken, spoken: spoken.spoken && { ...spoken.spoken, at: before } };
    return act(
      { ...earlier, createdAt: before, lead: earlier.lead && { ...earlier.lead, since: before } },
      people.victim,
      'callNow',
      at,
    );
  },
  'a report that nobody takes': (at) => begun(at, { via: 'report', acute: false }, CALM),
  'a report that the officer takes and leaves': (at) => {
    const taken = act(begun(at, { via: 'report', acute: false }, CALM), people.officer, 'acknowledge', at);
    const asked = act(taken, people.officer, 'askDecision', at);
    return act(asked, people.victim, 'decide', at, { answer: 'notNow' });
  },
  'an alarm taken, then talked over after 10 minutes and left': (at) => {
    const start = new Date(at.getTime() - 10 * MINUTE);
    const told = fileReport(begun(start), { kinds: 'threat' }, turn(people.victim, { now: start }));
    const taken = act(
      settle(told, turn(people.victim, { now: start })),
      people.officer,
      'acknowledge',
      start,
    );
    return act(taken, people.officer, 'spoke', at);
  },
  'a threat by phone that the officer takes and does not pass on': (at) =>
    act(begun(at, CALM_REPORT, { kinds: 'harassment', channel: 'phone' }), people.officer, 'acknowledge', at),
  'a report of what happened 13 days before': (at) => {
    const date = addDays(dayOf(at), -13);
    return act(begun(at, CALM_REPORT, { ...CALM, date }), people.officer, 'acknowledge', at);
  },
  'a text for others that the victim does not answer': (at) => {
    const taken = act(begun(at, CALM_REPORT, CALM), people.officer, 'acknowledge', at);
    const opened = act(taken, people.officer, 'approve', at, { step: 'inform-groups' });
    const told = { groups: 'partyColleagues', text: 'Somebody has been threatened.', how: 'By post' };
    return act(opened, people.officer, 'proposeGroups', at, { ...told, by: 'The officer' });
  },
  'somebody is with the victim until 22, and nobody takes over': (at) => {
    const taken = spokenWith(begun(at), at);
    return act(taken, people.officer, 'setCompany', at, { who: 'Ada', until: '22:00' });
  },
  'a calm yes to the police report, which the municipality leaves': (at) => {
    const taken = act(begun(at, CALM_REPORT, CALM), people.officer, 'acknowledge', at);
    return act(taken, people.victim, 'decide', at, { answer: 'municipality' });
  },
  'a plain "Ring mig" that nobody answers': (at) => {
    const taken = act(begun(at, CALM_REPORT, CALM), people.officer, 'acknowledge', at);
    return act(taken, people.victim, 'callMe', at);
  },
  'talks 2 and 3, which nobody writes down': (at) => {
    const taken = act(begun(at, CALM_REPORT, CALM), people.officer, 'acknowledge', at);
    const planned = (days: number) => ({
      ...{ kind: 'followUp', attendees: 'Both of us', notes: 'Better', more: 'yes', once: `talk${days}` },
      ...{ heldOn: dayOf(at), plannedFor: addDays(dayOf(at), days) },
    });
    return act(
      act(taken, people.officer, 'addTalk', at, planned(8)),
      people.officer,
      'addTalk',
      at,
      planned(16),
    );
  },
  'an alarm with a threat and a yes to the police report': (at) => {
    const taken = act(begun(at), people.officer, 'acknowledge', at);
    const told = fileReport(taken, { kinds: 'threat' }, turn(people.victim, { now: at }));
    const assess = { step: 'assess', kinds: 'threat', serious: 'yes', care: 'no', together: 'yes' };
    const opened = act(settle(told, turn(people.officer, { now: at })), people.officer, 'approve', at, {
      step: 'assess',
    });
    const assessed = act(opened, people.officer, 'endStep', at, assess);
    return act(assessed, people.victim, 'decide', at, { answer: 'municipality' });
  },
};

function begun(at: Date, more: object = {}, report: Incident['report'] = {}): Incident {
  const value = incident(more);
  return { ...value, createdAt: at.toISOString(), report };
}

const act = (value: Incident, by: string, verb: string, at: Date, data: object = {}): Incident => {
  const next = press(value, by, { verb, id: value.id, once: `${verb}1`, ...data } as never, at);
  if (next === value) throw new Error(`${verb} changed nothing`);
  return next;
};

/** Led by the officer, who has talked with the victim. */
const spokenWith = (value: Incident, at: Date): Incident =>
  act(act(value, people.officer, 'acknowledge', at), people.officer, 'spoke', at);

export interface Timeline {
  rows: string[];
  /** Notices that were not announced at the look before: the agenda would have missed them. */
  unannounced: string[];
}

const HOUR = 60;
/** How often it looks without anything being announced, in minutes. */
const LOOK = 4 * HOUR;

/** The next minute to look at: the next that something was announced for, and every fourth hour. */
function nextLook(minute: number, from: Date, announced: Iterable<string>): number {
  let next = minute - (minute % LOOK) + LOOK;
  for (const since of announced) {
    const due = Math.ceil((Date.parse(since) - from.getTime()) / MINUTE);
    if (due > minute && due < next) next = due;
  }
  return next;
}

/**
 * For three weeks: when each notice becomes due, and when each duty first stands in a round.
 * @param isWhole look at each minute, also at those for which nothing was announced
 */
export function timeline(value: Incident, from: Date, isWhole: boolean): Timeline {
  const seen = new Set<string>();
  const rounds = new Map<string, string>();
  const repeats: Repeats = new Map();
  const found: Timeline = { rows: [], unannounced: [] };
  let announced = new Map<string, string>();
  for (
    let minute = 0;
    minute <= WEEKS;
    minute = isWhole ? minute + 1 : nextLook(minute, from, announced.values())
  ) {
    const now = new Date(from.getTime() + minute * MINUTE);
    const all = notices(situation(value, now));
    for (const notice of all) {
      if (Date.parse(notice.since) > now.getTime() || seen.has(notice.key)) continue;
      seen.add(notice.key);
      if (minute > 0 && announced.get(notice.key) !== notice.since)
        found.unannounced.push(`${notice.key} at ${local(now)}`);
      const [kind, about] = notice.key.split('|');
      const repeated = /^(.*)\.\d{4}-\d\d-\d\dT[\d:.]+Z$/.exec(about ?? '');
      if (repeated) {
        noteRepeat(repeats, [kind, repeated[1]].filter(Boolean).join(' '), nameOf(notice.person), now);
        continue;
      }
      found.rows.push(`${local(now)} ${[kind, about].filter(Boolean).join(' ')} to ${nameOf(notice.person)}`);
    }
    announced = new Map(all.map((notice) => [notice.key, notice.since]));
    if (minute % (isWhole ? HOUR : LOOK) === 0) noteRounds(value, now, rounds);
  }
  found.rows.push(...[...repeats].map(([what, { times, persons }]) => repeatRow(what, times, persons)));
  found.rows.push(...[...rounds].map(([what, day]) => `round of ${day}: ${what}`));
  return found;
}

/** What comes again and again: when, and to whom. */
type Repeats = Map<string, { times: Set<string>; persons: Set<string> }>;

function noteRepeat(repeats: Repeats, what: string, person: string, now: Date): void {
  const found = repeats.get(what) ?? { times: new Set(), persons: new Set() };
  found.times.add(local(now));
  found.persons.add(person);
  repeats.set(what, found);
}

/** In one line: the first times, the last, and how many there are. */
function repeatRow(what: string, times: ReadonlySet<string>, persons: ReadonlySet<string>): string {
  const all = [...times];
  const shown = [...all.slice(0, 3), '…', ...all.slice(-1)].join(', ');
  return `again (${all.length}): ${what} at ${shown} to ${[...persons].join(', ')}`;
}

function noteRounds(value: Incident, now: Date, rounds: Map<string, string>): void {
  for (const item of waitingIn(situation(value, now))) {
    if (item.roundFrom > dayOf(now)) continue;
    const what = `${[item.about, item.of].filter(Boolean).join(' ')} of ${item.owner}`;
    if (!rounds.has(what)) rounds.set(what, dayOf(now));
  }
}

/** Beginnings at which days and hours are not as usual. */
export const STARTS: Readonly<Record<string, string>> = {
  'on a Friday evening': '2026-11-27T18:30:00Z',
  'on the evening before Midsummer Eve': '2026-06-18T17:00:00Z',
  'on 29 March, as 02:30 is skipped': '2026-03-29T01:30:00Z',
  'on 29 March at noon': '2026-03-29T10:00:00Z',
  'on 25 October at 02:30, the first time': '2026-10-25T00:30:00Z',
  'on 25 October at 02:30, the second time': '2026-10-25T01:30:00Z',
  'on 25 October at noon': '2026-10-25T11:00:00Z',
  'on 23 December': '2026-12-23T13:00:00Z',
};

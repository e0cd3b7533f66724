import { acted } from '../../src/routine/acts/acted';
import { adds } from '../../src/routine/acts/acts';
import { UNDOABLE } from '../../src/routine/acts/wish/undoable';
import { FULL_TIME, fullTimeIn, quietMark } from '../../src/routine/model/contact';
import type { Incident } from '../../src/routine/model/incident';
import { Refusal } from '../../src/routine/model/refusal';
import { rolesIn } from '../../src/routine/rules/access';
import { needsAsking } from '../../src/routine/rules/deadlines';
import { askedLevels } from '../../src/routine/rules/ladders/asked';
import { focusOf } from '../../src/routine/rules/nextTask';
import { notices } from '../../src/routine/rules/notices';
import { may } from '../../src/routine/rules/roles/may';
import { isLeftAlone } from '../../src/routine/rules/wishes/quiet';
import { asJson, placesOf, undoUntil } from '../../src/routine/rules/wishes/undo';
import { undo } from '../../src/routine/transitions/beside/undo';
import { closeEarly } from '../../src/routine/transitions/beside/wishes';
import { close as closing } from '../../src/routine/transitions/closing';
import { withoutPart } from '../../src/routine/transitions/retention';
import { seen } from '../../src/screens/seen';
import { allStages, cast, decidingVerbs, listAt, pressOf, samplesOf, situationAt } from '../access/cells';
import {
  contacts,
  incident,
  NOW,
  people,
  press,
  routine,
  sceneFor,
  situation,
  turn,
} from '../support/pureTown';

const later = (minutes: number) => new Date(NOW.getTime() + minutes * 60_000);
const undoing = (value: Incident, person: string, minutes = 1): Incident =>
  undo(value, turn(person, { now: later(minutes) }));
const reasonOf = (work: () => unknown): string => {
  try {
    work();
    return 'no refusal';
  } catch (error) {
    if (error instanceof Refusal) return error.reason;
    throw error;
  }
};

describe('Ångra', () => {
  const alarm = incident();
  const led = press(alarm, people.officer, pressOf('acknowledge', alarm, {}));

  it('of "Jag har tagit emot": nobody leads, the ladder goes on by its own clock, all are asked anew, the victim is told', () => {
    const back = undoing(led, people.officer);
    expect(back.lead).toBeUndefined();
    const levels = (value: Incident) =>
      askedLevels(situation(value, later(1))).map(({ at, contacts: all }) => [at, all.map(({ id }) => id)]);
    expect(levels(back)).toEqual(levels(alarm));
    expect(back.leadEpoch).toBeGreaterThan(led.leadEpoch);
    const due = notices(situation(back, later(1))).filter(({ since }) => new Date(since) <= later(1));
    expect(due.filter(({ kind }) => kind === 'undone').map(({ person }) => person)).toEqual([people.victim]);
    // Taken on again, the victim is told again.
    const again = press(back, people.officer, pressOf('acknowledge', back, {}), later(2));
    const received = (value: Incident) =>
      notices(situation(value, later(2))).find(({ kind }) => kind === 'received')?.key;
    expect(received(again)).not.toBe(received(led));
  });

  it.each([
    ['after ten minutes', () => undoing(led, people.officer, 10)],
    ['by another person', () => undoing(led, people.deputy)],
    [
      'where somebody has changed the same since',
      () => {
        const replaced = press(
          led,
          people.victim,
          pressOf('changeContact', led, {
            contact: contacts.find(({ person }) => person === people.deputy)?.id,
          }),
        );
        return undoing({ ...replaced, undo: led.undo }, people.officer);
      },
    ],
    ['of an alarm', () => undoing(press(led, people.victim, pressOf('callNow', led, {})), people.victim)],
  ])('is refused %s', (_, work) => {
    expect(reasonOf(work)).toBe('undoLate');
  });

  it('pressed twice changes nothing more; another press beside it does not stand in its way', () => {
    const back = undoing(led, people.officer);
    expect(undoing(back, people.officer)).toBe(back);
    const rung = press(led, people.victim, pressOf('callNow', led, {}));
    expect(undoUntil({ incident: rung, now: later(1), routine }, people.officer)).toEqual(later(10));
  });

  it('of closing opens it again: whoever heard of the end hears of the next one too', () => {
    const closed: Incident = {
      ...led,
      state: 'closed',
      closedAt: NOW.toISOString(),
      closedBy: people.officer,
    };
    const changes = {
      state: { before: '"open"', after: '"closed"' },
      closedAt: { after: asJson(closed.closedAt) },
      closedBy: { after: asJson(closed.closedBy) },
    };
    const back = undoing(
      { ...closed, undo: { act: 'close', by: people.officer, at: NOW.toISOString(), changes } },
      people.officer,
    );
    expect(back).toMatchObject({ state: 'open', epoch: led.epoch + 1 });
    expect(back.closedAt).toBeUndefined();
  });

  it('leaves no copy of what is erased', () => {
    expect(led.undo).toBeDefined();
    const erased = withoutPart({ ...led, state: 'closed' }, 'records', { routine, at: '', decision: 'd1' });
    expect(erased.undo).toBeUndefined();
  });

  it('of every press that has it, at every stage of the routine, leaves all as it was but for who is told anew', () => {
    const wrong: string[] = [];
    const undone = new Set<string>();
    // Of what is partly erased no press is taken back.
    for (const stage of allStages.filter(({ incident: { erased } }, index) => index % 9 === 0 && !erased))
      for (const person of Object.values(cast)) {
        const roles = rolesIn(situationAt(stage), person);
        for (const verb of decidingVerbs) {
          if (UNDOABLE[verb] !== true || !may(roles, verb)) continue;
          for (const data of samplesOf(verb, stage.incident).slice(0, 3)) {
            const after = pressed(stage, person, pressOf(verb, stage.incident, data));
            if (!after?.undo) continue;
            undone.add(verb);
            const back = undo(after, turn(person, { now: stage.now, contacts: listAt(stage) }));
            if (asJson(bare(back)) !== asJson(bare(stage.incident))) wrong.push(`${verb}, ${stage.name}`);
          }
        }
      }
    expect([...new Set(wrong)].slice(0, 10)).toEqual([]);
    expect(undone.size).toBeGreaterThan(20);
  });
});

const act = (value: Incident, who: string, verb: string, data: object = {}, minutes = 0): Incident =>
  press(value, who, pressOf(verb as Parameters<typeof pressOf>[0], value, { ...data }), later(minutes));

describe('"Nog nu"', () => {
  const led = act(incident(), people.officer, 'acknowledge');
  const enough = act(led, people.victim, 'sayEnough');
  const kindsTo = (value: Incident, days: number): string[] => [
    ...new Set(notices(situation(value, later(days * 1_440))).map(({ kind }) => kind)),
  ];

  it('ends every step that was left as "den utsatte avstod"; what was done stays done; closing is not blocked', () => {
    const left = routine.steps.filter(({ id }) => enough.steps[id]?.state !== 'done');
    expect(left.length).toBeGreaterThan(10);
    for (const { id } of left) expect([id, enough.steps[id]?.state]).toEqual([id, 'notApplicable']);
    expect(left.some(({ id }) => enough.steps[id]?.because === 'victimDeclined')).toBe(true);
    const informing = routine.steps.find(({ endedBy }) => endedBy === 'acknowledgement')?.id ?? '';
    expect(enough.steps[informing]?.state).toBe('done');
    const closed = act(act(enough, people.officer, 'spoke'), people.officer, 'close');
    expect(closed).toMatchObject({ state: 'closed', closeReason: 'enough' });
  });

  it.each([
    ['an alarm', enough, {}],
    ['an alarm of somebody who hides', act(enough, people.victim, 'hide'), {}],
    ['an alarm that is acute no more', { ...enough, acute: false }, {}],
    [
      'a report of which the victim said that it was a mistake',
      act({ ...enough, acute: false, via: 'report' }, people.victim, 'markMistake'),
      {},
    ],
  ])('of %s ends nothing before somebody has spoken with the victim', (_, value) => {
    const close = (one: Incident) => reasonOf(() => closing(one, turn(people.officer, { now: later(5) })));
    expect(focusOf(situation(value as Incident, later(5))).kind).toBe('close');
    expect(close(value as Incident)).toBe('ringFirst');
    for (const [who, verb, data] of [
      [people.officer, 'spoke', {}],
      [people.officer, 'policeTookOver', {}],
      [people.officer, 'recordCall', { to: 'victim', answered: 'yes' }],
    ] as const)
      expect([verb, close(act(value as Incident, who, verb, data))]).toEqual([verb, 'no refusal']);
    const vain = act(value as Incident, people.officer, 'recordCall', { to: 'victim', answered: 'no' });
    expect(close(vain)).toBe('ringFirst');
  });

  it('of a calm report may end it, and so may it for who cannot answer', () => {
    const calm = act({ ...led, acute: false, via: 'report' }, people.victim, 'sayEnough');
    const unable = {
      ...enough,
      unable: { why: 'hospital' as const, at: NOW.toISOString(), by: people.officer },
    };
    for (const value of [calm, unable])
      expect(reasonOf(() => closing(value, turn(people.officer, { now: later(5) })))).toBe('no refusal');
  });

  it('stops reminders and questions, for weeks; whoever is to ring the victim who asks for it is told', () => {
    // The registry number goes up, as the law asks (test/routine/untaken.test.ts).
    expect(
      kindsTo({ ...enough, acute: false }, 30).filter(
        (kind) => !/received|enough|broughtIn|told|up/.test(kind),
      ),
    ).toEqual([]);
    expect(kindsTo(act(enough, people.victim, 'callNow'), 0)).toContain('ring');
  });

  it('does not stop that an alarm is taken in: nobody leads, and the ladder goes on', () => {
    const unled = act(incident(), people.victim, 'sayEnough');
    const levels = (value: Incident) => askedLevels(situation(value, later(60))).map(({ at }) => at);
    expect(levels(unled)).toEqual(levels(incident()));
    expect(kindsTo(unled, 0)).toEqual(expect.arrayContaining(['asked', 'nobody']));
  });

  it('is taken back by going on: the steps come back, as they were', () => {
    const back = act(enough, people.victim, 'goOn');
    const stateOfAll = (value: Incident) =>
      routine.steps.map(({ id }) => [id, value.steps[id]?.state ?? 'waiting']);
    expect(stateOfAll(back)).toEqual(stateOfAll(led));
    expect(kindsTo(back, 30)).toEqual(expect.arrayContaining(['firstTalk']));
  });
});

describe('what a word after an alarm does, and does not', () => {
  const alarm = incident();

  it.each(['saySafe', 'markMistake'])(
    '%s stops no ladder: nobody hears later of it, and nothing is closed',
    (verb) => {
      for (const value of [alarm, act(alarm, people.officer, 'acknowledge')]) {
        const keys = (one: Incident) =>
          notices(situation(one, later(120))).map(({ key, since }) => [key, since]);
        const said = act(value, people.victim, verb, {}, 1);
        expect(keys(said)).toEqual(keys(value));
        expect(said.state).toBe('open');
      }
    },
  );

  const led = act(alarm, people.officer, 'acknowledge');
  const early = { why: 'mistake', reason: 'Hen tryckte fel' };
  const late = turn(people.officer, { now: later(1) });
  it.each([
    ['an alarm, nobody has spoken with the victim', led, early, 'ringFirst'],
    [
      'a report that became acute',
      { ...act(incident({ via: 'report', acute: false }), people.officer, 'acknowledge'), acute: true },
      early,
      'ringFirst',
    ],
    ['an alarm, they have spoken', act(led, people.officer, 'spoke'), early, 'mistake'],
    [
      'a calm report',
      act(incident({ via: 'report', acute: false }), people.officer, 'acknowledge'),
      early,
      'mistake',
    ],
    ['a duplicate', led, { ...early, why: 'duplicate' }, 'duplicate'],
    ['without a reason', led, { why: 'duplicate', reason: ' ' }, 'badInput'],
  ])('closed early: %s', (_, value, data, outcome) => {
    let reason = '';
    const found = reasonOf(() => {
      reason = closeEarly(value as Incident, data, late).closeReason ?? '';
    });
    expect(reason || found).toBe(outcome);
  });

  it('"Jag hjälper till" may lead later, and moves no clock', () => {
    const helped = act(alarm, people.officer, 'help', {}, 1);
    expect(helped.lead).toBeUndefined();
    expect([...rolesIn(situation(helped, later(1)), people.officer)]).toEqual(
      expect.arrayContaining(['helper', 'candidate']),
    );
    expect(askedLevels(situation(helped, later(1)))).toEqual(askedLevels(situation(alarm, later(1))));
    expect(act(helped, people.officer, 'acknowledge', {}, 2).lead?.person).toBe(people.officer);
  });
});

describe('"Ring mig inte" and "Någon kan se min mobil"', () => {
  const alarm = incident();
  const led = act(alarm, people.officer, 'acknowledge');
  const all = (value: Incident, minutes: number) => notices(situation(value, later(minutes)));

  it.each([
    ['hide', alarm],
    ['hide', led],
    ['phoneWatched', alarm],
    ['phoneWatched', led],
    ['phoneWatched', act(led, people.victim, 'callNow')],
    ['hide', act(led, people.officer, 'askDecision')],
  ])(
    '%s: nothing goes to the victim, ever; everybody else hears the same at the same times',
    (verb, value) => {
      const quiet = act(value, people.victim, verb);
      for (const minutes of [0, 15, 600, 3 * 1_440, 40 * 1_440]) {
        const rest = (one: Incident) =>
          all(one, minutes)
            .filter(({ person }) => person !== people.victim)
            .map(({ key, since }) => [key, since]);
        expect(all(quiet, minutes).filter(({ person }) => person === people.victim)).toEqual([]);
        expect(rest(quiet)).toEqual(rest(value));
      }
    },
  );

  it('only a watched phone is left as it is; and only the victim lifts it, also when it is closed', () => {
    expect(isLeftAlone(act(led, people.victim, 'hide'), people.victim)).toBe(false);
    const watched = act(act(led, people.victim, 'hide'), people.victim, 'phoneWatched');
    expect(isLeftAlone(watched, people.victim)).toBe(true);
    expect(isLeftAlone(watched, people.officer)).toBe(false);
    expect(act(watched, people.victim, 'hide').quiet?.why).toBe('watched');
    for (const person of Object.values(cast)) {
      const after = act(watched, person, 'liftQuiet');
      expect([person, after.quiet === undefined]).toEqual([person, person === people.victim]);
    }
    expect(act({ ...watched, state: 'closed' }, people.victim, 'liftQuiet').quiet).toBeUndefined();
  });

  it('the lead asks what the victim would have been asked', () => {
    const asked = act(led, people.officer, 'askDecision');
    expect(needsAsking(situation(asked, later(5)))).toBe(false);
    expect(needsAsking(situation(act(asked, people.victim, 'hide'), later(5)))).toBe(true);
  });

  it('is known to those who might ring, and to no reporter', () => {
    const other = { person: people.otherOfficer, name: 'N', kind: 'other' as const };
    const watched = act({ ...led, reporter: other }, people.victim, 'phoneWatched');
    const seenBy = (person: string) => seen(sceneFor(watched, person, later(5))).incident.quiet;
    expect(seenBy(people.officer)).toBeDefined();
    expect(seenBy(people.strategist)).toBeDefined();
    expect(seenBy(people.otherOfficer)).toBeUndefined();
    const unled = act(alarm, people.victim, 'hide');
    expect(seen(sceneFor(unled, people.officer, later(1))).incident.quiet).toBeDefined();
  });
});

/** The incident after a press; undefined where the routine says no, or where it was made already. */
function pressed(
  stage: (typeof allStages)[number],
  person: string,
  action: ReturnType<typeof pressOf>,
): Incident | undefined {
  const at = turn(person, { now: stage.now, contacts: listAt(stage), once: action.once ?? '' });
  const roles = rolesIn(situationAt(stage), person);
  const { incident: value } = situationAt(stage);
  if (adds(action.verb) && value.once.includes(at.once)) return undefined;
  try {
    const { incident: after } = acted({ ...value, undo: undefined }, action, {
      ...at,
      roles,
      account: people.victim,
    });
    return after;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** All of an incident that a press may change, but for the numbers by which it is known who was told. */
function bare(value: Incident): unknown {
  const { leadEpoch: _, epoch: __, reopenedAt: ___, ...places } = placesOf(value);
  const uncounted = (one: unknown) =>
    one && typeof one === 'object' && 'epoch' in one ? { ...one, epoch: 0 } : one;
  return Object.fromEntries(
    Object.entries(places)
      .filter(([place, one]) => one !== undefined && !isNothing(place, one))
      .map(([place, one]) => [place, uncounted(one)]),
  );
}

/** A step that waits, or a question that has not been asked, is as if it were not there. */
const isNothing = (place: string, one: unknown): boolean =>
  (place.startsWith('steps.') &&
    asJson({ ...(one as object), epoch: 0 }) === asJson({ state: 'waiting', epoch: 0, records: {} })) ||
  (place === 'decision' && Object.keys(one as object).join() === 'epoch');

it('whoever is quiet is no politician on full time: it brings no strategist in', () => {
  const mark = quietMark(people.victim, { why: 'watched', at: '2026-11-24T09:00:00.000Z' });
  expect(fullTimeIn([mark])).toEqual([]);
  expect(fullTimeIn([{ ...mark, role: FULL_TIME }])).toHaveLength(1);
});

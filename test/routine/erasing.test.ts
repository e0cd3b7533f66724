import type { Incident } from '../../src/routine/model/incident';
import { hasWhole } from '../../src/routine/plan/evaluate';
import { rolesIn } from '../../src/routine/rules/access';
import { withoutHidden } from '../../src/routine/rules/report/hidden';
import { PARTS } from '../../src/routine/rules/retention';
import { showName, strike } from '../../src/routine/transitions/name';
import { withoutPart } from '../../src/routine/transitions/retention';
import { MARK, ordinary, stages } from '../cards/stages';
import { incident, NOW, people, routine, situation, turn } from '../support/pureTown';

/* What is left when classes of data have been erased, at every point of a walk in which everything is typed. */

const ERASED = { routine, at: '2027-11-24T09:00:00.000Z', decision: 'KS 1' };
const RESENT = [{ id: 'again', to: 'victim', at: '2026-11-24T09:30:00.000Z', by: people.officer }];
const MASKING = { at: ERASED.at, by: people.strategist, lines: `${MARK} | namn` };
const withMasking = (incident: Incident): Incident => ({ ...incident, masking: MASKING });
const typed = stages(ordinary).map(({ incident, name }) => ({ incident: withMasking(incident), name }));

/** Names of top fields in which something typed stands. */
const typedIn = (value: object): string[] =>
  Object.entries(value).flatMap(([name, one]) => (JSON.stringify(one ?? '').includes(MARK) ? [name] : []));

it('nothing typed is left when report, records and talks are gone, but the register’s number and why it is held', () => {
  const before = new Set(typed.flatMap(({ incident }) => typedIn(incident)));
  for (const field of [
    'report',
    'versions',
    'steps',
    'checks',
    'talks',
    'protection',
    'threats',
    'masking',
    'notes',
    'improvements',
  ])
    expect([...before]).toContain(field);
  const left = new Set(
    typed.flatMap(({ incident }) =>
      typedIn(PARTS.reduce((value, part) => withoutPart(value, part, ERASED), incident)),
    ),
  );
  expect([...left].filter((field) => field !== 'registry')).toEqual([]);
});

it('each class takes its own and leaves the others', () => {
  for (const { incident } of typed) {
    const sent = { ...incident, resent: RESENT };
    const [report, records, talks] = PARTS.map((part) => withoutPart(sent, part, ERASED));
    expect([report?.resent, records?.resent, talks?.resent]).toEqual([RESENT, undefined, RESENT]);
    expect([report?.report, report?.versions, report?.party]).toEqual([{}, [], undefined]);
    expect([report?.masking, records?.masking, talks?.masking]).toEqual([undefined, MASKING, MASKING]);
    expect([records?.notes, records?.improvements]).toEqual([undefined, undefined]);
    expect([records?.report, talks?.report]).toEqual([incident.report, incident.report]);
    // Words that were hidden are gone from what is kept: the report's class takes the list of them.
    const read = withoutHidden(incident, routine);
    expect([report?.steps, report?.talks]).toEqual([read.steps, read.talks]);
    expect(records?.talks).toEqual(incident.talks);
    expect([records?.spoken, records?.calls, records?.callNow]).toEqual([undefined, undefined, undefined]);
    expect([report?.spoken, talks?.spoken]).toEqual([incident.spoken, incident.spoken]);
    expect([talks?.checks, talks?.protection]).toEqual([incident.checks, incident.protection]);
    for (const value of [report, records, talks])
      expect(Object.entries(value?.steps ?? {}).map(([id, { state }]) => [id, state])).toEqual(
        Object.entries(incident.steps).map(([id, { state }]) => [id, state]),
      );
  }
});

/** The incident in which a name was hidden, with it in the record of a step, and hidden there too. */
function withHiddenName() {
  const { incident } = stages(ordinary).find(({ name }) => name === 'by another, struck') ?? {};
  if (!incident?.hidden) throw new Error('No such stage.');
  const [step] = routine.steps;
  const record = { state: 'done' as const, epoch: 1, records: { note: 'Ulla ringde' } };
  const masked = { at: incident.hidden.at, by: people.strategist, words: 'Ulla' };
  return {
    ...incident,
    steps: { ...incident.steps, [step?.id ?? '']: record },
    hidden: { ...incident.hidden, masked },
  };
}

it('a hidden name stays hidden when the report and its words are erased, and nothing gives it back', () => {
  const incident = withHiddenName();
  const erased = withoutPart(incident, 'report', ERASED);
  expect(JSON.stringify(incident)).toContain('Ulla ringde');
  expect(JSON.stringify(erased)).not.toContain('Ulla');
  expect(JSON.stringify(erased.steps)).toContain('[dolt] ringde');
  expect([erased.hidden?.name, erased.hidden?.phone, erased.hidden?.masked?.words]).toEqual([
    undefined,
    undefined,
    '',
  ]);
  // Whose it was is still part of it in no other role.
  expect([...rolesIn(situation(erased), people.victim)]).toEqual(['struck']);
  expect(() => showName(erased, turn(people.victim))).toThrow('notOpen');
});

it('the strategist who had it for some steps has the whole once a name is to be hidden in it', () => {
  const { incident } = stages(ordinary).find(({ name }) => name === 'by another, asked') ?? {};
  if (!incident) throw new Error('No such stage.');
  const part = { since: incident.createdAt, why: 'police' as const, epoch: 1, steps: ['contact-police'] };
  const struck = strike({ ...incident, strategist: part }, turn(people.victim));
  expect([hasWhole(struck), struck.strategist?.epoch]).toEqual([true, 2]);
});

it('what the victim asked of the bot goes with the records, and no copy of a press outlives a class', () => {
  const at = NOW.toISOString();
  const press = { act: 'spoke', by: people.officer, at, changes: { spoken: { after: 'Ulla' } } };
  const wishes = {
    safeAt: at,
    enoughAt: at,
    quiet: { why: 'hiding' as const, at },
    closeWords: 'Ulla',
    undo: press,
  };
  const left = withoutPart({ ...incident(), ...wishes }, 'records', ERASED);
  expect([left.safeAt, left.enoughAt, left.quiet, left.closeWords, left.undo]).toEqual(
    Array(5).fill(undefined),
  );
  for (const part of ['report', 'talks'] as const)
    expect(withoutPart({ ...incident(), ...wishes }, part, ERASED).undo).toBeUndefined();
});

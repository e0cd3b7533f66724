import { PARTS } from '../../src/routine/rules/retention';
import { withoutPart } from '../../src/routine/transitions/retention';
import { MARK, ordinary, stages } from '../cards/stages';
import { routine } from '../support/pureTown';

/* What is left when classes of data have been erased, at every point of a walk in which everything is typed. */

const ERASED = { routine, at: '2027-11-24T09:00:00.000Z', decision: 'KS 1' };
const typed = stages(ordinary).map(({ incident, name }) => ({ incident, name }));

/** Names of top fields in which something typed stands. */
const typedIn = (value: object): string[] =>
  Object.entries(value).flatMap(([name, one]) => (JSON.stringify(one ?? '').includes(MARK) ? [name] : []));

it('nothing typed is left when report, records and talks are gone, but the register’s number and why it is held', () => {
  const before = new Set(typed.flatMap(({ incident }) => typedIn(incident)));
  for (const field of ['report', 'versions', 'steps', 'checks', 'talks', 'protection'])
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
    const [report, records, talks] = PARTS.map((part) => withoutPart(incident, part, ERASED));
    expect([report?.report, report?.versions, report?.party]).toEqual([{}, [], undefined]);
    expect([records?.report, talks?.report]).toEqual([incident.report, incident.report]);
    expect([report?.steps, report?.talks]).toEqual([incident.steps, incident.talks]);
    expect(records?.talks).toEqual(incident.talks);
    expect([talks?.checks, talks?.protection]).toEqual([incident.checks, incident.protection]);
    for (const value of [report, records, talks])
      expect(Object.entries(value?.steps ?? {}).map(([id, { state }]) => [id, state])).toEqual(
        Object.entries(incident.steps).map(([id, { state }]) => [id, state]),
      );
  }
});

import { incidentsOf } from '../../src/app/queries/myIncidents';
import { openForTest } from '../storage/opened';
import { NOW } from '../support/pureTown';

const listed = (number: number) => ({
  id: `incident${number}`,
  reference: `2026-${number}`,
  createdAt: new Date(NOW.getTime() + number * 1_000).toISOString(),
});
const numbers = (count: number) => Array.from({ length: count }, (_, number) => number);

it('an old incident that is open is not forgotten behind fifty newer ones; it costs the same however many others have open', async () => {
  const opened = await openForTest(true);
  const { index } = opened.tables;
  for (const number of numbers(120)) await index.add('strategist', listed(number));
  await index.opens('incident3', 1);
  let ids: string[] = [];
  const read = () =>
    opened.callsOf(async () => {
      ids = (await incidentsOf({ index }, 'strategist')).map(({ id }) => id);
    });
  const calls = await read();
  expect([ids.length, ids.at(0), ids.at(-1)]).toEqual([51, 'incident119', 'incident3']);
  for (const number of numbers(300)) await index.opens(`other${number}`, 1);
  expect((await read()).sort()).toEqual(calls.sort());
  // Two reads of the list, and each of the seventy older ones.
  expect(calls).toHaveLength(72);
});

it('somebody in fifty incidents or fewer has them all in one read', async () => {
  const opened = await openForTest(true);
  const { index } = opened.tables;
  for (const number of numbers(50)) await index.add('officer', listed(number));
  let count = 0;
  const calls = await opened.callsOf(async () => {
    count = (await incidentsOf({ index }, 'officer')).length;
  });
  expect([count, calls.length]).toEqual([50, 1]);
});

import { incidentsOf } from '../../src/app/queries/myIncidents';
import { MemoryTables } from '../support/memoryTables';
import { contacts, NOW } from '../support/pureTown';

it('an old incident that is open is not forgotten behind fifty newer ones that are closed', async () => {
  const { index } = new MemoryTables(contacts, () => NOW.getTime()).ports();
  const numbers = Array.from({ length: 120 }, (_, number) => number);
  for (const number of numbers) {
    const createdAt = new Date(NOW.getTime() + number * 1_000).toISOString();
    await index.add('strategist', { id: `incident${number}`, reference: `2026-${number}`, createdAt });
  }
  await index.opens('incident3', 1);
  const ids = (await incidentsOf({ index }, 'strategist')).map(({ id }) => id);
  expect(ids).toHaveLength(51);
  expect(ids.at(0)).toBe('incident119');
  expect(ids.at(-1)).toBe('incident3');
});

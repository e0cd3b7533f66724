import {
  emptyMaintenance,
  emptyMunicipality,
  emptyPerson,
  MAINTENANCE,
  MUNICIPALITY,
} from '../../src/app/ports/states';
import { type Opened, openForTest } from './opened';
import { AT, OFFICER, sampleCard, sampleDelivery, VICTIM } from './samples';

let opened: Opened;
beforeAll(async () => {
  opened = await openForTest();
});
beforeEach(() => opened.tables.empty());

const persons = () => opened.tables.persons;
const municipality = () => opened.tables.municipalityState;
const texts = async () =>
  (await opened.rawRows())
    .flatMap((row) => Object.values(row))
    .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)))
    .join('\n');

describe('a person as an aggregate', () => {
  const state = {
    person: VICTIM,
    rev: 1,
    hour: 7,
    snoozed: [{ item: 'police-report', until: '2026-11-25' }],
    news: [{ id: 'inc-1', kind: 'new' as const, at: AT }],
  };

  it('is empty at first', async () => {
    const nothing = { state: emptyPerson(VICTIM), etag: undefined, rev: 0, cards: [], deliveries: [] };
    expect(await persons().read(VICTIM)).toEqual(nothing);
  });

  it('keeps state, cards and deliveries, written in one transaction', async () => {
    const change = { state, cards: [{ value: sampleCard() }], deliveries: [{ value: sampleDelivery() }] };
    const file = await persons().read(VICTIM);
    expect(await opened.callsOf(() => persons().save(file, change))).toEqual([
      'GET keys',
      'POST keys',
      'POST rounds',
    ]);
    const after = await opened.again().persons.read(VICTIM);
    expect(after).toMatchObject({
      state,
      rev: 1,
      cards: [{ value: sampleCard() }],
      deliveries: [{ value: sampleDelivery() }],
    });
    expect(await opened.callsOf(() => persons().read(VICTIM))).toEqual(['GET rounds']);
  });

  it('keeps what was told also before it has a state', async () => {
    const file = await persons().read(VICTIM);
    await persons().save(file, { deliveries: [{ value: sampleDelivery() }] });
    const after = await persons().read(VICTIM);
    expect(after).toMatchObject({ etag: undefined, rev: 0, deliveries: [{ value: sampleDelivery() }] });
    expect(await persons().save(after, { state })).toBe('saved');
    expect((await persons().read(VICTIM)).deliveries).toHaveLength(1);
  });

  it('is written over by nobody who has not read it: neither state nor rows', async () => {
    const [first, second] = await Promise.all([persons().read(VICTIM), persons().read(VICTIM)]);
    expect(await persons().save(first, { state })).toBe('saved');
    expect(await persons().save(second, { state: { ...state, hour: 9 } })).toBe('conflict');
    const held = await persons().read(VICTIM);
    const next = { ...state, rev: 2, hour: 8 };
    const claim = [{ value: sampleDelivery() }];
    expect(await persons().save(held, { state: next, deliveries: claim })).toBe('saved');
    expect(await persons().save(held, { deliveries: claim })).toBe('conflict');
    expect(await persons().save(held, { state: { ...next, hour: 9 } })).toBe('conflict');
    expect((await persons().read(VICTIM)).state).toEqual(next);
  });

  it('does not take a revision that is not the next, or of another person', async () => {
    const file = await persons().read(VICTIM);
    await expect(persons().save(file, { state: { ...state, rev: 2 } })).rejects.toThrow('raises rev by 1');
    await expect(persons().save(file, { state: { ...state, person: OFFICER } })).rejects.toThrow(
      'keeps its id',
    );
  });

  it('names nobody in its raw rows, and is gone with the key of the person', async () => {
    await opened.tables.people.save({ person: VICTIM, name: 'Kim Ek' });
    const card = { value: sampleCard({ person: VICTIM }) };
    await persons().save(await persons().read(VICTIM), { state, cards: [card] });
    const raw = await texts();
    for (const secret of [VICTIM, OFFICER, 'Kim Ek', 'police-report']) expect(raw).not.toContain(secret);
    expect(raw).not.toContain('2026-11-25');
    const keys: string[] = [];
    for await (const row of opened.raw('keys').listEntities()) keys.push(row.partitionKey ?? '');
    expect(keys).toHaveLength(1);
    await opened.raw('keys').deleteEntity(keys[0] ?? '', 'key');
    await expect(opened.again().persons.read(VICTIM)).rejects.toThrow('is missing');
  });
});

it('the municipality keeps its trials, and says of nobody who has answered', async () => {
  expect((await municipality().read(MUNICIPALITY)).state).toEqual(emptyMunicipality());
  const state = {
    rev: 1,
    drills: [{ id: 'drill1', at: AT, by: OFFICER }],
    answers: [{ drill: 'drill1', person: VICTIM, at: AT }],
  };
  expect(await municipality().save(await municipality().read(MUNICIPALITY), { state })).toBe('saved');
  expect((await opened.again().municipalityState.read(MUNICIPALITY)).state).toEqual(state);
  const raw = await texts();
  for (const secret of [VICTIM, OFFICER]) expect(raw).not.toContain(secret);
});

it('maintenance is kept apart from the municipality, and its rows say of nobody who was told', async () => {
  const { maintenance } = opened.tables;
  expect((await maintenance.read(MAINTENANCE)).state).toEqual(emptyMaintenance());
  const windows = [{ id: 'w1', from: AT, to: AT, at: AT }];
  const deliveries = [{ value: sampleDelivery({ person: OFFICER }) }];
  expect(
    await maintenance.save(await maintenance.read(MAINTENANCE), { state: { rev: 1, windows }, deliveries }),
  ).toBe('saved');
  const again = await opened.again().maintenance.read(MAINTENANCE);
  expect([again.state.windows, again.deliveries.length]).toEqual([windows, 1]);
  expect((await municipality().read(MUNICIPALITY)).deliveries).toEqual([]);
  expect(await texts()).not.toContain(OFFICER);
});

import { type Opened, openForTest, spoilt } from './opened';
import { AT, entry, next, OFFICER, reread, stored } from './samples';

let opened: Opened;
beforeAll(async () => {
  opened = await openForTest();
});
beforeEach(async () => {
  await opened.tables.empty();
  await stored(store());
  for (const act of ['second', 'third', 'fourth']) {
    const file = await reread(store(), 'inc-1');
    const view = { at: AT, by: OFFICER, what: act, as: 'lead' };
    await store().save(file, { incident: next(file), history: [entry(act)], view });
  }
});

const store = () => opened.tables.incidents;
const raw = () => opened.raw('incidents');
const HISTORY = (seq: number) => `7|history|00000000${seq}`;
const VIEW = (seq: number) => `8|view|00000000${seq}`;
const whole = async () => [(await store().history('inc-1')).whole, (await store().views('inc-1')).whole];
const overwrite = async (from: string, to: string) => {
  const row = await raw().getEntity('inc-1', from);
  await raw().upsertEntity({ ...row, partitionKey: 'inc-1', rowKey: to }, 'Replace');
};

describe('the chains of history and views', () => {
  it('are whole, oldest first', async () => {
    const { entries, whole } = await store().history('inc-1');
    expect(entries.map(({ act }) => act)).toEqual(['report', 'second', 'third', 'fourth']);
    expect(whole).toBe(true);
    expect(await store().views('inc-1')).toMatchObject({
      entries: [{ what: 'second' }, {}, {}],
      whole: true,
    });
  });

  it.each([1, 2, 4])('show that entry %i was taken away, and give the others', async (seq) => {
    await raw().deleteEntity('inc-1', HISTORY(seq));
    expect((await store().history('inc-1')).entries).toHaveLength(3);
    expect(await whole()).toEqual([false, true]);
  });

  it('show that a view was taken away', async () => {
    await raw().deleteEntity('inc-1', VIEW(3));
    expect(await whole()).toEqual([true, false]);
  });

  it('show that an entry was changed, or replaced by another', async () => {
    const changed = spoilt(await raw().getEntity('inc-1', HISTORY(2)));
    await raw().updateEntity({ partitionKey: 'inc-1', rowKey: HISTORY(2), ...changed }, 'Merge', {
      etag: '*',
    });
    expect((await store().history('inc-1')).entries).toHaveLength(3);
    expect(await whole()).toEqual([false, true]);
    await overwrite(VIEW(1), VIEW(2));
    expect(await whole()).toEqual([false, false]);
  });

  it('show that the end was cut, also with an older head put back', async () => {
    const old = await raw().getEntity('inc-1', '3|viewHead');
    const file = await reread(store(), 'inc-1');
    await store().save(file, { view: { at: AT, by: OFFICER, what: 'late', as: 'lead' } });
    await raw().upsertEntity({ ...old, partitionKey: 'inc-1', rowKey: '3|viewHead' }, 'Replace');
    expect(await whole()).toEqual([true, false]);
    await raw().deleteEntity('inc-1', '3|viewHead');
    expect(await whole()).toEqual([true, false]);
  });

  it('are empty and whole for an incident that is not there', async () => {
    expect(await store().history('none')).toEqual({ entries: [], links: [], whole: true });
  });

  it('are read again when an action saves between the reading of entries and head', async () => {
    let isBetween = true;
    const reading = opened.again({
      connect: (table) => {
        const client = opened.raw(table.slice(opened.prefix.length));
        const get = client.getEntity.bind(client);
        client.getEntity = async (...args) => {
          if (table === `${opened.prefix}incidents` && isBetween) {
            isBetween = false;
            const file = await reread(store(), 'inc-1');
            await store().save(file, { incident: next(file), history: [entry('fifth')] });
          }
          return get(...args);
        };
        return client;
      },
    });
    const { entries, whole } = await reading.incidents.history('inc-1');
    expect([isBetween, entries.length, whole]).toEqual([false, 5, true]);
  });
});

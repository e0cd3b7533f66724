import { type Opened, openForTest, spoilt } from './opened';
import {
  AT,
  entry,
  next,
  OFFICER,
  reread,
  sampleCard,
  sampleDelivery,
  sampleIncident,
  stored,
} from './samples';

let opened: Opened;
beforeAll(async () => {
  opened = await openForTest();
});
beforeEach(() => opened.tables.empty());

const store = () => opened.tables.incidents;

describe('an incident', () => {
  it('comes back as it was saved, with its cards and deliveries', async () => {
    const change = {
      history: [entry('report')],
      cards: [{ value: sampleCard() }],
      deliveries: [{ value: sampleDelivery() }],
    };
    const file = await stored(store(), sampleIncident(), change);
    expect(file.incident).toEqual(sampleIncident());
    expect(file.cards.map(({ value }) => value)).toEqual([sampleCard()]);
    expect(file.deliveries.map(({ value }) => value)).toEqual([sampleDelivery()]);
    expect(file.viewHead?.value).toEqual({ seq: 0, mac: '' });
    expect(file.historyHead.seq).toBe(1);
  });

  it('is undefined when there is none, whatever the id', async () => {
    for (const id of ['none', '', 'a/b', "x' or true", '🙂', 'x'.repeat(2000)])
      expect(await store().read(id)).toBeUndefined();
  });

  it('is inserted once', async () => {
    await stored(store());
    expect(await store().insert({ incident: sampleIncident() })).toBe('exists');
  });

  it('is inserted once when two do it at the same time', async () => {
    const other = opened.again().incidents;
    const results = await Promise.all(
      [store(), other].map((each) => each.insert({ incident: sampleIncident() })),
    );
    expect(results.sort()).toEqual(['exists', 'saved']);
    expect((await reread(opened.again().incidents, 'inc-1')).incident).toEqual(sampleIncident());
  });

  it('keeps fields that this code does not know', async () => {
    const later = { ...sampleIncident(), later: { text: 'nytt' } };
    const file = await stored(store(), later);
    await store().save(file, { incident: next(file) });
    expect((await reread(store(), 'inc-1')).incident).toEqual({ ...later, rev: 2 });
  });

  it('takes the longest texts', async () => {
    const long = '😀'.repeat(10_000);
    const report = { what: long, context: long, impact: long, witnesses: long };
    const file = await stored(store(), sampleIncident('big', { report }));
    expect(file.incident.report).toEqual(report);
  });

  it('is refused with a reason when it is too big for a row', async () => {
    const report = { what: 'x'.repeat(1_200_000) };
    await expect(store().insert({ incident: sampleIncident('huge', { report }) })).rejects.toThrow(
      'shorten the texts',
    );
  });

  it('takes many codes in its open part', async () => {
    const once = Array.from({ length: 4000 }, (_, at) => `press-${at}-2f1c9a`);
    expect((await stored(store(), sampleIncident('codes', { once }))).incident.once).toEqual(once);
  });
});

describe('save', () => {
  it('is refused when the incident has changed since it was read', async () => {
    const file = await stored(store());
    expect(await store().save(file, { incident: next(file, { acute: false }) })).toBe('saved');
    expect(await store().save(file, { incident: next(file), history: [entry('late')] })).toBe('conflict');
    const { incident } = await reread(store(), 'inc-1');
    expect([incident.rev, incident.acute]).toEqual([2, false]);
    expect((await store().history('inc-1')).entries).toHaveLength(1);
  });

  it('lets one of two writers win', async () => {
    const file = await stored(store());
    const others = [store(), opened.again().incidents];
    const results = await Promise.all(
      others.map((each) => each.save(file, { incident: next(file), history: [entry('x')] })),
    );
    expect(results.sort()).toEqual(['conflict', 'saved']);
    expect(await store().history('inc-1')).toMatchObject({
      entries: [{ act: 'report' }, { act: 'x' }],
      whole: true,
    });
  });

  it('writes all or nothing: a stale card stops the incident', async () => {
    const file = await stored(store(), sampleIncident(), { cards: [{ value: sampleCard() }] });
    const card = file.cards[0];
    const put = { value: sampleCard({ hash: 'h2' }), etag: card?.etag };
    expect(await store().save(file, { cards: [put] })).toBe('saved');
    expect(await store().save(file, { incident: next(file), cards: [put] })).toBe('conflict');
    expect((await reread(store(), 'inc-1')).incident.rev).toBe(1);
  });

  it('lets one of two claim a delivery', async () => {
    const file = await stored(store());
    const claim = (claimer: string) =>
      store().save(file, { deliveries: [{ value: sampleDelivery({ claimer }) }] });
    expect((await Promise.all([claim('a'), claim('b')])).sort()).toEqual(['conflict', 'saved']);
  });

  it('does not touch the incident when only rows beside it change', async () => {
    const file = await stored(store());
    await store().save(file, { cards: [{ value: sampleCard() }] });
    expect((await reread(store(), 'inc-1')).etag).toBe(file.etag);
    expect(await store().save(file, {})).toBe('saved');
  });

  it('answers conflict when the row is gone', async () => {
    const file = await stored(store(), sampleIncident(), { cards: [{ value: sampleCard() }] });
    for await (const row of opened.raw('incidents').listEntities()) {
      await opened.raw('incidents').deleteEntity(row.partitionKey ?? '', row.rowKey ?? '');
    }
    expect(await store().save(file, { incident: next(file) })).toBe('conflict');
  });

  it('refuses a revision that is not the next, or another incident', async () => {
    const file = await stored(store());
    await expect(store().save(file, { incident: file.incident })).rejects.toThrow('raises rev by 1');
    await expect(store().save(file, { incident: next(file, { id: 'other' }) })).rejects.toThrow(
      'keeps the id',
    );
  });

  it('knows its own success when the answer was lost and the SDK tried again', async () => {
    const file = await stored(store());
    opened.loseNextAnswer();
    expect(await store().save(file, { incident: next(file), history: [entry('x')] })).toBe('saved');
    const second = await reread(store(), 'inc-1');
    opened.loseNextAnswer();
    expect(await store().save(second, { incident: next(second) })).toBe('saved');
    opened.loseNextAnswer();
    expect(await store().save(second, { deliveries: [{ value: sampleDelivery() }] })).toBe('saved');
    expect((await store().history('inc-1')).entries).toHaveLength(2);
  });

  it('knows its own success even when another has saved after it, before the second try', async () => {
    const file = await stored(store());
    opened.loseNextAnswer(async () => {
      const second = await reread(store(), 'inc-1');
      expect(await store().save(second, { incident: next(second), history: [entry('other')] })).toBe('saved');
    });
    expect(await store().save(file, { incident: next(file), history: [entry('mine')] })).toBe('saved');
    const { entries, whole } = await store().history('inc-1');
    expect([entries.map(({ act }) => act), whole]).toEqual([['report', 'mine', 'other'], true]);
  });

  it('knows its own insert when the answer was lost', async () => {
    opened.loseNextAnswer(); // of the key
    expect(await store().insert({ incident: sampleIncident('a') })).toBe('saved');
    expect((await reread(opened.again().incidents, 'a')).incident.id).toBe('a');
  });
});

describe('the seal', () => {
  const change = async (rowKey: string, edit: (row: object) => void) => {
    const row = await opened.raw('incidents').getEntity('inc-1', rowKey);
    edit(row);
    await opened
      .raw('incidents')
      .updateEntity({ ...row, partitionKey: 'inc-1', rowKey }, 'Replace', { etag: '*' });
  };

  it('shows when a bit of it was changed by hand', async () => {
    await stored(store());
    await change('0|incident', (row) => Object.assign(row, spoilt(row)));
    await expect(store().read('inc-1')).rejects.toThrow('A seal does not hold');
  });

  it('shows when a row was moved to another incident', async () => {
    await stored(store());
    await stored(store(), sampleIncident('inc-2'));
    const row = await opened.raw('incidents').getEntity('inc-2', '0|incident');
    await change('0|incident', (mine) => Object.assign(mine, row));
    await expect(store().read('inc-1')).rejects.toThrow('A seal does not hold');
  });
});

it('tells who looked without touching the incident', async () => {
  const file = await stored(store());
  const view = { at: AT, by: OFFICER, what: 'report', as: 'lead' };
  expect(await store().save(file, { view })).toBe('saved');
  const seen = await reread(store(), 'inc-1');
  expect([seen.etag, seen.viewHead?.value.seq]).toEqual([file.etag, 1]);
  expect(await store().save(file, { view })).toBe('conflict');
  expect(await store().save(seen, { incident: next(seen), view })).toBe('saved');
  expect(await store().views('inc-1')).toMatchObject({ entries: [view, view], whole: true });
});

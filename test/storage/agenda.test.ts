import { AgendaRows } from '../../src/storage/repositories/agendaRows';
import { Ids } from '../../src/storage/sealing/pseudonyms';
import { type Opened, openForTest } from './opened';
import { VICTIM } from './samples';

let opened: Opened;
beforeAll(async () => {
  opened = await openForTest();
});
beforeEach(() => opened.tables.empty());

const agenda = () => opened.tables.agenda;
const due = async (now: number, limit: number) => (await agenda().due(now, limit)).map(({ id }) => id);
const held = async (subject: string) => {
  const row = await agenda().read(subject);
  if (!row) throw new Error(`${subject} is not on the agenda.`);
  return row;
};
const rawKeys = async () => {
  const keys: string[] = [];
  for await (const row of opened.raw('agenda').listEntities()) keys.push((row.rowKey ?? '').slice(0, 17));
  return keys.sort();
};
const dueKey = (at: number) => `d|${String(at).padStart(15, '0')}`;

describe('the agenda', () => {
  it('gives what is due, oldest first, over all shards', async () => {
    for (let at = 40; at > 0; at--) await agenda().wake(`subject-${at}`, at * 10, 1);
    expect(await due(50, 100)).toEqual([10, 20, 30, 40, 50].map((at) => `subject-${at / 10}`));
    expect(await due(1000, 3)).toEqual(['subject-1', 'subject-2', 'subject-3']);
    expect(await due(9, 100)).toEqual([]);
    expect(await agenda().earliest()).toBe(10);
  });

  it('reads a page once when all of it is due, though more is', async () => {
    for (const at of [1, 2, 3]) await agenda().wake(`subject-${at}`, at, 1);
    const [page, all] = [await opened.callsOf(() => due(9, 2)), await opened.callsOf(() => due(9, 9))];
    expect(page.length).toBeLessThanOrEqual(all.length);
  });

  it('is empty at first', async () => {
    expect(await due(1000, 10)).toEqual([]);
    expect(await agenda().earliest()).toBeUndefined();
    expect(await agenda().read('none')).toBeUndefined();
  });

  it('remembers revision and real time', async () => {
    await agenda().wake('a', 100, 7);
    expect((await held('a')).value).toEqual({
      id: 'a',
      due: 100,
      rev: 7,
      isAcute: false,
      writtenAt: opened.clock.now,
    });
  });

  it('moves a row and leaves nothing behind', async () => {
    await agenda().wake('a', 100, 1);
    expect(await agenda().move(await held('a'), 900)).toBe('saved');
    expect(await due(899, 10)).toEqual([]);
    expect(await due(900, 10)).toEqual(['a']);
    expect((await held('a')).value.rev).toBe(1);
    expect((await rawKeys()).slice(0, -1)).toEqual([dueKey(900)]);
  });

  it('is found again by its time once it has been moved to the time it has', async () => {
    await agenda().wake('a', 100, 1);
    for await (const each of opened.raw('agenda').listEntities()) {
      if (each.rowKey?.startsWith('d|'))
        await opened.raw('agenda').deleteEntity(each.partitionKey ?? '', each.rowKey);
    }
    expect(await due(100, 10)).toEqual([]);
    expect(await agenda().move(await held('a'), 100)).toBe('saved');
    expect(await due(100, 10)).toEqual(['a']);
  });

  it('lists every subject, due or not', async () => {
    for (let at = 1; at <= 40; at++) await agenda().wake(`subject-${at}`, at, at, at % 2 === 0);
    const rows = await agenda().all();
    expect(rows.map(({ value }) => value.id).sort()).toEqual(
      Array.from({ length: 40 }, (_, index) => `subject-${index + 1}`).sort(),
    );
    const seventh = rows.find(({ value }) => value.id === 'subject-7');
    expect(seventh).toEqual(await held('subject-7'));
  });

  it('gives the others when a row was changed by hand, and has that one back when it is moved', async () => {
    await agenda().wake('a', 100, 1);
    await agenda().wake('b', 90, 1);
    await agenda().wake('c', 100, 1);
    const b = await held('b');
    for await (const { partitionKey = '', rowKey = '' } of opened.raw('agenda').listEntities()) {
      const changed = { partitionKey, rowKey, subject: Buffer.of(1, 2) };
      if (rowKey.startsWith(dueKey(90))) await opened.raw('agenda').updateEntity(changed, 'Merge');
    }
    expect((await due(100, 10)).sort()).toEqual(['a', 'c']);
    expect(await agenda().all()).toHaveLength(3);
    expect(await agenda().move(b, 90)).toBe('saved');
    expect((await due(100, 10)).sort()).toEqual(['a', 'b', 'c']);
  });

  it('moves a row to the time it has', async () => {
    await agenda().wake('a', 100, 1);
    expect(await agenda().move(await held('a'), 100)).toBe('saved');
    expect(await agenda().move(await held('a'), 100.5)).toBe('saved');
    expect(await due(100, 10)).toEqual(['a']);
  });

  it('does not move a row that was woken since it was read', async () => {
    await agenda().wake('a', 100, 1);
    const row = await held('a');
    await agenda().wake('a', 100, 1);
    expect(await agenda().move(row, 900)).toBe('conflict');
    expect(await due(100, 10)).toEqual(['a']);
  });

  it('lets one of two lookers move a row', async () => {
    await agenda().wake('a', 100, 1);
    const row = await held('a');
    const moves = await Promise.all([agenda().move(row, 800), opened.again().agenda.move(row, 900)]);
    expect(moves.sort()).toEqual(['conflict', 'saved']);
    expect(await due(1000, 10)).toEqual(['a']);
  });

  it('moves a row whose row of the old time is gone, but not one that is gone itself', async () => {
    await agenda().wake('a', 100, 1);
    const row = await held('a');
    for (const kind of ['d|', 's|']) {
      for await (const each of opened.raw('agenda').listEntities()) {
        if (each.rowKey?.startsWith(kind))
          await opened.raw('agenda').deleteEntity(each.partitionKey ?? '', each.rowKey);
      }
      expect(await agenda().move(row, 900)).toBe(kind === 'd|' ? 'saved' : 'conflict');
    }
  });

  it('knows its own move when the answer was lost', async () => {
    await agenda().wake('a', 100, 1);
    const row = await held('a');
    opened.loseNextAnswer();
    expect(await agenda().move(row, 900)).toBe('saved');
    expect(await due(1000, 10)).toEqual(['a']);
  });
});

describe('what is acute', () => {
  it('is given before all others, also when a page is full of older ones', async () => {
    for (let at = 1; at <= 20; at++) await agenda().wake(`s${at}`, at, 1);
    await agenda().wake('later', 90, 1, true);
    await agenda().wake('sooner', 80, 1, true);
    expect(await due(100, 4)).toEqual(['sooner', 'later', 's1', 's2']);
    expect(await agenda().due(100, 1)).toEqual([{ id: 'sooner', isAcute: true }]);
    expect(await due(85, 2)).toEqual(['sooner', 's1']);
    expect(await agenda().earliest()).toBe(1);
  });

  it('stays so when it is moved or all are woken, and ends with a wake that says otherwise', async () => {
    await agenda().wake('a', 100, 1, true);
    await agenda().move(await held('a'), 500);
    expect(await agenda().earliest()).toBe(500);
    await agenda().wakeAll(300);
    expect(await agenda().due(300, 10)).toEqual([{ id: 'a', isAcute: true }]);
    await agenda().wake('a', 300, 2);
    expect(await agenda().due(300, 10)).toEqual([{ id: 'a', isAcute: false }]);
    expect(await rawKeys()).toHaveLength(2);
  });
});

describe('a row of an old time', () => {
  it('is not given, and is deleted when its time comes', async () => {
    await agenda().wake('a', 100, 1);
    await agenda().wake('a', 500, 2);
    expect((await rawKeys()).slice(0, 2)).toEqual([dueKey(100), dueKey(500)]);
    expect(await due(200, 10)).toEqual([]);
    expect((await rawKeys())[0]).toBe(dueKey(500));
    expect(await due(500, 10)).toEqual(['a']);
  });

  it('does not make a subject due twice', async () => {
    await agenda().wake('a', 500, 1);
    await agenda().wake('a', 100, 2);
    expect(await due(600, 10)).toEqual(['a']);
  });

  it('does not hide others beyond a page', async () => {
    for (let at = 1; at <= 12; at++) {
      await agenda().wake(`s${at}`, at, 1);
      await agenda().wake(`s${at}`, 10_000, 2);
    }
    await agenda().wake('real', 50, 1);
    expect(await due(100, 4)).toEqual(['real']);
  });

  it('does not count as the earliest', async () => {
    await agenda().wake('a', 100, 1);
    await agenda().wake('a', 500, 2);
    expect(await agenda().earliest()).toBe(500);
  });

  it('is kept when a wake to just that time comes while it is being judged', async () => {
    await agenda().wake('a', 100, 1);
    await agenda().wake('a', 500, 2);
    // The wake arrives after the main row was read as 500, before the row of 100 is deleted.
    let isBetween = true;
    const judging = opened.again({
      connect: (table) => {
        const client = opened.raw(table.slice(opened.prefix.length));
        const remove = client.deleteEntity.bind(client);
        client.deleteEntity = async (...args) => {
          if (isBetween) await agenda().wake('a', 100, 3);
          isBetween = false;
          return remove(...args);
        };
        return client;
      },
    });
    await judging.agenda.due(200, 10);
    expect(isBetween).toBe(false);
    expect(await due(200, 10)).toEqual(['a']);
  });
});

describe('wakeAll', () => {
  it('makes every subject due, keeps revisions, and delays none', async () => {
    for (let at = 1; at <= 30; at++) await agenda().wake(`s${at}`, at * 100, at);
    await agenda().wakeAll(500);
    expect(await due(500, 100)).toHaveLength(30);
    expect((await held('s1')).value).toMatchObject({ due: 100, rev: 1 });
    expect((await held('s30')).value).toMatchObject({ due: 500, rev: 30 });
  });

  it('stops whoever looked with the old list, also at a row that was due already', async () => {
    await agenda().wake('a', 100, 1);
    const row = await held('a');
    await agenda().wakeAll(500);
    expect(await agenda().move(row, 9000)).toBe('conflict');
  });

  it('loses to no wake at the same time', async () => {
    for (let at = 1; at <= 20; at++) await agenda().wake(`s${at}`, 9000, 1);
    const wakes = Array.from({ length: 20 }, (_, at) => agenda().wake(`s${at + 1}`, 200, 2));
    await Promise.all([agenda().wakeAll(500), ...wakes]);
    expect(await due(500, 100)).toHaveLength(20);
    for (let at = 1; at <= 20; at++) expect((await held(`s${at}`)).value.rev).toBe(2);
  });
});

it('spreads subjects over the shards, and names none of them', async () => {
  for (let at = 0; at < 200; at++) await agenda().wake(`person|${VICTIM}|${at}`, at, 1);
  const shards = new Set<string>();
  for await (const row of opened.raw('agenda').listEntities()) {
    shards.add(row.partitionKey ?? '');
    expect(JSON.stringify(row)).not.toContain(VICTIM);
  }
  expect(shards.size).toBe(16);
});

it('refuses a time that is none', () => {
  const rows = new AgendaRows(new Ids(Buffer.alloc(32)), (size) => Buffer.alloc(size));
  expect(() => rows.of({ id: 'a', due: Number.NaN, rev: 1, isAcute: false, writtenAt: 0 })).toThrow(
    'milliseconds since 1970',
  );
});

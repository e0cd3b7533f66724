import { randomBytes } from 'node:crypto';
import type { TableClient } from '@azure/data-tables';
import type { Deps } from '../../src/app/deps';
import { inbox } from '../../src/app/tab/inbox';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import type { InboxQuery } from '../../src/screens/tab/tabScreens';
import { openTables } from '../../src/storage/openTables';
import { memoryContainers } from '../support/memoryContainers';
import { memoryTables } from '../support/memoryTableClient';
import { contacts, incident, NOW, people } from '../support/pureTown';
import { sharedWrap } from '../support/shared';

/* *Ärenden* of somebody with many incidents: what a page costs, and in what order it comes. */

/** Calls and rows of a connection, as they are made. */
function counting() {
  const seen = { calls: 0, rows: 0 };
  const plain = memoryTables();
  const counted = <T>(rows: T): T => {
    seen.calls++;
    seen.rows += Array.isArray(rows) ? rows.length : 1;
    return rows;
  };
  async function* pagesOf(pages: AsyncIterableIterator<unknown[]>) {
    for await (const page of pages) yield counted(page);
  }
  const connect = (table: string): TableClient => {
    const client = plain(table);
    const { getEntity, listEntities } = client;
    return Object.assign(client, {
      getEntity: async (...of: Parameters<TableClient['getEntity']>) => counted(await getEntity(...of)),
      listEntities: (...of: Parameters<TableClient['listEntities']>) => ({
        byPage: (settings: object) =>
          pagesOf(listEntities(...of).byPage(settings) as unknown as AsyncIterableIterator<unknown[]>),
      }),
    });
  };
  return { seen, connect };
}

const idOf = (number: number): string => `incident${String(number).padStart(18, '0')}`;
/** The wait of each is due an hour after that of the one before: the newest is the least pressing. */
const dueOf = (number: number): string => new Date(NOW.getTime() + number * 3_600_000).toISOString();
/** So many of a mixed list are late. */
const LATE_BEFORE = 100;

/**
 * A strategist with so many incidents in which something waits. Those that a page may read are there as a whole, the others in
 * the lists alone: whoever reached for one would find nothing.
 */
async function strategistWith(count: number, whole: number, isMixed = false) {
  const { seen, connect } = counting();
  const tables = openTables({
    ...{ connect, containers: memoryContainers(), wrap: sharedWrap(), indexSecret: randomBytes(32) },
    ...{
      random: (size) => randomBytes(size),
      realNow: () => NOW.getTime(),
      tablePrefix: '',
      onCall: () => 0,
    },
  });
  await tables.create();
  const { index } = tables;
  const person = people.strategist;
  for (let number = 0; number < count; number++) {
    const id = idOf(number);
    const createdAt = new Date(NOW.getTime() - (count - number) * 60_000).toISOString();
    const reference = `2026-${String(number).padStart(4, '0')}`;
    await index.claimReference(reference, id);
    await index.add(person, { id, reference, createdAt });
    const wait = index.waitPlace(id, {
      isAcute: false,
      due: dueOf(number - (isMixed ? LATE_BEFORE : 0)),
      since: createdAt,
    });
    // Mixed: every second one is closed, every third is followed, and the first hundred are late.
    const state = isMixed && number % 2 === 1 ? 'closed' : 'open';
    const followed = isMixed && number % 3 === 0 ? [index.partPlace('followed', { id, createdAt })] : [];
    const places = [index.partPlace(state, { id, createdAt }), ...followed, wait];
    await index.movePlaces(person, { id, reference, createdAt }, { from: [], to: places });
    if (number >= whole && number < count - whole) continue;
    const value = incident({ id, reference, acute: false, via: 'report', route: 'municipality' });
    const card = { person, activityId: '', hash: '', older: [], epoch: 1, failures: 0, wait, places };
    const followers = isMixed && number % 3 === 0 ? [{ person, at: createdAt }] : undefined;
    await tables.incidents.insert({
      incident: {
        ...value,
        createdAt,
        state,
        followers,
        lead: { person, since: createdAt, why: 'acknowledged' },
      },
      cards: [{ value: card }],
    });
  }
  const deps = {
    ...tables,
    contacts: { ...tables.contacts, read: async () => contacts },
    municipality: oxelosund,
    now: () => NOW,
    log: { info: () => 0, warn: () => 0, error: () => 0 },
  } as unknown as Deps;
  const page = async (query: Omit<InboxQuery, 'ask'> = {}) => {
    // Keys are held for a minute, and rows by their ETags: what counts is what is asked for.
    seen.calls = 0;
    seen.rows = 0;
    const screen = await inbox(deps, person, { ask: 'inbox', ...query });
    return { screen, ...seen };
  };
  return { page };
}

const numbersOf = (waits: readonly { incident: { id: string } }[]): number[] => [
  ...new Set(waits.map(({ incident: { id } }) => Number(id.slice('incident'.length)))),
];
const upTo = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at);

it('a page of 10 000 incidents makes the same calls and reads the same rows as one of 100', async () => {
  const few = await strategistWith(100, 50);
  const many = await strategistWith(10_000, 50);
  const [one, other] = [await few.page(), await many.page()];
  expect({ calls: other.calls, rows: other.rows }).toEqual({ calls: one.calls, rows: one.rows });
  console.info(JSON.stringify({ calls: other.calls, rows: other.rows }));
  // 21 of what waits, 21 of the list, and forty incidents with their cards and keys.
  expect(other.rows).toBeLessThanOrEqual(21 + 21 + 40 * 4);
  for (const { screen } of [one, other]) {
    expect(numbersOf(screen.waits)).toEqual(upTo(0, 20));
    expect(screen.rows).toHaveLength(20);
  }
  // So do the pages after it.
  const next = (screen: typeof one.screen) => ({ from: screen.next, waitsFrom: undefined });
  const [two, second] = [await few.page(next(one.screen)), await many.page(next(other.screen))];
  expect({ calls: second.calls, rows: second.rows }).toEqual({ calls: two.calls, rows: two.rows });
  expect(second.screen.rows.map(({ id }) => id)).toEqual(upTo(0, 20).map((back) => idOf(9_979 - back)));
  const more = await many.page({ waitsFrom: other.screen.nextWaits });
  expect(numbersOf(more.screen.waits)).toEqual(upTo(20, 40));
  // A whole reference finds one that is older than all that a part of one is looked for among, with its year or without.
  for (const reference of ['2026-0007', '0007'])
    expect((await many.page({ reference })).screen.rows.map(({ id }) => id)).toEqual([idOf(7)]);
}, 120_000);

it('the last page says that there is no more, and a place that is none is an empty page', async () => {
  const { page } = await strategistWith(45, 45);
  const first = await page();
  const second = await page({ waitsFrom: first.screen.nextWaits });
  const last = await page({ waitsFrom: second.screen.nextWaits });
  expect([second.screen, last.screen].map(({ nextWaits }) => nextWaits !== undefined)).toEqual([true, false]);
  expect(numbersOf(last.screen.waits)).toEqual(upTo(40, 45));
  const wrong = await page({ waitsFrom: 'i|x' });
  expect(wrong.screen.waits).toEqual([]);
});

describe('a part of the list', () => {
  const idsOf = (rows: readonly { id: string }[]) =>
    rows.map(({ id }) => Number(id.slice('incident'.length)));

  it.each(['open', 'closed', 'followed', 'waiting', 'late'] as const)(
    '%s: the same calls and rows of 10 000 as of 100, page by page',
    async (state) => {
      const few = await strategistWith(100, 100, true);
      const many = await strategistWith(10_000, 100, true);
      const [one, other] = [await few.page({ state }), await many.page({ state })];
      expect({ calls: other.calls, rows: other.rows }).toEqual({ calls: one.calls, rows: one.rows });
      console.info(JSON.stringify({ state, calls: other.calls, rows: other.rows }));
    },
    120_000,
  );

  it('is of one state, newest first, and goes on where the page before ended', async () => {
    const { page } = await strategistWith(100, 100, true);
    const open = await page({ state: 'open' });
    expect(idsOf(open.screen.rows)).toEqual(upTo(0, 20).map((at) => 98 - at * 2));
    expect([open.screen.waits, open.screen.followed]).toEqual([[], []]);
    expect(open.screen.rows.map(({ state }) => state)).toEqual(upTo(0, 20).map(() => 'open'));
    const more = await page({ state: 'open', from: open.screen.next });
    expect(idsOf(more.screen.rows)).toEqual(upTo(20, 40).map((at) => 98 - at * 2));
    expect(idsOf((await page({ state: 'closed' })).screen.rows)[0]).toBe(99);
    // A place of another list leads nowhere.
    expect((await page({ state: 'closed', from: open.screen.next })).screen.rows).toEqual([]);
    expect(idsOf((await page({ state: 'followed' })).screen.rows)).toEqual(
      upTo(0, 20).map((at) => 99 - at * 3),
    );
    // What waits stands by when it is due, whenever it came.
    const waiting = await page({ state: 'waiting' });
    expect(idsOf(waiting.screen.rows)).toEqual(upTo(0, 10).map((at) => at * 2));
    // Those that are followed stand on the first page, ten of them.
    expect(idsOf((await page()).screen.followed)).toHaveLength(10);
  });

  it('is of some days, both with them, and costs what they hold', async () => {
    const { page } = await strategistWith(100, 100, true);
    const day = NOW.toISOString().slice(0, 10);
    const before = new Date(NOW.getTime() - 86_400_000).toISOString().slice(0, 10);
    expect((await page({ since: day, until: day })).screen.rows).toHaveLength(20);
    expect((await page({ until: before })).screen.rows).toEqual([]);
    expect((await page({ state: 'open', since: day })).screen.rows).toHaveLength(20);
    expect((await page({ state: 'open', until: before })).screen.rows).toEqual([]);
    expect((await page({ reference: '042', until: before })).screen.rows).toEqual([]);
    expect(idsOf((await page({ reference: '042', state: 'open' })).screen.rows)).toEqual([42]);
    expect((await page({ reference: '0042', state: 'closed' })).screen.rows).toEqual([]);
  });
});

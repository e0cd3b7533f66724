import { randomBytes } from 'node:crypto';
import { MAINTENANCE } from '../../src/app/ports/states';
import { headsIn, verify } from '../../src/cli/verify';
import { rotateIndexSecret } from '../../src/storage/openRotation';
import {
  openTables,
  rsaWrap,
  TABLE_NAMES,
  type Tables,
  type TablesOptions,
} from '../../src/storage/openTables';
import { memoryContainers } from '../support/memoryContainers';
import { memoryTables } from '../support/memoryTableClient';
import { startTown } from '../support/town';
import { fill, readAll, told, withoutEtags } from './release01';

/*
 * The index secret is changed with incidents open, on rows of every kind that release 0.1 and this code have written.
 */

const OLD = Buffer.from(told.keys.indexSecret, 'base64');
const NEW = Buffer.alloc(32, 9);
const random = (size: number): Uint8Array => randomBytes(size);

type Connect = TablesOptions['connect'];

const optionsOf = (
  connect: Connect,
  indexSecret: Uint8Array,
  onCall?: (what: string) => void,
): TablesOptions => ({
  ...{ connect, indexSecret, random, onCall },
  containers: memoryContainers(),
  wrap: rsaWrap(told.keys.wrappingKey),
  realNow: () => Date.parse(told.now),
});
const open = (connect: Connect, secret: Uint8Array): Tables => openTables(optionsOf(connect, secret));

/** A copy of all rows, as another account has them. */
const copyOf = (from: Connect) => async (to: Connect) => {
  for (const name of TABLE_NAMES)
    for await (const { etag, timestamp, ...row } of from(name).listEntities())
      await to(name).upsertEntity(
        { ...row, partitionKey: String(row.partitionKey), rowKey: String(row.rowKey) },
        'Replace',
      );
};

/** Tables with the rows of release 0.1, some of them written anew by this code. */
async function ground(): Promise<Connect> {
  const connect = memoryTables();
  const tables = open(connect, OLD);
  await tables.create();
  await fill(connect);
  const windows = [
    { id: 'w1', from: '2026-12-03T09:00:00.000Z', to: '2026-12-03T10:00:00.000Z', at: told.now },
  ];
  const state = { rev: 1, windows };
  await tables.maintenance.save(await tables.maintenance.read(MAINTENANCE), { state });
  return connect;
}

/** The codes of chains are made with the secret, and so are others after a change of it. */
const withoutMacs = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(withoutEtags(value), (name, inner) =>
      /^(mac|viewHead|historyHead|links)$/.test(name) ? undefined : inner,
    ),
  );

/** Lists that come in the order of codes, in an order of their own. */
const LISTS = new Set(['cards', 'deliveries', 'agenda', 'open', 'listed', 'drafts']);
const sorted = (value: unknown): unknown =>
  JSON.parse(
    JSON.stringify(value, (name, inner) =>
      LISTS.has(name) && Array.isArray(inner)
        ? [...inner].sort((one, other) => JSON.stringify(one).localeCompare(JSON.stringify(other)))
        : inner,
    ),
  );

/** Everything that is read with a secret, and what a verification finds. */
async function state(connect: Connect, secret: Uint8Array) {
  const tables = open(connect, secret);
  const { state: planned } = await tables.maintenance.read(MAINTENANCE);
  return {
    planned,
    read: sorted(withoutMacs(await readAll(tables))),
    verified: await verify(tables, headsIn('')),
  };
}

const keysOf = async (connect: Connect) => {
  const found: string[] = [];
  for (const name of TABLE_NAMES)
    for await (const { partitionKey, rowKey } of connect(name).listEntities())
      found.push(`${name} ${partitionKey} ${rowKey}`);
  return found;
};

const countsOf = (keys: readonly string[]): Record<string, number> => {
  const counts: Record<string, number> = {};
  for (const [table = ''] of keys.map((key) => key.split(' '))) counts[table] = (counts[table] ?? 0) + 1;
  return counts;
};

it('notes of files stay where they are: nothing in them hangs on the secret', async () => {
  const connect = await ground();
  const id = (await open(connect, OLD).chains.ids())[0] ?? '';
  await open(connect, OLD).index.addFile(id, 'file-1');
  expect((await rotateIndexSecret(optionsOf(connect, OLD), NEW)).faults).toEqual([]);
  expect(await keysOf(connect)).toContain(`index files|${id} file-1`);
});

it('everything is read as before, every chain holds, and nothing is left under the old secret', async () => {
  const connect = await ground();
  const before = await state(connect, OLD);
  const old = await keysOf(connect);
  const { rows, faults } = await rotateIndexSecret(optionsOf(connect, OLD), NEW);
  expect(faults).toEqual([]);
  expect(rows).toBeGreaterThan(100);
  const after = await state(connect, NEW);
  expect(after).toEqual(before);
  expect(after.verified.faults).toEqual([]);
  // Codes of people and deliveries are all others; ids, references and numbers of links stay.
  const left = (await keysOf(connect)).filter((key) => old.includes(key));
  expect(left.filter((key) => /[\w-]{43}/.test(key))).toEqual([]);
  // Four due rows were stale, and are gone; one row more says whose the tables are.
  expect(countsOf(await keysOf(connect))).toEqual({ ...countsOf(old), agenda: 28, settings: 2 });
  const unread = await open(connect, OLD).contacts.check();
  expect(unread.faults.length).toBeGreaterThan(0);
});

it('an open incident goes on through the front door with the new secret, for everybody in it', async () => {
  const connect = await ground();
  await rotateIndexSecret(optionsOf(connect, OLD), NEW);
  const town = await startTown({
    now: told.now,
    wrap: () => rsaWrap(told.keys.wrappingKey),
    indexSecret: NEW,
    fill: copyOf(connect),
  });
  expect(await town.tables.secret()).toBe('ours');
  const [id, { row }] = Object.entries<{ row: { value: { name: string } } }>(told.read.people).find(
    ([, one]) => one.row?.value.name.includes('Lindhammar'),
  ) as [string, { row: { value: { name: string } } }];
  const officer = town.person(id, row.value.name);
  await officer.invoke('', 'acknowledge', { id: told.incidents.asked, once: 'press-taken' });
  await officer.invoke('', 'send', { draft: told.draft, once: 'press-sent' });
  expect((await town.tables.incidents.read(told.incidents.asked))?.incident.lead?.person).toBe(id);
  expect(await town.tables.incidents.read(told.draft)).toBeDefined();
  // What was told before is not told again: its deliveries are found under their new names.
  await town.sweep();
  await town.idle();
  const twice = town.connector.messages.length;
  await town.sweep();
  await town.idle();
  expect(town.connector.messages).toHaveLength(twice);
  expect((await verify(town.tables, headsIn(''))).faults).toEqual([]);
  await town.stop();
});

it('killed at any moment it is begun again, and ends as if it had not been', async () => {
  const whole = await ground();
  let writes = 0;
  const isWrite = (what: string) => !what.startsWith('GET');
  await rotateIndexSecret(
    optionsOf(whole, OLD, (what) => {
      if (isWrite(what)) writes += 1;
    }),
    NEW,
  );
  const wanted = await state(whole, NEW);
  expect(writes).toBeGreaterThan(60);
  for (let at = 1; at <= writes; at += 11) {
    const connect = await ground();
    let count = 0;
    // Once before a write, once after it: the answer is lost.
    const dying = (what: string) => {
      if (isWrite(what) && ++count === at) throw new Error('killed');
    };
    await expect(rotateIndexSecret(optionsOf(connect, OLD, dying), NEW)).rejects.toThrow();
    // No bot starts meanwhile, with either secret.
    if (at > 1)
      for (const secret of [OLD, NEW]) expect(await open(connect, secret).secret()).toBe('rotating');
    count = writes;
    const { faults } = await rotateIndexSecret(optionsOf(connect, OLD), NEW);
    expect({ at, faults, ...(await state(connect, NEW)) }).toEqual({ at, faults: [], ...wanted });
    expect((await keysOf(connect)).sort()).toEqual((await keysOf(whole)).sort());
  }
});

it('what was tampered with before is not made good', async () => {
  const connect = await ground();
  const id = told.incidents.open;
  await connect('incidents').deleteEntity(id, '7|history|000000003');
  const { faults } = await rotateIndexSecret(optionsOf(connect, OLD), NEW);
  expect(faults).toEqual([
    `${id}: its history was not whole before, and is left so: see npm run verify-log.`,
  ]);
  const tables = open(connect, NEW);
  expect((await tables.chains.history(id)).whole).toBe(false);
  expect((await tables.incidents.read(id))?.incident.id).toBe(id);
});

it('secrets that are not those of the tables change nothing', async () => {
  const connect = await ground();
  expect(await open(connect, OLD).secret()).toBe('ours');
  const before = await keysOf(connect);
  const other = Buffer.alloc(32, 5);
  await expect(rotateIndexSecret(optionsOf(connect, other), NEW)).rejects.toThrow(
    'are not those of these tables',
  );
  await expect(rotateIndexSecret(optionsOf(connect, OLD), OLD)).rejects.toThrow('are the same');
  expect(await keysOf(connect)).toEqual(before);
  expect(await open(connect, other).secret()).toBe('another');
  await rotateIndexSecret(optionsOf(connect, OLD), NEW);
  await expect(rotateIndexSecret(optionsOf(connect, OLD), NEW)).rejects.toThrow('nothing to do');
  await expect(rotateIndexSecret(optionsOf(connect, NEW), other)).resolves.toMatchObject({ faults: [] });
});

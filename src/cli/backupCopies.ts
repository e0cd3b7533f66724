import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Municipality } from '../content/municipalities/municipality';
import { routineFor } from '../routine/plan/version';
import { erasedIn } from '../routine/rules/retention';
import { withNoted, withoutPart } from '../routine/transitions/retention';
import { type IsOut, TABLE_NAMES, type TableName, type Tables } from '../storage/openTables';
import { isDraftOwner } from '../storage/sealing/rowSealer';
import { erasedFiles, putFilesBack, removeUnlisted, writeFiles } from './copies/files';

/*
 * Backups of tables and files: a folder of sealed rows a day, and apart from them the keys and the tombstones; each file once,
 * for as long as a day's folder lists it. Copies are kept
 * for a short time only: when the last copy of a key is gone, what it sealed is erased. Rows go too: what stands open in
 * them says when something was. The newest copy of each kind stays, however old it is.
 */

const ROWS = 'rows-';
const KEYS = 'keys';
/** The prefix of a copy that is under way or was broken off. It is never restored. */
const PART = 'part-';
const STONES = 'tombstones-';
const DAY = 86_400_000;
/** File modes: other users of the machine read nothing. */
const PRIVATE = { mode: 0o600 };

const isApart = (table: TableName): boolean => table === 'keys' || table === 'tombstones';

/** A time as `20261124T090000Z`, which sorts in order of time. */
const stampOf = (now: Date): string => now.toISOString().replace(/[-:]|\.\d+/g, '');
const timeOf = (name: string): number => {
  const [, y, m, d, h, i, s] = /(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(name) ?? [];
  return y ? Date.parse(`${y}-${m}-${d}T${h}:${i}:${s}Z`) : Number.NaN;
};

async function writeTable(tables: Tables, table: TableName, file: string): Promise<number> {
  let count = 0;
  writeFileSync(file, '', PRIVATE);
  for await (const line of tables.lines(table)) {
    appendFileSync(file, `${line}\n`);
    count += 1;
  }
  return count;
}

/** The time of a backup, and the days that older copies are kept. */
interface BackupTime {
  now: Date;
  days: number;
}

/** Removes copies of a kind that are older than so many days, but for the newest, and all that were broken off. */
function removeOld(folder: string, prefix: string, { now, days }: BackupTime): number {
  const all = readdirSync(folder).filter((name) => name.startsWith(prefix) && !Number.isNaN(timeOf(name)));
  const newest = prefix === PART ? undefined : all.sort().at(-1);
  const old = all.filter((name) => name !== newest && now.getTime() - timeOf(name) >= days * DAY);
  for (const name of old) rmSync(join(folder, name), { recursive: true });
  return old.length;
}

export interface BackupEnd {
  rows: number;
  /** Files that were given as evidence, in this copy. */
  files: number;
  /** Old copies that were removed. */
  removed: number;
}

/** Copies all tables and files into `to`. Keys after the rows, so that no row is without its key in the copy. */
export async function backUp(tables: Tables, to: string, time: BackupTime): Promise<BackupEnd> {
  const stamp = stampOf(time.now);
  const folder = join(to, PART + stamp);
  const apart = join(to, KEYS);
  for (const one of [folder, apart]) mkdirSync(one, { recursive: true, mode: 0o700 });
  const before = new Set(await tables.fileCopies.names());
  let rows = 0;
  for (const table of TABLE_NAMES)
    if (!isApart(table)) rows += await writeTable(tables, table, join(folder, `${table}.jsonl`));
  const files = await writeFiles(tables, { to, folder, before });
  // Tombstones last: what was erased while this was written must not come back without its key.
  for (const [table, prefix] of [
    ['keys', `${KEYS}-`],
    ['tombstones', STONES],
  ] as const) {
    const part = join(apart, `${PART}${table}-${stamp}.jsonl`);
    rows += await writeTable(tables, table, part);
    renameSync(part, join(apart, `${prefix}${stamp}.jsonl`));
  }
  renameSync(folder, join(to, ROWS + stamp));
  const old: [string, string][] = [
    [apart, `${KEYS}-`],
    [apart, STONES],
    [apart, PART],
    [to, ROWS],
    [to, PART],
  ];
  const removed = old.reduce((sum, [where, prefix]) => sum + removeOld(where, prefix, time), 0);
  removeUnlisted(
    to,
    readdirSync(to).filter((name) => name.startsWith(ROWS)),
  );
  return { rows, files, removed };
}

const newest = (folder: string, prefix: string): string => {
  if (!existsSync(folder))
    throw new Error(`${folder} is not there: give the folder that npm run backup wrote to.`);
  const found = readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .sort()
    .at(-1);
  if (found) return join(folder, found);
  throw new Error(`${folder} holds no ${prefix}… of a backup.`);
};

/** When the newest copy was taken. @throws Error when there is none */
export const newestCopy = (from: string): Date => new Date(timeOf(newest(from, ROWS)));

async function putFile(
  tables: Tables,
  { table, file }: { table: TableName; file: string },
  isOut: IsOut,
): Promise<number> {
  let count = 0;
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean))
    if (await tables.putBack(table, line, isOut)) count += 1;
  return count;
}

/**
 * Erases once more the classes of data that had been erased since the copy was made; the number of them.
 * @throws when an incident has changed meanwhile: no bot may run
 */
async function eraseAgain(tables: Tables, { versions }: Pick<Municipality, 'versions'>): Promise<number> {
  let count = 0;
  for (const { id, what, at, decision } of await tables.erasure.buriedParts()) {
    const file = await tables.incidents.read(id);
    if (!file || erasedIn(file.incident, what)) continue;
    if (what === 'report') await tables.erasure.removeFiles(id);
    const routine = routineFor(versions, file.incident);
    const incident = withNoted({
      ...withoutPart(file.incident, what, { routine, at, decision }),
      rev: file.incident.rev,
    });
    if ((await tables.incidents.save(file, { incident })) !== 'saved')
      throw new Error(`Incident ${id} changed during the restore: stop the bot, and run it again.`);
    count += 1;
  }
  return count;
}

/**
 * Puts the newest backup back beside what is there, while no bot runs. Tombstones first: an erased incident does not come
 * back, and what is left of it goes; a forged tombstone is not heeded. May be repeated.
 */
export async function restore(
  tables: Tables,
  from: string,
  of: Pick<Municipality, 'versions'>,
): Promise<{ rows: number; files: number; erased: number; parts: number; forged: string[] }> {
  // All that it reads, before anything is written.
  const apart = join(from, KEYS);
  const [folder, graves, keys] = [newest(from, ROWS), newest(apart, STONES), newest(apart, `${KEYS}-`)];
  await tables.create();
  await putFile(tables, { table: 'tombstones', file: graves }, () => false);
  const stones = await tables.erasure.buried();
  const buried = new Set(stones.map(({ id }) => id));
  const isOut: IsOut = ({ partitionKey, rowKey, id }) =>
    [partitionKey, rowKey.slice(rowKey.indexOf('|') + 1), id].some((one) => buried.has(one ?? ''));
  let rows = 0;
  for (const table of TABLE_NAMES)
    if (!isApart(table))
      rows += await putFile(tables, { table, file: join(folder, `${table}.jsonl`) }, isOut);
  const drafts = await tables.draftOwners();
  rows += await putFile(
    tables,
    { table: 'keys', file: keys },
    // The key of a draft that is left out would live on in every later copy.
    (row) => isOut(row) || (isDraftOwner(row.partitionKey) && !drafts.has(row.partitionKey)),
  );
  const files = await putFilesBack(tables, { to: from, folder, out: erasedFiles(folder, isOut) });
  for (const id of buried) await tables.erasure.destroy(id);
  const parts = await eraseAgain(tables, of);
  return { rows, files, erased: buried.size, parts, forged: await tables.erasure.forged() };
}

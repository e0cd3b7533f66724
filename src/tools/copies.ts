import {
  appendFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { TABLE_NAMES, type TableName, type Tables } from '../storage/tables';

/*
 * A backup of the tables: a folder of sealed rows a day, and apart from them the keys and the tombstones. Keys are kept
 * for a short time only: when the last copy of a key is gone, what it sealed is erased in every older backup too.
 */

const ROWS = 'rows-';
const KEYS = 'keys';
/** A copy under way, or one that was broken off: never restored. */
const PART = 'part-';
const STONES = 'tombstones-';
const DAY = 86_400_000;
/** Whoever else is on the machine reads nothing. */
const PRIVATE = { mode: 0o600 };

const isApart = (table: TableName): boolean => table === 'keys' || table === 'tombstones';

/** `20261124T090000Z`: sorts in order of time. */
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

/** Keys older than so many days go. */
function removeOldKeys(folder: string, now: Date, days: number): number {
  const old = readdirSync(folder).filter(
    (name) => /^(keys|part)-/.test(name) && now.getTime() - timeOf(name) > days * DAY,
  );
  for (const name of old) rmSync(join(folder, name));
  return old.length;
}

export interface BackupEnd {
  rows: number;
  removedKeys: number;
}

/** Copies all tables into `to`. Keys last, so that no row is without its key in the copy. */
export async function backUp(tables: Tables, to: string, now: Date, keysDays: number): Promise<BackupEnd> {
  const stamp = stampOf(now);
  const folder = join(to, PART + stamp);
  const apart = join(to, KEYS);
  for (const one of [folder, apart]) mkdirSync(one, { recursive: true, mode: 0o700 });
  let rows = 0;
  for (const table of TABLE_NAMES)
    if (!isApart(table)) rows += await writeTable(tables, table, join(folder, `${table}.jsonl`));
  rows += await writeTable(tables, 'tombstones', join(apart, `${STONES}${stamp}.jsonl`));
  const keys = join(apart, `${PART}${stamp}.jsonl`);
  rows += await writeTable(tables, 'keys', keys);
  renameSync(keys, join(apart, `${KEYS}-${stamp}.jsonl`));
  renameSync(folder, join(to, ROWS + stamp));
  return { rows, removedKeys: removeOldKeys(apart, now, keysDays) };
}

const newest = (folder: string, prefix: string): string => {
  const found = readdirSync(folder)
    .filter((name) => name.startsWith(prefix))
    .sort()
    .at(-1);
  if (found) return join(folder, found);
  throw new Error(`${folder} holds no ${prefix}… of a backup.`);
};

async function putFile(
  tables: Tables,
  table: TableName,
  file: string,
  isOut: (partition: string) => boolean,
): Promise<number> {
  let count = 0;
  for (const line of readFileSync(file, 'utf8').split('\n').filter(Boolean))
    if (await tables.putBack(table, line, isOut)) count += 1;
  return count;
}

/**
 * Puts the newest backup back beside what is there. Tombstones first: an erased incident does not come back, and what is
 * left of it goes. May be done again.
 */
export async function restore(tables: Tables, from: string): Promise<{ rows: number; erased: number }> {
  await tables.create();
  const apart = join(from, KEYS);
  const folder = newest(from, ROWS);
  await putFile(tables, 'tombstones', newest(apart, STONES), () => false);
  const stones = await tables.erasure.buried();
  const buried = new Set(stones.map(({ id }) => id));
  const isOut = (partition: string) => buried.has(partition);
  let rows = await putFile(tables, 'keys', newest(apart, `${KEYS}-`), isOut);
  for (const table of TABLE_NAMES)
    if (!isApart(table)) rows += await putFile(tables, table, join(folder, `${table}.jsonl`), isOut);
  for (const id of buried) await tables.erasure.destroy(id);
  return { rows, erased: buried.size };
}

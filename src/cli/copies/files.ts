import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { IsOut, Tables } from '../../storage/openTables';
import { FILE_NOTES } from '../../storage/repositories/tableIndex';

/*
 * Copies of the files that were given as evidence, sealed as they stand. A file never changes, so each is copied once, into
 * `files/`; the folder of each day's rows lists those that belong to it.
 */

const FOLDER = 'files';
const LIST = 'files.txt';
const PART = 'part-';
const PRIVATE = { mode: 0o600 };
/** Names that the bot gives. Whoever has the account's key could give a blob one that leads out of the folder. */
const OWN_NAME = /^[\w-]{1,64}$/;

const listed = (folder: string): string[] =>
  existsSync(join(folder, LIST))
    ? readFileSync(join(folder, LIST), 'utf8')
        .split('\n')
        .filter((name) => OWN_NAME.test(name))
    : [];

/** Notes of files in the copied index: whose each is. */
function notesIn(folder: string): { partitionKey: string; rowKey: string; id: string | undefined }[] {
  const lines = readFileSync(join(folder, 'index.jsonl'), 'utf8').split('\n').filter(Boolean);
  return lines.flatMap((line) => {
    const row = JSON.parse(line) as Readonly<Record<string, { value?: unknown } | undefined>>;
    const text = (name: string) => (typeof row[name]?.value === 'string' ? row[name].value : '');
    const [partitionKey, rowKey] = [text('partitionKey'), text('rowKey')];
    return partitionKey.startsWith(FILE_NOTES) ? [{ partitionKey, rowKey, id: text('id') }] : [];
  });
}

/** A backup, the folder of one day's rows in it, and the files that were there before these rows were copied. */
interface Day {
  to: string;
  folder: string;
  before: ReadonlySet<string>;
}

/**
 * Copies the files that the copied rows may know of: those that were there before them, and those noted in them. One
 * that came meanwhile would be nobody's after a restore.
 */
export async function writeFiles(tables: Tables, { to, folder, before }: Day): Promise<number> {
  const noted = new Set(notesIn(folder).map(({ rowKey }) => rowKey));
  const names: string[] = [];
  mkdirSync(join(to, FOLDER), { recursive: true, mode: 0o700 });
  for (const name of await tables.fileCopies.names()) {
    if (!OWN_NAME.test(name) || !(before.has(name) || noted.has(name))) continue;
    const file = join(to, FOLDER, name);
    if (!existsSync(file)) {
      const bytes = await tables.fileCopies.raw(name);
      if (!bytes) continue;
      const part = join(to, FOLDER, PART + name);
      writeFileSync(part, bytes, PRIVATE);
      renameSync(part, file);
    }
    names.push(name);
  }
  writeFileSync(join(folder, LIST), names.map((name) => `${name}\n`).join(''), PRIVATE);
  return names.length;
}

/** Removes copies of files that no day's folder lists any more, and what was broken off. */
export function removeUnlisted(to: string, days: readonly string[]): void {
  const kept = new Set(days.flatMap((day) => listed(join(to, day))));
  for (const name of readdirSync(join(to, FOLDER))) if (!kept.has(name)) rmSync(join(to, FOLDER, name));
}

/** The files of what has been erased since the copy was made. */
export const erasedFiles = (folder: string, isOut: IsOut): ReadonlySet<string> =>
  new Set(
    notesIn(folder)
      .filter((note) => isOut(note))
      .map(({ rowKey }) => rowKey),
  );

/** Puts back the files of a day's folder, but for those that are `out`; how many they are. */
export async function putFilesBack(
  tables: Tables,
  { to, folder, out }: { to: string; folder: string; out: ReadonlySet<string> },
): Promise<number> {
  const names = listed(folder).filter((name) => !out.has(name));
  for (const name of names) await tables.fileCopies.putBack(name, readFileSync(join(to, FOLDER, name)));
  return names.length;
}

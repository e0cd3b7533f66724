import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Tables, TablesOptions } from '../../src/storage/openTables';

const FOLDER = join(__dirname, '../fixtures/release-0.1');
/** What release 0.1 read back from its own rows, with its keys. */
export const told = JSON.parse(readFileSync(join(FOLDER, 'told.json'), 'utf8'));
/** The rows that a release left in its folder. */
export const linesOf = (folder: string): Line[] =>
  readFileSync(join(folder, 'rows.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
/** Those of release 0.1. */
export const lines = linesOf(FOLDER);

interface Line {
  table: string;
  partitionKey: string;
  rowKey: string;
  properties: Record<string, { type: string; value: string }>;
}

const typed = ({ type, value }: { type: string; value: string }): unknown => {
  if (type === 'Binary') return Buffer.from(value, 'base64');
  if (type === 'Int32') return Number(value);
  return type === 'Boolean' ? String(value) === 'true' : value;
};

const entityOf = ({ partitionKey, rowKey, properties }: Line) => ({
  partitionKey,
  rowKey,
  ...Object.fromEntries(Object.entries(properties).map(([name, property]) => [name, typed(property)])),
});

/** Puts rows into tables. */
export const fillWith = (rows: readonly Line[]) => async (connect: TablesOptions['connect']) => {
  for (const line of rows) await connect(line.table).upsertEntity(entityOf(line), 'Replace');
};
export const fill = fillWith(lines);

/** A value without ETags, which are another's on other tables. */
export const withoutEtags = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (name, inner) => (name === 'etag' ? undefined : inner)));

/** All that the tables hold of those who are in the fixture. */
export async function readAll(tables: Tables): Promise<unknown> {
  const each = async <T>(keys: readonly string[], read: (key: string) => Promise<T>) =>
    Object.fromEntries(await Promise.all(keys.map(async (key) => [key, await read(key)] as const)));
  return {
    incidents: await each(Object.keys(told.read.incidents), async (id) => ({
      file: await tables.incidents.read(id),
      history: await tables.chains.history(id),
      views: await tables.chains.views(id),
    })),
    people: await each(Object.keys(told.read.people), async (person) => ({
      row: await tables.people.read(person),
      state: await tables.persons.read(person),
      drafts: await tables.drafts.of(person),
      // Where it stands in the index was not told then.
      listed: (await tables.index.of(person, 100)).map(({ place: _, ...listed }) => listed),
    })),
    town: await tables.municipalityState.read('town'),
    contacts: await tables.contacts.read(),
    list: await tables.chains.list(),
    // What is an aggregate's id now was called its subject then.
    agenda: (await tables.agenda.all()).map(({ value: { id, ...rest } }) => ({
      value: { subject: id, ...rest },
    })),
    open: await tables.index.open(),
    buried: await tables.erasure.buried(),
    setting: await tables.settings.read('sample'),
  };
}

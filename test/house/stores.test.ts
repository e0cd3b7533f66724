import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SETTING_NAMES } from '../../src/config/settings';
import { CONTAINER_NAMES } from '../../src/storage/blobs/container';
import { TABLE_NAMES } from '../../src/storage/openTables';
import { sources, wordsIn } from './sources';
import { CONTAINERS, DUTIES, type Met, ROUTES, SETTINGS, TABLES } from './stores';

const ROOT = join(__dirname, '../..');

/** Faults of a cell: the file is gone, or the text in it. A reason says something. */
function faultOf(where: string, met: Met | undefined): string[] {
  if (met === undefined) return [`${where}: nothing said`];
  if (typeof met === 'string') return met.length < 10 ? [`${where}: no reason`] : [];
  const [file, text] = met;
  const path = join(ROOT, file);
  if (!existsSync(path)) return [`${where}: no ${file}`];
  return readFileSync(path, 'utf8').includes(text) ? [] : [`${where}: ${file} has no “${text}”`];
}

/** Routes of the server, and those that anything but the sandbox adds. */
const routes = (): string[] =>
  sources
    .filter(({ layer }) => layer !== 'sandbox')
    .flatMap((source) => {
      const text = readFileSync(join(ROOT, 'src', source.path), 'utf8');
      const served = [...text.matchAll(/server\.(get|post|put|del)\('([^']+)'/g)];
      const added = [...text.matchAll(/path: '(\/[^']*)'/g)];
      return [
        ...served.map(([, method = '', path]) => `${method.toUpperCase()} ${path}`),
        ...added.map(([, path]) => `POST ${path}`),
      ];
    });

describe('every store, route and setting', () => {
  it('that the code has is listed, and no other', () => {
    expect(Object.keys(TABLES).sort()).toEqual([...TABLE_NAMES].sort());
    expect(Object.keys(CONTAINERS).sort()).toEqual([...CONTAINER_NAMES].sort());
    expect(routes().sort()).toEqual(Object.keys(ROUTES).sort());
    expect(Object.keys(SETTINGS).sort()).toEqual([...SETTING_NAMES].sort());
    expect(sources.flatMap(wordsIn)).toContain('/api/messages');
  });

  it.each([...Object.entries(TABLES), ...Object.entries(CONTAINERS)])(
    '%s: each duty is met where it says, or does not concern it',
    (name, row) => {
      expect(DUTIES.flatMap((duty) => faultOf(`${name}, ${duty}`, row[duty]))).toEqual([]);
    },
  );

  it('routes: who may call them is tried', () => {
    const cells = Object.entries(ROUTES).flatMap(([route, row]) =>
      Object.entries(row).flatMap(([duty, met]) => faultOf(`${route}, ${duty}`, met)),
    );
    expect(cells).toEqual([]);
  });

  it('settings: given when deployed, and explained in .env.example', () => {
    const explained = readFileSync(join(ROOT, '.env.example'), 'utf8');
    expect(Object.entries(SETTINGS).flatMap(([name, met]) => faultOf(name, met))).toEqual([]);
    expect(SETTING_NAMES.filter((name) => !new RegExp(`^(?:# )?${name}=`, 'm').test(explained))).toEqual([]);
  });

  it('is missed: a text that is not there, a file that is gone, a reason that says nothing', () => {
    expect(faultOf('x', ['.env.example', 'no such setting'])).toHaveLength(1);
    expect(faultOf('x', ['no/such/file.ts', ''])).toHaveLength(1);
    expect(faultOf('x', '–')).toHaveLength(1);
    expect(faultOf('x', undefined)).toHaveLength(1);
  });
});

import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp } from '../../src/cli/backupCopies';
import { rehearse } from '../../src/cli/rehearsal/rehearse';
import { reportOf } from '../../src/cli/rehearsal/report';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { type Opened, openForTest } from '../storage/opened';
import { AT, OFFICER, sampleIncident, stored, VICTIM } from '../storage/samples';
import { memoryContainers } from '../support/memoryContainers';
import { memoryTables } from '../support/memoryTableClient';

const NOW = new Date('2026-11-24T09:00:00Z');
const STONE = { reference: '2026-7KQ4', createdAt: AT, closedAt: AT, erasedAt: AT, decision: 'KS 1' };

const KEY = Buffer.alloc(32, 7).toString('base64');
const PICTURE = Buffer.from('en bild');
/** An incident's list of one file, and what opens it. */
const evidenceOf = (bytes: Uint8Array) => ({
  evidence: [
    {
      ...{ id: 'file-1', name: 'hot.png', type: 'image/png', bytes: bytes.length, at: AT, by: VICTIM },
      sha256: createHash('sha256').update(bytes).digest('hex'),
      as: 'victim' as const,
    },
  ],
  fileKeys: { 'file-1': KEY },
});

let opened: Opened;
let folder: string;
beforeEach(async () => {
  opened = await openForTest(true);
  folder = mkdtempSync(join(tmpdir(), 'trygghetsboten-'));
  const { incidents, agenda, people, contacts, erasure, files } = opened.tables;
  for (const id of ['inc-1', 'inc-2', 'inc-3', 'inc-4']) {
    await stored(incidents, { ...sampleIncident(id), ...(id === 'inc-1' ? evidenceOf(PICTURE) : {}) });
    await agenda.wake(id, NOW.getTime(), 1);
  }
  await files.put({ id: 'file-1', key: KEY }, PICTURE);
  await erasure.bury({ ...STONE, id: 'inc-4' });
  await erasure.destroy('inc-4');
  await people.save({ person: OFFICER, name: 'Ingrid Björkhage', party: 'S' });
  const row = (id: string, person?: string) => ({
    ...{
      id,
      role: 'partySecurityOfficer',
      party: 'S',
      order: 1,
      name: 'Ingrid Björkhage',
      phone: '070-174 06 50',
    },
    person,
  });
  await contacts.put([row('c1', OFFICER), row('c2')], { at: AT, by: VICTIM });
  await backUp(opened.tables, folder, { now: NOW, days: 35 });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Empty tables elsewhere, with the same keys. */
const elsewhere = () =>
  opened.again({ connect: memoryTables(), containers: memoryContainers(), tablePrefix: undefined });

const clock = () => {
  let now = 0;
  return () => {
    now += 500;
    return now;
  };
};
const rehearsed = (sample = 50) =>
  rehearse(elsewhere(), folder, { sample, realNow: clock(), municipality: oxelosund });

it('a whole copy is opened, and the report says how much, how old and how long it took; nobody is named', async () => {
  const found = await rehearsed();
  expect(found).toMatchObject({
    incidents: 3,
    files: 1,
    opened: 3,
    erased: 1,
    contacts: 2,
    reachable: 1,
    withoutRow: 1,
    faults: [],
  });
  const report = reportOf(found, new Date(NOW.getTime() + 5 * 3_600_000));
  expect(report).toContain('5 hours old');
  expect(report).toContain('The copy is whole: 3 of 3 incidents');
  expect(report).toContain('| restore | 0.5 s |');
  expect(report).toContain('| all | 2.0 s |');
  expect(report).not.toMatch(/Ingrid|Björkhage|070|7e57da7a/);
});

it('a file that is gone from the copy, or is not what was given, is a fault with its id', async () => {
  const file = join(folder, 'files', 'file-1');
  const { tables, containers } = opened;
  await tables.files.remove('file-1');
  await tables.files.put({ id: 'file-1', key: KEY }, Buffer.from('en annan bild'));
  const other = containers.blobs.get(`${opened.prefix}evidence`)?.get('file-1') ?? new Uint8Array();
  writeFileSync(file, other);
  expect((await rehearsed()).faults).toEqual(['inc-1: file file-1 is not what was given.']);
  const [day = ''] = readdirSync(folder).filter((name) => name.startsWith('rows-'));
  writeFileSync(join(folder, day, 'files.txt'), '');
  expect((await rehearsed()).faults).toEqual(['inc-1: file file-1 is not there.']);
});

it('a sample is spread over all, and no more than was asked for', async () => {
  expect(await rehearsed(2)).toMatchObject({ incidents: 3, opened: 2 });
});

it('an incident without its key, and one with a changed row, are faults with their ids', async () => {
  const [keys = ''] = readdirSync(join(folder, 'keys')).filter((name) => name.startsWith('keys-'));
  const file = join(folder, 'keys', keys);
  const lines = readFileSync(file, 'utf8').split('\n');
  writeFileSync(file, lines.filter((line) => !line.includes('"inc-2"')).join('\n'));
  const found = await rehearsed();
  expect(found.opened).toBe(2);
  expect(found.faults.filter((fault) => fault.startsWith('inc-2: cannot be opened'))).toHaveLength(1);
  expect(reportOf(found, NOW)).toContain('The copy is NOT whole');
});

it('tables that hold anything are left alone', async () => {
  const tables = elsewhere();
  await tables.create();
  await tables.settings.write('sample', '1');
  await expect(
    rehearse(tables, folder, { sample: 1, realNow: clock(), municipality: oxelosund }),
  ).rejects.toThrow('There are rows in settings');
  expect(await tables.chains.ids()).toEqual([]);
});

it('without a backup nothing is written', async () => {
  rmSync(join(folder, readdirSync(folder).find((name) => name.startsWith('rows-')) ?? ''), {
    recursive: true,
  });
  const tables = elsewhere();
  await expect(
    rehearse(tables, folder, { sample: 1, realNow: clock(), municipality: oxelosund }),
  ).rejects.toThrow('holds no rows-');
  expect(await tables.rawRows(1)).toEqual([]);
});

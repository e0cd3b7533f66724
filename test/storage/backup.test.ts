import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MUNICIPALITY, OKAY } from '../../src/app/ports/states';
import { backUp, restore } from '../../src/cli/backupCopies';
import { personFile } from '../../src/cli/personFile';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import type { Tables } from '../../src/storage/openTables';
import { type Opened, openForTest } from './opened';
import { AT, next, OFFICER, reread, sampleIncident, stored, VICTIM } from './samples';

const DAY = 86_400_000;
const NOW = Date.UTC(2026, 10, 24, 9);

let opened: Opened;
let folder: string;
beforeEach(async () => {
  opened = await openForTest();
  folder = mkdtempSync(join(tmpdir(), 'trygghetsboten-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
});

const at = (days: number) => new Date(NOW + days * DAY);
const copy = (days: number) => backUp(opened.tables, folder, { now: at(days), days: 35 });
const files = () =>
  readdirSync(folder, { recursive: true })
    .map(String)
    .filter((name) => name.endsWith('.jsonl'));
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');

/** Two incidents that their victim and the officer know, with drafts and a person. */
async function fill() {
  const { incidents, index, agenda, people, drafts } = opened.tables;
  for (const id of ['inc-1', 'inc-2']) {
    await index.opens(id, 1);
    await stored(incidents, sampleIncident(id));
    for (const person of [VICTIM, OFFICER])
      await index.add(person, { id, reference: '2026-7KQ4', createdAt: AT });
    await agenda.wake(id, NOW, 1);
  }
  await people.save({ person: VICTIM, name: 'Åsa Öberg', party: 'Björkpartiet' });
  await drafts.save({
    id: 'draft-1',
    person: VICTIM,
    page: 'what',
    values: { what: 'HEMLIG' },
    updatedAt: AT,
  });
}

const STONE = { reference: '2026-7KQ4', createdAt: AT, closedAt: AT, erasedAt: AT, decision: 'KS 1' };
const erase = async (id: string) => {
  const { erasure } = opened.tables;
  await erasure.bury({ ...STONE, id });
  await erasure.destroy(id);
};
const disaster = () => opened.tables.empty();

describe('a backup', () => {
  it('holds the rows sealed as they stand: no name, no text, no party, and no keys beside them', async () => {
    await fill();
    const { rows } = await copy(0);
    expect(rows).toBe((await opened.rawRows()).length);
    const all = files();
    for (const name of all) expect(textOf(name)).not.toMatch(/HEMLIG|Åsa|Öberg|Björk/);
    expect(all.filter((name) => name.includes('keys-'))).toEqual([
      join('keys', 'keys-20261124T090000Z.jsonl'),
    ]);
    expect(all.filter((name) => name.startsWith('rows-')).length).toBeGreaterThan(7);
  });

  it('brings everything back, and is not put over what is newer', async () => {
    await fill();
    await copy(0);
    await disaster();
    expect(await opened.tables.incidents.read('inc-1')).toBeUndefined();
    await restore(opened.again(), folder, oxelosund);
    const { incidents, index, people, drafts, agenda } = opened.again();
    expect((await reread(incidents, 'inc-2')).incident).toEqual(sampleIncident('inc-2'));
    expect((await incidents.history('inc-1')).whole).toBe(true);
    expect(await index.of(VICTIM, 10)).toHaveLength(2);
    expect((await people.read(VICTIM))?.value.name).toBe('Åsa Öberg');
    expect(await drafts.of(VICTIM)).toHaveLength(1);
    expect((await agenda.due(NOW, 10)).map((one) => one.id).sort()).toEqual(['inc-1', 'inc-2']);
    const file = await reread(incidents, 'inc-1');
    await incidents.save(file, { incident: next(file, { acute: false }) });
    expect((await restore(opened.again(), folder, oxelosund)).rows).toBe(0);
    expect((await reread(incidents, 'inc-1')).incident.acute).toBe(false);
  });

  it('that was broken off is not restored', async () => {
    await fill();
    await copy(0);
    await opened.tables.incidents.insert({ incident: sampleIncident('inc-3') });
    const broken = {
      ...opened.tables,
      lines: (table: Parameters<Tables['lines']>[0]) => {
        if (table === 'people') throw new Error('The disk is full.');
        return opened.tables.lines(table);
      },
    };
    await expect(backUp(broken, folder, { now: at(1), days: 35 })).rejects.toThrow('The disk is full.');
    await disaster();
    await restore(opened.again(), folder, oxelosund);
    expect((await reread(opened.again().incidents, 'inc-2')).incident.id).toBe('inc-2');
    expect((await opened.again().people.read(VICTIM))?.value.name).toBe('Åsa Öberg');
  });

  it('erased after it: does not come back, for the tombstones are replayed', async () => {
    await fill();
    await copy(0);
    await erase('inc-1');
    expect((await restore(opened.again(), folder, oxelosund)).erased).toBe(1);
    const { incidents, index, agenda } = opened.again();
    expect(await incidents.read('inc-1')).toBeUndefined();
    expect(await index.of(VICTIM, 10)).toHaveLength(1);
    expect(await agenda.read('inc-1')).toBeUndefined();
    const left = (await opened.rawRows()).filter((row) => JSON.stringify(row).includes('inc-1'));
    expect(left.map((row) => row.partitionKey)).toEqual(['tombstones']);
    expect((await reread(incidents, 'inc-2')).incident.id).toBe('inc-2');
  });

  it('older than the erasure, all tables lost: the tombstone of the newest copy keeps it out', async () => {
    await fill();
    await copy(0);
    const rows = files().find((name) => name.includes('incidents.jsonl')) ?? '';
    const before = textOf(rows);
    await erase('inc-1');
    await copy(1);
    expect(before).toContain('inc-1');
    await disaster();
    await restore(opened.again(), folder, oxelosund);
    expect(await opened.again().incidents.read('inc-1')).toBeUndefined();
    expect((await reread(opened.again().incidents, 'inc-2')).incident.id).toBe('inc-2');
  });

  it('older than the erasure of a class of data: the rest comes back, and that does not; a forged note erases nothing', async () => {
    await fill();
    await copy(0);
    for (const what of ['report', 'talks'] as const)
      await opened.tables.erasure.buryPart({ id: 'inc-1', what, at: AT, decision: 'KS 2' });
    const forged = { partitionKey: 'parts', rowKey: 'inc-2|report', id: 'inc-2', what: 'report', at: AT };
    await opened.raw('tombstones').upsertEntity({ ...forged, decision: 'KS 2', code: 'x' }, 'Replace');
    await copy(1);
    await disaster();
    const end = await restore(opened.again(), folder, oxelosund);
    expect(end).toMatchObject({ parts: 2, erased: 0, forged: ['inc-2|report'] });
    const { incident } = await reread(opened.again().incidents, 'inc-1');
    expect(incident).toMatchObject({ report: {}, versions: [], reporter: { name: '' } });
    expect(incident.victim.name).toBeUndefined();
    expect(incident.erased?.map(({ what, decision, noted }) => [what, decision, noted])).toEqual([
      ['report', 'KS 2', true],
      ['talks', 'KS 2', true],
    ]);
    expect((await opened.again().incidents.history('inc-1')).whole).toBe(true);
    expect((await reread(opened.again().incidents, 'inc-2')).incident).toEqual(sampleIncident('inc-2'));
    // Run once more: nothing is left to do.
    expect((await restore(opened.again(), folder, oxelosund)).parts).toBe(0);
  });

  it('rows put back by hand, with every key there still is: not readable once the old keys are gone', async () => {
    await fill();
    await copy(0);
    const rows = textOf(files().find((name) => name.includes('incidents.jsonl')) ?? '');
    await erase('inc-1');
    await copy(34);
    expect(files().filter((name) => name.includes('keys-'))).toHaveLength(2);
    // Rows, keys and tombstones of the first day.
    const first = files().filter((name) => name.includes('20261124T'));
    expect(first.length).toBeGreaterThan(8);
    expect((await copy(36)).removed).toBe(3);
    expect(files().filter((name) => name.includes('20261124T'))).toEqual([]);
    for (const name of files().filter((one) => one.includes('keys-')))
      expect(textOf(name)).not.toContain('inc-1');
    // Somebody who does not use the tool, on an account without tombstones.
    for await (const row of opened.raw('tombstones').listEntities())
      await opened.raw('tombstones').deleteEntity(row.partitionKey ?? '', row.rowKey ?? '');
    for (const line of rows.split('\n').filter(Boolean))
      await opened.tables.putBack('incidents', line, () => false);
    for (const name of files().filter((one) => one.includes('keys-')))
      for (const line of textOf(name).split('\n').filter(Boolean))
        await opened.tables.putBack('keys', line, () => false);
    const back = (await opened.rawRows()).filter((row) => row.partitionKey === 'inc-1');
    expect(back.length).toBeGreaterThan(1);
    await expect(opened.again().incidents.read('inc-1')).rejects.toThrow('is missing in table');
  });
});

describe('files given as evidence', () => {
  const KEY = Buffer.alloc(32, 7).toString('base64');
  const [kept, erased, loose] = ['file-1', 'file-2', 'file-3'];
  const blobs = () => opened.tables.fileCopies.names();
  const copies = () => readdirSync(join(folder, 'files')).sort();
  /** A file of each of two incidents, and one that nobody has put anywhere yet. */
  async function fillFiles() {
    await fill();
    const { files: store, index } = opened.tables;
    for (const [id, file] of [
      ['inc-1', kept],
      ['inc-2', erased],
    ] as const) {
      await index.addFile(id, file);
      await store.put({ id: file, key: KEY }, Buffer.from(`HEMLIG bild i ${id}`));
    }
    await store.put({ id: loose, key: KEY }, Buffer.from('HEMLIG'));
  }

  it('are copied sealed, once each, and come back as they were', async () => {
    await fillFiles();
    expect((await copy(0)).files).toBe(3);
    expect((await copy(1)).files).toBe(3);
    expect(copies()).toEqual([kept, erased, loose]);
    for (const name of copies())
      expect(readFileSync(join(folder, 'files', name)).includes('HEMLIG')).toBe(false);
    await disaster();
    expect(await blobs()).toEqual([]);
    expect((await restore(opened.tables, folder, oxelosund)).files).toBe(3);
    const bytes = await opened.tables.files.get({ id: kept, key: KEY });
    expect(Buffer.from(bytes ?? []).toString()).toBe('HEMLIG bild i inc-1');
  });

  it('of an incident that was erased since do not come back; nor does one of a name that leads out of the folder', async () => {
    await fillFiles();
    await opened.containers.blobs.get(`${opened.prefix}evidence`)?.set('../../away', Buffer.from('x'));
    await copy(0);
    expect(copies()).toEqual([kept, erased, loose]);
    await erase('inc-2');
    expect(await blobs()).not.toContain(erased);
    await copy(1);
    await disaster();
    await restore(opened.tables, folder, oxelosund);
    expect(await blobs()).toEqual([kept, loose]);
    // The older copy alone knows the file, and goes with its day.
    await copy(36);
    expect(copies()).toEqual([kept, loose]);
  });

  it('of an erased report do not come back, and a refused delete leaves the note that finds it', async () => {
    await fillFiles();
    await copy(0);
    opened.containers.refuse(1);
    await expect(opened.tables.erasure.removeFiles('inc-1')).rejects.toThrow('403');
    expect(await blobs()).toContain(kept);
    await opened.tables.erasure.removeFiles('inc-1');
    expect(await blobs()).not.toContain(kept);
    await opened.tables.erasure.buryPart({ id: 'inc-1', what: 'report', at: AT, decision: 'KS 2' });
    await copy(1);
    await disaster();
    expect((await restore(opened.tables, folder, oxelosund)).parts).toBe(1);
    expect(await blobs()).not.toContain(kept);
  });

  it('are gone with an erased incident though storage refuses at first: nothing opens them, and they are found again', async () => {
    await fillFiles();
    opened.containers.refuse(1);
    await expect(erase('inc-2')).rejects.toThrow('Storage Blob Data Contributor');
    expect(await opened.tables.incidents.read('inc-2')).toBeUndefined();
    expect(await blobs()).toContain(erased);
    expect(await opened.tables.erasure.remaining()).toEqual(['inc-2']);
    await opened.tables.erasure.destroy('inc-2');
    expect(await blobs()).not.toContain(erased);
    expect(await opened.tables.erasure.remaining()).toEqual([]);
  });
});

describe('the draft of an erased incident, in a copy that is older', () => {
  const draft = (id: string) =>
    opened.tables.drafts.save({
      id,
      person: VICTIM,
      page: 'what',
      values: { what: 'HEMLIG' },
      updatedAt: AT,
    });
  const keysOfDrafts = async () =>
    (await opened.rawRows()).filter((row) => String(row.partitionKey).startsWith('d-')).length;

  it('does not come back with a restore, nor does its key', async () => {
    await fill();
    await draft('inc-1');
    await copy(0);
    await erase('inc-1');
    expect(await keysOfDrafts()).toBe(1);
    await disaster();
    await opened.tables.erasure.bury({ ...STONE, id: 'inc-1' });
    await copy(1);
    // The rows of the first day, with the keys and the tombstones of all days.
    rmSync(join(folder, 'rows-20261125T090000Z'), { recursive: true });
    rmSync(join(folder, 'keys', 'keys-20261125T090000Z.jsonl'));
    await restore(opened.again(), folder, oxelosund);
    expect((await opened.again().drafts.of(VICTIM)).map(({ id }) => id)).toEqual(['draft-1']);
    expect(await keysOfDrafts()).toBe(1);
  });

  it('put back by hand: cannot be read once the old keys are gone, and is then no hindrance', async () => {
    await draft('inc-1');
    const lines: string[] = [];
    for await (const line of opened.tables.lines('drafts')) lines.push(line);
    await opened.tables.drafts.remove(VICTIM, 'inc-1');
    const put = async () => {
      for (const line of lines) await opened.tables.putBack('drafts', line, () => false);
    };
    for (const tables of [opened.tables, opened.again()]) {
      await put();
      expect(await tables.drafts.read(VICTIM, 'inc-1')).toBeUndefined();
      await put();
      expect(await tables.drafts.of(VICTIM)).toEqual([]);
    }
    expect(await draft('inc-1')).toBe('saved');
    expect((await opened.again().drafts.read(VICTIM, 'inc-1'))?.value.values.what).toBe('HEMLIG');
  });

  it('of somebody else with the same id stays when it is thrown away, and goes with the incident', async () => {
    const { drafts } = opened.tables;
    await draft('inc-1');
    await drafts.save({ id: 'inc-1', person: OFFICER, page: 'what', values: { what: 'x' }, updatedAt: AT });
    await drafts.remove(OFFICER, 'inc-1');
    expect((await drafts.read(VICTIM, 'inc-1'))?.value.values.what).toBe('HEMLIG');
    await drafts.save({ id: 'inc-1', person: OFFICER, page: 'what', values: { what: 'x' }, updatedAt: AT });
    await erase('inc-1');
    expect([...(await drafts.of(VICTIM)), ...(await drafts.of(OFFICER))]).toEqual([]);
    expect(await keysOfDrafts()).toBe(0);
  });
});

describe("a person's data", () => {
  it('lists where they occur, counts drafts, gives only their own incident whole; why it was read is logged', async () => {
    await fill();
    const purpose = 'Begäran om registerutdrag, KS 2026/99';
    const mine = await personFile(opened.tables, VICTIM, { purpose, by: 'K. Ek', now: at(1) });
    expect(mine).toMatchObject({ drafts: 1, known: { party: 'Björkpartiet' } });
    expect(mine.incidents.map(({ as }) => as)).toEqual([
      ['victim', 'reporter'],
      ['victim', 'reporter'],
    ]);
    expect(mine.incidents[0]?.incident?.report.what).toBe('HEMLIG text om hot');
    const officers = await personFile(opened.tables, OFFICER, { purpose, by: 'K. Ek', now: at(1) });
    expect(officers.incidents).toMatchObject([
      { as: ['lead'], acts: [{ act: 'report', by: OFFICER }] },
      { as: ['lead'], acts: [{ act: 'report', by: OFFICER }] },
    ]);
    expect(JSON.stringify([officers, mine.drafts])).not.toMatch(/HEMLIG|Åsa|Björk/);
    const views = await opened.tables.incidents.views('inc-1');
    // A running bot is woken to write the new head to its log.
    expect((await opened.tables.agenda.due(at(1).getTime(), 10)).map(({ id }) => id)).toContain('inc-1');
    expect(views).toMatchObject({ whole: true, entries: [{ by: 'operator K. Ek', purpose }, { purpose }] });
    expect(JSON.stringify(await opened.tables.rawRows(1_000))).not.toContain('registerutdrag');
  });

  it('has what is kept beside incidents: posts, looks, drills, the round, and what they wrote of others', async () => {
    const { contacts, incidents, index, persons, municipalityState, askings } = opened.tables;
    const post = { id: 'c1', role: 'groupLeader' as const, order: 1, name: 'Kim Ek', phone: '070-1' };
    await contacts.put(
      [
        { ...post, person: OFFICER },
        { ...post, id: 'c2' },
      ],
      { at: AT, by: OFFICER },
    );
    const reporter = { person: OFFICER, name: 'Kim Ek', kind: 'other' as const, relation: 'granne' };
    const file = await stored(incidents, sampleIncident('inc-1', { reporter, lead: undefined }));
    await incidents.save(file, { view: { at: AT, by: OFFICER, what: 'story', as: 'lead' } });
    await index.add(OFFICER, { id: 'inc-1', reference: '2026-7KQ4', createdAt: AT });
    const round = { ...(await persons.read(OFFICER)).state, rev: 1, hour: 6 };
    await persons.save(await persons.read(OFFICER), { state: round });
    const drills = {
      drills: [{ id: 'd1', at: AT, by: OFFICER }],
      answers: [{ drill: 'd1', person: OFFICER, at: AT }],
    };
    await municipalityState.save(await municipalityState.read(MUNICIPALITY), {
      state: { rev: 1, ...drills },
    });
    const okay = {
      id: 'a1',
      at: AT,
      by: VICTIM,
      people: [{ person: OFFICER, code: 'k1', name: 'Kim Ek', phone: '' }],
    };
    await askings.save(await askings.read(OKAY), { state: { id: OKAY, rev: 1, okay } });
    const found = await personFile(opened.tables, OFFICER, { purpose: 'x', by: 'K. Ek', now: at(1) });
    expect(found.asked).toEqual([{ at: AT, as: 'asked' }]);
    expect(found.contacts.map(({ id }) => id)).toEqual(['c1']);
    expect(found.round.hour).toBe(6);
    expect(found.drills.map(({ as }) => as)).toEqual(['began', 'answered']);
    expect(found.listChanges).toMatchObject([{ act: 'put', by: OFFICER }]);
    expect(found.incidents[0]).toMatchObject({
      as: ['reporter'],
      incident: undefined,
      looks: [{ what: 'story' }],
    });
    expect(found.incidents[0]?.reported?.reporter).toEqual(reporter);
    const other = await personFile(opened.tables, VICTIM, { purpose: 'x', by: 'K. Ek', now: at(1) });
    expect(other).toMatchObject({ contacts: [], drills: [], listChanges: [], incidents: [] });
  });

  it('of somebody unknown is nothing', async () => {
    await fill();
    const found = await personFile(opened.tables, 'nobody', { purpose: 'test', by: 'K. Ek', now: at(1) });
    expect(found).toMatchObject({ known: undefined, drafts: 0, incidents: [] });
  });
});

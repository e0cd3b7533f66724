import { constants, createPublicKey, publicEncrypt, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { backUp, restore } from '../../src/cli/backupCopies';
import { headsIn, verify } from '../../src/cli/verify';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import { PARTS } from '../../src/routine/rules/retention';
import { withoutPart } from '../../src/routine/transitions/retention';
import { type Opened, openForTest, PUBLIC_PEM, spoilt } from './opened';
import { AT, BY, contact, OFFICER, reread, sampleIncident, stored, VICTIM } from './samples';

/*
 * What somebody may do who has the key of the storage account, and knows the public half of the wrapping key (it stands
 * in `settings`): write, delete and put back any row of any table.
 */

let opened: Opened;
beforeAll(async () => {
  opened = await openForTest();
});
beforeEach(() => opened.tables.empty());

/** All rows of a table as they stand, to be put back later in the place of whatever is there. */
async function photograph(table: string, isWanted: (rowKey: string) => boolean = () => true) {
  const rows: { partitionKey: string; rowKey: string }[] = [];
  for await (const row of opened.raw(table).listEntities()) {
    const place = { partitionKey: String(row.partitionKey), rowKey: String(row.rowKey) };
    if (isWanted(place.rowKey)) rows.push({ ...row, ...place });
  }
  return async () => {
    for (const row of rows) await opened.raw(table).upsertEntity(row, 'Replace');
  };
}

const faults = async (log = '') =>
  (await verify(opened.again(), headsIn(log))).faults.map((fault) => fault.split('. ')[0]);

describe('a key of their own over another', () => {
  const own = randomBytes(32);
  const wrapped = publicEncrypt(
    { key: createPublicKey(PUBLIC_PEM), padding: constants.RSA_PKCS1_OAEP_PADDING, oaepHash: 'sha256' },
    own,
  );

  it.each([
    ['an incident', 'inc-1', () => opened.again().incidents.read('inc-1')],
    [
      'nobody yet',
      't-town',
      () =>
        opened.again().municipalityState.save(
          {
            state: { rev: 0, drills: [], answers: [] },
            etag: undefined,
            rev: 0,
            cards: [],
            deliveries: [],
          },
          { state: { rev: 1, drills: [], answers: [] } },
        ),
    ],
  ])('%s: nothing is sealed or opened with it', async (_, subject, use) => {
    await stored(opened.tables.incidents);
    await stored(opened.tables.incidents, sampleIncident('inc-2'));
    const [{ version } = { version: '' }] = (await opened.rawRows()).filter((row) => row.version);
    const code = (await opened.rawRows()).find((row) => row.partitionKey === 'inc-2')?.code;
    for (const forged of [{}, { code: '' }, { code }, { code: 'x'.repeat(43) }]) {
      const row = { partitionKey: subject, rowKey: 'key', v: 1, wrapped, version, ...forged };
      await opened.raw('keys').upsertEntity(row, 'Replace');
      await expect(use()).rejects.toThrow('was not written by this bot');
    }
  });

  it('nor one key moved to another subject', async () => {
    await stored(opened.tables.incidents, sampleIncident('inc-1'));
    await stored(opened.tables.incidents, sampleIncident('inc-2'));
    const row = await opened.raw('keys').getEntity('inc-2', 'key');
    await opened.raw('keys').upsertEntity({ ...row, partitionKey: 'inc-1', rowKey: 'key' }, 'Replace');
    await expect(opened.again().incidents.read('inc-1')).rejects.toThrow('was not written by this bot');
    const { faults: wrong } = await opened.again().rewrap();
    expect(wrong).toEqual([expect.stringContaining('was not written by this bot')]);
  });
});

describe('the contact list', () => {
  const list = () => opened.tables.contacts;
  const names = async (tables = opened.tables) =>
    (await tables.contacts.read()).map(({ id, ended }) => (ended ? `${id} ended` : id));
  const replace = () => list().replace('a', contact('b', { person: OFFICER }), { at: AT, by: VICTIM });

  it('its own row is taken away: all who are left are told, it shows, and nothing is changed', async () => {
    await list().put([contact('a'), contact('z')], BY);
    await opened.raw('contacts').deleteEntity('contacts', '0|list');
    expect(await names()).toEqual(['a', 'z']);
    expect((await list().check()).faults).toEqual(['its own row is gone, or does not open']);
    expect((await faults()).length).toBeGreaterThan(0);
    await expect(replace()).rejects.toThrow('nothing was changed');
  });

  it('a row of their own, and one that was changed, are left out', async () => {
    await list().put([contact('a'), contact('z')], BY);
    const row = await opened.raw('contacts').getEntity('contacts', 'c|a');
    await opened.raw('contacts').upsertEntity({ ...row, partitionKey: 'contacts', rowKey: 'c|c' }, 'Replace');
    const changed = { ...row, ...spoilt(row), partitionKey: 'contacts', rowKey: 'c|a' };
    await opened.raw('contacts').upsertEntity(changed, 'Replace');
    expect(await names(opened.again())).toEqual(['z']);
    expect(await faults()).toEqual(['contacts: c|a does not open', 'contacts: c|c does not open']);
    // The next list written over it mends it.
    await list().put([contact('a'), contact('z')], BY);
    expect(await names()).toEqual(['a', 'z']);
    expect(await faults()).toEqual([]);
  });

  it('all of it as it was before: the logged head shows it', async () => {
    await list().put([contact('a')], BY);
    const putBack = await photograph('contacts');
    await replace();
    const { head } = await list().check();
    const log = JSON.stringify({
      incident: 'contacts',
      historySeq: head.seq,
      historyMac: head.mac,
      viewSeq: 0,
      viewMac: '',
    });
    await opened.raw('contacts').deleteEntity('contacts', 'c|b');
    await opened.raw('contacts').deleteEntity('contacts', 'h|000000002');
    await putBack();
    expect(await names()).toEqual(['a']);
    expect(await faults()).toEqual([]);
    expect(await faults(log)).toEqual(['contacts: entry 2 of its history is not there any more']);
  });

  it('who changed it, when and how stands in its history, and none of it can be taken away unseen', async () => {
    await list().put([contact('a', { email: 'kim@example.se' })], BY);
    await list().bind('kim@example.se', OFFICER, { at: AT, by: OFFICER });
    await replace();
    const { entries, whole } = await opened.again().chains.list();
    expect(entries).toEqual([
      { ...BY, act: 'put', about: '1' },
      { at: AT, by: OFFICER, act: 'bind', about: 'a' },
      { at: AT, by: VICTIM, act: 'replace', about: 'a b' },
    ]);
    expect(whole).toBe(true);
    expect(await faults()).toEqual([]);
    await opened.raw('contacts').deleteEntity('contacts', 'h|000000002');
    expect(await faults()).toEqual(['contacts: its history is not whole']);
  });
});

describe('a tombstone of their own', () => {
  const STONE = { reference: 'x', createdAt: AT, closedAt: AT, erasedAt: AT, decision: 'x' };
  const forge = (code?: string) =>
    opened
      .raw('tombstones')
      .upsertEntity({ partitionKey: 'tombstones', rowKey: 'inc-1', ...STONE, code }, 'Replace');

  it('erases nothing: not by the bot, not by a restore; and it shows', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'trygghetsboten-'));
    await stored(opened.tables.incidents);
    await opened.tables.erasure.bury({ ...STONE, id: 'inc-2' });
    const { code } = await opened.raw('tombstones').getEntity<{ code: string }>('tombstones', 'inc-2');
    for (const stolen of [undefined, '', code]) {
      await forge(stolen);
      expect(await opened.tables.erasure.isBuried('inc-1')).toBe(false);
    }
    await opened.tables.agenda.wake('inc-1', 1, 1);
    await backUp(opened.tables, folder, { now: new Date(AT), days: 35 });
    expect(await restore(opened.again(), folder, oxelosund)).toMatchObject({ erased: 1, forged: ['inc-1'] });
    expect((await reread(opened.again().incidents, 'inc-1')).incident).toEqual(sampleIncident());
    expect(await faults()).toEqual(['inc-1: has a forged tombstone']);
    rmSync(folder, { recursive: true });
  });

  it.each(PARTS)(
    '%s that is erased, and put back by hand: found, and the others are no fault',
    async (what) => {
      const file = await stored(
        opened.tables.incidents,
        sampleIncident('inc-1', { state: 'closed', closedAt: AT }),
      );
      const putBack = await photograph('incidents');
      const stone = { id: 'inc-1', what, at: AT, decision: 'KS 1' };
      const plan = { routine: oxelosund.routine, at: AT, decision: 'KS 1' };
      await opened.tables.incidents.save(file, { incident: withoutPart(file.incident, what, plan) });
      await opened.tables.erasure.buryPart(stone);
      expect(await faults()).toEqual([]);
      await putBack();
      expect(await faults()).toEqual([`inc-1: its ${what} is there again`]);
    },
  );

  it('a lawful one is no fault; what is erased and there again is one', async () => {
    await stored(opened.tables.incidents);
    const putBack = await photograph('incidents');
    const keyToo = await photograph('keys');
    const log = JSON.stringify({
      incident: 'inc-1',
      historySeq: 1,
      historyMac: 'x',
      viewSeq: 1,
      viewMac: 'x',
    });
    await opened.tables.erasure.bury({ ...STONE, id: 'inc-1' });
    await opened.tables.erasure.destroy('inc-1');
    expect(await faults(log)).toEqual([]);
    expect(await verify(opened.again(), headsIn(log))).toMatchObject({ incidents: 0, erased: 1 });
    for (const step of [putBack, keyToo]) {
      await step();
      expect(await faults(log)).toEqual(['inc-1: is there again']);
    }
  });

  it('taken away: what is gone is a fault again', async () => {
    await stored(opened.tables.incidents);
    await opened.tables.erasure.bury({ ...STONE, id: 'inc-1' });
    await opened.tables.erasure.destroy('inc-1');
    await opened.raw('tombstones').deleteEntity('tombstones', 'inc-1');
    const log = JSON.stringify({
      incident: 'inc-1',
      historySeq: 1,
      historyMac: 'x',
      viewSeq: 0,
      viewMac: '',
    });
    expect(await faults(log)).toEqual(['inc-1: is gone']);
  });
});

describe('an incident', () => {
  it('all looks at it are taken away, with their head: it shows, also without heads that were logged', async () => {
    const file = await stored(opened.tables.incidents);
    await opened.tables.agenda.wake('inc-1', 1, 1);
    await opened.tables.incidents.save(file, { view: { at: AT, by: OFFICER, what: 'story', as: 'lead' } });
    expect(await faults()).toEqual([]);
    for (const key of ['3|viewHead', '8|view|000000001'])
      await opened.raw('incidents').deleteEntity('inc-1', key);
    expect(await faults()).toEqual(['inc-1: its list of looks is not whole']);
  });

  it('open, and taken off the agenda by somebody: it shows', async () => {
    await stored(opened.tables.incidents);
    await opened.tables.agenda.wake('inc-1', 1, 1);
    expect(await faults()).toEqual([]);
    for await (const row of opened.raw('agenda').listEntities())
      await opened.raw('agenda').deleteEntity(String(row.partitionKey), String(row.rowKey));
    expect(await faults()).toEqual(['inc-1: is on no agenda']);
  });
});

it('a tombstone that somebody put there beforehand does not keep the one of the bot away', async () => {
  const stone = { reference: 'x', createdAt: AT, closedAt: AT, erasedAt: AT, decision: 'x' };
  const place = { partitionKey: 'tombstones', rowKey: 'inc-1' };
  await opened.raw('tombstones').upsertEntity({ ...place, reference: 'junk' }, 'Replace');
  await opened.tables.erasure.bury({ ...stone, id: 'inc-1' });
  expect(await opened.tables.erasure.isBuried('inc-1')).toBe(true);
});

describe('a draft', () => {
  const draft = { id: 'd1', person: VICTIM, page: 'what', values: { what: 'x' }, updatedAt: AT };

  it('thrown away and begun anew by one process: another reads and writes the new one, with no old key', async () => {
    const [one, two] = [opened.tables.drafts, opened.again().drafts];
    await one.save(draft);
    await two.remove(VICTIM, 'd1');
    expect(await two.save({ ...draft, values: { what: 'new' } })).toBe('saved');
    expect((await one.of(VICTIM)).map(({ values }) => values)).toEqual([{ what: 'new' }]);
    const held = await one.read(VICTIM, 'd1');
    expect(held?.value.values).toEqual({ what: 'new' });
    expect(await one.save({ ...draft, values: { what: 'newer' } }, held?.etag)).toBe('saved');
    expect((await opened.again().drafts.read(VICTIM, 'd1'))?.value.values).toEqual({ what: 'newer' });
    await two.remove(VICTIM, 'd1');
    await one.save({ ...draft, values: { what: 'third' } });
    expect((await opened.again().drafts.read(VICTIM, 'd1'))?.value.values).toEqual({ what: 'third' });
  });

  it('that was damaged hides no other', async () => {
    await opened.tables.drafts.save(draft);
    await opened.tables.drafts.save({ ...draft, id: 'd2' });
    for await (const row of opened.raw('drafts').listEntities())
      if (row.rowKey === 'd|d1') {
        const place = { partitionKey: String(row.partitionKey), rowKey: 'd|d1' };
        await opened.raw('drafts').updateEntity({ ...place, ...spoilt(row) }, 'Merge', { etag: '*' });
      }
    expect((await opened.again().drafts.of(VICTIM)).map(({ id }) => id)).toEqual(['d2']);
  });
});

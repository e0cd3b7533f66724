import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MUNICIPALITY } from '../../src/app/ports/states';
import { connectWithString, newWrappingKey, rsaWrap } from '../../src/storage/openTables';
import { type Opened, openForTest, PRIVATE_PEM, PUBLIC_PEM, type RawRow } from './opened';
import {
  AT,
  BY,
  entry,
  next,
  OFFICER,
  reread,
  sampleCard,
  sampleDelivery,
  sampleIncident,
  stored,
  VICTIM,
} from './samples';

let opened: Opened;
beforeAll(async () => {
  opened = await openForTest();
});
beforeEach(() => opened.tables.empty());

const store = () => opened.tables.incidents;

/** One of everything. */
const fill = async () => {
  const { agenda, contacts, people, drafts, index, persons, municipalityState } = opened.tables;
  const view = { at: AT, by: OFFICER, what: 'report', as: 'lead' };
  const change = {
    history: [entry('report')],
    view,
    cards: [{ value: sampleCard() }],
    deliveries: [{ value: sampleDelivery() }],
  };
  await stored(store(), sampleIncident(), change);
  await agenda.wake(`person|${VICTIM}`, 1, 1);
  await contacts.put(
    [
      {
        id: 'c1',
        role: 'localPolice',
        order: 1,
        name: 'Kim Ek',
        phone: '070-1234567',
        party: 'Björkpartiet',
      },
    ],
    BY,
  );
  const address = { serviceUrl: 'https://x/', conversationId: 'CHAT-OF-HER', userId: '29:MRI', botId: 'b' };
  await people.save({
    person: VICTIM,
    name: 'Åsa Öberg',
    email: 'asa@example.se',
    party: 'Björkpartiet',
    address,
  });
  await drafts.save({ id: 'd1', person: VICTIM, page: 'what', values: { what: 'HEMLIG' }, updatedAt: AT });
  await index.add(VICTIM, { id: 'inc-1', reference: '2026-7KQ4', createdAt: AT });
  await index.claimReference('2026-7KQ4', 'inc-1');
  await index.opens('inc-1', 1);
  const told = { cards: [{ value: sampleCard() }], deliveries: [{ value: sampleDelivery() }] };
  const person = await persons.read(VICTIM);
  await persons.save(person, { ...told, state: { ...person.state, rev: 1 } });
  const place = await municipalityState.read(MUNICIPALITY);
  const drills = [{ id: 'drill1', at: AT, by: OFFICER }];
  const answers = [{ drill: 'drill1', person: VICTIM, at: AT }];
  await municipalityState.save(place, { ...told, state: { rev: 1, drills, answers } });
};

describe('what an operator of the account sees', () => {
  const SECRET = [
    'HEMLIG',
    'Åsa',
    'Öberg',
    'Kim Ek',
    'Björkpartiet',
    '070-1234567',
    VICTIM,
    OFFICER,
    'asa@',
    'CHAT-OF-HER',
    'MRI-OF-HER',
  ];
  /** As text, as base64 of every alignment, and inside binary. */
  const texts = (row: RawRow) =>
    Object.values(row)
      .map((value) => (value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value)))
      .join('\n');

  it('is no name, no party, no person and nothing typed', async () => {
    await fill();
    const rows = await opened.rawRows();
    expect(new Set(rows.map((row) => row.v))).toEqual(new Set([2]));
    expect(rows.length).toBeGreaterThan(15);
    for (const row of rows)
      for (const secret of SECRET) expect(texts(row).toLowerCase()).not.toContain(secret.toLowerCase());
  });

  it('is nothing after empty', async () => {
    await fill();
    await opened.tables.empty();
    expect(await opened.rawRows()).toEqual([]);
    await fill();
  });
});

describe('a key that another process destroyed', () => {
  it('opens nothing after a minute, and the key that was made anew does', async () => {
    await stored(store());
    await opened.raw('keys').deleteEntity('inc-1', 'key');
    opened.clock.now += 59_999;
    await reread(store(), 'inc-1');
    opened.clock.now += 1;
    await expect(store().read('inc-1')).rejects.toThrow('is missing in table');
    await stored(opened.again().incidents, sampleIncident('inc-2'));
    await reread(store(), 'inc-2');
  });

  it('does not live on by being used', async () => {
    await stored(store());
    for (let minute = 0; minute < 3; minute++) {
      opened.clock.now += 61_000;
      await reread(store(), 'inc-1');
    }
    await opened.raw('keys').deleteEntity('inc-1', 'key');
    for (let seconds = 0; seconds < 59; seconds += 20) {
      opened.clock.now += 20_000;
      if (seconds < 40) await reread(store(), 'inc-1');
    }
    await expect(store().read('inc-1')).rejects.toThrow('is missing in table');
  });
});

describe('calls', () => {
  it('are two to read, one while its key is in memory; one to save, one to wake', async () => {
    const file = await stored(store(), sampleIncident(), { cards: [{ value: sampleCard() }] });
    const change = { incident: next(file), history: [entry('x')], deliveries: [{ value: sampleDelivery() }] };
    const both = ['GET incidents', 'GET keys'];
    const cold = opened.again().incidents;
    expect((await opened.callsOf(() => cold.read('inc-1'))).sort()).toEqual(both);
    for (const one of [store(), cold]) {
      expect(await opened.callsOf(() => one.read('inc-1'))).toEqual(['GET incidents']);
      expect((await opened.callsOf(() => one.read('none'))).sort()).toEqual(both);
    }
    expect(await opened.callsOf(() => store().save(file, change))).toEqual(['POST incidents']);
    expect(await opened.callsOf(() => opened.tables.agenda.wake('inc-1', 1, 2))).toEqual(['POST agenda']);
    opened.clock.now += 60_000;
    expect((await opened.callsOf(() => cold.read('inc-1'))).sort()).toEqual(both);
    expect(await opened.callsOf(() => cold.read('inc-1'))).toEqual(['GET incidents']);
  });

  it('are few for the others', async () => {
    await fill();
    const { contacts, people, drafts, agenda } = opened.tables;
    expect(await opened.callsOf(() => contacts.read())).toEqual(['GET contacts']);
    expect(await opened.callsOf(() => people.read(VICTIM))).toEqual(['GET people']);
    expect(await opened.callsOf(() => drafts.read(VICTIM, 'd1'))).toEqual(['GET drafts']);
    expect(await opened.callsOf(() => agenda.due(0, 10))).toHaveLength(32);
    expect(await opened.callsOf(() => store().insert({ incident: sampleIncident('new') }))).toEqual([
      'POST keys',
      'POST incidents',
    ]);
  });
});

describe('a row that newer code wrote', () => {
  const raise = async (table: string, partitionKey: string, rowKey: string) =>
    opened.raw(table).updateEntity({ partitionKey, rowKey, v: 3 }, 'Merge', { etag: '*' });

  it('is read, and not written over', async () => {
    await stored(store(), sampleIncident(), { cards: [{ value: sampleCard() }] });
    await raise('incidents', 'inc-1', '0|incident');
    const file = await reread(store(), 'inc-1');
    expect(file.incident).toEqual(sampleIncident());
    await expect(store().save(file, { incident: next(file) })).rejects.toThrow(
      'has version 3, this code writes version 2',
    );
    expect(await store().save(file, { cards: [{ value: sampleCard(), etag: file.cards[0]?.etag }] })).toBe(
      'saved',
    );
  });

  it('is safe in the other tables', async () => {
    await fill();
    const { people, contacts, agenda } = opened.tables;
    for (const table of ['people', 'contacts', 'agenda']) {
      for await (const row of opened.raw(table).listEntities())
        await raise(table, row.partitionKey ?? '', row.rowKey ?? '');
    }
    const held = await people.read(VICTIM);
    if (!held) throw new Error('No person.');
    await expect(people.save(held.value, held.etag)).rejects.toThrow('has version 3');
    await expect(contacts.put(await contacts.read(), BY)).rejects.toThrow('has version 3');
    const row = await agenda.read(`person|${VICTIM}`);
    if (!row) throw new Error('No row.');
    await expect(agenda.move(row, 5)).rejects.toThrow('has version 3');
  });
});

describe('keys', () => {
  it('are wrapped with the public half alone, so a report goes out while the vault is down', async () => {
    const blind = opened.again({ wrap: rsaWrap(PUBLIC_PEM) });
    await stored(blind.incidents, sampleIncident('blind'));
    expect((await reread(store(), 'blind')).incident.id).toBe('blind');
    const cold = opened.again({ wrap: rsaWrap(PUBLIC_PEM) });
    await expect(cold.incidents.read('blind')).rejects.toThrow('could not be unwrapped');
  });

  it('are of no use with another wrapping key', async () => {
    await stored(store());
    const other = opened.again({ wrap: rsaWrap(await newWrappingKey()) });
    await expect(other.incidents.read('inc-1')).rejects.toThrow('is it the right one');
  });

  it('are shared by two who begin with a subject at the same time', async () => {
    const all = Array.from({ length: 5 }, () => opened.again().drafts);
    const draft = (id: number) => ({
      id: `d${id}`,
      person: VICTIM,
      page: 'p',
      values: { a: 'b' },
      updatedAt: AT,
    });
    await Promise.all(all.map((drafts, id) => drafts.save(draft(id))));
    for (const id of all.keys())
      expect((await opened.again().drafts.read(VICTIM, `d${id}`))?.value).toEqual(draft(id));
  });

  it('are missed with an error that says what to do', async () => {
    await stored(store());
    await opened.raw('keys').deleteEntity('inc-1', 'key');
    await expect(opened.again().incidents.read('inc-1')).rejects.toThrow('Restore the row from an export');
  });

  it('wrap and unwrap', async () => {
    const key = randomBytes(32);
    const wrapped = await rsaWrap(PUBLIC_PEM).wrap(key);
    expect(Buffer.from(await rsaWrap(PRIVATE_PEM).unwrap(wrapped))).toEqual(key);
  });
});

describe('a fault', () => {
  it('names the missing table and what to do', async () => {
    await opened.tables.ready();
    const elsewhere = opened.again({ tablePrefix: 'other' });
    await expect(elsewhere.ready()).rejects.toThrow(
      /Table other\w+: read failed \(404 TableNotFound\). The table is missing/,
    );
    await expect(elsewhere.incidents.insert({ incident: sampleIncident() })).rejects.toThrow('TableNotFound');
  });

  it('is told within the time-out when storage hangs, without what was sent', async () => {
    const server = createServer(() => undefined).listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    const { port } = server.address() as AddressInfo;
    const string = `DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YWE=;TableEndpoint=http://127.0.0.1:${port}/a;`;
    const hanging = opened.again({ connect: connectWithString(string, 200) });
    await expect(hanging.contacts.read()).rejects.toThrow(
      `Table ${opened.prefix}contacts: query failed (no answer AbortError)`,
    );
    server.closeAllConnections();
    server.close();
  });

  it('is a short index secret', () => {
    expect(() => opened.again({ indexSecret: randomBytes(8) })).toThrow('at least 32');
  });
});

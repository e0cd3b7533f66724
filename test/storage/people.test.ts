import { randomBytes } from 'node:crypto';
import { seedContacts } from '../../src/config/contactList';
import { type Opened, openForTest } from './opened';
import { AT, BY, contact, OFFICER, VICTIM } from './samples';

let opened: Opened;
beforeAll(async () => {
  opened = await openForTest();
});
beforeEach(() => opened.tables.empty());

describe('the contact list', () => {
  const contacts = () => opened.tables.contacts;
  const two = [contact('a'), contact('b', { email: undefined, order: 2 })];

  it('is empty, then what was put, then what was put after that', async () => {
    expect(await contacts().read()).toEqual([]);
    await contacts().put(two, BY);
    expect(await contacts().fill([contact('d')], BY)).toBe(false);
    expect(await contacts().read()).toEqual([
      contact('a'),
      { ...contact('b', { order: 2 }), email: undefined },
    ]);
    await contacts().put([contact('b'), contact('c')], BY);
    expect((await contacts().read()).map(({ id }) => id)).toEqual(['b', 'c']);
  });

  it('is filled once, however many processes start at once with the same CONTACT_LIST', async () => {
    const rows = ['S', 'M'].map((party) => ({
      ...{ role: 'partySecurityOfficer', party, order: 1 },
      ...{ name: `Kim ${party}`, phone: '070-000 00 00' },
    }));
    const seed = (tables = opened.again()) =>
      seedContacts(tables, rows, { random: randomBytes, now: new Date(AT) });
    const first = await Promise.all(Array.from({ length: 8 }, () => seed()));
    expect(first.filter((isMine) => isMine)).toEqual([true]);
    const stored = await contacts().read();
    expect(stored.map(({ name }) => name).sort()).toEqual(['Kim M', 'Kim S']);
    // A start after that changes nothing, not the ids either, and the history tells of one list.
    expect(await seed()).toBe(false);
    expect(await contacts().read()).toEqual(stored);
    expect((await contacts().history()).entries.map(({ act, by }) => [act, by])).toEqual([
      ['put', 'operator'],
    ]);
  });

  it('that somebody has emptied is not filled again by a start', async () => {
    await contacts().fill(two, BY);
    await contacts().put([], BY);
    expect(await contacts().fill(two, BY)).toBe(false);
    expect(await contacts().read()).toEqual([]);
  });

  it('binds a person by e-mail, once, in any spelling', async () => {
    await contacts().put([...two, contact('c', { person: VICTIM })], BY);
    expect(await contacts().bind('Kim.Ek@Example.SE ', OFFICER, BY)).toBe(true);
    expect((await contacts().read()).map(({ person }) => person)).toEqual([OFFICER, undefined, VICTIM]);
    expect(await contacts().bind('kim.ek@example.se', VICTIM, BY)).toBe(false);
    expect(await contacts().bind('none@example.se', VICTIM, BY)).toBe(false);
  });

  it('loses nothing when two bind at the same time', async () => {
    await contacts().put([contact('a'), contact('b', { email: 'b@example.se' })], BY);
    await Promise.all([
      contacts().bind('kim.ek@example.se', OFFICER, BY),
      opened.again().contacts.bind('b@example.se', VICTIM, BY),
    ]);
    expect((await contacts().read()).map(({ person }) => person)).toEqual([OFFICER, VICTIM]);
  });

  it('refuses an id that is a name', async () => {
    await expect(contacts().put([contact('Åsa Öberg')], BY)).rejects.toThrow('Give it a code');
  });
});

describe('people', () => {
  const people = () => opened.tables.people;
  const address = {
    serviceUrl: 'http://127.0.0.1/',
    conversationId: 'c1',
    userId: '29:x',
    botId: 'bot',
    tenantId: 't',
  };
  const kim = {
    person: OFFICER,
    name: 'Kim Ek',
    email: 'Kim.Ek@example.se',
    address,
    party: 'Björkpartiet',
    draft: 'd1',
  };

  it('are inserted once and replaced with their ETag', async () => {
    expect(await people().read(OFFICER)).toBeUndefined();
    expect(await people().save(kim)).toBe('saved');
    expect(await people().save(kim)).toBe('conflict');
    const held = await people().read(OFFICER);
    expect(held?.value).toEqual(kim);
    expect(await people().save({ ...kim, party: undefined }, held?.etag)).toBe('saved');
    expect(await people().save(kim, held?.etag)).toBe('conflict');
    expect((await people().read(OFFICER))?.value).toEqual({ ...kim, party: undefined });
  });

  it('are found by e-mail in any spelling, also from another process', async () => {
    await people().save(kim);
    expect(await opened.again().people.findByEmail(' KIM.ek@example.se')).toBe(OFFICER);
    expect(await people().findByEmail('none@example.se')).toBeUndefined();
  });

  it('are not found by an e-mail they no longer have', async () => {
    await people().save(kim);
    const held = await people().read(OFFICER);
    await people().save({ ...kim, email: 'new@example.se' }, held?.etag);
    expect(await people().findByEmail('kim.ek@example.se')).toBeUndefined();
    expect(await people().findByEmail('new@example.se')).toBe(OFFICER);
  });

  it('know their own save when the answer was lost', async () => {
    await people().save({ ...kim, person: VICTIM });
    const held = await people().read(VICTIM);
    opened.loseNextAnswer();
    expect(await people().save({ ...kim, person: VICTIM }, held?.etag)).toBe('saved');
  });
});

describe('drafts', () => {
  const drafts = () => opened.tables.drafts;
  const draft = {
    id: 'd1',
    person: VICTIM,
    page: 'what',
    values: { what: '😀'.repeat(10_000), place: '' },
    updatedAt: AT,
  };

  it("are the person's own", async () => {
    expect(await drafts().save(draft)).toBe('saved');
    expect((await drafts().read(VICTIM, 'd1'))?.value).toEqual(draft);
    expect(await drafts().read(OFFICER, 'd1')).toBeUndefined();
    expect(await drafts().read(VICTIM, 'a/b')).toBeUndefined();
  });

  it('are replaced with their ETag and removed', async () => {
    await drafts().save(draft);
    const held = await drafts().read(VICTIM, 'd1');
    expect(await drafts().save(draft)).toBe('conflict');
    expect(await drafts().save({ ...draft, page: 'when' }, held?.etag)).toBe('saved');
    expect(await drafts().save(draft, held?.etag)).toBe('conflict');
    await drafts().remove(VICTIM, 'd1');
    await drafts().remove(VICTIM, 'd1');
    expect(await drafts().read(VICTIM, 'd1')).toBeUndefined();
    expect(await drafts().save(draft, held?.etag)).toBe('conflict');
  });
});

describe('the index', () => {
  const index = () => opened.tables.index;
  const listed = (day: number) => ({
    id: `i${day}`,
    reference: `2026-000${day}`,
    createdAt: `2026-11-0${day}T08:00:00.000Z`,
  });

  it('lists newest first, each once', async () => {
    const isNew: boolean[] = [];
    for (const day of [2, 1, 3, 2]) isNew.push(await index().add(VICTIM, listed(day)));
    expect(isNew).toEqual([true, true, true, false]);
    expect(await index().of(VICTIM, 10)).toMatchObject([listed(3), listed(2), listed(1)]);
    expect(await index().of(VICTIM, 2)).toHaveLength(2);
    expect(await index().of(OFFICER, 10)).toEqual([]);
  });

  it('gives what began between two days, also right after a row that is newer or older than those', async () => {
    for (const day of [1, 2, 3, 4, 5, 6]) await index().add(VICTIM, listed(day));
    const places = (await index().of(VICTIM, 10)).map(({ place }) => place);
    const [since, before] = [new Date(listed(2).createdAt), new Date(listed(5).createdAt)];
    const ids = async (after?: string) =>
      (await index().among(VICTIM, 'all', { limit: 10, since, before, after })).map(({ id }) => id);
    const [fourth, third, second] = [listed(4).id, listed(3).id, listed(2).id];
    expect(await ids()).toEqual([fourth, third, second]);
    expect(await ids(places[0])).toEqual([fourth, third, second]);
    expect(await ids(places[2])).toEqual([third, second]);
    expect(await ids(places[4])).toEqual([]);
  });

  it('gives a reference to one incident, as often as it asks', async () => {
    expect(await index().claimReference('2026-7KQ4', 'a')).toBe(true);
    expect(await index().claimReference('2026-7KQ4', 'a')).toBe(true);
    expect(await index().claimReference('2026-7KQ4', 'b')).toBe(false);
    const claims = ['x', 'y', 'z'].map((id) => opened.again().index.claimReference('2026-0000', id));
    expect((await Promise.all(claims)).filter(Boolean)).toHaveLength(1);
  });
});

describe('the index of open incidents', () => {
  const index = () => opened.tables.index;
  const ids = async () => (await index().open()).map(({ id }) => id).sort();

  it('lists each from before it is inserted until after it has closed', async () => {
    for (const id of ['a', 'b', 'c']) await index().opens(id, 1);
    await index().opens('a', 1);
    expect((await index().open()).find(({ id }) => id === 'a')).toEqual({
      id: 'a',
      rev: 1,
      writtenAt: opened.clock.now,
    });
    await index().closes('b', 7);
    await index().closes('b', 7);
    expect(await ids()).toEqual(['a', 'c']);
  });

  it('keeps one that was opened anew before its closing was noted', async () => {
    await index().opens('a', 1);
    await index().opens('a', 8);
    await index().closes('a', 7);
    expect(await ids()).toEqual(['a']);
  });

  it('stands in several partitions', async () => {
    for (let at = 0; at < 60; at++) await index().opens(`id${at}`, 1);
    const shards = new Set((await opened.rawRows()).map((row) => row.partitionKey));
    expect(shards.size).toBeGreaterThan(10);
    expect(await index().open()).toHaveLength(60);
  });
});

it('keeps settings', async () => {
  const { settings } = opened.tables;
  expect(await settings.read('clock')).toBeUndefined();
  await settings.write('clock', '1');
  await settings.write('clock', '2');
  expect(await settings.read('clock')).toBe('2');
});

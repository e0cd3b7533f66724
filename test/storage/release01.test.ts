import { randomBytes } from 'node:crypto';
import { headsIn, verify } from '../../src/cli/verify';
import { rsaWrap, TABLE_NAMES } from '../../src/storage/openTables';
import { seal } from '../../src/storage/sealing/aead';
import { openRelease01 } from '../../src/storage/sealing/release01';
import { wholeFor } from '../support/retention';
import { startTown, type Town } from '../support/town';
import { fill, lines, readAll, told, withoutEtags } from './release01';

/*
 * Rows as release 0.1 wrote them (test/fixtures/release-0.1/README.md): this code opens them all, and goes on with them.
 */

const DAY = 86_400_000;

let town: Town;
beforeEach(async () => {
  town = await startTown({
    now: told.now,
    wrap: () => rsaWrap(told.keys.wrappingKey),
    indexSecret: Buffer.from(told.keys.indexSecret, 'base64'),
    retention: wholeFor(40, 'KS 2026/12 § 45'),
    fill,
  });
});
afterEach(async () => {
  await town.stop();
  const errors = town.log.lines.filter((line) => line.includes('"level":"error"'));
  // An alert to the operator is the routine's own word, not a fault.
  expect(errors.filter((line) => !line.includes('operatorAlert'))).toEqual([]);
});

const personOf = (part: string) => {
  const [id, { row }] = Object.entries<{ row: { value: { name: string; email?: string } } }>(told.read.people)
    .filter(([, one]) => one.row?.value.name.includes(part))
    .at(0) ?? ['', { row: { value: { name: '' } } }];
  return town.person(id, row.value.name, row.value.email);
};

it('all rows are read as release 0.1 read them, to the last field', async () => {
  const found = await readAll(town.tables);
  expect(withoutEtags(found)).toEqual(told.read);
  const all = JSON.stringify(found);
  expect(told.typed.length).toBeGreaterThan(40);
  expect(told.typed.filter((word: string) => !all.includes(word))).toEqual([]);
});

it('both chains of every incident and that of the list are whole; what was erased is gone', async () => {
  const { incidents, erased, faults } = await verify(town.tables, headsIn(''));
  expect([incidents, erased, faults]).toEqual([3, 1, []]);
  expect(await town.tables.incidents.read(told.erased)).toBeUndefined();
  expect(await town.tables.rewrap()).toEqual({ count: 0, faults: [] });
});

it('the open incident goes on through the front door: read, pressed, written anew, and its chain still whole', async () => {
  const [eva, officer] = [personOf('Norrlycke'), personOf('Björkhage')];
  const before = await town.tables.incidents.history(told.incidents.open);
  const reference = (await town.tables.incidents.read(told.incidents.open))?.incident.reference;
  await officer.say('mina ärenden');
  await officer.press(`Visa ${reference}`);
  await officer.press('Visa uppgifter');
  // Nobody promised silence then: it is asked before the first content.
  await officer.press('Jag intygar det');
  expect(officer.text(officer.card())).toContain('Eva Norrlycke');
  expect(
    told.typed.filter((word: string) => officer.text(officer.card()).includes(word)).length,
  ).toBeGreaterThan(5);
  await eva.say('mina ärenden');
  await eva.press(`Visa ${reference}`);
  // Her own question stands first.
  await eva.press('Visa läget');
  expect(eva.text()).toContain('Ingrid Björkhage');
  await officer.invoke(officer.chat().at(-1)?.id ?? '', 'addTalk', {
    id: told.incidents.open,
    once: 'press-after',
    kind: 'followUp',
    heldOn: told.now.slice(0, 10),
    attendees: 'Eva och Ingrid',
    notes: 'Nytt samtal',
    another: 'no',
  });
  const after = await town.tables.incidents.history(told.incidents.open);
  expect(after.whole).toBe(true);
  expect(after.entries.slice(0, before.entries.length)).toEqual(before.entries);
  expect(after.entries.at(-1)).toMatchObject({ act: 'addTalk', by: officer.userId });
  const talks = (await town.tables.incidents.read(told.incidents.open))?.incident.talks ?? [];
  expect(JSON.stringify(talks)).toContain('Nytt samtal');
  const { faults } = await verify(town.tables, headsIn(''));
  expect(faults).toEqual([]);
});

it('an alarm that waited is taken, the draft is sent, and what is written has the new layout', async () => {
  const [officer, vera] = [personOf('Lindhammar'), personOf('Österlycke')];
  await officer.invoke('', 'acknowledge', { id: told.incidents.asked, once: 'press-taken' });
  expect((await town.tables.incidents.read(told.incidents.asked))?.incident.lead?.person).toBe(
    officer.userId,
  );
  await officer.invoke('', 'send', { draft: told.draft, once: 'press-sent' });
  const sent = await town.tables.incidents.read(told.draft);
  const [kept] = told.read.people[officer.userId].drafts;
  expect(sent?.incident.report).toMatchObject({ what: kept.values.what });
  expect(await town.tables.drafts.of(officer.userId)).toEqual([]);
  await vera.say('mina ärenden');
  await vera.press(`Visa ${(await town.tables.incidents.read(told.incidents.asked))?.incident.reference}`);
  expect(vera.text()).toContain('Fredrik Lindhammar');
  const rows = await town.tables.rawRows(1_000);
  const layout = (id: string) =>
    rows.find((row) => row.partitionKey === id && row.rowKey === '0|incident')?.properties;
  for (const id of [told.incidents.asked, told.draft]) {
    expect(layout(id)?.v).toBe('2');
    expect(layout(id)).not.toHaveProperty('open0');
  }
  expect(layout(told.incidents.open)).toHaveProperty('open0');
  const { faults } = await verify(town.tables, headsIn(''));
  expect(faults).toEqual([]);
});

it('mornings come, and a closed incident is erased on its day: all of it on the old rows', async () => {
  const people = ['Norrlycke', 'Björkhage', 'Lindhammar', 'Strömhag', 'Holmsäter', 'Österlycke'].map(
    personOf,
  );
  for (const person of people) await person.install();
  const strategist = personOf('Strömhag');
  for (const days of [3, 8]) await town.later(days * DAY);
  await strategist.press('Skriv in diarienumret');
  await strategist.press('Spara', { Diarienummer: 'KS.2026.77' });
  await strategist.press('Lämnat till arkivet');
  for (const days of [28, 1, 2, 1]) await town.later(days * DAY);
  expect(strategist.text()).toContain('Ärendet är raderat.');
  expect(await town.tables.incidents.read(told.incidents.closed)).toBeUndefined();
  expect(await town.tables.erasure.buried()).toHaveLength(2);
  const { faults } = await verify(town.tables, headsIn(''));
  expect(faults).toEqual([]);
});

describe('a row of release 0.1', () => {
  const key = randomBytes(32);
  const place = { partitionKey: 'p', rowKey: 'r' };
  const row = (open: string, sealed: unknown) => ({
    ...place,
    open0: open,
    sealed0: seal(key, Buffer.from(JSON.stringify(sealed)), {
      bound: JSON.stringify(['o', 'p', 'r', open]),
      random: randomBytes,
    }),
  });

  it('does not open with its open part changed', () => {
    const old = row('{"acute":true}', []);
    expect(openRelease01(old, 'o', key)).toEqual({ acute: true });
    expect(() => openRelease01({ ...old, open0: '{"acute":false}' }, 'o', key)).toThrow(
      'A seal does not hold',
    );
  });

  it('does not reach outside the value', () => {
    const old = row('{"values":{}}', [[['values', '__proto__'], { polluted: true }]]);
    expect(JSON.stringify(openRelease01(old, 'o', key))).toBe('{"values":{"__proto__":{"polluted":true}}}');
    expect(Object.hasOwn(Object.prototype, 'polluted')).toBe(false);
  });

  it('says so when the parts do not belong together', () => {
    expect(() => openRelease01(row('{}', [[['a', 'b'], 1]]), 'o', key)).toThrow('does not fit');
  });
});

it('every table is in the fixture', () => {
  expect(new Set(lines.map(({ table }) => table))).toEqual(new Set(TABLE_NAMES));
});

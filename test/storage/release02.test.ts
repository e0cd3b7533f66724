import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headsIn, verify } from '../../src/cli/verify';
import { rsaWrap } from '../../src/storage/openTables';
import { startTown, type Town } from '../support/town';
import { fillWith, linesOf, withoutEtags } from './release01';
import { drive, readDriven, START, shapeOf } from './release02';

/*
 * Rows as release 0.2 wrote them (test/fixtures/release-0.2/README.md), in both directions: this code opens them and goes on
 * with them, and what this code writes of the same holds all that release 0.2 looks for, for it may have to be rolled back to.
 */

const FOLDER = join(__dirname, '../fixtures/release-0.2');
const told = JSON.parse(readFileSync(join(FOLDER, 'told.json'), 'utf8'));
const lines = linesOf(FOLDER);

let town: Town;
const open = async (fill?: Parameters<typeof startTown>[0]) => {
  town = await startTown({
    wrap: () => rsaWrap(told.keys.wrappingKey),
    indexSecret: Buffer.from(told.keys.indexSecret, 'base64'),
    ...fill,
  });
};
afterEach(async () => {
  await town.stop();
  const errors = town.log.lines.filter((line) => line.includes('"level":"error"'));
  expect(errors.filter((line) => !line.includes('operatorAlert'))).toEqual([]);
});

describe('forwards: rows of release 0.2', () => {
  beforeEach(() => open({ now: told.now, fill: fillWith(lines) }));

  it('are read as release 0.2 read them, to the last field, and their chains are whole', async () => {
    expect(withoutEtags(await readDriven(town.tables, told, told.people))).toEqual(told.read);
    const { incidents, faults } = await verify(town.tables, headsIn(''));
    expect([incidents, faults]).toEqual([4, []]);
  });

  it('go on at each of the four points, through the front door', async () => {
    const { asked, midway, talks, closed } = told.incidents;
    const officer = await town.contact('partySecurityOfficer', 'S');
    const pressed = async (id: string, verb: string, data: object = {}) => {
      const before = (await town.tables.incidents.read(id))?.incident.rev ?? 0;
      await officer.invoke('', verb, { id, once: `after-${verb}`, ...data });
      const after = (await town.tables.incidents.read(id))?.incident;
      expect([verb, (after?.rev ?? 0) > before]).toEqual([verb, true]);
      return after;
    };
    expect((await pressed(asked, 'acknowledge'))?.lead?.person).toBe(officer.userId);
    expect((await pressed(midway, 'spoke'))?.spoken?.by).toBe(officer.userId);
    const talk = {
      kind: 'followUp',
      heldOn: told.now.slice(0, 10),
      attendees: 'Vi',
      notes: 'Nytt',
      more: 'no',
    };
    expect(JSON.stringify((await pressed(talks, 'addTalk', talk))?.talks)).toContain('Nytt');
    expect((await pressed(closed, 'reopen', { reason: 'Det har hänt igen' }))?.state).toBe('open');
    await officer.invoke('', 'show', { id: told.draft });
    expect((await verify(town.tables, headsIn(''))).faults).toEqual([]);
  });
});

describe('backwards: what this code writes', () => {
  it('holds every field that release 0.2 wrote, of the same type, in rows that release 0.2 may change', async () => {
    await open({ now: START });
    const driven = await drive(town);
    const now = shapeOf(withoutEtags(await readDriven(town.tables, driven, told.people)));
    const before = shapeOf(told.read);
    expect(before.size).toBeGreaterThan(400);
    expect([...before].filter((field) => !now.has(field))).toEqual([]);
    const layouts = new Set(lines.map(({ properties }) => properties.v?.value));
    const rows = await town.tables.rawRows(1_000);
    // A higher one: that release reads them and changes none. Then docs/operate.md says so, and what to do instead.
    for (const { properties } of rows) expect(layouts).toContain(Number(properties.v));
  });
});

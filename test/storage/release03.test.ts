import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { headsIn, verify } from '../../src/cli/verify';
import { rsaWrap } from '../../src/storage/openTables';
import { startTown, type Town } from '../support/town';
import { fillWith, linesOf, withoutEtags } from './release01';
import { START, shapeOf } from './release02';
import { driveOn, readOn } from './release03';

/*
 * Rows as release 0.3 wrote them (test/fixtures/release-0.3/README.md), in both directions: this code opens them and goes on
 * with them, and what this code writes of the same holds all that release 0.3 looks for, for it may have to be rolled back to.
 */

const FOLDER = join(__dirname, '../fixtures/release-0.3');
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

describe('forwards: rows of release 0.3', () => {
  beforeEach(() => open({ now: told.now, fill: fillWith(lines) }));

  it('are read as release 0.3 read them, to the last field, and their chains are whole', async () => {
    expect(withoutEtags(await readOn(town.tables, told, told.people))).toEqual(told.read);
    const { incidents, faults } = await verify(town.tables, headsIn(''));
    expect([incidents, faults]).toEqual([4, []]);
  });

  it('go on, with what release 0.3 added, through the front door', async () => {
    const { asked, midway, talks, closed } = told.incidents;
    const officer = await town.contact('partySecurityOfficer', 'S');
    const strategist = await town.contact('securityStrategist');
    const quiet = town.person('7e57da7a-0000-4000-8000-000000000042', '');
    const pressed = async (who: typeof officer, id: string, verb: string, data: object = {}) => {
      const before = (await town.tables.incidents.read(id))?.incident.rev ?? 0;
      await who.invoke('', verb, { id, once: `after-${verb}`, ...data });
      const after = (await town.tables.incidents.read(id))?.incident;
      expect([verb, (after?.rev ?? 0) > before]).toEqual([verb, true]);
      return after;
    };
    expect((await pressed(officer, asked, 'acknowledge'))?.lead?.person).toBe(officer.userId);
    const correction = told.read.incidents.talks.file.incident.corrections[0].id;
    const answer = { correction, answer: 'declined', reason: 'Det stämmer' };
    const victim = town.person('7e57da7a-0000-4000-8000-000000000041', '');
    expect(JSON.stringify((await pressed(victim, talks, 'answerCorrection', answer))?.corrections)).toContain(
      'declined',
    );
    expect((await pressed(quiet, midway, 'liftQuiet'))?.quiet).toBeUndefined();
    expect((await pressed(strategist, closed, 'release'))?.hold?.releasedAt).toBeTruthy();
    expect((await verify(town.tables, headsIn(''))).faults).toEqual([]);
  });
});

describe('backwards: what this code writes', () => {
  it('holds every field that release 0.3 wrote, of the same type, in rows that release 0.3 may change', async () => {
    await open({ now: START });
    const driven = await driveOn(town);
    const now = shapeOf(withoutEtags(await readOn(town.tables, driven, told.people)));
    const before = shapeOf(told.read);
    expect(before.size).toBeGreaterThan(450);
    expect([...before].filter((field) => !now.has(field))).toEqual([]);
    const layouts = new Set(lines.map(({ properties }) => properties.v?.value));
    const rows = await town.tables.rawRows(1_000);
    // A higher one: that release reads them and changes none. Then docs/operate.md says so, and what to do instead.
    for (const { properties } of rows) expect(layouts).toContain(Number(properties.v));
  });
});

import { BUTTON } from '../../src/content/texts/common';
import { OUTLOOK } from '../../src/content/texts/standing/outlook';
import { TAB } from '../../src/content/texts/tab/pages';
import { begunFor } from '../../src/routine/rules/pendingTasks';
import { erasedIn } from '../../src/routine/rules/retention';
import { withoutPart } from '../../src/routine/transitions/retention';
import { words } from '../support/cardReading';
import { routine, situation } from '../support/pureTown';
import {
  type Cast,
  DAY,
  expectNowherePosted,
  newest,
  openCast,
  report,
  resident,
  SECRET,
  theIncident,
  view,
} from './support';

/* Lägesbild: how it stands, from whoever leads it to those who follow it. */

const LINE = `Hen sover hos en vän. ${SECRET}`;
let cast: Cast;
let id: string;

beforeEach(async () => {
  cast = await openCast();
  await report(cast.eva);
  await cast.officer.press(BUTTON.acknowledge);
  id = (await theIncident(cast.town, cast.eva))?.id ?? '';
});

const say = (who: Cast['officer'], data: object) =>
  who.invoke('', 'setOutlook', { id, state: 'unsure', line: LINE, pace: 'asked', once: 'once1', ...data });
/** The page, as its reader sees it. */
const read = async (who: Cast['officer']) =>
  words((await who.invoke('', 'page', { id, page: 'outlook' })).card ?? {});
/** Whether the next one waits for somebody, in so many milliseconds. */
const waitsFor = async (who: Cast['officer'], ahead = 0): Promise<boolean> => {
  const incident = await theIncident(cast.town, cast.eva);
  if (!incident) throw new Error('No incident.');
  const at = new Date(cast.town.now.getTime() + ahead);
  return begunFor(situation(incident, at), who.userId).some(({ about }) => about === 'outlook');
};
const stored = async () => (await theIncident(cast.town, cast.eva))?.outlook;

it('a state and a line are read by whoever follows it, on a page that is a look; cards that stay show the word alone', async () => {
  await say(cast.officer, {});
  await say(cast.officer, {});
  expect((await stored())?.said).toHaveLength(1);
  await cast.town.idle();
  for (const who of [cast.officer, cast.eva]) expect(newest(who) + view(who)).toContain('Läget: osäkert');
  expectNowherePosted(cast.town, SECRET);
  expect(await read(cast.eva)).toContain('Hen sover hos en vän');
  expect((await cast.town.tables.incidents.views(id)).entries.at(-1)).toMatchObject({
    by: cast.eva.userId,
    what: 'outlook',
  });
  expect((await cast.town.tables.incidents.history(id)).entries.at(-1)).toMatchObject({ act: 'setOutlook' });
  // Nobody else writes one, asks for one, or reads one.
  const stranger = await resident(cast.town, '7e57da7a-0000-4000-8000-000000000053', 'Olle Ek');
  for (const who of [cast.eva, cast.deputy, stranger]) await say(who, { once: 'once2', state: 'calm' });
  for (const who of [cast.deputy, stranger, cast.otherOfficer]) {
    await who.invoke('', 'askOutlook', { id });
    expect(await read(who)).not.toContain('Hen sover');
  }
  expect(await stored()).toMatchObject({ said: [{ state: 'unsure' }] });
  expect((await stored())?.askedAt).toBeUndefined();
});

it('is asked for by who follows it: it waits for the lead until it is said, and asked twice it is one question', async () => {
  await cast.eva.invoke('', 'askOutlook', { id });
  const first = (await stored())?.askedAt;
  await cast.town.later(60_000);
  await cast.eva.invoke('', 'askOutlook', { id });
  expect((await stored())?.askedAt).toBe(first);
  const page = await read(cast.eva);
  expect(page).toContain(OUTLOOK.waits);
  expect(page).not.toContain(OUTLOOK.ask);
  expect(await waitsFor(cast.officer)).toBe(true);
  // It is nobody's silence: it never goes up, however long it waits.
  expect(await waitsFor(cast.strategist)).toBe(false);
  await say(cast.officer, {});
  expect((await stored())?.askedAt).toBeUndefined();
  expect(await waitsFor(cast.officer)).toBe(false);
});

it('comes back at the pace that was chosen, and is erased with the records', async () => {
  await say(cast.officer, { pace: 'week' });
  expect(await waitsFor(cast.officer, 6 * DAY)).toBe(false);
  expect(await waitsFor(cast.officer, 7 * DAY)).toBe(true);
  await say(cast.officer, { pace: 'day', once: 'once3' });
  expect(await waitsFor(cast.officer, DAY)).toBe(true);
  const incident = await theIncident(cast.town, cast.eva);
  if (!incident) throw new Error('No incident.');
  const without = withoutPart(incident, 'records', {
    routine,
    at: '2027-01-01T00:00:00.000Z',
    decision: 'x',
  });
  expect(without.outlook).toBeUndefined();
  expect(erasedIn(without, 'records')).toBeDefined();
  expect(TAB.links.outlook).toBe(OUTLOOK.button);
});

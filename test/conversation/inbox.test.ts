import { BUTTON } from '../../src/content/texts/common';
import { EARLY } from '../../src/content/texts/wishes/wishes';
import { alarm, type Cast, openCast, report, resident, theIncident } from './support';

/* What waits for whom, as the index lists it: it follows what is pressed, what time does, and who holds a post. */

let cast: Cast;

beforeEach(async () => {
  cast = await openCast();
});

const waitsOf = async ({ userId }: { userId: string }) =>
  (await cast.town.tables.index.waits(userId, 50)).map(({ id }) => id);

const idOf = async () => (await theIncident(cast.town, cast.eva))?.id ?? '';

it('lists an incident for whom it waits for, until nothing waits there; and for nobody else', async () => {
  await report(cast.eva);
  const id = await idOf();
  expect(await waitsOf(cast.officer)).toEqual([id]);
  const stranger = await resident(cast.town, '7e57da7a-0000-4000-8000-000000000052', 'Olle Ek');
  expect(await waitsOf(stranger)).toEqual([]);
  await cast.officer.press(BUTTON.acknowledge);
  expect(await waitsOf(cast.officer)).toEqual([id]);
  // The strategist has its registry number to see to.
  expect(await waitsOf(cast.strategist)).toEqual([id]);
  const read = await cast.town.tables.incidents.read(id);
  const noted = read?.cards.map(({ value }) => [value.person, Boolean(value.wait)]);
  expect(Object.fromEntries(noted ?? [])).toMatchObject({
    [cast.officer.userId]: true,
    [cast.strategist.userId]: true,
  });
  // Closed, nothing of it waits for anybody.
  await cast.officer.press(BUTTON.moreChoices);
  await cast.officer.press(BUTTON.close);
  await cast.officer.press(EARLY.button);
  await cast.officer.press(BUTTON.close, {
    [EARLY.fields.why]: EARLY.choices.duplicate,
    [EARLY.fields.reason]: 'Se det andra',
  });
  expect((await cast.town.tables.incidents.read(id))?.incident.state).toBe('closed');
  expect([await waitsOf(cast.officer), await waitsOf(cast.strategist), await waitsOf(cast.eva)]).toEqual([
    [],
    [],
    [],
  ]);
});

it('what is acute stands before what came first, and goes back when it is not acute any more', async () => {
  await report(cast.eva);
  const first = await idOf();
  await cast.officer.press(BUTTON.acknowledge);
  await cast.town.later(3_600_000);
  const other = await resident(cast.town, '7e57da7a-0000-4000-8000-000000000051', 'Kim Blom');
  await alarm(other);
  const second = (await theIncident(cast.town, other))?.id ?? '';
  expect(await waitsOf(cast.officer)).toEqual([second, first]);
});

it('lists an incident by its state, as one’s own and as followed; what is closed moves over, and stays when it is opened again', async () => {
  await report(cast.eva);
  const id = await idOf();
  await cast.officer.press(BUTTON.acknowledge);
  const { index } = cast.town.tables;
  const among = async ({ userId }: { userId: string }) =>
    Promise.all(
      (['open', 'closed', 'followed', 'own'] as const).map(async (list) =>
        (await index.among(userId, list, { limit: 9 })).map((row) => row.id === id),
      ),
    );
  expect(await among(cast.officer)).toEqual([[true], [], [], []]);
  expect(await among(cast.eva)).toEqual([[true], [], [], [true]]);
  await cast.strategist.invoke('', 'follow', { id });
  expect(await among(cast.strategist)).toEqual([[true], [], [true], []]);
  await cast.officer.invoke('', 'closeEarly', { id, why: 'duplicate', reason: 'Se det andra' });
  expect(await among(cast.officer)).toEqual([[], [true], [], []]);
  expect(await among(cast.strategist)).toEqual([[], [true], [true], []]);
  expect(await among(cast.eva)).toEqual([[], [true], [], [true]]);
  await cast.strategist.invoke('', 'unfollow', { id });
  await cast.officer.invoke('', 'reopen', { id, reason: 'Det var ett eget' });
  expect(await among(cast.officer)).toEqual([[true], [], [], []]);
  expect(await among(cast.strategist)).toEqual([[true], [], [], []]);
});

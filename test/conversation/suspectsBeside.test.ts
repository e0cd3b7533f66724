import { BUTTON } from '../../src/content/texts/common';
import { LISTS } from '../../src/content/texts/pages';
import { SUSPECTS } from '../../src/content/texts/people/suspects';
import { type OpenId, usingOpenId } from '../support/openId';
import type { Person, Town } from '../support/town';
import { NAME } from './here';
import { report, SECRET, theIncident, view } from './support';
import { sentTo } from './suspects/looks';
import { type Cast, daysOf, nameNow, openTwin, rowFor, without } from './suspects/naming';

/*
 * Who is part of what happened to somebody is told nothing of what else that person has open either, whichever of them said it first.
 */

const directory = usingOpenId();
let openId: OpenId;
beforeAll(() => {
  openId = directory();
});

const open = () => openTwin(openId);
const days = (cast: Pick<Cast, 'town'>, person: Person, from: number) => daysOf(openId, cast, person, from);

/** All that are open, with who is out of them as part of it. */
async function suspected(town: Town): Promise<Map<string, string[]>> {
  const rows = await town.tables.index.open();
  const files = await Promise.all(rows.map(({ id }) => town.tables.incidents.read(id)));
  return new Map(
    files.flatMap((file) =>
      file
        ? [
            [
              file.incident.id,
              file.incident.declined.filter(({ why }) => why === 'suspect').map(({ person }) => person),
            ],
          ]
        : [],
    ),
  );
}

/** A report to the party that the strategist has been told of, and a second one beside it. */
async function twoOpen(): Promise<Cast> {
  const cast = await open();
  await report(cast.eva, `${SECRET} hot`, { 'Vad gäller det?': 'Hot' });
  await cast.officer.press(BUTTON.acknowledge);
  await cast.eva.say('rapportera hot');
  await cast.eva.press(BUTTON.alarmMunicipality);
  return cast;
}

describe('somebody named in one incident', () => {
  it.each(['strategist', 'chief'] as const)(
    'of another that was open before the %s hears, finds and counts from that press on as if it had never been',
    async (who) => {
      const never = await open();
      const cast = await twoOpen();
      await nameNow(cast.eva, ['strategist', 'chief']);
      const all = [...(await suspected(cast.town)).values()];
      expect(all).toHaveLength(2);
      for (const one of all) expect(one.sort()).toEqual([cast.strategist.userId, cast.chief.userId].sort());
      for (const { town } of [cast, never]) await town.later(60_000);
      const had = sentTo(cast.town, cast[who]);
      const seen = await days(cast, cast[who], had.length);
      const other = await days(never, never[who], sentTo(never.town, never[who]).length);
      expect(seen.looks).toEqual(other.looks);
      expect(seen.sent).toEqual(other.sent);
      expect(sentTo(cast.town, cast[who]).slice(0, had.length)).toEqual(had);
    },
  );

  it('on the form of a new alarm is out of what was open already, and the one who led it leads it no more', async () => {
    const cast = await open();
    await cast.eva.say('rapportera hot');
    await cast.eva.press(BUTTON.alarmMunicipality);
    await cast.strategist.press(BUTTON.acknowledge);
    const first = (await theIncident(cast.town, cast.eva))?.id ?? '';
    await cast.eva.say('rapportera hot');
    await cast.eva.press(BUTTON.newEvent);
    expect((await suspected(cast.town)).get(first)).toEqual([]);
    await cast.eva.press(SUSPECTS.beforeButton);
    await cast.eva.press(BUTTON.alarmMunicipality, { [SUSPECTS.field]: rowFor(cast.eva, 'strategist') });
    expect([...(await suspected(cast.town)).values()]).toEqual([
      [cast.strategist.userId],
      [cast.strategist.userId],
    ]);
    const { incident } = (await cast.town.tables.incidents.read(first)) ?? {};
    expect(incident?.lead).toBeUndefined();
    const { entries } = await cast.town.tables.incidents.history(first);
    expect(entries.map(({ act }) => act)).toContain('nameSuspects');
  });

  it('by whoever leads one of them stays in the other, of which they know nothing', async () => {
    const cast = await twoOpen();
    const [own] = [...(await suspected(cast.town)).keys()];
    const first = await cast.town.tables.incidents.read(own ?? '');
    const led = first?.incident.lead
      ? first
      : await cast.town.tables.incidents.read([...(await suspected(cast.town)).keys()][1] ?? '');
    const row = (await cast.town.tables.contacts.read()).find(
      ({ person }) => person === cast.strategist.userId,
    );
    const data = { id: led?.incident.id ?? '', once: 'n'.repeat(26), suspects: row?.id ?? '' };
    await cast.officer.invoke(cast.officer.chat().at(-1)?.id ?? '', 'nameSuspects', data);
    const all = await suspected(cast.town);
    expect(all.get(data.id)).toEqual([cast.strategist.userId]);
    expect([...all.values()].filter((one) => one.length === 0)).toHaveLength(1);
  });

  /** The officer leads what Eva has reported, and says that the strategist is part of it; then Eva asks for help anew. */
  const namedByLead = async (begins: (eva: Person) => Promise<unknown>) => {
    const cast = await open();
    await report(cast.eva, `${SECRET} hot`, { 'Vad gäller det?': 'Hot' });
    await cast.officer.press(BUTTON.acknowledge);
    const { id = '' } = (await theIncident(cast.town, cast.eva)) ?? {};
    const row = (await cast.town.tables.contacts.read()).find(
      ({ person }) => person === cast.strategist.userId,
    );
    const data = { id, once: 'n'.repeat(26), suspects: row?.id ?? '' };
    await cast.officer.invoke(cast.officer.chat().at(-1)?.id ?? '', 'nameSuspects', data);
    await cast.town.later(60_000);
    const had = sentTo(cast.town, cast.strategist);
    await begins(cast.eva);
    const second = [...(await suspected(cast.town)).keys()].find((one) => one !== id) ?? '';
    return { cast, had, second };
  };

  it.each([
    [
      'an alarm',
      async (eva: Person) => {
        await eva.say('rapportera hot');
        await eva.press(BUTTON.alarmMunicipality);
      },
    ],
    ['a report', (eva: Person) => report(eva, `${SECRET} igen`, { 'Vad gäller det?': 'Våld' })],
  ])(
    'by whoever leads hears, finds and counts of %s that comes later as if it had never been',
    async (_, begins) => {
      const never = await open();
      const { cast, had, second } = await namedByLead(begins);
      expect((await suspected(cast.town)).get(second)).toEqual([cast.strategist.userId]);
      await never.town.later(60_000);
      const seen = await days(cast, cast.strategist, had.length);
      const other = await days(never, never.strategist, sentTo(never.town, never.strategist).length);
      expect(seen.looks).toEqual(other.looks);
      expect(seen.sent).toEqual(other.sent);
      expect(sentTo(cast.town, cast.strategist).slice(0, had.length)).toEqual(had);
    },
  );

  it('by whoever leads is told of a later one where the victim says so there, and stays out of the first', async () => {
    const { cast, had, second } = await namedByLead(async (eva) => {
      await eva.say('rapportera hot');
      await eva.press(BUTTON.alarmMunicipality);
    });
    await cast.eva.press(BUTTON.changeContact);
    await cast.eva.press(SUSPECTS.button);
    expect(view(cast.eva)).toContain(SUSPECTS.untold(NAME.strategist).slice(0, -1));
    await cast.eva.press(SUSPECTS.tellThem);
    const all = await suspected(cast.town);
    expect(all.get(second)).toEqual([]);
    expect([...all.values()].flat()).toEqual([cast.strategist.userId]);
    await cast.town.later(3_600_000);
    expect(sentTo(cast.town, cast.strategist).length).toBeGreaterThan(had.length);
  });

  it('is told nothing of a closed one that goes on again', async () => {
    const cast = await open();
    await report(cast.eva, `${SECRET} hot`, { 'Vad gäller det?': 'Hot' });
    await cast.officer.press(BUTTON.acknowledge);
    const { id = '' } = (await theIncident(cast.town, cast.eva)) ?? {};
    const early = { id, once: 'b'.repeat(26), reason: 'Se det andra', why: 'mistake', talked: 'yes' };
    await cast.officer.invoke(cast.officer.chat().at(-1)?.id ?? '', 'closeEarly', early);
    await without(cast.eva, ['strategist']);
    const again = { id, once: 'r'.repeat(26), reason: 'Det går vidare' };
    await cast.officer.invoke(cast.officer.chat().at(-1)?.id ?? '', 'reopen', again);
    expect((await suspected(cast.town)).get(id)).toEqual([cast.strategist.userId]);
  });

  it('stands on the card of who leads as nobody to be rung, and on no other card', async () => {
    const cast = await open();
    await report(cast.eva, `${SECRET} hot`, { 'Vad gäller det?': 'Hot' });
    await cast.officer.press(BUTTON.acknowledge);
    const line = SUSPECTS.notTo('').slice(0, -2);
    expect(view(cast.officer)).not.toContain(line);
    await nameNow(cast.eva, ['strategist']);
    await cast.officer.say('mina ärenden');
    await cast.officer.press(LISTS.show((await theIncident(cast.town, cast.eva))?.reference ?? ''));
    expect(view(cast.officer)).toContain(`${line} ${NAME.strategist}`);
    for (const one of [cast.eva, cast.strategist, cast.deputyStrategist, cast.deputy, cast.chief])
      expect(sentTo(cast.town, one).join()).not.toContain(line);
  });
});

describe('whoever was named before', () => {
  /** Eva is asked whether all is well, and says that she needs help. */
  const again = async (cast: Cast) => {
    await cast.eva.say('rapportera hot');
    await cast.eva.press(BUTTON.newEvent);
    await cast.eva.press(BUTTON.alarmMunicipality);
  };

  it('is told of what comes later where the victim says so there, of nothing else, and by nobody else’s press', async () => {
    const cast = await open();
    await without(cast.eva, ['strategist']);
    const [first] = (await suspected(cast.town)).keys();
    await again(cast);
    const before = sentTo(cast.town, cast.strategist).length;
    const second = [...(await suspected(cast.town)).keys()].find((id) => id !== first) ?? '';
    const alternate = await cast.town.contact('alternateContact');
    const press = { id: second, once: 't'.repeat(26) };
    await alternate.invoke(alternate.chat().at(-1)?.id ?? '', 'tellSuspects', press);
    expect((await suspected(cast.town)).get(second)).toEqual([cast.strategist.userId]);
    await cast.eva.press(BUTTON.changeContact);
    await cast.eva.press(SUSPECTS.button);
    expect(view(cast.eva)).toContain(SUSPECTS.untold(NAME.strategist).slice(0, -1));
    await cast.eva.press(SUSPECTS.tellThem);
    expect(Object.fromEntries(await suspected(cast.town))).toEqual({
      [first ?? '']: [cast.strategist.userId],
      [second]: [],
    });
    await cast.town.later(3_600_000);
    expect(sentTo(cast.town, cast.strategist).length).toBeGreaterThan(before);
    // Named in the first anew, somebody else: what was taken away stays so.
    await cast.eva.press(BUTTON.changeContact);
    await cast.eva.press(SUSPECTS.button);
    expect(cast.eva.has(SUSPECTS.tellThem)).toBe(false);
  });

  it('hears that somebody has not come home where that person says so', async () => {
    const cast = await open();
    await without(cast.eva, ['strategist']);
    const before = sentTo(cast.town, cast.strategist).length;
    await cast.eva.say('hemma om en timme');
    await cast.eva.press(SUSPECTS.tellThem);
    expect(view(cast.eva)).not.toContain('Som förut');
    await cast.town.later(3_600_000);
    await cast.town.later(3_600_000);
    expect(sentTo(cast.town, cast.strategist).length).toBeGreaterThan(before);
  });
});

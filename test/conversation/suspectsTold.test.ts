import { BUTTON } from '../../src/content/texts/common';
import { REGISTER } from '../../src/content/texts/people/aloud';
import { SUSPECTS } from '../../src/content/texts/people/suspects';
import { REFUSALS } from '../../src/content/texts/refusals';
import { inputs } from '../support/cardReading';
import { type OpenId, usingOpenId } from '../support/openId';
import type { Person, Town } from '../support/town';
import { NAME } from './here';
import { SECRET, view } from './support';
import { type Cast, daysOf, openTwin, rowFor, type Who } from './suspects/naming';

/*
 * An official writes down a whole council, and somebody of it is part of what happened: they are told nothing, though they stand in the
 * list of names. What they get is compared with a town in which nothing happened.
 */

const directory = usingOpenId();
let openId: OpenId;
beforeAll(() => {
  openId = directory();
});

const open = () => openTwin(openId);
const days = (cast: Cast, person: Person) => daysOf(openId, cast, person, 0);

const PARTY = 'Socialdemokraterna (S)';
const OTHERS = ['Ylva Lycke, S', 'Bo Lycke, M', 'Kim Lycke, S', 'Eli Lycke'];

/** Up to the page before the story. The names of some officials stand among the victims. */
async function writes(by: Person, alsoNamed: readonly string[]): Promise<void> {
  await by.say('registrera åt någon');
  await by.press(BUTTON.next, {
    [REGISTER.fields.came]: REGISTER.came.inPerson,
    'Personens namn': 'Eva Norrlycke',
    [REGISTER.fields.party]: PARTY,
    [REGISTER.fields.partyMay]: REGISTER.partyMay.yes,
    [REGISTER.fields.moreVictims]: [...alsoNamed.map((name) => `${name}, S`), ...OTHERS].join('\n'),
  });
}

async function sends(by: Person, urgent: string): Promise<void> {
  await by.press(BUTTON.review, { 'Vad hände': `${SECRET} bombhot mot mötet`, 'Vad gäller det?': 'Hot' });
  await by.press(BUTTON.send, { 'Är det bråttom?': urgent });
}

/** All of them are told of by the officer of another party, who says first who is part of it. */
async function registered(cast: Cast, named: readonly Who[], urgent = 'Nej'): Promise<void> {
  const by = cast.otherOfficer;
  await writes(
    by,
    named.map((who) => NAME[who]),
  );
  await by.press(SUSPECTS.button);
  await by.press(BUTTON.next, { [SUSPECTS.field]: named.map((who) => rowFor(by, who)).join(';') });
  await by.press(BUTTON.next, {});
  await sends(by, urgent);
  await cast.town.later(15_000);
}

async function made({ tables }: Town) {
  const files = await Promise.all((await tables.index.open()).map(({ id }) => tables.incidents.read(id)));
  return files.flatMap((file) => (file ? [file.incident] : []));
}

describe('whoever is part of what a whole council is registered for', () => {
  it.each<[Who | 'deputy', readonly Who[], string]>([
    ['strategist', ['strategist'], 'Nej'],
    ['deputyStrategist', ['strategist', 'deputyStrategist'], 'Ja'],
    ['officer', ['officer'], 'Ja'],
    ['deputy', ['officer'], 'Nej'],
  ])(
    'the %s hears, finds and counts the same as if it had not happened (named: %s, urgent: %s)',
    async (who, named, urgent) => {
      const never = await open();
      const cast = await open();
      await registered(cast, named, urgent);
      const all = await made(cast.town);
      expect(all).toHaveLength(OTHERS.length + named.length + 1);
      const suspects = named.map((one) => cast[one].userId).sort();
      for (const { declined } of all) {
        const out = declined.filter(({ why }) => why === 'suspect').map(({ person }) => person);
        expect(out.sort()).toEqual(suspects);
      }
      const [seen, other] = [await days(cast, cast[who]), await days(never, never[who])];
      expect(seen.looks).toEqual(other.looks);
      expect(seen.sent).toEqual(other.sent);
    },
  );

  it('is not even asked "Gäller det dig?" where whoever leads gives their account by mistake', async () => {
    const never = await open();
    const cast = await open();
    const { town, officer, strategist } = cast;
    await registered(cast, ['strategist']);
    const theirs = (await made(town)).find(({ victim }) => victim.name === NAME.strategist);
    const rows = await town.tables.contacts.stored();
    const email = rows.find(({ person }) => person === strategist.userId)?.email ?? '';
    const press = (verb: string) =>
      officer.invoke(officer.chat().at(-1)?.id ?? '', verb, { id: theirs?.id, email, once: 'b'.repeat(26) });
    await press('acknowledge');
    const answer = await press('bindVictim');
    expect(officer.text(answer.card)).toContain(REFUSALS.isSuspect.slice(0, -1));
    expect((await made(town)).find(({ id }) => id === theirs?.id)?.victim.bound).toBe('none');
    const [seen, other] = [await days(cast, strategist), await days(never, never.strategist)];
    expect(seen.looks).toEqual(other.looks);
    expect(seen.sent).toEqual(other.sent);
  });

  it('somebody else of the municipality hears of all of them: the comparison sees what it compares', async () => {
    const never = await open();
    const cast = await open();
    await registered(cast, ['strategist']);
    const [seen, other] = [
      await days(cast, cast.deputyStrategist),
      await days(never, never.deputyStrategist),
    ];
    expect(seen.sent.length).toBeGreaterThan(other.sent.length);
    expect(seen.looks).not.toEqual(other.looks);
  });
});

describe('an official who writes it down', () => {
  it('chooses among all of the list, keeps what was typed, and reads before it is sent who hears nothing', async () => {
    const { otherOfficer: by } = await open();
    await writes(by, []);
    await by.press(SUSPECTS.button, { 'Personens telefon': '070-174 06 40' });
    const titles = inputs(by.card()).flatMap(({ choices }) => choices.map(({ title }) => title));
    for (const who of ['strategist', 'chief', 'officer'] as const)
      expect(titles.some((title) => title.startsWith(NAME[who]))).toBe(true);
    expect(titles.some((title) => title.startsWith(NAME.otherOfficer))).toBe(false);
    await by.press(BUTTON.next, { [SUSPECTS.field]: rowFor(by, 'strategist') });
    expect(inputs(by.card()).find(({ id }) => id === 'phone')?.value).toBe('070-174 06 40');
    expect(view(by)).toContain(SUSPECTS.untold(NAME.strategist).slice(0, -1));
    // Pressed again, it is chosen already; back changes nothing.
    await by.press(SUSPECTS.button);
    expect(inputs(by.card())[0]?.value).toBe(rowFor(by, 'strategist'));
    await by.press(BUTTON.back);
    await by.press(BUTTON.next, {});
    await by.press(BUTTON.review, { 'Vad hände': SECRET });
    expect(view(by)).toContain(SUSPECTS.untold(NAME.strategist).slice(0, -1));
  });
});

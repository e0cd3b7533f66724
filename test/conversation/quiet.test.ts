import { MAINTENANCE } from '../../src/app/ports/states';
import { OKAY_CARD } from '../../src/content/texts/asking/okay';
import { PRACTICE_CARD } from '../../src/content/texts/asking/practice';
import { BUTTON } from '../../src/content/texts/common';
import { HOME } from '../../src/content/texts/standing/home';
import { QUIET } from '../../src/content/texts/wishes/quiet';
import { CANNOT_ANSWER } from '../../src/content/texts/wishes/unable';
import { quietIn } from '../../src/routine/model/contact';
import { words } from '../support/cardReading';
import type { Person } from '../support/town';
import { NAME, PHONE, times } from './here';
import { alarm, type Cast, DAY, EVA, newest, openCast, report } from './support';

const MINUTE = 60_000;

/** Every message and every change of one that was sent to a chat up to now. */
const traffic = ({ town }: Cast, person: Person): number =>
  town.connector.messages
    .filter(({ conversation }) => conversation === person.chat()[0]?.conversation)
    .reduce((sum, { sent }) => sum + sent.length, 0);

/** The ids of Eva's incidents, newest first. */
const idsOfEva = async ({ town }: Cast): Promise<string[]> =>
  (await town.tables.index.of(EVA.id, 10)).map(({ id }) => id);

/** Eva's two reports, both of which her officer leads. */
async function twoIncidents() {
  const cast = await openCast();
  for (const what of ['Ett brev', 'Ett samtal']) {
    await report(cast.eva, what);
    await cast.town.later(MINUTE);
    await cast.officer.press(BUTTON.acknowledge);
    // The number is out of sight again: the card goes with what happens.
    await cast.officer.press(BUTTON.allSteps);
    await cast.officer.press(BUTTON.back);
  }
  const [second = '', first = ''] = await idsOfEva(cast);
  expect(first).not.toBe('');
  return { cast, first, second };
}

/** The cards of an officer that say that the victim is not to be rung. */
const warning = (officer: Person): number =>
  officer.chat().filter(({ card }) => words(card).includes(QUIET.strip.hiding)).length;

const whyOf = async ({ town }: Cast, person: Person) =>
  quietIn(await town.tables.contacts.read()).get(person.userId)?.why;

describe('being quiet is a person’s, not one incident’s', () => {
  it('said on one card it holds for their other incident and the next one, and is lifted once for all', async () => {
    const { cast, first } = await twoIncidents();
    const { town, eva, officer } = cast;
    await eva.invoke('', 'hide', { id: first });
    await town.later(MINUTE);
    expect(await whyOf(cast, eva)).toBe('hiding');
    expect(warning(officer)).toBe(2);
    const before = eva.chat().length;
    await town.later(4 * DAY);
    expect(eva.chat()).toHaveLength(before);

    await alarm(eva);
    await town.later(MINUTE);
    expect(newest(officer)).toContain(QUIET.strip.hiding);
    const [third = ''] = await idsOfEva(cast);
    const after = eva.chat().length;
    await town.later(2 * DAY);
    expect(eva.chat()).toHaveLength(after);

    await eva.invoke('', 'liftQuiet', { id: third });
    await town.later(MINUTE);
    expect(await whyOf(cast, eva)).toBeUndefined();
    expect((await town.tables.people.read(EVA.id))?.value.quiet).toBeUndefined();
    for (const id of await idsOfEva(cast))
      expect((await town.tables.incidents.read(id))?.incident.quiet).toBeUndefined();
    expect(warning(officer)).toBe(0);
    expect(eva.chat().length).toBeGreaterThan(after);
  });

  it('on a watched phone nothing that stands there changes, of either incident', async () => {
    const { cast, first } = await twoIncidents();
    const { town, eva, officer } = cast;
    await town.idle();
    await eva.invoke('', 'phoneWatched', { id: first });
    const before = traffic(cast, eva);
    await town.later(5 * DAY);
    expect(officer.chat().length).toBeGreaterThan(2);
    expect(traffic(cast, eva)).toBe(before);
  });

  it('who cannot answer in two incidents stays held until the last has taken it back', async () => {
    const { cast, first, second } = await twoIncidents();
    const { town, eva, officer, strategist } = cast;
    for (const id of [first, second]) await officer.invoke('', 'sayUnable', { id, why: 'hospital' });
    expect(await whyOf(cast, eva)).toBe('unable');
    await town.later(MINUTE);
    const before = eva.chat().length;
    await strategist.say('är du ok?');
    await strategist.press(OKAY_CARD.ask, { [OKAY_CARD.fields.others]: eva.name });
    await strategist.say('övning');
    await strategist.press(PRACTICE_CARD.invite, { [PRACTICE_CARD.fields.others]: eva.name });
    await town.later(MINUTE);
    expect(eva.chat()).toHaveLength(before);
    await officer.invoke('', 'liftUnable', { id: first });
    expect(await whyOf(cast, eva)).toBe('unable');
    await officer.invoke('', 'liftUnable', { id: second });
    expect(await whyOf(cast, eva)).toBeUndefined();
    await town.idle();
    expect(JSON.stringify(officer.chat().at(-1)?.card)).not.toContain(CANNOT_ANSWER.strip.hospital);
  });
});

describe('the one gate', () => {
  it.each([
    ['hides', 'hide'],
    ['is watched', 'phoneWatched'],
  ] as const)(
    'asks nothing of an officer who %s, whatever it is about, and all comes once it is lifted',
    async (_, verb) => {
      const cast = await openCast();
      const { town, eva, officer, deputy, strategist } = cast;
      await alarm(officer);
      const [{ id = '' } = {}] = await town.tables.index.of(officer.userId, 10);
      await officer.invoke('', verb, { id });
      await town.later(MINUTE);
      const before = traffic(cast, officer);
      const posted = officer.chat().length;

      // On her first card, so that no incident tells anybody.
      await eva.say('rapportera hot');
      await eva.press(QUIET.watched);
      const quietly = traffic(cast, eva);
      const asked = [officer, eva, deputy].map(({ name }) => name).join('\n');
      await strategist.say('är du ok?');
      await strategist.press(OKAY_CARD.ask, {
        [OKAY_CARD.fields.others]: asked,
      });
      await strategist.say('övning');
      await strategist.press(PRACTICE_CARD.invite, {
        [PRACTICE_CARD.fields.others]: asked,
      });
      await strategist.say('övning nåbarhet');
      const at = (hours: number) => new Date(town.now.getTime() + hours * 3_600_000).toISOString();
      const { maintenance } = town.tables;
      const window = { id: 'w1', from: at(30), to: at(31), at: at(0) };
      await maintenance.save(await maintenance.read(MAINTENANCE), { state: { rev: 1, windows: [window] } });
      await town.tables.agenda.wake(MAINTENANCE, town.now.getTime(), 1);
      await town.later(MINUTE);
      expect(deputy.text()).toContain(PRACTICE_CARD.askTitle);
      await town.later(times.okaySilent * MINUTE);
      // Who has no incident of theirs reads silence like anybody's; who has reads that they are not to be rung.
      await strategist.say('är du ok?');
      await strategist.press(OKAY_CARD.show);
      expect(words(strategist.card())).toMatch(
        new RegExp(
          `${eva.name}\\s+${OKAY_CARD.states.silent}[^]*${officer.name}\\s+${OKAY_CARD.states.otherWay}`,
        ),
      );
      await town.later(2 * DAY);

      expect(officer.chat()).toHaveLength(posted);
      if (verb === 'phoneWatched') expect(traffic(cast, officer)).toBe(before);
      expect(traffic(cast, eva)).toBe(quietly);

      await officer.invoke('', 'liftQuiet', { id });
      await town.later(MINUTE);
      expect(officer.chat().length).toBeGreaterThan(posted);
    },
  );

  it('an officer who hides is asked by nobody: the next in line is, at once, and neither they nor the victim reads why or rings', async () => {
    const cast = await openCast();
    const { town, eva, officer, deputy, strategist } = cast;
    await alarm(officer);
    const [{ id = '' } = {}] = await town.tables.index.of(officer.userId, 10);
    await officer.invoke('', 'hide', { id });
    await town.later(MINUTE);
    const posted = officer.chat().length;
    const card = eva.text(await alarm(eva));
    expect(card).not.toMatch(new RegExp(`${NAME.officer}|${PHONE.officer.replace('+', '.')}`));
    expect(card).toContain(NAME.deputy);
    await town.later(0);
    expect(deputy.has(BUTTON.acknowledge)).toBe(true);
    await town.later(35 * MINUTE);
    expect(officer.chat()).toHaveLength(posted);
    for (const other of [eva, deputy, strategist])
      expect(
        other
          .chat()
          .map((one) => words(one.card))
          .join(),
      ).not.toMatch(new RegExp(`Ring ${NAME.officer}|${PHONE.officer.replace('+', '.')}`));
    // They write themselves, and are answered.
    expect(words((await officer.say('kontaktlista')).card)).not.toBe('');
    await officer.invoke('', 'liftQuiet', { id });
    await town.later(MINUTE);
    expect(officer.chat().length).toBeGreaterThan(posted + 1);
    expect(officer.has(BUTTON.acknowledge)).toBe(true);
  });

  it('on the way home and watched: whoever is told reads first of all not to ring, and has no number to press', async () => {
    const cast = await openCast();
    const { town, eva, strategist } = cast;
    await eva.say('hemma om en timme');
    await eva.say('rapportera hot');
    await eva.press(QUIET.watched);
    const before = traffic(cast, eva);
    await town.later(100 * MINUTE);
    expect(newest(strategist)).toContain(QUIET.strip.watched);
    const who = words(await strategist.press(BUTTON.takeHome));
    expect(who).toContain(QUIET.strip.watched);
    expect(who).toContain(HOME.otherWay[0]);
    expect(who).not.toContain(HOME.whoLines[0]);
    expect(traffic(cast, eva)).toBe(before);
  });
});

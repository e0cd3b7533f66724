import { homeIn } from '../../src/app/commands/standing/readHome';
import { HOMES, OKAY } from '../../src/app/ports/states';
import { OKAY_CARD } from '../../src/content/texts/asking/okay';
import { BUTTON } from '../../src/content/texts/common';
import { LISTS } from '../../src/content/texts/pages';
import { HOME } from '../../src/content/texts/standing/home';
import { inputs, words } from '../support/cardReading';
import { IS_LONG } from '../support/long';
import type { Person, Town } from '../support/town';
import { HERE, NAME, names, rowOf, times } from './here';
import { EVA, expectNowherePosted, openCast, openTown, report, resident, theIncident, view } from './support';

const MINUTE = 60_000;
/** Ten in the evening in Sweden. */
const EVENING = '2026-11-24T21:00:00Z';

describe('a time of coming home, in words', () => {
  const now = new Date(EVENING);
  it.each<[string, string | undefined]>([
    ['hemma 22 30', '2026-11-24T21:30:00.000Z'],
    ['hemma kl 22 30', '2026-11-24T21:30:00.000Z'],
    ['hemma 2230', '2026-11-24T21:30:00.000Z'],
    ['hemma senast klockan 23', '2026-11-24T22:00:00.000Z'],
    ['hemma 10 30', '2026-11-24T21:30:00.000Z'],
    ['hemma 00 30', '2026-11-24T23:30:00.000Z'],
    ['hemma halv tolv', '2026-11-24T22:30:00.000Z'],
    ['hemma om en timme', '2026-11-24T22:00:00.000Z'],
    ['jag är hemma om två timmar', '2026-11-24T23:00:00.000Z'],
    ['hemma om 45 min', '2026-11-24T21:45:00.000Z'],
    ['hemma om en kvart', '2026-11-24T21:15:00.000Z'],
    ['hemma om en halvtimme', '2026-11-24T21:30:00.000Z'],
    ['hemma 12', '2026-11-24T23:00:00.000Z'],
    ['hemma klockan tolv', '2026-11-24T23:00:00.000Z'],
    ['hemma vid midnatt', '2026-11-24T23:00:00.000Z'],
    ['hemma 24 00', '2026-11-24T23:00:00.000Z'],
    ['hemma elva', '2026-11-24T22:00:00.000Z'],
    ['hemma halv ett', '2026-11-24T23:30:00.000Z'],
    ['hemma 12 30', '2026-11-24T23:30:00.000Z'],
    ['hemma 25 00', undefined],
    ['hemma 22 59', '2026-11-24T21:59:00.000Z'],
    ['hemma 22 60', undefined],
    ['hemma hos någon', undefined],
    ['hemma snart', undefined],
  ])('%s', (text, at) => {
    const found = homeIn(text, now);
    expect(found instanceof Date ? found.toISOString() : found).toBe(at);
  });

  it.each([
    // Half past two comes twice in the night in which summer time ends: the next one is meant.
    ['hemma 02 30', '2026-10-25T00:10:00Z', '2026-10-25T00:30:00.000Z'],
    ['hemma halv tre', '2026-10-25T00:10:00Z', '2026-10-25T00:30:00.000Z'],
    ['hemma 02 30', '2026-10-25T00:40:00Z', '2026-10-25T01:30:00.000Z'],
    ['hemma 02 30', '2026-10-25T01:10:00Z', '2026-10-25T01:30:00.000Z'],
    ['hemma 03 15', '2026-10-25T00:10:00Z', '2026-10-25T02:15:00.000Z'],
    // It does not come at all when it begins.
    ['hemma 02 30', '2026-03-28T23:30:00Z', '2026-03-29T01:30:00.000Z'],
    ['hemma 03 15', '2026-03-29T00:30:00Z', '2026-03-29T01:15:00.000Z'],
    ['hemma 00 15', '2026-12-31T22:50:00Z', '2026-12-31T23:15:00.000Z'],
    ['hemma halv ett', '2026-11-24T10:00:00Z', '2026-11-24T11:30:00.000Z'],
    ['hemma 12', '2026-11-24T10:00:00Z', '2026-11-24T11:00:00.000Z'],
  ])('%s at %s is %s', (text, at, due) => {
    expect(homeIn(text, new Date(at))).toEqual(new Date(due));
  });

  it.each(['hemma', 'jag är hemma', 'nu är jag hemma', 'hemma nu', 'framme'])('%s is now', (text) => {
    expect(homeIn(text, now)).toBe('now');
  });
});

/** Nothing of it is left, of nobody. */
async function expectNothingKept(town: Town, eva: Person): Promise<void> {
  const { state, cards, deliveries } = await town.tables.persons.read(eva.userId);
  expect(state.home).toBeUndefined();
  expect(cards.filter(({ value }) => value.person !== eva.userId)).toEqual([]);
  expect(deliveries.filter(({ value }) => value.key.startsWith('home'))).toEqual([]);
}

/** Eva, whose party is remembered, and the others, late in the evening; her report is closed to nobody here. */
async function openEvening() {
  const cast = await openCast({ now: '2026-11-24T09:00:00Z' });
  await report(cast.eva);
  await cast.town.until(EVENING);
  return cast;
}

describe('Trygg hem', () => {
  it('says what it is, asks at the time, and is ended in one press: nobody has heard, and nothing is kept', async () => {
    const { town, eva, officer } = await openEvening();
    const before = officer.chat().length;
    const { card } = await eva.say('hemma 22:30');
    const shown = words(card ?? {});
    expect(shown).toContain('22.30');
    expect(shown).toContain(HOME.limits);
    expect(shown).toContain(NAME.officer);
    await town.until('2026-11-24T21:30:00Z');
    expect(words(eva.newest())).toContain(HOME.askedTitle);
    await eva.press(BUTTON.isHome);
    expect(view(eva)).toContain(HOME.over);
    await town.later(60 * MINUTE);
    expect(officer.chat()).toHaveLength(before);
    await expectNothingKept(town, eva);
    // Pressed again on an old card, and typed again.
    await eva.say('hemma');
    expect(words(eva.newest())).toContain(HOME.nothing);
  });

  it('tells the officer without a name when the answer does not come, then the deputy; one takes it and sees who', async () => {
    const { town, eva, officer, deputy, otherOfficer } = await openEvening();
    await eva.say('hemma om en halvtimme');
    await town.until('2026-11-24T21:39:00Z');
    expect(officer.has(BUTTON.takeHome)).toBe(false);
    await town.until('2026-11-24T21:40:00Z');
    expect(words(eva.newest())).toContain(HOME.toldTitle);
    expect(words(officer.newest())).toContain(HOME.missedTitle);
    expect(deputy.has(BUTTON.takeHome)).toBe(false);
    await town.until('2026-11-24T21:43:00Z');
    expect(deputy.has(BUTTON.takeHome)).toBe(true);
    const late = deputy.keep(BUTTON.takeHome);
    await officer.press(BUTTON.takeHome);
    expect(view(officer)).toContain(eva.name);
    expect(words((await late()).card ?? {})).toContain(HOME.othersTitle(NAME.officer));
    expect(words(eva.newest())).toContain(HOME.takenTitle(NAME.officer));
    // Who was not told learns nothing, whatever is sent.
    const of = (await town.tables.persons.read(eva.userId)).state.home?.id ?? '';
    // The card in a chat says by no account either whose it is; the look is in the operators' log.
    expect(JSON.stringify(officer.sees())).not.toContain(eva.userId);
    expectNowherePosted(town, eva.userId);
    expect(
      town.log.lines.filter((line) => line.includes('homeLooked') && line.includes(officer.userId)),
    ).toHaveLength(1);
    const found = await otherOfficer.invoke('none', 'homeTake', { of });
    expect(words(found.card ?? {})).not.toContain(eva.name);
    const looked = await otherOfficer.invoke('none', 'homeWho', { of });
    expect(words(looked.card ?? {})).not.toContain(eva.name);
    await town.later(30 * MINUTE);
    await officer.press(BUTTON.reachedHome);
    await town.later(MINUTE);
    expect(words(deputy.newest())).toContain(HOME.ended);
    await expectNothingKept(town, eva);
    expect((await town.tables.askings.read(HOMES)).state.homes).toEqual([]);
    expectNowherePosted(town, eva.name);
  });

  it('reminds all it has told while nobody takes it, tells the operator, and says when it stops', async () => {
    const { town, eva, officer, strategist } = await openEvening();
    await eva.say('hemma 22.30');
    await town.until('2026-11-24T21:40:00Z');
    const alerts = () => town.log.lines.filter((one) => one.includes('"operatorAlert"'));
    const count = (one: Person) => one.chat().length;
    await town.later((times.alarmAll - 1) * MINUTE);
    expect(alerts()).toHaveLength(0);
    await town.later(MINUTE);
    expect(alerts()).toHaveLength(1);
    expect(strategist.has(BUTTON.takeHome)).toBe(true);
    const before = [count(officer), count(strategist)];
    await town.later(times.askEvery * MINUTE);
    expect([count(officer), count(strategist)]).toEqual(before.map((one) => one + 1));
    expect(words(officer.newest())).not.toContain(HOME.last('').slice(0, 12));
    await town.until('2026-11-25T20:30:00Z');
    expect(words(strategist.newest())).toContain(HOME.last(`kl. 22.30`));
    expect(alerts()).toHaveLength(2);
  });

  it('asks whoever took it how it went, and lets another take it when they are silent', async () => {
    const { town, eva, officer, deputy } = await openEvening();
    await eva.say('hemma 22.30');
    await town.until('2026-11-24T21:43:00Z');
    const tooEarly = deputy.keep(BUTTON.takeHome);
    await officer.press(BUTTON.takeHome);
    expect(words((await tooEarly()).card ?? {})).toContain(HOME.othersTitle(NAME.officer));
    const before = officer.chat().length;
    await town.later(times.reachedAsk * MINUTE);
    expect(officer.chat()).toHaveLength(before + 1);
    expect(words(officer.newest())).toContain(HOME.mineAgain);
    await town.later((times.reachedUp - times.reachedAsk) * MINUTE);
    expect(words(deputy.newest())).toContain(HOME.silent(NAME.officer, 'kl. 22.43'));
    await deputy.press(BUTTON.takeHome);
    expect(view(deputy)).toContain(eva.name);
    await town.later(0);
    expect(words(eva.newest())).toContain(HOME.takenTitle(NAME.deputy));
    expect(words(officer.newest())).toContain(HOME.othersTitle(NAME.deputy));
    await deputy.press(BUTTON.reachedHome);
    await expectNothingKept(town, eva);
  });

  it('is moved by a press or a word, also past midnight, and goes on over a restart', async () => {
    const { town, eva, officer } = await openEvening();
    await eva.say('hemma 22.30');
    await eva.press(HOME.later);
    expect(view(eva)).toContain('23.00');
    await town.until('2026-11-24T22:01:00Z');
    // On the card that asks, too: it shows the new time until then.
    await eva.press(HOME.later);
    await town.later(0);
    expect(view(eva)).toContain('23.31');
    await eva.say('hemma 00.30');
    await town.restart();
    await town.until('2026-11-24T23:29:00Z');
    expect(words(eva.newest())).not.toContain(HOME.askedTitle);
    await town.until('2026-11-24T23:30:00Z');
    expect(words(eva.newest())).toContain(HOME.askedTitle);
    await town.until('2026-11-24T23:41:00Z');
    expect(officer.has(BUTTON.takeHome)).toBe(true);
    // Late is not too late: everybody hears.
    await eva.say('Jag är hemma');
    await town.later(MINUTE);
    expect(words(officer.newest())).toContain(HOME.ended);
    await expectNothingKept(town, eva);
    await officer.press(BUTTON.takeHome).catch(() => undefined);
  });

  it('goes to the municipality where the person wants that, or has no party, and never to the party then', async () => {
    const { town, eva, officer, strategist } = await openEvening();
    await eva.say('hemma 22.30');
    await eva.press(HOME.municipality);
    expect(view(eva)).not.toContain(NAME.officer);
    await town.until('2026-11-24T22:30:00Z');
    expect(officer.has(BUTTON.takeHome)).toBe(false);
    expect(strategist.has(BUTTON.takeHome)).toBe(true);
  });

  it('takes no time that has been or is far away, and says what to write', async () => {
    const town = await openTown({ now: EVENING });
    const eva = await resident(town, EVA.id, EVA.name, EVA.email);
    await town.contact(...rowOf('strategist'));
    for (const [text, answer] of [
      ['hemma 21.59', HOME.far(12)],
      ['hemma om 13 timmar', HOME.far(12)],
      ['trygg hem', HOME.help[0] ?? ''],
    ] as const)
      expect(words((await eva.say(text)).card ?? {})).toContain(answer);
    await expectNothingKept(town, eva);
  });

  it('is asked of the officials when Teams does not reach the person, and is over after a day, whoever is silent', async () => {
    const { town, eva, officer } = await openEvening();
    await eva.say('hemma 22.30');
    town.connector.blocked.add(eva.conversation);
    await town.until('2026-11-24T21:41:00Z');
    expect(officer.has(BUTTON.takeHome)).toBe(true);
    town.connector.blocked.delete(eva.conversation);
    await town.until('2026-11-25T21:35:00Z');
    await expectNothingKept(town, eva);
  });
});

/** As many as a council with its deputies has; fewer in `npm test`. */
const MANY = IS_LONG ? 200 : 40;

describe('Är du OK?', () => {
  const asking = async (cast: Awaited<ReturnType<typeof openCast>>, others: string) => {
    await cast.strategist.say('är du ok');
    await cast.strategist.press(OKAY_CARD.ask, { [OKAY_CARD.fields.others]: others });
    await cast.town.later(0);
  };
  /** Nothing of it is left, of nobody. */
  const expectNothingLeft = async ({ tables }: Town) => {
    const { state, cards, deliveries } = await tables.askings.read(OKAY);
    expect([state.okay, cards, deliveries]).toEqual([undefined, [], []]);
  };

  it('is asked of those who are named, says who is silent, and is gone when it is ended', async () => {
    const cast = await openCast();
    const { town, eva, officer, strategist, deputyStrategist, otherOfficer } = cast;
    const before = otherOfficer.chat().length;
    await asking(cast, `${EVA.name}\n${NAME.officer}`);
    expect(words(eva.newest())).toContain(OKAY_CARD.title);
    expect(words(eva.newest())).toContain(NAME.strategist);
    expect(otherOfficer.chat()).toHaveLength(before);
    await eva.press(OKAY_CARD.yes);
    expect(view(eva)).toContain(OKAY_CARD.wellTitle);
    await town.later(times.okaySilent * MINUTE);
    // No name stands in a chat; a press shows who is silent, with the number.
    expect(words(deputyStrategist.newest())).toContain(OKAY_CARD.listedTitle(1));
    await strategist.press(OKAY_CARD.show);
    expect(view(strategist)).toContain(NAME.officer);
    expect(view(strategist)).not.toContain(EVA.name);
    expect(JSON.stringify(strategist.card())).not.toContain(officer.userId);
    // Nobody but a strategist says who has been rung, whatever a client sends.
    const asked = async () => (await town.tables.askings.read(OKAY)).state.okay?.people ?? [];
    for (const one of [eva, officer])
      for (const { code } of await asked()) await one.invoke('', 'rungOkay', { who: code });
    expect((await asked()).map(({ rung }) => rung)).toEqual([undefined, undefined]);
    await strategist.press(BUTTON.rang);
    expect(view(strategist)).toContain(OKAY_CARD.rung('', NAME.strategist).trim().split(' ')[0] ?? '-');
    await town.later(0);
    expect(words(deputyStrategist.newest())).toContain(OKAY_CARD.listedTitle(0));
    const late = officer.keep(OKAY_CARD.yes);
    await strategist.press(OKAY_CARD.end);
    await town.later(0);
    expect(words((await late()).card ?? {})).toContain(OKAY_CARD.late);
    expect(officer.has(OKAY_CARD.yes)).toBe(false);
    await expectNothingLeft(town);
    expectNowherePosted(town, EVA.name);
  });

  it('takes help as an alarm to the municipality: once, also after "Ja", and when it has been ended', async () => {
    const cast = await openCast();
    const { town, eva, officer, strategist, deputyStrategist } = cast;
    await asking(cast, EVA.email);
    await eva.press(OKAY_CARD.yes);
    const help = eva.keep(BUTTON.needHelp);
    await eva.press(BUTTON.needHelp);
    await help();
    const incident = await theIncident(town, eva);
    expect(incident).toMatchObject({ via: 'alarm', acute: true, route: 'municipality', practice: false });
    expect(strategist.has(BUTTON.acknowledge)).toBe(true);
    expect(officer.has(BUTTON.acknowledge)).toBe(false);
    await strategist.say('är du ok');
    await strategist.press(OKAY_CARD.show);
    expect(view(strategist)).toContain(OKAY_CARD.states.needy);
    await strategist.press(BUTTON.acknowledge);
    // The message is the incident's: what becomes of the question is never drawn over it.
    await deputyStrategist.say('är du ok');
    await deputyStrategist.press(OKAY_CARD.show);
    await deputyStrategist.press(OKAY_CARD.end);
    await town.later(MINUTE);
    expect(eva.text()).not.toContain(OKAY_CARD.over);
    expect(words(eva.newest())).toContain(NAME.strategist);
    await expectNothingLeft(town);
    // Long after: the old press finds the same alarm, and no second one.
    await help();
    await theIncident(town, eva);
  });

  it('alarms although the answer cannot be noted, and although the question is gone', async () => {
    const cast = await openCast();
    const { town, eva, strategist } = cast;
    await asking(cast, EVA.name);
    const help = eva.keep(BUTTON.needHelp);
    const left = town.failStorage((what) => what.endsWith('rounds'), 1);
    await help();
    expect(left()).toBe(1);
    expect(await theIncident(town, eva)).toMatchObject({ via: 'alarm', acute: true });
    expect(strategist.has(BUTTON.acknowledge)).toBe(true);
    await town.later(times.okayHours * 60 * MINUTE);
    await town.later(MINUTE);
    await expectNothingLeft(town);
  });

  it('goes to groups of the list and to all who have the bot, never by party, and to no party by itself', async () => {
    const cast = await openCast();
    const { town, eva, officer, otherOfficer, strategist, chief } = cast;
    await strategist.say('är du ok');
    const form = strategist.card();
    const titles = inputs(form).flatMap(({ choices }) => choices.map(({ title }) => title));
    for (const { code, name } of HERE.municipality.parties)
      expect(titles.filter((title) => title.includes(`(${code})`) || title === name)).toEqual([]);
    const all = titles.find((title) => title.startsWith('Alla')) ?? '';
    await strategist.press(OKAY_CARD.ask, { [OKAY_CARD.fields.groups]: all });
    await town.later(0);
    for (const person of [eva, officer, otherOfficer, chief])
      expect(words(person.newest())).toContain(OKAY_CARD.title);
    expect(words(strategist.newest())).not.toContain(OKAY_CARD.title + OKAY_CARD.means);
    // Pressed twice it is one question; nobody is asked again.
    const asked = eva.chat().length;
    await strategist.say('är alla ok');
    expect(view(strategist)).toContain(OKAY_CARD.show);
    expect(eva.chat()).toHaveLength(asked);
  });

  it('says which line names nobody, keeps what was typed, and is the strategist’s alone', async () => {
    const cast = await openCast();
    const { strategist, officer } = cast;
    await strategist.say('är du ok');
    await strategist.press(OKAY_CARD.ask, { [OKAY_CARD.fields.others]: `${EVA.name}\nIngen Alls` });
    expect(view(strategist)).toContain('rad 2');
    await strategist.press(OKAY_CARD.ask, { [OKAY_CARD.fields.others]: '' });
    expect(view(strategist)).toContain(OKAY_CARD.formTitle);
    await officer.say('är du ok');
    expect(view(officer)).toContain(OKAY_CARD.notYours(names));
    const made = await officer.invoke('none', 'askOkay', { asking: 'a'.repeat(26), others: EVA.name });
    expect(words(made.card ?? {})).not.toContain(EVA.name);
    expect((await cast.town.tables.askings.read(OKAY)).state.okay).toBeUndefined();
  });

  it(`is asked of ${MANY} at once: each has one card, the silent are listed page by page, and who needs help alarms`, async () => {
    const cast = await openCast();
    const { town, strategist } = cast;
    const many: Person[] = [];
    for (let at = 0; at < MANY; at++) {
      const id = `7e57da7a-0000-4000-9000-${String(at).padStart(12, '0')}`;
      many.push(await resident(town, id, `Politiker Nummer${at}`));
    }
    await strategist.say('är du ok');
    const titles = inputs(strategist.card()).flatMap(({ choices }) => choices.map(({ title }) => title));
    const all = titles.find((title) => title.startsWith('Alla')) ?? '';
    await strategist.press(OKAY_CARD.ask, { [OKAY_CARD.fields.groups]: all });
    await town.later(0);
    const asked = many.map(
      (one) => one.chat().filter(({ card }) => words(card).includes(OKAY_CARD.title)).length,
    );
    expect(new Set(asked)).toEqual(new Set([1]));
    const well = many.slice(0, (MANY * 3) / 4);
    for (const one of well) await one.press(OKAY_CARD.yes);
    const needy = many.at(-1) as Person;
    await needy.press(BUTTON.needHelp);
    expect((await theIncident(town, needy))?.acute).toBe(true);
    await town.later(times.okaySilent * MINUTE);
    await strategist.say('är du ok');
    await strategist.press(OKAY_CARD.show);
    const listed = new Set<string>();
    for (let page = 0; page < MANY; page++) {
      const text = view(strategist);
      for (const [name] of text.matchAll(/Politiker Nummer\d+/g)) listed.add(name);
      if (!strategist.has(LISTS.showMore)) break;
      await strategist.press(LISTS.showMore);
    }
    // All who are silent, who needs help, and nobody who has answered that all is well.
    expect([...listed].sort()).toEqual(
      many
        .slice(well.length)
        .map(({ name }) => name)
        .sort(),
    );
  }, 120_000);
});

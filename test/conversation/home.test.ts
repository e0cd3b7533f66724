import { homeIn } from '../../src/app/commands/standing/readHome';
import { BUTTON } from '../../src/content/texts/common';
import { HOME } from '../../src/content/texts/standing/home';
import { words } from '../support/cardReading';
import type { Person, Town } from '../support/town';
import { NAME, rowOf } from './here';
import { EVA, expectNowherePosted, openCast, openTown, report, resident, view } from './support';

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
    ['hemma 25 00', undefined],
    ['hemma hos någon', undefined],
    ['hemma snart', undefined],
  ])('%s', (text, at) => {
    const found = homeIn(text, now);
    expect(found instanceof Date ? found.toISOString() : found).toBe(at);
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
    const found = await otherOfficer.invoke('none', 'homeTake', { of: eva.userId });
    expect(words(found.card ?? {})).not.toContain(eva.name);
    const looked = await otherOfficer.invoke('none', 'homeWho', { of: eva.userId });
    expect(words(looked.card ?? {})).not.toContain(eva.name);
    await town.later(30 * MINUTE);
    await officer.press(BUTTON.reachedHome);
    await town.later(MINUTE);
    expect(words(deputy.newest())).toContain(HOME.ended);
    await expectNothingKept(town, eva);
    expectNowherePosted(town, eva.name);
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
      ['hemma 21.59', HOME.far],
      ['hemma om 13 timmar', HOME.far],
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

import { BUTTON, COMMON } from '../../src/content/texts/common';
import { NOTICE } from '../../src/content/texts/lead';
import { SUSPECTS } from '../../src/content/texts/people/suspects';
import { inputs, words } from '../support/cardReading';
import type { Person } from '../support/town';
import { DUTY_OFFICER, NAME } from './here';
import { type Cast, DAY, newest, openCast, report, SECRET, theIncident, view } from './support';

/*
 * Somebody of the municipality's own chain, or of the party, is part of what happened: they are told nothing. What they were sent
 * and answered is compared with a town in which it never happened.
 */

/** All that a person was ever sent and answered, without what is random in it. */
const heardBy = ({ town }: Cast, person: Person): string =>
  JSON.stringify([person.chat().map(({ sent }) => sent), town.connector.messages.length > 0])
    .replace(/[a-z0-9]{26}/g, 'ID')
    .replace(/"(id|replyToId|activityId|conversation)\\?":\\?"[^"]*"/g, '"id":"ID"');

/** The things that an official looks at of their own accord: the list of incidents, the contact list, what is not as it should be. */
async function looksAround(person: Person): Promise<string[]> {
  const seen: string[] = [];
  for (const text of ['mina ärenden', 'kontaktlista', 'vad väntar', 'hjälp', 'utskick'])
    seen.push(words(await person.say(text)));
  return seen;
}

/** A week in which something does or does not happen; what one person hears and sees of it. */
async function week(who: 'strategist' | 'chief' | 'officer', happens: (cast: Cast) => Promise<void>) {
  const cast = await openCast();
  await happens(cast);
  const heard: string[] = [];
  for (let day = 0; day < 5; day++) {
    await cast.town.later(DAY);
    heard.push(...(await looksAround(cast[who])));
  }
  return { heard, sent: heardBy(cast, cast[who]), cast };
}

/** The row of somebody among those who may be named, as the card that stands open has it. */
const rowFor = (cast: Cast, who: 'strategist' | 'chief' | 'officer'): string =>
  inputs(cast.eva.card())
    .flatMap(({ choices }) => choices)
    .find(({ title }) => title.startsWith(NAME[who]))?.value ?? 'nobody';

describe('who is named before anything is sent', () => {
  it.each(['strategist', 'chief'] as const)(
    'the %s hears and sees the same as if it had not happened',
    async (who) => {
      const without = await week(who, async () => undefined);
      const withIt = await week(who, async (cast) => {
        await cast.eva.say('rapportera hot');
        await cast.eva.press(SUSPECTS.beforeButton);
        await cast.eva.press(BUTTON.alarmMunicipality, { [SUSPECTS.field]: rowFor(cast, who) });
      });
      expect((await theIncident(withIt.cast.town, withIt.cast.eva))?.declined.map(({ why }) => why)).toEqual([
        'suspect',
      ]);
      expect(withIt.heard).toEqual(without.heard);
      expect(withIt.sent).toBe(without.sent);
    },
  );

  it('is not asked, rung or named on a card; whoever takes their place is asked first', async () => {
    const cast = await openCast();
    const alternate = await cast.town.contact('alternateContact');
    await cast.eva.say('rapportera hot');
    await cast.eva.press(SUSPECTS.beforeButton);
    await cast.eva.press(BUTTON.alarmMunicipality, { [SUSPECTS.field]: rowFor(cast, 'strategist') });
    expect(view(cast.eva)).not.toContain(NAME.strategist);
    expect(newest(alternate)).toContain(BUTTON.acknowledge);
    await alternate.press(BUTTON.acknowledge);
    expect((await theIncident(cast.town, cast.eva))?.lead?.person).toBe(alternate.userId);
  });

  it('stand in the order of the contact list, deputies as such, nobody twice named', async () => {
    const cast = await openCast();
    await cast.eva.say('rapportera hot');
    await cast.eva.press(SUSPECTS.beforeButton);
    const titles = inputs(cast.eva.card()).flatMap(({ choices }) => choices.map(({ title }) => title));
    const at = (who: 'strategist' | 'deputyStrategist' | 'chief') =>
      titles.findIndex((title) => title.startsWith(NAME[who]));
    expect([at('strategist'), at('deputyStrategist')]).toEqual([0, 1]);
    expect(at('chief')).toBeGreaterThan(1);
    expect(titles[1]).toContain(COMMON.deputy);
    expect(titles).toContain(DUTY_OFFICER.name);
  });

  it('the report says beforehand who reads it in their place, and that the party comes after; who is told hears who is asked first', async () => {
    const cast = await openCast();
    const alternate = await cast.town.contact('alternateContact');
    await cast.eva.say('rapportera hot');
    await cast.eva.press(SUSPECTS.beforeButton);
    await cast.eva.press(BUTTON.safe, { [SUSPECTS.field]: rowFor(cast, 'chief') });
    await cast.eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await cast.eva.press(BUTTON.review, { 'Vad hände': SECRET });
    const consent = view(cast.eva);
    expect(consent.indexOf(alternate.name)).toBeGreaterThan(0);
    expect(consent.indexOf(NAME.officer)).toBeGreaterThan(consent.indexOf(alternate.name));
    expect(consent).not.toContain(NAME.strategist);
    expect(cast.eva.has(BUTTON.sendMunicipality)).toBe(true);
    await cast.eva.press(BUTTON.send);
    expect(newest(cast.strategist)).toContain(NOTICE.toldLines('särskild kontakt')[0]);
    expect(cast.officer.text()).not.toContain('Ärende');
  });

  it('holds for a report too, and of a party’s officer the whole party is out', async () => {
    const cast = await openCast();
    await cast.eva.say('rapportera hot');
    await cast.eva.press(SUSPECTS.beforeButton);
    await cast.eva.press(BUTTON.safe, { [SUSPECTS.field]: rowFor(cast, 'strategist') });
    await cast.eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await cast.eva.press(BUTTON.review, { 'Vad hände': SECRET });
    await cast.eva.press(BUTTON.send);
    expect((await theIncident(cast.town, cast.eva))?.declined.map(({ why }) => why)).toEqual(['suspect']);
  });
});

describe('who is named later', () => {
  it('loses all of it from that press on, and hears nothing more; two at once', async () => {
    const cast = await openCast();
    const { eva, officer, strategist, deputyStrategist } = cast;
    await report(eva, `${SECRET} hot`, { 'Vad gäller det?': 'Hot' });
    await officer.press(BUTTON.acknowledge);
    await cast.town.later(DAY);
    await eva.press(BUTTON.status);
    await eva.press(BUTTON.changeContact);
    await eva.press(SUSPECTS.button);
    const both = ['strategist', 'chief'].map((who) => rowFor(cast, who as 'strategist')).join(';');
    await eva.press(SUSPECTS.save, { [SUSPECTS.field]: both });
    const after = strategist.chat().length;
    await cast.town.later(3 * DAY);
    expect(
      strategist
        .chat()
        .slice(after)
        .map((one) => words(one.card)),
    ).toEqual([]);
    expect(words(await strategist.say('mina ärenden'))).not.toMatch(/\d{4}-[0-9A-Z]{4}/);
    expect(
      strategist
        .sees()
        .map((card) => words(card))
        .join(),
    ).not.toContain('Visa uppgifter');
    expect(deputyStrategist.chat().length).toBeGreaterThan(0);
  });

  it('of the party: nobody in it reads on, and the municipality is asked', async () => {
    const cast = await openCast();
    await report(cast.eva);
    await cast.officer.press(BUTTON.acknowledge);
    await cast.eva.press(BUTTON.changeContact);
    await cast.eva.press(SUSPECTS.button);
    await cast.eva.press(SUSPECTS.save, { [SUSPECTS.field]: rowFor(cast, 'officer') });
    const incident = await theIncident(cast.town, cast.eva);
    expect(incident?.route).toBe('municipality');
    expect(incident?.lead).toBeUndefined();
    expect(view(cast.officer)).toContain('inte längre med');
  });
});

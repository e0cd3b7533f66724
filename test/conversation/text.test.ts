import { BUTTON } from '../../src/content/texts/common';
import { cleanText } from '../../src/routine/model/cleanText';
import { elements, type Json } from '../support/cardReading';
import { rowOf } from './here';
import { alarm, openCast, report, view } from './support';

/** Turn the order of letters, or are not seen. */
const HIDDEN = 'A\u202enna\u200b \u2066Berg\u2069\u00ad\ufeff';
const NASTY = [
  HIDDEN,
  '<at>Alla</at> **Anna** [x](https://example.com)',
  '${victim.name} {{DATE(2026-01-01)}}',
  '=HYPERLINK("https://example.com")',
  '<img src=x onerror=alert(1)>',
];

/** Texts that nothing reads as Markdown, and those in which Markdown is read. */
const runs = (card: Json) =>
  elements(card).flatMap((one) => (one.type === 'TextRun' ? [String(one.text)] : []));
const blocks = (card: Json) =>
  elements(card).flatMap((one) => (one.type === 'TextBlock' ? [String(one.text)] : []));
const mentions = (card: Json) => elements(card).filter((one) => one.msteams || one.entities);

describe("users' text", () => {
  it.each(NASTY)(
    '%j as a name stands as it was typed, but for what is not seen, where nothing reads it',
    async (text) => {
      const { eva, officer } = await openCast();
      await report(eva);
      await officer.press(BUTTON.acknowledge);
      const message = officer.chat().at(-1)?.id ?? '';
      const id = /"id":"([a-z0-9]{26})"/.exec(JSON.stringify(officer.card()))?.[1] ?? '';
      await officer.invoke(message, 'setCompany', { id, who: text, until: '', next: text, once: 'once1' });
      const card = (await officer.invoke(message, 'page', { id, page: 'company' })).card ?? {};
      expect(runs(card)).toEqual(expect.arrayContaining([cleanText(text)]));
      expect(blocks(card).filter((one) => one.includes(text))).toEqual([]);
      expect(mentions(card)).toEqual([]);
    },
  );

  it.each(NASTY)('%j is no name of an official: it would stand where Markdown is read', async (text) => {
    const { town, strategist } = await openCast();
    const before = await town.tables.contacts.read();
    const message = strategist.chat().at(-1)?.id ?? '';
    const contact = before.find((one) => one.role === rowOf('officer')[0])?.id;
    const data = { contact, name: text, phone: '070-174 06 99', email: '' };
    const answer = await strategist.invoke(message, 'replaceContact', data);
    expect(strategist.text(answer.card)).toContain('Skriv bara ord');
    expect(await town.tables.contacts.read()).toEqual(before);
    await strategist.invoke(message, 'replaceContact', { ...data, name: "Åsa-Lena O'Hara" });
    expect((await town.tables.contacts.read()).map(({ name }) => name)).toContain("Åsa-Lena O'Hara");
  });

  it.each(NASTY)('%j written to the bot comes back nowhere', async (text) => {
    const { eva } = await openCast();
    await alarm(eva);
    const said = await eva.say(text);
    expect(JSON.stringify(said.card)).not.toContain(JSON.stringify(text).slice(1, -1));
    expect(view(eva)).not.toContain(text);
  });
});

import { REPORT_FIELDS } from '../../src/content/fields';
import { BUTTON } from '../../src/content/texts/common';
import { REPORT } from '../../src/content/texts/report';
import { DRAFT_PAGES } from '../../src/screens/actions';
import { EXTRA_PAGES } from '../../src/screens/forms';
import { elements, inputs, type Json } from '../support/cardReading';
import type { Person } from '../support/town';
import { rowOf } from './here';
import {
  alarm,
  EVA,
  expectNowherePosted,
  newest,
  openCast,
  openPair,
  openTown,
  report,
  resident,
  theIncident,
  view,
} from './support';

/** A name, what is typed, and what arrives where that is something else: nothing that is unseen and turns a text. */
const NASTY: [name: string, typed: string, arrives?: string][] = [
  ['emoji', '👩‍👩‍👧‍👦🇸🇪 hot 😡 e\u0301'],
  ['a Markdown link', '[klicka](https://example.com) **fet** _kursiv_ # rubrik'],
  ['a template', '${1+1} ${victim.name} {{x}} $[y]'],
  ['HTML', '<script>alert(1)</script><at>alla</at> &amp; <b>x</b>'],
  ['control characters', 'a\u0000b\u0007c\u001bd\u0085e\u2028f\u202eg', 'abcd\u0085e\u2028fg'],
  ['line breaks', 'rad ett\nrad två\r\n\n  rad tre\t'],
  ['quotes', `"'\\ \\u0041 %s %00 \u{1F4A9}`],
  ['a lone surrogate', 'x\ud83dy', 'x\ufffdy'],
];

/** The texts of all boxes with typed text on a card. */
const shownTexts = (card: Json): string[] =>
  elements(card)
    .filter((one) => one.type === 'TextRun')
    .map((one) => String(one.text));

const valueIn = (card: Json, label: string): string | undefined =>
  inputs(card).find((one) => one.label === label)?.value;

/** Opens the report page "Vad har hänt?". */
async function toWhat(person: Person) {
  await person.say('rapportera hot');
  await person.press(BUTTON.safe);
  await person.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
}

const LONG_FIELDS: [page: string, label: string, max: number][] = [
  ['when', 'Var hände det?', 1_000],
  ['when', 'I vilket sammanhang?', 1_000],
  ['offender', REPORT_FIELDS.offender ?? '', 1_000],
  ['offender', 'Har samma person gett sig på andra politiker?', 1_000],
  ['motive', 'Vilken grupp?', 1_000],
  ['motive', REPORT_FIELDS.trigger ?? '', 1_000],
  ['around', 'Såg eller hörde någon annan det?', 1_000],
  ['around', 'Telefon till den som såg eller hörde', 200],
  ['around', REPORT_FIELDS.measures ?? '', 1_000],
  ['impact', 'Berätta med egna ord', 1_000],
  ['you', 'Din telefon', 200],
  ['you', 'Ditt uppdrag eller din roll', 200],
  ['you', 'Din nämnd eller styrelse', 200],
];

/** From the last page through the optional ones to `page`. */
async function toOptional(person: Person, page: string) {
  await toWhat(person);
  await person.press(BUTTON.review, { 'Vad hände': 'Ett brev' });
  if (page === 'you') {
    await person.press(BUTTON.back);
    await person.press(BUTTON.back);
    return;
  }
  await person.press(BUTTON.more);
  for (const one of DRAFT_PAGES.slice(DRAFT_PAGES.indexOf('when'))) {
    if (one === page) return;
    await person.press(BUTTON.next);
  }
}

describe('the story', () => {
  it.each(NASTY)('with %s arrives unharmed', async (_, text, arrives = text) => {
    const { town, eva, officer } = await openPair();
    await report(eva, text);
    expect((await theIncident(town, eva))?.report.what).toBe(arrives);
    await officer.press(BUTTON.acknowledge);
    expect(shownTexts(await officer.press(BUTTON.details))).toContain(arrives);
    expectNowherePosted(town, text);
    expect(town.log.lines.join('\n')).not.toContain(JSON.stringify(text).slice(1, -1));
  });

  it.each(['', '   ', '\n'])('that is empty (%j) is asked for, nothing is sent', async (text) => {
    const { town, eva } = await openPair();
    await toWhat(eva);
    const answer = eva.text(await eva.press(BUTTON.review, { 'Vad hände': text }));
    expect(answer).toContain('Fyll i det här.');
    expect(await theIncident(town, eva)).toBeUndefined();
  });

  it('of 10 000 characters fits, also when each is an emoji, and is shown whole', async () => {
    const { eva, officer } = await openPair();
    const text = '😡'.repeat(10_000);
    await report(eva, text);
    await officer.press(BUTTON.acknowledge);
    await officer.press(BUTTON.details);
    const parts = [shownTexts(await officer.press(BUTTON.showAll))];
    while (officer.has(BUTTON.showRest)) parts.push(shownTexts(await officer.press(BUTTON.showRest)));
    expect(parts.map((texts) => texts.find((one) => one.includes('😡'))).join('')).toBe(text);
  });

  it.each([10_001, 60_000])(
    'of %d characters is refused with what fits; nothing typed is lost',
    async (length) => {
      const { town, eva } = await openPair();
      const text = `börjar ${'å'.repeat(length - 13)} slut.`;
      await toWhat(eva);
      const card = await eva.press(BUTTON.review, { 'Vad hände': text });
      expect(eva.text(card)).toContain(`Du har skrivit ${length} tecken, 10000 får plats.`);
      const draft = /"draft":"([a-z0-9]+)"/.exec(JSON.stringify(card))?.[1] ?? '';
      expect((await town.tables.drafts.read(EVA.id, draft))?.value.values.what).toBe(text);
      expect(text.startsWith(valueIn(card, 'Vad hände') ?? '-')).toBe(true);
      expect(eva.text(card)).toContain('Hela texten finns kvar i utkastet');
      await eva.press(BUTTON.review, { 'Vad hände': 'Kortare' });
      await eva.press(BUTTON.send);
      expect((await theIncident(town, eva))?.report.what).toBe('Kortare');
    },
  );

  it('that is too long to show in the input is not cut by leaving the page', async () => {
    const { town, eva } = await openPair();
    const text = 'å'.repeat(60_000);
    await toWhat(eva);
    const card = await eva.press(BUTTON.review, { 'Vad hände': text });
    const draft = /"draft":"([a-z0-9]+)"/.exec(JSON.stringify(card))?.[1] ?? '';
    await eva.press(BUTTON.back);
    await eva.press(BUTTON.next);
    expect((await town.tables.drafts.read(EVA.id, draft))?.value.values.what).toBe(text);
  });
});

describe('every other text of the report', () => {
  it.each(LONG_FIELDS)(
    '%s, "%s": %d characters fit, one more is refused and kept',
    async (page, label, max) => {
      const { town, eva } = await openPair();
      await toOptional(eva, page);
      const long = 'ä'.repeat(max + 1);
      const on = page === 'you' ? BUTTON.next : BUTTON.review;
      const refused = await eva.press(on, { [label]: long });
      expect(eva.text(refused)).toContain(`Du har skrivit ${max + 1} tecken, ${max} får plats.`);
      expect(valueIn(refused, label)).toBe(long);
      const whole = '😡'.repeat(max);
      await eva.press(on, { [label]: whole });
      if (page === 'you') await eva.press(BUTTON.review);
      await eva.press(BUTTON.send);
      expect(Object.values((await theIncident(town, eva))?.report ?? {})).toContain(whole);
    },
  );

  // Another kind in each field, and in three cases other kinds: each field meets three of the eight.
  it.each([0, 3, 6])('of any kind arrives unharmed in every field (%i)', async (turned) => {
    const { town, eva, officer } = await openPair();
    const nasty = LONG_FIELDS.map((_, index) => NASTY[(index + turned) % NASTY.length] ?? ['', '']);
    const typed = (index: number) => nasty[index]?.[1] ?? '';
    const typedOn = (page: string) =>
      Object.fromEntries(
        LONG_FIELDS.flatMap(([of, label], index) => (of === page ? [[label, typed(index)]] : [])),
      );
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { ...typedOn('you'), 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.review, { 'Vad hände': 'Ett brev' });
    await eva.press(BUTTON.more);
    for (const page of EXTRA_PAGES)
      await eva.press(page === 'impact' ? BUTTON.review : BUTTON.next, typedOn(page));
    await eva.press(BUTTON.send);
    await officer.press(BUTTON.acknowledge);
    const shown = shownTexts(await officer.press(BUTTON.details));
    const arrived = nasty.map(([, text, arrives = text]) => arrives);
    for (const kind of new Set(arrived))
      expect(shown.filter((one) => one === kind)).toEqual(arrived.filter((one) => one === kind));
    expectNowherePosted(town, ...nasty.map(([, text]) => text), ...arrived);
  });

  it('who was targeted and how the reporter knows them', async () => {
    const { town, eva, strategist } = await openCast();
    const text = '[Ulla](https://x) ${1+1} <b>';
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(REPORT.forOther);
    const refused = await eva.press(BUTTON.next, {
      'Personens namn': 'x'.repeat(201),
      'Vet personen om det?': 'Ja, personen vet',
    });
    expect(eva.text(refused)).toContain('Du har skrivit 201 tecken, 200 får plats.');
    await eva.press(BUTTON.next, { 'Personens namn': text, 'Hur känner du personen?': text });
    await eva.press(BUTTON.next);
    await eva.press(BUTTON.review, { 'Vad hände': text });
    await eva.press(BUTTON.send);
    const card = await strategist.press(BUTTON.acknowledge);
    expect(shownTexts(card).join()).toContain(text);
    expect(shownTexts(await strategist.press(BUTTON.details)).filter((one) => one === text)).toHaveLength(3);
    expectNowherePosted(town, text);
  });

  it('a day to come and a time that is none are refused with how to write them', async () => {
    const { eva } = await openPair();
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    const future = await eva.press(BUTTON.review, { Dag: '2026-11-25', 'Vad hände': 'Ett brev' });
    expect(eva.text(future)).toContain('Dagen har inte varit än');
    expect(valueIn(future, 'Vad hände')).toBe('Ett brev');
    const wrong = await eva.press(BUTTON.review, { Dag: '2026-02-30' });
    expect(eva.text(wrong)).toContain('Skriv datum som 2026-12-01 och tid som 10.30.');
    await eva.press(BUTTON.review, { Dag: '2026-11-20' });
    await eva.press(BUTTON.more);
    const late = await eva.press(BUTTON.review, { Tid: '25:00' });
    expect(eva.text(late)).toContain('Skriv datum som 2026-12-01 och tid som 10.30.');
  });
});

describe('a step form', () => {
  async function assessing() {
    const cast = await openPair();
    await alarm(cast.eva);
    await cast.officer.press(BUTTON.acknowledge);
    await cast.officer.press(BUTTON.approve);
    return cast;
  }
  const CHOSEN = {
    'Vad gäller det?': 'Trakasserier',
    'Är det allvarligt?': 'Nej',
    'Behöver någon vård?': 'Nej',
    'Gjorde ni bedömningen ihop?': 'Nej',
  };

  it.each(NASTY)('with %s arrives unharmed', async (_, text, arrives = text) => {
    const { town, eva, officer } = await assessing();
    await officer.press('Klart – nästa steg', {
      ...CHOSEN,
      'Om nej: varför inte?': text,
      'Vem kan vara hos den utsatte nu?': text,
    });
    expect((await theIncident(town, eva))?.steps.assess?.records).toMatchObject({
      why: arrives,
      support: arrives,
    });
    expect(shownTexts(await officer.press(BUTTON.details)).join('\n')).toContain(arrives);
    expectNowherePosted(town, text);
  });

  it.each([1_001, 5_000])(
    'of %d characters is shown again with all that was typed and what fits',
    async (length) => {
      const { town, eva, officer } = await assessing();
      const long = 'ö'.repeat(length);
      const card = await officer.press('Klart – nästa steg', {
        ...CHOSEN,
        'Om nej: varför inte?': long,
        'Vem kan vara hos den utsatte nu?': 'Gunnel',
      });
      expect(officer.text(card)).toContain(`Du har skrivit ${length} tecken, 1000 får plats.`);
      expect(officer.text(card)).toContain('Det du skrev finns kvar.');
      expect(valueIn(card, 'Om nej: varför inte?')).toBe(long);
      expect(valueIn(card, 'Vem kan vara hos den utsatte nu?')).toBe('Gunnel');
      expect(valueIn(card, 'Vad gäller det?')).toBe('harassment');
      expect((await theIncident(town, eva))?.steps.assess?.state).toBe('open');
    },
  );

  it('of 60 000 characters, more than a card holds, leaves the form as it is, with a sentence', async () => {
    const { town, eva, officer } = await assessing();
    const form = officer.text(officer.card());
    const answer = await officer.press('Klart – nästa steg', {
      ...CHOSEN,
      'Om nej: varför inte?': 'ö'.repeat(60_000),
    });
    expect(answer).toEqual({});
    expect(officer.text(officer.card())).toBe(form);
    expect((await theIncident(town, eva))?.steps.assess?.state).toBe('open');
    expect(town.log.lines.splice(0).join()).toContain('cardTooBig');
  });

  it('that is empty says what is missing', async () => {
    const { town, eva, officer } = await assessing();
    const card = await officer.press('Klart – nästa steg');
    expect(officer.text(card).match(/Fyll i det här\./g)?.length).toBeGreaterThanOrEqual(4);
    expect((await theIncident(town, eva))?.steps.assess?.state).toBe('open');
  });
});

describe('a draft', () => {
  it('survives a restart, is resumed by "rapportera hot", and sent', async () => {
    const { town, eva, officer } = await openPair();
    await toWhat(eva);
    await eva.press(BUTTON.later, { 'Vad hände': 'Halva berättelsen' });
    expect(view(eva)).toContain('Utkastet är sparat');
    await town.restart();
    await eva.say('rapportera hot');
    expect(newest(eva)).toContain('Du har ett utkast kvar');
    expect(newest(eva)).not.toContain('Halva');
    await eva.press(BUTTON.safe);
    const card = await eva.press(BUTTON.next);
    expect(valueIn(card, 'Vad hände')).toBe('Halva berättelsen');
    await eva.press(BUTTON.review);
    await eva.press(BUTTON.send);
    expect((await theIncident(town, eva))?.report.what).toBe('Halva berättelsen');
    expect((await theIncident(town, eva))?.party).toBe('S');
    expect(newest(officer)).toContain('Ett nytt ärende');
  });

  it('keeps each page also when nothing was pressed but "Tillbaka"', async () => {
    const { eva } = await openPair();
    await toWhat(eva);
    await eva.press(BUTTON.back, { 'Vad hände': 'Skrivet före' });
    expect(valueIn(await eva.press(BUTTON.next), 'Vad hände')).toBe('Skrivet före');
  });

  it('is discarded on a press, and is gone then', async () => {
    const { town, eva } = await openPair();
    await toWhat(eva);
    await eva.press(BUTTON.review, { 'Vad hände': 'Halva berättelsen' });
    await eva.press(BUTTON.discard);
    expect(view(eva)).toContain('Utkastet är borta');
    await eva.say('rapportera hot');
    expect(newest(eva)).not.toContain('Du har ett utkast kvar');
    await eva.press(BUTTON.safe);
    expect(valueIn(await eva.press(BUTTON.next), 'Vad hände')).toBe('');
    expect(await theIncident(town, eva)).toBeUndefined();
  });

  it("is the person's own: nobody else is told of it", async () => {
    const { town, eva } = await openPair();
    const before = town.connector.messages.length;
    await toWhat(eva);
    await eva.press(BUTTON.review, { 'Vad hände': 'Halva berättelsen' });
    await town.later(86_400_000);
    expect(town.connector.messages.slice(before).every((one) => one.conversation === eva.conversation)).toBe(
      true,
    );
  });

  it('of an alarm goes onto the same incident, after a restart too', async () => {
    const { town, eva } = await openPair();
    await alarm(eva);
    await eva.press(BUTTON.tell);
    await eva.press(BUTTON.later, { 'Vad hände': 'Han stod där' });
    await town.restart();
    await eva.say('mina ärenden');
    await eva.press(`Visa ${(await theIncident(town, eva))?.reference}`);
    const card = await eva.press(BUTTON.tell);
    expect(valueIn(card, 'Vad hände')).toBe('Han stod där');
    await eva.press(BUTTON.review);
    await eva.press(BUTTON.send);
    expect(await theIncident(town, eva)).toMatchObject({ via: 'alarm', report: { what: 'Han stod där' } });
  });
});

it('a name in Teams with Markdown and a template is shown as it is, only in answers', async () => {
  const town = await openTown();
  const officer = await town.contact(...rowOf('officer'));
  const name = '[Eva](https://x) ${1+1} **N**';
  const eva = await resident(town, EVA.id, name);
  await alarm(eva);
  const card = await officer.press(BUTTON.acknowledge);
  expect(shownTexts(card).join()).toContain(name);
  expectNowherePosted(town, name);
});

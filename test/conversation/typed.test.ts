import { parseMessage } from '../../src/app/commands/parseMessage';
import { BUTTON } from '../../src/content/texts/common';
import { words } from '../support/cardReading';
import { NAME, POLICE } from './here';
import {
  alarm,
  EVA,
  newest,
  openCast,
  openTown,
  referenceIn,
  report,
  resident,
  theIncident,
  view,
} from './support';

const FIRST = 'Är du i säkerhet nu?';

describe('what a typed message is taken for', () => {
  it.each([
    ['rapportera hot', 'report'],
    ['Rapportera Hot', 'report'],
    ['  RAPPORTERA   hot!! ', 'report'],
    ['raportera hot', 'report'],
    ['rapporterahot', 'report'],
    ['rapportera  ett hot', 'report'],
    ['rapportera', 'report'],
    ['anmäl hot', 'report'],
    ['anmäla ett hot', 'report'],
    ['anmäl hot.', 'report'],
    ['hjälp mig', 'report'],
    ['Hjälp mig!!!', 'report'],
    ['jag vill rapportera ett hot', 'report'],
    ['jag har blivit hotad', 'report'],
    ['jag har fått ett hot', 'report'],
    ['larma', 'report'],
    ['mina ärenden', 'mine'],
    ['Mina ärenden?', 'mine'],
    ['mina arenden', 'mine'],
    ['minaärenden', 'mine'],
    ['kontaktlista', 'contacts'],
    ['KONTAKTLISTAN', 'contacts'],
    ['kontakt lista', 'contacts'],
    ['kontaktista', 'contacts'],
    ['hjälp', 'help'],
    ['Hjälp?', 'help'],
    ['hej', 'help'],
    ['Hej!', 'help'],
    ['help', 'help'],
    ['', 'unknown'],
    ['😀', 'unknown'],
    ['vad blir det för mat i dag', 'unknown'],
    ['tack så mycket', 'unknown'],
    ['han står utanför', 'danger'],
    ['Han står utanför min dörr!', 'danger'],
    ['någon bankar på dörren', 'danger'],
    ['de har en kniv', 'danger'],
    ['jag är rädd', 'danger'],
    ['jag blir förföljd', 'danger'],
    ['han ska döda mig', 'danger'],
    ['det är någon i huset', 'danger'],
    ['ring polisen', 'danger'],
    ['112', 'danger'],
  ])('"%s" is %s', (typed, kind) => {
    expect(parseMessage(typed)).toEqual({ kind });
  });

  it.each([
    'jag har fått dödshot',
    'mordhot på facebook',
    'någon hotar min familj',
    'hjälp nu',
    'HJÄLP',
    'hjälp!!',
    'skicka hjälp',
    'ring polis',
    'jag är stalkad',
    'han stalkar mig',
    'Nån försöker ta sig in',
    'dom är utanför mitt hus',
    'det står två män utanför',
    'han slog mig på torget',
    'jag blev överfallen efter mötet',
    'han har en pistol',
    'de hotar att döda mig',
    'kan ni skicka någon',
    'jag gömmer mig i källaren',
    'en bomb på biblioteket?',
    'bilen följer efter mig',
    'jag vågar inte gå hem jag är så rädd',
    'det brinner',
    'hot mot mig, han har kniv',
    'jag blöder',
    'jag får panik',
  ])('"%s" is written by somebody in danger', (typed) => {
    expect(parseMessage(typed)).toEqual({ kind: 'danger' });
  });

  it.each([
    ['jag föreslår ett möte', 'unknown'],
    ['utanförskapet i kommunen', 'unknown'],
    ['vi ses utanför biblioteket', 'unknown'],
    ['hotellet är bokat', 'unknown'],
    ['kan jag få dagordningen', 'unknown'],
    ['beslutet slår fast budgeten', 'unknown'],
    ['ett nytt skotertåg', 'unknown'],
    ['radion säger att det blir regn', 'unknown'],
    ['vi har gjort färdigt förslaget', 'unknown'],
    ['vem är ordförande i nämnden', 'unknown'],
    ['tack för hjälpen i går', 'unknown'],
    ['jag är sjuk i dag', 'unknown'],
    ['när börjar mötet', 'unknown'],
    ['döda vinkeln i rondellen', 'unknown'],
    ['vi räddade skolan', 'unknown'],
    ['fartkameran på vägen', 'unknown'],
    ['förfallodag för fakturan', 'unknown'],
    ['kommer in en motion i dag', 'unknown'],
    ['skada på bilen', 'unknown'],
    ['bra jobbat', 'unknown'],
    ['hjälp', 'help'],
    ['Hjälp?', 'help'],
    ['hej hej', 'help'],
    ['jag vill prata med någon', 'report'],
    ['jag har fått ett hotbrev', 'report'],
    ['det kom hotelser i går', 'report'],
    ['någon trakasserar mig på nätet', 'report'],
    ['policy mot våld', 'report'],
    ['hur anmäler jag', 'report'],
    ['stadshuset är vandaliserat', 'report'],
  ])('"%s" is %s: nobody is in danger', (typed, kind) => {
    expect(parseMessage(typed)).toEqual({ kind });
  });

  it.each([
    ['report threat', 'report'],
    ['I want to report a threat', 'report'],
    ['someone is harassing me', 'report'],
    ['help me', 'danger'],
    ['I need help', 'danger'],
    ['he has a gun', 'danger'],
    ['they will kill me', 'danger'],
    ['there is someone outside my house', 'danger'],
    ['I am scared', 'danger'],
    ['death threats on the phone', 'danger'],
  ])('"%s" is %s in English', (typed, kind) => {
    expect(parseMessage(typed)).toEqual({ kind, isEnglish: true });
  });

  it.each([
    ['ärende 2026-7KQ4', '2026-7KQ4'],
    ['Ärende 2026-7kq4', '2026-7KQ4'],
    ['ärende 2026 7kq4', '2026-7KQ4'],
    ['ärende: 2026–7KQ4.', '2026-7KQ4'],
    ['2026-7KQ4', '2026-7KQ4'],
    ['arende 20267kq4', '2026-7KQ4'],
  ])('"%s" asks for %s', (typed, reference) => {
    expect(parseMessage(typed)).toEqual({ kind: 'incident', reference });
  });
});

describe('a typed command', () => {
  it('in English is answered in Swedish, with 112 first and a line in English', async () => {
    const town = await openTown();
    const eva = await resident(town, EVA.id, EVA.name);
    await eva.say('report threat');
    expect(view(eva)).toMatch(/112[\s\S]*I answer in Swedish/);
    expect(eva.has(BUTTON.alarmParty)).toBe(true);
    await eva.say('rapportera hot');
    expect(words(eva.newest())).not.toContain('Swedish');
  });

  it('"rapportera hot" shows 112 and what to say, then the alarms', async () => {
    const town = await openTown();
    const eva = await resident(town, EVA.id, EVA.name);
    await eva.say('RAPPORTERA hot!');
    const card = newest(eva);
    expect(card).toContain(FIRST);
    expect(card).toContain('Fara just nu? Ring 112.');
    expect(card).toContain('Säg att det rör ditt politiska uppdrag');
    const order = ['Larma mitt parti', 'Larma kommunen', 'Jag är i säkerhet – berätta'].map((title) =>
      card.indexOf(title),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
  });

  it('a sentence of someone in danger gets 112 and the alarm buttons first', async () => {
    const town = await openTown();
    const eva = await resident(town, EVA.id, EVA.name);
    await eva.say('han står utanför och bankar på dörren');
    expect(newest(eva)).toMatch(/^Fara just nu\? Ring 112\./);
    expect(eva.has(BUTTON.alarmParty)).toBe(true);
  });

  it('"hjälp" and anything else get a short card of what it can do', async () => {
    const town = await openTown();
    const eva = await resident(town, EVA.id, EVA.name);
    for (const text of ['hjälp', 'vad är klockan', 'x'.repeat(60)]) {
      await eva.say(text);
      expect(newest(eva)).toContain('Så får du hjälp');
      expect(newest(eva)).toContain('Rapportera hot');
      expect(newest(eva).length).toBeLessThan(550);
    }
  });

  it('the welcome says what it is, 112, and has the buttons', async () => {
    const town = await openTown();
    const eva = await resident(town, EVA.id, EVA.name);
    expect(newest(eva)).toContain('Hej, jag är Trygghetsboten');
    expect(newest(eva)).toContain('Ring 112');
    expect(newest(eva)).toContain('Jag kan inte ringa 112 åt dig');
    for (const title of ['Rapportera hot', 'Mina ärenden', 'Kontaktlista']) expect(eva.has(title)).toBe(true);
    await eva.press(BUTTON.report);
    expect(view(eva)).toContain(FIRST);
  });

  it('"kontaktlista" shows everyone with a number that can be rung, page by page', async () => {
    const town = await openTown();
    const eva = await resident(town, EVA.id, EVA.name);
    await eva.say('kontaktlista');
    let all = newest(eva);
    while (eva.text(eva.card()).includes('Visa fler')) all += eva.text(await eva.press('Visa fler'));
    for (const name of [NAME.officer, NAME.strategist, NAME.chief, POLICE.name, POLICE.phone]) {
      expect(all).toContain(name);
    }
    expect(JSON.stringify(eva.card())).toContain('tel:');
  });

  it('"mina ärenden" lists a person\'s own, with nothing but reference, day and state', async () => {
    const { town, eva, officer, otherOfficer } = await openCast();
    await eva.say('mina ärenden');
    expect(newest(eva)).toContain('Du har inga ärenden');
    await report(eva);
    const reference = (await theIncident(town, eva))?.reference ?? '';
    await eva.say('mina ärenden');
    expect(newest(eva)).toContain(`Visa ${reference}`);
    expect(newest(eva)).toContain('Pågår');
    expect(eva.text(await eva.press(`Visa ${reference}`))).toContain('Tack. Din rapport har kommit in.');
    await officer.press(BUTTON.acknowledge);
    await officer.say('mina ärenden');
    expect(newest(officer)).toContain(reference);
    expect(newest(officer)).not.toContain('Norrlycke');
    await otherOfficer.say('mina ärenden');
    expect(newest(otherOfficer)).toContain('Du har inga ärenden');
  });

  it('"ärende 2026-XXXX": the own one is shown; another\'s and an unknown one are answered alike', async () => {
    const { eva, officer, otherOfficer } = await openCast();
    const reference = referenceIn(eva.text(await alarm(eva)));
    await eva.say(`Ärende ${reference.toLowerCase()}`);
    expect(newest(eva)).toContain('Larmet är skickat');
    await officer.say(`ärende ${reference}`);
    expect(newest(officer)).toContain('Någon behöver dig nu');
    await otherOfficer.say(`ärende ${reference}`);
    const another = otherOfficer.newest();
    await otherOfficer.say('ärende 2026-0000');
    expect(otherOfficer.newest()).toEqual(another);
    expect(newest(otherOfficer)).toContain('Jag hittar inget sådant ärende hos dig');
  });

  it('the card that a reference brought is the live one from then on', async () => {
    const { eva, officer } = await openCast();
    const reference = referenceIn(eva.text(await alarm(eva)));
    await eva.say(`ärende ${reference}`);
    await officer.press(BUTTON.acknowledge);
    expect(newest(eva)).toContain(`${NAME.officer} har tagit emot`);
  });
});

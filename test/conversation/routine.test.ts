import { steps as PLAN_STEPS } from '../../src/content/municipalities/oxelosund/sections';
import { BUTTON } from '../../src/content/texts/common';
import type { Person } from '../support/town';
import {
  alarm,
  type Cast,
  DAY,
  EVA,
  expectNowherePosted,
  newest,
  openCast,
  report,
  SECRET,
  theIncident,
  view,
} from './support';

const NEXT = 'Godkänn nästa steg';
const DONE = 'Klart – nästa steg';

const approve = async (officer: Person) => officer.text(await officer.press(NEXT));

/** From "someone has taken it in" to a strategist who has asked the police. */
async function assessTogether({ officer, strategist }: Cast) {
  expect(await approve(officer)).toContain('Gör en första bedömning ihop');
  await officer.press(DONE, {
    'Vad är det?': 'Hot',
    'Är det allvarligt?': 'Ja',
    'Behöver någon vård?': 'Ja',
    'Behövs säkerhetsstrategen?': 'Ja',
    'Gjorde ni bedömningen ihop?': 'Ja',
    'Vem kan vara där nu?': `${SECRET} Gunnel`,
  });
  // A threat goes to the police for advice, so the strategist has got the incident by now.
  // The control questions of a section wait until someone is with the victim.
  expect(view(officer)).toContain('Se till att ingen lämnas ensam');
  expect(newest(strategist)).toContain('Ring polisen och fråga om råd');
  await strategist.press(BUTTON.fillIn);
  await strategist.press('Polisen är kontaktad', {
    'Vem talade du med?': 'Kommunpolisen',
    'Vilket råd gav polisen?': `${SECRET} anmäl`,
    'Jag sade att det rör ett politiskt uppdrag': 'true',
    'Jag frågade om stöd och skydd': 'true',
    'Det här behöver den som leder veta': 'Ring på kvällen',
  });
}

/** The victim says yes; the chief executive gets a card at once and makes the report with all that belongs to it. */
async function reportToPolice({ eva, chief, officer }: Cast) {
  expect(newest(eva)).toContain('Vill du att det polisanmäls?');
  expect(chief.text()).not.toContain('En polisanmälan ska göras');
  await eva.press('Ja, kommunen anmäler');
  expect(newest(chief)).toContain('En polisanmälan ska göras');
  const facts = chief.text(await chief.press(BUTTON.details));
  expect(facts).toContain(EVA.name);
  expect(facts).not.toContain('Gunnel');
  await chief.press(BUTTON.back);
  await chief.press(BUTTON.fillIn);
  await chief.press('Anmälan är gjord', {
    'Vem anmälde?': 'Margareta',
    'Polisens nummer på anmälan': '5000-K1-26',
    'Jag har begärt åtkomstskydd': 'true',
    'Jag har sagt att det rör ett politiskt uppdrag': 'true',
  });
  // The lead did nothing for it, and cannot hold it.
  expect(officer.text()).not.toContain('En polisanmälan ska göras');
}

/** Answers the control questions of all sections that have ended, prefilled. */
async function answerChecks({ officer }: Cast) {
  expect(view(officer)).toContain('Kontroll: besked');
  await officer.press(BUTTON.answerChecks);
  // Prefilled: the strategist has been contacted.
  await officer.press(BUTTON.save);
  expect(view(officer)).toContain('Kontroll: polisen');
  await officer.press(BUTTON.answerChecks);
  await officer.press(BUTTON.save, { Kommentar: `${SECRET} allt gick bra` });
  expect(view(officer)).toContain('Kontroll: stöd direkt');
  const checks = officer.text(await officer.press(BUTTON.answerChecks));
  expect(checks).toContain('Vem valdes som stöd?');
  await officer.press(BUTTON.save, { 'Vet de anhöriga om det?': 'Inte aktuellt' });
  expect(view(officer)).toContain('Kontroll: vård och sällskap');
  await officer.press(BUTTON.answerChecks);
  await officer.press(BUTTON.save, { 'Vilket stöd är i gång?': 'Gunnel ringer varje kväll' });
}

async function supportAndCompany({ officer }: Cast) {
  expect(view(officer)).toContain('Se till att ingen lämnas ensam');
  await officer.press(BUTTON.fillIn);
  await officer.press(DONE, { 'Vem är där nu?': `${SECRET} Gunnel` });
  expect(view(officer)).toContain('Vem vill den utsatte ha som stöd?');
  await officer.press(BUTTON.fillIn);
  await officer.press(DONE, {
    'Stödpersonens namn': `${SECRET} Gunnel`,
    Telefon: '070-174 06 50',
    'Vem ringer?': 'Ingrid',
    'Har stödpersonen svarat?': 'Ja',
  });

  expect(view(officer)).toContain('Sällskap till vården');
  await officer.press(BUTTON.fillIn);
  await officer.press(DONE, { 'Vem är med?': 'Gunnel' });
  await officer.press(BUTTON.fillIn);
  await officer.press(DONE, { 'Vart?': 'Hemma redan' });
  await officer.press(BUTTON.fillIn);
  await officer.press(DONE, { 'Vem stannar?': 'Gunnel' });
}

/** Two persons agree on what is told to whom. */
async function tellOthers({ officer, strategist }: Cast) {
  expect(await approve(officer)).toContain('Två personer ska vara överens');
  await officer.press('Skicka förslaget', {
    'Vilka?': 'Partivänner',
    'Vad säger ni?': `${SECRET} en kollega behöver lugn`,
    'Hur?': 'På gruppmötet',
    'Vem säger det?': 'Ingrid',
  });
  expect(officer.text()).toContain('Väntar på att Lena Strömhag håller med');
  expect(newest(strategist)).toContain('Läs ett förslag');
  expect(strategist.text(await strategist.press(BUTTON.readProposal))).toContain(`${SECRET} en kollega`);
  await strategist.press(BUTTON.confirm);
  await officer.press(NEXT);
  await officer.press(BUTTON.notNeeded);
  await officer.press(BUTTON.notNeeded, { 'Varför?': 'Ingen har hört av sig' });
  expect(view(officer)).toContain('Kontroll: vilka vet?');
  await officer.press(BUTTON.answerChecks);
  await officer.press(BUTTON.save, { 'Vilka har fått veta?': 'Gruppen' });
}

/** Day seven: the talk, what it came to, and the victim's own card. */
async function followUp({ town, eva, officer, strategist }: Cast) {
  await town.later(7 * DAY);
  // The morning's round and the talk's own card come at the same hour.
  expect(officer.text()).toContain('Håll samtalet efteråt');
  await officer.press(BUTTON.fillIn);
  await officer.press('Samtalet är hållet', { 'Vilka var med?': 'Eva och Ingrid' });
  await officer.press(BUTTON.fillIn);
  await officer.press(DONE, { 'Hur är läget?': `${SECRET} sover bättre` });
  await officer.press(BUTTON.fillIn);
  await officer.press(DONE, { 'Behövs fler samtal?': 'Ja', 'Om ja: när?': '2026-12-08' });

  expect(newest(eva)).toContain('Vill du ha någon att prata med?');
  await eva.press('Svara med egna ord');
  await eva.press('Spara mitt svar', {
    'Vill du ha stöd?': 'Ja',
    'Vill du lägga till något?': `${SECRET} gärna snart`,
  });
  expect(newest(strategist)).toContain('Beställ stöd');
  await strategist.press(BUTTON.fillIn);
  await strategist.press('Stödet är beställt', { 'Nummer på beställningen': '42' });

  await town.later(7 * DAY);
  expect(officer.text()).toContain('Nästa samtal');
  await officer.press(BUTTON.writeTalk);
  await officer.press(BUTTON.save, {
    'Vilka var med?': 'Eva och Ingrid',
    'Hur är läget, och vad behövs?': `${SECRET} bra`,
    'Behövs fler samtal?': 'Nej',
  });
}

async function reviewAndClose({ eva, officer }: Cast) {
  expect(view(officer)).toContain('Till sist: hur gick det?');
  await officer.press(BUTTON.writeReview);
  await officer.press(BUTTON.save, { 'Följde ni rutinen?': 'Ja', 'Vad gick bra?': `${SECRET} snabbt stöd` });
  expect(view(officer)).toContain('Allt är gjort');
  expect(officer.text(await officer.press(BUTTON.close))).toContain('är avslutat');
  expect(eva.text()).toContain('är avslutat');
}

async function wholeRoutine(cast: Cast) {
  await assessTogether(cast);
  await reportToPolice(cast);
  await supportAndCompany(cast);
  await answerChecks(cast);
  await tellOthers(cast);
  await followUp(cast);
  await reviewAndClose(cast);
}

async function expectAllEnded({ town, eva }: Cast) {
  const incident = await theIncident(town, eva);
  const states = PLAN_STEPS.map((step) => [step.id, incident?.steps[step.id]?.state]);
  const expected = PLAN_STEPS.map((step) => [step.id, step.id === 'inform-media' ? 'notApplicable' : 'done']);
  expect(states).toEqual(expected);
  expect(Object.keys(incident?.checks ?? {}).sort()).toEqual([
    'company',
    'contacts',
    'information',
    'police',
    'support',
  ]);
  expect(incident).toMatchObject({ state: 'closed', closeReason: 'finished' });
}

describe('the whole routine', () => {
  it('goes from a typed "rapportera hot" to closed and open again, by every role', async () => {
    const cast = await openCast();
    const { town, eva, officer, deputy, strategist, chief, otherOfficer } = cast;

    const sent = eva.text(await report(eva));
    expect(sent).toContain('Tack. Din rapport har kommit in.');
    expect(sent).toContain('Ingrid Björkhage, partiets säkerhetsansvarig');
    expect(sent).toContain('Ingen har svarat än');

    expect(newest(officer)).toContain('Ett nytt ärende väntar på dig');
    expect(newest(strategist)).toContain('Ett ärende har kommit in');
    expect(strategist.has(BUTTON.details)).toBe(false);
    for (const untold of [deputy, chief, otherOfficer]) expect(untold.text()).not.toContain('Ärende 2026');

    const taken = officer.text(await officer.press(BUTTON.acknowledge));
    expect(taken).toContain(EVA.name);
    expect(newest(eva)).toContain('Ingrid Björkhage har tagit emot');
    expect(officer.text(await officer.press(BUTTON.details))).toContain(`${SECRET} ringde i natt`);
    await officer.press(BUTTON.back);

    await wholeRoutine(cast);
    await expectAllEnded(cast);
    expectNowherePosted(town, SECRET, EVA.name, 'Norrlycke');
    for (const untold of [deputy, otherOfficer]) expect(untold.text()).not.toContain('Ärende 2026');

    await officer.press(BUTTON.reopen);
    const refused = officer.text(await officer.press(BUTTON.reopen));
    expect(refused).toContain('Fyll i det här');
    await officer.press(BUTTON.reopen, { 'Varför?': `${SECRET} han ringde igen` });
    expect(await theIncident(town, eva)).toMatchObject({
      state: 'open',
      reopenReason: `${SECRET} han ringde igen`,
    });
    expect(newest(officer)).toContain('Till sist');
    expectNowherePosted(town, SECRET, EVA.name);
  });

  it('goes the same way after an alarm, with the report filled in afterwards', async () => {
    const cast = await openCast();
    const { town, eva, officer } = cast;
    await alarm(eva);
    expect(newest(officer)).toContain('Någon behöver dig nu');
    await officer.press(BUTTON.acknowledge);
    await eva.press(BUTTON.tell);
    await eva.press(BUTTON.review, { 'Vad hände': `${SECRET} han stod vid dörren` });
    await eva.press(BUTTON.send);
    expect(officer.text(await officer.press(BUTTON.details))).toContain(`${SECRET} han stod`);
    await officer.press(BUTTON.back);
    await wholeRoutine(cast);
    await expectAllEnded(cast);
    expectNowherePosted(town, SECRET, EVA.name);
  });
});

describe('a step', () => {
  const HARASSED = {
    'Vad är det?': 'Trakasserier',
    'Är det allvarligt?': 'Nej',
    'Behöver någon vård?': 'Nej',
    'Gjorde ni bedömningen ihop?': 'Ja',
  };
  async function assessed(strategist: 'Ja' | 'Nej') {
    const cast = await openCast();
    await report(cast.eva);
    await cast.officer.press(BUTTON.acknowledge);
    await cast.officer.press(NEXT);
    await cast.officer.press(DONE, { ...HARASSED, 'Behövs säkerhetsstrategen?': strategist });
    return cast;
  }

  it('"Kontakta säkerhetsstrategen" hands the incident to the strategist, who reads nothing before', async () => {
    const { officer, strategist } = await assessed('Ja');
    expect(strategist.has(BUTTON.details)).toBe(false);
    await officer.press(NEXT);
    await officer.press('Kontakta säkerhetsstrategen');
    expect(strategist.text(await strategist.press(BUTTON.details))).toContain(SECRET);
  });

  it('that an answer made needless is ended, and comes back when the answer changes', async () => {
    const { town, eva, officer } = await assessed('Nej');
    const state = async (step: string) => (await theIncident(town, eva))?.steps[step]?.state;
    expect(await state('contact-strategist')).toBe('notApplicable');
    expect(await state('contact-police')).toBe('notApplicable');
    await officer.press(BUTTON.allSteps);
    await officer.press(BUTTON.openStep, { 'Vilket steg?': 'assess' });
    await officer.press(BUTTON.reopenStep);
    await officer.press(BUTTON.reopenStep, { 'Varför?': `${SECRET} det blev värre` });
    await officer.press(BUTTON.fillIn);
    await officer.press(DONE, { 'Är det allvarligt?': 'Ja', 'Behövs säkerhetsstrategen?': 'Ja' });
    expect(await state('contact-police')).not.toBe('notApplicable');
    expectNowherePosted(town, SECRET);
  });

  it('is not needed only with a reason', async () => {
    const { town, eva, officer } = await assessed('Nej');
    await officer.press(BUTTON.allSteps);
    await officer.press(BUTTON.openStep, { 'Vilket steg?': 'initial-support' });
    await officer.press(BUTTON.notNeeded);
    expect(officer.text(await officer.press(BUTTON.notNeeded))).toContain('Fyll i det här');
    await officer.press(BUTTON.notNeeded, { 'Varför?': 'Den utsatte avstod' });
    expect((await theIncident(town, eva))?.steps['initial-support']).toMatchObject({
      state: 'notApplicable',
      reason: 'Den utsatte avstod',
    });
  });

  it('3.2.3 takes two persons: who proposes cannot agree, the other may change the proposal first', async () => {
    const { town, eva, officer, strategist } = await assessed('Nej');
    await officer.press(BUTTON.allSteps);
    await officer.press(BUTTON.openStep, { 'Vilket steg?': 'inform-groups' });
    await officer.press(NEXT);
    await officer.press('Skicka förslaget', { 'Vilka?': 'Partivänner', 'Vad säger ni?': `${SECRET} ett` });
    const incident = await theIncident(town, eva);
    await officer.invoke(officer.chat().at(-1)?.id ?? '', 'confirmGroups', { id: incident?.id, epoch: '1' });
    expect((await theIncident(town, eva))?.steps['inform-groups']?.state).toBe('open');
    await strategist.press(BUTTON.readProposal);
    const agree = strategist.keep(BUTTON.confirm);
    await strategist.press(BUTTON.changeProposal);
    await strategist.press('Skicka förslaget', { 'Vad säger ni?': `${SECRET} två` });
    // The proposal is another one now: the old "Jag håller med" is not about it, and it is the officer's turn.
    await agree();
    expect((await theIncident(town, eva))?.steps['inform-groups']?.state).toBe('open');
    expect(newest(officer)).toContain('Läs ett förslag');
    await officer.press(BUTTON.readProposal);
    await officer.press(BUTTON.confirm);
    expect((await theIncident(town, eva))?.steps['inform-groups']).toMatchObject({
      state: 'done',
      records: { text: `${SECRET} två`, proposedBy: strategist.userId, confirmedBy: officer.userId },
    });
  });

  it.each([
    ['Ja, jag vill ha stöd', 'yes', true],
    ['Nej, det behövs inte', 'no', false],
  ])('support from outside is one press: %s', async (answer, wants, isOrdered) => {
    const { town, eva, strategist } = await assessed('Nej');
    await eva.press('Nej, ingen anmälan');
    await town.later(7 * DAY);
    expect(newest(eva)).toContain('Vill du ha någon att prata med?');
    expect(newest(eva)).toContain('Svara med egna ord');
    await eva.press(answer);
    expect((await theIncident(town, eva))?.steps['assess-professional-support']).toMatchObject({
      state: 'done',
      records: { wants },
      endedBy: eva.userId,
    });
    expect(newest(strategist).includes('Beställ stöd')).toBe(isOrdered);
  });

  it('that is left keeps the incident open, and the card says what is missing', async () => {
    const { town, eva, officer } = await assessed('Nej');
    await officer.press(BUTTON.moreChoices);
    const first = await officer.press(BUTTON.close);
    const second = await officer.press('Visa fler');
    const third = await officer.press('Visa fler');
    expect(officer.has('Visa fler')).toBe(false);
    const missing = [first, second, third].map((card) => officer.text(card)).join('\n');
    expect(missing).toContain('Det här återstår');
    expect(missing).toContain('3.2.1 Stöd på plats');
    expect(missing).toContain('Kontroll: stöd direkt');
    expect(missing).toContain('Till sist: hur gick det?');
    const id = (await theIncident(town, eva))?.id;
    const answer = await officer.invoke(officer.chat().at(-1)?.id ?? '', 'close', { id });
    expect(officer.text(answer.card)).toContain('Allt är inte klart än');
    expect(await theIncident(town, eva)).toMatchObject({ state: 'open' });
  });
});

it('the review page says who will read it, and "Kan läsa din rapport" says who can', async () => {
  const { eva, officer } = await openCast();
  await eva.say('rapportera hot');
  await eva.press(BUTTON.safe, { Parti: 'Socialdemokraterna (S)' });
  await eva.press(BUTTON.next);
  const review = eva.text(await eva.press(BUTTON.review, { 'Vad hände': 'Ett brev' }));
  expect(review).toContain('säger du ja till att Ingrid Björkhage, säkerhetsansvarig i S, får läsa');
  expect(eva.text(await eva.press(BUTTON.send))).toContain('Ingen har öppnat ditt ärende än');
  await officer.press(BUTTON.acknowledge);
  expect(newest(eva)).toContain('Kan läsa din rapport: Ingrid Björkhage.');
});

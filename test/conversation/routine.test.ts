import { steps as PLAN_STEPS } from '../../src/content/municipalities/oxelosund/sections';
import { BUTTON } from '../../src/content/texts/common';
import { LEAD } from '../../src/content/texts/lead';
import { LOG } from '../../src/content/texts/log';
import { READ_FIRST } from '../../src/content/texts/pages';
import { SUSPECTS } from '../../src/content/texts/people/suspects';
import { TAKE } from '../../src/content/texts/printed/takeDocument';
import { REGISTRY, ROUND } from '../../src/content/texts/timed';
import { STATUS } from '../../src/content/texts/victim';
import { UNDO } from '../../src/content/texts/wishes/undo';
import { WORD } from '../../src/content/texts/wishes/word';
import { buttons, inputs, words } from '../support/cardReading';
import type { Person } from '../support/town';
import {
  IS_ASKED,
  NAME,
  NEEDS_STRATEGIST,
  postOf,
  routine,
  STEP,
  titleOf,
  whereAsked,
  wordsOf,
} from './here';
import {
  alarm,
  type Cast,
  DAY,
  EVA,
  expectNowherePosted,
  newest,
  openCast,
  openStep,
  readAndAnswer,
  report,
  SECRET,
  theIncident,
  view,
} from './support';

const NEXT = 'Godkänn nästa steg';
const DONE = 'Klart – nästa steg';

/** The value that stands in an input before anybody types. */
const filledIn = (person: Person, label: string): string | undefined =>
  inputs(person.card()).find((one) => one.label === label)?.value;

const approve = async (officer: Person) => officer.text(await officer.press(NEXT));

/** From "someone has taken it in" to a strategist who has asked the police. */
async function assessTogether({ officer, strategist }: Cast) {
  expect(await approve(officer)).toContain('Gör en första bedömning ihop');
  await officer.press(DONE, {
    'Vad gäller det?': 'Hot',
    'Är det allvarligt?': 'Ja',
    'Behöver någon vård?': 'Ja',
    [NEEDS_STRATEGIST]: 'Ja',
    'Gjorde ni bedömningen ihop?': 'Ja',
    'Vem kan vara hos den utsatte nu?': `${SECRET} Gunnel`,
  });
  // A threat goes to the police for advice, so the strategist has that part by now; the rest takes a press of its own.
  expect(view(officer)).toContain('Ta hjälp av säkerhetsstrategen');
  await officer.press('Kontakta säkerhetsstrategen');
  expect(view(officer)).toContain('Se till att den utsatte inte är ensam');
  expect(newest(strategist)).toContain('Ring polisen och fråga om råd');
  await strategist.press(BUTTON.fillIn);
  await strategist.press('Polisen är kontaktad', {
    'Vem svarade hos polisen?': 'Kommunpolisen',
    'Vilket råd gav polisen?': `${SECRET} anmäl`,
    'Jag sa att det rör ett politiskt uppdrag': 'true',
    'Jag frågade om brottsofferstöd': 'Ja, polisen erbjöd stöd',
    'Jag frågade om personsäkerhet': 'Ja, men inget erbjöds',
    'Det här behöver den som leder veta': 'Ring på kvällen',
  });
  // What the answers ask for has come to the form.
  await strategist.press('Polisen är kontaktad', {
    'Vilket stöd erbjöd polisen?': `${SECRET} en telefontid`,
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
  const shown = view(chief);
  for (const part of [EVA.name, 'Kommunpolisen', `${SECRET} anmäl`]) expect(shown).toContain(part);
  expect(filledIn(chief, 'Vem anmälde?')).toBe(NAME.chief);
  await chief.press('Anmälan är gjord', {
    'Polisens nummer på anmälan': '5000-K1-26',
    'Jag har begärt åtkomstskydd': 'true',
    'Jag har sagt att det rör ett politiskt uppdrag': 'true',
  });
  // The lead did nothing for it, and cannot hold it.
  expect(officer.text()).not.toContain('En polisanmälan ska göras');
}

/** The forms come one after the other, each filled in with what was said before. */
async function supportAndCompany({ officer }: Cast) {
  // That the victim said yes has come as a new card.
  await officer.press(BUTTON.fillIn);
  expect(view(officer)).toContain('Se till att den utsatte inte är ensam');
  expect(filledIn(officer, 'Vem är hos den utsatte?')).toBe(`${SECRET} Gunnel`);
  await officer.press(DONE);
  expect(view(officer)).toContain('Vem vill den utsatte ha som stöd?');
  expect(filledIn(officer, 'Vem ringer stödpersonen?')).toBe(`${SECRET} Gunnel`);
  await officer.press(DONE, {
    'Stödpersonens namn': `${SECRET} Bengt`,
    Telefon: '070-174 06 50',
    'Har stödpersonen svarat?': 'Ja',
  });
  expect(view(officer)).toContain('Sällskap till vården');
  expect(filledIn(officer, 'Vem följer med?')).toBe(`${SECRET} Gunnel`);
  await officer.press(DONE);
  await officer.press('Hemma redan');
  expect(filledIn(officer, 'Vem stannar hos den utsatte?')).toBe(`${SECRET} Gunnel`);
  await officer.press(DONE);
}

/** Two persons agree on what is told to whom; the press that ended the step before has opened it. */
async function tellOthers({ eva, officer, strategist }: Cast) {
  expect(view(officer)).toContain('Två personer ska vara överens');
  expect(filledIn(officer, 'Vem berättar?')).toBe(NAME.officer);
  await officer.press('Skicka förslaget', {
    'Vilka ska få veta?': 'Partivänner',
    'Vad ska de få veta?': `${SECRET} en kollega behöver lugn`,
    'På vilket sätt?': 'På gruppmötet',
  });
  expect(officer.text()).toContain(READ_FIRST.waits);
  expect(newest(strategist)).not.toContain('Läs ett förslag');
  await readAndAnswer(eva, READ_FIRST.answers.yes);
  expect(newest(strategist)).toContain('Läs ett förslag');
  expect(strategist.text(await strategist.press(BUTTON.readProposal))).toContain(`${SECRET} en kollega`);
  expect(officer.text()).toContain(`Väntar på svar från ${NAME.strategist}`);
  // The first talk has a card of its own. Nothing lures to what opens by date.
  expect(view(officer)).toContain('Håll det första samtalet');
  expect(officer.has(NEXT)).toBe(false);
  await officer.press(BUTTON.firstTalk);
  expect(filledIn(officer, 'Vilka var med?')).toBe(`${EVA.name} och ${NAME.officer}`);
  await officer.press(BUTTON.save, { 'Hur är läget, och vad behövs?': `${SECRET} sover dåligt` });
  expect(view(officer)).toContain('Nu väntar ni på andra');
  expect(view(officer)).toContain('Det öppnas fredag 27 november');
  await strategist.press(BUTTON.confirm);
}

/** The next working day: the victim's own card on support. */
async function professionalSupport({ town, eva, strategist }: Cast) {
  await town.later(DAY);
  expect(newest(eva)).toContain('Vill du ha samtalsstöd?');
  await eva.press('Svara med egna ord');
  await eva.press('Ja, jag vill ha stöd', { 'Vill du lägga till något?': `${SECRET} gärna snart` });
  expect(newest(strategist)).toContain('Beställ samtalsstöd');
  await strategist.press(BUTTON.fillIn);
  await strategist.press('Stödet är beställt', { 'Nummer på beställningen': '42' });
}

/** Day seven: the follow-up talk, and what it came to. */
async function followUp({ town, officer }: Cast) {
  await town.later(6 * DAY);
  // The morning's round and the talk's own card come at the same hour.
  expect(officer.text()).toContain('Håll uppföljningssamtalet');
  await officer.press(BUTTON.fillIn);
  expect(filledIn(officer, 'Vilka var med?')).toBe(`${EVA.name} och ${NAME.officer}`);
  await officer.press('Samtalet är hållet');
  await officer.press(DONE, { 'Hur är läget?': `${SECRET} sover bättre` });
  // One way to say no, and one to say yes.
  expect(officer.has(BUTTON.notNeeded)).toBe(false);
  await officer.press('Ja, ett till', { 'Om ja: vilken dag?': '2026-12-08' });

  await town.later(7 * DAY);
  expect(officer.text()).toContain('Nästa uppföljningssamtal');
  await officer.press(BUTTON.writeTalk);
  await officer.press(BUTTON.save, {
    'Vilka var med?': 'Eva och Ingrid',
    'Hur är läget, och vad behövs?': `${SECRET} bra`,
    'Behövs fler samtal?': 'Nej',
  });
}

/** Nothing that serves an open matter: what may be done with a closed one, and no more. */
const OF_CLOSED = [
  BUTTON.contacts,
  // Somebody may be named afterwards too: they lose what they could read.
  SUSPECTS.button,
  WORD.button,
  BUTTON.reopen,
  BUTTON.details,
  LOG.whoSees,
  // For ten minutes, by whoever closed it.
  UNDO.button,
  BUTTON.report,
  REGISTRY.button,
  // The strategist registers what has been drawn up.
  TAKE.button,
] as const;

function expectOver({ eva, officer, deputy, strategist, deputyStrategist, chief }: Cast) {
  expect(view(officer)).toContain('är avslutat');
  for (const person of [eva, strategist, chief])
    expect(newest(person)).toContain(`${NAME.officer} avslutade`);
  // Whoever registers is told what has become a document now, and of what kind only.
  expect(newest(strategist)).toContain('Nu är de upprättade: anteckningarna om åtgärder och bedömning');
  for (const person of [eva, chief]) expect(newest(person)).not.toContain('upprättade');
  for (const person of [eva, officer, deputy, strategist, deputyStrategist, chief])
    for (const card of person.sees()) {
      const left = buttons(card).map(({ title }) => title);
      // A morning's list leads to the card as it is now, and the next one takes its place.
      if (words(card).includes('Ärende 2026') && !left.includes(ROUND.snooze))
        expect(left.filter((title) => !(OF_CLOSED as readonly string[]).includes(title))).toEqual([]);
    }
}

async function reviewAndClose(cast: Cast) {
  const { town, eva, officer, strategist } = cast;
  // Those whose word is asked beside the lead's, before it is closed.
  for (const person of [eva, strategist]) expect(newest(person)).toContain(WORD.title);
  await eva.press(WORD.button);
  await eva.press(BUTTON.save, { [WORD.fields.worked]: `${SECRET} att någon ringde` });
  expect(view(eva)).not.toContain(WORD.title);
  expect(view(officer)).toContain('Kontrollfrågorna');
  const page = officer.text(await officer.press(BUTTON.answerChecks));
  for (const part of [
    'Stämmer det här?',
    'Första kontakten',
    'Stöd direkt',
    'Har polisen kontaktats för råd?\nJa',
  ])
    expect(page).toContain(part);
  expect(filledIn(officer, 'Vilka har fått veta?')).toBe('Partivänner');
  expect(inputs(officer.card()).filter(({ type }) => type === 'Input.ChoiceSet')).toHaveLength(1);
  expect(officer.text(await officer.press('Det stämmer'))).toContain('Fyll i det här');
  await officer.press('Det stämmer', {
    'Har någon sagt det till de anhöriga?': 'Inte aktuellt',
    'Vilka stödåtgärder är i gång?': 'Gunnel ringer varje kväll',
  });
  const { checks } = (await theIncident(town, eva)) ?? {};
  expect(checks?.support?.answers).toMatchObject({ supported: 'yes', relatives: 'notApplicable' });
  expect(view(officer)).toContain('Till sist: hur gick det?');
  expect(view(officer)).toContain('att någon ringde');
  await officer.press(BUTTON.save, {
    'Användes kommunens rutin?': 'Ja',
    'Vad gick bra?': `${SECRET} snabbt stöd`,
  });
  expect(view(officer)).toContain(LEAD.closeTitle);
  // What happens is said before it does, and one press more is the way back.
  expect(officer.text(await officer.press(BUTTON.close))).toContain(LEAD.closeAsk);
  expect(view(officer)).toContain('ska in i diariet sedan: anteckningarna');
  await officer.press(BUTTON.back);
  await officer.press(BUTTON.close);
  expect(officer.text(await officer.press(LEAD.closeYes))).toContain('är avslutat');
  expectOver(cast);
}

async function wholeRoutine(cast: Cast) {
  await assessTogether(cast);
  await reportToPolice(cast);
  await supportAndCompany(cast);
  await tellOthers(cast);
  await professionalSupport(cast);
  await followUp(cast);
  await reviewAndClose(cast);
}

async function expectAllEnded({ town, eva }: Cast) {
  const incident = await theIncident(town, eva);
  const states = PLAN_STEPS.map((step) => [step.id, incident?.steps[step.id]?.state]);
  const expected = PLAN_STEPS.map((step) => [step.id, step.id === 'inform-media' ? 'notApplicable' : 'done']);
  expect(states).toEqual(expected);
  expect(incident?.checks.information?.answers).toEqual({ informed: 'Partivänner' });
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
  whereAsked('goes from a typed "rapportera hot" to closed and open again, by every role', async () => {
    const cast = await openCast();
    const { town, eva, officer, deputy, strategist, chief, otherOfficer } = cast;

    const sent = eva.text(await report(eva));
    expect(sent).toContain('Tack. Din rapport har kommit in.');
    expect(sent).toContain(`${NAME.officer} (${titleOf('officer')})`);
    expect(sent).toContain('Ingen har svarat än');

    expect(newest(officer)).toContain('Ett nytt ärende väntar på dig');
    expect(newest(strategist)).toContain('Ett ärende har kommit in');
    expect(strategist.has(BUTTON.details)).toBe(false);
    for (const untold of [deputy, chief, otherOfficer]) expect(untold.text()).not.toContain('Ärende 2026');

    const taken = officer.text(await officer.press(BUTTON.acknowledge));
    expect(taken).toContain(EVA.name);
    expect(newest(eva)).toContain(`${NAME.officer} har tagit emot`);
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

  whereAsked('goes the same way after an alarm, with the report filled in afterwards', async () => {
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
    // It is acute: until somebody has spoken with the victim the ladder goes on.
    await officer.press(BUTTON.spoke);
    await wholeRoutine(cast);
    await expectAllEnded(cast);
    expectNowherePosted(town, SECRET, EVA.name);
  });
});

describe('a step', () => {
  const HARASSED = {
    'Vad gäller det?': 'Trakasserier',
    'Är det allvarligt?': 'Nej',
    'Behöver någon vård?': 'Nej',
    'Gjorde ni bedömningen ihop?': 'Ja',
  };
  async function assessed(strategist: 'Ja' | 'Nej') {
    const cast = await openCast();
    await report(cast.eva);
    await cast.officer.press(BUTTON.acknowledge);
    await cast.officer.press(NEXT);
    await cast.officer.press(DONE, { ...HARASSED, [NEEDS_STRATEGIST]: strategist });
    return cast;
  }

  it('"Kontakta säkerhetsstrategen" hands the incident to the strategist, who reads nothing before', async () => {
    const { officer, strategist } = await assessed('Ja');
    expect(strategist.has(BUTTON.details)).toBe(false);
    // It was opened with the press before; telling the strategist takes one of its own.
    await officer.press(wordsOf(STEP.strategist).done);
    expect(strategist.text(await strategist.press(BUTTON.details))).toContain(SECRET);
  });

  it('that an answer made needless is ended, and comes back when the answer changes', async () => {
    const { town, eva, officer } = await assessed('Nej');
    const state = async (step: string) => (await theIncident(town, eva))?.steps[step]?.state;
    expect(await state(STEP.strategist.id)).toBe('notApplicable');
    expect(await state(STEP.police.id)).toBe('notApplicable');
    await openStep(officer, 'assess');
    await officer.press(BUTTON.reopenStep);
    await officer.press(BUTTON.reopenStep, { 'Varför?': `${SECRET} det blev värre` });
    await officer.press(BUTTON.fillIn);
    await officer.press(DONE, { 'Är det allvarligt?': 'Ja', [NEEDS_STRATEGIST]: 'Ja' });
    expect(await state(STEP.police.id)).not.toBe('notApplicable');
    expectNowherePosted(town, SECRET);
  });

  it('is not needed only with a reason: one of its own in a press, or typed', async () => {
    const { town, eva, officer } = await assessed('Nej');
    const step = async (id: string) => (await theIncident(town, eva))?.steps[id];
    await officer.press(BUTTON.notNeeded);
    expect(officer.text(await officer.press(BUTTON.notNeeded))).toContain('Fyll i det här');
    await officer.press(BUTTON.notNeeded, { 'Annat skäl': 'Mannen är med' });
    expect(await step('initial-support')).toMatchObject({ state: 'notApplicable', reason: 'Mannen är med' });
    // The next form is there already.
    const next = routine.steps.find((one) => one.protects && one !== STEP.company && !one.need);
    const declined = wordsOf(next ?? STEP.company).reasons?.declined ?? '';
    await officer.press(BUTTON.notNeeded);
    await officer.press(declined);
    expect(await step(next?.id ?? '')).toMatchObject({ state: 'notApplicable', reason: declined });
  });

  it('3.2.3 takes two persons: who proposes cannot agree, the other may change the proposal first', async () => {
    const { town, eva, officer, strategist } = await assessed('Nej');
    await openStep(officer, 'inform-groups');
    await officer.press(NEXT);
    await officer.press('Skicka förslaget', {
      'Vilka ska få veta?': 'Partivänner',
      'Vad ska de få veta?': `${SECRET} ett`,
    });
    const incident = await theIncident(town, eva);
    await officer.invoke(officer.chat().at(-1)?.id ?? '', 'confirmGroups', { id: incident?.id, epoch: '1' });
    expect((await theIncident(town, eva))?.steps['inform-groups']?.state).toBe('open');
    // Asked about the police first: the other question is on the status page.
    await eva.press(BUTTON.status);
    await readAndAnswer(eva, READ_FIRST.answers.yes);
    await strategist.press(BUTTON.readProposal);
    const agree = strategist.keep(BUTTON.confirm);
    await strategist.press(BUTTON.changeProposal);
    await strategist.press('Skicka förslaget', { 'Vad ska de få veta?': `${SECRET} två` });
    // The proposal is another one now: the old "Jag godkänner" is not about it, and it is the officer's turn.
    await agree();
    expect((await theIncident(town, eva))?.steps['inform-groups']?.state).toBe('open');
    // Another text is read anew.
    expect(newest(officer)).not.toContain('Läs ett förslag');
    await eva.press(BUTTON.status);
    await readAndAnswer(eva, READ_FIRST.answers.yes);
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
    if (IS_ASKED) await eva.press('Nej, ingen anmälan');
    await town.later(DAY);
    expect(newest(eva)).toContain('Vill du ha samtalsstöd?');
    expect(newest(eva)).toContain('Svara med egna ord');
    await eva.press(answer);
    expect((await theIncident(town, eva))?.steps['assess-professional-support']).toMatchObject({
      state: 'done',
      records: { wants },
      endedBy: eva.userId,
    });
    expect(newest(strategist).includes('Beställ samtalsstöd')).toBe(isOrdered);
  });

  it('that is left keeps the incident open, and the card says what is missing', async () => {
    const { town, eva, officer } = await assessed('Nej');
    await officer.press(BUTTON.back);
    await officer.press(BUTTON.moreChoices);
    const first = await officer.press(BUTTON.close);
    const second = await officer.press('Visa fler');
    const third = await officer.press('Visa fler');
    expect(officer.has('Visa fler')).toBe(false);
    const missing = [first, second, third].map((card) => officer.text(card)).join('\n');
    expect(missing).toContain('Det här återstår');
    expect(missing).toContain(`${STEP.company.section} ${wordsOf(STEP.company).short}`);
    const check = routine.checks.find(({ after }) => after.includes(STEP.company.section));
    expect(missing).toContain(routine.words.checks[check?.id ?? '']?.title);
    expect(missing).toContain('Till sist: hur gick det?');
    const id = (await theIncident(town, eva))?.id;
    const answer = await officer.invoke(officer.chat().at(-1)?.id ?? '', 'close', { id });
    expect(officer.text(answer.card)).toContain('Allt är inte klart än');
    expect(await theIncident(town, eva)).toMatchObject({ state: 'open' });
  });
});

it('the review page says who will read it, and "Kan läsa ditt ärende" says who can', async () => {
  const { eva, officer } = await openCast();
  await eva.say('rapportera hot');
  await eva.press(BUTTON.safe);
  await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
  const review = eva.text(await eva.press(BUTTON.review, { 'Vad hände': 'Ett brev' }));
  expect(review).toContain(`När du skickar får ${NAME.officer}, ${postOf('officer')}, läsa rapporten`);
  expect(eva.text(await eva.press(BUTTON.send))).toContain(STATUS.nobodyReads);
  await officer.press(BUTTON.acknowledge);
  expect(newest(eva)).toContain(`Kan läsa ditt ärende: ${NAME.officer}.`);
});

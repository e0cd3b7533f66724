import { BUTTON } from '../../src/content/texts/common';
import { LEAD, THREAT } from '../../src/content/texts/lead';
import { GROUPS_CARD, LISTS } from '../../src/content/texts/pages';
import { PREVENTION } from '../../src/content/texts/standing/prevention';
import { REACH, REGISTRY, ROUND } from '../../src/content/texts/timed';
import { STATUS } from '../../src/content/texts/victim';
import { QUIET } from '../../src/content/texts/wishes/quiet';
import { WORD } from '../../src/content/texts/wishes/word';
import { buttons, inputs } from '../support/cardReading';
import type { Person } from '../support/town';
import { labelOf, NAME, NEEDS_FIELD, NEEDS_STRATEGIST, STEP, wordsOf } from './here';
import {
  alarm,
  type Cast,
  DAY,
  newest,
  openCast,
  openStep,
  referenceIn,
  report,
  SECRET,
  theIncident,
  view,
} from './support';
import { typedFor, workUntil } from './workOff';

/*
 * What those read who were walked beside with a phone in the hand: the answer to what they did last, no line twice, no
 * button that is not there, no question whose answer is known.
 */

const PHONED = { 'Vad gäller det?': 'Hot', 'På vilket sätt skedde det?': 'Telefon' };
const PHONE = '070-174 06 40';
/** What a proposal asks, and the press that sends it. */
const TO_WHOM = labelOf(STEP.groups, 'groups');
const PROPOSE = wordsOf(STEP.groups).done;

/** An alarm, the call, and then the report of a threat by telephone. */
async function toldByPhone(): Promise<Cast> {
  const cast = await openCast();
  await alarm(cast.eva);
  await cast.officer.press(BUTTON.acknowledge);
  await cast.town.later(60_000);
  await cast.officer.press(BUTTON.spoke);
  await cast.town.later(60_000);
  await cast.eva.press(BUTTON.tell);
  await cast.eva.press(BUTTON.review, { 'Vad hände': `${SECRET} ringde`, ...PHONED });
  return cast;
}

/** The evening's steps, one form after the other, until it is asked who else is to know. */
async function untilGroups({ town, officer }: Cast): Promise<void> {
  await officer.press(wordsOf(STEP.strategist).done);
  await workUntil(town, officer, wordsOf(STEP.groups).title);
}

/** Somebody's card of their incident, as it is now. */
async function shows(person: Person): Promise<void> {
  await person.say('mina ärenden');
  await person.press(LISTS.show(referenceIn(view(person))));
}

describe('the politician', () => {
  it('is not asked after an alarm whether it is urgent, and hears that the report has come', async () => {
    const { eva } = await toldByPhone();
    expect(view(eva)).toContain('Din telefon');
    expect(view(eva)).not.toContain('Är det bråttom?');
    await eva.press(BUTTON.send, { 'Din telefon': PHONE });
    expect(view(eva)).toContain(`${STATUS.reported}\n`);
    // The call before it is a line below, no longer the title.
    expect(view(eva)).toContain(`${STATUS.spokenTitle}: kl. 10.01.`);
    expect(view(eva).indexOf(STATUS.reported)).toBeLessThan(view(eva).indexOf(STATUS.spokenTitle));
  });

  it('is asked in a report without an alarm', async () => {
    const { eva } = await openCast();
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.review, { 'Vad hände': `${SECRET} skriver` });
    expect(view(eva)).toContain('Är det bråttom?');
  });

  it('reads that no party has been told where they chose the municipality, and so does who leads', async () => {
    const { eva, strategist } = await openCast();
    await eva.say('rapportera hot');
    await eva.press(BUTTON.alarmMunicipality);
    expect(view(eva)).toContain(STATUS.partyUntold);
    await strategist.press(BUTTON.acknowledge);
    expect(view(strategist)).toContain(LEAD.municipalityChosen);
    expect(newest(eva)).toContain(STATUS.partyUntold);
  });

  it('does not read so where their party has it', async () => {
    const { eva, officer } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    expect(newest(eva)).not.toContain(STATUS.partyUntold);
    expect(view(officer)).not.toContain(LEAD.municipalityChosen);
  });

  it('is not offered a course for the new while their matter is open', async () => {
    const { town, eva, deputy } = await openCast();
    const mallory = town.person('7e57da7a-0000-4000-8000-000000000099', 'Mallory Nyvald');
    await mallory.install();
    await report(eva);
    await town.later(4 * DAY);
    expect(JSON.stringify(eva.chat())).not.toContain(PREVENTION.newMember);
    // Whoever has none gets it.
    expect(JSON.stringify(mallory.chat())).toContain(PREVENTION.newMember);
    expect(JSON.stringify(deputy.chat())).not.toContain(PREVENTION.newMember);
  });
});

describe('the officer', () => {
  it('is told nowhere on the card to ring somebody who hides, also not for the assessment', async () => {
    const { eva, officer } = await openCast();
    await alarm(eva);
    await eva.press(QUIET.hide);
    await officer.press(BUTTON.acknowledge);
    await officer.say('mina ärenden');
    await officer.press(`Visa ${referenceIn(view(officer))}`);
    for (const card of [view(officer), officer.text(await officer.press(BUTTON.approve))]) {
      expect(card).toContain(QUIET.strip.hiding);
      expect(card).toContain(QUIET.unrung);
      expect(card).not.toContain('Ring först');
      expect(card).not.toContain(REACH.await);
    }
  });

  it('finds the button that the card names, and is not told that nothing is left to do', async () => {
    const { eva, officer } = await toldByPhone();
    await eva.press(BUTTON.send, { 'Din telefon': PHONE });
    expect(view(officer)).toContain(THREAT.remark);
    expect(buttons(officer.card()).some(({ title }) => title === THREAT.button)).toBe(true);
    expect(THREAT.remark).toContain(THREAT.button);
    await officer.press(THREAT.button);
    await officer.press(BUTTON.save, {
      [THREAT.fields.who]: 'Ingrid',
      [THREAT.fields.source]: `${SECRET} okänd`,
      [THREAT.fields.outcome]: `${SECRET} lågt`,
    });
    expect(view(officer)).not.toContain(THREAT.remark);
    expect(buttons(officer.card()).some(({ title }) => title === THREAT.button)).toBe(false);
  });

  it('agrees with the strategist that nobody else is told: nothing stands there of who tells', async () => {
    const cast = await toldByPhone();
    const { eva, officer, strategist } = cast;
    await eva.press(BUTTON.send, { 'Din telefon': PHONE });
    await untilGroups(cast);
    await officer.press(PROPOSE, { [TO_WHOM]: 'Ingen' });
    const page = strategist.text(await strategist.press(BUTTON.readProposal));
    expect(page).toContain(GROUPS_CARD.confirmNobody);
    expect(page).not.toContain('Vem berättar?');
    await strategist.press(BUTTON.confirm);
    // In the form that may be open meanwhile nothing is changed under their hands.
    await shows(officer);
    expect(view(officer)).toContain(GROUPS_CARD.confirmedNobody(NAME.strategist, 'kl. 10.02'));
  });

  it('hears that what others may know has been agreed, until the follow-up talk opens', async () => {
    const cast = await toldByPhone();
    const { town, eva, officer, strategist } = cast;
    await eva.press(BUTTON.send, { 'Din telefon': PHONE });
    await untilGroups(cast);
    await officer.press(PROPOSE, {
      [TO_WHOM]: 'Partivänner',
      [labelOf(STEP.groups, 'text')]: `${SECRET} en kollega behöver lugn`,
    });
    await eva.press(BUTTON.readProposal);
    await eva.press('Det är okej');
    await strategist.press(BUTTON.readProposal);
    await strategist.press(BUTTON.confirm);
    const line = GROUPS_CARD.confirmed(NAME.strategist, 'kl. 10.02');
    await shows(officer);
    expect(view(officer)).toContain(line);
    await town.later(8 * DAY);
    await officer.say('mina ärenden');
    expect(view(officer)).not.toContain('godkände förslaget');
  });
});

describe('the assessment', () => {
  it('does not ask whether the strategist is needed who has it already, and writes down that they are', async () => {
    const { town, eva, officer } = await openCast();
    await report(eva);
    await officer.press(BUTTON.acknowledge);
    await officer.press(BUTTON.approve);
    const asked = () => inputs(officer.card()).map(({ label }) => label);
    expect(asked()).toContain(NEEDS_STRATEGIST);
    await shows(eva);
    await eva.press(wordsOf(STEP.strategist).victim ?? '');
    await shows(officer);
    await openStep(officer, STEP.assess.id);
    expect(asked()).not.toContain(NEEDS_STRATEGIST);
    expect(asked()).toContain(labelOf(STEP.assess, 'serious'));
    await officer.press(wordsOf(STEP.assess).done, typedFor(town, STEP.assess, officer));
    const { state, records } = (await theIncident(town, eva))?.steps[STEP.assess.id] ?? {};
    expect(state).toBe('done');
    expect(Object.entries(records ?? {})).toContainEqual([NEEDS_FIELD, 'yes']);
  });
});

describe('the strategist', () => {
  it('reads in the morning that a last day is past, not that it is to come', async () => {
    const { town, eva, strategist } = await openCast();
    await report(eva);
    expect(strategist.text()).toContain(REGISTRY.button);
    await town.later(3 * DAY);
    expect(newest(strategist)).toContain(ROUND.late('25 nov.'));
    expect(newest(strategist)).not.toContain(`· ${ROUND.last('25 nov.')}`);
  });
});

it('the thanks for a word on how it went ends with no dot, for a time follows it', () => {
  expect(STATUS.earlier(WORD.thanks, 'kl. 10.00')).toBe('Tack för ditt svar om hur det gick: kl. 10.00.');
});

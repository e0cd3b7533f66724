import { CHOICES } from '../../src/content/fields';
import { BUTTON } from '../../src/content/texts/common';
import { STEP_CARD } from '../../src/content/texts/pages';
import { ALOUD, REGISTER } from '../../src/content/texts/people/aloud';
import { FIRST } from '../../src/content/texts/report';
import { STATUS } from '../../src/content/texts/victim';
import { QUIET } from '../../src/content/texts/wishes/quiet';
import { inputs } from '../support/cardReading';
import type { Person } from '../support/town';
import { BOARD, IS_ASKED, labelOf, NAME, PHONE as PHONE_OF, routine, STEP, whereAsked } from './here';
import { EVA, expectNowherePosted, newest, openCast, SECRET, theIncident, view } from './support';

const PHONE = '070-174 06 40';
const PARTY = 'Socialdemokraterna (S)';
/** Asked where incidents are routed by board too. */
const FOR_BOARD = BOARD.map(() => 'forBoard');

/** An official writes down what Eva tells them. */
async function registers(
  by: Person,
  partyMay: string = REGISTER.partyMay.yes,
  urgent?: string,
  more: Record<string, string> = {},
) {
  await by.say('registrera åt någon');
  await by.press(BUTTON.next, {
    [REGISTER.fields.came]: REGISTER.came.phone,
    'Personens namn': EVA.name,
    [REGISTER.fields.party]: PARTY,
    [REGISTER.fields.partyMay]: partyMay,
  });
  await by.press(BUTTON.next, { 'Personens telefon': PHONE });
  await by.press(BUTTON.review, { 'Vad hände': `${SECRET} de ringde i natt`, ...more });
  return by.press(BUTTON.send, urgent ? { 'Är det bråttom?': urgent } : {});
}

const pressing = async (by: Person, verb: string, data: Record<string, string>) =>
  by.text((await by.invoke(by.chat().at(-1)?.id ?? '', verb, data)).card);

describe('registered for somebody', () => {
  it('by the strategist, on the telephone: the party’s officer is asked, the victim gets no card, the lead reads how it came', async () => {
    const { town, eva, officer, strategist } = await openCast();
    const before = eva.chat().length;
    await registers(strategist);
    expect(strategist.has(ALOUD.button)).toBe(true);
    const incident = await theIncident(town, strategist);
    expect(incident?.reporter).toMatchObject({ person: strategist.userId, kind: 'proxy', came: 'phone' });
    expect(incident?.consent).toMatchObject({ to: 'party', asked: 'report' });
    await officer.press(BUTTON.acknowledge);
    await officer.press(BUTTON.details);
    expect(view(officer)).toContain(EVA.name);
    expect(view(officer)).toContain(REGISTER.by(NAME.strategist, 'phone'));
    expect(view(officer)).toContain(`${SECRET} de ringde i natt`);
    expect(eva.chat().length).toBe(before);
    expectNowherePosted(town, EVA.name, PHONE);
  });

  it('asks an official nothing of themselves that is known, and everybody else gets the first card', async () => {
    const { eva, officer } = await openCast();
    await officer.say('registrera åt någon');
    await officer.press(BUTTON.next, {
      [REGISTER.fields.came]: REGISTER.came.inPerson,
      'Personens namn': EVA.name,
      [REGISTER.fields.party]: PARTY,
      [REGISTER.fields.partyMay]: REGISTER.partyMay.unknown,
    });
    expect(inputs(officer.card()).map(({ id }) => id)).toEqual([...FOR_BOARD, 'phone', 'board']);
    // Nor does what is read aloud say anything of them: "Din telefon" would be the other's.
    await officer.press(BUTTON.next, { 'Personens telefon': PHONE });
    await officer.press(BUTTON.review, { 'Vad hände': SECRET });
    expect(view(officer)).toContain(REGISTER.consent);
    expect(view(officer)).toContain(PHONE);
    expect(view(officer)).not.toMatch(/Din telefon|Ditt uppdrag/);
    expect(view(officer)).not.toContain(PHONE_OF.officer);
    await eva.say('registrera åt någon');
    expect(view(eva)).toContain(FIRST.title);
    await officer.say('hjälp');
    expect(officer.has(REGISTER.button)).toBe(true);
    await eva.say('hjälp');
    expect(eva.has(REGISTER.button)).toBe(false);
  });

  it('is not sent before it is said how it came, and what the victim wants of the party', async () => {
    const { town, strategist } = await openCast();
    await strategist.say('registrera åt någon');
    await strategist.press(BUTTON.next, { 'Personens namn': EVA.name });
    expect(view(strategist)).toContain(REGISTER.title);
    expect(await theIncident(town, strategist)).toBeUndefined();
  });

  it('where the party is not to know: only the municipality, and the party’s officer who registered it reads no more of it', async () => {
    const { town, officer, deputy, strategist } = await openCast();
    await registers(officer, REGISTER.partyMay.no);
    expect((await theIncident(town, officer))?.route).toBe('municipality');
    await strategist.press(BUTTON.acknowledge);
    const id = (await theIncident(town, officer))?.id ?? '';
    expect(view(officer)).toContain(REGISTER.sentTitle);
    expect(await pressing(officer, 'page', { id, page: 'details' })).not.toContain(SECRET);
    expect(deputy.text()).not.toContain((await theIncident(town, officer))?.reference);
    // How it stands they may read to the one who rings them.
    await officer.press(ALOUD.button);
    expect(view(officer)).toContain(`${NAME.strategist}`);
    expect(view(officer)).not.toContain(SECRET);
  });

  it('status by telephone: who has been told, who has seen it, what comes next; the question is read aloud and the answer kept', async () => {
    const { town, officer, strategist } = await openCast();
    await registers(strategist);
    await strategist.press(ALOUD.button);
    expect(view(strategist)).toContain(`meddelade jag ${NAME.officer}`);
    expect(view(strategist)).toContain('Svarar ingen före');
    await officer.press(BUTTON.acknowledge);
    const id = (await theIncident(town, strategist))?.id ?? '';
    const aloud = await pressing(strategist, 'page', { id, page: 'aloud' });
    expect(aloud).toContain(`${NAME.officer} har tagit emot`);
    await officer.press(BUTTON.moreChoices);
    expect(officer.has(ALOUD.button)).toBe(true);
    const own = await pressing(officer, 'page', { id, page: 'aloud' });
    expect(own).toContain(`${NAME.officer} har tagit emot`);
    if (!IS_ASKED) return expect(own).not.toContain(ALOUD.asked);
    expect(own).toContain(ALOUD.asked);
    await pressing(officer, 'recordDecision', {
      id,
      once: 'a'.repeat(26),
      answer: 'municipality',
      how: 'På telefon, jag läste upp frågan',
    });
    expect((await theIncident(town, strategist))?.decision).toMatchObject({
      answer: 'municipality',
      by: officer.userId,
      how: 'På telefon, jag läste upp frågan',
    });
    expect(await pressing(officer, 'page', { id, page: 'aloud' })).toContain('Kommunen anmäler åt dig');
  });

  whereAsked(
    'what the police said is read aloud in whole words, without a word of what to press',
    async () => {
      const { officer, strategist } = await openCast();
      await registers(officer, REGISTER.partyMay.yes, undefined, { 'Vad gäller det?': 'Hot' });
      await officer.press(BUTTON.acknowledge);
      await strategist.press(BUTTON.fillIn);
      await strategist.press(STEP_CARD.nothingToTell, {
        [labelOf(STEP.police, 'whom')]: 'Polisens tips',
        [labelOf(STEP.police, 'advice')]: `${SECRET} anmäl`,
        [labelOf(STEP.police, 'link')]: 'true',
        [labelOf(STEP.police, 'victimSupport')]: CHOICES.victimSupport?.nothing ?? '',
        [labelOf(STEP.police, 'protection')]: CHOICES.protection?.notAsked ?? '',
      });
      await officer.press(BUTTON.moreChoices);
      await officer.press(ALOUD.button);
      expect(view(officer)).toContain(STATUS.offered.victimSupport?.nothing);
      expect(view(officer)).toContain(STATUS.offered.protection?.notAsked);
      expect(view(officer)).not.toContain(routine.words.steps[STEP.police.id]?.result?.line);
    },
  );

  it('once the victim has an account and says that it is theirs, they have the card, and who registered it reads nothing aloud', async () => {
    const { town, eva, officer, strategist } = await openCast();
    await registers(strategist);
    await officer.press(BUTTON.acknowledge);
    const id = (await theIncident(town, strategist))?.id ?? '';
    await pressing(officer, 'bindVictim', { id, once: 'b'.repeat(26), email: EVA.email });
    expect(newest(eva)).not.toContain(SECRET);
    expect(await pressing(eva, 'belongs', { id, answer: 'yes' })).toContain(NAME.officer);
    expect(await pressing(strategist, 'page', { id, page: 'aloud' })).not.toContain(ALOUD.title);
    expect((await theIncident(town, strategist))?.partyQuestion).toBeUndefined();
  });

  it('a victim whose phone another may see is quiet in it too, once they say that it is theirs', async () => {
    const { town, eva, officer, strategist } = await openCast();
    await eva.say('rapportera hot');
    await eva.press(QUIET.watched);
    await registers(strategist);
    await officer.press(BUTTON.acknowledge);
    const id = (await theIncident(town, strategist))?.id ?? '';
    await pressing(officer, 'bindVictim', { id, once: 'b'.repeat(26), email: EVA.email });
    expect(await pressing(eva, 'belongs', { id, answer: 'yes' })).not.toContain(`${NAME.officer} har`);
    expect((await theIncident(town, strategist))?.quiet?.why).toBe('watched');
    await town.later(60_000);
    expect(view(officer)).toContain(QUIET.strip.watched);
  });

  it('who registered it and has no place in it any more reads nothing aloud', async () => {
    const { town, officer, strategist } = await openCast();
    await registers(strategist);
    await officer.press(BUTTON.acknowledge);
    const id = (await theIncident(town, strategist))?.id ?? '';
    expect(await pressing(strategist, 'page', { id, page: 'aloud' })).toContain(ALOUD.title);
    const own = (await town.tables.contacts.read()).find(({ person }) => person === strategist.userId);
    await pressing(officer, 'nameSuspects', { id, suspects: own?.id ?? '', once: 'c'.repeat(26) });
    expect((await theIncident(town, strategist))?.declined).toMatchObject([{ person: strategist.userId }]);
    expect(await pressing(strategist, 'page', { id, page: 'aloud' })).not.toContain(ALOUD.title);
    await town.later(60_000);
    expect(strategist.has(ALOUD.button)).toBe(false);
  });

  it('"Är det bråttom? Ja" begins the ladder of what is acute', async () => {
    const { town, strategist, officer, deputy } = await openCast();
    await registers(strategist, REGISTER.partyMay.yes, 'Ja');
    expect((await theIncident(town, strategist))?.acute).toBe(true);
    expect(officer.has(BUTTON.acknowledge)).toBe(true);
    await town.later(4 * 60_000);
    expect(deputy.has(BUTTON.acknowledge)).toBe(true);
  });
});

import { BUTTON } from '../../src/content/texts/common';
import { GUEST } from '../../src/content/texts/door';
import { ALOUD, REGISTER } from '../../src/content/texts/people/aloud';
import { ASSESSED, NEXT, POLICE_ASKED, policeReport } from './pieces';
import { type Evening, PEOPLE, PHONE, type Stage } from './stage';

/*
 * Kim is a substitute in the council, with an account of the firm where they work: a guest in the municipality's Teams. The bot shows them
 * numbers and no more, whatever happens. They ring Ingrid, who writes it down for them and reads aloud.
 */

/** Ingrid writes down what Kim tells her on the telephone. */
async function registered(stage: Stage): Promise<void> {
  await stage.say('officer', 'registrera åt någon');
  await stage.press('officer', BUTTON.next, {
    [REGISTER.fields.came]: REGISTER.came.phone,
    'Personens namn': PEOPLE.guest.name,
    [REGISTER.fields.party]: 'Socialdemokraterna (S)',
    [REGISTER.fields.partyMay]: REGISTER.partyMay.yes,
  });
  await stage.press('officer', BUTTON.next, { 'Personens telefon': PHONE });
  await stage.press('officer', BUTTON.review, {
    'Vad hände': 'Två män väntade vid bilen efter mötet.',
    'Vad gäller det?': 'Hot',
  });
  await stage.press('officer', BUTTON.send);
}

export const guest: Evening = {
  begins: '2026-12-01T20:00:00Z',
  people: ['guest', 'officer', 'deputy', 'otherOfficer', 'strategist', 'chief'],
  wrong: ['guest', 'otherOfficer'],
  async walk(stage, happens) {
    await stage.say('guest', 'rapportera hot');
    await stage.sees('guest', GUEST.title);
    if (happens) {
      await registered(stage);
      await stage.press('officer', BUTTON.acknowledge);
      await stage.press('officer', BUTTON.approve);
      await stage.press('officer', NEXT, { ...ASSESSED, 'Behövs säkerhetsstrategen?': 'Ja' });
      await stage.press('officer', 'Kontakta säkerhetsstrategen');
      await stage.press('officer', BUTTON.back);
      await stage.press('strategist', BUTTON.fillIn);
      await stage.press('strategist', 'Klart, inget mer att veta', POLICE_ASKED);
      await stage.press('officer', BUTTON.moreChoices);
      await stage.press('officer', ALOUD.button);
      await stage.sees('officer', ALOUD.title);
      await stage.press('officer', BUTTON.back);
      await stage.press('officer', BUTTON.moreChoices);
      await stage.press('officer', BUTTON.recordDecision);
      await stage.press('officer', BUTTON.save, {
        Svar: 'Ja, kommunen anmäler',
        'Hur fick du svaret?': 'På telefon',
      });
      await stage.until('2026-12-02T07:10:00Z');
      await policeReport(stage);
    }
    await stage.until('2026-12-02T12:00:00Z');
    await stage.lookAround();
  },
};

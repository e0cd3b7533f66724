import { BUTTON } from '../../src/content/texts/common';
import { REPLACE, VICTIM_AGAIN } from '../../src/content/texts/timed';
import { ASSESSED, NEXT, reported } from './pieces';
import { type Evening, PEOPLE, type Stage } from './stage';

/*
 * Ingrid leads Eva's case when her party chooses another officer. Eva is asked first, and chooses the new one. From then on Ingrid hears
 * and sees nothing more of it, whatever happens.
 */

/** The strategist puts the new officer on the list. */
async function replaced(stage: Stage): Promise<void> {
  const { name, email } = PEOPLE.newOfficer;
  await stage.say('strategist', 'kontaktlista');
  await stage.press('strategist', REPLACE.button);
  await stage.press('strategist', REPLACE.save, {
    [REPLACE.field]: `${PEOPLE.officer.name}, säkerhetsansvarig i S`,
    [REPLACE.fields.name]: name,
    [REPLACE.fields.phone]: '070-174 06 44',
    [REPLACE.fields.email]: email,
  });
  await stage.sees('strategist', `${name} står nu på listan`);
}

/** It goes on with the new officer. */
async function goesOn(stage: Stage): Promise<void> {
  await stage.sees('newOfficer', BUTTON.acknowledge);
  await stage.press('newOfficer', BUTTON.acknowledge);
}

export const votedOut: Evening = {
  begins: '2026-12-01T15:00:00Z',
  people: [
    'politician',
    'officer',
    'deputy',
    'newOfficer',
    'otherOfficer',
    'strategist',
    'deputyStrategist',
    'chief',
  ],
  wrong: ['officer', 'otherOfficer'],
  async walk(stage, happens) {
    await reported(stage, {
      'Vad hände': 'En man ringde och sa att han vet var jag bor.',
      'Vad gäller det?': 'Hot',
    });
    await stage.press('officer', BUTTON.acknowledge);
    await stage.press('officer', BUTTON.approve);
    await stage.press('officer', NEXT, ASSESSED);
    await replaced(stage);
    await stage.until('2026-12-01T18:00:00Z');
    await stage.sees('politician', VICTIM_AGAIN.keep(PEOPLE.officer.name));
    await stage.press('politician', `Byt till ${PEOPLE.newOfficer.name}`);
    await stage.until('2026-12-01T18:05:00Z');
    if (happens) await goesOn(stage);
    await stage.lookAround();
    await stage.until('2026-12-09T09:00:00Z');
    await stage.lookAround();
  },
};

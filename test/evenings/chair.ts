import { BUTTON } from '../../src/content/texts/common';
import { SUSPECTS } from '../../src/content/texts/people/suspects';
import { ASSESSED, NEXT, POLICE_ASKED, policeReport, sent } from './pieces';
import { type Evening, PEOPLE, type Stage } from './stage';

/*
 * Eva chairs the executive committee. The one who threatened her sits beside the strategist and stands in for her. He is told nothing, and
 * can see nothing that differs from a quiet week: not a number, a row, a hint.
 */

const THREATENER = PEOPLE.deputyStrategist.name;

/** The special contact leads; the strategist talks with the police, and with nobody else. */
async function helped(stage: Stage): Promise<void> {
  await stage.sees('alternate', 'Ett nytt ärende väntar på dig');
  await stage.press('alternate', BUTTON.acknowledge);
  await stage.sees('strategist', 'Ring polisen och fråga om råd');
  await stage.press('alternate', BUTTON.approve);
  await stage.press('alternate', NEXT, ASSESSED);
  await stage.press('alternate', 'Kontakta säkerhetsstrategen');
  await stage.press('alternate', BUTTON.back);
  await stage.press('strategist', BUTTON.details);
  await stage.press('strategist', BUTTON.back);
  await stage.press('strategist', BUTTON.fillIn);
  await stage.press('strategist', 'Klart, inget mer att veta', POLICE_ASKED);
  await stage.sees('politician', 'Vill du att det polisanmäls?');
  await stage.press('politician', 'Ja, kommunen anmäler');
  await policeReport(stage);
  await stage.press('politician', 'Vem kan se min rapport?');
}

export const chair: Evening = {
  begins: '2026-12-01T15:00:00Z',
  people: [
    'politician',
    'officer',
    'deputy',
    'otherOfficer',
    'strategist',
    'deputyStrategist',
    'chief',
    'alternate',
  ],
  wrong: ['deputyStrategist', 'otherOfficer'],
  async walk(stage, happens) {
    if (happens) {
      await stage.say('politician', 'rapportera hot');
      await stage.press('politician', SUSPECTS.beforeButton);
      await stage.press('politician', BUTTON.safe, {
        [SUSPECTS.field]: `${THREATENER}, kommunens säkerhetsstrateg, ersättare`,
      });
      await sent(stage, {
        'Vad hände': 'Han sa att jag ska se mig om på kvällarna.',
        'Vad gäller det?': 'Hot',
        'På vilket sätt skedde det?': 'Öga mot öga',
      });
      await helped(stage);
    }
    await stage.until('2026-12-02T12:00:00Z');
    await stage.lookAround();
    await stage.until('2026-12-08T12:00:00Z');
    await stage.lookAround();
  },
};

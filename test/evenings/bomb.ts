import { OKAY_CARD } from '../../src/content/texts/asking/okay';
import { BUTTON } from '../../src/content/texts/common';
import { JOINED } from '../../src/content/texts/people/joined';
import { ASSESSED, NEXT, reported } from './pieces';
import type { Evening, Stage, Who } from './stage';

/*
 * Somebody rings the council in session: there is a bomb in the hall. Everybody leaves, and three of three parties report it. The strategist
 * asks all whether they are well. Each officer hears of their own councillor alone: it cannot be seen that there are others.
 */

const THREAT = {
  'Vad hände': 'Någon ringde under mötet och sa att det finns en bomb i salen.',
  'Vad gäller det?': 'Bombhot',
  'På vilket sätt skedde det?': 'Telefon',
  'Är det bråttom?': 'Ja',
};

async function led(stage: Stage, officer: Who): Promise<void> {
  await stage.press(officer, BUTTON.acknowledge);
  await stage.press(officer, BUTTON.spoke);
  await stage.press(officer, 'Kontakta säkerhetsstrategen');
  await stage.press(officer, NEXT, ASSESSED);
}

export const bomb: Evening = {
  begins: '2026-12-01T17:00:00Z',
  people: [
    'politician',
    'neighbour',
    'youngest',
    'officer',
    'otherOfficer',
    'leftOfficer',
    'farOfficer',
    'groupLeader',
    'strategist',
    'deputyStrategist',
    'chief',
  ],
  wrong: ['otherOfficer', 'neighbour', 'farOfficer', 'groupLeader'],
  async walk(stage, happens) {
    await reported(stage, THREAT, { who: 'neighbour', party: 'Moderaterna (M)' });
    await led(stage, 'otherOfficer');
    if (happens) {
      await reported(stage, THREAT, { who: 'politician' });
      await led(stage, 'officer');
      await reported(stage, THREAT, { who: 'youngest', party: 'Vänsterpartiet (V)' });
      await stage.press('leftOfficer', BUTTON.acknowledge);
      await stage.press('strategist', JOINED.button);
      await stage.press('strategist', JOINED.join);
    }
    await stage.until('2026-12-01T17:10:00Z');
    await stage.say('strategist', 'är allt bra');
    await stage.press('strategist', OKAY_CARD.ask, { [OKAY_CARD.fields.groups]: OKAY_CARD.all(11) });
    await stage.until('2026-12-01T17:11:00Z');
    for (const who of ['neighbour', 'farOfficer', 'groupLeader'] as const)
      await stage.press(who, OKAY_CARD.yes);
    if (happens) await stage.press('youngest', BUTTON.needHelp);
    await stage.press('strategist', OKAY_CARD.refresh);
    await stage.until('2026-12-02T09:00:00Z');
    await stage.lookAround();
  },
};

import { OKAY_CARD } from '../../src/content/texts/asking/okay';
import { BUTTON } from '../../src/content/texts/common';
import { REGISTER } from '../../src/content/texts/people/aloud';
import { JOINED } from '../../src/content/texts/people/joined';
import { ASSESSED, NEXT, reported } from './pieces';
import type { Evening, Stage, Who } from './stage';

/*
 * Somebody rings the council in session: there is a bomb in the hall. Everybody leaves, and three of three parties report it. The strategist
 * stands with the others in the street, writes all of them down at a time, and asks all whether they are well. Each officer hears of their own councillor alone: it cannot be seen that there are others.
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

/** Those who have no phone with them: it lies in the hall. */
const OTHERS = ['Sten Rydgård, S, 070-174 06 43', 'Moa Lindhag, V', 'Ture Ekstrand, Vänsterpartiet'];

async function writtenDown(stage: Stage): Promise<void> {
  await stage.say('strategist', 'registrera åt någon');
  await stage.press('strategist', BUTTON.next, {
    [REGISTER.fields.came]: REGISTER.came.inPerson,
    'Personens namn': 'Ebba Tallmo',
    [REGISTER.fields.party]: 'Socialdemokraterna (S)',
    [REGISTER.fields.partyMay]: REGISTER.partyMay.yes,
    [REGISTER.fields.moreVictims]: OTHERS.join('\n'),
  });
  await stage.press('strategist', BUTTON.next);
  const { 'Är det bråttom?': urgent, ...told } = THREAT;
  await stage.press('strategist', BUTTON.review, told);
  await stage.sees('strategist', REGISTER.several(4));
  await stage.press('strategist', BUTTON.send, { 'Är det bråttom?': urgent });
  await stage.sees('strategist', REGISTER.severalTitle);
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
      await writtenDown(stage);
      await stage.until('2026-12-01T17:20:00Z');
      for (const who of ['officer', 'officer', 'leftOfficer', 'leftOfficer'] as const)
        await stage.press(who, BUTTON.acknowledge);
      await stage.press('strategist', JOINED.button);
      await stage.press('strategist', JOINED.join);
    }
    await stage.until('2026-12-01T17:40:00Z');
    await stage.say('strategist', 'är allt bra');
    await stage.press('strategist', OKAY_CARD.ask, { [OKAY_CARD.fields.groups]: OKAY_CARD.all(11) });
    await stage.until('2026-12-01T17:50:00Z');
    for (const who of ['neighbour', 'farOfficer', 'groupLeader'] as const)
      await stage.press(who, OKAY_CARD.yes);
    if (happens) await stage.press('youngest', BUTTON.needHelp);
    await stage.press('strategist', OKAY_CARD.refresh);
    await stage.until('2026-12-02T09:00:00Z');
    await stage.lookAround();
  },
};

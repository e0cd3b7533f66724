import { BUTTON } from '../../src/content/texts/common';
import { FIRST } from '../../src/content/texts/report';
import { NUMBERS, QUIET } from '../../src/content/texts/wishes/quiet';
import { NEXT, POLICE_ASKED, policeReport } from './pieces';
import type { Evening, Stage } from './stage';

/*
 * Eva's former partner has been violent. He has her code, and stands outside her door on a Tuesday at night. What comes to her phone he
 * reads: he may see numbers, and nothing else. She deletes what she has typed herself.
 */

/** Ingrid rings nobody but the strategist, and says what she knows. */
async function helped(stage: Stage): Promise<void> {
  await stage.sees('officer', QUIET.strip.watched);
  await stage.sees('strategist', 'Ett ärende har kommit in');
  await stage.press('officer', BUTTON.acknowledge);
  await stage.sees('officer', QUIET.leadTitle);
  await stage.press('officer', BUTTON.approve);
  await stage.press('officer', NEXT, {
    'Vad gäller det?': 'Hot',
    'Är det allvarligt?': 'Ja',
    'Behöver någon vård?': 'Nej',
    'Behövs säkerhetsstrategen?': 'Ja',
    'Gjorde ni bedömningen ihop?': 'Nej',
    'Om nej: varför inte?': 'Hen kan inte prata. Systern berättade.',
  });
  await stage.press('officer', 'Kontakta säkerhetsstrategen');
  await stage.press('officer', BUTTON.back);
  await stage.sees('strategist', 'Ring polisen och fråga om råd');
  await stage.sees('strategist', QUIET.police);
  await stage.press('strategist', BUTTON.fillIn);
  await stage.press('strategist', 'Klart, inget mer att veta', POLICE_ASKED);
}

/** On Wednesday Eva comes to the town hall. She says there what she wants; her phone is at home. */
async function inPerson(stage: Stage): Promise<void> {
  await stage.press('officer', BUTTON.spoke);
  await stage.press('officer', BUTTON.moreChoices);
  await stage.press('officer', BUTTON.recordDecision);
  await stage.press('officer', BUTTON.save, {
    Svar: 'Ja, kommunen anmäler',
    'Hur fick du svaret?': 'Hen kom till stadshuset',
  });
  await stage.until('2026-12-02T12:05:00Z');
  await policeReport(stage);
}

export const phone: Evening = {
  begins: '2026-12-01T20:40:00Z',
  people: ['politician', 'officer', 'deputy', 'groupLeader', 'otherOfficer', 'strategist', 'chief'],
  wrong: ['politician', 'otherOfficer', 'groupLeader'],
  async walk(stage, happens) {
    await stage.say('politician', 'rapportera hot');
    await stage.press('politician', QUIET.watched);
    await stage.say('politician', 'rapportera hot');
    await stage.press('politician', happens ? FIRST.alarm('S') : QUIET.watched);
    await stage.sees('politician', NUMBERS.title);
    if (happens) await helped(stage);
    await stage.until('2026-12-01T21:30:00Z');
    await stage.lookAround();
    await stage.until('2026-12-02T12:00:00Z');
    if (happens) await inPerson(stage);
    await stage.until('2026-12-03T09:00:00Z');
    await stage.lookAround();
  },
  /** Eva has another phone, and wants to read. */
  async after(stage) {
    await stage.press('politician', NUMBERS.lift);
    await stage.until('2026-12-03T09:10:00Z');
    await stage.sees('politician', 'Vill du ha samtalsstöd?');
  },
};

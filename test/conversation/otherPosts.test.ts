import { BUTTON } from '../../src/content/texts/common';
import { LISTS } from '../../src/content/texts/pages';
import { FIRST } from '../../src/content/texts/report';
import { STATUS } from '../../src/content/texts/victim';
import { buttons as buttonsOf } from '../support/cardReading';
import { lindvik, lindviksContacts } from '../support/lindvik';
import { openTown, resident } from './support';

/* A municipality with other posts than Oxelösund's, through the front door. */

const EVA = { id: '7e57da7a-0000-4000-8000-000000000299', name: 'Eva Norrlycke' };
const HOUR = 3_600_000;

async function openLindvik() {
  const town = await openTown({ municipality: lindvik, contacts: lindviksContacts });
  const [eva, leader, otherLeader, officer, otherOfficer, coordinator, manager, chancery] = await Promise.all(
    [
      resident(town, EVA.id, EVA.name),
      town.contact('groupLeader', 'A'),
      town.contact('groupLeader', 'B'),
      town.contact('boardOfficer', 'skola'),
      town.contact('boardOfficer', 'bygg'),
      town.contact('securityCoordinator'),
      town.contact('securityManager'),
      town.contact('headOfChancery'),
    ],
  );
  return { town, eva, leader, otherLeader, officer, otherOfficer, coordinator, manager, chancery };
}

const WHERE = { 'Gäller det en nämnd?': 'skolnämnden' };

describe('a municipality with group leaders and board officers', () => {
  it('an alarm reaches the party’s and the board’s, who takes it on leads, and is named by their post', async () => {
    const { eva, leader, otherLeader, officer, otherOfficer, coordinator } = await openLindvik();
    await eva.say('rapportera hot');
    await eva.press('Larma skolnämnden');
    const answer = eva.text(await eva.press(STATUS.tellParty('A')));
    expect(answer).toContain('Gun Alm (partiets gruppledare)');
    expect(answer).toContain('Siv Skog (förvaltningens trygghetsombud)');
    for (const one of [leader, officer]) expect(one.has('Jag har tagit emot')).toBe(true);
    for (const one of [otherLeader, otherOfficer]) expect(one.has('Jag har tagit emot')).toBe(false);
    expect(coordinator.text()).toContain(
      'Förvaltningens trygghetsombud och partiets gruppledare frågas först.',
    );
    const taken = officer.text(await officer.press('Jag har tagit emot'));
    expect(taken).toContain(EVA.name);
    expect(officer.text(await officer.press('Visa uppgifter'))).toContain('skolnämnden');
    expect(eva.text()).toContain('Siv Skog');
    expect(leader.text()).not.toContain(EVA.name);
  });

  it('an alarm to the municipality goes to the board’s officer and the coordinator, never to the party', async () => {
    const { town, eva, leader, officer, coordinator, manager } = await openLindvik();
    await eva.say('rapportera hot');
    await eva.press('Larma skolnämnden');
    expect(officer.has('Jag har tagit emot')).toBe(true);
    await town.until(new Date(town.now.getTime() + 10 * 60_000).toISOString());
    for (const one of [coordinator, manager]) expect(one.has('Jag har tagit emot')).toBe(true);
    expect(leader.has('Jag har tagit emot')).toBe(false);
  });

  it('a board that is pressed after another red button is told too, and twenty presses are one', async () => {
    const { town, eva, officer, otherOfficer, leader } = await openLindvik();
    await eva.say('rapportera hot');
    const draft = String(buttonsOf(eva.card()).find(({ title }) => title === 'Larma A')?.data.draft);
    const card = eva.chat().at(-1)?.id ?? '';
    await eva.invoke(card, 'alarmParty', { draft, party: 'A' });
    expect(leader.has('Jag har tagit emot')).toBe(true);
    for (let time = 0; time < 20; time++)
      await eva.invoke(card, 'alarmParty', { draft, party: 'A', forBoard: 'skola' });
    expect(officer.has('Jag har tagit emot')).toBe(true);
    expect(otherOfficer.has('Jag har tagit emot')).toBe(false);
    const rows = await town.tables.index.of(eva.userId, 50);
    expect(rows).toHaveLength(2);
  });

  it('the last page of a report says who will read it, by the posts that the municipality has', async () => {
    const { eva } = await openLindvik();
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press('Fortsätt', { 'Ditt parti': 'Ängspartiet (A)', ...WHERE });
    const review = eva.text(await eva.press('Granska', { 'Vad hände': 'Någon ringde' }));
    expect(review).toContain(
      'När du skickar får Gun Alm, gruppledare i A och Siv Skog, trygghetsombud för skolnämnden, läsa rapporten.',
    );
    await eva.press('Skicka bara till kommunen');
    expect(eva.text()).toContain('Siv Skog (förvaltningens trygghetsombud)');
    expect(eva.text()).not.toContain('Gun Alm (partiets gruppledare)');
  });

  it('a silent lead is told of to the coordinator, who takes over; then the manager is next', async () => {
    const { town, eva, leader, coordinator, manager } = await openLindvik();
    await eva.say('rapportera hot');
    await eva.press(FIRST.alarm('A'));
    await leader.press('Jag har tagit emot');
    await town.until(new Date(town.now.getTime() + 96 * HOUR).toISOString());
    expect(coordinator.has('Jag tar över')).toBe(true);
    await coordinator.press('Jag tar över');
    expect(eva.text()).toContain('Kaj Sam');
    expect(manager.text()).not.toContain('Jag tar över');
  });

  it('the contact list is the municipality’s own; only who stands for it changes it', async () => {
    const { coordinator, leader } = await openLindvik();
    await coordinator.say('kontaktlista');
    let list = coordinator.text(coordinator.newest());
    while (coordinator.has(LISTS.showMore)) list += coordinator.text(await coordinator.press(LISTS.showMore));
    expect(list).toContain('gruppledare i A');
    expect(list).toContain('trygghetsombud för byggnadsnämnden');
    expect(list).not.toContain('säkerhetsansvarig');
    expect(coordinator.has('Byt person')).toBe(true);
    await leader.say('kontaktlista');
    expect(leader.has('Byt person')).toBe(false);
    await leader.say('övning nåbarhet');
    expect(leader.text(leader.newest())).toContain('Bara kommunens säkerhetssamordnare kan starta en övning');
  });
});

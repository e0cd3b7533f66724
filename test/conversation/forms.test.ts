import { BUTTON } from '../../src/content/texts/common';
import { FIRST, REPORT } from '../../src/content/texts/report';
import { startTown, type Town } from '../support/town';
import { NAME, PHONE, rowOf } from './here';

const KIM = '7e57da7a-0000-4000-8000-000000000040';
const HALF_HOUR = 30 * 60_000;

describe('a form that is open', () => {
  let town: Town;
  beforeEach(async () => {
    town = await startTown();
  });
  afterEach(() => town.stop());

  const alarmed = async () => {
    const officer = await town.contact(...rowOf('officer'));
    const kim = town.person(KIM, 'Eva Norrlycke');
    await kim.install();
    await kim.say('rapportera hot');
    await kim.press(FIRST.alarm('S'));
    return { officer, kim };
  };

  it('is not wiped when the officer acknowledges; the news comes as a card of its own', async () => {
    const { officer, kim } = await alarmed();
    await kim.press(BUTTON.tell);
    const form = kim.card();
    await officer.press(BUTTON.acknowledge);
    expect(kim.text(kim.newest())).toContain(`${NAME.officer} har tagit emot`);
    expect(kim.card()).toBe(form);
    await kim.press(BUTTON.review, { 'Vad hände': 'Jag skrev medan någon tog emot' });
    await kim.press(BUTTON.send);
    expect(officer.text(await officer.press(BUTTON.details))).toContain('Jag skrev medan någon tog emot');
    // Sent: the older card is a line now, and there is one live card.
    expect(kim.text().split(`${NAME.officer} har tagit emot`)).toHaveLength(2);
  });

  it('is not wiped when the incident changes, and its card is right once the form is left', async () => {
    const { officer, kim } = await alarmed();
    await officer.press(BUTTON.acknowledge);
    await officer.press(BUTTON.approve);
    const form = officer.card();
    await kim.press(BUTTON.mistake);
    expect(officer.card()).toBe(form);
    await officer.press(BUTTON.back);
    expect(officer.text(officer.card())).toContain('tryckte fel');
    await town.later(HALF_HOUR);
    expect(officer.text(officer.newest())).toContain('tryckte fel');
  });

  it('comes back as what waits when the chat is empty after a new installation', async () => {
    const { officer } = await alarmed();
    const before = officer.chat().length;
    await officer.install();
    const again = officer.chat().slice(before);
    expect(again.map((one) => officer.text(one.card)).join()).toContain('Någon behöver dig nu');
    expect(again).toHaveLength(2);
  });

  it('reaches an officer who installs the bot after the alarm, and says so long that nobody is reached', async () => {
    const kim = town.person(KIM, 'Eva Norrlycke');
    await kim.install();
    await kim.say('rapportera hot');
    const answer = await kim.press(FIRST.alarm('S'));
    expect(kim.text(answer)).toContain('Ring ett av numren nu');
    expect(kim.text(answer)).toContain(PHONE.officer);
    const officer = await town.contact(...rowOf('officer'));
    expect(officer.has(BUTTON.acknowledge)).toBe(true);
  });
});

describe('a press whose answer is the new task itself', () => {
  it('sends no second card of it', async () => {
    const town = await startTown();
    const strategist = await town.contact(...rowOf('strategist'));
    const kim = town.person(KIM, 'Eva Norrlycke', 'eva@example.com');
    const friend = town.person('7e57da7a-0000-4000-8000-000000000041', 'Ola Vikdal');
    await kim.install();
    await friend.install();
    await friend.say('rapportera hot');
    await friend.press(BUTTON.safe);
    await friend.press(REPORT.forOther);
    await friend.press(BUTTON.next, {
      'Personens namn': 'Eva Norrlycke',
      'Vet personen om det?': 'Nej, inte än',
      'Personens parti': 'S',
    });
    await friend.press(BUTTON.next);
    await friend.press(BUTTON.review, { 'Vad hände': 'Någon ropade efter henne' });
    await friend.press(BUTTON.send);
    await strategist.press(BUTTON.acknowledge);
    await strategist.press(BUTTON.moreChoices);
    await strategist.press(BUTTON.bind);
    await strategist.press(BUTTON.bind, { 'Den utsattes e-post': 'eva@example.com' });
    const before = kim.chat().length;
    const answer = await kim.press('Ja, det gäller mig');
    expect(kim.text(answer)).toContain('Är det okej att ditt parti får veta?');
    expect(kim.chat()).toHaveLength(before);
    // The message itself shows it too, on every device.
    expect(kim.text(kim.newest())).toContain('Är det okej att ditt parti får veta?');
    await town.stop();
  });
});

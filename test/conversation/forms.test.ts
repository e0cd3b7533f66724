import { startTown, type Town } from '../support/town';

const KIM = '7e57da7a-0000-4000-8000-000000000040';
const HALF_HOUR = 30 * 60_000;

describe('a form that is open', () => {
  let town: Town;
  beforeEach(async () => {
    town = await startTown();
  });
  afterEach(() => town.stop());

  const alarmed = async () => {
    const officer = await town.contact('partySecurityOfficer', 'S');
    const kim = town.person(KIM, 'Eva Norrlycke');
    await kim.install();
    await kim.say('rapportera hot');
    await kim.press('Larma mitt parti', { Parti: 'S' });
    return { officer, kim };
  };

  it('is not wiped when the officer acknowledges; the news comes as a card of its own', async () => {
    const { officer, kim } = await alarmed();
    await kim.press('Berätta vad som hänt');
    const form = kim.card();
    await officer.press('Jag har tagit emot');
    expect(kim.text(kim.newest())).toContain('Ingrid Björkhage har tagit emot');
    expect(kim.card()).toBe(form);
    await kim.press('Granska', { 'Vad hände': 'Jag skrev medan någon tog emot' });
    await kim.press('Skicka');
    expect(officer.text(await officer.press('Visa uppgifter'))).toContain('Jag skrev medan någon tog emot');
    // Sent: the older card is a line now, and there is one live card.
    expect(kim.text().match(/Ingrid Björkhage har tagit emot/g)).toHaveLength(1);
  });

  it('is not wiped when the incident changes, and its card is right once the form is left', async () => {
    const { officer, kim } = await alarmed();
    await officer.press('Jag har tagit emot');
    await officer.press('Godkänn nästa steg');
    const form = officer.card();
    await kim.press('Jag tryckte fel');
    expect(officer.card()).toBe(form);
    await officer.press('Tillbaka');
    expect(officer.text(officer.card())).toContain('feltryck');
    await town.later(HALF_HOUR);
    expect(officer.text(officer.newest())).toContain('feltryck');
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
    const answer = await kim.press('Larma mitt parti', { Parti: 'S' });
    expect(kim.text(answer)).toContain('Ring själv nu');
    expect(kim.text(answer)).toContain('070-174 06 05');
    const officer = await town.contact('partySecurityOfficer', 'S');
    expect(officer.has('Jag har tagit emot')).toBe(true);
  });
});

import { startTown, type Town } from '../support/town';

const KIM = '7e57da7a-0000-4000-8000-000000000040';

describe('alarm', () => {
  let town: Town;
  beforeEach(async () => {
    town = await startTown();
  });
  afterEach(() => town.stop());

  it('is one press: the officer is told without name or story, the person sees whom', async () => {
    const officer = await town.contact('partySecurityOfficer', 'S');
    const strategist = await town.contact('securityStrategist');
    const kim = town.person(KIM, 'Eva Norrlycke');
    await kim.install();
    await kim.say('rapportera hot');
    const answer = await kim.press('Larma mitt parti', { Parti: 'S' });
    expect(kim.text(answer)).toContain('Ingrid Björkhage');
    expect(kim.text(answer)).toContain('Ingen har svarat än');
    expect(officer.has('Jag har tagit emot')).toBe(true);
    expect(officer.text()).not.toContain('Norrlycke');
    expect(strategist.text()).toContain('Ett ärende har kommit in');
    const taken = await officer.press('Jag har tagit emot');
    expect(officer.text(taken)).toContain('Eva Norrlycke');
    expect(officer.has('Godkänn nästa steg')).toBe(true);
    expect(kim.text(kim.newest())).toContain('Ingrid Björkhage har tagit emot');
  });
});

import { BUTTON } from '../../src/content/texts/common';
import { FIRST } from '../../src/content/texts/report';
import { EVA, newest, openCast } from './support';

describe('an alarm', () => {
  it('is one press: the officer is told without name or story, the person sees whom', async () => {
    const { eva, officer, strategist } = await openCast();
    await eva.say('rapportera hot');
    const answer = eva.text(await eva.press(FIRST.alarm('S')));
    expect(answer).toContain('Ingrid Björkhage');
    expect(answer).toMatch(/Ingrid Björkhage\n[^\n]+\nRing 070-174 06 05/);
    expect(answer).toContain('Ingen har svarat än');
    expect(officer.has(BUTTON.acknowledge)).toBe(true);
    expect(officer.text()).not.toContain('Norrlycke');
    expect(newest(strategist)).toContain('Ett ärende har kommit in');
    const taken = officer.text(await officer.press(BUTTON.acknowledge));
    expect(taken).toContain(EVA.name);
    expect(officer.has(BUTTON.approve)).toBe(true);
    expect(newest(eva)).toContain('Ingrid Björkhage har tagit emot');
  });
});

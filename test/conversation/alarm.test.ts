import { BUTTON } from '../../src/content/texts/common';
import { FIRST } from '../../src/content/texts/report';
import { NAME, PHONE } from './here';
import { EVA, newest, openCast } from './support';

describe('an alarm', () => {
  it('is one press: the officer is told without name or story, the person sees whom', async () => {
    const { eva, officer, strategist } = await openCast();
    await eva.say('rapportera hot');
    const answer = eva.text(await eva.press(FIRST.alarm('S')));
    expect(answer).toContain(NAME.officer);
    expect(answer).toMatch(new RegExp(`${NAME.officer}\\n[^\\n]+\\nRing ${PHONE.officer}`));
    expect(answer).toContain('Ingen har svarat än');
    expect(officer.has(BUTTON.acknowledge)).toBe(true);
    expect(officer.text()).not.toContain('Norrlycke');
    expect(newest(strategist)).toContain('Ett ärende har kommit in');
    const taken = officer.text(await officer.press(BUTTON.acknowledge));
    expect(taken).toContain(EVA.name);
    expect(officer.has(BUTTON.approve)).toBe(true);
    expect(newest(eva)).toContain(`${NAME.officer} har tagit emot`);
  });
});

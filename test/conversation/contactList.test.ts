import { BUTTON } from '../../src/content/texts/common';
import { LEAD } from '../../src/content/texts/lead';
import { LISTS } from '../../src/content/texts/pages';
import { CONTACT_WORDS } from '../../src/content/texts/people/contactList';
import { words } from '../support/cardReading';
import { CONTACTS as EVERYONE, NAME, POLICE } from './here';
import { alarm, newest, openCast, view } from './support';

describe('the contact list', () => {
  it('has 112 and 114 14 first, then the own party, then the municipality; with call and chat in Teams', async () => {
    const { town, eva, officer, otherOfficer } = await openCast();
    await eva.say('kontakter');
    expect(newest(eva)).toContain(`${CONTACT_WORDS.danger}\n`);
    const sent = JSON.stringify(eva.newest());
    for (const part of ['tel:112', 'tel:11414', LEAD.ringInTeams, LEAD.writeInTeams])
      expect(sent).toContain(part);
    expect(newest(eva).indexOf(NAME.strategist)).toBeGreaterThan(newest(eva).indexOf(CONTACT_WORDS.police));
    expect(newest(eva)).not.toContain(NAME.officer);
    // Whose party is known has their own people before all others.
    await alarm(eva);
    await eva.say('kontakter');
    expect(newest(eva).indexOf(NAME.officer)).toBeGreaterThan(0);
    expect(newest(eva).indexOf(NAME.officer)).toBeLessThan(newest(eva).indexOf(NAME.strategist));
    for (const person of [officer, otherOfficer]) {
      await person.say('vem ringer jag?');
      const own = EVERYONE.find(({ userId }) => userId === person.userId);
      expect(newest(person).indexOf(own?.name ?? '-')).toBeLessThan(newest(person).indexOf(NAME.strategist));
    }
    // The police have no chat in Teams.
    let all = newest(eva);
    while (eva.has(LISTS.showMore)) all += words(await eva.press(LISTS.showMore));
    expect(all).toContain(POLICE.phone);
    expect(view(eva)).toContain(BUTTON.report);
    await town.later(0);
  });
});

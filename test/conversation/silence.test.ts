import { BUTTON } from '../../src/content/texts/common';
import { KEEP_SILENCE, LISTS } from '../../src/content/texts/pages';
import { termBegan } from '../../src/routine/calendar/terms';
import { CONTACTS, NAME } from './here';
import { alarm, EVA, newest, openCast, SECRET, theIncident, view } from './support';

/** Nobody has promised on paper. */
const contacts = CONTACTS.map(({ silence: _, ...row }) => row);

describe('silence', () => {
  it('is promised once before the first content is read: never before an alarm’s name, kept with its day, shown to the strategist', async () => {
    const { town, eva, officer, deputy, strategist } = await openCast({ contacts });
    await alarm(eva);
    // The name of who alarmed comes with the press that takes it on.
    expect(officer.text(await officer.press(BUTTON.acknowledge))).toContain(EVA.name);
    await eva.press(BUTTON.tell);
    await eva.press(BUTTON.review, { 'Vad hände': SECRET });
    await eva.press(BUTTON.send);

    const asked = officer.text(await officer.press(BUTTON.details));
    expect(asked).toContain(KEEP_SILENCE.title);
    expect(asked).not.toContain(SECRET);
    const id = (await theIncident(town, eva))?.id ?? '';
    // Not a look: nothing has been read.
    expect((await town.tables.incidents.views(id)).entries.filter(({ what }) => what === 'details')).toEqual(
      [],
    );
    expect(officer.text(await officer.press(KEEP_SILENCE.confirm))).toContain(SECRET);
    expect((await town.tables.incidents.views(id)).entries.map(({ what }) => what)).toContain('details');
    await officer.press(BUTTON.back);
    expect(officer.text(await officer.press(BUTTON.details))).toContain(SECRET);

    await strategist.say('kontaktlista');
    await strategist.press(LISTS.showMore);
    expect(view(strategist)).toMatch(new RegExp(`${NAME.officer}\\n[^\\n]*Intygade tystnad tisdag 24 nov`));
    expect(view(strategist)).toMatch(new RegExp(`${NAME.deputy}\\n[^\\n]*Har inte intygat tystnad`));
    await eva.say('kontaktlista');
    expect(view(eva)).not.toContain('tystnad');
    expect(newest(deputy)).not.toContain(KEEP_SILENCE.title);
  });

  it('is asked anew in a new term, and of who comes new to the post; stored by nobody else', async () => {
    expect(termBegan(new Date('2026-10-14T10:00:00Z'))).toBe('2022-10-15');
    expect(termBegan(new Date('2026-10-15T10:00:00Z'))).toBe('2026-10-15');
    expect(termBegan(new Date('2029-01-01T10:00:00Z'))).toBe('2026-10-15');
    const { town, eva, officer, strategist } = await openCast({
      contacts: contacts.map((row) => (row.party ? { ...row, silence: '2026-10-14' } : row)),
    });
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    expect(officer.text(await officer.press(BUTTON.details))).toContain(KEEP_SILENCE.title);
    const id = (await theIncident(town, eva))?.id ?? '';
    for (const person of [eva, strategist])
      await person.invoke(person.chat().at(-1)?.id ?? '', 'confirmSilence', { id, page: 'details' });
    const rows = await town.tables.contacts.read();
    expect(rows.filter(({ silentAt }) => silentAt?.startsWith('2026-11'))).toEqual([]);
    const { silentAt: _, ...old } = rows.find(({ person }) => person === officer.userId) ?? rows[0] ?? {};
    expect(old).not.toHaveProperty('silentAt');
  });
});

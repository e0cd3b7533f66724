import { personFile } from '../../src/cli/personFile';
import { BUTTON } from '../../src/content/texts/common';
import { LISTS } from '../../src/content/texts/pages';
import { CONTACT_WORDS, ROW_FAULTS } from '../../src/content/texts/people/contactList';
import { KIN, KIN_LOOK } from '../../src/content/texts/people/kin';
import type { Person } from '../support/town';
import { NAME } from './here';
import { alarm, EVA, newest, openCast, report, SECRET, theIncident, view } from './support';

const { fields } = KIN;
const MOTHER = {
  [fields.name]: `Ulla ${SECRET}`,
  [fields.phone]: '070-174 06 77',
  [fields.relation]: 'mamma',
};
const NOTE = { [fields.note]: '**Ring** [inte](https://x.example) på natten 😀 ${1+1}' };

async function leave(person: Person, who: Record<string, string> = MOTHER): Promise<void> {
  await person.say('anhörig');
  await person.press(KIN.open);
  await person.press(KIN.add);
  await person.press(KIN.save, who);
}

const kept = async ({ town }: Awaited<ReturnType<typeof openCast>>) =>
  (await town.tables.people.read(EVA.id))?.value.kin ?? [];

describe('next of kin', () => {
  it('are left, changed and taken away by the politician alone; the chat names nobody', async () => {
    const cast = await openCast();
    const { town, eva, officer } = cast;
    await leave(eva);
    expect(view(eva)).toContain(`Ulla ${SECRET}`);
    await eva.say('mina anhöriga');
    expect(newest(eva)).toContain(KIN.count(1));
    expect(newest(eva)).not.toContain(SECRET);
    await eva.press(KIN.open);
    await eva.press(KIN.change);
    await eva.press(KIN.save, { [fields.phone]: '070-174 06 78' });
    expect(await kept(cast)).toMatchObject([{ name: `Ulla ${SECRET}`, phone: '070-174 06 78' }]);
    // Theirs to read in what is given out of them, and nobody else's.
    const asked = { purpose: 'artikel 15', by: 'test', now: new Date('2026-11-24T10:00:00Z') };
    expect(JSON.stringify(await personFile(town.tables, EVA.id, asked))).toContain(`Ulla ${SECRET}`);
    expect(JSON.stringify(await personFile(town.tables, officer.userId, asked))).not.toContain('Ulla');
    await officer.say('anhörig');
    await officer.press(KIN.open);
    expect(view(officer)).toContain(KIN.count(0));
    const [one] = await kept(cast);
    await officer.invoke(officer.chat().at(-1)?.id ?? '', 'removeKin', { kin: one?.id });
    expect(await kept(cast)).toHaveLength(1);
    await eva.press(KIN.change);
    await eva.press(KIN.remove);
    expect(await kept(cast)).toEqual([]);
  });

  it.each([
    [{ ...MOTHER, [fields.name]: '' }, 'Fyll i det här.'],
    [{ ...MOTHER, [fields.phone]: '' }, 'Fyll i det här.'],
    [{ ...MOTHER, [fields.phone]: 'hemma' }, ROW_FAULTS.badPhone],
    [{ ...MOTHER, [fields.note]: 'x'.repeat(10_000) }, 'Korta texten.'],
  ])('%# is refused with what was typed', async (typed, words) => {
    const cast = await openCast();
    await leave(cast.eva, typed);
    expect(view(cast.eva)).toContain(words);
    expect(await kept(cast)).toEqual([]);
  });

  it('pressed twice is one; there are at most three', async () => {
    const cast = await openCast();
    const { eva } = cast;
    await eva.say('anhörig');
    const message = eva.chat().at(-1)?.id ?? '';
    const typed = { name: 'Ulla', phone: '070-174 06 77' };
    for (const kin of ['a', 'a', 'b', 'c', 'd'])
      await eva.invoke(message, 'saveKin', { kin: kin.repeat(26), ...typed });
    expect((await kept(cast)).map(({ id }) => id[0])).toEqual(['a', 'b', 'c']);
    const answer = await eva.invoke(message, 'ownKin', {});
    expect(eva.text(answer.card)).toContain(KIN.full);
  });

  it('are shown to the lead of an open incident, after the question; the politician is told once a look, the log has it', async () => {
    const cast = await openCast();
    const { town, eva, officer, deputy, chief, otherOfficer, strategist } = cast;
    await leave(eva, { ...MOTHER, ...NOTE });
    await report(eva);
    const id = (await theIncident(town, eva))?.id ?? '';
    // Before anybody leads nobody reads it, nor anybody else after.
    const look = async (person: Person) =>
      person.text((await person.invoke(person.chat().at(-1)?.id ?? '', 'readKin', { id })).card);
    for (const person of [officer, deputy, chief, otherOfficer])
      expect(await look(person)).not.toContain('Ulla');
    await officer.press(BUTTON.acknowledge);
    await officer.say('mina ärenden');
    await officer.press(LISTS.show((await theIncident(town, eva))?.reference ?? ''));
    await officer.press(BUTTON.details);
    await officer.press(KIN_LOOK.button);
    expect(view(officer)).toContain(KIN_LOOK.title);
    expect(view(officer)).not.toContain('Ulla');
    await town.later(60_000);
    const before = eva.chat().length;
    await officer.press(KIN_LOOK.yes);
    for (const part of [`Ulla ${SECRET}`, '070-174 06 77', NOTE[fields.note] ?? '-'])
      expect(view(officer)).toContain(part);
    expect(await look(officer)).toContain('Ulla');
    await town.later(0);
    expect(newest(eva)).toContain(KIN_LOOK.looked);
    expect(newest(eva)).toContain(NAME.officer);
    expect(eva.chat().length).toBe(before + 1);
    expect((await theIncident(town, eva))?.kinLooks).toHaveLength(1);
    const acts = (await town.tables.incidents.history(id)).entries.map(({ act }) => act);
    expect(acts.filter((act) => act === 'readKin')).toHaveLength(1);
    for (const person of [deputy, chief, otherOfficer, strategist])
      expect(await look(person)).not.toContain('Ulla');
    expect((await theIncident(town, eva))?.kinLooks).toHaveLength(1);
  });

  it('of who left none it is said so, with whom to ask; without an account too', async () => {
    const { eva, officer } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    await officer.press(BUTTON.details);
    await officer.press(KIN_LOOK.button);
    await officer.press(KIN_LOOK.yes);
    expect(view(officer)).toContain(KIN_LOOK.none);
    await officer.say('kontakter');
    expect(newest(officer)).toContain(KIN.button);
    expect(newest(officer)).not.toContain(CONTACT_WORDS.edit);
  });
});

import { BUTTON } from '../../src/content/texts/common';
import { FULL_TIME_CARD, LISTS } from '../../src/content/texts/pages';
import { CONTACT_WORDS } from '../../src/content/texts/people/contactList';
import { REPORT } from '../../src/content/texts/report';
import { FULL_TIME, fullTimeIn } from '../../src/routine/model/contact';
import { buttons, words } from '../support/cardReading';
import type { Person } from '../support/town';
import { HERE, rowOf } from './here';
import { type Cast, EVA, newest, openCast, openTown, report, resident, theIncident, view } from './support';

const { fields } = FULL_TIME_CARD;

async function openPage(strategist: Person): Promise<void> {
  await strategist.say('kontaktlista');
  await strategist.press(CONTACT_WORDS.edit);
  await strategist.press(FULL_TIME_CARD.button);
}

async function mark(strategist: Person, email = EVA.email): Promise<void> {
  await openPage(strategist);
  await strategist.press(FULL_TIME_CARD.add, { [fields.name]: EVA.name, [fields.email]: email });
}

/** A report that asks for nothing of the strategist, which the officer has taken. */
async function calmReport({ eva, officer }: Cast): Promise<void> {
  await report(eva, 'Någon skrev en elak kommentar', { 'Vad gäller det?': 'Trakasserier' });
  await officer.press(BUTTON.acknowledge);
}

describe('a politician on full time', () => {
  it('is marked by the strategist: in their incident the strategist is brought in, and reads it', async () => {
    const cast = await openCast();
    const { town, eva, strategist, officer, deputy } = cast;
    await mark(strategist, EVA.email.toUpperCase());
    expect(view(strategist)).toContain(EVA.name);
    await calmReport(cast);
    const incident = await theIncident(town, eva);
    expect(incident?.strategist).toMatchObject({ why: 'fullTime' });
    expect(newest(strategist)).toContain(incident?.reference ?? '-');
    await strategist.press(BUTTON.allSteps);
    // The mark stands on nobody's list, and makes nobody more than they were.
    for (const person of [officer, deputy, eva, strategist]) {
      await person.say('kontaktlista');
      expect(words(person.card())).not.toContain(EVA.name);
      if (person !== strategist)
        expect(buttons(person.card()).map(({ title }) => title)).not.toContain(FULL_TIME_CARD.button);
    }
    expect((await town.tables.chains.list()).entries.map(({ act }) => act)).toContain('add');
  });

  it('reads before it is sent that the strategist reads it too, whatever is ticked; nobody else reads that', async () => {
    const { eva, strategist } = await openCast();
    const review = async () => {
      await eva.say('rapportera hot');
      await eva.press(BUTTON.safe);
      await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
      return eva.text(await eva.press(BUTTON.review, { 'Vad hände': 'En elak kommentar' }));
    };
    const line = REPORT.consentMarked(HERE.municipality.names);
    expect(await review()).not.toContain(line);
    await eva.press(BUTTON.discard);
    await mark(strategist);
    expect(await review()).toContain(line);
  });

  it('who is not marked, or no more, is told of without content; marking an open incident’s victim opens it', async () => {
    const cast = await openCast();
    const { town, eva, strategist } = cast;
    await mark(strategist);
    await openPage(strategist);
    await strategist.press(FULL_TIME_CARD.remove);
    expect(view(strategist)).toContain(FULL_TIME_CARD.none);
    await calmReport(cast);
    expect((await theIncident(town, eva))?.strategist).toBeUndefined();
    await mark(strategist);
    await town.later(0);
    await strategist.say('mina ärenden');
    await strategist.press(LISTS.show((await theIncident(town, eva))?.reference ?? ''));
    expect(buttons(strategist.card()).map(({ title }) => title)).toContain(BUTTON.allSteps);
  });

  it('is marked before they have the bot, once however often it is pressed, and only by a strategist', async () => {
    const town = await openTown();
    const strategist = await town.contact(...rowOf('strategist'));
    const officer = await town.contact(...rowOf('officer'));
    for (let time = 0; time < 2; time++) await mark(strategist);
    const again = { name: 'Mallory', email: 'mallory@kommun.example' };
    await officer.say('kontaktlista');
    await officer.invoke(officer.chat().at(-1)?.id ?? '', 'addFullTime', again);
    await officer.invoke(officer.chat().at(-1)?.id ?? '', 'fullTimePage', {});
    expect(words(officer.card())).not.toContain(FULL_TIME_CARD.title);
    const eva = await resident(town, EVA.id, EVA.name, EVA.email);
    const marked = fullTimeIn(await town.tables.contacts.read());
    expect(marked).toMatchObject([{ role: FULL_TIME, email: EVA.email, person: eva.userId }]);
    const { id } = marked[0] ?? { id: '' };
    await officer.invoke(officer.chat().at(-1)?.id ?? '', 'removeFullTime', { contact: id });
    expect(fullTimeIn(await town.tables.contacts.read())).toHaveLength(1);
    // What is missing is said beside the field, and nothing typed is lost.
    await openPage(strategist);
    const answer = await strategist.press(FULL_TIME_CARD.add, { [fields.name]: 'Nils Ek' });
    expect(JSON.stringify(answer)).toContain('Nils Ek');
    expect(fullTimeIn(await town.tables.contacts.read())).toHaveLength(1);
  });
});

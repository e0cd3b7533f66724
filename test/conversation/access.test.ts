import type { Person, Town } from '../support/town';
import { alarm, openCast, openPair, report, theIncident } from './support';

describe("another's incident, as the id of a draft", () => {
  it('is no more than an id: the review names neither its party nor its officers', async () => {
    const { town, eva, otherOfficer } = await openCast();
    await alarm(eva);
    const id = (await theIncident(town, eva))?.id ?? '';
    const message = otherOfficer.chat().at(-1)?.id ?? '';
    const none = 'aaaaaaaaaaaaaaaaaaaaaaaaaa';
    for (const verb of ['toPage', 'backTo']) {
      const [its, nobodys] = await Promise.all(
        [id, none].map((draft) => otherOfficer.invoke(message, verb, { draft, page: 'what', to: 'review' })),
      );
      expect(JSON.stringify(its?.card).replaceAll(id, none)).toBe(JSON.stringify(nobodys?.card));
    }
  });

  it('is not told about by who was only asked whether it concerns them', async () => {
    const { town, eva, strategist, otherOfficer } = await openCast();
    await otherOfficer.say('rapportera hot');
    await otherOfficer.press('Jag är i säkerhet', { Parti: 'Socialdemokraterna (S)' });
    await otherOfficer.press('Fortsätt', { 'Vem gäller det?': 'Någon annan' });
    await otherOfficer.press('Fortsätt', {
      'Personens namn': 'Eva',
      'Vet personen om det?': 'Ja, personen vet',
    });
    await otherOfficer.press('Granska', { 'Vad hände': 'Ett brev' });
    await otherOfficer.press('Skicka');
    await strategist.press('Jag har tagit emot');
    const id = (await theIncident(town, otherOfficer))?.id ?? '';
    await strategist.invoke(strategist.chat().at(-1)?.id ?? '', 'bindVictim', {
      id,
      email: 'eva.norrlycke@kommun.example',
    });
    expect((await theIncident(town, otherOfficer))?.victim.bound).toBe('asked');
    const answer = await eva.invoke(eva.chat().at(-1)?.id ?? '', 'tell', { id });
    expect(eva.text(answer.card)).toContain('Här finns inget');
    expect(await town.tables.drafts.of(eva.userId)).toEqual([]);
  });

  it('that is reported already is shown to its victim as it is', async () => {
    const { town, eva } = await openCast();
    await report(eva);
    const id = (await theIncident(town, eva))?.id ?? '';
    const answer = await eva.invoke(eva.chat().at(-1)?.id ?? '', 'tell', { id });
    expect(eva.text(answer.card)).not.toContain('Här finns inget');
  });
});

describe('the log of looks', () => {
  const looksOf = async (town: Town, person: Person) => {
    const id = (await theIncident(town, person))?.id ?? '';
    const { entries, whole } = await town.tables.incidents.views(id);
    expect(whole).toBe(true);
    return entries.map(({ what, as }) => `${what} ${as}`);
  };

  it('has every answer that shows content: a name, a form, one that comes back, one that was open already', async () => {
    const { town, eva, officer } = await openPair();
    await report(eva);
    const take = officer.keep('Jag har tagit emot');
    await take();
    await take();
    await officer.press('Godkänn nästa steg');
    await officer.press('Klart – nästa steg', { 'Om inte: varför?': 'x'.repeat(1_001) });
    const id = (await theIncident(town, eva))?.id ?? '';
    const message = officer.chat().at(-1)?.id ?? '';
    await officer.invoke(message, 'approve', { id, step: 'assess' });
    await officer.invoke(message, 'page', { id, page: 'review' });
    await officer.invoke(message, 'amend', { id, page: 'what', what: '' });
    expect(await looksOf(town, eva)).toEqual([
      'name lead',
      'name lead',
      'step:assess lead',
      'step:assess lead',
      'step:assess lead',
      'review lead',
      'amend:what lead',
    ]);
  });

  it('has codes of ours only, whatever a client made up', async () => {
    const { town, eva, officer } = await openPair();
    await report(eva);
    await officer.press('Jag har tagit emot');
    const id = (await theIncident(town, eva))?.id ?? '';
    const message = officer.chat().at(-1)?.id ?? '';
    await officer.invoke(message, 'page', { id, page: 'details', about: 'Eva.Norrlycke' });
    await officer.invoke(message, 'page', { id, page: 'details', about: '7' });
    expect(await looksOf(town, eva)).toEqual(['name lead', 'details lead', 'details:7 lead']);
  });
});

import { BUTTON } from '../../src/content/texts/common';
import { OTHERS } from '../../src/content/texts/people/others';
import { elements } from '../support/cardReading';
import { NAME } from './here';
import { openCast, openTown, resident, SECRET, theIncident, view } from './support';

const NILS = ['7e57da7a-0000-4000-8000-000000000041', 'Nils Berglind'] as const;

describe('who is no politician', () => {
  it.each(['jag är inte politiker', 'anställd', 'närstående', 'jag kandiderar'])(
    'and writes "%s" is told where to turn, with numbers',
    async (said) => {
      const town = await openTown();
      const nils = await resident(town, ...NILS);
      await nils.say(said);
      expect(view(nils)).toContain(OTHERS.title);
      expect(view(nils)).toContain(NAME.strategist);
      const urls = elements(nils.card()).flatMap(({ url }) => (typeof url === 'string' ? [url] : []));
      expect(urls).toEqual(expect.arrayContaining(['tel:112', 'tel:11414']));
    },
  );

  it('finds it from the help card too', async () => {
    const town = await openTown();
    const nils = await resident(town, ...NILS);
    await nils.say('hjälp');
    await nils.press(OTHERS.button);
    expect(view(nils)).toContain(OTHERS.title);
  });

  it('and is close to a politician: what was aimed at them is held as the politician’s incident', async () => {
    const { town, strategist, officer } = await openCast();
    const nils = await resident(town, ...NILS);
    await nils.say('närstående');
    await nils.press(OTHERS.relative);
    expect(view(nils)).toContain(OTHERS.relativeTitle);
    await nils.press(BUTTON.next, {
      'Personens namn': 'Eva Norrlycke',
      'Vet personen om det?': 'Ja, personen vet',
      'Personens parti': 'Socialdemokraterna (S)',
    });
    await nils.press(BUTTON.next, { 'Din telefon': '070-174 06 88' });
    await nils.press(BUTTON.review, { 'Vad hände': `${SECRET} de väntade utanför skolan` });
    await nils.press(BUTTON.send);
    const incident = await theIncident(town, nils);
    expect(incident).toMatchObject({
      victim: { name: 'Eva Norrlycke', bound: 'none' },
      reporter: { kind: 'other', relation: OTHERS.relation },
      report: { relatives: 'yes' },
      // The politician has not said that the party may know.
      route: 'municipality',
    });
    expect(officer.has(BUTTON.acknowledge)).toBe(false);
    await strategist.press(BUTTON.acknowledge);
    await strategist.press(BUTTON.details);
    expect(view(strategist)).toContain(OTHERS.relation);
    expect(view(strategist)).toContain('Riktades det mot någon närstående?');
  });
});

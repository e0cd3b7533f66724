import { BUTTON } from '../../src/content/texts/common';
import { BELONGS } from '../../src/content/texts/victim';
import { NUMBERS, QUIET } from '../../src/content/texts/wishes/quiet';
import { words } from '../support/cardReading';
import type { Person } from '../support/town';
import { NAME } from './here';
import { DAY, newest, openCast, resident, SECRET, theIncident, view } from './support';

/*
 * "Någon kan se min mobil" and "Ring mig inte" hold for what others ask of a person too: no "Gäller det dig?", no drill. Whoever leads sees
 * that they are reached in another way, and not why.
 */

const ULLA = {
  id: '7e57da7a-0000-4000-8000-000000000042',
  name: 'Ulla Svart',
  email: 'ulla.svart@kommun.example',
};

/** Nils tells of Ulla without her knowing; the strategist leads. `before`: done by Ulla meanwhile. */
async function told(before: (ulla: Person) => Promise<unknown>) {
  const cast = await openCast();
  const { town, strategist } = cast;
  const nils = await resident(town, '7e57da7a-0000-4000-8000-000000000041', 'Nils Berglind');
  const ulla = await resident(town, ULLA.id, ULLA.name, ULLA.email);
  await before(ulla);
  await nils.say('rapportera hot');
  await nils.press(BUTTON.safe);
  await nils.press('Det gäller någon annan');
  await nils.press(BUTTON.next, {
    'Personens namn': ULLA.name,
    'Hur känner du personen?': 'Kollega',
    'Vet personen om det?': 'Nej, inte än',
    'Personens parti': 'Socialdemokraterna (S)',
    'Vill personen att partiet får läsa det här?': 'Jag vet inte',
  });
  await nils.press(BUTTON.next, { 'Din telefon': '070-174 06 88' });
  await nils.press(BUTTON.review, { 'Vad hände': `${SECRET} ett brev`, 'Vad gäller det?': 'Hot' });
  await nils.press(BUTTON.send);
  await strategist.press(BUTTON.acknowledge);
  const id = (await theIncident(town, nils))?.id ?? '';
  const bind = () =>
    strategist.invoke(strategist.chat().at(-1)?.id ?? '', 'bindVictim', {
      id,
      once: 'b'.repeat(26),
      email: ULLA.email,
    });
  return { ...cast, nils, ulla, id, bind };
}

const watched = async (ulla: Person) => {
  await ulla.say('rapportera hot');
  await ulla.press(QUIET.watched);
};

describe('whether it is about them', () => {
  it('is not asked of who has a watched phone: nothing is sent or shown; whoever leads reaches them in another way', async () => {
    const { town, ulla, strategist, id, bind } = await told(watched);
    const before = JSON.stringify(ulla.chat());
    await bind();
    await town.later(0);
    for (let day = 0; day < 3; day++) await town.later(DAY);
    expect(JSON.stringify(ulla.chat())).toBe(before);
    await strategist.say('mina ärenden');
    await strategist.press(`Visa ${(await town.tables.incidents.read(id))?.incident.reference}`);
    expect(view(strategist)).toContain(QUIET.unasked);
    // Why, nobody is told.
    for (const why of Object.values(QUIET.strip)) expect(view(strategist)).not.toContain(why);
    // She lifts it, and is asked then.
    await ulla.press(NUMBERS.lift);
    await town.later(60_000);
    expect(ulla.sees().map(words).join()).toContain(BELONGS.title);
  });

  it('is asked of everybody else; who says afterwards that the phone is watched has the card left as it stands', async () => {
    const { town, ulla, bind } = await told(async () => undefined);
    const before = ulla.chat().length;
    await bind();
    await town.later(0);
    expect(ulla.chat().length).toBe(before + 1);
    await watched(ulla);
    const stands = JSON.stringify(ulla.chat());
    await town.later(DAY);
    expect(JSON.stringify(ulla.chat())).toBe(stands);
  });
});

describe('a drill of all', () => {
  it('goes to nobody who hides, and does not say that they were silent', async () => {
    const { town, officer, deputy, strategist } = await openCast();
    await watched(officer);
    const [before, others] = [officer.chat().length, deputy.chat().length];
    await strategist.say('övning nåbarhet');
    await town.later(0);
    expect(officer.chat().length).toBe(before);
    expect(deputy.chat().length).toBe(others + 1);
    await town.later(4 * DAY);
    expect(newest(strategist)).toContain(NAME.deputy);
    expect(newest(strategist)).not.toContain(NAME.officer);
  });
});

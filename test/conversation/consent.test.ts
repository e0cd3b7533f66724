import { BUTTON } from '../../src/content/texts/common';
import type { Person } from '../support/town';
import { NAME, titleOf } from './here';
import { alarm, DAY, EVA, newest, openCast, SECRET, theIncident, view } from './support';

const OUT = 'Du är inte längre med i ärendet';
const STRATEGIST = `${NAME.strategist}, ${titleOf('strategist')}`;

/** How much a person has been sent, ever. */
const sentTo = (person: Person): number => person.chat().length;

describe('consent can be taken back (GDPR 7.3)', () => {
  it('"Byt kontaktperson" to the municipality: the whole party is out, deputies too, and no later ladder reaches it', async () => {
    const { town, eva, officer, deputy, strategist } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    const look = officer.keep(BUTTON.details);
    expect(eva.text(await eva.press(BUTTON.changeContact))).toContain(
      'Väljer du någon i kommunen kan ingen i ditt parti läsa ärendet',
    );
    await eva.press(BUTTON.changeContact, { 'Ny kontaktperson': STRATEGIST });

    const incident = await theIncident(town, eva);
    expect(incident?.route).toBe('municipality');
    expect(incident?.withdrawal).toEqual({ at: town.now.toISOString(), how: 'contact' });
    expect(incident?.declined.map((one) => one.person)).toEqual(
      expect.arrayContaining([officer.userId, deputy.userId]),
    );
    expect(newest(officer)).toContain(OUT);
    expect(officer.text((await look()).card)).not.toContain(EVA.name);
    expect(view(eva)).toContain('Ingen i ditt parti kan läsa ditt ärende sedan');

    // Nobody answers for days: it goes up, and never to the party.
    const before = [sentTo(officer), sentTo(deputy)];
    await town.until(new Date(town.now.getTime() + 1.5 * DAY).toISOString());
    expect([sentTo(officer), sentTo(deputy)]).toEqual(before);
    await strategist.press(BUTTON.acknowledge);
    await town.until(new Date(town.now.getTime() + 1.5 * DAY).toISOString());
    expect([sentTo(officer), sentTo(deputy)]).toEqual(before);
    expect(strategist.text(await strategist.press(BUTTON.allSteps))).toContain(
      'Ingen i partiet kan läsa sedan',
    );
  });

  it('a button of its own, also where the municipality leads: who stood by for the party reads no more', async () => {
    const { town, eva, officer, strategist } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    await officer.press(BUTTON.moreChoices);
    await officer.press(BUTTON.handOver);
    await officer.press(BUTTON.handOver, { 'Vem ska leda?': STRATEGIST });
    await strategist.press(BUTTON.acknowledge);
    const look = officer.keep(BUTTON.details);
    expect(officer.text((await look()).card)).toContain(EVA.name);
    await eva.press(BUTTON.changeContact);
    await eva.press(BUTTON.withdraw);
    await eva.press('Ja, låt bara kommunen läsa');
    expect(officer.text((await look()).card)).not.toContain(EVA.name);
    expect((await theIncident(town, eva))?.lead?.person).toBe(strategist.userId);
    expect((await theIncident(town, eva))?.withdrawal?.how).toBe('asked');
  });

  it('*Larma mitt parti* afterwards: an alarm of its own, with nothing of what was told before', async () => {
    const { town, eva, officer, strategist } = await openCast();
    await eva.say('rapportera hot');
    const red = eva.keep(BUTTON.alarmParty);
    await red({ party: 'S' });
    await officer.press(BUTTON.acknowledge);
    await eva.press(BUTTON.tell);
    await eva.press(BUTTON.review, { 'Vad hände': SECRET });
    await eva.press(BUTTON.send);
    await eva.press(BUTTON.changeContact);
    await eva.press(BUTTON.withdraw);
    await eva.press('Ja, låt bara kommunen läsa');
    await strategist.press(BUTTON.acknowledge);
    const first = await theIncident(town, eva);
    await red({ party: 'S' });
    await red({ party: 'S' });
    expect(newest(officer)).not.toContain(OUT);
    await officer.press(BUTTON.acknowledge);
    const seen = officer.text(await officer.press(BUTTON.details));
    expect(seen).toContain(EVA.name);
    expect(seen).not.toContain(SECRET);
    expect(seen).not.toContain(first?.reference);
  });
});

import { REPORT_FIELDS } from '../../src/content/fields';
import { BUTTON, COMMON } from '../../src/content/texts/common';
import { EVENTS } from '../../src/content/texts/evidence/occurrences';
import { buttons, words } from '../support/cardReading';
import type { Person } from '../support/town';
import { DAY, expectNowherePosted, openCast, report, theIncident, view } from './support';

/*
 * A campaign: what happens again is added to the same incident, or becomes a report of its own.
 */

const HOUR = 3_600_000;
const of = (field: string): string => REPORT_FIELDS[field] ?? field;
const event = (what: string, urgent = 'Nej') => ({ [of('what')]: what, [of('urgent')]: urgent });

/** The texts of all that stands in a person's chat. */
const posted = (person: Person): string[] => person.sees().map((card) => words(card));

async function openLed() {
  const cast = await openCast();
  await report(cast.eva);
  await cast.officer.press(BUTTON.acknowledge);
  return cast;
}

describe('"Det har hänt igen"', () => {
  it('is on the victim’s card, and asks: to this incident, or a report of its own', async () => {
    const { eva } = await openLed();
    await eva.press(EVENTS.again);
    expect(view(eva)).toContain(EVENTS.againTitle);
    await eva.press(EVENTS.other);
    expect(view(eva)).not.toContain(EVENTS.againTitle);
  });

  it('adds an event with its own day; who leads hears of all of a day at once, and reads each', async () => {
    const { town, eva, officer, deputy } = await openLed();
    const before = officer.chat().length;
    for (const what of ['HEMLIGT ett', 'HEMLIGT två', 'HEMLIGT tre']) {
      await eva.press(EVENTS.again);
      await eva.press(EVENTS.here);
      await eva.press(BUTTON.save, event(what));
    }
    expect((await theIncident(town, eva))?.occurrences).toHaveLength(3);
    expect(officer.chat()).toHaveLength(before);
    await town.later(DAY);
    expect(posted(officer).filter((text) => text.includes('3 händelser till'))).toHaveLength(1);
    expect(posted(deputy).join()).not.toContain('händelser till');
    await officer.press(BUTTON.details);
    await officer.press(EVENTS.list);
    await officer.press(EVENTS.open);
    expect(view(officer)).toContain('HEMLIGT ett');
    expectNowherePosted(town, 'HEMLIGT');
  });

  it('of what is urgent rings at once, at night too', async () => {
    const { town, eva, officer } = await openLed();
    await town.later(12 * HOUR);
    const before = officer.chat().length;
    await eva.press(EVENTS.again);
    await eva.press(EVENTS.here);
    await eva.press(BUTTON.save, event('HEMLIGT ute', 'Ja'));
    expect((await theIncident(town, eva))?.acute).toBe(true);
    expect(officer.chat().length).toBeGreaterThan(before);
  });

  it('keeps what each says of an event, and shows all of it to those who read', async () => {
    const { town, eva, officer } = await openLed();
    await eva.press(EVENTS.again);
    await eva.press(EVENTS.here);
    await eva.press(BUTTON.save, event('HEMLIGT först'));
    await officer.press(BUTTON.details);
    await officer.press(EVENTS.list);
    await officer.press(EVENTS.open);
    await officer.press(BUTTON.save, { [of('place')]: 'HEMLIGT torg' });
    await eva.press(EVENTS.list);
    await eva.press(EVENTS.open);
    expect(view(eva)).toContain('HEMLIGT torg');
    expect((await theIncident(town, eva))?.occurrences?.[0]?.versions).toHaveLength(2);
  });

  it('is not offered without a report, nor in the forms of who has no part in it', async () => {
    const { eva, officer, deputy } = await openLed();
    await officer.press(BUTTON.amend);
    expect(words(officer.card())).toContain(EVENTS.add);
    await officer.press(EVENTS.add);
    await officer.press(BUTTON.save, { [of('what')]: 'HEMLIGT' });
    expect(view(officer)).toContain(EVENTS.formTitle);
    expect(view(officer)).toContain(COMMON.required);
    expect(buttons(eva.card()).some(({ title }) => title === EVENTS.list)).toBe(false);
    expect(buttons(deputy.card()).some(({ title }) => title === EVENTS.list)).toBe(false);
  });
});

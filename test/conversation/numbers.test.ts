import { NOTHING_HERE, TROUBLE } from '../../src/content/texts/common';
import { HELP } from '../../src/content/texts/report';
import { elements } from '../support/cardReading';
import type { Person } from '../support/town';
import { DUTY_OFFICER, NAME, PHONE } from './here';
import { alarm, openCast, report, theIncident, view } from './support';

const HOUR = 3_600_000;

/** The links of a card that ring, in the order in which they stand. */
const rings = (card: unknown): string[] =>
  elements(card).flatMap(({ url }) =>
    typeof url === 'string' && url.startsWith('tel:') ? [url.slice(4)] : [],
  );
const digits = (phone: string): string => phone.replace(/[^\d+]/g, '');

/** Whether a number stands before the first button. */
const isBeforeButtons = (card: unknown): boolean => {
  const kinds = elements(card).map(({ type }) => type);
  return kinds.indexOf('Action.OpenUrl') < kinds.indexOf('Action.Execute');
};

const pressed = async (person: Person, verb: string, data: Record<string, string>) =>
  (await person.invoke(person.chat().at(-1)?.id ?? '', verb, data)).card;

describe('a person and a number before anything else', () => {
  it.each(['hjälp', 'vad blir det för mat i dag'])('to "%s"', async (said) => {
    const { eva } = await openCast();
    await eva.say(said);
    expect(view(eva)).toContain(HELP.title);
    expect(view(eva)).toContain(NAME.strategist);
    expect(rings(eva.card())).toEqual([digits(PHONE.strategist), digits(DUTY_OFFICER.phone), '112', '11414']);
    expect(isBeforeButtons(eva.card())).toBe(true);
  });

  it('by night the duty officer’s first', async () => {
    const { town, eva } = await openCast();
    await town.later(13 * HOUR);
    await eva.say('hjälp');
    expect(rings(eva.card()).slice(0, 2)).toEqual([digits(DUTY_OFFICER.phone), digits(PHONE.strategist)]);
  });

  it('on an unknown press, an old card, another’s incident and one that is not there: the same', async () => {
    const { town, eva, otherOfficer } = await openCast();
    await report(eva);
    const id = (await theIncident(town, eva))?.id ?? '';
    const others = await pressed(otherOfficer, 'show', { id });
    const nobodys = await pressed(otherOfficer, 'show', { id: 'aaaaaaaaaaaaaaaaaaaaaaaaaa' });
    expect(otherOfficer.text(others)).toContain(NOTHING_HERE.title);
    expect(others).toEqual(nobodys);
    const old = await pressed(otherOfficer, 'noSuchVerb', {});
    await otherOfficer.say('ärende 2026-0000');
    for (const card of [others, old, otherOfficer.card()]) {
      expect(rings(card).slice(0, 2)).toEqual([digits(PHONE.strategist), digits(DUTY_OFFICER.phone)]);
      expect(isBeforeButtons(card)).toBe(true);
    }
  });

  it('on an error, though nothing can be read', async () => {
    const { town, eva } = await openCast();
    await eva.say('hjälp');
    town.failStorage(() => true, 500, new TypeError('broken'));
    await eva.say('mina ärenden');
    town.failStorage(() => false, 0);
    expect(view(eva)).toContain(TROUBLE.title);
    expect(view(eva)).toContain(NAME.strategist);
    expect(rings(eva.card())[0]).toBe(digits(PHONE.strategist));
    expect(isBeforeButtons(eva.card())).toBe(true);
    town.log.lines.length = 0;
  });

  it('never of who is part of what happened: the particular contact instead', async () => {
    const { town, eva } = await openCast();
    await alarm(eva);
    const row = (await town.tables.contacts.read()).find(({ name }) => name === NAME.strategist);
    const id = (await theIncident(town, eva))?.id ?? '';
    await pressed(eva, 'nameSuspects', { id, once: 'a'.repeat(26), suspects: row?.id ?? '' });
    expect((await theIncident(town, eva))?.declined.map(({ why }) => why)).toEqual(['suspect']);
    await eva.say('hjälp');
    expect(view(eva)).not.toContain(NAME.strategist);
    expect(rings(eva.card())).not.toContain(digits(PHONE.strategist));
  });
});

import { BUTTON } from '../../src/content/texts/common';
import { WATCH } from '../../src/content/texts/standing/watch';
import { VICTIM_AGAIN } from '../../src/content/texts/timed';
import { CHANGE_PARTY } from '../../src/content/texts/wishes/changeParty';
import { NAME, rowOf } from './here';
import { alarm, DAY, newest, openCast, theIncident, view } from './support';

describe('the victim changes party', () => {
  it('by their own card: the old officer’s card is blanked, the new one is asked, the next alarm goes there', async () => {
    const { town, eva, officer, otherOfficer } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    const { id = '', reference = '' } = (await theIncident(town, eva)) ?? {};
    await eva.press(BUTTON.changeContact);
    await eva.press(CHANGE_PARTY.button);
    expect(view(eva)).toContain(CHANGE_PARTY.title);
    await eva.press(CHANGE_PARTY.to('M'));
    await town.idle();
    expect(await theIncident(town, eva)).toMatchObject({ party: 'M', route: 'party' });
    expect(newest(otherOfficer)).toContain(reference);
    expect(otherOfficer.has(BUTTON.acknowledge)).toBe(true);
    await town.later(31 * 60_000);
    expect(officer.has(BUTTON.details)).toBe(false);
    const look = await officer.invoke(officer.chat().at(-1)?.id ?? '', 'page', { id, page: 'details' });
    expect(officer.text(look.card)).not.toContain('Eva');
    expect((await town.tables.people.read(eva.userId))?.value.party).toBe('M');
  });
});

describe('a party that is no more', () => {
  async function dissolved(isTaken: boolean) {
    const cast = await openCast();
    const { town, eva, officer, strategist } = cast;
    await alarm(eva);
    if (isTaken) await officer.press(BUTTON.acknowledge);
    const [, unit] = rowOf('officer');
    const rows = (await town.tables.contacts.stored()).filter(({ party }) => party === unit);
    const ends = new Date(town.now.getTime() - DAY).toISOString().slice(0, 10);
    const by = { by: strategist.userId, at: town.now.toISOString() };
    const edits = rows.map((was) => ({ was, row: { ...was, ends } }));
    expect(await town.tables.contacts.edit(edits, by, { act: 'saveContact', about: '' })).toBe(true);
    await town.tables.agenda.wakeAll(town.now.getTime());
    await town.later(15_000);
    return cast;
  }

  it('the victim of what its officer leads chooses; who led has nothing to open once another is chosen', async () => {
    const { town, eva, officer, strategist } = await dissolved(true);
    expect(newest(eva)).toContain(VICTIM_AGAIN.keep(NAME.officer));
    await eva.press(VICTIM_AGAIN.change(NAME.strategist));
    await town.later(15_000);
    expect(strategist.has(BUTTON.acknowledge)).toBe(true);
    expect(officer.has(BUTTON.details)).toBe(false);
  });

  it('what nobody has taken is asked of the strategist at once, and of nobody in it', async () => {
    const { town, eva, officer, deputy, strategist } = await dissolved(false);
    expect(strategist.has(BUTTON.acknowledge)).toBe(true);
    for (const person of [officer, deputy]) expect(person.has(BUTTON.acknowledge)).toBe(false);
    expect((await theIncident(town, eva))?.state).toBe('open');
  });
});

describe('a term that ends with nobody named after it', () => {
  it('is told to the strategist beforehand, and stands among the notices until somebody is named', async () => {
    const { town, strategist } = await openCast();
    const [role, unit] = rowOf('otherOfficer');
    const rows = (await town.tables.contacts.stored()).filter(
      (one) => one.role === role && one.party === unit,
    );
    const day = (days: number) => new Date(town.now.getTime() + days * DAY).toISOString().slice(0, 10);
    const by = { by: strategist.userId, at: town.now.toISOString() };
    await town.tables.contacts.edit(
      [...rows.map((was) => ({ was, row: { ...was, ends: day(29) } }))],
      by as never,
      { act: 'saveContact', about: rows[0]?.id ?? '' } as never,
    );
    await strategist.say('notiser');
    expect(view(strategist)).toContain(
      WATCH.endingDo(rows.find(({ order: place }) => place === 1)?.name ?? ''),
    );
    await town.later(2 * DAY);
    await town.later(DAY);
    expect(strategist.text()).toContain('ingen är utsedd efter det');
  });
});

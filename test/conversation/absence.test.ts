import { BUTTON } from '../../src/content/texts/common';
import { ABSENCE } from '../../src/content/texts/timed';
import { listOn } from '../../src/routine/model/contact';
import { inputs, words } from '../support/cardReading';
import { contacts } from '../support/pureTown';
import { NAME, rowOf } from './here';
import { alarm, DAY, EVA, openTown, report, resident, view } from './support';

/** The first contact of S, the deputy, the strategist, and an ordinary member. */
async function openS(now = '2026-11-24T09:00:00Z') {
  const town = await openTown({ now });
  const [eva, officer, deputy, strategist] = [
    await resident(town, EVA.id, EVA.name, EVA.email),
    await town.contact(...rowOf('officer')),
    await town.contact(...rowOf('deputy')),
    await town.contact(...rowOf('strategist')),
  ];
  return { town, eva, officer, deputy, strategist };
}

const goAway = async (person: Awaited<ReturnType<typeof openS>>['officer'], from: string, to: string) => {
  await person.say('kontaktlista');
  await person.press(ABSENCE.button);
  return person.press(ABSENCE.save, { 'Första dagen': from, 'Sista dagen': to });
};

describe('an officer on holiday', () => {
  it('hears nothing meanwhile: the deputy is asked at once, and the list says until when', async () => {
    const { town, eva, officer, deputy } = await openS();
    await goAway(officer, '2026-11-24', '2026-11-30');
    const before = officer.chat().length;
    await alarm(eva);
    expect(deputy.has(BUTTON.acknowledge)).toBe(true);
    await town.until('2026-11-24T12:00:00Z');
    expect(officer.chat()).toHaveLength(before);
    await eva.say('kontaktlista');
    expect(view(eva)).toContain(ABSENCE.until('30 nov.', undefined));
  });

  it('is told again from the day after, without a press', async () => {
    const { town, eva, officer, deputy } = await openS();
    await goAway(officer, '2026-11-24', '2026-11-25');
    await town.until('2026-11-26T09:00:00Z');
    await alarm(eva);
    expect(officer.has(BUTTON.acknowledge)).toBe(true);
    expect(deputy.has(BUTTON.acknowledge)).toBe(false);
  });

  it('hands on what they lead on the first day: the deputy is asked, and after it they lead again if nobody took it', async () => {
    const { town, eva, officer, deputy } = await openS();
    await report(eva);
    await officer.press(BUTTON.acknowledge);
    await goAway(officer, '2026-11-26', '2026-11-27');
    expect(deputy.has(BUTTON.acknowledge)).toBe(false);
    await town.until('2026-11-26T08:00:00Z');
    expect(deputy.has(BUTTON.acknowledge)).toBe(true);
    await deputy.press(BUTTON.acknowledge);
    await town.until('2026-11-28T09:00:00Z');
    const [open] = await town.tables.index.open();
    const file = await town.tables.incidents.read(open?.id ?? '');
    expect(file?.incident.lead?.person).toBe(deputy.userId);
  });

  it('may come back before the day', async () => {
    const { eva, officer } = await openS();
    await goAway(officer, '2026-11-24', '2026-11-30');
    await officer.say('kontaktlista');
    await officer.press(ABSENCE.button);
    await officer.press(ABSENCE.end);
    await alarm(eva);
    expect(officer.has(BUTTON.acknowledge)).toBe(true);
  });

  it('is written down by the strategist too, who hears of it when another did; by nobody else', async () => {
    const { town, eva, officer, strategist } = await openS();
    await goAway(officer, '2026-12-01', '2026-12-10');
    await town.later(DAY);
    expect(words(strategist.newest())).toContain(ABSENCE.away(NAME.officer, '1 dec.', '10 dec.'));
    await strategist.say('kontaktlista');
    const form = await strategist.press(ABSENCE.button);
    const titles = inputs(form).flatMap(({ choices }) => choices.map(({ title }) => title));
    await strategist.press(ABSENCE.save, {
      'Vem är borta?': titles.find((title) => title.startsWith(NAME.deputy)) ?? '',
      'Första dagen': '2026-11-25',
      'Sista dagen': '2026-11-26',
    });
    const away = (await town.tables.contacts.read()).flatMap(({ name, away: days }) => (days ? [name] : []));
    expect(away.sort()).toEqual([NAME.officer, NAME.deputy]);
    // Who wrote it down is told nothing of it: they saw the answer.
    await town.later(DAY);
    expect(words(strategist.chat())).not.toContain(ABSENCE.away(NAME.deputy, '25 nov.', '26 nov.'));
    const id = (await town.tables.contacts.read())[0]?.id;
    await eva.invoke('card-1', 'saveAbsence', { contact: id, from: '2026-11-24', to: '2026-11-30' });
    expect((await town.tables.contacts.read())[0]?.away?.to).not.toBe('2026-11-30');
  });

  it.each([
    ['2026-11-30', '2026-11-24'],
    ['2026-11-01', '2026-11-20'],
    ['', '2026-11-30'],
    ['igår', '2026-11-30'],
  ])('from %j to %j is refused, and what was typed stays', async (from, to) => {
    const { town, officer } = await openS();
    await goAway(officer, from, to);
    expect(officer.has(ABSENCE.save)).toBe(true);
    expect((await town.tables.contacts.read()).some(({ away }) => away)).toBe(false);
  });
});

it('whoever is named takes the place of who is away, and nobody else moves', () => {
  const [first, second, third] = contacts.filter(({ role }) => role === rowOf('officer')[0]);
  if (!first || !second) throw new Error('Two officers are needed.');
  const away = { from: '2026-11-24', to: '2026-11-26', instead: second.id };
  const list = [{ ...first, away }, second, ...(third ? [third] : [])];
  const on = (day: string) =>
    listOn(list, day).map(({ id, order, ended }) => [id, order, ended !== undefined]);
  expect(on('2026-11-23')).toEqual(list.map(({ id, order }) => [id, order, false]));
  expect(on('2026-11-24')[0]).toEqual([first.id, first.order, true]);
  expect(on('2026-11-26')[1]).toEqual([second.id, Math.min(first.order, second.order), false]);
  expect(on('2026-11-27')).toEqual(list.map(({ id, order }) => [id, order, false]));
});

it('both hear of it: who is away, when another wrote it down, and who takes their place', async () => {
  const { officer, deputy, strategist, town } = await openS();
  await strategist.say('kontaktlista');
  await strategist.press(ABSENCE.button);
  const choices =
    inputs(strategist.card()).find(({ label }) => label === ABSENCE.fields.contact)?.choices ?? [];
  const of = (name: string) => choices.find(({ title }) => title.startsWith(name))?.title ?? '';
  await strategist.press(ABSENCE.save, {
    [ABSENCE.fields.contact]: of(NAME.officer),
    [ABSENCE.fields.from]: '2026-12-01',
    [ABSENCE.fields.to]: '2026-12-10',
    [ABSENCE.fields.instead]: of(NAME.deputy),
  });
  await town.later(DAY);
  expect(words(officer.newest())).toContain(ABSENCE.ownAway('', '1 dec.', '10 dec.'));
  expect(words(deputy.newest())).toContain(ABSENCE.standIn(NAME.officer, '1 dec.', '10 dec.'));
});

import { personFile } from '../../src/cli/personFile';
import { BUTTON } from '../../src/content/texts/common';
import { PARTY_QUESTION } from '../../src/content/texts/people/victimAsked';
import { HIDDEN_NAME } from '../../src/content/texts/privacy';
import { REPORT } from '../../src/content/texts/report';
import type { Person } from '../support/town';
import { NAME } from './here';
import { DAY, newest, openCast, resident, SECRET, theIncident, view } from './support';

/*
 * "Ta bort mitt namn": what follows for who asked for it, for the strategist, and for whoever reads.
 */

const ULLA = {
  id: '7e57da7a-0000-4000-8000-000000000042',
  name: 'Ulla Svart',
  email: 'ulla.svart@kommun.example',
};
const PHONE = '070-174 06 77';
const TOLD = `${SECRET}: de ropade "ULLA  SVART" åt henne vid Ullas hus på Björkgatan, inte vid Ullared`;

/** Nils tells of Ulla; she is bound, says that it is hers, and has her name removed. */
async function struck() {
  const cast = await openCast();
  const { town, strategist } = cast;
  const nils = await resident(town, '7e57da7a-0000-4000-8000-000000000041', 'Nils Berglind');
  const ulla = await resident(town, ULLA.id, ULLA.name, ULLA.email);
  await nils.say('rapportera hot');
  await nils.press(BUTTON.safe);
  await nils.press(REPORT.forOther);
  await nils.press(BUTTON.next, {
    'Personens namn': ULLA.name,
    'Vet personen om det?': 'Ja, personen vet',
    'Personens parti': 'Socialdemokraterna (S)',
  });
  await nils.press(BUTTON.next, { 'Din telefon': '070-174 06 88', 'Personens telefon': PHONE });
  await nils.press(BUTTON.review, { 'Vad hände': TOLD });
  await nils.press(BUTTON.send);
  await strategist.press(BUTTON.acknowledge);
  await strategist.press(BUTTON.moreChoices);
  await strategist.press(BUTTON.bind);
  await strategist.press(BUTTON.bind, { 'Den utsattes e-post': ULLA.email });
  await ulla.press('Ja, det gäller mig');
  await ulla.press(PARTY_QUESTION.answers.removeName);
  const incident = async () => {
    const found = await theIncident(town, nils);
    if (!found) throw new Error('no incident');
    return found;
  };
  const { id } = await incident();
  const press = async (by: Person, verb: string, data: Record<string, string> = {}) =>
    (await by.invoke(by.chat().at(-1)?.id ?? '', verb, { id, once: `${verb}aaaaaaaaaaaaaaaaaaaa`, ...data }))
      .card;
  const look = async (by: Person, page: string) => by.text(await press(by, 'page', { page }));
  return { ...cast, nils, ulla, incident, press, look };
}

/** The strategist hides words by the buttons of their card. */
async function hide(strategist: Person, words: string): Promise<void> {
  await strategist.press(HIDDEN_NAME.task);
  await strategist.press(HIDDEN_NAME.hide, { [HIDDEN_NAME.fields.words]: words });
}

describe('the strategist hides the name in free text', () => {
  it('is told at once, and what they write is hidden for every reader; what came in stays stored', async () => {
    const { strategist, incident, look, town, nils } = await struck();
    await town.later(1_000);
    expect(newest(strategist)).toContain(HIDDEN_NAME.taskTitle);
    expect(newest(strategist)).toContain('senast onsdag 25 november');
    const page = strategist.text(await strategist.press(HIDDEN_NAME.task));
    expect(page).toContain('ULLA');
    await strategist.press(HIDDEN_NAME.hide, { [HIDDEN_NAME.fields.words]: 'Ulla\nUlla Svart\nbjörkgatan' });
    expect(view(strategist)).not.toContain(HIDDEN_NAME.taskTitle);
    for (const where of ['details', 'versions', 'story']) {
      const read = await look(strategist, where);
      expect(read).toContain('de ropade "[dolt]" åt henne vid [dolt] hus på [dolt], inte vid Ullared');
      expect(read).not.toMatch(/Ulla\b|ULLA|Björkgatan/);
    }
    expect((await incident()).report.what).toBe(TOLD);
    expect((await incident()).versions?.[0]?.values.what).toBe(TOLD);
    expect(nils.has(HIDDEN_NAME.task)).toBe(false);
  });

  it('may say that there is nothing to hide, and mend it afterwards', async () => {
    const { strategist, look, incident } = await struck();
    await strategist.press(HIDDEN_NAME.task);
    await strategist.press(HIDDEN_NAME.nothing);
    expect((await incident()).hidden?.masked).toMatchObject({ words: '', by: strategist.userId });
    expect(view(strategist)).not.toContain(HIDDEN_NAME.taskTitle);
    await strategist.press(BUTTON.moreChoices);
    await strategist.press(HIDDEN_NAME.change);
    await strategist.press(HIDDEN_NAME.hide, { [HIDDEN_NAME.fields.words]: 'Björkgatan' });
    expect(await look(strategist, 'details')).not.toContain('Björkgatan');
  });

  it('is asked for the words, and keeps nothing that was empty', async () => {
    const { strategist, incident } = await struck();
    await hide(strategist, '  ');
    expect(strategist.text()).toContain(HIDDEN_NAME.pageTitle);
    expect((await incident()).hidden?.masked).toBeUndefined();
  });

  it('is reminded on the last day, and the next in line hears of it the day after', async () => {
    const { strategist, deputyStrategist, town } = await struck();
    const asked = () =>
      strategist.chat().filter(({ sent }) => JSON.stringify(sent).includes(HIDDEN_NAME.taskTitle)).length;
    const heard = deputyStrategist.chat().length;
    await town.later(1_000);
    const before = asked();
    await town.later(DAY);
    expect(asked()).toBe(before + 1);
    expect(deputyStrategist.chat()).toHaveLength(heard);
    await town.later(DAY);
    expect(deputyStrategist.chat().length).toBeGreaterThan(heard);
    expect(newest(deputyStrategist)).toContain(NAME.strategist);
    expect(asked()).toBe(before + 1);
  });
});

describe('"Visa mitt namn igen"', () => {
  it('gives back name, number and text, and asks anew: nothing is lost', async () => {
    const { ulla, strategist, incident, look } = await struck();
    await hide(strategist, 'Ulla');
    expect(view(ulla)).toContain(HIDDEN_NAME.title);
    await ulla.press(HIDDEN_NAME.show);
    expect(view(ulla)).toContain(PARTY_QUESTION.title);
    const after = await incident();
    expect(after.hidden).toBeUndefined();
    expect(after.victim).toMatchObject({ person: ULLA.id, name: ULLA.name, bound: 'yes' });
    expect(after.report.phone).toBe(PHONE);
    const ended = Object.values(after.steps).filter(
      ({ state, isAuto }) => state === 'notApplicable' && !isAuto,
    );
    expect(ended).toEqual([]);
    const read = await look(strategist, 'details');
    for (const told of [ULLA.name, PHONE, 'ULLA']) expect(read).toContain(told);
    expect(await look(strategist, 'mask')).not.toContain(HIDDEN_NAME.pageTitle);
  });

  it('is pressed by nobody else, and once', async () => {
    const { ulla, strategist, nils, officer, incident, press } = await struck();
    for (const other of [strategist, nils, officer]) await press(other, 'showName');
    expect((await incident()).hidden?.person).toBe(ULLA.id);
    await press(ulla, 'mask', { words: 'hej' });
    expect((await incident()).hidden?.masked).toBeUndefined();
    await ulla.press(HIDDEN_NAME.show);
    const { rev } = await incident();
    await press(ulla, 'showName');
    expect((await incident()).rev).toBe(rev);
  });

  it('and then the name can be removed again', async () => {
    const { ulla, incident, strategist, look } = await struck();
    await ulla.press(HIDDEN_NAME.show);
    await ulla.press(PARTY_QUESTION.answers.removeName);
    expect(view(ulla)).toContain(HIDDEN_NAME.title);
    expect((await incident()).hidden?.phone).toBe(PHONE);
    expect(await look(strategist, 'details')).not.toContain(PHONE);
  });
});

it('what the reporter adds afterwards is hidden at once, read through anew, and their own words stay whole', async () => {
  const { nils, strategist, incident, press, look, town } = await struck();
  await hide(strategist, 'Ulla');
  await town.later(60_000);
  // The form holds their words as they are read: saved as it stood, it changes nothing.
  const form = JSON.stringify(await press(nils, 'page', { page: 'amend', about: 'what' }));
  expect(form).toContain('[dolt]');
  const { rev } = await incident();
  const masked = TOLD.replace('ULLA', '[dolt]').replace('Ullas', '[dolt]');
  await press(nils, 'amend', { page: 'what', what: masked, kinds: '', channel: '', date: '', dateTo: '' });
  expect((await incident()).rev).toBe(rev);
  await press(nils, 'amend', { page: 'around', witnesses: 'Ulla och Björn', once: 'another1aaaaaaaaaaaaaa' });
  expect(await look(strategist, 'details')).toContain('[dolt] och Björn');
  await town.later(1_000);
  expect(newest(strategist)).toContain(HIDDEN_NAME.taskTitle);
  await strategist.press(BUTTON.back);
  await strategist.press(HIDDEN_NAME.task);
  await strategist.press(HIDDEN_NAME.nothingMore);
  expect((await incident()).hidden?.masked?.words).toBe('Ulla');
  expect(view(strategist)).not.toContain(HIDDEN_NAME.taskTitle);
});

it('the data about a person: all of it for who had their name hidden, their own words alone for the reporter', async () => {
  const { ulla, nils, strategist, press, town } = await struck();
  await hide(strategist, 'Ulla');
  await press(strategist, 'amend', { page: 'around', measures: `${SECRET} av strategen` });
  const asked = { purpose: 'art. 15', by: 'operator', now: town.now };
  const hers = JSON.stringify(await personFile(town.tables, ulla.userId, asked));
  for (const told of [PHONE, ULLA.name, 'ULLA  SVART', 'av strategen']) expect(hers).toContain(told);
  const his = JSON.stringify(await personFile(town.tables, nils.userId, asked));
  expect(his).toContain('ULLA  SVART');
  expect(his).not.toContain('av strategen');
});

import { BUTTON } from '../../src/content/texts/common';
import { FIRST, REPORT } from '../../src/content/texts/report';
import { VaultWrap } from '../../src/storage/sealing/keyVaultWrap';
import { words } from '../support/cardReading';
import { startVault } from '../support/fakeVault';
import type { Person, Town } from '../support/town';
import { NAME, titleOf } from './here';
import { alarm, type Cast, DAY, EVA, newest, openCast, report, SECRET, theIncident, view } from './support';

/*
 * The first card's red button stays in the chat for ever. Whatever has become of the incident that stands under its id,
 * who presses it is helped, and what they write is kept.
 */

const PARTY = { 'Ditt parti': 'Socialdemokraterna (S)' };
const all = async (town: Town, person: Person) => {
  const rows = await town.tables.index.of(person.userId, 20);
  const files = await Promise.all(rows.map(({ id }) => town.tables.incidents.read(id)));
  return files.flatMap((file) => file?.incident ?? []);
};

/** From the first card to the last page, not sent. */
async function writes(eva: Person, what: string): Promise<void> {
  await eva.press(BUTTON.safe);
  await eva.press(BUTTON.next, PARTY);
  await eva.press(BUTTON.review, { 'Vad hände': what });
}

async function close(town: Town, id: string): Promise<void> {
  const file = await town.tables.incidents.read(id);
  if (!file) throw new Error('No incident.');
  const closed = { state: 'closed', closeReason: 'finished', closedAt: town.now.toISOString() } as const;
  const incident = { ...file.incident, ...closed, rev: file.incident.rev + 1 };
  await town.tables.agenda.wake(id, town.now.getTime(), incident.rev);
  expect(await town.tables.incidents.save(file, { incident })).toBe('saved');
  await town.later(0);
}

describe('an alarm on a first card', () => {
  it('whose alarm was taken and lowered: it is acute again, and who leads is to ring', async () => {
    const { town, eva, officer } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    const { id = '' } = (await theIncident(town, eva)) ?? {};
    await officer.invoke(officer.chat().at(-1)?.id ?? '', 'lowerAcute', {
      id,
      once: 'low1',
      reason: 'lugnt',
    });
    await town.later(3 * DAY);
    await eva.say('hjälp mig jag är hotad');
    expect(view(eva)).toContain('Behöver du hjälp nu? Tryck igen');
    const before = officer.chat().length;
    for (let press = 0; press < 3; press++)
      await eva.invoke(eva.chat().at(-1)?.id ?? '', 'alarmParty', { draft: draftIn(eva), party: 'S' });
    expect(await all(town, eva)).toMatchObject([{ acute: true, callNow: { since: town.now.toISOString() } }]);
    expect(officer.chat().length).toBeGreaterThan(before);
  });

  it('after a report that is not acute: it becomes acute, and the officer hears of it', async () => {
    const { town, eva, officer } = await openCast();
    await eva.say('rapportera hot');
    const red = eva.keep(BUTTON.alarmParty);
    await writes(eva, SECRET);
    await eva.press(BUTTON.send);
    await red({ party: 'S' });
    expect(await all(town, eva)).toMatchObject([{ acute: true, via: 'report' }]);
    expect(newest(officer)).toContain('Någon behöver dig');
  });

  it('whose draft became a report about somebody else: it is an alarm of its own', async () => {
    const { town, eva, officer } = await openCast();
    await eva.say('rapportera hot');
    const red = eva.keep(BUTTON.alarmParty);
    await eva.press(BUTTON.safe);
    await eva.press(REPORT.forOther);
    await eva.press(BUTTON.next, { 'Personens namn': 'Ulla', 'Vet personen om det?': 'Ja, personen vet' });
    await eva.press(BUTTON.next);
    await eva.press(BUTTON.review, { 'Vad hände': SECRET });
    await eva.press(BUTTON.send);
    for (let press = 0; press < 3; press++) await red({ party: 'S' });
    const [own, others, ...more] = await all(town, eva);
    expect(more).toEqual([]);
    expect([own, others].map((one) => one?.via).sort()).toEqual(['alarm', 'report']);
    expect(newest(officer)).toContain('Någon behöver dig');
  });

  it('whose incident is closed: it is a new one, once however often it is pressed', async () => {
    const { town, eva, officer } = await openCast();
    await eva.say('rapportera hot');
    const red = eva.keep(BUTTON.alarmParty);
    await red({ party: 'S' });
    await officer.press(BUTTON.acknowledge);
    await close(town, (await theIncident(town, eva))?.id ?? '');
    await town.later(9 * DAY);
    for (let press = 0; press < 3; press++) await red({ party: 'S' });
    expect((await all(town, eva)).map(({ state }) => state).sort()).toEqual(['closed', 'open']);
    expect(newest(officer)).toContain('Någon behöver dig');
  });

  it('to the municipality, where the party has the first one: one of its own, and the party hears nothing', async () => {
    const { town, eva, officer, strategist } = await openCast();
    await eva.say('rapportera hot');
    const away = eva.keep(BUTTON.alarmMunicipality);
    await eva.press(FIRST.alarm('S'));
    await officer.press(BUTTON.acknowledge);
    const before = officer.chat().length;
    for (let press = 0; press < 3; press++) await away({ party: 'S' });
    expect((await all(town, eva)).map(({ route }) => route).sort()).toEqual(['municipality', 'party']);
    expect(officer.chat()).toHaveLength(before);
    expect(newest(strategist)).toContain('Någon behöver dig');
  });

  it('that cannot be read any more, or a draft: help, list and round go on without it', async () => {
    const { town, eva, officer } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    const red = { draft: draftIn(eva), party: 'S' };
    const { id = '' } = (await theIncident(town, eva)) ?? {};
    const file = await town.tables.incidents.read(id);
    const read = town.tables.incidents.read.bind(town.tables.incidents);
    expect(file).toBeDefined();
    // As after its row was damaged.
    town.tables.incidents.read = async (one) => {
      if (one === id) throw new Error('A seal does not hold.');
      return read(one);
    };
    await eva.say('rapportera hot');
    expect(view(eva)).toContain('Är du i säkerhet nu?');
    await eva.invoke(eva.chat()[0]?.id ?? '', 'alarmParty', { ...red, draft: id });
    expect(newest(officer)).toContain('Någon behöver dig');
    await officer.say('mina ärenden');
    expect(view(officer)).toContain('Pågår');
    const round = await officer.invoke(officer.chat()[0]?.id ?? '', 'round', {});
    expect(officer.text(round.card)).not.toContain('Något gick fel');
    town.tables.incidents.read = read;
    const odd = town.log.lines.filter((line) => line.includes('"level":"error"'));
    expect(odd.filter((line) => !/"event":"(unreadable|dispatchFailed)"/.test(line))).toEqual([]);
    town.log.lines.splice(0);
  });

  it('while the vault is down, on a card whose draft is an incident already', async () => {
    const vault = await startVault();
    const cast = await openCast({
      wrap: (realNow) => (kept) => new VaultWrap({ ...vault.options(realNow), kept }),
    });
    const { town, eva, officer } = cast;
    await eva.say('rapportera hot');
    const red = eva.keep(BUTTON.alarmParty);
    await red({ party: 'S' });
    for (const fail of [() => vault.goDown(), () => vault.removeVersion('1'.padStart(32, 'a'))]) {
      fail();
      town.passReal(25 * 3_600_000);
      const { card } = await red({ party: 'S' });
      expect(eva.text(card)).toContain(NAME.officer);
      expect(eva.text(card)).not.toContain('Något gick fel');
    }
    expect(officer.chat().length).toBeGreaterThan(0);
    await vault.stop();
    town.log.lines.splice(0);
  });

  it('with a remembered party that cannot be had: holds nobody up, and goes to the strategist, to no party', async () => {
    const { town, eva, officer, otherOfficer, strategist } = await openCast();
    await eva.say('rapportera hot');
    const before = [officer, otherOfficer].map((one) => one.chat().length);
    const { card } = await eva.keep(BUTTON.alarmParty)({ party: 'remembered' });
    expect(eva.text(card)).toContain(`på väg till ${NAME.strategist} (${titleOf('strategist')})`);
    expect(newest(strategist)).toContain('Någon behöver dig');
    expect(await all(town, eva)).toHaveLength(1);
    await town.later(11 * 60_000);
    expect([officer, otherOfficer].map((one) => one.chat().length)).toEqual(before);
  });
});

const draftIn = (person: Person): string => {
  const text = JSON.stringify(person.chat().map((one) => one.card));
  return [...text.matchAll(/"draft":"([a-z0-9]{26})"/g)].at(-1)?.[1] ?? '';
};

describe('a report on an old card', () => {
  it('whose incident has its report: it is a report of its own, and nothing that was typed is lost', async () => {
    const { town, eva } = await openCast();
    await eva.say('rapportera hot');
    const safe = eva.keep(BUTTON.safe);
    await writes(eva, 'Ett brev');
    await eva.press(BUTTON.send);
    await town.later(DAY);
    await safe({ party: 'S' });
    await eva.press(BUTTON.next);
    await eva.press(BUTTON.review, { 'Vad hände': `${SECRET} igen` });
    await eva.press(BUTTON.send);
    expect((await all(town, eva)).map(({ report: { what } }) => what).sort()).toEqual([
      'Ett brev',
      `${SECRET} igen`,
    ]);
    expect(await town.tables.drafts.of(eva.userId)).toEqual([]);
  });

  it('sent in the moment of an alarm on another: both are there', async () => {
    for (let round = 0; round < 3; round++) {
      const { town, eva, officer } = await openCast();
      await eva.say('rapportera hot');
      const red = eva.keep(BUTTON.alarmParty);
      await writes(eva, SECRET);
      const send = eva.keep(BUTTON.send);
      await Promise.all([red({ party: 'S' }), send()]);
      const found = await all(town, eva);
      expect(found.some(({ acute }) => acute)).toBe(true);
      expect(found.some(({ report: { what } }) => what === SECRET)).toBe(true);
      expect(newest(officer)).toContain('Någon behöver dig');
    }
  });

  it('begun in one message and sent in another: the first shows nothing that was typed any more', async () => {
    const { eva } = await openCast();
    await eva.say('rapportera hot');
    await writes(eva, `${SECRET} skrev jag`);
    expect(eva.text()).toContain(SECRET);
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, PARTY);
    await eva.press(BUTTON.review);
    await eva.press(BUTTON.send);
    expect(eva.text()).not.toContain(SECRET);
    await eva.say('rapportera hot');
    await writes(eva, `${SECRET} två`);
    await eva.say('rapportera hot');
    await eva.press(BUTTON.discard);
    expect(eva.text()).not.toContain(SECRET);
  });
});

describe('a page opened in another message than the live card', () => {
  const opened = async ({ eva, officer }: Cast) => {
    await report(eva);
    await officer.press(BUTTON.acknowledge);
    await officer.say('mina ärenden');
    const reference = /Visa (\d{4}-[0-9A-Z]{4})/.exec(view(officer))?.[1] ?? '';
    await officer.press(`Visa ${reference}`);
    await officer.press(BUTTON.details);
    expect(officer.text()).toContain(SECRET);
  };

  it('is one line when the incident is closed, also when Teams did not take it at first', async () => {
    const cast = await openCast();
    const { town, eva, officer } = cast;
    await opened(cast);
    for (let time = 0; time < 2; time++) town.connector.failNext(officer.conversation, { status: 503 });
    await close(town, (await theIncident(town, eva))?.id ?? '');
    for (let hour = 0; hour < 4; hour++) {
      town.passReal(3_600_000);
      await town.later(3_600_000);
    }
    expect(officer.text()).not.toContain(SECRET);
  });

  it('is one line at once when its reader has no part any more', async () => {
    const cast = await openCast();
    const { town, eva, officer } = cast;
    await opened(cast);
    const { id } = (await theIncident(town, eva)) ?? {};
    await eva.invoke(eva.chat().at(-1)?.id ?? '', 'reportOwnParty', { id, once: 'own1' });
    expect(officer.text()).not.toContain(SECRET);
  });
});

it('an official who says that it is not about them does not get to know which one it was', async () => {
  const { town, eva, strategist, otherOfficer } = await openCast();
  await eva.say('rapportera hot');
  await eva.press(BUTTON.safe);
  await eva.press(REPORT.forOther);
  await eva.press(BUTTON.next, { 'Personens namn': 'Ulla', 'Vet personen om det?': 'Ja, personen vet' });
  await eva.press(BUTTON.next);
  await eva.press(BUTTON.review, { 'Vad hände': SECRET });
  await eva.press(BUTTON.send);
  await strategist.press(BUTTON.acknowledge);
  const { id, reference = '' } = (await theIncident(town, eva)) ?? {};
  const email = town.connector.members.get(`29:${otherOfficer.userId}`)?.email;
  await strategist.invoke(strategist.chat().at(-1)?.id ?? '', 'bindVictim', { id, email });
  expect(newest(otherOfficer)).toContain('Gäller det dig?');
  expect(otherOfficer.text(await otherOfficer.say(`ärende ${reference}`))).toContain(
    'Jag hittar inget sådant ärende',
  );
  await otherOfficer.press('Nej, det gäller inte mig');
  await town.later(60_000);
  expect(
    otherOfficer
      .chat()
      .map((one) => words(one.card))
      .join(),
  ).not.toContain(reference);
  expect(otherOfficer.text()).toContain('Tack för svaret');
  expect(EVA.id).toBe(eva.userId);
});

import { recordAccess } from '../../src/app/queries/operatorAccess';
import { BUTTON, NOTHING_HERE } from '../../src/content/texts/common';
import { FIRST, REPORT } from '../../src/content/texts/report';
import { STATUS } from '../../src/content/texts/victim';
import type { Person, Town } from '../support/town';
import { HERE, NAME, STEP } from './here';
import { alarm, newest, openCast, openPair, report, SECRET, theIncident, view } from './support';

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
    await otherOfficer.press(BUTTON.safe);
    await otherOfficer.press(REPORT.forOther);
    await otherOfficer.press(BUTTON.next, {
      'Personens namn': 'Eva',
      'Vet personen om det?': 'Ja, personen vet',
    });
    await otherOfficer.press(BUTTON.next);
    await otherOfficer.press(BUTTON.review, { 'Vad hände': 'Ett brev' });
    await otherOfficer.press(BUTTON.send);
    await strategist.press(BUTTON.acknowledge);
    const id = (await theIncident(town, otherOfficer))?.id ?? '';
    await strategist.invoke(strategist.chat().at(-1)?.id ?? '', 'bindVictim', {
      id,
      email: 'eva.norrlycke@kommun.example',
    });
    expect((await theIncident(town, otherOfficer))?.victim.bound).toBe('asked');
    const answer = await eva.invoke(eva.chat().at(-1)?.id ?? '', 'tell', { id });
    expect(eva.text(answer.card)).toContain(NOTHING_HERE.title);
    expect(await town.tables.drafts.of(eva.userId)).toEqual([]);
  });

  it('that is reported already is shown to its victim as it is', async () => {
    const { town, eva } = await openCast();
    await report(eva);
    const id = (await theIncident(town, eva))?.id ?? '';
    const answer = await eva.invoke(eva.chat().at(-1)?.id ?? '', 'tell', { id });
    expect(eva.text(answer.card)).not.toContain(NOTHING_HERE.title);
  });
});

describe("a draft's id that another has used", () => {
  const draftOf = (person: Person) => /"draft":"([a-z0-9]+)"/.exec(JSON.stringify(person.card()))?.[1] ?? '';

  it('swallows no report: it is sent under a new one', async () => {
    const { town, eva, officer, otherOfficer } = await openCast();
    await eva.say('rapportera hot');
    const id = draftOf(eva);
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.review, { 'Vad hände': SECRET });
    await otherOfficer.invoke(otherOfficer.chat().at(-1)?.id ?? '', 'alarmParty', {
      draft: id,
      party: 'S',
    });
    expect((await town.tables.incidents.read(id))?.incident.reporter.person).toBe(otherOfficer.userId);
    await eva.press(BUTTON.send);
    const hers = await theIncident(town, eva);
    expect(hers?.id).not.toBe(id);
    expect(hers?.report?.what).toBe(SECRET);
    expect(await town.tables.drafts.of(eva.userId)).toEqual([]);
    await officer.press(BUTTON.acknowledge);
    expect(newest(eva)).toContain(NAME.officer);
  });

  it('of an alarm that was closed meanwhile: the report is sent as an incident of its own', async () => {
    const { town, eva } = await openCast();
    await alarm(eva);
    await eva.press(BUTTON.tell);
    await eva.press(BUTTON.review, { 'Vad hände': SECRET });
    const id = (await theIncident(town, eva))?.id ?? '';
    const file = await town.tables.incidents.read(id);
    if (!file) throw new Error('There is no incident.');
    const closed = { ...file.incident, rev: file.incident.rev + 1, state: 'closed' as const };
    await town.tables.incidents.save(file, { incident: closed });
    await eva.invoke(eva.chat().at(-1)?.id ?? '', 'send', { draft: id });
    const rows = await town.tables.index.of(eva.userId, 10);
    expect(rows).toHaveLength(2);
    const fresh = rows.find((row) => row.id !== id)?.id ?? '';
    const hers = (await town.tables.incidents.read(fresh))?.incident;
    expect([hers?.state, hers?.report?.what]).toEqual(['open', SECRET]);
    expect(await town.tables.drafts.of(eva.userId)).toEqual([]);
  });

  it('swallows no alarm', async () => {
    const { town, eva, otherOfficer } = await openCast();
    await eva.say('rapportera hot');
    const id = draftOf(eva);
    await otherOfficer.invoke(otherOfficer.chat().at(-1)?.id ?? '', 'alarmParty', {
      draft: id,
      party: 'S',
    });
    await eva.press(FIRST.alarm('S'));
    const hers = await theIncident(town, eva);
    expect([hers?.via, hers?.victim.person, hers?.id === id]).toEqual(['alarm', eva.userId, false]);
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
    const take = officer.keep(BUTTON.acknowledge);
    await take();
    await take();
    await officer.press(BUTTON.approve);
    await officer.press('Klart – nästa steg', { 'Om nej: varför inte?': 'x'.repeat(1_001) });
    const id = (await theIncident(town, eva))?.id ?? '';
    const message = officer.chat().at(-1)?.id ?? '';
    await officer.invoke(message, 'approve', { id, step: 'assess' });
    await officer.invoke(message, 'page', { id, page: 'review' });
    await officer.invoke(message, 'amend', { id, page: 'what', what: 'x'.repeat(10_001) });
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
    await officer.press(BUTTON.acknowledge);
    const id = (await theIncident(town, eva))?.id ?? '';
    const message = officer.chat().at(-1)?.id ?? '';
    await officer.invoke(message, 'page', { id, page: 'details', about: 'Eva.Norrlycke' });
    await officer.invoke(message, 'page', { id, page: 'details', about: '7' });
    expect(await looksOf(town, eva)).toEqual(['name lead', 'details lead', 'details:7 lead']);
  });
});

describe('the log of an incident', () => {
  it('is read by its strategist, newest first, for a purpose that stands in it', async () => {
    const { town, eva, officer, strategist } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    const id = (await theIncident(town, eva))?.id ?? '';
    const message = strategist.chat().at(-1)?.id ?? '';
    const read = async (person: Person, data: object = {}) =>
      person.text((await person.invoke(message, 'readLog', { id, purpose: 'Kontroll', ...data })).card);
    expect(await read(strategist)).not.toContain('Larmade');
    await officer.press(BUTTON.details);
    await officer.invoke(message, 'endStep', { id, step: STEP.strategist.id });
    await officer.invoke(message, 'approve', { id, step: STEP.strategist.id });
    await officer.invoke(message, 'endStep', { id, step: STEP.strategist.id, once: 'once1' });
    expect((await theIncident(town, eva))?.strategist).toBeDefined();
    expect(await read(officer)).not.toContain('Larmade');
    expect(await read(strategist, { from: '7', purpose: '' })).not.toContain('Larmade');
    await strategist.press(BUTTON.allSteps);
    await strategist.press('Vem har läst?');
    const refused = await strategist.press('Läs loggen');
    expect(strategist.text(refused)).toContain('Fyll i det här.');
    await strategist.press('Läs loggen', { 'Varför läser du loggen?': 'Granskning av mars' });
    const page = view(strategist);
    expect(page).toMatch(new RegExp(`${NAME.strategist}, .*: Läste loggen|du, .*: Läste loggen`, 'i'));
    expect(page).toContain('Granskning av mars');
    expect(page.indexOf('Läste loggen')).toBeLessThan(page.indexOf('Läste uppgifter'));
    for (let more = 0; strategist.has('Visa fler') && more < 3; more++) await strategist.press('Visa fler');
    expect(view(strategist)).toContain('\nden utsatte: Larmade');
    expect(view(strategist)).toContain(`${NAME.officer}, tillfrågad: Tog emot`);
    const { entries, whole } = await town.tables.incidents.views(id);
    expect(whole).toBe(true);
    expect(entries.filter(({ what }) => what === 'log')).toMatchObject([{ purpose: 'Granskning av mars' }]);
  });

  it('the head of its looks is in the log of the bot as soon as it has been read', async () => {
    const { town, eva, officer, strategist } = await openCast();
    await alarm(eva);
    await officer.press(BUTTON.acknowledge);
    const id = (await theIncident(town, eva))?.id ?? '';
    const message = officer.chat().at(-1)?.id ?? '';
    await officer.invoke(message, 'approve', { id, step: STEP.strategist.id });
    await officer.invoke(message, 'endStep', { id, step: STEP.strategist.id, once: 'once1' });
    await strategist.invoke(strategist.chat().at(-1)?.id ?? '', 'readLog', { id, purpose: 'Kontroll' });
    const { links } = await town.tables.chains.views(id);
    const heads = town.log.lines
      .map((line) => JSON.parse(line))
      .filter(({ event }) => event === 'chainHeads');
    expect(heads.at(-1)).toMatchObject({ incident: id, viewSeq: links.length, viewMac: links.at(-1)?.mac });
  });
});

describe('who has looked', () => {
  it('is shown to the victim with name, role and day, a row a person; to nobody else', async () => {
    const { town, eva, officer, strategist, deputy } = await openCast();
    await report(eva);
    const id = (await theIncident(town, eva))?.id ?? '';
    expect(eva.text(await eva.press('Vem har läst?'))).toContain('Ingen annan har läst något än.');
    await eva.press(BUTTON.back);
    await officer.press(BUTTON.acknowledge);
    await officer.press(BUTTON.details);
    await eva.press(BUTTON.details);
    await eva.press(BUTTON.back);
    const answer = eva.text(await eva.press('Vem har läst?'));
    expect(answer).toContain('Vem har läst om dig?');
    expect(answer).toContain(`${NAME.officer}, ledde ärendet\n24 nov.: läste uppgifter`);
    expect(answer).toContain('såg vem det gäller');
    // One's own looks are no news.
    expect(answer.match(/läste uppgifter/g)).toHaveLength(1);
    for (const person of [officer, strategist, deputy]) {
      const { card } = await person.invoke(person.chat().at(-1)?.id ?? '', 'looks', { id });
      expect(person.text(card)).not.toContain('Vem har läst om dig?');
    }
    expect(eva.text(await eva.press(BUTTON.back))).toContain('har tagit emot');
  });

  it('shows an operator by what they are, and many looks of one person as one row', async () => {
    const { town, eva, officer } = await openCast();
    await report(eva);
    const id = (await theIncident(town, eva))?.id ?? '';
    await officer.press(BUTTON.acknowledge);
    const asked = { now: town.now, by: 'Kim Ek, IT', what: 'personData', purpose: 'KS 2026/99' } as const;
    await recordAccess(town.tables, id, asked);
    for (let look = 0; look < 8; look++)
      await officer.invoke(officer.chat().at(-1)?.id ?? '', 'page', { id, page: 'details' });
    await eva.press('Vem har läst?');
    expect(view(eva)).toMatch(/Sköter boten\n24 nov\.: tog fram uppgifter om en person/);
    expect(view(eva).split(`${NAME.officer}, ledde`)).toHaveLength(2);
    expect(view(eva)).not.toContain('Kim Ek');
  });
});

describe('a strategist who was only told', () => {
  it('sees the party when they ask for it, which is logged, and nothing else of it', async () => {
    const { town, eva, officer, strategist } = await openCast();
    await report(eva);
    await officer.press(BUTTON.acknowledge);
    expect(view(strategist)).not.toContain('Socialdemokraterna');
    const answer = strategist.text(await strategist.press(BUTTON.seeParty));
    expect(answer).toContain('Socialdemokraterna (S)');
    for (const word of [SECRET, 'Eva', 'Norrlycke']) expect(answer).not.toContain(word);
    const { id = '' } = (await theIncident(town, eva)) ?? {};
    expect((await town.tables.incidents.views(id)).entries.at(-1)).toMatchObject({
      what: 'party',
      as: 'toldStrategist',
    });
    for (const person of [officer, eva]) {
      const { card } = await person.invoke(person.chat().at(-1)?.id ?? '', 'page', {
        id,
        page: 'party',
      });
      expect(person.text(card)).not.toContain('Vilket parti gäller det?');
    }
  });
});

describe('the contact list', () => {
  it('keeps who changed it, when and how', async () => {
    const { town, strategist } = await openCast();
    const old = (await town.tables.contacts.read()).find(({ role }) => role === 'groupLeader');
    await strategist.invoke(strategist.chat().at(-1)?.id ?? '', 'replaceContact', {
      contact: old?.id,
      name: 'Noa Lund',
      phone: '070-123 45 67',
    });
    const { entries, whole } = await town.tables.chains.list();
    expect(whole).toBe(true);
    expect(entries[0]).toMatchObject({ by: 'operator', act: 'put' });
    const next = (await town.tables.contacts.read()).find(({ name }) => name === 'Noa Lund');
    expect(entries.at(-1)).toEqual({
      at: town.now.toISOString(),
      by: strategist.userId,
      act: 'replace',
      about: `${old?.id} ${next?.id}`,
    });
    await town.check();
    const heads = town.log.lines.filter((line) => line.includes('"incident":"contacts"'));
    expect(heads.length).toBeGreaterThan(0);
  });
});

describe('how data is used', () => {
  it('is told before a report is sent, on the greeting and by word, and leads back to where one was', async () => {
    const { eva } = await openPair();
    await eva.press('Så används dina uppgifter');
    expect(view(eva)).toContain(`${HERE.municipality.name} ansvarar för dina uppgifter`);
    expect(eva.text(await eva.say('mina uppgifter'))).toContain('Dataskyddsombud');
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    await eva.press(BUTTON.review, { 'Vad hände': SECRET });
    await eva.press('Så används dina uppgifter');
    const back = eva.text(await eva.press(BUTTON.back));
    expect(back).toContain(SECRET);
    expect(eva.has(BUTTON.send)).toBe(true);
  });
});

describe('consent', () => {
  it('is not asked at an alarm, and none is stored; the report asks', async () => {
    const { town, eva } = await openPair();
    await alarm(eva);
    const incident = await theIncident(town, eva);
    expect(incident?.route).toBe('party');
    expect(incident?.consent).toBeUndefined();
    await eva.press(BUTTON.tell);
    await eva.press(BUTTON.review, { 'Vad hände': SECRET });
    await eva.press(BUTTON.send);
    expect((await theIncident(town, eva))?.consent).toMatchObject({ to: 'party', asked: 'report' });
  });

  it('is none either where the party is named after the red button: it gets name and number alone', async () => {
    const { town, eva } = await openPair();
    await eva.say('rapportera hot');
    await eva.press(BUTTON.alarmParty);
    await eva.press(STATUS.tellParty('S'));
    const incident = await theIncident(town, eva);
    expect(incident?.route).toBe('party');
    expect(incident?.consent).toBeUndefined();
  });
});

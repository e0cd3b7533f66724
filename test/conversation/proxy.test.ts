import { BUTTON } from '../../src/content/texts/common';
import { CORRECTION } from '../../src/content/texts/evidence/corrections';
import { LISTS, READ_FIRST } from '../../src/content/texts/pages';
import { REPORTER_SEES } from '../../src/content/texts/people/reporterSees';
import { PARTY_QUESTION } from '../../src/content/texts/people/victimAsked';
import { REPORT } from '../../src/content/texts/report';
import { ADDED, RECEIPT, STATUS } from '../../src/content/texts/victim';
import type { Person } from '../support/town';
import { NAME, STEP } from './here';
import { DAY, newest, openCast, report, resident, SECRET, theIncident, view } from './support';

const ULLA = {
  id: '7e57da7a-0000-4000-8000-000000000042',
  name: 'Ulla Svart',
  email: 'ulla.svart@kommun.example',
};
const LATER = `${SECRET} som kom sedan`;

/** Nils tells of Ulla, who chose him and lets the party read; her officer leads, and the strategist has it too. */
async function byProxy() {
  const cast = await openCast();
  const { town, officer, strategist } = cast;
  const nils = await resident(town, '7e57da7a-0000-4000-8000-000000000041', 'Nils Berglind');
  const ulla = await resident(town, ULLA.id, ULLA.name, ULLA.email);
  await nils.say('rapportera hot');
  await nils.press(BUTTON.safe);
  await nils.press(REPORT.forOther);
  await nils.press(BUTTON.next, {
    'Personens namn': ULLA.name,
    'Hur känner du personen?': 'Kollega',
    'Vet personen om det?': REPORT.knows.chosen,
    'Personens parti': 'Socialdemokraterna (S)',
    'Vill personen att partiet får läsa det här?': 'Ja',
  });
  await nils.press(BUTTON.next, { 'Din telefon': '070-174 06 88', 'Personens telefon': '070-174 06 77' });
  await nils.press(BUTTON.review, { 'Vad hände': `${SECRET} ett brev` });
  await nils.press(BUTTON.send);
  await officer.press(BUTTON.acknowledge);
  const id = (await theIncident(town, nils))?.id ?? '';
  const press = (by: Person, verb: string, data: Record<string, string>) =>
    by.invoke(by.chat().at(-1)?.id ?? '', verb, {
      id,
      once: `${verb}${LATER.length}aaaaaaaaaaaaaaaaa`,
      ...data,
    });
  await press(officer, 'approve', { step: STEP.strategist.id });
  await press(officer, 'endStep', { step: STEP.strategist.id });
  await press(strategist, 'amend', { page: 'what', what: LATER });
  await press(strategist, 'addProtection', {
    what: LATER,
    who: 'Kommunen',
    day: '2026-12-01',
    share: 'true',
  });
  return { ...cast, nils, ulla, id, press };
}

type Proxied = Awaited<ReturnType<typeof byProxy>>;

const look = async (by: Person, { press }: Proxied, page = 'details') =>
  by.text((await press(by, 'page', { page })).card);

async function askUlla(cast: Proxied): Promise<void> {
  await cast.press(cast.officer, 'bindVictim', { email: ULLA.email });
  await cast.ulla.press('Ja, det gäller mig');
}

describe("what comes after a proxy's words", () => {
  it('reaches the municipality, and the officer not before the victim has said yes', async () => {
    const cast = await byProxy();
    const { officer, strategist, ulla, town, nils } = cast;
    expect(await look(strategist, cast)).toContain(LATER);
    const before = await look(officer, cast);
    for (const told of [ULLA.name, '070-174 06 77', `${SECRET} ett brev`]) expect(before).toContain(told);
    expect(before).not.toContain(LATER);
    expect(await look(officer, cast, 'versions')).not.toContain(LATER);
    await askUlla(cast);
    expect(newest(ulla)).toContain(PARTY_QUESTION.title);
    expect(newest(ulla)).not.toContain('Jag har inte sagt något till ditt parti');
    expect(await look(officer, cast)).not.toContain(LATER);
    await ulla.press(PARTY_QUESTION.answers.yes);
    expect(await look(officer, cast)).toContain(LATER);
    const incident = await theIncident(town, nils);
    expect(incident?.lead?.person).toBe(officer.userId);
    expect(incident?.consent).toMatchObject({ to: 'party', asked: 'card' });
  });

  it('never does where the victim says no: the party is out', async () => {
    const cast = await byProxy();
    await askUlla(cast);
    await cast.ulla.press(PARTY_QUESTION.answers.municipalityOnly);
    expect(view(cast.ulla)).toContain(STATUS.partyOutTitle);
    expect(await look(cast.officer, cast)).not.toContain(SECRET);
    expect((await theIncident(cast.town, cast.nils))?.route).toBe('municipality');
  });

  it('is opened by what the municipality writes down, never by the party itself', async () => {
    const cast = await byProxy();
    const { officer, strategist, press, town, nils } = cast;
    await press(officer, 'recordParty', { answer: 'yes', how: 'ringde' });
    expect((await theIncident(town, nils))?.consent?.asked).toBe('proxy');
    expect(await look(officer, cast)).not.toContain(LATER);
    await press(strategist, 'recordParty', { answer: 'yes', how: `${SECRET} ringde` });
    expect((await theIncident(town, nils))?.partyQuestion).toMatchObject({
      answer: 'yes',
      how: `${SECRET} ringde`,
    });
    expect(await look(officer, cast)).toContain(LATER);
  });

  it('"Ring mig först" is asked again after 3 working days, three times, whether or not somebody rang; then in person', async () => {
    const cast = await byProxy();
    const { town, ulla, officer, nils } = cast;
    await askUlla(cast);
    for (const round of [1, 2, 3]) {
      for (const _ of ['pressed', 'pressed again'])
        await cast.press(ulla, 'answerParty', { answer: 'ringMe' });
      expect((await theIncident(town, nils))?.partyQuestion).toMatchObject({
        answer: 'ringMe',
        ringMe: round,
      });
      expect(view(ulla)).not.toContain(PARTY_QUESTION.title);
      if (round === 1) await cast.press(officer, 'spoke', {});
      await town.later(5 * DAY);
      expect(ulla.text((await cast.press(ulla, 'show', {})).card)).toContain(PARTY_QUESTION.again);
      if (round > 1) await cast.press(officer, 'spoke', {});
    }
    await cast.press(ulla, 'answerParty', { answer: 'ringMe' });
    await cast.press(officer, 'spoke', {});
    await town.later(5 * DAY);
    expect(view(ulla)).not.toContain(PARTY_QUESTION.title);
    await officer.say('mina ärenden');
    expect(officer.text()).toMatch(/Ring den utsatte om partiet|och \d+ till/);
    await cast.press(ulla, 'answerParty', { answer: 'yes' });
    expect((await theIncident(town, nils))?.consent?.asked).toBe('card');
  });

  it('a question that nobody answers is asked in person from working day 4', async () => {
    const cast = await byProxy();
    await askUlla(cast);
    await cast.town.later(DAY);
    expect(cast.officer.text()).not.toContain(PARTY_QUESTION.askTitle);
    await cast.town.later(6 * DAY);
    expect((await theIncident(cast.town, cast.nils))?.partyQuestion?.answer).toBeUndefined();
    await cast.officer.say('mina ärenden');
    expect(cast.officer.text()).toMatch(/Ring den utsatte om partiet|och \d+ till/);
  });
});

it('who adds to it before they have answered for the party does not read that the party has it', async () => {
  const cast = await byProxy();
  const { town, ulla } = cast;
  await askUlla(cast);
  await cast.press(ulla, 'answerParty', { answer: 'ringMe' });
  await town.later(60_000);
  await cast.press(ulla, 'amend', { page: 'what', what: LATER });
  const card = ulla.text((await cast.press(ulla, 'show', {})).card);
  expect(card).toContain(ADDED.title);
  expect(card).toContain(ADDED.afterYes);
  expect(card).toContain(ADDED.read(NAME.strategist));
  expect(card).not.toContain(`${NAME.officer} kan läsa`);
  expect(card).not.toContain(`${NAME.officer} och ${NAME.strategist} kan läsa`);
});

it('who adds to a report reads on top of their card that it has come in, and who reads it', async () => {
  const { town, eva, officer } = await openCast();
  await report(eva);
  await officer.press(BUTTON.acknowledge);
  await town.later(60_000);
  await eva.press(BUTTON.amend);
  await eva.press(REPORT.whatTitle);
  await eva.press(BUTTON.save, { 'Vad hände': LATER });
  expect(view(eva)).toContain(ADDED.title);
  expect(view(eva)).toContain(ADDED.read(NAME.officer));
  expect(view(eva)).not.toContain(READ_FIRST.noticeTitle);
});

describe('the reporter who is not the victim adds to their own words', () => {
  const MORE = `${SECRET} som Nils mindes sedan`;

  /** Nils opens his receipt and writes, a minute after the others. */
  async function add(cast: Proxied, text = MORE): Promise<void> {
    const { town, nils } = cast;
    await town.later(60_000);
    await nils.say('mina ärenden');
    await nils.press(LISTS.show((await theIncident(town, nils))?.reference ?? ''));
    await nils.press(BUTTON.amend);
    await nils.press(REPORT.whatTitle);
    await nils.press(BUTTON.save, { 'Vad hände': text });
  }

  it('reads that it has come in and who reads it; the officer of a proxy only after the yes', async () => {
    const cast = await byProxy();
    const { nils, officer, strategist, ulla } = cast;
    await add(cast);
    expect(view(nils)).toContain(RECEIPT.addedTitle);
    expect(view(nils)).toContain('läser det först när den det gäller har sagt ja');
    expect(await look(strategist, cast, 'versions')).toContain(MORE);
    for (const page of ['details', 'versions', 'story'])
      expect(await look(officer, cast, page)).not.toContain(MORE);
    await askUlla(cast);
    await ulla.press(PARTY_QUESTION.answers.yes);
    expect(await look(officer, cast, 'versions')).toContain(MORE);
    await nils.say('mina ärenden');
    await nils.press(LISTS.show((await theIncident(cast.town, nils))?.reference ?? ''));
    expect(view(nils)).toContain(RECEIPT.readBy('Ingrid Björkhage'));
  });

  it('adds a version of their own; what was sent and what others wrote is neither shown to them nor changed', async () => {
    const cast = await byProxy();
    const { nils, town, press } = cast;
    const before = (await theIncident(town, nils))?.versions ?? [];
    const form = nils.text((await press(nils, 'page', { page: 'amend', about: 'what' })).card);
    expect(form).not.toContain(LATER);
    await add(cast);
    const versions = (await theIncident(town, nils))?.versions ?? [];
    expect(versions.slice(0, -1)).toEqual(before);
    expect(versions.at(-1)).toMatchObject({ by: nils.userId, as: 'reporter', values: { what: MORE } });
    expect(Date.parse(versions.at(-1)?.at ?? '')).toBeGreaterThan(Date.parse(before.at(-1)?.at ?? ''));
    for (const page of ['details', 'versions', 'story'])
      expect(await look(nils, cast, page)).not.toMatch(new RegExp(`${LATER}|${MORE}`));
  });

  it('the same words sent twice are one addition', async () => {
    const cast = await byProxy();
    const { nils, town, press } = cast;
    await add(cast);
    const { rev } = (await theIncident(town, nils)) ?? {};
    await press(nils, 'amend', { page: 'what', what: MORE });
    expect((await theIncident(town, nils))?.rev).toBe(rev);
  });
});

it('who reported is asked to put their own words right, and reads no other request; what is asked later is not the party’s to read', async () => {
  const cast = await byProxy();
  const { nils, officer, strategist, town, press, id } = cast;
  const ask = { what: `${SECRET} fel dag`, why: `${SECRET} brevet är daterat` };
  await press(strategist, 'askCorrection', { ...ask, passage: 'what.0', once: 'ask1' });
  await town.sweep();
  await town.idle();
  expect(newest(nils)).toContain(CORRECTION.toYou(1));
  expect(await look(nils, cast, 'corrections')).toContain(ask.what);
  expect(await look(officer, cast, 'corrections')).not.toContain(ask.what);
  const [request] = (await theIncident(town, nils))?.corrections ?? [];
  const answer = { correction: request?.id ?? '', answer: 'accepted', what: `${SECRET} ett brev i går` };
  await press(officer, 'answerCorrection', { ...answer, what: LATER });
  await press(nils, 'answerCorrection', answer);
  const { incident } = (await town.tables.incidents.read(id)) ?? {};
  expect(incident?.report.what).toBe(answer.what);
  expect(incident?.corrections?.[0]?.answer).toMatchObject({ is: 'accepted', by: nils.userId });
});

describe('the victim says what the one who reported may see', () => {
  const let_ = async (cast: Proxied, title: string) => {
    await cast.press(cast.ulla, 'page', { page: 'wishes' });
    await cast.ulla.press(REPORTER_SEES.button);
    await cast.ulla.press(title);
  };
  /** Nils opens his receipt. */
  const receipt = async ({ nils, town }: Proxied) => {
    await nils.say('mina ärenden');
    await nils.press(LISTS.show((await theIncident(town, nils))?.reference ?? ''));
    return view(nils);
  };

  it('how it goes, then the report, then nothing more: the card says so, and each press stands in the log', async () => {
    const cast = await byProxy();
    const { nils, ulla, town, id } = cast;
    await askUlla(cast);
    await ulla.press(PARTY_QUESTION.answers.yes);
    const before = await receipt(cast);
    expect(before).toContain('Du ser inte mer av ärendet');
    expect(await look(nils, cast)).not.toContain(LATER);

    await let_(cast, REPORTER_SEES.choices.status);
    const followed = await receipt(cast);
    expect(followed).toContain(REPORTER_SEES.letIn.status);
    expect(followed).toContain(REPORTER_SEES.progress);
    expect(followed).not.toContain('Du ser inte mer av ärendet');
    expect(nils.has(BUTTON.details)).toBe(false);
    expect(await look(nils, cast)).not.toContain(LATER);
    expect(ulla.text((await cast.press(ulla, 'show', {})).card)).toContain(REPORTER_SEES.now.status);

    await let_(cast, REPORTER_SEES.choices.report);
    expect(await receipt(cast)).toContain(REPORTER_SEES.letIn.report);
    await nils.press(BUTTON.details);
    expect(view(nils)).toContain(`${SECRET} ett brev`);
    expect(view(nils)).toContain(LATER);
    for (const page of ['details', 'versions', 'occurrences']) {
      const read = await look(nils, cast, page);
      // Not how to reach the victim, nor what the municipality does to protect them.
      expect(read).not.toContain('070-174 06 77');
      expect(read).not.toContain('Kommunen');
    }

    await let_(cast, REPORTER_SEES.choices.nothing);
    expect(await receipt(cast)).toBe(before);
    expect(await look(nils, cast)).not.toContain(LATER);
    const { entries } = await town.tables.incidents.history(id);
    expect(entries.filter(({ act }) => act === 'letReporter').map(({ about }) => about)).toEqual([
      'status',
      'report',
      'nothing',
    ]);
    const { entries: looks } = await town.tables.incidents.views(id);
    expect(looks.filter(({ by }) => by === nils.userId).map(({ as }) => as)).toContain('reporter,confidant');
  });

  it('nobody but the victim says it, and nobody whom it is not about', async () => {
    const cast = await byProxy();
    await askUlla(cast);
    for (const one of [cast.officer, cast.strategist, cast.nils])
      await cast.press(one, 'letReporter', { sees: 'report' });
    expect((await theIncident(cast.town, cast.nils))?.reporterSees).toBeUndefined();
    await cast.ulla.press(PARTY_QUESTION.answers.municipalityOnly);
    await let_(cast, REPORTER_SEES.choices.report);
    expect(await look(cast.nils, cast)).toContain(LATER);
    // With the name goes what it let others see.
    await cast.press(cast.ulla, 'answerParty', { answer: 'removeName' });
    expect(await look(cast.nils, cast)).not.toContain(LATER);
  });
});

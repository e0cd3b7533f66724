import { BUTTON } from '../../src/content/texts/common';
import { FILES } from '../../src/content/texts/evidence/evidence';
import { MERGE } from '../../src/content/texts/people/joined';
import { REPORT } from '../../src/content/texts/report';
import { EARLY } from '../../src/content/texts/wishes/wishes';
import { words } from '../support/cardReading';
import type { Person } from '../support/town';
import { STEP } from './here';
import { DAY, openCast, report, resident, SECRET, view } from './support';

/*
 * The victim and a proxy both report (routine, section 8): the lead merges the two. One goes on, the other ends and leads to it; all
 * that was written stays with its author, and the proxy is told nothing of the other.
 */

const ULLA = { id: '7e57da7a-0000-4000-8000-000000000042', name: 'Ulla Svart' };
const THREAT = { 'Vad gäller det?': 'Hot' };

/** Somebody tells of Ulla, who chose them. */
async function tells(by: Person, what: string): Promise<void> {
  await by.say('rapportera hot');
  await by.press(BUTTON.safe);
  await by.press(REPORT.forOther);
  await by.press(BUTTON.next, {
    'Personens namn': ULLA.name,
    'Hur känner du personen?': 'Kollega',
    'Vet personen om det?': REPORT.knows.chosen,
    'Personens parti': 'Socialdemokraterna (S)',
    'Vill personen att partiet får läsa det här?': 'Ja',
  });
  await by.press(BUTTON.next, { 'Din telefon': '070-174 06 88', 'Personens telefon': '070-174 06 77' });
  await by.press(BUTTON.review, { 'Vad hände': what });
  await by.press(BUTTON.send);
}

/** Nils tells of Ulla; then Ulla tells of it herself. Their officer leads both. */
async function bothReport() {
  const cast = await openCast();
  const { town, officer } = cast;
  const nils = await resident(town, '7e57da7a-0000-4000-8000-000000000041', 'Nils Berglind');
  const ulla = await resident(town, ULLA.id, ULLA.name);
  await tells(nils, `${SECRET} ett brev`);
  await officer.press(BUTTON.acknowledge);
  await town.later(60_000);
  await report(ulla, `${SECRET} två brev`, THREAT);
  await officer.press(BUTTON.acknowledge);
  await town.later(60_000);
  const read = async (who: Person) => {
    const [row] = await town.tables.index.of(who.userId, 1);
    return (await town.tables.incidents.read(row?.id ?? ''))?.incident;
  };
  let count = 0;
  /** A press on the incident of somebody. */
  const press = async (by: Person, of: Person, verb: string, data: object = {}) => {
    const target = { id: (await read(of))?.id, once: `${String(++count).padStart(3, '0')}${'a'.repeat(23)}` };
    const { card } = await by.invoke(by.chat().at(-1)?.id ?? '', verb, { ...target, ...data });
    await town.later(60_000);
    return words(card);
  };
  return { ...cast, nils, ulla, read, press };
}
type Both = Awaited<ReturnType<typeof bothReport>>;

async function merged(cast: Both): Promise<void> {
  const { officer, nils, ulla, read } = cast;
  await officer.say('mina ärenden');
  await officer.press(`Visa ${(await read(nils))?.reference}`);
  await officer.press(BUTTON.moreChoices);
  await officer.press(BUTTON.close);
  await officer.press(EARLY.button);
  await officer.press(MERGE.button);
  const into = (await read(ulla))?.id ?? '';
  const choice = words(officer.card());
  if (!choice.includes(MERGE.save)) throw new Error(choice);
  await officer.press(MERGE.save, { [MERGE.field]: into });
  await cast.town.later(0);
}

/** All that the proxy was ever sent, and what they see when they look around. */
async function seenBy(person: Person): Promise<string> {
  const seen: string[] = [];
  for (const text of ['mina ärenden', 'status', 'hjälp']) seen.push(words((await person.say(text)).card));
  const sent = person.chat().map(({ sent: all }) => JSON.stringify(all));
  return [...seen, ...sent]
    .join('\n')
    .replace(/\d{4}-[0-9A-HJKMNP-TV-Z]{4}/g, 'REF')
    .replace(/[a-z0-9]{26}(\.\d+)?/g, 'ID')
    .replace(/http:\/\/[^"\\]*/g, 'URL')
    .replace(/"(id|replyToId|activityId|conversation)\\?":\\?"[^"]*"/g, '"id":"ID"');
}

/** Where two texts part; empty: they are the same. */
function parting(one: string, other: string): string {
  const at = [...one].findIndex((sign, index) => sign !== other[index]);
  return one === other ? '' : `${one.slice(at - 80, at + 160)} | ${other.slice(at - 80, at + 160)}`;
}

describe('two reports of one matter', () => {
  it('one goes on with all that was written, the other ends and leads to it', async () => {
    const cast = await bothReport();
    const { nils, ulla, officer, read, town } = cast;
    await merged(cast);
    const [ended, goesOn] = [await read(nils), await read(ulla)];
    expect(ended).toMatchObject({
      state: 'closed',
      closeReason: 'duplicate',
      mergedInto: { id: goesOn?.id, reference: goesOn?.reference, by: officer.userId },
    });
    expect(ended?.carries).toBeUndefined();
    expect(goesOn).toMatchObject({ state: 'open', merged: [{ id: ended?.id }] });
    // Each version with its author and role; the one that ended keeps its own too.
    expect(goesOn?.versions?.map(({ by, as, values }) => [by, as, values.what])).toEqual([
      [nils.userId, 'reporter', `${SECRET} ett brev`],
      [ulla.userId, 'victim', `${SECRET} två brev`],
    ]);
    expect(goesOn?.report.what).toBe(`${SECRET} två brev`);
    expect(ended?.versions).toHaveLength(1);
    const { entries, whole } = await town.tables.incidents.history(goesOn?.id ?? '');
    expect([whole, entries.filter(({ act }) => act === 'takeIn').map(({ by }) => by)]).toEqual([
      true,
      [officer.userId],
    ]);
    await officer.say('mina ärenden');
    await officer.press(`Visa ${ended?.reference}`);
    expect(view(officer)).toContain(MERGE.goesOn(goesOn?.reference ?? '-'));
    await officer.press(`Öppna ${goesOn?.reference}`);
    expect(view(officer)).toContain(MERGE.took(ended?.reference ?? '-'));
  });

  it('the proxy hears and sees the same as if nobody else had told; what they add goes on', async () => {
    const heard: string[] = [];
    for (const isMerged of [true, false]) {
      const cast = await bothReport();
      if (isMerged) await merged(cast);
      await cast.nils.press(BUTTON.acuteNow);
      await cast.town.later(DAY);
      heard.push(await seenBy(cast.nils));
      const [told, other] = [await cast.read(cast.nils), await cast.read(cast.ulla)];
      expect([told?.acute, other?.acute]).toEqual([true, isMerged]);
    }
    expect(parting(heard[0] ?? '', heard[1] ?? '')).toBe('');
  });

  it('the one who wrote it adds words: they stand in the one that goes on; when that is over, theirs is too', async () => {
    const cast = await bothReport();
    const { nils, ulla, officer, read, town } = cast;
    await merged(cast);
    const press = (by: Person, id: string, verb: string, data: object) =>
      by.invoke(by.chat().at(-1)?.id ?? '', verb, { id, once: `${verb}${'a'.repeat(20)}`, ...data });
    const ended = (await read(nils))?.id ?? '';
    const goesOn = (await read(ulla))?.id ?? '';
    await press(nils, ended, 'amend', { page: 'what', what: `${SECRET} det kom ett till` });
    await town.later(0);
    expect((await read(ulla))?.versions?.at(-1)).toMatchObject({
      by: nils.userId,
      as: 'reporter',
      values: { what: `${SECRET} det kom ett till` },
    });
    // Nobody but the two who wrote in it gets a part in the other by it.
    expect(words((await press(nils, goesOn, 'page', { page: 'details' })).card)).not.toContain(SECRET);
    // Not open for anything else: it has ended.
    await press(officer, ended, 'endStep', { step: 'initial-support', who: 'Bo' });
    expect((await read(nils))?.steps['initial-support']?.state).not.toBe('done');
    await press(officer, goesOn, 'closeEarly', { why: 'mistake', reason: 'ringde' });
    await town.later(0);
    expect((await read(nils))?.mergedInto?.overAt).toBe(town.now.toISOString());
    await press(nils, ended, 'amend', { page: 'what', what: `${SECRET} för sent` });
    expect(JSON.stringify((await read(nils))?.versions)).not.toContain('för sent');
    // Opened again by the lead, it stands by itself.
    await press(officer, ended, 'reopen', { reason: 'fel' });
    expect(await read(nils)).toMatchObject({ state: 'open' });
    expect((await read(nils))?.mergedInto).toBeUndefined();
  });

  it('one that others went into goes into a third: their words, their danger and the end of it all go all the way', async () => {
    const cast = await bothReport();
    const { town, nils, ulla, officer, read, press } = cast;
    const pia = await resident(town, '7e57da7a-0000-4000-8000-000000000043', 'Pia Berglind');
    await tells(pia, `${SECRET} tre brev`);
    await officer.press(BUTTON.acknowledge);
    await press(officer, pia, 'merge', { into: (await read(nils))?.id });
    await press(officer, nils, 'merge', { into: (await read(ulla))?.id });
    // To her nothing has ended.
    expect((await read(pia))?.mergedInto?.overAt).toBeUndefined();
    await press(pia, pia, 'amend', { page: 'what', what: `${SECRET} ett till` });
    const texts = async () => (await read(ulla))?.versions?.map(({ values }) => values.what);
    expect(await texts()).toContain(`${SECRET} ett till`);
    await press(pia, pia, 'raiseAcute');
    expect((await read(ulla))?.acute).toBe(true);
    // Said to be over by the lead, and said again by her.
    await press(officer, ulla, 'lowerAcute', { reason: 'Ulla är hemma' });
    await press(pia, pia, 'raiseAcute');
    expect((await read(ulla))?.acute).toBe(true);
    await press(officer, ulla, 'closeEarly', { why: 'duplicate', reason: 'ringde' });
    for (const one of [nils, pia]) expect((await read(one))?.mergedInto?.overAt).toBeDefined();
    await press(officer, ulla, 'reopen', { reason: 'fel' });
    for (const one of [nils, pia]) expect((await read(one))?.mergedInto?.overAt).toBeUndefined();
  });

  it.each([
    ['the party is not to read any more', 'withdrawConsent', {}],
    ['the victim has changed party', 'changeParty', { party: 'M' }],
  ])('%s: nor what went into it, nor what is added there', async (_, verb, data) => {
    const cast = await bothReport();
    const { nils, ulla, officer, read, press } = cast;
    await merged(cast);
    expect(await press(officer, nils, 'page', { page: 'details' })).toContain(SECRET);
    await press(ulla, ulla, verb, data);
    await press(nils, nils, 'amend', { page: 'what', what: `${SECRET} ett till` });
    expect(await press(officer, nils, 'page', { page: 'details' })).not.toContain(SECRET);
    expect((await read(ulla))?.versions?.at(-1)?.values.what).toBe(`${SECRET} ett till`);
  });

  it('who is named as part of it in the one that goes on reads the other no more', async () => {
    const cast = await bothReport();
    const { nils, ulla, officer, strategist, read, press, town } = cast;
    await press(officer, ulla, 'approve', { step: STEP.strategist.id });
    await press(officer, ulla, 'endStep', { step: STEP.strategist.id });
    await merged(cast);
    const [row] = (await town.tables.contacts.read()).filter(({ person }) => person === officer.userId);
    await press(strategist, ulla, 'nameSuspects', { suspects: row?.id });
    expect((await read(ulla))?.declined.map(({ person }) => person)).toContain(officer.userId);
    expect(await press(officer, nils, 'page', { page: 'details' })).not.toContain(SECRET);
    expect((await read(nils))?.lead).toBeUndefined();
  });

  it('the one who wrote it gives a file, and puts words right as they were asked to: neither is refused as if it had ended', async () => {
    const cast = await bothReport();
    const { nils, officer, read, press, town } = cast;
    await press(officer, nils, 'askCorrection', {
      passage: 'what.0',
      what: 'Det var två',
      why: 'Vaktens ord',
    });
    await merged(cast);
    const path = '/v3/attachments/1/views/original';
    const contentUrl = `${town.connector.serviceUrl.replace(/\/$/, '')}${path}`;
    town.connector.files.set(path, { bytes: Buffer.from('bara text'), asked: [] });
    await nils.sends([{ contentType: 'image/*', contentUrl }], '');
    await nils.press(FILES.toIncident((await read(nils))?.reference ?? '-'));
    expect((await read(nils))?.evidence).toHaveLength(1);
    const asked = (await read(nils))?.corrections?.[0]?.id;
    await press(nils, nils, 'answerCorrection', {
      correction: asked,
      answer: 'declined',
      reason: 'Ett brev',
    });
    expect((await read(nils))?.corrections?.[0]?.answer?.is).toBe('declined');
  });

  it('storage fails before the words are taken in: the next sweep takes them in, once', async () => {
    const cast = await bothReport();
    const { nils, ulla, read, town } = cast;
    let writes = 0;
    town.failStorage(
      (what) => /incidents/.test(what) && /write|transaction|submit/i.test(what) && ++writes > 3,
      4,
      Object.assign(new Error('Storage does not answer.'), { statusCode: 503 }),
    );
    await merged(cast).catch(() => undefined);
    for (let sweep = 0; sweep < 6; sweep++) await town.later(60_000);
    if ((await read(nils))?.state === 'open') await merged(cast);
    expect((await read(nils))?.carries).toBeUndefined();
    expect((await read(ulla))?.versions).toHaveLength(2);
    town.log.lines.splice(0);
  });
});

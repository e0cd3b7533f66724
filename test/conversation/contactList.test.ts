import { linesIn } from '../../src/app/commands/contactList/csvFile';
import { fileText } from '../../src/content/fileText';
import { BUTTON } from '../../src/content/texts/common';
import { FILES } from '../../src/content/texts/evidence/evidence';
import { LEAD } from '../../src/content/texts/lead';
import { LISTS } from '../../src/content/texts/pages';
import {
  CONTACT_WORDS,
  EDIT_LIST,
  LIST_NEWS,
  RIGHT,
  ROW_FAULTS,
} from '../../src/content/texts/people/contactList';
import { COLUMNS, CSV } from '../../src/content/texts/people/listFile';
import { DRILL } from '../../src/content/texts/standing/drill';
import { REPLACE, VICTIM_AGAIN } from '../../src/content/texts/timed';
import { buttons, inputs, words } from '../support/cardReading';
import type { Person } from '../support/town';
import { CONTACTS as EVERYONE, HERE, NAME, POLICE, rowOf, STRATEGISTS, titleOf } from './here';
import { alarm, type Cast, DAY, EVA, newest, openCast, openTown, report, SECRET, view } from './support';

const { fields } = EDIT_LIST;

/** Opens the form of somebody's row. */
async function openRow(strategist: Person, name: string): Promise<void> {
  await strategist.say('kontaktlista');
  await strategist.press(CONTACT_WORDS.edit);
  while (!view(strategist).includes(`${name}\n`)) await strategist.press(LISTS.showMore);
  const changes = buttons(strategist.card()).filter(({ title }) => title === EDIT_LIST.change);
  const names = view(strategist).split('\n');
  const index = names.filter((one) => EVERYONE.some(({ name: its }) => its === one)).indexOf(name);
  await strategist.press(EDIT_LIST.change, {}, { contact: changes[index]?.data.contact });
}

const rows = async ({ town }: Pick<Cast, 'town'>) => town.tables.contacts.read();
const rowNamed = async (cast: Pick<Cast, 'town'>, name: string) =>
  (await rows(cast)).find((one) => one.name === name);

describe('the contact list', () => {
  it('has 112 and 114 14 first, then the own party, then the municipality; with call and chat in Teams', async () => {
    const { town, eva, officer, otherOfficer } = await openCast();
    await eva.say('kontakter');
    expect(newest(eva)).toContain(`${CONTACT_WORDS.danger}\n`);
    const sent = JSON.stringify(eva.newest());
    for (const part of ['tel:112', 'tel:11414', LEAD.ringInTeams, LEAD.writeInTeams])
      expect(sent).toContain(part);
    expect(newest(eva).indexOf(NAME.strategist)).toBeGreaterThan(newest(eva).indexOf(CONTACT_WORDS.police));
    expect(newest(eva)).not.toContain(NAME.officer);
    // Whose party is known has their own people before all others.
    await alarm(eva);
    await eva.say('kontakter');
    expect(newest(eva).indexOf(NAME.officer)).toBeGreaterThan(0);
    expect(newest(eva).indexOf(NAME.officer)).toBeLessThan(newest(eva).indexOf(NAME.strategist));
    for (const person of [officer, otherOfficer]) {
      await person.say('vem ringer jag?');
      const own = EVERYONE.find(({ userId }) => userId === person.userId);
      expect(newest(person).indexOf(own?.name ?? '-')).toBeLessThan(newest(person).indexOf(NAME.strategist));
    }
    // The police have no chat in Teams.
    let all = newest(eva);
    while (eva.has(LISTS.showMore)) all += words(await eva.press(LISTS.showMore));
    expect(all).toContain(POLICE.phone);
    expect(view(eva)).toContain(BUTTON.report);
    await town.later(0);
  });
});

describe('the strategist changes the list', () => {
  it('a row: its holder and the other strategists hear of it, the history has who, when and what', async () => {
    const cast = await openCast();
    const { town, strategist, officer, deputyStrategist, eva } = cast;
    await openRow(strategist, NAME.officer);
    await strategist.press(EDIT_LIST.save, {
      [fields.phone]: '070-174 06 98',
      [fields.groups]: 'krisledning',
    });
    expect(await rowNamed(cast, NAME.officer)).toMatchObject({
      phone: '070-174 06 98',
      groups: ['krisledning'],
      person: officer.userId,
    });
    await town.later(DAY);
    expect(words(officer.newest())).toContain(LIST_NEWS.changedOwn);
    expect(words(deputyStrategist.newest())).toContain(LIST_NEWS.changed(NAME.officer));
    await strategist.say('kontaktlista');
    await strategist.press(CONTACT_WORDS.edit);
    expect(words(await strategist.press(EDIT_LIST.history))).toContain(
      `${NAME.strategist} ändrade telefon och grupper: ${NAME.officer}`,
    );
    await alarm(eva);
    expect(view(eva)).toContain('070-174 06 98');
  });

  it.each([
    [{ [fields.name]: '' }, ROW_FAULTS.noName],
    [{ [fields.name]: '[Kim](https://x.example)' }, ROW_FAULTS.badName],
    [{ [fields.name]: 'x'.repeat(10_000) }, ROW_FAULTS.badName],
    [{ [fields.name]: 'Kim 😀' }, ROW_FAULTS.badName],
    [{ [fields.name]: '${1+1}' }, ROW_FAULTS.badName],
    [{ [fields.phone]: '' }, ROW_FAULTS.noPhone],
    [{ [fields.phone]: 'ring växeln' }, ROW_FAULTS.badPhone],
    [{ [fields.email]: 'kim at kommun' }, ROW_FAULTS.badEmail],
    [{ [fields.order]: '0' }, ROW_FAULTS.badOrder],
    [{ [fields.groups]: '<b>alla</b>' }, ROW_FAULTS.badGroups],
  ])('%j is refused in words of its own, and nothing is written', async (typed, fault) => {
    const cast = await openCast();
    const { strategist } = cast;
    const before = await rows(cast);
    await openRow(strategist, NAME.officer);
    await strategist.press(EDIT_LIST.save, typed);
    expect(view(strategist)).toContain(fault);
    expect(await rows(cast)).toEqual(before);
  });

  it('a row that another changed meanwhile is shown anew and not overwritten; pressed twice is once', async () => {
    const cast = await openCast();
    const { strategist, deputyStrategist } = cast;
    await openRow(strategist, NAME.officer);
    await openRow(deputyStrategist, NAME.officer);
    await strategist.press(EDIT_LIST.save, { [fields.phone]: '070-174 06 98' });
    await deputyStrategist.press(EDIT_LIST.save, { [fields.phone]: '070-174 06 97' });
    expect(view(deputyStrategist)).toContain(EDIT_LIST.again);
    expect((await rowNamed(cast, NAME.officer))?.phone).toBe('070-174 06 98');
    await deputyStrategist.press(EDIT_LIST.save, { [fields.phone]: '070-174 06 97' });
    await deputyStrategist.invoke(deputyStrategist.chat().at(-1)?.id ?? '', 'saveContact', {
      ...{ contact: (await rowNamed(cast, NAME.officer))?.id, was: 'x' },
      ...(await rowNamed(cast, NAME.officer)),
      ...{ order: '1', groups: '', email: (await rowNamed(cast, NAME.officer))?.email ?? '' },
    });
    expect((await rowNamed(cast, NAME.officer))?.phone).toBe('070-174 06 97');
    const acts = (await cast.town.tables.chains.list()).entries.map(({ act }) => act);
    expect(acts.filter((act) => act === 'change')).toHaveLength(2);
  });

  it('adds a row once, warns of a party without an officer, and ends a post; somebody is left to keep the list', async () => {
    const cast = await openCast();
    const { town, strategist, deputyStrategist, otherOfficer } = cast;
    const [role, unit] = rowOf('otherOfficer');
    const everyOther = EVERYONE.filter((one) => one.role === role && one.party === unit);
    for (const { name } of everyOther) {
      await openRow(strategist, name);
      expect(words(await strategist.press(EDIT_LIST.end))).toContain(EDIT_LIST.endTitle(name));
      await strategist.press(EDIT_LIST.endYes);
    }
    expect(view(strategist)).toContain(EDIT_LIST.missing([unit ?? '']));
    await town.later(DAY);
    expect(words(otherOfficer.newest())).toContain('Du står inte längre på listan');
    expect(words(deputyStrategist.newest())).toContain('står inte längre på listan som');
    await strategist.say('kontaktlista');
    await strategist.press(CONTACT_WORDS.edit);
    await strategist.press(EDIT_LIST.add);
    const added = buttons(strategist.card()).find(({ verb }) => verb === 'addContact')?.data;
    const data = {
      ...added,
      place: `${role}|${unit}`,
      name: 'Kim Strandsjö',
      phone: '070-174 06 96',
      email: '',
    };
    const message = strategist.chat().at(-1)?.id ?? '';
    for (let time = 0; time < 2; time++)
      await strategist.invoke(message, 'addContact', { ...data, order: '1' });
    expect((await rows(cast)).filter(({ name }) => name === 'Kim Strandsjö')).toHaveLength(1);
    // All who keep the list but one end; the last may not.
    const isKeeper = ({ role }: { role: string }) => STRATEGISTS.some((one) => one.role === role);
    const others = STRATEGISTS.map(({ name }) => name).filter((name) => name !== NAME.strategist);
    for (const name of others) {
      await openRow(strategist, name);
      await strategist.press(EDIT_LIST.end);
      await strategist.press(EDIT_LIST.endYes);
    }
    const id = (await rowNamed(cast, NAME.strategist))?.id;
    const answer = await strategist.invoke(message, 'endContact', { contact: id });
    expect(strategist.text(answer.card)).toContain(ROW_FAULTS.lastStrategist);
    expect((await rows(cast)).filter((one) => isKeeper(one) && !one.ended)).toHaveLength(1);
  });

  it('a term that ends and one that begins on a day set beforehand: the victim is asked whom they want, without a press', async () => {
    const cast = await openCast();
    const { town, strategist, officer, deputy, eva } = cast;
    await report(eva);
    await officer.press(BUTTON.acknowledge);
    await deputy.say('mina ärenden');
    const today = (await rows(cast)).filter(({ party }) => party === rowOf('officer')[1]);
    for (const { name } of today.filter(({ role }) => role === rowOf('officer')[0])) {
      await openRow(strategist, name);
      await strategist.press(EDIT_LIST.save, { [fields.ends]: '2026-11-25' });
    }
    expect((await rowNamed(cast, NAME.officer))?.ends).toBe('2026-11-25');
    while (!view(strategist).includes(`${NAME.officer}\n`)) await strategist.press(LISTS.showMore);
    expect(view(strategist)).toContain('25 nov. ');
    expect(view(strategist)).not.toContain('..');
    await strategist.say('kontaktlista');
    await strategist.press(REPLACE.button);
    const posts = inputs(strategist.card()).flatMap(({ choices }) => choices.map(({ title }) => title));
    expect(posts[0]).toContain(NAME.strategist);
    await town.until('2026-11-25T22:00:00Z');
    expect(words(eva.newest())).not.toContain(VICTIM_AGAIN.keep(NAME.officer));
    await town.until('2026-11-26T09:00:00Z');
    expect(
      eva
        .sees()
        .map((card) => words(card))
        .join(),
    ).toContain(VICTIM_AGAIN.keep(NAME.officer));
    expect(deputy.has(BUTTON.acknowledge)).toBe(false);
    await alarm(eva);
    expect(officer.has(BUTTON.acknowledge)).toBe(false);
    expect(strategist.has(BUTTON.acknowledge)).toBe(true);
  });

  it('nobody else may: not an officer, not by a press made by hand', async () => {
    const cast = await openCast();
    const { officer, chief, eva } = cast;
    const before = await rows(cast);
    const contact = before[0]?.id ?? '';
    const given = { contact, was: 'x', name: SECRET, phone: '070-174 06 96', place: before[0]?.role };
    for (const person of [officer, chief, eva]) {
      await person.say('kontaktlista');
      expect(person.has(CONTACT_WORDS.edit)).toBe(false);
      for (const verb of [
        'editList',
        'contactRow',
        'saveContact',
        'newContact',
        'endContact',
        'listHistory',
      ]) {
        const answer = await person.invoke(person.chat().at(-1)?.id ?? '', verb, given);
        expect(person.text(answer.card)).toContain('Kortet går inte att öppna');
      }
      const added = { ...given, contact: 'a'.repeat(26) };
      await person.invoke(person.chat().at(-1)?.id ?? '', 'addContact', added);
    }
    expect(await rows(cast)).toEqual(before);
  });

  it('who has another account by a new address is asked about, never bound unseen', async () => {
    const cast = await openCast();
    const { town, strategist, officer } = cast;
    await openRow(strategist, NAME.officer);
    await strategist.press(EDIT_LIST.save, { [fields.email]: EVA.email });
    expect(await rowNamed(cast, NAME.officer)).toMatchObject({ person: officer.userId, email: EVA.email });
    await town.later(DAY);
    expect(words(strategist.newest())).toContain(REPLACE.sameDetail);
  });
});

const HEAD = Object.values(COLUMNS).map(([name]) => name);
/** A file of one line; cells by their column, others empty. */
const lineOf = (cells: Record<string, string>) => HEAD.map((column) => cells[column] ?? '').join(';');
const fileOf = (...lines: Record<string, string>[]) => [HEAD.join(';'), ...lines.map(lineOf)].join('\r\n');

/** The title of a post of the officer's kind, and a right line for it. */
const post = titleOf('officer');
const unit = rowOf('officer')[1] ?? '';
const KIM = { uppdrag: post, parti: unit, namn: 'Kim Strandsjö', telefon: '070-174 06 96', ordning: '3' };

async function paste(strategist: Person, text: string): Promise<string> {
  await strategist.say('kontaktlista');
  await strategist.press(CONTACT_WORDS.edit);
  await strategist.press(EDIT_LIST.csv);
  await strategist.press(CSV.try, { [CSV.field]: text });
  return view(strategist);
}

describe('the list as a file', () => {
  it('is read from a file in the chat by whoever keeps the list, and is no evidence: it is deleted; others are offered no such thing', async () => {
    const cast = await openCast();
    const { town, strategist, officer } = cast;
    // As an older Swedish spreadsheet writes it.
    town.connector.files.set('/drive/1', { bytes: Buffer.from(fileOf(KIM), 'latin1') });
    const downloadUrl = `${town.connector.serviceUrl.replace(/\/$/, '')}/drive/1`;
    const contentType = 'application/vnd.microsoft.teams.file.download.info';
    const content = { downloadUrl, uniqueId: 'u1', fileType: 'csv' };
    const file = { contentType, name: 'kontaktlista.csv', content };
    await officer.sends([file]);
    expect(officer.has(FILES.asList)).toBe(false);
    await strategist.sends([file]);
    const read = strategist.keep(FILES.asList);
    await strategist.press(FILES.asList);
    expect(view(strategist)).toContain(CSV.kinds.new(KIM.namn));
    await town.later(0);
    expect(town.containers.blobs.get('evidence')?.size).toBe(1);
    const again = await read();
    expect(strategist.text(again.card)).toContain(CSV.faults.empty);
    const offer = (await town.tables.persons.read(officer.userId)).state.offers?.[0]?.id ?? '';
    const forged = await officer.invoke('none', 'csvFromFile', { offer });
    expect(strategist.text(forged.card)).not.toContain(KIM.namn);
  });

  it.each<[string, (text: string) => Buffer]>([
    ['in UTF-8', (text) => Buffer.from(text)],
    ['in UTF-8 with a mark', (text) => Buffer.from(`\ufeff${text}`)],
    ['as an older spreadsheet saves it', (text) => Buffer.from(text, 'latin1')],
    ['as "Unicode text"', (text) => Buffer.from(`\ufeff${text.replaceAll(';', '\t')}`, 'utf16le')],
    ['the other way round', (text) => Buffer.from(`\ufeff${text}`, 'utf16le').swap16()],
  ])('%s is read letter by letter', (_, bytes) => {
    const text = fileOf({ ...KIM, namn: 'Åsa Öhman Ärlig' });
    const read = linesIn(fileText(bytes(text)), HERE.municipality);
    expect('lines' in read ? read.lines[0]?.texts.name : read).toBe('Åsa Öhman Ärlig');
  });

  it.each([
    [{ ...KIM, uppdrag: '' }, ROW_FAULTS.noPost],
    [{ ...KIM, uppdrag: 'kassör' }, ROW_FAULTS.noSuchPost],
    [{ ...KIM, parti: '' }, ROW_FAULTS.noParty],
    [{ ...KIM, parti: 'ÄLG' }, ROW_FAULTS.noSuchParty],
    [{ ...KIM, uppdrag: titleOf('strategist') }, ROW_FAULTS.partyNotAsked],
    [{ ...KIM, nämnd: 'skolnämnden' }, ROW_FAULTS.boardNotAsked],
    [{ ...KIM, namn: '' }, ROW_FAULTS.noName],
    [{ ...KIM, namn: '=1+1' }, ROW_FAULTS.badName],
    [{ ...KIM, telefon: '' }, ROW_FAULTS.noPhone],
    [{ ...KIM, telefon: 'växeln' }, ROW_FAULTS.badPhone],
    [{ ...KIM, 'e-post': 'kim@kommun' }, ROW_FAULTS.badEmail],
    [{ ...KIM, ordning: 'först' }, ROW_FAULTS.badOrder],
    [{ ...KIM, grupper: '<b>' }, ROW_FAULTS.badGroups],
    [{ ...KIM, id: 'finnsinte' }, ROW_FAULTS.noSuchRow],
  ])('a line %# with a fault is named with the fault, and nothing is taken in', async (line, fault) => {
    const cast = await openCast();
    const before = await rows(cast);
    const text = await paste(cast.strategist, fileOf(KIM, line));
    expect(text).toContain(fault);
    expect(text).toContain(`${CSV.line(3)}\nFEL.`);
    expect(cast.strategist.has(CSV.take(1))).toBe(false);
    expect(await rows(cast)).toEqual(before);
  });

  it.each([
    ['', CSV.faults.empty],
    [HEAD.join(';'), CSV.faults.empty],
    ['Kim;070', CSV.faults.noHeader],
    [`${HEAD.join(';')}\n"Kim`, CSV.faults.unread],
    [fileOf(...Array.from({ length: 91 }, () => ({ namn: 'K' }))), CSV.faults.tooMany],
    ['😀'.repeat(9_999), CSV.faults.tooLong],
    [fileOf(KIM, KIM), ROW_FAULTS.sameRow],
  ])('a file %# is no list: it is said why', async (text, fault) => {
    const { strategist } = await openCast();
    expect(await paste(strategist, text)).toContain(fault);
  });

  it('is tried line by line, taken in with one press and once; what is copied out changes nothing when it comes back', async () => {
    const cast = await openCast();
    const { town, strategist, officer, deputyStrategist } = cast;
    const officerRow = await rowNamed(cast, NAME.officer);
    const tabs = fileOf(KIM, {
      ...KIM,
      namn: NAME.officer,
      telefon: '+46 70 174 06 95',
      id: officerRow?.id ?? '',
      ordning: '1',
    }).replaceAll(';', '\t');
    const text = await paste(strategist, tabs);
    expect(text).toContain(CSV.kinds.new(KIM.namn));
    expect(text).toContain('Ändras');
    const mark = buttons(strategist.card()).find(({ verb }) => verb === 'takeCsv')?.data.mark;
    await strategist.press(CSV.take(2));
    const message = strategist.chat().at(-1)?.id ?? '';
    const again = await strategist.invoke(message, 'takeCsv', { mark, text: tabs });
    expect(strategist.text(again.card)).toContain(CSV.nothing);
    expect((await rows(cast)).filter(({ name }) => name === KIM.namn)).toHaveLength(1);
    expect(await rowNamed(cast, NAME.officer)).toMatchObject({
      phone: '+46 70 174 06 95',
      person: officer.userId,
    });
    await town.later(DAY);
    expect(words(officer.newest())).toContain(LIST_NEWS.changedOwn);
    expect(words(deputyStrategist.newest())).toContain(LIST_NEWS.imported);
    // A spreadsheet takes no cell of it for a formula, and it reads back as it was.
    const out = await strategist.invoke(message, 'csvOut', {});
    const copied = inputs(out.card ?? {})[0]?.value ?? '';
    expect(copied).toContain("'+46 70 174 06 95");
    const back = await strategist.invoke(message, 'tryCsv', { text: copied });
    expect(strategist.text(back.card)).toContain(CSV.nothing);
    for (const verb of ['csv', 'tryCsv', 'takeCsv', 'csvOut']) {
      const answer = await officer.invoke(officer.chat().at(-1)?.id ?? '', verb, { mark, text: tabs });
      expect(officer.text(answer.card)).toContain('Kortet går inte att öppna');
    }
  });
});

describe('once a year', () => {
  it('everybody on the list is asked whether it is right; a no reaches the strategist, a yes stands on the row', async () => {
    const cast = await openCast();
    const { town, strategist, officer, deputy, eva } = cast;
    const before = eva.chat().length;
    await town.later(200 * DAY);
    expect(words(officer.newest())).not.toContain(RIGHT.ask);
    await town.later(166 * DAY);
    await town.later(DAY);
    await town.later(DAY);
    expect(words(officer.newest())).toContain(RIGHT.ask);
    expect(eva.chat()).toHaveLength(before);
    await officer.press(RIGHT.answer);
    expect(view(officer)).toContain(NAME.officer);
    const contact = (await rowNamed(cast, NAME.officer))?.id;
    await eva.invoke(eva.chat().at(-1)?.id ?? '', 'sayRight', { contact });
    expect((await rowNamed(cast, NAME.officer))?.rightAt).toBeUndefined();
    await officer.press(RIGHT.yes);
    expect((await rowNamed(cast, NAME.officer))?.rightAt).toBeDefined();
    await deputy.press(RIGHT.answer);
    await deputy.press(RIGHT.no);
    await town.later(DAY);
    expect(words(strategist.newest())).toContain(RIGHT.wrong(NAME.deputy));
  });
});

describe('"Når jag dig?" to one', () => {
  it('asks that one and nobody else, once however often it is pressed, and tells whoever asked how it went', async () => {
    const cast = await openCast();
    const { town, officer, deputy, strategist, deputyStrategist } = cast;
    await openRow(strategist, NAME.officer);
    const { data } = buttons(strategist.card()).find(({ title }) => title === DRILL.one) ?? { data: {} };
    expect(words(await strategist.press(DRILL.one))).toContain(DRILL.oneTitle(NAME.officer, 1));
    await strategist.invoke('', 'drillOne', data);
    expect((await town.tables.municipalityState.read('town')).state.drills).toHaveLength(1);
    expect(newest(officer)).toContain(DRILL.title);
    expect(newest(deputy)).not.toContain(DRILL.title);
    // Nobody else may ask, and nobody else may answer.
    await officer.invoke('', 'drillOne', data);
    const [drill] = (await town.tables.municipalityState.read('town')).state.drills;
    await deputy.invoke('', 'reachable', { drill: drill?.id });
    expect((await town.tables.municipalityState.read('town')).state).toMatchObject({ answers: [] });
    await town.later(3 * DAY);
    expect(newest(strategist)).toContain(NAME.officer);
    expect(newest(strategist)).toContain(DRILL.count(0, 1));
    expect(newest(deputyStrategist)).not.toContain(DRILL.resultTitle);
    expect(newest(officer)).toContain(DRILL.over);
  });

  it('that is answered says when; who never opened the bot is rung; at night it waits', async () => {
    const town = await openTown({ now: '2026-11-24T22:00:00Z' });
    const officer = await town.contact(...rowOf('officer'));
    const strategist = await town.contact(...rowOf('strategist'));
    await openRow(strategist, NAME.officer);
    await strategist.press(DRILL.one);
    expect(newest(officer)).not.toContain(DRILL.title);
    await town.until('2026-11-25T07:01:00Z');
    await officer.press(DRILL.reachable);
    expect(newest(officer)).toContain(DRILL.thanks('kl. 08.01'));
    await openRow(strategist, NAME.deputy);
    expect(words(await strategist.press(DRILL.one))).toContain(DRILL.oneTitle(NAME.deputy, 0));
    expect((await town.tables.municipalityState.read('town')).state.drills).toHaveLength(1);
  });
});

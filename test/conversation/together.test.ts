import { BUTTON } from '../../src/content/texts/common';
import { ALOUD, REGISTER } from '../../src/content/texts/people/aloud';
import { JOINED } from '../../src/content/texts/people/joined';
import { problemText } from '../../src/content/texts/refusals';
import { ROUND } from '../../src/content/texts/timed';
import { buttons, inputs, words } from '../support/cardReading';
import type { Person } from '../support/town';
import { NAME } from './here';
import { type Cast, openCast, SECRET, view } from './support';

/*
 * A whole council after one event: an official writes down all of them at a time. Each has an incident of their own, all share the event,
 * and whoever answers for several gets them as lines of one card.
 */

const S = 'Socialdemokraterna (S)';
const UNAVAILABLE = Object.assign(new Error('Storage does not answer.'), { statusCode: 503 });
const GIVEN = ['Ylva', 'Bo', 'Kim', 'Eli', 'Mio', 'Alva', 'Tor', 'Siv', 'Ulf', 'Maj', 'Rut', 'Åke'];
/** So many lines, of one party. */
const lines = (count: number, party = 'S'): string[] =>
  Array.from(
    { length: count },
    (_, at) => `${GIVEN[at % GIVEN.length]} Lycke${at}, ${party}, 070-174 06 ${10 + (at % 90)}`,
  );

interface Written {
  more: string;
  first?: string;
  partyMay?: string;
  urgent?: string;
}

/** Up to the page on which it is sent. */
async function writes(by: Person, { more, first = 'Eva Norrlycke', partyMay }: Written): Promise<void> {
  await by.say('registrera åt någon');
  await by.press(BUTTON.next, {
    [REGISTER.fields.came]: REGISTER.came.inPerson,
    'Personens namn': first,
    [REGISTER.fields.party]: S,
    [REGISTER.fields.partyMay]: partyMay ?? REGISTER.partyMay.yes,
    [REGISTER.fields.moreVictims]: more,
  });
}
async function onToReview(by: Person): Promise<void> {
  await by.press(BUTTON.next, {});
  await by.press(BUTTON.review, { 'Vad hände': `${SECRET} bombhot mot mötet`, 'Vad gäller det?': 'Hot' });
}
const sends = (by: Person, urgent = 'Nej') => by.press(BUTTON.send, { 'Är det bråttom?': urgent });

async function registers(by: Person, written: Written): Promise<void> {
  await writes(by, written);
  await onToReview(by);
  await sends(by, written.urgent);
}

/** All incidents that somebody has registered, the first one first. */
async function made({ town }: Pick<Cast, 'town'>, by: Person) {
  const rows = await town.tables.index.of(by.userId, 1_000);
  const files = await Promise.all(rows.map(({ id }) => town.tables.incidents.read(id)));
  return files.flatMap((file) => (file ? [file] : []));
}
const namesIn = async (cast: Pick<Cast, 'town'>, by: Person) =>
  (await made(cast, by)).map(({ incident }) => incident.victim.name).sort();
const opensOf = (card: object): string[] =>
  buttons(card)
    .map(({ title }) => title)
    .filter((title) => title.startsWith(ROUND.open('')));

describe('several who are registered together', () => {
  it('have an incident each, and share the event; twelve are one card with twelve lines, and each officer sees their own', async () => {
    const cast = await openCast();
    const { town, officer, otherOfficer, strategist } = cast;
    const before = [officer, otherOfficer].map((one) => one.chat().length);
    await registers(strategist, {
      more: [...lines(11), ...lines(3, 'M').map((one) => `Ny ${one}`)].join('\n'),
    });
    expect(view(strategist)).toContain(REGISTER.severalTitle);
    await town.later(15_000);
    const files = await made(cast, strategist);
    expect(files).toHaveLength(15);
    const [first] = files.map(({ incident }) => incident).filter(({ carries }) => carries) ?? [];
    expect(first).toBeUndefined();
    expect(new Set(files.map(({ incident }) => incident.event?.id)).size).toBe(1);
    for (const { incident } of files) {
      expect(incident.reporter).toMatchObject({ person: strategist.userId, kind: 'proxy', came: 'inPerson' });
      expect(incident.report.what).toContain('bombhot mot mötet');
      expect(incident.consent).toMatchObject({ to: 'party', asked: 'report' });
    }
    // The number of each stands with them alone.
    expect(files.find(({ incident }) => incident.victim.name === 'Bo Lycke1')?.incident.report.phone).toBe(
      '070-174 06 11',
    );
    expect(
      files.find(({ incident }) => incident.victim.name === 'Eva Norrlycke')?.incident.report.phone,
    ).toBeUndefined();
    const after = [officer, otherOfficer].map((one, at) => one.chat().length - (before[at] ?? 0));
    expect(after).toEqual([1, 1]);
    const of = (party: string) =>
      files
        .filter(({ incident }) => incident.party === party)
        .map(({ incident }) => ROUND.open(incident.reference))
        .sort();
    expect(opensOf(officer.newest()).sort()).toEqual(of('S'));
    expect(of('S')).toHaveLength(12);
    expect(opensOf(otherOfficer.newest()).sort()).toEqual(of('M'));
    expect(opensOf(strategist.newest()).length).toBeGreaterThanOrEqual(12);
    // Whoever opens one reads of that one.
    await officer.press(of('S')[0] ?? '');
    await officer.press(BUTTON.acknowledge);
    expect(words(officer.card())).not.toContain(JOINED.kicker);
  });

  it('are on the strategist’s own card too, though they wrote it; whoever reads aloud how it stands sees whose it is', async () => {
    const cast = await openCast();
    const { town, strategist, otherOfficer } = cast;
    const before = strategist.chat().length;
    await registers(strategist, { more: lines(3).join('\n') });
    const asked = strategist.chat().length;
    await town.later(15_000);
    expect([asked - before, strategist.chat().length - asked]).toEqual([1, 1]);
    expect(opensOf(strategist.newest())).toHaveLength(4);
    // Somebody who has no other part in them.
    await registers(otherOfficer, { more: lines(3).join('\n') });
    await town.later(15_000);
    await otherOfficer.press(BUTTON.mine);
    const seen: string[] = [];
    for (const title of otherOfficer.buttons().filter((one) => /^Visa \d/.test(one))) {
      await otherOfficer.press(title);
      expect(view(otherOfficer)).not.toContain('Lycke');
      await otherOfficer.press(ALOUD.button);
      seen.push(view(otherOfficer));
      await otherOfficer.press(BUTTON.back);
      await otherOfficer.say('hjälp');
      await otherOfficer.press(BUTTON.mine);
    }
    for (const name of ['Eva Norrlycke', 'Ylva Lycke0', 'Bo Lycke1', 'Kim Lycke2'])
      expect(seen.filter((one) => one.includes(name))).toHaveLength(1);
    expect(seen.join()).not.toContain(SECRET);
  });

  it.each([[1], [2], [40]])('%i more: each once, also when it is sent twice', async (count) => {
    const cast = await openCast();
    const { town, strategist } = cast;
    await writes(strategist, { more: lines(count).join('\n') });
    await onToReview(strategist);
    const message = strategist.chat().at(-1)?.id ?? '';
    const button = buttons(strategist.card()).find(({ title }) => title === BUTTON.send);
    const send = () => strategist.invoke(message, 'send', { ...button?.data, urgent: 'no' });
    const [one, two] = await Promise.all([send(), send()]);
    expect([one, two].map(({ card }) => words(card))).toEqual(
      [one, two].map(() => expect.stringContaining(REGISTER.severalTitle)),
    );
    await town.later(15_000);
    const late = await send();
    expect(words(late.card)).toContain(REGISTER.severalTitle);
    await town.later(15_000);
    expect(await made(cast, strategist)).toHaveLength(count + 1);
  });

  it('two hundred at a time are taken, one more is not, and nothing that was typed is lost', async () => {
    const cast = await openCast();
    const { town, strategist } = cast;
    await writes(strategist, { more: lines(200).join('\n') });
    expect(view(strategist)).toContain(problemText({ kind: 'told', line: 200, fault: 'tooMany' }));
    expect(inputs(strategist.card()).find(({ id }) => id === 'moreVictims')?.value).toBe(
      lines(200).join('\n'),
    );
    await strategist.press(BUTTON.next, { [REGISTER.fields.moreVictims]: lines(199).join('\n') });
    await onToReview(strategist);
    expect(view(strategist)).toContain(REGISTER.several(200));
    await sends(strategist);
    await town.later(15_000);
    expect(new Set(await namesIn(cast, strategist)).size).toBe(200);
  });

  it('acute, the first is asked for at once and the others by the next sweep, each by itself', async () => {
    const cast = await openCast();
    const { town, officer, strategist } = cast;
    const before = officer.chat().length;
    await registers(strategist, { more: lines(2).join('\n'), urgent: 'Ja' });
    expect(officer.chat().length - before).toBe(1);
    await town.later(15_000);
    const files = await made(cast, strategist);
    expect(files.map(({ incident }) => incident.acute)).toEqual([true, true, true]);
    expect(officer.chat().length - before).toBe(3);
  });
});

describe('a list of names', () => {
  it('says which line cannot be read, and guesses nobody’s party', async () => {
    const { strategist } = await openCast();
    await writes(strategist, { more: 'Ylva Lycke, S\nBo Lycke, Folkpartiet' });
    expect(view(strategist)).toContain(problemText({ kind: 'told', line: 2, fault: 'unread' }));
    await strategist.press(BUTTON.next, { [REGISTER.fields.moreVictims]: 'Ylva Lycke, S\n070-174 06 40' });
    expect(view(strategist)).toContain(problemText({ kind: 'told', line: 2, fault: 'noName' }));
  });

  it('of one name twice is one person, with another party or number two; without a party only the municipality is told', async () => {
    const cast = await openCast();
    const { town, officer, strategist } = cast;
    await registers(strategist, {
      more: [
        'Eva Norrlycke, S, 070-174 06 40',
        '- ylva  lycke; socialdemokraterna',
        '2. Ylva Lycke, S',
        'Ylva Lycke, M',
        'Bo Lycke, S, 070-174 06 41',
        'Bo Lycke, S, 070-174 06 42',
        'Kim Lycke',
      ].join('\n'),
    });
    await town.later(15_000);
    const files = await made(cast, strategist);
    expect(
      files
        .map(({ incident: { victim, party, route } }) => [victim.name, party ?? '', route].join(' '))
        .sort(),
    ).toEqual(
      [
        'Bo Lycke S party',
        'Bo Lycke S party',
        'Eva Norrlycke S party',
        'Kim Lycke  municipality',
        'Ylva Lycke M party',
        'ylva  lycke S party',
      ].sort(),
    );
    const kim = files.find(({ incident }) => incident.victim.name === 'Kim Lycke')?.incident.reference ?? '-';
    expect(officer.text()).not.toContain(kim);
  });

  it('with the writer’s own name: that one is their own, and somebody else is asked to lead it', async () => {
    const cast = await openCast();
    const { town, officer, deputy } = cast;
    await registers(officer, { more: `${NAME.officer}, S\nBo Lycke, S` });
    await town.later(15_000);
    const own = (await made(cast, officer)).find(({ incident }) => incident.victim.name === NAME.officer);
    expect(own?.incident.victim).toMatchObject({ person: officer.userId, bound: 'self' });
    expect(own?.incident.reporter).toMatchObject({ kind: 'self' });
    expect(own?.deliveries.some(({ value }) => value.person === officer.userId)).toBe(false);
    expect(deputy.text()).toContain(own?.incident.reference);
  });

  it('where the parties are not to know: only the municipality hears of any of them', async () => {
    const cast = await openCast();
    const { town, officer, strategist } = cast;
    const before = officer.text();
    await registers(strategist, { more: lines(4).join('\n'), partyMay: REGISTER.partyMay.no });
    await town.later(15_000);
    const files = await made(cast, strategist);
    expect(new Set(files.map(({ incident }) => incident.route))).toEqual(new Set(['municipality']));
    expect(officer.text()).toBe(before);
  });
});

describe('storage that fails between two of them', () => {
  it.each([0, 1, 2, 3, 5, 8, 13, 21, 34])(
    'after %i writes: each is made, once, and is told',
    async (after) => {
      const cast = await openCast();
      const { town, strategist, officer } = cast;
      await writes(strategist, { more: lines(5).join('\n') });
      await onToReview(strategist);
      const draft = String(
        buttons(strategist.card()).find(({ title }) => title === BUTTON.send)?.data.draft ?? '',
      );
      let left = after;
      town.failStorage(
        (what) => /write|transaction|submit|insert|create|upsert|update/i.test(what) && left-- <= 0,
        7,
        UNAVAILABLE,
      );
      await strategist.press(BUTTON.send, { 'Är det bråttom?': 'Nej' });
      for (let sweep = 0; sweep < 4; sweep++) await town.later(15_000);
      const kept = await town.tables.drafts.read(strategist.userId, draft);
      // Nothing was made: what was typed is there, and is sent by another press.
      if (kept) {
        expect(kept.value.values.moreVictims).toBe(lines(5).join('\n'));
        await strategist.invoke(strategist.chat().at(-1)?.id ?? '', 'send', { draft, urgent: 'no' });
      }
      for (let sweep = 0; sweep < 4; sweep++) await town.later(60_000);
      expect(await namesIn(cast, strategist)).toEqual(
        ['Eva Norrlycke', ...lines(5).map((line) => line.split(',')[0])].sort(),
      );
      for (const { incident } of await made(cast, strategist))
        expect(officer.text()).toContain(incident.reference);
      town.log.lines.splice(0);
    },
  );

  it('a process that ends after the first is made: the next one makes the rest', async () => {
    const cast = await openCast();
    const { town, strategist } = cast;
    await registers(strategist, { more: lines(5).join('\n') });
    expect(await made(cast, strategist)).toHaveLength(1);
    await town.restart();
    await town.later(15_000);
    expect(await made(cast, strategist)).toHaveLength(6);
    await town.restart();
    await town.later(60_000);
    expect(await made(cast, strategist)).toHaveLength(6);
  });
});

it('what was typed before a failure and is sent again minutes later is one report, also of one person', async () => {
  const cast = await openCast();
  const { town, strategist } = cast;
  await writes(strategist, { more: '' });
  await onToReview(strategist);
  const button = buttons(strategist.card()).find(({ title }) => title === BUTTON.send);
  const send = () =>
    strategist.invoke(strategist.chat().at(-1)?.id ?? '', 'send', { ...button?.data, urgent: 'no' });
  const failed = town.failStorage(
    (what) => /drafts/.test(what) && /delete|remove/i.test(what),
    9,
    UNAVAILABLE,
  );
  await send();
  expect(failed()).toBeGreaterThan(0);
  town.failStorage(() => false, 0);
  await town.later(5 * 60_000);
  await send();
  expect(await made(cast, strategist)).toHaveLength(1);
  town.log.lines.splice(0);
});

import { StorageUnavailable } from '../../src/app/runtime/failures';
import { BUTTON, TROUBLE } from '../../src/content/texts/common';
import { LISTS } from '../../src/content/texts/pages';
import { FIRST } from '../../src/content/texts/report';
import { ROUND } from '../../src/content/texts/timed';
import { STATUS } from '../../src/content/texts/victim';
import { buttons, inputs, words } from '../support/cardReading';
import { rowOf } from './here';
import { DAY, EVA, openTown, report, resident, SECRET, view } from './support';

const away = () => new StorageUnavailable('Storage is busy or down.');

describe('an answer that Teams does not take', () => {
  it('is told of by the agenda as soon as Teams does, at night too, with 112 and the way back in', async () => {
    const town = await openTown({ now: '2026-11-24T02:00:00Z' });
    const eva = await resident(town, EVA.id, EVA.name);
    const before = eva.chat().length;
    town.connector.failNext(eva.conversation, { status: 429, headers: { 'retry-after': '60' } });
    await eva.say('rapportera hot');
    expect(eva.chat()).toHaveLength(before);
    town.passReal(61_000);
    await town.later(61_000);
    expect(eva.chat()).toHaveLength(before + 1);
    const card = eva.newest();
    expect(words(card)).toContain(ROUND.unanswered('03.00'));
    expect(words(card)).toContain('112');
    await eva.press(BUTTON.report);
    expect(eva.has(BUTTON.alarmParty)).toBe(true);
    // Told once, and gone from the round after a day.
    await town.later(2 * DAY);
    expect(eva.chat()).toHaveLength(before + 1);
  });

  it('nor is the greeting lost', async () => {
    const town = await openTown();
    const eva = town.person(EVA.id, EVA.name, EVA.email);
    town.connector.failNext(eva.conversation, { status: 429, headers: { 'retry-after': '60' } });
    await eva.install();
    expect(eva.chat()).toEqual([]);
    town.passReal(61_000);
    await town.later(61_000);
    expect(words(eva.newest())).toContain(ROUND.unansweredTitle);
  });
});

describe('storage that does not answer', () => {
  it('to an alarm: nobody is let to believe that help is on its way, and the same press raises it afterwards', async () => {
    const town = await openTown();
    const eva = await resident(town, EVA.id, EVA.name);
    const officer = await town.contact(...rowOf('officer'));
    await eva.say('rapportera hot');
    town.failStorage(() => true, 1_000, away());
    await eva.press(FIRST.alarm('S'));
    expect(view(eva)).toContain(TROUBLE.alarmTitle);
    expect(view(eva)).toContain(TROUBLE.alarm);
    expect(view(eva)).toContain('Ring 112');
    // Nothing was typed: the code of the party is not shown as that.
    expect(view(eva)).not.toContain(TROUBLE.typed);
    expect(inputs(eva.card())).toEqual([]);
    town.failStorage(() => false, 0);
    await eva.press(BUTTON.tryAgain);
    expect(view(eva)).toContain(STATUS.alarmTitle);
    expect(words(officer.newest())).toContain('Någon behöver dig nu');
    town.log.lines.splice(0, town.log.lines.length);
  });

  it('for one call is asked again: the page is there as if nothing had been', async () => {
    const town = await openTown();
    const eva = await resident(town, EVA.id, EVA.name);
    await eva.say('rapportera hot');
    town.failStorage(() => true, 1, away());
    await eva.press(BUTTON.safe);
    expect(view(eva)).not.toContain(TROUBLE.title);
    expect(eva.has(BUTTON.next)).toBe(true);
  });

  it('keeps what was typed in the card, and the same press sends it when storage is back', async () => {
    const town = await openTown();
    const eva = await resident(town, EVA.id, EVA.name);
    await eva.say('rapportera hot');
    await eva.press(BUTTON.safe);
    await eva.press(BUTTON.next, { 'Ditt parti': 'Socialdemokraterna (S)' });
    const story = `${SECRET}: han sa "\u{1F480} [länk](http://x) \${1+1}"`;
    town.failStorage(() => true, 1_000, away());
    await eva.press(BUTTON.review, { 'Vad hände': story });
    expect(view(eva)).toContain(TROUBLE.kept);
    expect(inputs(eva.card()).map(({ value }) => value)).toContain(story);
    expect(buttons(eva.card())[0]?.title).toBe(BUTTON.tryAgain);
    town.failStorage(() => false, 0);
    await eva.press(BUTTON.tryAgain);
    await eva.press(BUTTON.send);
    const [incident] = await town.tables.index.open();
    const stored = await town.tables.incidents.read(incident?.id ?? '');
    expect(stored?.incident.report.what).toBe(story);
    town.log.lines.splice(0, town.log.lines.length);
  });
});

it('forty who acknowledge at the same moment all get a card', async () => {
  const town = await openTown();
  const eva = await resident(town, EVA.id, EVA.name);
  const officer = await town.contact(...rowOf('officer'));
  await report(eva);
  const [incident] = await town.tables.index.open();
  const messageId = officer.chat().at(-1)?.id;
  const press = (at: number) =>
    officer.post({
      id: `press-${at}`,
      type: 'invoke',
      name: 'adaptiveCard/action',
      replyToId: messageId,
      value: { action: { type: 'Action.Execute', verb: 'acknowledge', data: { id: incident?.id } } },
    });
  const answers = await Promise.all(Array.from({ length: 40 }, (_, at) => press(at)));
  await town.idle();
  for (const { body } of answers) expect(words(body.value)).not.toContain(TROUBLE.title);
});

it('thirty additions at the same moment are all kept, and all get a card', async () => {
  const town = await openTown();
  const eva = await resident(town, EVA.id, EVA.name);
  const officer = await town.contact(...rowOf('officer'));
  await report(eva);
  await officer.press(BUTTON.acknowledge);
  const [incident] = await town.tables.index.open();
  const add = (at: number) =>
    officer.invoke('', 'amend', {
      ...{ id: incident?.id, page: 'when', once: `add${at}` },
      context: `${SECRET} tillägg ${at}.`,
    });
  const answers = await Promise.all(Array.from({ length: 30 }, (_, at) => add(at)));
  await town.idle();
  for (const { card } of answers) expect(words(card)).not.toContain(TROUBLE.title);
  const stored = (await town.tables.incidents.read(incident?.id ?? ''))?.incident;
  const said = stored?.versions?.filter(({ values }) => values.context).map(({ values }) => values.context);
  expect(new Set(said).size).toBe(30);
});

it('a hundred drafts due in one hour are told of, and a person keeps the twenty newest that they begin', async () => {
  const town = await openTown();
  const eva = await resident(town, EVA.id, EVA.name);
  const draft = (at: number) => ({
    id: `d${String(at).padStart(25, '0')}`,
    person: EVA.id,
    page: 'what' as const,
    values: { what: `${SECRET} ${at}` },
    updatedAt: town.now.toISOString(),
  });
  // As they were left by the release that had no bound.
  for (let at = 0; at < 110; at++) await town.tables.drafts.save(draft(at));
  await eva.say('rapportera hot');
  await eva.press(BUTTON.safe);
  expect(await town.tables.drafts.of(EVA.id)).toHaveLength(20);
  for (let at = 0; at < 110; at++) {
    await town.tables.drafts.remove(EVA.id, draft(at).id);
    await town.tables.drafts.save(draft(at));
  }
  const before = eva.chat().length;
  await town.later(1.2 * DAY);
  expect(
    words(
      eva
        .chat()
        .slice(before)
        .map(({ card }) => card),
    ),
  ).toContain(ROUND.draftTitle);
  const { deliveries } = await town.tables.persons.read(EVA.id);
  expect(deliveries.filter(({ value }) => value.sentAt !== undefined).length).toBeGreaterThan(100);
});

describe('cards of somebody with very many incidents', () => {
  it('"Mina ärenden" reads one page', async () => {
    const town = await openTown();
    const strategist = await town.contact(...rowOf('strategist'));
    for (let at = 0; at < 9; at++) {
      const person = await resident(town, `7e57da7a-0000-4000-8000-0000000005${10 + at}`, `Person ${at}`);
      await report(person);
    }
    town.calls.splice(0, town.calls.length);
    await strategist.say('mina ärenden');
    const reads = town.calls.filter((call) => /incident/i.test(call));
    expect(reads.length).toBeLessThan(9);
    const first = strategist.buttons().filter((title) => /2026-/.test(title)).length;
    expect(first).toBeGreaterThan(0);
    // Sixty older ones that are nothing to them any more: fifty are looked at for a page, and the list goes on.
    for (let at = 0; at < 60; at++)
      await town.tables.index.add(strategist.userId, {
        id: `gone${at}`,
        reference: `2025-${at}`,
        createdAt: '2025-01-01T00:00:00.000Z',
      });
    await strategist.press(LISTS.showMore);
    expect(strategist.buttons().filter((title) => /2026-/.test(title))).toHaveLength(9 - first);
    await strategist.press(LISTS.showMore);
    expect(strategist.has(LISTS.showMore)).toBe(false);
  });
});

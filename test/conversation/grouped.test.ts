import { BUTTON } from '../../src/content/texts/common';
import { JOINED } from '../../src/content/texts/people/joined';
import { ROUND } from '../../src/content/texts/timed';
import { buttons, words } from '../support/cardReading';
import type { Person } from '../support/town';
import {
  cameTo,
  cardsOf,
  expectFirstDay,
  incidentsOf,
  night,
  opens,
  press,
  referencesOf,
  toldTo,
} from './grouped/night';
import { alarm, report, SECRET } from './support';

/* Politicians get the same letter, and report it by night: one card a person, with a line an incident. */

describe('reports by night', () => {
  it('are one card with a line each at seven, and one reminder; a line is opened, and says so afterwards', async () => {
    const one = await night(3);
    await expectFirstDay(one);
    const { officer, town } = one;
    const references = await referencesOf(one);
    // One is opened from the line and taken: its page is not wiped, the way back is there, and the line says so afterwards.
    const list = officer.chat().at(-1)?.id ?? '';
    await officer.press(ROUND.open(references[0] ?? ''));
    expect(buttons(officer.card()).map(({ title }) => title)).toContain(ROUND.backToList);
    const drawn = officer.chat().at(-1)?.sent.length;
    await officer.press(BUTTON.acknowledge);
    await town.later(0);
    expect(officer.chat().at(-1)?.id).toBe(list);
    expect(officer.chat().at(-1)?.sent).toHaveLength(drawn ?? -1);
    town.rest(31 * 60_000);
    await town.later(31 * 60_000);
    expect(opens(officer)).toHaveLength(3);
    expect(words(officer.newest()).split(JOINED.led)).toHaveLength(2);
  });

  it('are one round in the morning', async () => {
    const one = await night(3);
    const { officer, strategist, town } = one;
    await town.until('2026-12-02T06:30:00Z');
    for (const { incident } of await incidentsOf(one)) await press(officer, incident.id, 'acknowledge');
    await town.until('2026-12-03T06:59:00Z');
    const round = await cameTo([officer, strategist], () => town.until('2026-12-03T07:30:00Z'));
    expect(round).toEqual([1, 1]);
  });
});

describe('a card that tells of several', () => {
  it('loses the line of one that is closed, or is not theirs any more, without a hint; the others stay', async () => {
    const one = await night(4);
    const { officer, strategist, town, all } = one;
    await town.until('2026-12-02T06:30:00Z');
    const [first, second, third, fourth] = await incidentsOf(one);
    const ids = [first, second, third, fourth].map((file) => file?.incident.id ?? '');
    const references = [first, second, third, fourth].map((file) => file?.incident.reference ?? '');
    const before = words(officer.card());
    const chats = [officer, strategist].map(cardsOf);
    // The victim takes the party's consent back; another incident was a mistake; in a third the strategist is part of it.
    await press(all[0] as Person, ids[0] ?? '', 'withdrawConsent');
    const { incidents } = town.tables;
    const change = async (id: string, part: object) => {
      const file = await incidents.read(id);
      if (!file) throw new Error('No incident.');
      await town.tables.agenda.wake(id, town.now.getTime(), file.incident.rev + 1);
      await incidents.save(file, { incident: { ...file.incident, ...part, rev: file.incident.rev + 1 } });
    };
    const at = town.now.toISOString();
    await change(ids[1] ?? '', { state: 'closed', closedAt: at, closeReason: 'mistake' });
    await change(ids[2] ?? '', { declined: [{ person: strategist.userId, at, why: 'suspect' }] });
    await town.later(1_000);
    await town.later(1_000);
    expect([officer, strategist].map(cardsOf)).toEqual([chats[0], (chats[1] ?? 0) + 1]);
    expect(opens(officer).sort()).toEqual(
      [references[2], references[3]].map((ref) => ROUND.open(ref ?? '')).sort(),
    );
    // Nothing else on it has changed: as if there had been two.
    const without = (text: string) => references.reduce((left, ref) => left.replaceAll(ref, ''), text);
    expect(without(before)).toContain(without(words(officer.card())).split('\n').at(-1) ?? '-');
    // The list of the strategist has no line of the one that they are part of, nor has anything that they can open.
    const list = strategist.chat().map(({ sent }) => JSON.stringify(sent.at(-1)));
    expect(list.join()).not.toContain(references[2]);
    const { card } = await strategist.invoke(strategist.chat().at(-1)?.id ?? '', 'round', {});
    expect(words(card)).not.toContain(references[2]);
  });

  it('storage fails when it has been sent: each is written down by a later sweep, and no second card comes', async () => {
    const one = await night(3);
    const { officer, town } = one;
    const before = cardsOf(officer);
    town.failStorage(
      (what) => cardsOf(officer) > before && /incidents/.test(what) && /write|transaction|submit/i.test(what),
      6,
      Object.assign(new Error('Storage does not answer.'), { statusCode: 503 }),
    );
    await town.until('2026-12-02T06:10:00Z');
    for (let sweep = 0; sweep < 6; sweep++) await town.later(60_000);
    expect(cardsOf(officer) - before).toBe(1);
    const message = officer.chat().at(-1)?.id;
    expect(await toldTo(one, officer, 'asked')).toEqual([[message], [message], [message]]);
    town.log.lines.splice(0);
  });

  it('does not come to who goes quiet while it is tried again; once they lift it, all of it does', async () => {
    const one = await night(3);
    const { officer, town } = one;
    await alarm(officer);
    const [own] = await town.tables.index.of(officer.userId, 1);
    await town.later(1_000);
    await town.until('2026-12-02T05:59:00Z');
    const fault = { status: 429, headers: { 'retry-after': '120' } };
    town.connector.failNext(officer.conversation, fault);
    await town.later(60_000);
    expect((await toldTo(one, officer, 'asked')).flat()).toEqual(['not told', 'not told', 'not told']);
    await press(officer, own?.id ?? '', 'hide');
    const before = officer.chat().map(({ card }) => words(card));
    for (let sweep = 0; sweep < 20; sweep++) {
      town.rest(60_000);
      await town.later(60_000);
    }
    const since = officer.chat().slice(before.length);
    expect(since.map(({ card }) => words(card))).toEqual([]);
    await press(officer, own?.id ?? '', 'liftQuiet');
    await town.later(60_000);
    await town.later(60_000);
    expect((await toldTo(one, officer, 'asked')).flat()).not.toContain('not told');
    const chat = officer
      .chat()
      .map((message) => words(message.card))
      .join();
    for (const reference of await referencesOf(one)) expect(chat).toContain(reference);
    town.log.lines.splice(0);
  });

  it('is tried again, then each incident comes alone; one that is acute never waits for it', async () => {
    const one = await night(3);
    const { officer, town, eva } = one;
    const before = cardsOf(officer);
    town.connector.failNext(officer.conversation, { status: 403 });
    await town.until('2026-12-02T06:01:00Z');
    // Not reached: each incident tries by itself, and is told.
    for (let sweep = 0; sweep < 4; sweep++) {
      town.rest(60_000);
      await town.later(60_000);
    }
    expect(cardsOf(officer) - before).toBe(3);
    await report(eva, `${SECRET} står utanför`, { 'Vad gäller det?': 'Hot' });
    expect(cardsOf(officer) - before).toBe(4);
    town.log.lines.splice(0);
  });
});

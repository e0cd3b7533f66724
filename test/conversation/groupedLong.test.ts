import { ROUND } from '../../src/content/texts/timed';
import { words } from '../support/cardReading';
import { cameTo, incidentsOf, night, opens, press, referencesOf, toldTo } from './grouped/night';

/* Twelve reports of one letter, and three over two weeks: a card a person, each time (grouped.test.ts has the rest). */

describe('twelve reports by night', () => {
  it('are one card with twelve lines at seven, and one reminder', async () => {
    const one = await night(12);
    const { officer, strategist, deputy, town } = one;
    const first = await cameTo([officer, strategist, deputy], () => town.until('2026-12-02T06:30:00Z'));
    expect(first).toEqual([1, 1, 0]);
    const references = await referencesOf(one);
    for (const person of [officer, strategist])
      expect(opens(person).sort()).toEqual(references.map(ROUND.open).sort());
    expect(words(officer.newest())).toContain(ROUND.about.acknowledge ?? '-');
    // Each incident has it written down as told, with the message that told it.
    const message = officer.chat().at(-1)?.id;
    expect(await toldTo(one, officer, 'asked')).toEqual(references.map(() => [message]));
    // The reminder, at nine; then the deputies, at noon.
    const again = await cameTo([officer, deputy], () => town.until('2026-12-02T08:30:00Z'));
    expect(again).toEqual([1, 0]);
    expect(opens(officer)).toHaveLength(12);
    const up = await cameTo([officer, deputy], () => town.until('2026-12-02T11:30:00Z'));
    expect(up).toEqual([0, 1]);
  });
});

describe('three reports by night', () => {
  it('are one round in the morning, and one card on the day on which the talk is reminded of', async () => {
    const one = await night(3);
    const { officer, strategist, town } = one;
    await town.until('2026-12-02T06:30:00Z');
    for (const { incident } of await incidentsOf(one)) await press(officer, incident.id, 'acknowledge');
    await town.until('2026-12-03T06:59:00Z');
    const round = await cameTo([officer, strategist], () => town.until('2026-12-03T07:30:00Z'));
    expect(round).toEqual([1, 1]);
    await town.until('2026-12-14T06:59:00Z');
    const talk = await cameTo([officer, strategist], () => town.until('2026-12-14T07:30:00Z'));
    expect(talk).toEqual([1, 1]);
    const told = await toldTo(one, officer, 'talk|remind.2026-12-16');
    expect(new Set(told.flat())).toEqual(new Set([officer.chat().at(-1)?.id]));
  });
});

import { cameTo, expectFirstDay, incidentsOf, night, press, toldTo } from './grouped/night';

/* Twelve reports of one letter, and three over two weeks: a card a person, each time (grouped.test.ts has the rest). */

describe('twelve reports by night', () => {
  it('are one card with twelve lines at seven, and one reminder', async () => {
    const one = await night(12);
    await expectFirstDay(one);
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

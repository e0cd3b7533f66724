import { usualTimes } from '../../src/content/municipalities/library/times';
import {
  type HomeCheck,
  homeAllToldAt,
  homeLastAt,
  homeOverAt,
  homeReminders,
  mayTakeHome,
} from '../../src/routine/rules/standing/home';

/* "Trygg hem": when those who hear of it hear again. */

const DUE = '2026-11-24T21:30:00.000Z';
const check: HomeCheck = { id: 'one', due: DUE, route: 'party', party: 'S', shownIn: [] };
const at = (minutes: number): string => new Date(Date.parse(DUE) + minutes * 60_000).toISOString();
const times = (words: readonly { at: Date }[]): string[] => words.map((one) => one.at.toISOString());
const taken: HomeCheck = { ...check, taken: { by: 'somebody', at: at(20) } };

describe('whoever has been told', () => {
  it('hears it again while nobody takes it: four times, in the morning, and before it is over', () => {
    const { all, taker } = homeReminders(check, usualTimes);
    expect(times(all)).toEqual([at(50), at(80), at(110), at(140), '2026-11-25T07:00:00.000Z', at(23 * 60)]);
    expect(taker).toEqual([]);
  });

  it('hears when whoever took it is silent, and may take it from then on', () => {
    const { all, taker } = homeReminders(taken, usualTimes);
    expect(times(all)).toEqual([at(50), at(23 * 60)]);
    expect(times(taker)).toEqual([at(35), at(65), at(95), at(125)]);
    expect(mayTakeHome(taken, usualTimes, new Date(at(49)))).toBe(false);
    expect(mayTakeHome(taken, usualTimes, new Date(at(50)))).toBe(true);
  });

  it.each([1, 2, 24])(
    'hears the last word after all have been told, where it is over after %i hours',
    (hours) => {
      const short = { ...usualTimes, homeHours: hours };
      expect(homeLastAt(check, short).getTime()).toBeGreaterThan(homeAllToldAt(check, short).getTime());
      expect(homeLastAt(check, short).getTime()).toBeLessThan(homeOverAt(check, short).getTime());
    },
  );
});

import { MUNICIPALITIES } from '../../src/content/municipalities';
import { SAMPLES } from '../../src/content/sandbox/samples';
import { clockText, duration, tryThis } from '../../src/content/sandbox/stage';
import { detourIn } from '../../src/sandbox/caseProgress';
import { openClock } from '../../src/sandbox/clock';
import { newlyTold } from '../../src/sandbox/told';
import { incident, people, press, situation } from '../support/pureTown';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** Relative luminance (WCAG 2) of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
const contrast = (one: string, other: string): number => {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
};

describe('the stage', () => {
  it.each([
    [0, 'direkt'],
    [20_000, 'direkt'],
    [3 * MINUTE, 'efter 3 min'],
    [2 * HOUR + 10 * MINUTE, 'efter 2 h 10 min'],
    [28 * HOUR + 5 * MINUTE, 'efter 1 dygn 4 h'],
    [48 * HOUR, 'efter 2 dygn'],
  ])('says how long %i ms is: %s', (millis, words) => expect(duration(millis)).toBe(words));

  it('shows its clock with day and time', () =>
    expect(clockText(new Date('2026-11-28T15:50:00Z'))).toBe('lör 28 nov. kl. 16.50'));

  it.each(Object.entries(SAMPLES))('has colours of %s that can be read, light and dark', (_, { look }) => {
    expect(contrast(look.light, '#ffffff')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(look.dark, '#1f1f1f')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(look.dark, '#141414')).toBeGreaterThanOrEqual(4.5);
  });

  it.each(['oxelosund', 'almsjo'] as const)('tells in six lines whom to be and what to press in %s', (id) => {
    const { tryAs } = SAMPLES[id];
    const lines = tryThis(MUNICIPALITIES[id], tryAs);
    expect(lines).toHaveLength(6);
    expect(lines[0]).toContain(`*Larma ${tryAs.victim.party}*`);
    expect(lines.join()).not.toContain('undefined');
  });

  it('says that another party was alarmed than the lines go on with, until somebody leads', () => {
    const given = { sample: SAMPLES.oxelosund, municipality: MUNICIPALITIES.oxelosund };
    const said = (value: ReturnType<typeof incident>) =>
      detourIn({ situation: situation(value) } as never, given);
    expect(said(incident({ party: 'M' }))).toMatch(/^Du larmade Moderaterna.*, inte S\./);
    expect(said(incident({ party: 'S' }))).toBeUndefined();
    const taken = press(incident(), people.officer, { verb: 'acknowledge', id: 'incident1' });
    expect(said({ ...taken, party: 'M' })).toBeUndefined();
    expect(detourIn(undefined, given)).toBeUndefined();
  });

  it('knows who has been sent a card since the last look', () => {
    const [one, two, three] = SAMPLES.oxelosund.personas;
    if (!one || !two || !three) throw new Error('three personas');
    const at = '2026-11-28T15:50:00.000Z';
    const before = [
      { persona: one, count: 1, at },
      { persona: two, count: 1, at },
    ];
    const after = [
      { persona: one, count: 1, at },
      { persona: two, count: 2, at },
      { persona: three, count: 1, at },
    ];
    expect(newlyTold(before, after)).toEqual([two, three]);
  });
});

describe('the clock, going on until a card comes', () => {
  const start = Date.parse('2026-11-28T15:00:00Z');
  const town = (dues: number[]) => {
    let at = () => start;
    const done: number[] = [];
    const agenda = {
      earliest: async () => dues.find((due) => !done.includes(due)),
    };
    const bot = {
      idle: async () => undefined,
      sweep: async () => void done.push(...dues.filter((due) => due <= at() && !done.includes(due))),
    };
    const open = async () => {
      const clock = await openClock(
        { read: async () => undefined, write: async () => undefined },
        () => start,
      );
      at = () => clock.now().getTime();
      return clock;
    };
    return { agenda: agenda as never, bot: bot as never, done, open };
  };

  it('passes by what brings none, stops where one comes, and time goes on from there', async () => {
    const dues = [1, 2, 3].map((hours) => start + hours * HOUR);
    const { agenda, bot, done, open } = town(dues);
    const clock = await open();
    expect(clock.isMoved()).toBe(false);
    expect(
      await clock.moveUntil({ hasCome: async () => done.length >= 2, furthest: 24 * HOUR }, agenda, bot),
    ).toBe(2 * HOUR);
    expect(clock.now().toISOString()).toBe('2026-11-28T17:00:00.000Z');
    expect(clock.isMoved()).toBe(true);
    expect(done).toEqual(dues.slice(0, 2));
  });

  it('stays where it is when one comes at once, and says so when none comes at all', async () => {
    const { agenda, bot, open } = town([]);
    const clock = await open();
    expect(await clock.moveUntil({ hasCome: async () => true, furthest: HOUR }, agenda, bot)).toBe(0);
    expect(await clock.moveUntil({ hasCome: async () => false, furthest: HOUR }, agenda, bot)).toBe(
      undefined,
    );
    expect(clock.isMoved()).toBe(false);
  });
});

import { render } from '../../src/cards/adaptiveCard';
import { shortened } from '../../src/cards/parts';
import { LISTS } from '../../src/content/texts/pages';
import { firstBytes, isCut, shownPart } from '../../src/screens/forms';
import { isTooBig } from '../../src/teams/cardSize';
import { words } from '../support/cardReading';
import { draw } from '../support/drawing';

const bytes = (value: unknown): number => Buffer.byteLength(JSON.stringify(value));
const SKULL = '\u{1F480}';

describe('a text on a card is cut by the bytes that it takes there', () => {
  it.each([
    ['x', 15_000, false],
    ['x', 15_001, true],
    ['å', 7_500, false],
    ['å', 7_501, true],
    ['"', 7_501, true],
    [SKULL, 3_751, true],
  ])('"%s" %i times in an input', (sign, count, isLong) => {
    const text = sign.repeat(count);
    expect(isCut(text)).toBe(isLong);
    expect(text.startsWith(shownPart(text))).toBe(true);
    expect(bytes(shownPart(text))).toBeLessThanOrEqual(15_002);
  });

  it('in whole characters', () => {
    expect(firstBytes(`a${SKULL}${SKULL}`, 6)).toBe(`a${SKULL}`);
    expect(firstBytes('', 6)).toBe('');
    expect(bytes(shortened(SKULL.repeat(10_000)))).toBeLessThan(1_300);
    expect(shortened('kort')).toBe('kort');
  });
});

it('"Påminn mig senare" lists what a card can hold, and leads on to the rest', () => {
  const waiting = ['registry', 'firstTalk', 'review'].map((about) => ({
    ...{ about, of: '', since: '2026-11-20T08:00:00Z', last: undefined, isUrgent: false },
  }));
  const incidents = Array.from({ length: 200 }, (_, at) => ({
    ...{ id: String(at).padStart(26, '0'), reference: `2026-${1_000 + at}`, isAcute: false },
    ...{ routine: undefined, waiting },
  }));
  const round = { incidents, drafts: [], news: [] };
  const page = (from: number) =>
    render(draw({ kind: 'page', page: 'snooze', round, hour: 8, from }), { fallback: '', speak: '' });
  expect(bytes(page(0))).toBeLessThan(27 * 1_024);
  expect(words(page(0))).toContain(LISTS.showMore);
  expect(words(page(560))).not.toContain(LISTS.showMore);
});

it('a card that Teams would refuse is an error in the log, with its size and nothing of it', () => {
  const lines: object[] = [];
  const log = { info: () => {}, warn: () => {}, error: (fields: object) => lines.push(fields) };
  isTooBig({ text: 'x'.repeat(27_000) }, log);
  expect(lines).toEqual([]);
  isTooBig({ text: SKULL.repeat(7_000) }, log);
  expect(lines).toEqual([{ bytes: 28_011, most: 27_648 }]);
});

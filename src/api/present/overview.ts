import { CHOICES } from '../../content/fields';
import { OVERVIEW } from '../../content/texts/tab/overview';
import { UNSAID } from '../../routine/rules/figures/overview';
import type { Shown } from '../../routine/rules/figures/suppress';
import type { OverviewScreen } from '../../screens/tab/tabScreens';
import type { BarsView, OverviewPage } from '../contract';

type Words = Readonly<Record<string, string>>;

/** Bars of counts, the longest of them as long as the page; one that is not shown has words and no bar. */
function barsOf(
  { id, title, note = '' }: { id: string; title: string; note?: string },
  rows: readonly Shown[],
  words: (key: string) => string,
): BarsView {
  const longest = Math.max(1, ...rows.map(({ count = 0 }) => count));
  return {
    ...{ id, title, note, head: OVERVIEW.count },
    rows: rows.map(({ key, count }) => ({
      label: words(key),
      text: count === undefined ? OVERVIEW.few : String(count),
      share: count === undefined ? undefined : Math.round((count / longest) * 100),
    })),
  };
}

const named =
  (words: Words | undefined) =>
  (key: string): string =>
    key === UNSAID ? OVERVIEW.unsaid : (words?.[key] ?? key);

/** *Översikt*. */
export function overviewPage({ year, years, overview, isCut }: OverviewScreen): OverviewPage {
  const { months, kinds, channels, limits, total } = overview;
  return {
    page: 'overview',
    year,
    years: [...years],
    total: total === undefined ? OVERVIEW.totalFew(year) : OVERVIEW.total(year, total),
    notes: [OVERVIEW.about, ...(isCut ? [OVERVIEW.cut] : [])],
    bars: [
      barsOf({ id: 'months', title: OVERVIEW.months }, months, (key) => OVERVIEW.month(key)),
      ...limits.map(({ limit, rows }) =>
        barsOf({ id: limit, ...OVERVIEW.limits[limit] }, rows, (key) => OVERVIEW.outcomes[key] ?? key),
      ),
      barsOf({ id: 'kinds', title: OVERVIEW.kinds, note: OVERVIEW.kindsNote }, kinds, named(CHOICES.kinds)),
      barsOf({ id: 'channels', title: OVERVIEW.channels }, channels, named(CHOICES.channel)),
    ],
  };
}

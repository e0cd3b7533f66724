import { plain } from '../../cards/parts';
import { CHOICES } from '../../content/fields';
import { IMPROVEMENT } from '../../content/texts/standing/noting';
import { IMPROVING, OVERVIEW } from '../../content/texts/tab/overview';
import { TAB } from '../../content/texts/tab/pages';
import { shortDay } from '../../content/texts/time';
import { UNSAID } from '../../routine/rules/figures/overview';
import type { ShownCount } from '../../routine/rules/figures/suppress';
import type { ImprovementRow, ImprovementsScreen, OverviewScreen } from '../../screens/tab/tabScreens';
import type { BarsView, ImprovementsPage, ImprovementView, OverviewPage } from '../contract';
import type { Stand } from '../stand';

type Words = Readonly<Record<string, string>>;

const MONTHS = 'months';

/** Bars of counts, the longest of them as long as the page; one that is not shown has words and no bar. */
function barsOf(
  { id, title, note = '' }: { id: string; title: string; note?: string },
  rows: readonly ShownCount[],
  words: (key: string) => string,
): BarsView {
  const longest = Math.max(1, ...rows.map(({ count = 0 }) => count));
  return {
    ...{ id, title, note, head: OVERVIEW.count, isOverTime: id === MONTHS },
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
export function overviewPage({ year, years, overview, isCut, mayLink }: OverviewScreen): OverviewPage {
  const { months, kinds, channels, limits, total } = overview;
  return {
    page: 'overview',
    year,
    years: [...years],
    total: total === undefined ? OVERVIEW.totalFew(year) : OVERVIEW.total(year, total),
    notes: [OVERVIEW.about, ...(isCut ? [OVERVIEW.cut] : [])],
    mayLink,
    bars: [
      barsOf({ id: MONTHS, title: OVERVIEW.months }, months, (key) => OVERVIEW.month(key)),
      ...limits.map(({ limit, rows }) =>
        barsOf({ id: limit, ...OVERVIEW.limits[limit] }, rows, (key) => OVERVIEW.outcomes[key] ?? key),
      ),
      barsOf({ id: 'kinds', title: OVERVIEW.kinds, note: OVERVIEW.kindsNote }, kinds, named(CHOICES.kinds)),
      barsOf({ id: 'channels', title: OVERVIEW.channels }, channels, named(CHOICES.channel)),
    ],
  };
}

function improvementRow({ incident, reference, improvement, isLate }: ImprovementRow): ImprovementView {
  const press = (title: string) => plain(title, 'page', { id: incident, page: 'improvement' });
  if (!improvement)
    return {
      ...{ id: incident, incident, title: IMPROVING.unanswered(reference), note: '' },
      stand: { kind: 'late', text: TAB.stands.waiting },
      press: press(IMPROVING.write),
    };
  const { id, what, improves, owner, day, doneAt } = improvement;
  const stand: Stand = doneAt
    ? { kind: 'done', text: TAB.stands.done }
    : isLate
      ? { kind: 'late', text: TAB.stands.late }
      : { kind: 'now', text: TAB.stands.now };
  return {
    ...{ id, incident, title: what, stand, press: press(IMPROVING.open) },
    note: [IMPROVEMENT.improves[improves], owner, TAB.by(shortDay(day)), TAB.incident(reference)].join(' · '),
  };
}

/** *Förbättringar*. */
export const improvementsPage = ({ year, years, rows, next }: ImprovementsScreen): ImprovementsPage => ({
  page: 'improvements',
  year,
  years: [...years],
  rows: rows.map(improvementRow),
  next,
});

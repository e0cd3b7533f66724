import { CHOICES } from '../content/fields';
import { IMPROVEMENT } from '../content/texts/standing/noting';
import { OVERVIEW, SUMMARY } from '../content/texts/tab/overview';
import { fullDay } from '../content/texts/time';
import { type Overview, UNSAID } from '../routine/rules/figures/overview';
import type { ShownCount } from '../routine/rules/figures/suppress';
import type { DocumentPart, WordDocument } from './model';

/** An improvement as the board reads it: no incident, and no person but who sees to it. */
export interface BoardImprovement {
  what: string;
  improves: 'routine' | 'plan';
  owner: string;
  /** YYYY-MM-DD. */
  day: string;
  isDone: boolean;
}

const counted = (
  { title, head, note = '' }: { title: string; head: string; note?: string },
  rows: readonly ShownCount[],
  words: (key: string) => string,
): DocumentPart => ({
  title,
  level: 2,
  lines: note ? [note] : [],
  table: {
    heads: [head, OVERVIEW.count],
    widths: [3, 1],
    rows: rows.map(({ key, count }) => [words(key), count === undefined ? OVERVIEW.few : String(count)]),
  },
});

const named =
  (words: Readonly<Record<string, string>> | undefined) =>
  (key: string): string =>
    key === UNSAID ? OVERVIEW.unsaid : (words?.[key] ?? key);

function improvementsPart(rows: readonly BoardImprovement[]): DocumentPart {
  const { improvements, improvementHeads, noImprovements } = SUMMARY;
  const cells = rows.map(({ what, improves, owner, day, isDone }) => [
    ...[what, IMPROVEMENT.improves[improves], owner],
    isDone ? IMPROVEMENT.isDone : fullDay(day),
  ]);
  return {
    title: improvements,
    level: 1,
    lines: rows.length === 0 ? [noImprovements] : [],
    ...(rows.length > 0 && { table: { heads: improvementHeads, widths: [4, 2, 3, 2], rows: cells } }),
  };
}

/** The year as the board reads it: figures without what would point at somebody, and what is to become better. */
export function summaryDocument(
  { year, overview, municipality }: { year: string; overview: Overview; municipality: string },
  rows: readonly BoardImprovement[],
): WordDocument {
  const { months, kinds, channels, limits, total } = overview;
  return {
    title: SUMMARY.title(year),
    municipality,
    reference: year,
    lines: [total === undefined ? OVERVIEW.totalFew(year) : OVERVIEW.total(year, total), OVERVIEW.about],
    parts: [
      { title: SUMMARY.figures, level: 1, lines: [] },
      counted({ title: OVERVIEW.months, head: SUMMARY.month }, months, OVERVIEW.month),
      counted(
        { title: OVERVIEW.kinds, head: OVERVIEW.kinds, note: OVERVIEW.kindsNote },
        kinds,
        named(CHOICES.kinds),
      ),
      counted({ title: OVERVIEW.channels, head: OVERVIEW.channels }, channels, named(CHOICES.channel)),
      { title: SUMMARY.limits, level: 1, lines: [] },
      ...limits.map(({ limit, rows: shown }) =>
        counted(
          { ...OVERVIEW.limits[limit], head: SUMMARY.outcome },
          shown,
          (key) => OVERVIEW.outcomes[key] ?? key,
        ),
      ),
      improvementsPart(rows),
    ],
  };
}

/*
 * Small numbers: with fewer than five of something, who knows one of them knows the others. They are not shown, and no other number
 * is shown from which they follow.
 */

/** The least number that is shown; nought is shown, for it is nobody. */
export const LEAST_SHOWN = 5;

/** Counts by key, in order. */
export type Counts = readonly (readonly [key: string, count: number])[];

/** A count; undefined: it is not shown. */
export interface ShownCount {
  key: string;
  count: number | undefined;
}

const isSmall = (count: number): boolean => count > 0 && count < LEAST_SHOWN;

/**
 * Counts that add up to a total that is shown, without those that are small. Where the rest would say what one of them is, the next
 * ones are not shown either: two at least, and five at least in sum; noughts come last. With a total below five nothing is shown.
 */
export function suppressed(counts: Counts): { total: number | undefined; rows: ShownCount[] } {
  const total = counts.reduce((sum, [, count]) => sum + count, 0);
  if (isSmall(total)) return { total: undefined, rows: counts.map(([key]) => ({ key, count: undefined })) };
  const hidden = new Set(counts.filter(([, count]) => isSmall(count)).map(([key]) => key));
  const rest = counts
    .filter(([key]) => !hidden.has(key))
    .toSorted(([, a], [, b]) => (a === 0 ? 1 : b === 0 ? -1 : a - b));
  const sum = () => counts.reduce((all, [key, count]) => all + (hidden.has(key) ? count : 0), 0);
  while (hidden.size > 0 && (hidden.size < 2 || sum() < LEAST_SHOWN)) {
    const next = rest.shift();
    if (!next) break;
    hidden.add(next[0]);
  }
  return { total, rows: counts.map(([key, count]) => ({ key, count: hidden.has(key) ? undefined : count })) };
}

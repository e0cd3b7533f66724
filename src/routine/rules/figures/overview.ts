import { type Figures, MEASURED, type Measured, OUTCOMES } from './figures';
import { type Counts, type ShownCount, suppressed } from './suppress';

/** Figures of many incidents, without what would point at one of them. `total`: undefined where there are too few to say. */
export interface Overview {
  total: number | undefined;
  months: readonly ShownCount[];
  /** An incident may be of several kinds, so these add up to no total. */
  kinds: readonly ShownCount[];
  channels: readonly ShownCount[];
  limits: readonly { limit: Measured; rows: readonly ShownCount[] }[];
}

const tally = (keys: readonly string[], of: readonly string[]): Counts =>
  keys.map((key) => [key, of.filter((one) => one === key).length]);

const MONTHS = Array.from({ length: 12 }, (_, at) => String(at + 1).padStart(2, '0'));
/** Stands for what nobody said. */
export const UNSAID = 'unsaid';

/**
 * A year's figures. @param codes the kinds and channels that the report asks for; `until`: the month that it is, after which none has
 * been: nobody could count in it
 */
export function overviewOf(
  year: string,
  all: readonly Figures[],
  codes: { kinds: readonly string[]; channels: readonly string[]; until?: string },
): Overview {
  const own = all.filter(({ month }) => month.startsWith(year));
  const months = suppressed(
    tally(
      MONTHS.map((month) => `${year}-${month}`).filter((month) => month <= (codes.until ?? month)),
      own.map(({ month }) => month),
    ),
  );
  const kinds = own.flatMap((one) => (one.kinds.length === 0 ? [UNSAID] : one.kinds));
  const channels = own.map(({ channel }) => channel || UNSAID);
  // Too few in all: nothing is said of them, in no table.
  const rowsOf = (counts: Counts): readonly ShownCount[] =>
    months.total === undefined ? counts.map(([key]) => ({ key, count: undefined })) : suppressed(counts).rows;
  return {
    total: months.total,
    months: months.rows,
    kinds: rowsOf(tally([...codes.kinds, UNSAID], kinds)),
    channels: rowsOf(tally([...codes.channels, UNSAID], channels)),
    limits: MEASURED.map((limit) => ({
      limit,
      rows: rowsOf(
        tally(
          OUTCOMES,
          own.map(({ limits }) => limits[limit]),
        ),
      ),
    })),
  };
}

import type { BarsView, BarView } from '../../api/contract';
import { OVERVIEW } from '../../content/texts/tab/overview';

const WIDE = 600;
const HIGH = 160;
const EDGE = 14;

interface Point {
  x: number;
  y: number;
  row: BarView;
}

/** Stretches of months whose numbers are shown: over one that is not, no line is drawn. */
function stretches({ rows }: BarsView): Point[][] {
  const step = (WIDE - 2 * EDGE) / Math.max(1, rows.length - 1);
  const found: Point[][] = [];
  let points: Point[] = [];
  for (const [at, row] of rows.entries()) {
    if (row.share === undefined) {
      found.push(points);
      points = [];
    } else points.push({ row, x: EDGE + at * step, y: HIGH - EDGE - (row.share / 100) * (HIGH - 2 * EDGE) });
  }
  return [...found, points].filter((one) => one.length > 0);
}

const Stretch = ({ points }: { points: readonly Point[] }) => (
  <>
    <polyline className="line" points={points.map(({ x, y }) => `${x},${y}`).join(' ')} />
    {points.map(({ x, y, row }) => (
      <circle key={row.label} className="dot" cx={x} cy={y} r="4" />
    ))}
  </>
);

/** How a number goes up and down: a picture for who sees it. The numbers are in the table below for everybody. */
const LineChart = ({ bars }: { bars: BarsView }) => (
  <figure className="chart" aria-hidden="true">
    <svg viewBox={`0 0 ${WIDE} ${HIGH}`} aria-hidden="true">
      <line className="axis" x1={EDGE} x2={WIDE - EDGE} y1={HIGH - EDGE} y2={HIGH - EDGE} />
      {stretches(bars).map((points) => (
        <Stretch key={points[0]?.row.label} points={points} />
      ))}
    </svg>
    <figcaption className="note">
      {OVERVIEW.between(bars.rows[0]?.label ?? '', bars.rows.at(-1)?.label ?? '')}
    </figcaption>
  </figure>
);

export default LineChart;

import { Button } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { BarsView, BarView, OverviewPage } from '../../api/contract';
import { OVERVIEW, SUMMARY } from '../../content/texts/tab/overview';
import type { Client } from '../client';
import { Progress } from '../parts/Progress';
import { Fault, Loading } from '../parts/states';
import { useFile } from '../parts/useFile';
import { usePage } from '../parts/usePage';
import { YearChoice } from '../parts/YearChoice';
import { LinksPart } from './LinksPart';

/** Fetched where a page has one. */
const LineChart = lazy(() => import('./LineChart'));

const LINE = 26;
/** Units of a bar as long as the page; the words stand before it, the number after it. */
const LONGEST = 100;

const Bar = ({ row, at }: { row: BarView; at: number }) => (
  <rect className="bar" x="0" y={at * LINE + 5} width={row.share ?? 0} height={LINE - 10} rx="1" />
);

/** Bars: a picture for who sees it, and beside each its words. The numbers are in the table below for everybody. */
const Bars = ({ bars }: { bars: BarsView }) => (
  <div className="bars" aria-hidden="true">
    <ul className="plain">
      {bars.rows.map((row) => (
        <li key={row.label}>{row.label}</li>
      ))}
    </ul>
    <svg
      viewBox={`0 0 ${LONGEST} ${bars.rows.length * LINE}`}
      height={bars.rows.length * LINE}
      preserveAspectRatio="none"
      aria-hidden="true"
    >
      {bars.rows.map((row, at) => (
        <Bar key={row.label} row={row} at={at} />
      ))}
    </svg>
    <ul className="plain">
      {bars.rows.map((row) => (
        <li key={row.label}>{row.text}</li>
      ))}
    </ul>
  </div>
);

const Table = ({ bars }: { bars: BarsView }) => (
  <details>
    <summary>
      {OVERVIEW.table}
      <span className="unseen">: {bars.title}</span>
    </summary>
    <table>
      <thead>
        <tr>
          <th scope="col">{bars.title}</th>
          <th scope="col">{bars.head}</th>
        </tr>
      </thead>
      <tbody>
        {bars.rows.map((row) => (
          <tr key={row.label}>
            <th scope="row">{row.label}</th>
            <td>{row.text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  </details>
);

/** Bars, over time a line as well, and the table behind them. */
const Figures = ({ bars }: { bars: BarsView }) => (
  <section className="item">
    <h2>{bars.title}</h2>
    {bars.note ? <p className="note">{bars.note}</p> : null}
    <Bars bars={bars} />
    {bars.isOverTime ? (
      <Suspense fallback={<Loading />}>
        <LineChart bars={bars} />
      </Suspense>
    ) : null}
    <Table bars={bars} />
  </section>
);

/** *Översikt*: a year in bars, each with its table. */
export const OverviewSheet = ({ client, open }: { client: Client; open(incident: string): void }) => {
  const [year, setYear] = useState<string>();
  const { page, error, isBusy, again } = usePage<OverviewPage>(client, {
    ask: 'overview',
    ...(year ? { year } : {}),
  });
  const file = useFile(client);
  if (!page) return error ? <Fault error={error} again={again} /> : <Loading />;
  return (
    <>
      {error ? <Fault error={error} again={again} /> : null}
      <Progress isBusy={isBusy || file.isBusy} />
      {file.fault ? <Fault error={file.fault} /> : null}
      <div className="search">
        <YearChoice year={page.year} years={page.years} choose={setYear} />
        <Button
          disabledFocusable={file.isBusy}
          onClick={() => file.take({ ask: 'summary', year: page.year })}
        >
          {SUMMARY.button}
        </Button>
      </div>
      <p aria-live="polite">
        <strong>{page.total}</strong>
      </p>
      {page.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      {page.bars.map((bars) => (
        <Figures key={bars.id} bars={bars} />
      ))}
      {page.mayLink ? <LinksPart client={client} open={open} /> : null}
    </>
  );
};

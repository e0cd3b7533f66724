import { Button } from '@fluentui/react-components';
import { useState } from 'react';
import type { ImprovementsPage, ImprovementView } from '../../api/contract';
import { IMPROVING } from '../../content/texts/tab/overview';
import { TAB } from '../../content/texts/tab/pages';
import type { Client } from '../client';
import { Empty, Fault, Loading, StandBadge } from '../parts/states';
import { usePage } from '../parts/usePage';
import { Faults, PanelInPlace, usePanel } from '../parts/usePanel';
import { YearChoice } from '../parts/YearChoice';
import { Turning } from './InboxRows';

const Row = ({ row, open }: { row: ImprovementView; open(): void }) => (
  <li className={`row ${row.stand.kind}`}>
    <div className="row-words">
      <strong>{row.title}</strong>
      <span className="note">{row.note}</span>
    </div>
    <StandBadge stand={row.stand} />
    <Button size="small" aria-label={`${row.press.title}: ${row.title}`} onClick={open}>
      {row.press.title}
    </Button>
  </li>
);

/** The part of the list that is asked for: a year, and from which row on. */
function useAsked() {
  const [year, setYear] = useState<string>();
  const [from, turn] = useState<string>();
  const choose = (next: string) => {
    turn(undefined);
    setYear(next);
  };
  const asked = {
    ask: 'improvements' as const,
    ...(year ? { year } : {}),
    ...(from ? { from: Number(from) } : {}),
  };
  return { asked, choose, from, turn };
}

/** *Förbättringar*: what reviews say, who sees to it and by when. */
export const ImprovementsSheet = ({ client }: { client: Client }) => {
  const { asked, choose, from, turn } = useAsked();
  const { page, error, isBusy, again } = usePage<ImprovementsPage>(client, asked);
  const opened = usePanel(client, again);
  if (!page) return error ? <Fault error={error} again={again} /> : <Loading />;
  if (opened.panel)
    return (
      <PanelInPlace
        to={TAB.pages.improvements}
        opened={opened}
        client={client}
        instead={({ verb }) => {
          if (verb === 'show') opened.close();
          return verb === 'show';
        }}
      />
    );
  return (
    <>
      <Faults error={error} again={again} fault={opened.fault} isBusy={isBusy || opened.isBusy} />
      <div className="search">
        <YearChoice year={page.year} years={page.years} choose={choose} />
      </div>
      <div aria-live="polite">{page.rows.length === 0 ? <Empty text={IMPROVING.none} /> : null}</div>
      <ul className="plain">
        {page.rows.map((row) => (
          <Row key={row.id} row={row} open={() => opened.press(row.press)} />
        ))}
      </ul>
      <Turning
        {...{ from, turn }}
        next={page.next === undefined ? undefined : String(page.next)}
        first={IMPROVING.first}
        more={TAB.more}
      />
    </>
  );
};

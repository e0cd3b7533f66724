import { useEffect, useState } from 'react';
import type { InboxPage as Inbox, IncidentRowView, WaitView } from '../../api/contract';
import type { ButtonView } from '../../cards/view';
import { TAB } from '../../content/texts/tab/pages';
import type { Client } from '../client';
import { Empty, Fault, Loading } from '../parts/states';
import { usePage } from '../parts/usePage';
import { Faults, type OpenedPanel, PanelInPlace, usePanel } from '../parts/usePanel';
import { type Filter, InboxFilter, isFiltering, NO_FILTER } from './InboxFilter';
import { IncidentRow, type Open, type PagesProps, Turning, Wait } from './InboxRows';

interface WaitsProps {
  waits: readonly WaitView[];
  open: Open;
  press: OpenedPanel['press'];
  pages: PagesProps;
}

const Waits = ({ waits, open, press, pages }: WaitsProps) => (
  <section>
    <h2>{TAB.waitsTitle}</h2>
    {waits.length === 0 ? <Empty text={TAB.waitsNone} /> : null}
    <ul className="plain">
      {waits.map((wait) => (
        <Wait key={wait.incident + wait.what + wait.by} wait={wait} open={open} press={press} />
      ))}
    </ul>
    <Turning {...pages} first={TAB.waitsFirst} more={TAB.waitsMore} />
  </section>
);

/** Those that a strategist follows, on the first page. */
const Followed = ({ rows, open }: { rows: readonly IncidentRowView[]; open: Open }) =>
  rows.length > 0 ? (
    <section>
      <h2>{TAB.followedTitle}</h2>
      <ul className="plain">
        {rows.map((row) => (
          <IncidentRow key={row.id} row={row} open={open} />
        ))}
      </ul>
    </section>
  ) : null;

/** The state of the page: the part that is asked for, and where its two lists begin. */
function useAsked() {
  const [filter, setFilter] = useState<Filter>(NO_FILTER);
  const [from, turn] = useState<string>();
  const [waitsFrom, turnWaits] = useState<string>();
  const choose = (next: Filter) => {
    turn(undefined);
    setFilter(next);
  };
  const asked = {
    ask: 'inbox' as const,
    ...Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== '')),
    ...(from ? { from } : {}),
    ...(waitsFrom ? { waitsFrom } : {}),
  };
  return { filter, choose, from, turn, waitsFrom, turnWaits, asked };
}

type ListedProps = { page: Inbox; open: Open } & Pick<
  ReturnType<typeof useAsked>,
  'filter' | 'choose' | 'from' | 'turn'
>;

const ListOf = ({ page, open, filter, choose, from, turn }: ListedProps) => (
  <section>
    <h2>{TAB.listTitle}</h2>
    <InboxFilter choose={choose} follows={page.oversees} />
    <div aria-live="polite">
      {page.rows.length === 0 ? <Empty text={isFiltering(filter) ? TAB.searchNone : TAB.listNone} /> : null}
    </div>
    <ul className="plain">
      {page.rows.map((row) => (
        <IncidentRow key={row.id} row={row} open={open} />
      ))}
    </ul>
    <Turning from={from} next={page.next} turn={turn} first={TAB.newest} more={TAB.more} />
  </section>
);

/** Verbs that lead back to what stands around a panel: here that is the list. */
const BACK: ReadonlySet<string> = new Set(['show', 'round']);

const leads = ({ verb }: ButtonView, opened: OpenedPanel): boolean => {
  if (BACK.has(verb)) opened.close();
  return BACK.has(verb);
};

/** *Ärenden*: what waits first, then the list. */
export const InboxSheet = (props: { client: Client; open: Open; overseeing(): void }) => {
  const { client, open, overseeing } = props;
  const state = useAsked();
  const { page, error, isBusy, again } = usePage<Inbox>(client, state.asked);
  const opened = usePanel(client, again);
  const oversees = page?.oversees === true;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when the first answer says so
  useEffect(() => {
    if (oversees) overseeing();
  }, [oversees]);
  if (!page) return error ? <Fault error={error} again={again} /> : <Loading />;
  if (opened.panel)
    return (
      <PanelInPlace
        to={TAB.pages.inbox}
        opened={opened}
        client={client}
        instead={(button) => leads(button, opened)}
      />
    );
  const isFirst = state.from === undefined && !isFiltering(state.filter);
  const pages = { from: state.waitsFrom, next: page.nextWaits, turn: state.turnWaits };
  return (
    <>
      <Faults error={error} again={again} fault={opened.fault} isBusy={isBusy || opened.isBusy} />
      {isFirst ? <Waits waits={page.waits} open={open} press={opened.press} pages={pages} /> : null}
      {isFirst ? <Followed rows={page.followed} open={open} /> : null}
      <ListOf {...state} page={page} open={open} />
    </>
  );
};

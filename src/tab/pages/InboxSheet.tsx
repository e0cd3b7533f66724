import { Button, Input } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { InboxPage as Inbox, IncidentRowView, WaitView } from '../../api/contract';
import type { ButtonView } from '../../cards/view';
import { TAB } from '../../content/texts/tab/pages';
import type { Client } from '../client';
import { Manage } from '../parts/Manage';
import { Empty, Fault, Loading, StandBadge } from '../parts/states';
import { usePage } from '../parts/usePage';
import { Faults, type OpenedPanel, PanelInPlace, usePanel } from '../parts/usePanel';

/** Opens an incident by its id. */
type Open = (id: string) => void;

const Wait = ({ wait, open, press }: { wait: WaitView; open: Open; press: OpenedPanel['press'] }) => (
  <li className={`row ${wait.stand.kind}`}>
    <div className="row-words">
      <strong>{wait.what}</strong>
      <span className="note">
        {TAB.incident(wait.reference)} · {wait.by}
      </span>
    </div>
    <StandBadge stand={wait.stand} />
    <Button
      size="small"
      aria-label={`${wait.what}. ${TAB.open(wait.reference)}`}
      onClick={() => open(wait.incident)}
    >
      {TAB.openShort}
    </Button>
    <Manage name={`${wait.what}, ${TAB.incident(wait.reference)}`} presses={wait.presses} press={press} />
  </li>
);

const Row = ({ row, open }: { row: IncidentRowView; open: Open }) => (
  <li className="row">
    <div className="row-words">
      <strong>{row.title}</strong>
      <span className="note">{[row.day, row.waits].filter(Boolean).join(' · ')}</span>
    </div>
    <StandBadge stand={row.stand} />
    <Button size="small" aria-label={`${TAB.openShort} ${row.title}`} onClick={() => open(row.id)}>
      {TAB.openShort}
    </Button>
  </li>
);

/** A page of a list: after which row it begins (undefined: the first), and the next. */
interface PagesProps {
  from: string | undefined;
  next: string | undefined;
  turn(from: string | undefined): void;
}

const Turning = ({ from, next, turn, ...words }: PagesProps & { first: string; more: string }) =>
  from === undefined && next === undefined ? null : (
    <div className="buttons">
      {from === undefined ? null : <Button onClick={() => turn(undefined)}>{words.first}</Button>}
      {next === undefined ? null : <Button onClick={() => turn(next)}>{words.more}</Button>}
    </div>
  );

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

const Search = ({ search }: { search(reference: string): void }) => {
  const [text, setText] = useState('');
  return (
    <search>
      <form
        className="search"
        onSubmit={(event) => {
          event.preventDefault();
          search(text.trim());
        }}
      >
        <Input
          aria-label={TAB.search}
          placeholder={TAB.search}
          maxLength={20}
          value={text}
          onChange={(_, data) => setText(data.value)}
        />
        <Button type="submit">{TAB.searchDo}</Button>
        {text ? (
          <Button
            appearance="subtle"
            onClick={() => {
              setText('');
              search('');
            }}
          >
            {TAB.clear}
          </Button>
        ) : null}
      </form>
    </search>
  );
};

/** The state of the page: what is searched for, and where its two lists begin. */
function useAsked() {
  const [reference, search] = useState('');
  const [from, turn] = useState<string>();
  const [waitsFrom, turnWaits] = useState<string>();
  const asked = {
    ask: 'inbox' as const,
    ...(reference ? { reference } : {}),
    ...(from ? { from } : {}),
    ...(waitsFrom ? { waitsFrom } : {}),
  };
  return { reference, search, from, turn, waitsFrom, turnWaits, asked };
}

type ListedProps = { page: Inbox; open: Open } & Pick<
  ReturnType<typeof useAsked>,
  'reference' | 'search' | 'from' | 'turn'
>;

const ListOf = ({ page, open, reference, search, from, turn }: ListedProps) => (
  <section>
    <h2>{TAB.listTitle}</h2>
    <Search
      search={(next) => {
        turn(undefined);
        search(next);
      }}
    />
    {page.rows.length === 0 ? <Empty text={reference ? TAB.searchNone : TAB.listNone} /> : null}
    <ul className="plain">
      {page.rows.map((row) => (
        <Row key={row.id} row={row} open={open} />
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
  const { page, error, again } = usePage<Inbox>(client, state.asked);
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
  const isFirst = state.from === undefined && state.reference === '';
  const pages = { from: state.waitsFrom, next: page.nextWaits, turn: state.turnWaits };
  return (
    <>
      <Faults error={error} again={again} fault={opened.fault} />
      {isFirst ? <Waits waits={page.waits} open={open} press={opened.press} pages={pages} /> : null}
      <ListOf {...state} page={page} open={open} />
    </>
  );
};

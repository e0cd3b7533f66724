import { Button } from '@fluentui/react-components';
import type { IncidentRowView, WaitView } from '../../api/contract';
import { TAB } from '../../content/texts/tab/pages';
import { Manage } from '../parts/Manage';
import { StandBadge } from '../parts/states';
import type { OpenedPanel } from '../parts/usePanel';

/** Opens an incident by its id. */
export type Open = (id: string) => void;

/** Something that waits: it is opened, or unfolds what else may be done with it. */
export const Wait = ({ wait, open, press }: { wait: WaitView; open: Open; press: OpenedPanel['press'] }) => (
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

/** An incident in a list. */
export const IncidentRow = ({ row, open }: { row: IncidentRowView; open: Open }) => (
  <li className="row">
    <div className="row-words">
      <strong>{row.title}</strong>
      <span className="note">{[row.day, row.waits, row.outlook].filter(Boolean).join(' · ')}</span>
    </div>
    <StandBadge stand={row.stand} />
    <Button size="small" aria-label={`${TAB.openShort} ${row.title}`} onClick={() => open(row.id)}>
      {TAB.openShort}
    </Button>
  </li>
);

/** A page of a list: after which row it begins (undefined: the first), and the next. */
export interface PagesProps {
  from: string | undefined;
  next: string | undefined;
  turn(from: string | undefined): void;
}

/** The buttons between pages of a list. */
export const Turning = ({ from, next, turn, ...words }: PagesProps & { first: string; more: string }) =>
  from === undefined && next === undefined ? null : (
    <div className="buttons">
      {from === undefined ? null : <Button onClick={() => turn(undefined)}>{words.first}</Button>}
      {next === undefined ? null : <Button onClick={() => turn(next)}>{words.more}</Button>}
    </div>
  );

import type { Held, SaveResult } from './delivery';
import type { Millis } from './runtime';

/** When an aggregate must be dispatched next. `rev`: no dispatch may move it before it has seen that revision. */
export interface AgendaRow {
  /** Of the aggregate. */
  id: string;
  due: Millis;
  rev: number;
  /** Acute ones are given before all others. */
  isAcute: boolean;
  /** Real time of the last write: a row whose save never came may be moved after ten minutes. */
  writtenAt: Millis;
}

/** An aggregate that is due. */
export type Due = Pick<AgendaRow, 'id' | 'isAcute'>;

export interface Agenda {
  /** Sets the aggregate due at `due` (routine time) for `rev`, whatever stood there. One transaction. */
  wake(id: string, due: Millis, rev: number, isAcute?: boolean): Promise<void>;
  read(id: string): Promise<Held<AgendaRow> | undefined>;
  /** Every row; cost follows how many there are, a thousand a call. */
  all(): Promise<Held<AgendaRow>[]>;
  /** Moves the row, only if it is as read. */
  move(row: Held<AgendaRow>, due: Millis): Promise<SaveResult>;
  /** Writes the row anew as it is, also where it is found by its time; when it was last written stays. */
  rewrite(row: Held<AgendaRow>): Promise<SaveResult>;
  /** What is due at `now` or before, at most `limit`: acute ones first, then oldest first. Cost follows what is due. */
  due(now: Millis, limit: number): Promise<Due[]>;
  /** The earliest due time of all, for the sandbox's clock. */
  earliest(): Promise<Millis | undefined>;
  /** Sets every row due: the contact list has changed. */
  wakeAll(due: Millis): Promise<void>;
}

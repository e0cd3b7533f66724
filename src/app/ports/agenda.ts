import type { Held, SaveResult } from './delivery';
import type { Millis } from './runtime';

/**
 * The next time that an aggregate must be dispatched. `rev`: no process may move the row before it has seen that
 * revision.
 */
export interface AgendaRow {
  /** Of the aggregate. */
  id: string;
  /** Routine time. */
  due: Millis;
  rev: number;
  /** Whether it comes before all that are not acute. */
  isAcute: boolean;
  /** Real time of the last write. A row whose save never came may be moved ten minutes after it. */
  writtenAt: Millis;
}

/** An aggregate that is due. */
export type Due = Pick<AgendaRow, 'id' | 'isAcute'>;

/** When each aggregate must be dispatched next; the protocol is in src/app/delivery/README.md. */
export interface Agenda {
  /**
   * Sets the aggregate due at `due` (routine time) for `rev`, whatever stood there. One transaction.
   * @returns the row as written; undefined where storage did not say its ETag
   */
  wake(id: string, due: Millis, rev: number, isAcute?: boolean): Promise<Held<AgendaRow> | undefined>;
  read(id: string): Promise<Held<AgendaRow> | undefined>;
  /** Every row, a thousand a call. */
  all(): Promise<Held<AgendaRow>[]>;
  /** Moves the row to `due` (routine time) if it is as read, else 'conflict'. */
  move(row: Held<AgendaRow>, due: Millis): Promise<SaveResult>;
  /** Writes the row again as it is, `writtenAt` too, with the entry that is found by its due time. */
  rewrite(row: Held<AgendaRow>): Promise<SaveResult>;
  /**
   * Rows that are due at `now` or before, at most `limit`: acute first, then oldest first. The cost grows with what is due.
   * `acute`: of those only.
   */
  due(now: Millis, limit: number, which?: 'acute'): Promise<Due[]>;
  /** The earliest due time of all; undefined when nothing is due ever. For the sandbox's clock. */
  earliest(): Promise<Millis | undefined>;
  /** Sets every row due at `due`: needed when the contact list has changed. */
  wakeAll(due: Millis): Promise<void>;
}

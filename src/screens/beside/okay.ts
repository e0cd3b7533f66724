import type { Contact } from '../../routine/model/contact';
import type { Refused } from '../refused';

/* The screens of "Är du OK?". */

/** A group that may be asked: a code, and how many it is. `of`: a post's id, a name that the list gives its rows, or everybody. */
export interface OkayGroup {
  code: string;
  of: { kind: 'all' } | { kind: 'post'; post: string } | { kind: 'group'; name: string };
  count: number;
}

/** Somebody who is listed: by name and number, as the answer to a press. Times in ISO. */
export interface OkayRow {
  code: string;
  name: string;
  phone: string;
  state: 'needy' | 'silent' | 'unreached' | 'otherWay' | 'rung';
  /** When they were rung, and the name of who rang. */
  rungAt?: string | undefined;
  rungBy?: string | undefined;
}

/** How many were asked, are well, need help, were rung, are silent. */
export interface OkayCounts {
  asked: number;
  well: number;
  needy: number;
  rung: number;
  silent: number;
}

/** Who is asked sees `ask`, `well` and `over`, strategists the others. */
export type OkayScreen = { kind: 'okay' } & (
  | { view: 'ask'; asking: string; by: Contact | undefined }
  | { view: 'well'; asking: string }
  | { view: 'over' | 'late' | 'ended' | 'notYours' }
  | { view: 'form'; asking: string; groups: readonly OkayGroup[]; refusal?: Refused | undefined }
  | { view: 'listed'; counts: OkayCounts }
  | { view: 'list'; counts: OkayCounts; rows: readonly OkayRow[]; from: number; at: string; now: string }
);

/** Whom to ask: groups of the list, and others by name or address, one a line. */
export const OKAY_FIELDS = [
  { id: 'groups', kind: 'choices' },
  { id: 'others', kind: 'text' },
] as const;

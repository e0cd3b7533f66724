import type { Contact } from '../routine/model/contact';
import type { RowFault } from '../routine/model/refusal';
import type { Place } from '../routine/rules/contactList/places';
import type { RowPart } from '../routine/rules/contactList/rowFaults';
import type { Kin } from '../routine/rules/victim/kin';
import type { Refused } from './refused';

/* The contact list and the pages on which whoever keeps it changes it. */

/** The contact list, in the order in which its reader looks, shown from number `from` on. */
export interface ContactsScreen {
  kind: 'list';
  list: 'contacts';
  contacts: readonly Contact[];
  from: number;
  mayReplace: boolean;
  mayBeAway?: boolean;
}

/** A line of the list's history. `by`: a name, the operator, or '' (nobody whom the list knows now). `who`: the names of whom it was about; `parts`: those of a row that changed. */
export interface ListChangeLine {
  at: string;
  by: string;
  act: string;
  who: readonly string[];
  parts: readonly string[];
}

/** A page of the history of the list, newest first, and where the `next` begins. `isWhole` false: rows are missing. */
export interface ListHistoryScreen {
  kind: 'list';
  list: 'listHistory';
  lines: readonly ListChangeLine[];
  isWhole: boolean;
  next?: number | undefined;
}

/** Every row with its change, and the parties that nobody stands for. */
export interface EditListScreen {
  kind: 'page';
  page: 'editList';
  contacts: readonly Contact[];
  missing: readonly string[];
  from: number;
  refusal?: undefined;
}

/** The form of one row. */
export interface RowScreen {
  kind: 'page';
  page: 'contactRow';
  /** Of the row; of a new one the id that it gets. */
  id: string;
  /** Undefined: a new one. */
  contact?: Contact | undefined;
  /** Says how the row stood when the form was opened. */
  was: string;
  places: readonly Place[];
  values: Readonly<Record<string, string>>;
  refusal?: Refused | undefined;
}

/** The question before a post ends. */
export interface EndRowScreen {
  kind: 'page';
  page: 'endContact';
  contact: Contact;
  refusal?: Refused | undefined;
}

/** A fault of a file as a whole: nothing of it is read. */
export type ListFileFault = 'empty' | 'unread' | 'noHeader' | 'tooLong' | 'tooMany';

/** The effect of a line of a file. `parts`: those of the row that change; `faults`: all that is wrong with it. */
export interface CsvLine {
  line: number;
  kind: 'new' | 'changed' | 'same' | 'ended' | 'fault';
  name: string;
  parts: readonly RowPart[];
  faults: readonly RowFault[];
}

/** A file of rows, pasted as text: before it is tried, and as it would change the list. `mark`: of that plan. */
export interface CsvScreen {
  kind: 'page';
  page: 'csv';
  text: string;
  lines?: readonly CsvLine[] | undefined;
  fault?: ListFileFault | undefined;
  mark: string;
  /** Every line of it, however many. */
  isWhole?: boolean | undefined;
  refusal?: undefined;
}

/** The list as a file, to copy, and where its `next` part begins. */
export interface CsvOutScreen {
  kind: 'page';
  page: 'csvOut';
  text: string;
  next?: number | undefined;
  refusal?: undefined;
}

/** A row, to its holder: is it right? */
export interface OwnRowScreen {
  kind: 'page';
  page: 'ownRow';
  contact: Contact;
  refusal?: undefined;
}

/** Those whom a politician wants rung, to themselves. */
export interface OwnKinScreen {
  kind: 'page';
  page: 'ownKin';
  kin: readonly Kin[];
  refusal?: undefined;
}

/** The form of one of them. */
export interface KinFormScreen {
  kind: 'page';
  page: 'kinForm';
  id: string;
  values: Readonly<Record<string, string>>;
  refusal?: Refused | undefined;
}

/** A page on which the list is changed. */
export type EditScreen = EditListScreen | RowScreen | EndRowScreen | CsvScreen | CsvOutScreen | OwnRowScreen;

/** Whom the alarm or the report is not to reach, asked before it is sent. */
export interface InvolvedScreen {
  kind: 'page';
  page: 'involved';
  draft: string;
  hasParty: boolean;
  /** An official writes it down for somebody: nothing else is asked here. */
  registers?: true;
  /** Those who may be named. */
  contacts: readonly Contact[];
  /** Ids of those whom the person has named in what is open: chosen already. */
  before: readonly string[];
  refusal?: undefined;
}

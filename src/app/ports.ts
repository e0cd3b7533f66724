import type { Contact, PersonId } from '../routine/contact';
import type { HistoryEntry, Incident } from '../routine/incident';

/** Milliseconds since 1970, UTC. */
export type Millis = number;

/** The routine's time (the sandbox may move it). */
export type RoutineClock = () => Date;
/** Real time: leases, time-outs, back-off. Never moved. */
export type RealClock = () => Millis;
export type RandomBytes = (size: number) => Uint8Array;

/** A person's live card in their private chat with the bot, one an incident. */
export interface CardRow {
  person: PersonId;
  /** The activity that shows it; empty when the chat was lost and it must be posted anew. */
  activityId: string;
  /** Hash of the view that was last sent or PUT there. */
  hash: string;
  /** Older cards of the same incident in the same chat, newest last. Kept so that closing can blank them. */
  older: string[];
  /** Till then no PUT: it would wipe what is being typed. Real time. */
  formOpenUntil?: Millis | undefined;
  /** The activity in which that form is open: an older card, when a new one came meanwhile. */
  formIn?: string | undefined;
  /** Messages in which a press has opened a page: what it shows stays there until they are changed. */
  opened?: string[] | undefined;
  /** Older cards that have not been shrunk to a line yet. */
  unshrunk?: string[] | undefined;
  /** Raised when the chat was lost (the app was installed anew). */
  epoch: number;
  /** A PUT under way: no other may start one before this real time. */
  puttingUntil?: Millis | undefined;
  failures: number;
  retryAt?: Millis | undefined;
}

/** Says of one notice that it is being told, has been told, or cannot be. */
export interface DeliveryRow {
  /** `kind|about|epoch|person`; see `notices`. */
  key: string;
  person: PersonId;
  claimer: string;
  /** Real time; longer than the longest send. */
  leaseUntil: Millis;
  attempts: number;
  /** After a failure that may pass. Real time. */
  retryAt?: Millis | undefined;
  /** Routine time, ISO. */
  sentAt?: string | undefined;
  activityId?: string | undefined;
  /** Cannot be reached in Teams (not installed, blocked, 403, 404), or given up. */
  failed?: 'unreachable' | 'dead' | undefined;
  /** When it ended so. Routine time, ISO. */
  failedAt?: string | undefined;
}

/** A row and the ETag with which it was read. */
export interface Held<T> {
  value: T;
  etag: string;
}

/** All that an action needs of an incident's partition: one query, `RowKey < '5'`. */
export interface IncidentFile {
  incident: Incident;
  etag: string;
  cards: Held<CardRow>[];
  deliveries: Held<DeliveryRow>[];
  /** Head of the chain of views; undefined until the first view. */
  viewHead?: Held<{ seq: number; mac: string }> | undefined;
  /** Head of the chain of history. */
  historyHead: { seq: number; mac: string };
}

/** Someone looked at content: who, when, what, and as what. */
export interface ViewEntry {
  at: string;
  by: PersonId;
  what: string;
  as: string;
  /** Why, where the looker had to say so. */
  purpose?: string | undefined;
}

/** Rows that delivery writes beside a subject. `etag` absent: the row is new (insert). */
export interface DeliveryChange {
  cards?: readonly { value: CardRow; etag?: string | undefined }[];
  deliveries?: readonly { value: DeliveryRow; etag?: string | undefined }[];
  /** Deliveries that are to be forgotten. */
  forgotten?: readonly DeliveryRow[];
}

/** One transaction on an incident's partition: all or nothing. */
export interface Change extends DeliveryChange {
  /** The next incident, rev + 1; absent when only rows beside it change. */
  incident?: Incident;
  history?: readonly HistoryEntry[];
  view?: ViewEntry;
}

/** `conflict`: something read has changed since, nothing was written. */
export type SaveResult = 'saved' | 'conflict';

export interface IncidentStore {
  read(id: string): Promise<IncidentFile | undefined>;
  /** Creates under the incident's own id, with its history and cards. `exists`: an incident has that id already. */
  insert(change: Change & { incident: Incident }): Promise<'saved' | 'exists'>;
  /** `etag` of the incident is checked whenever `change.incident` is given; of each row always. */
  save(file: IncidentFile, change: Change): Promise<SaveResult>;
  /** The incident's history, oldest first, and whether its chain of HMACs is whole. */
  history(id: string): Promise<{ entries: HistoryEntry[]; whole: boolean }>;
  views(id: string): Promise<{ entries: ViewEntry[]; whole: boolean }>;
}

/** The end of a chain, or one of its links: its number and its code. */
export interface ChainHead {
  seq: number;
  mac: string;
}

/** A chain as it stands: entries and links, oldest first, and whether none was changed or taken away. */
export interface ChainRead<T> {
  entries: T[];
  links: ChainHead[];
  whole: boolean;
}

/** Both chains of every incident, for whoever verifies or exports them. */
export interface Chains {
  /** Of all partitions, also one whose incident row is gone. */
  ids(): Promise<string[]>;
  history(id: string): Promise<ChainRead<HistoryEntry>>;
  views(id: string): Promise<ChainRead<ViewEntry>>;
  /** Changes of the contact list. */
  list(): Promise<ChainRead<HistoryEntry>>;
}

/** What of an incident's chains stands in the operators' log already, in this process. */
export type LoggedHeads = Map<string, string>;

/** What delivery keeps of a subject that is no incident: its state beside its cards and deliveries. */
export interface SubjectFile<S> {
  state: S;
  /** Of the state; undefined: nothing is stored yet, and `state` is the empty one. */
  etag: string | undefined;
  /** That of the state. */
  rev: number;
  cards: Held<CardRow>[];
  deliveries: Held<DeliveryRow>[];
}

export interface SubjectStore<S> {
  read(id: string): Promise<SubjectFile<S>>;
  /** One transaction: all or nothing. A new state is the one read with `rev` + 1; its ETag is checked, of each row always. */
  save(file: SubjectFile<S>, change: DeliveryChange & { state?: S }): Promise<SaveResult>;
}

/** When a subject must be looked at next. `rev`: no looker may move it before it has seen that revision. */
export interface AgendaRow {
  subject: string;
  due: Millis;
  rev: number;
  /** Acute ones are given before all others. */
  isAcute: boolean;
  /** Real time of the last write: a row whose save never came may be moved after ten minutes. */
  writtenAt: Millis;
}

/** A subject that is due. */
export type Due = Pick<AgendaRow, 'subject' | 'isAcute'>;

export interface Agenda {
  /** Sets the subject due at `due` (routine time) for `rev`, whatever stood there. One transaction. */
  wake(subject: string, due: Millis, rev: number, isAcute?: boolean): Promise<void>;
  read(subject: string): Promise<Held<AgendaRow> | undefined>;
  /** Every subject's row; cost follows how many there are, a thousand a call. */
  all(): Promise<Held<AgendaRow>[]>;
  /** Moves the row, only if it is as read. */
  move(row: Held<AgendaRow>, due: Millis): Promise<SaveResult>;
  /** Writes the row anew as it is, also where it is found by its time; when it was last written stays. */
  rewrite(row: Held<AgendaRow>): Promise<SaveResult>;
  /** Subjects due at `now` or before, at most `limit`: acute ones first, then oldest first. Cost follows what is due. */
  due(now: Millis, limit: number): Promise<Due[]>;
  /** The earliest due time of all, for the sandbox's clock. */
  earliest(): Promise<Millis | undefined>;
  /** Sets every subject due: the contact list has changed. */
  wakeAll(due: Millis): Promise<void>;
}

/** Who changes the contact list, and when (ISO): it stands in the list's own history. */
export interface ListChange {
  at: string;
  by: PersonId;
}

export interface ContactList {
  /** The whole list: one query. */
  read(): Promise<Contact[]>;
  isEmpty(): Promise<boolean>;
  put(contacts: readonly Contact[], by: ListChange): Promise<void>;
  /** Writes the Entra object id to the rows with that e-mail that have none; says whether any was. */
  bind(email: string, person: PersonId, by: ListChange): Promise<boolean>;
  /** Ends the row with that id at `at` and puts `next` in its place; false: it had ended already. */
  replace(id: string, at: string, next: Contact, by: PersonId): Promise<boolean>;
  /** What is wrong with the stored list (nothing, as a rule), and the head of the history of its changes. */
  check(): Promise<{ faults: string[]; head: ChainHead }>;
}

/** Where to reach a person: the conversation reference of their private chat with the bot. */
export interface Address {
  serviceUrl: string;
  conversationId: string;
  /** The person's id in that channel (MRI). */
  userId: string;
  botId: string;
  tenantId?: string | undefined;
}

/** What is known of someone who has the bot. */
export interface PersonRow {
  person: PersonId;
  name: string;
  email?: string | undefined;
  address?: Address | undefined;
  /** Only if the person let it be remembered. */
  party?: string | undefined;
  /** The draft that "rapportera hot" opens again; see `DraftStore`. */
  draft?: string | undefined;
}

export interface People {
  read(person: PersonId): Promise<Held<PersonRow> | undefined>;
  /** `etag` absent: insert; a row that is there already is a conflict. */
  save(row: PersonRow, etag?: string): Promise<SaveResult>;
  /** Among those who have the bot. */
  findByEmail(email: string): Promise<PersonId | undefined>;
}

/** A report being written: the person's own; no role, list or search reaches it. */
export interface Draft {
  /** Also the id of the incident that it becomes, or belongs to after an alarm. */
  id: string;
  person: PersonId;
  page: string;
  values: Record<string, string>;
  updatedAt: string;
  /** Messages in which pages of it were opened: they show what was typed. */
  shownIn?: string[] | undefined;
}

export interface DraftStore {
  /** All of a person's. */
  of(person: PersonId): Promise<Draft[]>;
  read(person: PersonId, id: string): Promise<Held<Draft> | undefined>;
  save(draft: Draft, etag?: string): Promise<SaveResult>;
  remove(person: PersonId, id: string): Promise<void>;
}

/** Says that an incident is open, since that revision. */
export interface OpenIncident {
  id: string;
  rev: number;
  /** Real time. */
  writtenAt: Millis;
}

/** An incident in a person's list. */
export interface Listed {
  id: string;
  reference: string;
  createdAt: string;
}

/** Person → incidents, written before the save; may be stale: the incident's partition is the truth. */
export interface IncidentIndex {
  /** Says whether it was new. */
  add(person: PersonId, incident: Listed): Promise<boolean>;
  /** Newest first, at most `limit`. */
  of(person: PersonId, limit: number): Promise<Listed[]>;
  /** Takes the public reference for this incident id; false: another has it. */
  claimReference(reference: string, id: string): Promise<boolean>;
  /** Before an incident is inserted, or opened anew by the revision `rev`. */
  opens(id: string, rev: number): Promise<void>;
  /** After the revision `rev` has closed it; one that a later revision opens stays listed. */
  closes(id: string, rev: number): Promise<void>;
  /** All that are open; closed ones may be among them for a while. */
  open(): Promise<OpenIncident[]>;
}

/** What is left of an erased incident. */
export interface Tombstone {
  id: string;
  reference: string;
  createdAt: string;
  closedAt: string;
  erasedAt: string;
  /** Where the municipality's decision stands. */
  decision: string;
}

export interface Erasure {
  isBuried(id: string): Promise<boolean>;
  /** Before anything is destroyed; kept for good. */
  bury(tombstone: Tombstone): Promise<void>;
  /** The incident's key, rows, index entries and agenda rows. May be done again. */
  destroy(id: string): Promise<void>;
  /** What is kept of a person outside incidents, unless their row has changed since it was read. May be done again. */
  forget(person: PersonId, row: Held<PersonRow> | undefined): Promise<void>;
}

export interface OutgoingMessage {
  /** The Adaptive Card; holds nothing that a lock screen or an export may not show. */
  card: object;
  /** Neutral text of the notification. */
  summary: string;
}

/**
 * How a send ended. `unreachable`: will not arrive (not installed, blocked, chat gone). `rejected`: will never be taken
 * as it is (too big, not understood). `failed`: refused before it was taken, may be tried again. `unknown`: may have
 * arrived (time-out, line cut, 5xx).
 */
export type SendResult =
  | { kind: 'sent'; activityId: string }
  | { kind: 'unreachable' | 'rejected'; code: string }
  | { kind: 'failed' | 'unknown'; code: string; retryAfter?: Millis | undefined };

/** `gone`: the activity that was to be changed is not there any more. */
export type UpdateResult = SendResult | { kind: 'gone'; code: string };

export interface Messenger {
  send(to: Address, message: OutgoingMessage): Promise<SendResult>;
  update(to: Address, activityId: string, message: OutgoingMessage): Promise<UpdateResult>;
}

export interface Log {
  info(fields: Record<string, string | number | boolean | undefined>, event: string): void;
  warn(fields: Record<string, string | number | boolean | undefined>, event: string): void;
  error(fields: Record<string, string | number | boolean | undefined>, event: string): void;
}

/** Who speaks to the bot: taken from an authenticated activity, never from card data. */
export interface Caller {
  person: PersonId;
  name: string;
  address: Address;
}

/** A press on a card. */
export interface Press {
  caller: Caller;
  verb: string;
  /** Card data merged with inputs: untrusted. */
  data: unknown;
  /** The activity whose card was pressed (`replyToId`). */
  activityId?: string | undefined;
}

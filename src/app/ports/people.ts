import type { Contact, PersonId, Quiet } from '../../routine/model/contact';
import type { HistoryEntry } from '../../routine/model/incident';
import type { Kin } from '../../routine/rules/victim/kin';
import type { ChainHead, ChainRead } from './audit';
import type { Held, SaveResult } from './delivery';
import type { GivenFile } from './files';

/** Author and time (ISO) of a change of the contact list, for its history. */
export interface ListChange {
  at: string;
  by: PersonId;
}

/** A row as it is to be. `was`: as it was read; undefined: it is new. */
export interface ListEdit {
  row: Contact;
  was?: Contact | undefined;
}

/** The words of the list's history: what was done, and ids of rows with the parts that changed. */
export type ListEntry = Pick<HistoryEntry, 'act' | 'about'>;

/** The municipality's contact list (Bilaga 4). */
export interface ContactList {
  /** The whole list: one query. With a mark of everybody who is quiet (`quietIn`). */
  read(): Promise<Contact[]>;
  /** Keeps that a person is quiet, or is so no more: no change of the list, and in no history of it. */
  hush(person: PersonId, quiet: Quiet | undefined): Promise<void>;
  /** The rows as they are stored, whoever is away today: for whoever changes them. */
  stored(): Promise<Contact[]>;
  /** Writes all of these; none, and false, where one is not as it was read. At most `MOST_EDITS`. */
  edit(edits: readonly ListEdit[], by: ListChange, entry: ListEntry): Promise<boolean>;
  /** Who changed the list, when and how. */
  history(): Promise<ChainRead<HistoryEntry>>;
  /** Makes these the list where there is none and never was; false: there is one. Of several at once one does so. */
  fill(contacts: readonly Contact[], by: ListChange): Promise<boolean>;
  put(contacts: readonly Contact[], by: ListChange): Promise<void>;
  /** Writes the Entra object id to the rows with that e-mail that have none. Whether there were any. */
  bind(email: string, person: PersonId, by: ListChange): Promise<boolean>;
  /** Writes that the holders of those rows promised silence, at `by.at`. */
  silence(ids: readonly string[], by: ListChange): Promise<void>;
  /** Writes another account to a row that has one: the same person's new one. False: the row is not there any more. */
  rebind(id: string, person: PersonId, by: ListChange): Promise<boolean>;
  /** Writes a planned absence down, or takes it back. False: there is no such row. */
  setAway(id: string, away: Contact['away'], by: ListChange): Promise<boolean>;
  /** Ends the row with that id at `at` (ISO) and puts `next` in its place; false: it had ended already. */
  replace(id: string, next: Contact, by: ListChange): Promise<boolean>;
  /** Adds a row. */
  add(row: Contact, by: ListChange): Promise<void>;
  /** Ends the row with that id at `by.at`; false: there is none, or it had ended. */
  end(id: string, by: ListChange): Promise<boolean>;
  /** Faults of the stored list (none, as a rule), and the head of the chain of its changes. */
  check(): Promise<{ faults: string[]; head: ChainHead }>;
}

/** Rows that one change may write: Azure takes a hundred in one transaction. */
export const MOST_EDITS = 90;

/** The conversation reference of a person's private chat with the bot. */
export interface Address {
  serviceUrl: string;
  conversationId: string;
  /** The person's id in the channel (MRI), not the Entra object id. */
  userId: string;
  botId: string;
  tenantId?: string | undefined;
}

/** A report in plain text as it goes on: where it is. The answers stand in the draft. */
export interface Interview {
  /** Id of the draft. */
  draft: string;
  /** The name of the question that was put last. */
  question: string;
  /** The message that was answered last, by its id in Teams, and the question that it was an answer to: sent twice, it counts once. */
  heard: { message: string; question: string };
  /** When that was; ISO. */
  at: string;
  /** Left for later: what is typed now is no answer. */
  isPaused?: true | undefined;
}

/** The stored data of a person who has the bot. */
export interface PersonRow {
  person: PersonId;
  name: string;
  email?: string | undefined;
  /** All addresses that Teams knows of them: e-mail and user name may differ. */
  emails?: string[] | undefined;
  /** When Teams was last asked for them and answered; ISO. */
  lookedUpAt?: string | undefined;
  address?: Address | undefined;
  /** When they first installed it; ISO. Absent on rows of earlier releases. */
  since?: string | undefined;
  /** When they removed the app, as long as they have not come back; ISO. */
  leftAt?: string | undefined;
  /** The code of the party that they last alarmed or reported with, until they have it forgotten. */
  party?: string | undefined;
  /** The telephone number of their last report, likewise. */
  phone?: string | undefined;
  /** They are quiet: nothing comes by itself. So it stands with the contact list too, where whoever tells anybody anything reads it. */
  quiet?: Quiet | undefined;
  /** When they were quiet no more, ISO: what was held until then is not late. */
  heldUntil?: string | undefined;
  /** Next of kin whom they have left: theirs to change and take away. */
  kin?: readonly Kin[] | undefined;
  /** Id of the draft that "rapportera hot" opens again; see `DraftStore`. */
  draft?: string | undefined;
  interview?: Interview | undefined;
}

/** Storage of persons who have the bot. */
export interface People {
  read(person: PersonId): Promise<Held<PersonRow> | undefined>;
  /** Without `etag` the row is inserted; one that is there already is a conflict. */
  save(row: PersonRow, etag?: string): Promise<SaveResult>;
  /** The person with that e-mail among those who have the bot. */
  findByEmail(email: string): Promise<PersonId | undefined>;
  /** Everybody who has the bot. One that cannot be read is left out. */
  everyone(): Promise<PersonRow[]>;
}

/** A report being written. It is the person's own: no role, list or search reaches it. */
export interface Draft {
  /** Also the id of the incident that it becomes, or belongs to after an alarm. */
  id: string;
  person: PersonId;
  page: string;
  values: Record<string, string>;
  updatedAt: string;
  /** Ids of messages in which its pages were opened: they show what was typed. */
  shownIn?: string[] | undefined;
  /** Files that go with it. */
  files?: readonly GivenFile[] | undefined;
}

/** Storage of drafts. */
export interface DraftStore {
  /** All drafts of a person. */
  of(person: PersonId): Promise<Draft[]>;
  read(person: PersonId, id: string): Promise<Held<Draft> | undefined>;
  save(draft: Draft, etag?: string): Promise<SaveResult>;
  remove(person: PersonId, id: string): Promise<void>;
}

import type { Contact, PersonId } from '../../routine/model/contact';
import type { ChainHead } from './audit';
import type { Held, SaveResult } from './delivery';

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

import type { PersonId } from '../../routine/model/contact';
import type { HistoryEntry, Incident } from '../../routine/model/incident';
import type { ViewEntry } from './audit';
import type { CardRow, DeliveryChange, DeliveryRow, Held, SaveResult } from './delivery';
import type { Millis } from './runtime';

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

/** One transaction on an incident's partition: all or nothing. */
export interface Change extends DeliveryChange {
  /** The next incident, rev + 1; absent when only rows beside it change. */
  incident?: Incident;
  history?: readonly HistoryEntry[];
  view?: ViewEntry;
}

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

import type { PersonId } from '../../routine/model/contact';
import type { HistoryEntry, Incident } from '../../routine/model/incident';
import type { ViewEntry } from './audit';
import type { CardRow, DeliveryChange, DeliveryRow, Held, SaveResult } from './delivery';
import type { Millis } from './runtime';

/** The part of an incident's partition that an action needs: one query, `RowKey < '5'`. */
export interface IncidentFile {
  incident: Incident;
  etag: string;
  cards: Held<CardRow>[];
  deliveries: Held<DeliveryRow>[];
  /** Head of the chain of looks; undefined until the first. */
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

/** Storage of incidents. */
export interface IncidentStore {
  read(id: string): Promise<IncidentFile | undefined>;
  /** Creates an incident with its history and cards. `exists`: another has that id already. @param after as of `save` */
  insert(
    change: Change & { incident: Incident },
    after?: (saved: IncidentFile) => void,
  ): Promise<'saved' | 'exists'>;
  /**
   * The ETags of the incident, when `change.incident` is given, and of each row are checked.
   * @param after called once it is saved with the file as it was read and now written, for whoever would read it again;
   * not where storage did not say the new ETags
   */
  save(file: IncidentFile, change: Change, after?: (saved: IncidentFile) => void): Promise<SaveResult>;
  /** The incident's history, oldest first, and whether its chain of HMACs is whole. */
  history(id: string): Promise<{ entries: HistoryEntry[]; whole: boolean }>;
  views(id: string): Promise<{ entries: ViewEntry[]; whole: boolean }>;
}

/** An entry of the list of open incidents: open since revision `rev`. */
export interface OpenIncident {
  id: string;
  rev: number;
  /** Real time at which the entry was written. */
  writtenAt: Millis;
}

/** An incident in a person's list. */
export interface Listed {
  id: string;
  reference: string;
  createdAt: string;
}

/** An incident in a person's list, and its place there: the next page begins after it. */
export interface Placed extends Listed {
  place: string;
}

/** A list of a person's incidents that is a part of all: by state, those that they follow, and those that are about them or that they reported. */
export type PartList = 'open' | 'closed' | 'followed' | 'own';

/** A part of a list: at most so many, from the place `after` on, of those that began between two instants (real times of the routine). */
export interface ListPart {
  limit: number;
  after?: string | undefined;
  since?: Date | undefined;
  before?: Date | undefined;
}

/** An incident in which something waits for a person, and its place among those: by haste. */
export interface WaitPlace {
  id: string;
  place: string;
}

/** The haste of what waits for a person in an incident: the most pressing of it. Times in ISO; `due` undefined: none. */
export interface WaitHaste {
  isAcute: boolean;
  due?: string | undefined;
  since: string;
}

/** Lists of incidents by person, by reference, and of all open ones; and which files each has. They may be stale: the partition is the truth. */
export interface IncidentIndex {
  /** Adds to a person's list, before the incident is saved. Whether it was new there. */
  add(person: PersonId, incident: Listed): Promise<boolean>;
  /** Takes off a person's list what `add` put there; of an incident that stands there at another time too, that one row. */
  takeOff(person: PersonId, incident: Pick<Listed, 'id' | 'createdAt'>): Promise<void>;
  /** A person's list, newest first, at most `limit`, from the place `after` on. */
  of(person: PersonId, limit: number, after?: string): Promise<Placed[]>;
  /** The same of some days, or of a part of it. */
  among(person: PersonId, list: PartList | 'all', part: ListPart): Promise<Placed[]>;
  /** The place of an incident in a part of the list. */
  partPlace(list: PartList, incident: Pick<Listed, 'id' | 'createdAt'>): string;
  /** Moves an incident to other places of the person's, of parts and of what waits. May be repeated. */
  movePlaces(
    person: PersonId,
    incident: Listed,
    move: { from: readonly string[]; to: readonly string[] },
  ): Promise<void>;
  /** Of what waits, that which should have been done by now: the most pressing first. */
  late(person: PersonId, now: Date, part: Pick<ListPart, 'limit' | 'after'>): Promise<WaitPlace[]>;
  /** Incidents in which something waits for a person, the most pressing first, at most `limit`, from the place `after` on. */
  waits(person: PersonId, limit: number, after?: string): Promise<WaitPlace[]>;
  /** The place of an incident among those. */
  waitPlace(id: string, haste: WaitHaste): string;
  /** Takes the public reference (`2026-7KQ4`) for this incident; false: another has it. */
  claimReference(reference: string, id: string): Promise<boolean>;
  /** The id of the incident that has a reference. */
  named(reference: string): Promise<string | undefined>;
  /** The ids of all incidents whose reference is of a year (YYYY); some may not have come to anything. */
  ofYear(year: string): Promise<string[]>;
  /** Lists an incident as open, before it is inserted or reopened by revision `rev`. */
  opens(id: string, rev: number): Promise<void>;
  /** Takes off an incident that revision `rev` has closed, unless a later revision has opened it. */
  closes(id: string, rev: number): Promise<void>;
  /** Notes that a file belongs to an incident, or to the draft that becomes it: before anything lists the file. */
  addFile(id: string, file: string): Promise<void>;
  /** Takes that back, once the file is deleted or belongs elsewhere. */
  dropFile(id: string, file: string): Promise<void>;
  /** All open incidents; closed ones may be among them for a while. */
  open(): Promise<OpenIncident[]>;
  /** Which of these are open, a call for each: what others have open costs nothing. */
  openAmong(ids: readonly string[]): Promise<ReadonlySet<string>>;
}

import type { PersonId } from '../../routine/model/contact';
import type { Part } from '../../routine/rules/retention';
import type { Held } from './delivery';
import type { PersonRow } from './people';

/** The rest of an erased incident: id, number, times (ISO) and decision. */
export interface Tombstone {
  id: string;
  reference: string;
  createdAt: string;
  closedAt: string;
  erasedAt: string;
  /** The reference of the municipality's decision. */
  decision: string;
}

/** The note that a class of an incident's data has been erased: a restored copy cannot bring it back. */
export interface PartStone {
  id: string;
  what: Part;
  /** ISO. */
  at: string;
  decision: string;
}

/** Destruction of incidents and of what is kept of persons. */
export interface Erasure {
  /** Whether an incident has a tombstone. */
  isBuried(id: string): Promise<boolean>;
  /** Writes the tombstone, before anything is destroyed. It is kept for good. */
  bury(tombstone: Tombstone): Promise<void>;
  /** Notes that a class of its data has been erased. May be repeated. */
  buryPart(stone: PartStone): Promise<void>;
  /**
   * Deletes the files of an incident, and of drafts under its id. May be repeated.
   * @throws when storage refuses one: those that it takes are gone, the others stay noted
   */
  removeFiles(id: string): Promise<void>;
  /** Destroys the incident's key, files, rows, index entries and agenda rows. May be repeated. */
  destroy(id: string): Promise<void>;
  /** Deletes what is kept of a person outside incidents, unless their row has changed since it was read. May be repeated. */
  forget(person: PersonId, row: Held<PersonRow> | undefined): Promise<void>;
}

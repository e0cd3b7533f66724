import type { PersonId } from '../../routine/model/contact';
import type { Held } from './delivery';
import type { PersonRow } from './people';

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

import type { PersonId } from '../../routine/model/contact';
import type { HistoryEntry } from '../../routine/model/incident';

/** Someone looked at content: who, when, what, and as what. */
export interface ViewEntry {
  at: string;
  by: PersonId;
  what: string;
  as: string;
  /** Why, where it had to be said. */
  purpose?: string | undefined;
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

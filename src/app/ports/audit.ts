import type { PersonId } from '../../routine/model/contact';
import type { HistoryEntry } from '../../routine/model/incident';

/** A look at content: when (ISO, routine time), by whom, at what (a code), in which roles. */
export interface ViewEntry {
  at: string;
  by: PersonId;
  what: string;
  as: string;
  /** Why, where a purpose had to be given. */
  purpose?: string | undefined;
  /** SHA-256 of the ticket that was given out with it, or used, in hex. */
  ticket?: string | undefined;
  /** The ticket is good for its asker's own token alone: it was asked for in the tab. */
  isBound?: boolean | undefined;
  /** The id of the file of evidence that was looked at or taken. */
  file?: string | undefined;
}

/** A link of a chain, or its end: number (from 1) and HMAC. */
export interface ChainHead {
  seq: number;
  mac: string;
}

/** A chain as stored: entries and links, oldest first. `whole`: none was changed or taken away. */
export interface ChainRead<T> {
  entries: T[];
  links: ChainHead[];
  whole: boolean;
}

/** The chains of all incidents and of the contact list, for the programs that verify or export them. */
export interface Chains {
  /** Ids of all partitions, also of one whose incident row is gone. */
  ids(): Promise<string[]>;
  history(id: string): Promise<ChainRead<HistoryEntry>>;
  views(id: string): Promise<ChainRead<ViewEntry>>;
  /** Changes of the contact list. */
  list(): Promise<ChainRead<HistoryEntry>>;
}

/**
 * The heads that this process last wrote to the operators' log, by incident: only a change is logged again. A head that is
 * forgotten is logged once more.
 */
export interface LastHeads {
  get(incident: string): string | undefined;
  set(incident: string, heads: string): unknown;
}

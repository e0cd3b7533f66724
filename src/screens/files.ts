import type { FileKind } from '../routine/rules/report/evidence';

/** A file as a chat may show it: what it is and how big, never its name. */
export interface ShownFile {
  kind: FileKind;
  bytes: number;
  /** It is something else than its name says, and may do harm. */
  isDisguised: boolean;
}

/** Files that came, and what may be done with them; or the list of those that wait. */
export interface FilesScreen {
  kind: 'files';
  /** The offer, as long as something may be done with it. */
  offer?: string | undefined;
  files: readonly ShownFile[];
  /** Why others were not taken, once each. */
  faults: readonly string[];
  /** Whether any is a pasted picture, and whether any lies in the sender's OneDrive too. */
  isPasted: boolean;
  isInOneDrive: boolean;
  /** The draft that they may be kept with; whether it is begun already. */
  draft?: { id: string; isBegun: boolean } | undefined;
  /** Open incidents that they may be kept in. */
  incidents: readonly { id: string; reference: string }[];
  /** It may be the contact list as a file, and who sent it keeps the list. */
  isList?: boolean;
  /** Those of a draft, each with a press that takes it away. */
  inDraft?: { draft: string; files: readonly (ShownFile & { id: string })[] } | undefined;
  /** The deed: kept with the draft, kept in an incident, removed; or there is nothing (any more). */
  done?: 'inDraft' | 'inIncident' | 'dropped' | 'nothing' | 'full' | undefined;
  /** The reference of the incident that they were put in. */
  reference?: string | undefined;
  /** Megabytes of the biggest file that is taken. */
  most: number;
}

/** A thing that may be taken with a ticket. `file`: the id of a file of evidence; absent: the document itself, or its masked copy. */
export interface Taking {
  what: 'document' | 'masked' | 'file';
  file?: string | undefined;
  ticket: string;
}

/** A file that is ready to be taken once: by a link (`url`), or in the tab by who asked (`ticket`). */
export interface ReadyFile {
  kind: 'note';
  note: 'document';
  incident: string;
  reference: string;
  url: string;
  ticket?: Taking | undefined;
}

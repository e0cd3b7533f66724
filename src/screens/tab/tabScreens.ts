import type { Page } from '../../routine/acts/pages';
import type { Contact } from '../../routine/model/contact';
import type { Improvement, Incident, ReportVersion } from '../../routine/model/incident';
import type { OUTLOOK_STATES } from '../../routine/model/wish/outlook';
import type { Overview } from '../../routine/rules/figures/overview';
import type { AddressKind } from '../../routine/rules/figures/senders';
import type { Act } from '../../routine/rules/roles/may';
import type { Reachable } from '../../routine/rules/standing/watch';
import type { SceneData } from '../scene';
import type { IncidentScreen, LogEntry } from '../screen';
import type { PartState } from './listStates';

/*
 * Questions of the tab, and what answers them: plain data, as screens are. Whatever is pressed in the tab goes the way of a
 * press on a card, and is answered with a screen.
 */

/**
 * The part of *Ärenden* that is shown: the places of the rows after which the page of the list and that of what waits begin, and a part of
 * a reference, as it was typed.
 */
export interface InboxQuery {
  ask: 'inbox';
  from?: string | undefined;
  waitsFrom?: string | undefined;
  reference?: string | undefined;
  state?: PartState | undefined;
  /** Those that came in between two days (YYYY-MM-DD), both with them. */
  since?: string | undefined;
  until?: string | undefined;
}

/** A page of the tab. */
export type TabQuery =
  | InboxQuery
  | { ask: 'incident'; id: string }
  | { ask: 'me'; from?: string | undefined }
  | { ask: 'contacts' }
  | { ask: 'contactsFile' }
  | { ask: 'ownWords' }
  | { ask: 'links' }
  | LogQuery
  | { ask: 'meeting'; id: string; talk: string }
  | { ask: 'overview' | 'improvements' | 'summary'; year?: string | undefined; from?: number | undefined };

/** The log of an incident, for a purpose; of some days (YYYY-MM-DD) and one act, in words; `isFile`: as CSV. */
export interface LogQuery {
  ask: 'log';
  id: string;
  purpose: string;
  since?: string | undefined;
  until?: string | undefined;
  what?: string | undefined;
  isFile?: boolean | undefined;
}

/** Something that waits for the viewer. Days as YYYY-MM-DD, times in ISO. */
export interface TabWait {
  incident: Pick<Incident, 'id' | 'reference' | 'acute' | 'routine'>;
  about: string;
  of: string;
  since: string;
  last?: string | undefined;
  /** The time by which it should have been done. */
  due?: string | undefined;
  isUrgent: boolean;
  /** Its last day or its time is past. */
  isLate: boolean;
  /** Put off until then (YYYY-MM-DD). */
  until?: string | undefined;
  /** The acts on it that the viewer may open beside it. */
  may: readonly WaitAct[];
}

/** An act on one thing that waits: another day (of a measure: its own act), another person, another reminder. */
export type WaitAct = 'moveDay' | 'moveProtection' | 'handStep' | 'putOff';

/** An incident in a list. `known`: left out for who is only asked whether it is about them. */
export interface TabRow {
  id: string;
  known?: { reference: string; createdAt: string } | undefined;
  state: 'acute' | 'open' | 'closed';
  waits: number;
  /** How it stands and since when (ISO), to who follows it and may read that. */
  outlook?: { state: (typeof OUTLOOK_STATES)[number]; at: string } | undefined;
}

/** A draft that was not sent: when it was last touched (ISO), and the day on which it is erased. */
export interface TabDraft {
  id: string;
  at: string;
  eraseOn: string;
}

/** A page of the viewer's tasks, the most pressing incident first, and one of their incidents, newest first. */
export interface InboxScreen {
  kind: 'inbox';
  waits: readonly TabWait[];
  /** Where the next page of tasks begins, and that of incidents. */
  nextWaits?: string | undefined;
  rows: readonly TabRow[];
  /** Those that the viewer follows. */
  followed: readonly TabRow[];
  next?: string | undefined;
  /** Whether the viewer administers the contact list, and has the pages on all incidents. */
  oversees: boolean;
  now: string;
}

/** An incident in the tab: the viewer's own screen of it, and which of its pages they may open. */
export interface TabIncidentScreen {
  kind: 'tabIncident';
  screen: IncidentScreen;
  waits: readonly TabWait[];
  /** By a step's id, the day by which it is to be done (YYYY-MM-DD); only for who may see the plan. */
  lastDays: Readonly<Record<string, string>>;
  pages: readonly Page[];
  acts: readonly Act[];
  /** Whether the viewer may give files, the biggest of them in megabytes, and whether silence is to be promised before one is seen. */
  giving: { mayGive: boolean; most: number; isSilenceOwed: boolean };
  /** Booked talks that the viewer may put in a calendar; days as YYYY-MM-DD. */
  meetings: readonly { talk: string; day: string }[];
}

/** A person's own: what they reported or what concerns them, and their drafts. */
export interface MeScreen {
  kind: 'me';
  own: readonly { scene: SceneData; pages: readonly Page[]; acts: readonly Act[] }[];
  /** Where the next page of them begins. */
  next?: string | undefined;
  drafts: readonly TabDraft[];
  now: string;
}

/** A row of the contact list. `reach`: to whoever keeps the list alone. */
export interface TabContact {
  contact: Contact;
  reach?: Reachable | undefined;
  /** When they last answered whether they are reached, or were asked and have not; ISO. To whoever keeps the list alone. */
  answer?: { at?: string; askedAt?: string } | undefined;
  /** The viewer's own row. */
  isOwn: boolean;
}

/** The contact list, in the order in which its reader looks. */
export interface TabContactsScreen {
  kind: 'tabContacts';
  rows: readonly TabContact[];
  mayReplace: boolean;
  mayBeAway: boolean;
  now: string;
}

/** A year's figures, to whoever keeps the contact list. `isCut`: there were more incidents than are counted. */
export interface OverviewScreen {
  kind: 'overview';
  year: string;
  years: readonly string[];
  overview: Overview;
  isCut: boolean;
  /** Whether the viewer may look for one sender in several incidents. */
  mayLink: boolean;
}

/** Incidents with one sender: by which kinds of address, those that the viewer has, and how many more there are. */
export interface LinkRow {
  kinds: readonly AddressKind[];
  known: readonly Pick<Incident, 'id' | 'reference'>[];
  others: number;
}

/** The same sender in several incidents, by a decision that holds. `isCut`: not all incidents were looked through. */
export interface LinksScreen {
  kind: 'links';
  decision: string;
  purpose: string;
  until: string;
  rows: readonly LinkRow[];
  isCut: boolean;
}

/** An improvement, or (without `improvement`) an incident whose review says what could be better, and nobody what is done. */
export interface ImprovementRow {
  incident: string;
  reference: string;
  improvement?: Pick<Improvement, 'id' | 'what' | 'improves' | 'owner' | 'day' | 'doneAt'> | undefined;
  isLate: boolean;
}

/** Improvements of the incidents that the viewer has: what is open first. */
export interface ImprovementsScreen {
  kind: 'improvements';
  year: string;
  years: readonly string[];
  rows: readonly ImprovementRow[];
  /** The number of the first row of the next page. */
  next?: number | undefined;
}

/** The log as it was asked for. */
export interface LogScreen {
  kind: 'log';
  query: LogQuery;
  scene: SceneData;
  entries: readonly LogEntry[];
  isWhole: boolean;
}

/** A booked talk as a file for a calendar; the day as YYYY-MM-DD. `sequence`: how often it has been moved. */
export interface MeetingScreen extends Record<'uid' | 'day' | 'now', string> {
  kind: 'meeting';
  sequence: number;
}

/** A person's own words in one incident: every version, oldest first. */
export interface OwnWords {
  incident: Pick<Incident, 'id' | 'reference' | 'createdAt' | 'routine'>;
  versions: readonly Pick<ReportVersion, 'at' | 'values'>[];
}

/** The same of all that a person has written in. */
export interface OwnWordsScreen {
  kind: 'ownWords';
  own: readonly OwnWords[];
}

/** A file that the viewer takes. */
export interface FileScreen {
  kind: 'file';
  name: string;
  type: string;
  bytes: Uint8Array;
}

/** An answer to a question of the tab. `nothing`: not there, or not for this person. */
export type TabScreen =
  | InboxScreen
  | OverviewScreen
  | LinksScreen
  | ImprovementsScreen
  | FileScreen
  | LogScreen
  | MeetingScreen
  | OwnWordsScreen
  | TabIncidentScreen
  | MeScreen
  | TabContactsScreen
  | { kind: 'nothing' };

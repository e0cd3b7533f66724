import { mayOpen, PAGE_RULES, type Page } from '../routine/acts/pages';
import type { Contact, PersonId } from '../routine/model/contact';
import { owesSilence } from '../routine/rules/reading';
import type { Watched } from '../routine/rules/standing/watch';
import type { DraftPage } from './actions';
import type { NoteScreen, SimpleNote, Span } from './beside/notes';
import type { BesideScreen } from './beside/screens';
import type { DeliveredTo } from './deliveredTo';
import type {
  ContactsScreen,
  EditScreen,
  InvolvedScreen,
  KinFormScreen,
  ListHistoryScreen,
  OwnKinScreen,
} from './listScreens';
import type { Refused } from './refused';
import type { Round, RoundIncident } from './round';
import type { SceneData, Viewing } from './scene';
import { seen } from './seen';

export type { NoteScreen, SimpleNote, Span } from './beside/notes';

/** A person's own, live screen of an incident. */
export interface IncidentScreen {
  kind: 'incident';
  scene: SceneData;
  /** The answer to "Jag har tagit emot": whom it is about, and how to reach them. */
  isRevealed?: true;
  refusal?: Refused | undefined;
}

/** The form that puts something in the round off; what may be put off is listed from number `from` on. */
export interface SnoozeScreen {
  kind: 'page';
  page: 'snooze';
  round: Round;
  hour: number;
  from: number;
  /** The one thing that it is about, where it is about one: its key, and the incident with that alone. */
  one?: { key: string; incident: RoundIncident } | undefined;
  refusal?: Refused | undefined;
}

/** The form of a planned absence. */
export interface AbsenceScreen {
  kind: 'page';
  page: 'absence';
  /** Rows whose absence this person may write down, and those that may take a place. */
  rows: readonly Contact[];
  others: readonly Contact[];
  /** The id of the row that is chosen beforehand. */
  chosen: string;
  today: string;
  refusal?: Refused | undefined;
}

/** The politicians on full time, shown from number `from` on, and the form that marks another. */
export interface FullTimeScreen {
  kind: 'page';
  page: 'fullTime';
  rows: readonly { id: string; name: string }[];
  from: number;
  refusal?: Refused | undefined;
}

/** A page or a form: of an incident, or one of a person's own. */
export type PageScreen =
  | { kind: 'page'; page: Page; about: string; scene: SceneData; refusal?: Refused | undefined }
  | SnoozeScreen
  | AbsenceScreen
  | FullTimeScreen
  | InvolvedScreen
  | EditScreen
  | OwnKinScreen
  | KinFormScreen
  | { kind: 'page'; page: 'replaceContact'; contacts: readonly Contact[]; refusal?: Refused | undefined };

/** An alarm that a draft has raised already. */
export interface Raised {
  reference: string;
  createdAt: string;
  /** Still acute, and nobody has taken it: nobody is told twice by another press, and those to ring stand beside it. */
  isWaiting: boolean;
  /** While it waits: those who have been asked, and who else may be rung. */
  toRing: readonly Contact[];
}

/** The very first screen: 112, the alarm in one press, or the report. */
export interface First {
  kind: 'draft';
  page: 'first';
  draft: string;
  /** Whether the person's party is remembered: which one, a chat must not say. */
  hasParty: boolean;
  /** Another party than the remembered one is to be chosen. */
  choosesParty?: true;
  raised?: Raised | undefined;
  hasDraft: boolean;
  /** Party and telephone were just forgotten. */
  isForgotten?: true;
  /** They wrote in English. */
  isEnglish?: true;
  /** They typed a story in the chat: what became of it, and whether they have an open incident that was reported. */
  story?: { became: 'kept' | 'watched' | 'unkept'; isOnIncident: boolean };
  /** The bot is stopped soon, for so long: whom to ring then. */
  silent?: { windows: readonly Span[]; toRing: readonly Contact[] } | undefined;
  /** Those who hear nothing of it, as in the person's open incidents. */
  without?: readonly Contact[];
  /** ISO. */
  now: string;
}

/** A page of a report that is being written. */
export interface DraftScreen {
  kind: 'draft';
  page: DraftPage;
  draft: string;
  values: Readonly<Record<string, string>>;
  /** The readers; whether they are the party's, which takes a yes; `isMarked`: the strategist reads all of it beside them. */
  readers: {
    contacts: readonly Contact[];
    as: 'firstContact' | 'strategist' | 'alternate';
    isParty: boolean;
    /** The party's, who are asked after an alternate. */
    next?: readonly Contact[];
    /** Whether a strategist is left who talks with the police. */
    hasStrategist?: boolean;
    isMarked?: boolean;
  };
  /** The draft fills in an incident that began with an alarm: who and party are known. */
  isOnIncident: boolean;
  /** It is of an exercise. */
  isPractice?: true;
  /** How many files go with it. */
  files?: number | undefined;
  /** Those who were chosen on this draft as part of it, and hear nothing. */
  untold?: readonly Contact[];
  refusal?: Pick<Refused, 'reason' | 'problems'> | undefined;
}

/** One of a person's incidents. */
export interface ListedIncident {
  id: string;
  /** Left out for who is only asked whether it is about them. */
  known?: { reference: string; createdAt: string } | undefined;
  isClosed: boolean;
}

/** A line of the log: an act of the history, or a look at content. */
export interface LogEntry {
  at: string;
  by: PersonId;
  /** The verb, or the page and what it was about. */
  what: string;
  /** Their roles then, separated by commas. */
  as: string;
  purpose?: string | undefined;
  isLook: boolean;
}

/** A list, shown from number `from` on; of `mine` one page, and where the `next` begins. `isWhole` false: rows of the log are missing. */
export type ListScreen =
  | { kind: 'list'; list: 'mine'; incidents: readonly ListedIncident[]; next?: number | undefined }
  | ContactsScreen
  | ListHistoryScreen
  | {
      kind: 'list';
      list: 'log' | 'looks';
      scene: SceneData;
      entries: readonly LogEntry[];
      isWhole: boolean;
      from: number;
    }
  | { kind: 'list'; list: 'round'; round: Round }
  | { kind: 'list'; list: 'deliveries'; scene: SceneData; rows: readonly DeliveredTo[]; from: number }
  | {
      kind: 'list';
      list: 'watch';
      rows: readonly Watched[];
      from: number;
      /** The id that a drill gets which is begun from it. */
      drill: string;
      now: string;
    };

/**
 * The app's answer, whoever shows it: plain data, JSON as it stands. It holds what its viewer may see and no
 * more, for access is decided when it is made. `kind` says what it is; words and layout are the edge's.
 */
export type Screen =
  | IncidentScreen
  | PageScreen
  | First
  | DraftScreen
  | ListScreen
  | BesideScreen
  | NoteScreen;

/** A note that says the same each time. */
export const note = (name: SimpleNote): Extract<NoteScreen, { note: SimpleNote }> => ({
  kind: 'note',
  note: name,
});

/** One answer for "not found" and "not allowed". */
export const nothingHere = note('nothingHere');

/** A viewer's live screen of an incident. */
export const incidentScreen = (viewing: Viewing, refusal?: Refused): IncidentScreen => ({
  kind: 'incident',
  scene: seen(viewing),
  refusal,
});

/** The page, for who may open it; undefined for others, and where there is no such page. */
export function pageScreen(
  viewing: Viewing,
  [page, about]: readonly [page: Page, about: string],
  refusal?: Refused,
): PageScreen | undefined {
  if (!mayOpen(viewing, viewing.viewer, page, about)) return undefined;
  if (PAGE_RULES[page].shows && owesSilence(viewing, viewing.viewer))
    return { kind: 'page', page: 'silence', about: `${page}:${about}`, scene: seen(viewing, 'silence') };
  return { kind: 'page', page, about, scene: seen(viewing, page), refusal };
}

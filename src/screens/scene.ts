import type { Contact, PersonId } from '../routine/model/contact';
import type { Incident } from '../routine/model/incident';
import type { Retention } from '../routine/model/routine';
import type { Situation } from '../routine/model/situation';
import type { Viewer } from '../routine/rules/access';
import type { CallDue } from '../routine/rules/calls';
import type { Silence } from '../routine/rules/escalation';
import type { Reach } from '../routine/rules/ladders/reaching';
import type { DocumentKind } from '../routine/rules/report/documents';
import type { Act } from '../routine/rules/roles/may';
import type { Role } from '../routine/rules/roles/role';
import type { TalkDay } from '../routine/rules/steps/talkDays';
import type { AheadKind } from '../routine/rules/victim/ahead';
import type { Kin } from '../routine/rules/victim/kin';
import type { Told } from '../routine/rules/victim/told';
import type { Around } from './shown/around';

/** An incident as somebody looks at it: whole, and on the server only. `seen` (./seen.ts) makes the data of a scene of it. */
export interface Viewing extends Situation {
  viewer: Viewer;
  /** Id for a press that adds something; not part of what is shown. */
  once: string;
  /** The victim's address in Teams, for those who may read the incident; only in the answer to a press. */
  victimEmail?: string | undefined;
  /** Those whom the victim wants rung: only in the answer to the press that is told to them. */
  kin?: readonly Kin[] | undefined;
  /** They were told of it on a card of several, to which they may go back. */
  isListed?: boolean | undefined;
  /** The incidents beside it: only on the page that says which share one event. */
  around?: readonly Around[] | undefined;
}

/** A silence that the viewer hears of. Times in ISO. */
export interface SilenceSeen extends Pick<Silence, 'owner' | 'hearing'> {
  /** The silent ones. */
  persons: readonly PersonId[];
  since: string;
  at: string;
}

/** The victim's own: who has been told, who is being told, and what comes next. Times in ISO, contacts by their ids. */
export interface VictimFacts {
  told: readonly { how: Told['how']; at: string; contacts: readonly string[] }[];
  telling: readonly string[];
  /** When the lead got to know that the victim asked to be rung, ISO; undefined: it has not arrived. */
  ringTold: { plain?: string | undefined; now?: string | undefined };
  /** Whether all who can be asked to lead have been. */
  isLadderOver: boolean;
  /** Undefined: nothing more comes by itself. */
  ahead?: { kind: AheadKind; at: string; contacts: readonly string[] } | undefined;
  /** Whom anybody may ring, whatever has happened: all that stands on a phone that somebody else may see. */
  numbers: readonly string[];
}

/**
 * Results of the routine's rules for this viewer, where a rule needs more of the incident than the viewer may see.
 * Contacts by their ids.
 */
export interface Facts {
  /** Asked to lead now, and those of them who were asked first. */
  asked: readonly string[];
  askedFirst: readonly string[];
  /** The time at which those who are asked are reminded. ISO. */
  remindAt: string;
  strategists: readonly string[];
  /** The calls that the viewer is to make now. */
  calls: readonly CallDue[];
  silences: readonly SilenceSeen[];
  /** The duty officers whose numbers the victim has now. */
  duty: readonly string[];
  /** Those who have been asked as overseers alone. */
  overseers: readonly string[];
  /** The ladders to the victim that the viewer has heard of, as lead or beside them. Times in ISO. */
  reaching: readonly { kind: Reach['kind']; since: string; at: string; isMine: boolean }[];
  /** Everybody in line, first to be asked first: shown where the sender is to have every number. */
  line: readonly string[];
  /** Steps that are the viewer's own, and steps that are open now. */
  owned: readonly string[];
  open: readonly string[];
  /** Steps that the viewer may end, put aside and open again: their own, and others' that nobody else can do. */
  workable: readonly string[];
  skippable: readonly string[];
  reopenable: readonly string[];
  /** The things that wait for the viewer and whose days they may change: by key; days as YYYY-MM-DD. */
  movable: readonly { key: string; last?: string | undefined; until?: string | undefined }[];
  /** The talks that are to be held on a day; to the victim and to whoever writes them down. */
  talks: readonly TalkDay[];
  /** The open steps that are the viewer's to do, in the routine's order. */
  duties: readonly string[];
  /** Whether there is no second person who could confirm what the viewer proposes (3.2.3). */
  isAlone: boolean;
  /** The step that should have been done at once and waits, where the strategist is told so; else ''. */
  notPassedOn: string;
  /** Whether the viewer is a first contact in line for it. */
  isInLine: boolean;
  /** Whoever was to file the police report, and is not to any more: the victim has taken the yes back. */
  isCalledOff: boolean;
  /** Whether the viewer is asked how it went, and has not said it. */
  asksWord: boolean;
  /** Whether the viewer is to read through the free text for what is to be hidden. By which day (YYYY-MM-DD); else ''. */
  masksBy: string;
  /** When a reporter who reads nothing else last added to the report (ISO), and whether the party reads it only after a yes. */
  added?: { at: string; isWaiting: boolean } | undefined;
  /** Whether word has reached a first contact of it; to a reporter. */
  isPartyTold: boolean;
  /** Until when the viewer, who was asked for numbers of next of kin, sees them (ISO). */
  kinUntil?: string | undefined;
  /** Until when the viewer may take their latest press back (ISO); undefined: they may not. */
  undoUntil?: string | undefined;
  /** Whether the viewer was told of it on a card of several. */
  isListed: boolean;
  /** The kinds of documents that closing makes, or made, final; to whoever closes or registers. */
  drawnUp: readonly DocumentKind[];
  /** Ids of what whoever reports must not do, to them alone. */
  warnings: readonly string[];
  /** Of the victim, and of who reads it aloud to them. */
  victim?: VictimFacts | undefined;
}

/** An incident as one viewer may see it, and what they may do: plain data, JSON as it stands. */
export interface SceneData {
  viewer: { person: PersonId; roles: readonly Role[]; may: readonly Act[] };
  /** The part of it that they may read; what is withheld is empty or left out. */
  incident: Incident;
  /** The contact list, without addresses. */
  contacts: readonly Contact[];
  /** Contacts whom Teams could not reach, and when that showed last (ISO). */
  unreachable: Readonly<Record<PersonId, string>>;
  facts: Facts;
  /** ISO. */
  now: string;
  once: string;
  retention?: Retention | undefined;
  warnedAt?: Viewing['warnedAt'];
  victimEmail?: string | undefined;
  kin?: Viewing['kin'];
  around?: Viewing['around'];
}

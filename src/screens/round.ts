import type { Contact } from '../routine/model/contact';
import type { Incident } from '../routine/model/incident';

/* A person's morning round, as data. */

/** A thing that waits for a person. Days as YYYY-MM-DD, times in ISO. */
export interface RoundItem {
  about: string;
  /** Its object, where there are several of a kind; else ''. */
  of: string;
  since: string;
  last?: string | undefined;
  /** Its last day is past. */
  isLate?: boolean | undefined;
  /** Not to be put off. */
  isUrgent: boolean;
}

/** The things that wait for one person in one incident. */
export interface RoundIncident {
  id: string;
  reference: string;
  isAcute: boolean;
  /** The version of the routine that it began with. */
  routine: Incident['routine'];
  waiting: readonly RoundItem[];
  /** Acute, and nobody has answered or spoken with the victim since then (ISO): goes before all else. */
  pressing?: { since: string; isLed: boolean; quiet?: 'hiding' | 'watched' | undefined } | undefined;
}

/**
 * News of the contact list: out of a post, new in one, perhaps the same person from another account, away for a while (`ownAway`
 * tells who is, `standIn` who takes their place).
 * `changed`: a row is another than it was, and `changedOwn` tells its holder so; `gone`: a post has ended; `imported`: a file was
 * taken in. `rightAgain` asks the holder once a year whether all is right, and `wrong` tells that they said no.
 * `termEnds`: a term ends, and nobody is named after it.
 */
export type NewsKind =
  | 'out'
  | 'new'
  | 'sameAccount'
  | 'away'
  | 'ownAway'
  | 'standIn'
  | 'changed'
  | 'changedOwn'
  | 'gone'
  | 'imported'
  | 'rightAgain'
  | 'wrong'
  | 'termEnds';

/** A thing beside incidents that comes by itself. `id`: which one, where there are several. */
export interface Prompt {
  kind: 'risk' | 'riskShown' | 'newTerm' | 'newMember';
  id: string;
}

/** A morning round. */
export interface Round {
  incidents: readonly RoundIncident[];
  /** Drafts that were not sent, and the day on which each is erased. */
  drafts: readonly { id: string; eraseOn: string }[];
  /** Changes of the contact list that this person is told of, oldest first. */
  news: readonly { kind: NewsKind; contact?: Contact | undefined }[];
  /** Things that they asked to be reminded of, or that somebody shows them. */
  prompts?: readonly Prompt[] | undefined;
  /** When the last answer of the day did not arrive; ISO. */
  unansweredAt?: string | undefined;
}

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
  /** The event that it shares with others, to a strategist. */
  event?: string | undefined;
  waiting: readonly RoundItem[];
  /** They were told of it today in one card with others: a line of its own, which says whether somebody leads it. */
  told?: { isLed: boolean } | undefined;
  /** Acute, and nobody has answered or spoken with the victim since then (ISO): goes before all else. */
  pressing?: { since: string; isLed: boolean; quiet?: 'hiding' | 'watched' | undefined } | undefined;
}

/** A line of a round: an incident, and the others of its event that stand in the same line. */
export interface RoundLine {
  incident: RoundIncident;
  others: readonly RoundIncident[];
}

/** The lines of a round, in its order: the incidents of one event are one line, but each that is acute has its own. */
export function roundLines(incidents: readonly RoundIncident[]): RoundLine[] {
  const isGrouped = ({ event, isAcute, pressing, told }: RoundIncident) =>
    event !== undefined && !isAcute && !pressing && !told;
  return incidents.flatMap((incident, place) => {
    if (!isGrouped(incident)) return [{ incident, others: [] }];
    const all = incidents.filter((one) => isGrouped(one) && one.event === incident.event);
    return incidents.indexOf(all[0] ?? incident) === place ? [{ incident, others: all.slice(1) }] : [];
  });
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

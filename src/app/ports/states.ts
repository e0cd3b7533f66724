import type { PersonId } from '../../routine/model/contact';
import type { OkayQuestion } from '../../routine/rules/standing/asking';
import type { HomeCheck } from '../../routine/rules/standing/home';
import type { MaintenanceWindow } from '../../routine/rules/standing/maintenance';
import type { Practice } from '../../routine/rules/standing/practice';
import type { Taken } from '../../routine/rules/standing/prevention';
import type { SharedRisk } from '../../routine/rules/standing/riskAnalysis';
import type { NewsKind } from '../../screens/round';
import type { GivenFile } from './files';

/*
 * Aggregates of the agenda beside incidents: a person (what they are told about all their incidents), the municipality (what
 * concerns everybody) and maintenance. An incident's id is 26 letters and digits, whatever a client sends (src/routine/acts/inputs.ts), so
 * it is never taken for one of these, nor for the name of a key (src/storage/sealing/rowSealer.ts).
 */

/**
 * Files that somebody sent, from before the first byte is kept until they are known to be in a draft or an incident, or are deleted. It
 * leads to every blob that nothing else leads to: so a crash at any moment loses none and leaves none.
 */
export interface Offer {
  id: string;
  at: string;
  /** When those that are in no draft or incident are deleted; ISO. */
  until: string;
  /** Ids of all its files, those too that may not have come. */
  blobs: readonly string[];
  /** Those that came. */
  files: readonly GivenFile[];
  /** The draft or incident that they were put in. */
  place?: string | undefined;
}

/** Incidents of which a person is told in one card, since what is new in them became due for them at one time. */
export interface NoticeGroup {
  id: string;
  /** Routine time, ISO. */
  at: string;
  /** Ids of the incidents. */
  members: readonly string[];
}

/** State of a person outside incidents: when and of what they want to hear. */
export interface PersonState {
  person: PersonId;
  rev: number;
  /** The hour of the day at which they want their round, 0 to 23. */
  hour?: number | undefined;
  /** Files on offer, and those that are to be deleted. */
  offers?: readonly Offer[] | undefined;
  /** Things that are not to be told until a day: an incident's id, and what waits in it. */
  snoozed: readonly { item: string; until: string }[];
  /** The day (YYYY-MM-DD) on which they want to think of their risks again. */
  riskDay?: string | undefined;
  /** Their own risk analysis, as long as they show it. */
  risk?: SharedRisk | undefined;
  /** Analyses that others show them, and whose. */
  risksFor?: readonly { id: string; from: PersonId; at: string }[] | undefined;
  /** News that they are still to hear: changes of the contact list, and answers that did not arrive (`UNANSWERED`). */
  news: { id: string; kind: NewsKind | typeof UNANSWERED; at: string }[];
  /** Cards of several incidents, oldest first. */
  groups?: readonly NoticeGroup[] | undefined;
  /** "Trygg hem", while it goes on. */
  home?: HomeCheck | undefined;
}

/** State of the municipality as an aggregate: trials of whether people are reached, and who has answered. */
export interface MunicipalityState {
  rev: number;
  /** Since when the bot has been at work here: drills before that were not held. ISO. */
  since?: string | undefined;
  /** Ids of the rows of the contact list that are away, as all was looked at last. */
  away?: readonly string[] | undefined;
  /** When those on the contact list were last asked whether all is right; ISO. */
  rightAskedAt?: string | undefined;
  /** `contact`: the row of the contact list that alone is asked; undefined: all first contacts. */
  drills: { id: string; at: string; by: PersonId; contact?: string | undefined }[];
  answers: { drill: string; person: PersonId; at: string }[];
  /** Courses that persons have noted as taken, the latest time of each. */
  taken?: readonly Taken[] | undefined;
}

/** When the bot is, was or was to be stopped for work on it, oldest first. */
export interface MaintenanceState {
  rev: number;
  windows: readonly MaintenanceWindow[];
}

/** A question to many while it goes on. */
export interface AskingState {
  id: AskingId;
  rev: number;
  okay?: OkayQuestion | undefined;
  practice?: Practice | undefined;
  /** Codes of "Trygg hem", whose each is, and until when at the latest (ISO). */
  homes?: readonly { code: string; person: PersonId; until: string }[] | undefined;
}

/** The kind of news of an answer that Teams did not take. */
export const UNANSWERED = 'unanswered';

/** Its id in the agenda, as stored rows have it. */
export const MUNICIPALITY = 'town';
/** That of maintenance. */
export const MAINTENANCE = 'maintenance';
/** "Är du OK?". */
export const OKAY = 'okay';
/** The exercise of the whole routine. */
export const PRACTICE = 'practice';
/** The questions to many, by their ids in the agenda. */
export const ASKINGS = [OKAY, PRACTICE] as const;
/** The codes of "Trygg hem": kept beside them, and on no agenda. */
export const HOMES = 'homes';
export type AskingId = (typeof ASKINGS)[number] | typeof HOMES;
export const isAskingId = (id: string): id is AskingId =>
  ([...ASKINGS, HOMES] as readonly string[]).includes(id);
/** The contact list, where the heads of chains are named. */
export const LIST = 'contacts';
const PERSON_PREFIX = 'person.';

/** The id of a person's own aggregate in the agenda. */
export const personAggregateId = (person: PersonId): string => PERSON_PREFIX + person;

/** The person whose own aggregate has that id; undefined: it is another kind. */
export const personIn = (aggregate: string): PersonId | undefined =>
  aggregate.startsWith(PERSON_PREFIX) ? aggregate.slice(PERSON_PREFIX.length) : undefined;

export const emptyPerson = (person: PersonId): PersonState => ({ person, rev: 0, snoozed: [], news: [] });

export const emptyMaintenance = (): MaintenanceState => ({ rev: 0, windows: [] });

export const emptyAsking = (id: string): AskingState => ({ id: isAskingId(id) ? id : OKAY, rev: 0 });

export const emptyMunicipality = (): MunicipalityState => ({ rev: 0, drills: [], answers: [] });

import type { PersonId } from '../../routine/model/contact';
import type { Millis } from './runtime';

/** A person's live card in their private chat with the bot, one an incident. */
export interface CardRow {
  person: PersonId;
  /** Id of the message that shows it; '' when the chat was lost and it must be posted again, or with `isIdUnknown`. */
  activityId: string;
  /** It has arrived, and Teams gave no id: it cannot be changed, so what changes is posted anew. */
  isIdUnknown?: boolean | undefined;
  /** Messages in the chat without an id: they are never blanked. */
  unchangeable?: number | undefined;
  /** Hash of the view that was last sent or put there. */
  hash: string;
  /** Message ids of older cards of the same incident in the same chat, newest last: erasure blanks them too. */
  older: string[];
  /** Real time until which the card is not changed: that would wipe what is being typed. */
  formOpenUntil?: Millis | undefined;
  /** Id of the message in which that form is open: an older card, when a new one came meanwhile. */
  formIn?: string | undefined;
  /** Ids of messages in which a page was opened: it stays there until they are changed. */
  opened?: string[] | undefined;
  /** Message ids of older cards that have not been shrunk to a line yet. */
  unshrunk?: string[] | undefined;
  /** Raised when the chat was lost (the app was installed again). */
  epoch: number;
  /** Real time until which another process's change is under way. */
  puttingUntil?: Millis | undefined;
  /** Changes of this card that failed in a row. */
  failures: number;
  /** Real time of the next try. */
  retryAt?: Millis | undefined;
  /** They were told of it in a card of several: what its line there showed last. Undefined: never so. */
  line?: string | undefined;
  /** The message in which they opened it from such a card, and until when that is not changed: real time. */
  shownIn?: { activityId: string; until: Millis } | undefined;
  /** The place of the incident among what waits for the person (`IncidentIndex.waits`); '' or undefined: nothing waits. */
  wait?: string | undefined;
  /** The places of the incident in the parts of the person's list (`IncidentIndex.among`). Undefined: not noted yet. */
  places?: readonly string[] | undefined;
}

/** The state of telling one notice: under way, told, or impossible. */
export interface DeliveryRow {
  /** `kind|about|epoch|person`; see `notices`. */
  key: string;
  person: PersonId;
  /** The process that is telling it. */
  claimer: string;
  /** Real time until which no other process may tell it. */
  leaseUntil: Millis;
  attempts: number;
  /** Real time of the next try after a failure that may pass. */
  retryAt?: Millis | undefined;
  /** The id of the card of several in which it is told (`PersonState.groups`): how that ended is how this does. */
  group?: string | undefined;
  /** Routine time at which it was sent, ISO. */
  sentAt?: string | undefined;
  activityId?: string | undefined;
  /** `unreachable`: not reached in Teams (not installed, blocked, 403, 404). `dead`: refused for ever. */
  failed?: 'unreachable' | 'dead' | undefined;
  /** Routine time at which the person counted as not reached, ISO. */
  failedAt?: string | undefined;
}

/** A stored value and the ETag with which it was read. */
export interface Held<T> {
  value: T;
  etag: string;
}

/** Rows that delivery writes beside an aggregate. Without `etag` the row is inserted. */
export interface DeliveryChange {
  cards?: readonly { value: CardRow; etag?: string | undefined }[];
  deliveries?: readonly { value: DeliveryRow; etag?: string | undefined }[];
  /** Deliveries to be deleted. */
  forgotten?: readonly DeliveryRow[];
  /** Cards whose rows are to be deleted: what they show is left in the chat. */
  forgottenCards?: readonly Held<CardRow>[];
}

/** `conflict`: something read has changed since, nothing was written. */
export type SaveResult = 'saved' | 'conflict';

/** An aggregate that is no incident, as stored: its state, cards and deliveries. */
export interface AggregateFile<S> {
  state: S;
  /** ETag of the state; undefined: nothing is stored yet, and `state` is the empty one. */
  etag: string | undefined;
  /** Revision of the state. */
  rev: number;
  cards: Held<CardRow>[];
  deliveries: Held<DeliveryRow>[];
}

/** Storage of one kind of aggregate. */
export interface AggregateStore<S> {
  read(id: string): Promise<AggregateFile<S>>;
  /**
   * One transaction: all or nothing. A new state has `rev` + 1. The ETags of the state, when it is given, and of each row
   * are checked.
   */
  save(file: AggregateFile<S>, change: DeliveryChange & { state?: S }): Promise<SaveResult>;
}

import type { PersonId } from '../../routine/model/contact';
import type { Millis } from './runtime';

/** A person's live card in their private chat with the bot, one an incident. */
export interface CardRow {
  person: PersonId;
  /** The activity that shows it; empty when the chat was lost and it must be posted anew. */
  activityId: string;
  /** Hash of the view that was last sent or PUT there. */
  hash: string;
  /** Older cards of the same incident in the same chat, newest last. Kept so that closing can blank them. */
  older: string[];
  /** Till then no PUT: it would wipe what is being typed. Real time. */
  formOpenUntil?: Millis | undefined;
  /** The activity in which that form is open: an older card, when a new one came meanwhile. */
  formIn?: string | undefined;
  /** Messages in which a press has opened a page: what it shows stays there until they are changed. */
  opened?: string[] | undefined;
  /** Older cards that have not been shrunk to a line yet. */
  unshrunk?: string[] | undefined;
  /** Raised when the chat was lost (the app was installed anew). */
  epoch: number;
  /** A PUT under way: no other may start one before this real time. */
  puttingUntil?: Millis | undefined;
  failures: number;
  retryAt?: Millis | undefined;
}

/** Says of one notice that it is being told, has been told, or cannot be. */
export interface DeliveryRow {
  /** `kind|about|epoch|person`; see `notices`. */
  key: string;
  person: PersonId;
  claimer: string;
  /** Real time; longer than the longest send. */
  leaseUntil: Millis;
  attempts: number;
  /** After a failure that may pass. Real time. */
  retryAt?: Millis | undefined;
  /** Routine time, ISO. */
  sentAt?: string | undefined;
  activityId?: string | undefined;
  /** Cannot be reached in Teams (not installed, blocked, 403, 404), or given up. */
  failed?: 'unreachable' | 'dead' | undefined;
  /** When it ended so. Routine time, ISO. */
  failedAt?: string | undefined;
}

/** A row and the ETag with which it was read. */
export interface Held<T> {
  value: T;
  etag: string;
}

/** Rows that delivery writes beside an aggregate. `etag` absent: the row is new (insert). */
export interface DeliveryChange {
  cards?: readonly { value: CardRow; etag?: string | undefined }[];
  deliveries?: readonly { value: DeliveryRow; etag?: string | undefined }[];
  /** Deliveries that are to be forgotten. */
  forgotten?: readonly DeliveryRow[];
}

/** `conflict`: something read has changed since, nothing was written. */
export type SaveResult = 'saved' | 'conflict';

/** An aggregate that is no incident, as stored: its state beside its cards and deliveries. */
export interface AggregateFile<S> {
  state: S;
  /** Of the state; undefined: nothing is stored yet, and `state` is the empty one. */
  etag: string | undefined;
  /** That of the state. */
  rev: number;
  cards: Held<CardRow>[];
  deliveries: Held<DeliveryRow>[];
}

export interface AggregateStore<S> {
  read(id: string): Promise<AggregateFile<S>>;
  /** One transaction: all or nothing. A new state is the one read with `rev` + 1; its ETag is checked, of each row always. */
  save(file: AggregateFile<S>, change: DeliveryChange & { state?: S }): Promise<SaveResult>;
}

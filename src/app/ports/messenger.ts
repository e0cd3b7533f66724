import type { Address } from './people';
import type { Millis } from './runtime';

/** A message to one chat. */
export interface OutgoingMessage {
  /** The Adaptive Card, without anything that a lock screen or an export may not show. */
  card: object;
  /** Neutral text of the notification. */
  summary: string;
}

/**
 * The outcome of a send. `sent`: `activityId` is '' where Teams took a new message and gave no id: it can never be changed. `unreachable`: will not arrive (not installed, blocked, chat gone). `rejected`: will never be taken
 * as it is (too big, not understood). `failed`: refused before it was taken, may be tried again. `unknown`: may have
 * arrived (time-out, cut connection, 5xx). `code`: the HTTP status or the cause, for the log. `retryAfter`: as Teams asked.
 */
export type SendResult =
  | { kind: 'sent'; activityId: string }
  | { kind: 'unreachable' | 'rejected'; code: string }
  | { kind: 'failed' | 'unknown'; code: string; retryAfter?: Millis | undefined };

/** How a change ended. `gone`: the message is not there any more. */
export type UpdateResult = SendResult | { kind: 'gone'; code: string };

/** Sends and changes messages in chats. Neither rejects for what the network does. */
export interface Messenger {
  send(to: Address, message: OutgoingMessage): Promise<SendResult>;
  update(to: Address, activityId: string, message: OutgoingMessage): Promise<UpdateResult>;
}

/** A person as Teams knows them. `emails`: e-mail and user name, which may differ. */
export interface KnownMember {
  emails: readonly string[];
  isOwnTenant: boolean;
}

/** Looks people up in Teams. */
export interface Directory {
  /** The person of a chat; undefined: Teams did not answer, or knows nobody there. */
  find(address: Address): Promise<KnownMember | undefined>;
}

/** Permission to send in one chat. It must be given back with `leave`, whatever happens. */
export interface Pass {
  /** Whether it was not given at once: what was read before may be old. */
  hasWaited: boolean;
  leave(): void;
}

/** A wait that a server asked for, in real time. `isOfChat`: by a limit on messages, which most often is the chat's own. */
export interface AskedPause {
  since: Millis;
  until: Millis;
  isOfChat: boolean;
}

/**
 * The limit on sends of this process. A send enters before its claim is written, so that waiting uses up no lease. A few at
 * once, one a chat, acute first.
 */
export interface SendGate {
  enter(chat: string, isAcute: boolean): Promise<Pass>;
  /** Real time until which a chat, or its whole tenant, has asked that nothing be sent to it; 0: neither has. */
  pausedUntil(to: Address): Millis;
  pause(to: Address, asked: AskedPause): void;
}

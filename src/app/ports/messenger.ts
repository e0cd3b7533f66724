import type { Address } from './people';
import type { Millis } from './runtime';

export interface OutgoingMessage {
  /** The Adaptive Card; holds nothing that a lock screen or an export may not show. */
  card: object;
  /** Neutral text of the notification. */
  summary: string;
}

/**
 * How a send ended. `unreachable`: will not arrive (not installed, blocked, chat gone). `rejected`: will never be taken
 * as it is (too big, not understood). `failed`: refused before it was taken, may be tried again. `unknown`: may have
 * arrived (time-out, line cut, 5xx).
 */
export type SendResult =
  | { kind: 'sent'; activityId: string }
  | { kind: 'unreachable' | 'rejected'; code: string }
  | { kind: 'failed' | 'unknown'; code: string; retryAfter?: Millis | undefined };

/** `gone`: the activity that was to be changed is not there any more. */
export type UpdateResult = SendResult | { kind: 'gone'; code: string };

export interface Messenger {
  send(to: Address, message: OutgoingMessage): Promise<SendResult>;
  update(to: Address, activityId: string, message: OutgoingMessage): Promise<UpdateResult>;
}

/** Leave to send in one chat. It must be given back, whatever happens. */
export interface Pass {
  /** What was read before may be old by now. */
  hasWaited: boolean;
  leave(): void;
}

/**
 * The door that every send of this process goes through, before its claim is written: waiting here eats no lease. At
 * most so many at once, one a chat, acute first.
 */
export interface SendGate {
  enter(chat: string, isAcute: boolean): Promise<Pass>;
  /** Until when a tenant has asked that nothing be sent to it (real time); 0: it has not. */
  pausedUntil(to: Address): Millis;
  pause(to: Address, until: Millis): void;
}

import type { Messenger, Pass, SendGate, SendResult, UpdateResult } from '../ports/messenger';
import type { Address } from '../ports/people';
import type { Millis, RealClock } from '../ports/runtime';
import { askedWait } from './retryPolicy';

/** Sends at once in this process. */
const AT_ONCE = 8;
/** Of those, how many only acute ones may take: an alarm does not wait for chats that do not answer. */
const RESERVED = 2;

interface Waiting {
  chat: string;
  isAcute: boolean;
  open(pass: Pass): void;
}

/** Whose limit on sends it is that an address falls under. */
const tenantOf = (to: Address): string => to.tenantId ?? to.serviceUrl;

export function createSendGate(): SendGate {
  const busy = new Set<string>();
  const waiting: Waiting[] = [];
  const pauses = new Map<string, Millis>();

  const isFree = ({ chat, isAcute }: Pick<Waiting, 'chat' | 'isAcute'>): boolean =>
    !busy.has(chat) && busy.size < (isAcute ? AT_ONCE : AT_ONCE - RESERVED);

  function admit(chat: string, hasWaited: boolean): Pass {
    busy.add(chat);
    let isInside = true;
    const leave = () => {
      if (!isInside) return;
      isInside = false;
      busy.delete(chat);
      next();
    };
    return { hasWaited, leave };
  }

  /** Lets in all who may: acute ones first, then who has waited longest. */
  function next(): void {
    for (;;) {
      const first = waiting.find((one) => one.isAcute && isFree(one)) ?? waiting.find(isFree);
      if (!first) return;
      waiting.splice(waiting.indexOf(first), 1);
      first.open(admit(first.chat, true));
    }
  }

  return {
    enter: (chat, isAcute) =>
      isFree({ chat, isAcute })
        ? Promise.resolve(admit(chat, false))
        : new Promise((open) => waiting.push({ chat, isAcute, open })),
    pausedUntil: (to) => pauses.get(tenantOf(to)) ?? 0,
    pause(to, until) {
      pauses.set(tenantOf(to), Math.max(until, pauses.get(tenantOf(to)) ?? 0));
    },
  };
}

/**
 * A messenger that tells the gate when a tenant asks to be left alone, whoever sent. It holds back nothing itself: an
 * answer to what someone has just written is tried all the same.
 */
export function withPauses(messenger: Messenger, gate: SendGate, realNow: RealClock): Messenger {
  function heard<R extends UpdateResult | SendResult>(to: Address, result: R): R {
    const asked = askedWait(result);
    if (asked > 0) gate.pause(to, realNow() + asked);
    return result;
  }
  return {
    send: async (to, message) => heard(to, await messenger.send(to, message)),
    update: async (to, activityId, message) => heard(to, await messenger.update(to, activityId, message)),
  };
}

import type { AskedPause, Messenger, Pass, SendGate, SendResult, UpdateResult } from '../ports/messenger';
import type { Address } from '../ports/people';
import type { Millis, RealClock } from '../ports/runtime';
import { TenantPauses } from './pauses';
import { askedWait } from './retryPolicy';

/** Sends at once in this process. */
const SENDS_AT_ONCE = 8;
/** Of those, how many only acute ones may take: an alarm does not wait for chats that do not answer. */
const RESERVED_FOR_ACUTE = 2;

/** The status of a limit on messages; other statuses with a wait (503) are of the whole service. */
const TOO_MANY = '429';

interface Queued {
  chat: string;
  isAcute: boolean;
  open(pass: Pass): void;
}

/** The tenant whose limit on sends an address falls under. */
const tenantOf = (to: Address): string => to.tenantId ?? to.serviceUrl;

/** A gate of one process, in memory. */
class ProcessGate implements SendGate {
  private readonly busy = new Set<string>();
  private readonly queue: Queued[] = [];
  private readonly pauses = new Map<string, TenantPauses>();

  async enter(chat: string, isAcute: boolean): Promise<Pass> {
    if (this.isFree({ chat, isAcute })) return this.admit(chat, false);
    return new Promise((open) => this.queue.push({ chat, isAcute, open }));
  }

  pausedUntil(to: Address): Millis {
    return this.pauses.get(tenantOf(to))?.until(to.conversationId) ?? 0;
  }

  pause(to: Address, asked: AskedPause): void {
    const tenant = this.pauses.get(tenantOf(to)) ?? new TenantPauses();
    this.pauses.set(tenantOf(to), tenant);
    tenant.note(to.conversationId, asked);
  }

  private isFree({ chat, isAcute }: Pick<Queued, 'chat' | 'isAcute'>): boolean {
    const limit = isAcute ? SENDS_AT_ONCE : SENDS_AT_ONCE - RESERVED_FOR_ACUTE;
    return !this.busy.has(chat) && this.busy.size < limit;
  }

  private admit(chat: string, hasWaited: boolean): Pass {
    this.busy.add(chat);
    let isInside = true;
    const leave = () => {
      if (!isInside) return;
      isInside = false;
      this.busy.delete(chat);
      this.admitQueued();
    };
    return { hasWaited, leave };
  }

  /** Lets in all who may: acute ones first, then who has waited longest. */
  private admitQueued(): void {
    for (;;) {
      const first =
        this.queue.find((one) => one.isAcute && this.isFree(one)) ??
        this.queue.find((one) => this.isFree(one));
      if (!first) return;
      this.queue.splice(this.queue.indexOf(first), 1);
      first.open(this.admit(first.chat, true));
    }
  }
}

export const createSendGate = (): SendGate => new ProcessGate();

/**
 * A messenger that tells the gate when a chat or the tenant asks to be left alone, whoever sent. It holds back nothing itself: an
 * answer to what someone has just written is tried all the same.
 */
export function withPauses(messenger: Messenger, gate: SendGate, realNow: RealClock): Messenger {
  function heard<R extends UpdateResult | SendResult>(to: Address, result: R): R {
    const asked = askedWait(result);
    const since = realNow();
    const isOfChat = 'code' in result && result.code === TOO_MANY;
    if (asked > 0) gate.pause(to, { since, until: since + asked, isOfChat });
    return result;
  }
  return {
    send: async (to, message) => heard(to, await messenger.send(to, message)),
    update: async (to, activityId, message) => heard(to, await messenger.update(to, activityId, message)),
  };
}

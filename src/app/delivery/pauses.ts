import type { AskedPause } from '../ports/messenger';
import type { Millis } from '../ports/runtime';

/**
 * A 429 to so many different chats within so short a time is the limit of the tenant: Teams does not say whose it was. One chat may
 * have seven messages a second, a tenant some thirty.
 */
const CHATS_OF_A_LIMIT = 4;
const TOGETHER: Millis = 2_000;

/** The waits that one tenant has asked for. */
export class TenantPauses {
  private whole: Millis = 0;
  private readonly chats = new Map<string, Pick<AskedPause, 'since' | 'until'>>();

  until(chat: string): Millis {
    return Math.max(this.whole, this.chats.get(chat)?.until ?? 0);
  }

  note(chat: string, { since, until, isOfChat }: AskedPause): void {
    if (!isOfChat) {
      this.hold(until);
      return;
    }
    this.forget(since);
    this.chats.set(chat, { since, until: Math.max(until, this.chats.get(chat)?.until ?? 0) });
    const together = [...this.chats.values()].filter((one) => since - one.since <= TOGETHER);
    if (together.length >= CHATS_OF_A_LIMIT) this.hold(until);
  }

  private hold(until: Millis): void {
    this.whole = Math.max(this.whole, until);
  }

  /** Waits that are over and say nothing of the tenant any more: else every chat would stay in memory. */
  private forget(now: Millis): void {
    for (const [chat, { since, until }] of this.chats)
      if (until <= now && now - since > TOGETHER) this.chats.delete(chat);
  }
}

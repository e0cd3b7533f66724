import { canonicalJson } from './json';
import { mac } from './voucher';

/** The end of a chain: the number of its last link (0: none yet) and that link's code. */
export interface Head {
  seq: number;
  mac: string;
}

export const NO_LINKS: Head = { seq: 0, mac: '' };

/** An entry and its place in the chain. */
export interface Link<T> extends Head {
  entry: T;
}

/** Chains entries of one kind and owner, so that a link changed, moved or taken away shows. */
export class Chain {
  constructor(
    private readonly key: Uint8Array,
    private readonly name: string,
  ) {}

  /** The code covers the code before, so that each vouches for all earlier ones. */
  private next(head: Head, entry: unknown): Head {
    const seq = head.seq + 1;
    return { seq, mac: mac(this.key, canonicalJson([this.name, seq, head.mac, entry])) };
  }

  /** The links that add the entries after `head`, in order. */
  extend<T>(head: Head, entries: readonly T[]): Link<T>[] {
    let last = head;
    return entries.map((entry) => {
      last = this.next(last, entry);
      return { ...last, entry };
    });
  }

  /** Whether the links are all there, unchanged, from the first to `head`. */
  isWhole(links: readonly Link<unknown>[], head: Head): boolean {
    let last = NO_LINKS;
    for (const link of links) {
      last = this.next(last, link.entry);
      if (link.seq !== last.seq || link.mac !== last.mac) return false;
    }
    return last.seq === head.seq && last.mac === head.mac;
  }
}

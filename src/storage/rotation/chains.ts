import { Chain, type Head, type Link, NO_LINKS } from '../sealing/hashChain';
import type { Ids } from '../sealing/pseudonyms';

/** The codes of a chain under the new secret. */
export interface Relinked {
  macs: string[];
  head: Head;
}

/**
 * A chain under the new secret; undefined: it does not hold under the old one, and is left as it is, for what shows that it
 * was tampered with must not be made good. A rotation that was broken off has left some links under one secret and some
 * under the other: each vouches for all before it by either.
 */
export function relinked(
  { from, to }: Readonly<Record<'from' | 'to', Ids>>,
  name: string,
  { links, head }: { links: readonly Link<unknown>[]; head: Head | undefined },
): Relinked | undefined {
  const entries = links.map(({ entry }) => entry);
  const under = ({ chainKey }: Ids): Head[] => new Chain(chainKey, name).extend(NO_LINKS, entries);
  const [before, after] = [under(from), under(to)];
  const isAt = (place: number, { seq, mac }: Head) => {
    const [old, fresh] = [before[place] ?? NO_LINKS, after[place] ?? NO_LINKS];
    return seq === old.seq && (mac === old.mac || mac === fresh.mac);
  };
  const isWhole =
    head !== undefined && links.every((link, place) => isAt(place, link)) && isAt(links.length - 1, head);
  if (!isWhole) return undefined;
  const { seq, mac } = after.at(-1) ?? NO_LINKS;
  return { macs: after.map((link) => link.mac), head: { seq, mac } };
}

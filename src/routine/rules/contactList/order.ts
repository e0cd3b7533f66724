import { type Contact, isListed } from '../../model/contact';
import { byPost } from '../../model/posts';
import type { Routine } from '../../model/routine';

/** The part of the list that a row is in, as one person looks: their own party, the municipality's own, all others. */
const partOf = ({ party, board }: Contact, own: string | undefined): number => {
  if (own !== undefined && party === own) return 0;
  return party === undefined && board === undefined ? 1 : 2;
};

/**
 * The listed rows as one person looks for them. Parties stand in the order of the plan, not of the alphabet.
 * @param own the code of the person's party; undefined: not known
 */
export function asLookedFor(
  { posts, parties }: Pick<Routine, 'posts' | 'parties'>,
  contacts: readonly Contact[],
  own?: string,
): Contact[] {
  const placeOf = (contact: Contact): readonly number[] => [
    partOf(contact, own),
    posts.findIndex(({ id }) => id === contact.role),
    contact.party === undefined ? -1 : parties.indexOf(contact.party),
  ];
  const sorted = byPost(posts, contacts.filter(isListed)).map((contact) => ({
    contact,
    place: placeOf(contact),
  }));
  const compare = (a: readonly number[], b: readonly number[]) =>
    a.map((one, index) => one - (b[index] ?? 0)).find((difference) => difference !== 0) ?? 0;
  // What is equal stays as it was: by unit, then by order.
  return sorted.sort((a, b) => compare(a.place, b.place)).map(({ contact }) => contact);
}

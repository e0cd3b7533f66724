import { type Contact, isActive } from '../../model/contact';
import { isAs, postOf } from '../../model/posts';
import type { Routine } from '../../model/routine';

/**
 * The officers of each party (first contacts, one a party), by the party's code; a party without any has an empty list.
 * Empty where the municipality has no such post.
 */
export function officersByParty(
  { posts, parties }: Pick<Routine, 'posts' | 'parties'>,
  contacts: readonly Contact[],
): ReadonlyMap<string, Contact[]> {
  const isOfficerPost = (contact: Contact) => {
    const post = postOf(posts, contact);
    return post?.per === 'party' && isAs(post, 'firstContact');
  };
  if (!posts.some((post) => post.per === 'party' && isAs(post, 'firstContact'))) return new Map();
  const officers = contacts.filter((contact) => isActive(contact) && isOfficerPost(contact));
  return new Map(parties.map((code) => [code, officers.filter(({ party }) => party === code)]));
}

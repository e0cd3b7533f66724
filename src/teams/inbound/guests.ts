import { LRUCache } from 'lru-cache';
import type { PersonId } from '../../routine/model/contact';
import type { Member } from './botTurn';
import { isGuestRole } from './origin';

const MOST = 10_000;

/** Whom a look-up has shown to be a guest: not every activity says so itself. The latest, as long as the process lives. */
export function createGuests(tenantId: string | undefined) {
  const known = new LRUCache<PersonId, true>({ max: MOST });
  /** Nobody is a guest because a look-up failed. */
  const isGuest = (member: Member | undefined): boolean => {
    const isOther =
      tenantId !== undefined &&
      member?.tenantId !== undefined &&
      member.tenantId.toLowerCase() !== tenantId.toLowerCase();
    return isOther || isGuestRole(member?.userRole) || /#ext#/i.test(member?.userPrincipalName ?? '');
  };
  return {
    has: (person: PersonId): boolean => known.get(person) === true,
    /** Remembers what the look-up says; a guest who has become a member is let in. */
    note(person: PersonId, member: Member | undefined): boolean {
      if (!member) return known.has(person);
      if (!isGuest(member)) known.delete(person);
      else known.set(person, true);
      return isGuest(member);
    },
  };
}

export type Guests = ReturnType<typeof createGuests>;

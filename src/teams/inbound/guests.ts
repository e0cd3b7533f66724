import { LRUCache } from 'lru-cache';
import type { PersonId } from '../../routine/model/contact';
import type { Member } from './botTurn';
import { isGuestRole } from './origin';

const MOST = 10_000;

/** The latest persons whom a member look-up has shown to be guests: not every activity says so itself. */
export function createGuests(tenantId: string | undefined) {
  const known = new LRUCache<PersonId, true>({ max: MOST });
  /** Whether a member is a guest; a failed look-up (undefined) makes nobody one. */
  const isGuest = (member: Member | undefined): boolean => {
    const isOther =
      tenantId !== undefined &&
      member?.tenantId !== undefined &&
      member.tenantId.toLowerCase() !== tenantId.toLowerCase();
    return isOther || isGuestRole(member?.userRole) || /#ext#/i.test(member?.userPrincipalName ?? '');
  };
  return {
    has: (person: PersonId): boolean => known.get(person) === true,
    /** Remembers a look-up's result, and returns whether the person is a guest. */
    note(person: PersonId, member: Member | undefined): boolean {
      if (!member) return known.has(person);
      if (!isGuest(member)) known.delete(person);
      else known.set(person, true);
      return isGuest(member);
    },
  };
}

export type Guests = ReturnType<typeof createGuests>;

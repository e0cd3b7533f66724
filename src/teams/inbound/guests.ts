import { boundedCache } from '../../app/runtime/boundedCache';
import type { PersonId } from '../../routine/model/contact';
import { isGuestMember, type MemberFields } from '../memberFields';

const MOST = 10_000;

/** The latest persons whom a member look-up has shown to be guests: not every activity says so itself. */
export function createGuests(tenantId: string | undefined) {
  const known = boundedCache<true>(MOST);
  return {
    has: (person: PersonId): boolean => known.get(person) === true,
    /** Remembers a look-up's result, and returns whether the person is a guest. */
    note(person: PersonId, member: MemberFields | undefined): boolean {
      if (!member) return known.has(person);
      const isGuest = isGuestMember(member, tenantId);
      if (isGuest) known.set(person, true);
      else known.delete(person);
      return isGuest;
    },
  };
}

export type Guests = ReturnType<typeof createGuests>;

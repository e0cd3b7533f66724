import type { PersonId } from '../../routine/model/contact';
import type { Member } from './botTurn';
import { isGuestRole } from './origin';

const MOST = 10_000;

/** Whom a look-up has shown to be a guest: not every activity says so itself. Kept as long as the process lives. */
export function createGuests(tenantId: string | undefined) {
  const known = new Set<PersonId>();
  /** Nobody is a guest because a look-up failed. */
  const isGuest = (member: Member | undefined): boolean => {
    const isOther =
      tenantId !== undefined &&
      member?.tenantId !== undefined &&
      member.tenantId.toLowerCase() !== tenantId.toLowerCase();
    return isOther || isGuestRole(member?.userRole) || /#ext#/i.test(member?.userPrincipalName ?? '');
  };
  return {
    has: (person: PersonId): boolean => known.has(person),
    /** Remembers what the look-up says; a guest who has become a member is let in. */
    note(person: PersonId, member: Member | undefined): boolean {
      if (!member) return known.has(person);
      if (!isGuest(member)) known.delete(person);
      else if (known.size < MOST) known.add(person);
      return isGuest(member);
    },
  };
}

export type Guests = ReturnType<typeof createGuests>;

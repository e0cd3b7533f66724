import type { KnownMember } from '../app/ports/messenger';

/** The fields of a member of a chat that are used. */
export interface MemberFields {
  email?: string | undefined;
  userPrincipalName?: string | undefined;
  tenantId?: string | undefined;
}

/** The member as the app knows them, by both addresses: the contact list may have either. @param own the bot's tenant */
export function foundOf(member: MemberFields, own: string | undefined): KnownMember {
  const emails = [member.userPrincipalName, member.email].flatMap((one) => (one ? [one] : []));
  const isOwnTenant = member.tenantId !== undefined && member.tenantId.toLowerCase() === own?.toLowerCase();
  return { emails: [...new Set(emails)], isOwnTenant };
}

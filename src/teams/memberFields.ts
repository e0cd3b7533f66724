import type { KnownMember } from '../app/ports/messenger';

/** The fields of a member of a chat that are used, as the Bot Connector gives them. */
export interface MemberFields {
  name?: string | undefined;
  email?: string | undefined;
  userPrincipalName?: string | undefined;
  tenantId?: string | undefined;
  userRole?: string | undefined;
}

const GUESTS: ReadonlySet<string> = new Set(['guest', 'anonymous']);

export const isGuestRole = (role: string | undefined): boolean => GUESTS.has(role?.toLowerCase() ?? '');

const isOfTenant = ({ tenantId }: MemberFields, own: string | undefined): boolean =>
  tenantId !== undefined && tenantId.toLowerCase() === own?.toLowerCase();

/** Whether a member is a guest of the organisation. @param own the bot's tenant; undefined in the sandbox: any */
export const isGuestMember = (member: MemberFields, own: string | undefined): boolean =>
  (own !== undefined && member.tenantId !== undefined && !isOfTenant(member, own)) ||
  isGuestRole(member.userRole) ||
  /#ext#/i.test(member.userPrincipalName ?? '');

/**
 * The member as the app knows them, by both addresses: the contact list may have either. A guest's addresses are
 * another organisation's, whatever tenant Teams names. @param own the bot's tenant
 */
export function foundOf(member: MemberFields, own: string | undefined): KnownMember {
  const emails = [member.userPrincipalName, member.email].flatMap((one) => (one ? [one] : []));
  return {
    emails: [...new Set(emails)],
    isOwnTenant: isOfTenant(member, own) && !isGuestMember(member, own),
  };
}

import { type Contact, isActive, type PersonId } from '../model/contact';
import type { Incident } from '../model/incident';
import { chain, strategistsOf } from './succession';

export const LEADS: ReadonlySet<Contact['role']> = new Set(['partySecurityOfficer', 'securityStrategist']);

/** Whom the victim or the lead may choose instead: anyone in the chain with an account, and the strategist. */
export function othersToLead(incident: Incident, contacts: readonly Contact[]): Contact[] {
  const all = [...chain(incident, contacts).flat(), ...strategistsOf(incident, contacts)];
  const eligible = all.filter(
    (contact) => contact.person && contact.person !== incident.lead?.person && LEADS.has(contact.role),
  );
  return [...new Map(eligible.map((contact) => [contact.person, contact])).values()];
}

const holdsPost = (contacts: readonly Contact[], person: PersonId): boolean =>
  contacts.some((contact) => contact.person === person && isActive(contact));

const heldPost = (contacts: readonly Contact[], person: PersonId, role: Contact['role']): boolean =>
  contacts.some((contact) => contact.person === person && contact.role === role);

/**
 * The incident as the contact list has it now. A strategist whose post has ended is out, for the municipality's
 * own post passes on; an officer who leads stays until the victim has chosen (section 8). Who only stands by reads by
 * their post alone.
 */
export function asListed(incident: Incident, contacts: readonly Contact[]): Incident {
  const isOut = (person: PersonId) =>
    !holdsPost(contacts, person) && heldPost(contacts, person, 'securityStrategist');
  const { lead } = incident;
  const standby = incident.standby.filter((one) => holdsPost(contacts, one.person));
  if (lead && isOut(lead.person)) {
    const ended = contacts.find((contact) => contact.person === lead.person)?.ended;
    return { ...incident, standby, lead: undefined, leadEpoch: incident.leadEpoch + 1, askedAt: ended };
  }
  return standby.length === incident.standby.length ? incident : { ...incident, standby };
}

/** The lead's post has ended, and the victim has not said yet whom they want (section 8). */
export const asksForLead = (incident: Incident, contacts: readonly Contact[]): boolean =>
  incident.state === 'open' &&
  incident.lead !== undefined &&
  incident.keptLead !== incident.lead.person &&
  heldPost(contacts, incident.lead.person, 'partySecurityOfficer') &&
  !holdsPost(contacts, incident.lead.person);

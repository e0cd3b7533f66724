import { z } from 'zod';
import { code, count, instant, name, oneOf, person } from './sensitivity';

/** Roles of Bilaga 4, with the product's additions (docs/GLOSSARY.md). */
export const CONTACT_ROLES = [
  'partySecurityOfficer',
  'securityStrategist',
  'chiefExecutive',
  'groupLeader',
  'dutyOfficer',
  'alternateContact',
  'localPolice',
] as const;
export type ContactRole = (typeof CONTACT_ROLES)[number];

/** A row of the contact list. `order` 1 is told first, equal orders together, higher ones are deputies. */
export const contactSchema = z.object({
  id: code(),
  role: oneOf(CONTACT_ROLES),
  party: name().optional(),
  order: count(),
  name: name(),
  phone: name(),
  email: name().optional(),
  person: person().optional(),
  /** When this person's time in the post ended: kept, so that what they did still has a name. */
  ended: instant().optional(),
});

/** An Entra object id, lower case. */
export type PersonId = string;

/** Stands for whoever runs the bot: no send, a line in the log that an alert rule looks for. */
export const OPERATOR: PersonId = 'operator';

/** `person` is known once the row names an Entra object id, or an e-mail was matched at install. */
export type Contact = z.infer<typeof contactSchema>;

/** Who holds a post now. */
export const isActive = (contact: Contact): boolean => contact.ended === undefined;

const place = ({ role, party = '', order }: Contact): string =>
  [CONTACT_ROLES.indexOf(role), party, order].map((part) => String(part).padStart(3, '0')).join(' ');

/** As people look for them: by post, by party, deputies after whom they stand in for. */
export const inOrder = (contacts: readonly Contact[]): Contact[] =>
  [...contacts].sort((a, b) => place(a).localeCompare(place(b), 'sv'));

import { z } from 'zod';
import { code, count, instant, person, sealedName } from './sensitivity';

/** A row of the contact list. `order` 1 is told first, equal orders together, higher ones are deputies. */
export const contactSchema = z.object({
  id: code(),
  /** The id of one of the municipality's posts. */
  role: code(),
  party: sealedName().optional(),
  board: sealedName().optional(),
  order: count(),
  name: sealedName(),
  phone: sealedName(),
  email: sealedName().optional(),
  person: person().optional(),
  /** When a party's officer last confirmed that they keep what they read to themselves. */
  silentAt: instant().optional(),
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

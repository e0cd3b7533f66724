import { type SampleContact, sampleContacts, samplePoliticians } from '../content/sandbox/sampleContacts';
import type { PersonId } from '../routine/model/contact';

export type PersonaKey = 'politicianS' | 'officerS' | 'deputyS' | 'officerM' | 'strategist' | 'chief';

/** An invented person whose chat the stage shows. */
export interface Persona {
  key: PersonaKey;
  /** The Entra object id that the Playground sends as `from.aadObjectId`. */
  userId: PersonId;
  name: string;
  email: string;
  party?: string | undefined;
}

/** The personas, in the order of the stage. */
export const personas: readonly Persona[] = [
  politician('politicianS', 'S'),
  contact('officerS', 'partySecurityOfficer', 1, 'S'),
  contact('deputyS', 'partySecurityOfficer', 2, 'S'),
  contact('officerM', 'partySecurityOfficer', 1, 'M'),
  contact('strategist', 'securityStrategist', 1),
  contact('chief', 'chiefExecutive', 1),
];

function politician(key: PersonaKey, party: string): Persona {
  return persona(
    key,
    found(
      key,
      samplePoliticians.find((one) => one.party === party),
    ),
  );
}

function contact(key: PersonaKey, role: string, order: number, party?: string): Persona {
  const is = (one: SampleContact) => one.role === role && one.order === order && one.party === party;
  return persona(key, found(key, sampleContacts.find(is)));
}

function persona(key: PersonaKey, from: Pick<SampleContact, 'userId' | 'name' | 'email' | 'party'>): Persona {
  const { userId, name, email, party } = from;
  return { key, userId: found(key, userId), name, email: found(key, email), party };
}

function found<T>(key: PersonaKey, value: T | undefined): T {
  if (value === undefined)
    throw new Error(`The sample contacts lack persona ${key}, or its user id or e-mail.`);
  return value;
}

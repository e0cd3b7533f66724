import type { Municipality } from '../content/municipalities/municipality';
import type { PersonaSpec } from '../content/sandbox/personas';
import { type Sample, sampleOf } from '../content/sandbox/samples';
import type { PersonId } from '../routine/model/contact';

/** Someone whose chat the stage shows. */
export interface Persona extends Pick<PersonaSpec, 'key' | 'is' | 'tries'> {
  /** The Entra object id that the Playground sends as `from.aadObjectId`. */
  userId: PersonId;
  name: string;
  email: string;
  party?: string | undefined;
}

/** Those on a municipality's stage, in the order in which they stand there. */
export function personasOf(municipality: Pick<Municipality, 'id'>): Persona[] {
  const sample = sampleOf(municipality);
  return sample.personas.map((spec) => persona(spec, sample));
}

function persona(spec: PersonaSpec, sample: Sample): Persona {
  const { key, is, tries } = spec;
  const { userId, name, email, party } = found(key, personIn(sample, spec.from));
  return { key, is, tries, userId: found(key, userId), name, email: found(key, email), party };
}

function personIn({ contacts, politicians }: Sample, from: PersonaSpec['from']) {
  if ('politician' in from) return politicians.find((one) => one.party === from.politician);
  return contacts.find(
    (one) =>
      one.role === from.role &&
      one.order === from.order &&
      one.party === from.party &&
      one.board === from.board,
  );
}

function found<T>(key: string, value: T | undefined): T {
  if (value === undefined)
    throw new Error(`The sample contacts lack persona ${key}, or its user id or e-mail.`);
  return value;
}

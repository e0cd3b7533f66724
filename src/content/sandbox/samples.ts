import type { Municipality } from '../municipalities/municipality';
import { almsjoContacts, almsjoPoliticians } from './almsjoContacts';
import type { SampleContact, SamplePolitician } from './people';
import { almsjoPersonas, oxelosundPersonas, type PersonaSpec } from './personas';
import { sampleContacts, samplePoliticians } from './sampleContacts';

/** The invented people of a municipality, as the sandbox starts with them. */
export interface Sample {
  readonly contacts: readonly SampleContact[];
  /** Who is not on the contact list. */
  readonly politicians: readonly SamplePolitician[];
  readonly personas: readonly PersonaSpec[];
}

const SAMPLES: Readonly<Record<string, Sample>> = {
  oxelosund: { contacts: sampleContacts, politicians: samplePoliticians, personas: oxelosundPersonas },
  almsjo: { contacts: almsjoContacts, politicians: almsjoPoliticians, personas: almsjoPersonas },
};

/** The people of a municipality. @throws Error where none have been invented for it */
export function sampleOf({ id }: Pick<Municipality, 'id'>): Sample {
  const sample = SAMPLES[id];
  if (!sample)
    throw new Error(`Invent people for ${id} in src/content/sandbox, and name them in samples.ts.`);
  return sample;
}

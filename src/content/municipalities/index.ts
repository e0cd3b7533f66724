import { almsjo } from './almsjo';
import type { Municipality } from './municipality';
import { oxelosund } from './oxelosund';

/** Every municipality that the bot can run for, by the name that `MUNICIPALITY` has. */
export const MUNICIPALITIES = { oxelosund, almsjo } satisfies Readonly<Record<string, Municipality>>;

export type MunicipalityName = keyof typeof MUNICIPALITIES;
export const MUNICIPALITY_NAMES = Object.keys(MUNICIPALITIES) as [MunicipalityName, ...MunicipalityName[]];

/** The municipality of a name; where there is none of it, the first. */
export const municipalityNamed = (name: string | undefined): Municipality =>
  MUNICIPALITIES[MUNICIPALITY_NAMES.find((one) => one === name) ?? 'oxelosund'];

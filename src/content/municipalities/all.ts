import type { Municipality } from './municipality';
import { oxelosund } from './oxelosund';

/** Every municipality that a start can name (`MUNICIPALITY`), by its id. */
export const MUNICIPALITIES = { oxelosund } as const satisfies Readonly<Record<string, Municipality>>;

export type MunicipalityId = keyof typeof MUNICIPALITIES;

export const MUNICIPALITY_IDS = Object.keys(MUNICIPALITIES) as [MunicipalityId, ...MunicipalityId[]];

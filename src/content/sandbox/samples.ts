import type { MunicipalityName } from '../municipalities';
import { almsjoSample } from './almsjo';
import { oxelosundSample } from './oxelosund';
import type { Sample } from './sample';

/** The invented people that the sandbox starts with, by the name that `MUNICIPALITY` has. */
export const SAMPLES: Readonly<Record<MunicipalityName, Sample>> = {
  oxelosund: oxelosundSample,
  almsjo: almsjoSample,
};

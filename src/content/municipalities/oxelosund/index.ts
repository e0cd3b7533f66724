import { defineMunicipality } from '../municipality';
import { parties } from './parties';
import { routine } from './routine';

/** Oxelösund, by its plan of 2018-06-13 (KS.2017.128). */
export const oxelosund = defineMunicipality({
  id: 'oxelosund',
  name: 'Oxelösunds kommun',
  parties,
  versions: [routine],
});

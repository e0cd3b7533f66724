import { usualTasks, usualWarnings } from '../library/channelTasks';
import { defineMunicipality } from '../municipality';
import { names } from './names';
import { parties } from './parties';
import { posts } from './posts';
import { prevention } from './prevention';
import { routine } from './routine';

/** Oxelösund, by its plan of 2018-06-13 (KS.2017.128). */
export const oxelosund = defineMunicipality({
  id: 'oxelosund',
  name: 'Oxelösunds kommun',
  plan: {
    title: 'Plan mot hot, våld och trakasserier mot förtroendevalda',
    decidedBy: 'Kommunfullmäktige',
    decidedOn: '2018-06-13',
    number: 'KS.2017.128',
    owner: 'Säkerhetsstrategen',
    archive: 'Castor',
  },
  parties,
  boards: [],
  posts,
  names,
  versions: [routine],
  prevention,
  byChannel: { tasks: usualTasks, warnings: usualWarnings },
});

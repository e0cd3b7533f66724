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
  parties,
  boards: [],
  posts,
  names,
  versions: [routine],
  prevention,
  byChannel: { tasks: usualTasks, warnings: usualWarnings },
});

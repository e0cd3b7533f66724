import { usualWarnings } from '../library/channelTasks';
import { defineMunicipality } from '../municipality';
import { boards } from './boards';
import { tasks, taskWords } from './channelTasks';
import { names } from './names';
import { parties } from './parties';
import { posts } from './posts';
import { prevention } from './prevention';
import { routine } from './routine';

/** Almsjö, an invented municipality: shows that posts, steps and policy are declared, and known nowhere else. */
export const almsjo = defineMunicipality({
  id: 'almsjo',
  name: 'Almsjö kommun',
  plan: {
    title: 'Handlingsplan vid hot mot förtroendevalda',
    decidedBy: 'Kommunstyrelsen',
    decidedOn: '2025-03-11',
    number: 'KS 2025/41',
    owner: 'Säkerhetschefen',
    archive: 'Kommunarkivet',
  },
  parties,
  boards,
  posts,
  names,
  versions: [routine],
  prevention,
  byChannel: { tasks, warnings: usualWarnings },
  channelWords: { tasks: taskWords },
});

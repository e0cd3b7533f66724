import { names as almsjosNames } from '../../src/content/municipalities/almsjo/names';
import { posts as almsjosPosts } from '../../src/content/municipalities/almsjo/posts';
import { defineMunicipality, type Municipality } from '../../src/content/municipalities/municipality';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import type { Names } from '../../src/content/names';
import { post } from '../../src/routine/plan/posts';

/*
 * A municipality with Oxelösund's plan and Almsjö's posts, so that what differs is the posts alone; an on-call number and
 * a switchboard of its own.
 */

const { onCallOfficer: _, localPolice: __, ...shared } = almsjosNames.posts;
const names: Names = {
  ...almsjosNames,
  posts: { ...shared, onCall: { title: 'jour' }, switchboard: { title: 'växel' } },
};

const [groupLeader, boardOfficer, coordinator, manager, chancery] = almsjosPosts;
const posts = [
  groupLeader,
  boardOfficer,
  coordinator,
  manager,
  chancery,
  post('onCall', { as: 'duty', line: 4 }),
  post('switchboard', { as: 'listed' }),
] as const;

/** What Lindvik declares, to be changed by a test. */
export const declaration = {
  id: 'lindvik',
  name: 'Lindviks kommun',
  plan: {
    title: 'Plan vid hot',
    decidedBy: 'Kommunstyrelsen',
    decidedOn: '2024-05-02',
    number: 'KS 2024/7',
    owner: 'Säkerhetschefen',
    archive: 'Arkivet',
  },
  parties: [
    { code: 'A', name: 'Ängspartiet (A)' },
    { code: 'B', name: 'Bergspartiet (B)' },
  ],
  boards: [
    { code: 'skola', name: 'skolnämnden' },
    { code: 'bygg', name: 'byggnadsnämnden' },
  ],
  names,
  posts,
  versions: [{ ...oxelosund.versions[0], parties: ['A', 'B'] }],
} as const satisfies Parameters<typeof defineMunicipality>[0];

export const lindvik: Municipality = defineMunicipality(declaration);

const person = (number: number) => `7e57da7a-0000-4000-8000-0000000002${String(number).padStart(2, '0')}`;
const at = (number: number, name: string, more: { party?: string; board?: string } = {}) => ({
  ...more,
  name,
  phone: `070-174 06 ${number}`,
  email: `person${number}@kommun.example`,
  userId: person(number),
});

/** Lindvik's contact list, as a file has it. */
export const lindviksContacts = [
  { role: 'groupLeader', order: 1, ...at(40, 'Gun Alm', { party: 'A' }) },
  { role: 'groupLeader', order: 2, ...at(41, 'Gert Alder', { party: 'A' }) },
  { role: 'groupLeader', order: 1, ...at(42, 'Gabi Berg', { party: 'B' }) },
  { role: 'boardOfficer', order: 1, ...at(43, 'Siv Skog', { board: 'skola' }) },
  { role: 'boardOfficer', order: 1, ...at(44, 'Bo Bygg', { board: 'bygg' }) },
  { role: 'securityCoordinator', order: 1, ...at(45, 'Kaj Sam') },
  { role: 'securityManager', order: 1, ...at(46, 'Maj Chef') },
  { role: 'headOfChancery', order: 1, ...at(47, 'Kim Kansli') },
  { role: 'headOfChancery', order: 2, ...at(48, 'Kai Kansli') },
  { role: 'onCall', order: 1, name: 'Jouren', phone: '070-174 06 49' },
  { role: 'switchboard', order: 1, ...at(50, 'Väx Ellen') },
] as const;

import { defineMunicipality, type Municipality } from '../../src/content/municipalities/municipality';
import { oxelosund } from '../../src/content/municipalities/oxelosund';
import type { Names } from '../../src/content/names';
import { post } from '../../src/routine/plan/posts';

/*
 * A municipality with other posts than Oxelösund's: the party's group leader and an officer of the board are asked first,
 * side by side; a coordinator and, above, a manager of security stand for the municipality; the head of the chancery
 * files the report and hears of silence; an on-call number of its own.
 */

const names: Names = {
  posts: {
    groupLeader: { title: 'partiets gruppledare', titleOf: (party) => `gruppledare i ${party}` },
    boardOfficer: { title: 'nämndens trygghetsombud', titleOf: (board) => `trygghetsombud för ${board}` },
    securityCoordinator: { title: 'kommunens säkerhetssamordnare' },
    securityManager: { title: 'kommunens säkerhetschef' },
    headOfChancery: { title: 'kanslichef' },
    onCall: { title: 'jour' },
    switchboard: { title: 'växel' },
  },
  firstContact: { title: 'partiets gruppledare', short: 'gruppledare' },
  strategist: {
    title: 'kommunens säkerhetssamordnare',
    short: 'säkerhetssamordnare',
    definite: 'säkerhetssamordnaren',
    others: 'kommunens andra säkerhetssamordnare',
  },
  filer: { short: 'kanslichef', definite: 'kanslichefen' },
};

const posts = [
  post('groupLeader', { as: 'firstContact', line: 1, mayLead: true, per: 'party' }),
  post('boardOfficer', { as: 'firstContact', line: 1, mayLead: true, per: 'board' }),
  post('securityCoordinator', { as: 'strategist', line: 2, mayLead: true }),
  post('securityManager', { as: 'strategist', line: 3, mayLead: true, deputies: false }),
  post('headOfChancery', { as: ['filer', 'overseer'] }),
  post('onCall', { as: 'duty', line: 4 }),
  post('switchboard', { as: 'listed' }),
] as const;

/** What Lindvik declares, to be changed by a test. */
export const declaration = {
  id: 'lindvik',
  name: 'Lindviks kommun',
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

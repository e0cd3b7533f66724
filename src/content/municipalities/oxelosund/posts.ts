import { post } from '../../../routine/plan/posts';

/** The posts of Bilaga 4, in the order of its list, and those that the product adds (docs/GLOSSARY.md). */
export const posts = [
  post('partySecurityOfficer', { as: 'firstContact', line: 1, mayLead: true, per: 'party' }),
  post('securityStrategist', { as: 'strategist', line: 2, mayLead: true }),
  post('chiefExecutive', { as: ['filer', 'overseer'], line: 3 }),
  post('groupLeader', { as: 'listed', per: 'party' }),
  post('dutyOfficer', { as: 'duty', line: 5 }),
  post('alternateContact', { as: 'alternate', line: 4 }),
  post('localPolice', { as: 'police' }),
];

import { post } from '../../../routine/plan/posts';

/** In the order of the contact list. Group leader and board officer are asked side by side. */
export const posts = [
  post('groupLeader', { as: 'firstContact', line: 1, mayLead: true, per: 'party' }),
  post('boardOfficer', { as: 'firstContact', line: 1, mayLead: true, per: 'board' }),
  post('securityCoordinator', { as: 'strategist', line: 2, mayLead: true }),
  post('securityManager', { as: 'strategist', line: 3, mayLead: true, deputies: false }),
  post('headOfChancery', { as: ['filer', 'overseer'] }),
  post('onCallOfficer', { as: 'duty', line: 4 }),
  post('localPolice', { as: 'police' }),
] as const;

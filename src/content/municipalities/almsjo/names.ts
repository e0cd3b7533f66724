import type { Names } from '../../names';

export const names: Names = {
  posts: {
    groupLeader: { title: 'partiets gruppledare', titleOf: (party) => `gruppledare i ${party}` },
    boardOfficer: {
      title: 'förvaltningens trygghetsombud',
      titleOf: (board) => `trygghetsombud för ${board}`,
    },
    securityCoordinator: { title: 'kommunens säkerhetssamordnare' },
    securityManager: { title: 'kommunens säkerhetschef' },
    headOfChancery: { title: 'kanslichef' },
    onCallOfficer: { title: 'kommunens jour' },
    localPolice: { title: 'kommunpolis' },
  },
  firstContact: { title: 'partiets gruppledare', short: 'gruppledare' },
  strategist: {
    title: 'kommunens säkerhetssamordnare',
    short: 'säkerhetssamordnare',
    definite: 'säkerhetssamordnaren',
    others: 'kommunens säkerhetschef',
  },
  filer: { short: 'kanslichef', definite: 'kanslichefen' },
};

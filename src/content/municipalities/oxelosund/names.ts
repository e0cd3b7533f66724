import type { Names } from '../../names';

export const names: Names = {
  posts: {
    partySecurityOfficer: {
      title: 'partiets säkerhetsansvarig',
      titleOf: (party) => `säkerhetsansvarig i ${party}`,
    },
    securityStrategist: { title: 'kommunens säkerhetsstrateg' },
    chiefExecutive: { title: 'kommunchef' },
    groupLeader: { title: 'partiets gruppledare', titleOf: (party) => `gruppledare i ${party}` },
    dutyOfficer: { title: 'tjänsteperson i beredskap' },
    alternateContact: { title: 'särskild kontakt' },
    localPolice: { title: 'kommunpolis' },
  },
  firstContact: { title: 'partiets säkerhetsansvarig', short: 'säkerhetsansvarig' },
  strategist: {
    title: 'kommunens säkerhetsstrateg',
    short: 'säkerhetsstrateg',
    definite: 'säkerhetsstrategen',
    others: 'kommunens andra säkerhetsstrateger',
  },
  filer: { short: 'kommunchef', definite: 'kommunchefen' },
};

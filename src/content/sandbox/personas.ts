import type { SampleContact } from './people';

/** Whose chat the stage shows: a politician of a party, or who holds a post. */
export interface PersonaSpec {
  /** In the page's ids. */
  readonly key: string;
  /** Who it is, in one line. */
  readonly is: string;
  readonly from: { readonly politician: string } | Pick<SampleContact, 'role' | 'order' | 'party' | 'board'>;
  /** Their part in what the stage says to try first. */
  readonly tries?: 'victim' | 'firstContact' | 'strategist';
}

export const oxelosundPersonas: readonly PersonaSpec[] = [
  {
    key: 'politicianS',
    is: 'politiker i S, den som blir hotad',
    from: { politician: 'S' },
    tries: 'victim',
  },
  {
    key: 'officerS',
    is: 'säkerhetsansvarig i S',
    from: { role: 'partySecurityOfficer', party: 'S', order: 1 },
    tries: 'firstContact',
  },
  {
    key: 'deputyS',
    is: 'ersättare för säkerhetsansvarig i S',
    from: { role: 'partySecurityOfficer', party: 'S', order: 2 },
  },
  {
    key: 'officerM',
    is: 'säkerhetsansvarig i M, ska inte se något',
    from: { role: 'partySecurityOfficer', party: 'M', order: 1 },
  },
  {
    key: 'strategist',
    is: 'kommunens säkerhetsstrateg',
    from: { role: 'securityStrategist', order: 1 },
    tries: 'strategist',
  },
  { key: 'chief', is: 'kommunchef', from: { role: 'chiefExecutive', order: 1 } },
];

export const almsjoPersonas: readonly PersonaSpec[] = [
  {
    key: 'politicianS',
    is: 'politiker i S, den som blir hotad',
    from: { politician: 'S' },
    tries: 'victim',
  },
  {
    key: 'leaderS',
    is: 'gruppledare i S',
    from: { role: 'groupLeader', party: 'S', order: 1 },
    tries: 'firstContact',
  },
  {
    key: 'boardSkola',
    is: 'säkerhetsombud för skolnämnden, om du väljer den',
    from: { role: 'boardOfficer', board: 'skola', order: 1 },
  },
  {
    key: 'leaderM',
    is: 'gruppledare i M, ska inte se något',
    from: { role: 'groupLeader', party: 'M', order: 1 },
  },
  {
    key: 'coordinator',
    is: 'kommunens säkerhetssamordnare',
    from: { role: 'securityCoordinator', order: 1 },
    tries: 'strategist',
  },
  { key: 'chancery', is: 'kanslichef', from: { role: 'headOfChancery', order: 1 } },
];

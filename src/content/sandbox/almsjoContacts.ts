import { email, id, official, phone } from './people';
import type { SampleContact, SamplePolitician } from './sample';

/* Almsjö's invented people. */

export const almsjoContacts: readonly SampleContact[] = [
  official({ role: 'groupLeader', party: 'S', order: 1 }, 'Gunvor Almryd', 50),
  official({ role: 'groupLeader', party: 'S', order: 2 }, 'Olof Hedmyr', 51),
  official({ role: 'groupLeader', party: 'M', order: 1 }, 'Stina Backalid', 52),
  official({ role: 'groupLeader', party: 'C', order: 1 }, 'Arne Tuvlund', 53),
  official({ role: 'groupLeader', party: 'AL', order: 1 }, 'Leila Kvarnhöjd', 54),
  official({ role: 'boardOfficer', board: 'skola', order: 1 }, 'Rut Sandmyr', 55),
  official({ role: 'boardOfficer', board: 'social', order: 1 }, 'Hassan Björnlid', 56),
  official({ role: 'boardOfficer', board: 'bygg', order: 1 }, 'Ville Stenudde', 57),
  official({ role: 'securityCoordinator', order: 1 }, 'Petra Lundkärr', 58),
  official({ role: 'securityCoordinator', order: 2 }, 'Emil Rågmark', 59),
  official({ role: 'securityManager', order: 1 }, 'Saga Brinkmo', 60),
  official({ role: 'headOfChancery', order: 1 }, 'Harald Vikstav', 61),
  official({ role: 'headOfChancery', order: 2 }, 'Mira Ekhöjd', 62),
  { role: 'onCallOfficer', order: 1, name: 'Kommunens jour', phone: phone(63) },
  { role: 'localPolice', order: 1, name: 'Ida Norrbäck', phone: phone(64) },
];

export const almsjoPoliticians: readonly SamplePolitician[] = [
  { party: 'S', name: 'Vera Lingård', phone: phone(70), email: email('Vera Lingård'), userId: id(70) },
];

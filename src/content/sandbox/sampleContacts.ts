import { email, id, official, phone } from './people';
import type { SampleContact, SamplePolitician } from './sample';

/* Oxelösund's invented people. */

export const sampleContacts: readonly SampleContact[] = [
  official({ role: 'partySecurityOfficer', party: 'S', order: 1 }, 'Ingrid Björkhage', 5),
  official({ role: 'partySecurityOfficer', party: 'S', order: 2 }, 'Tomas Grenmark', 6),
  official({ role: 'partySecurityOfficer', party: 'V', order: 1 }, 'Amina Sjölunda', 7),
  official({ role: 'partySecurityOfficer', party: 'L', order: 1 }, 'Henrik Åkerdal', 8),
  official({ role: 'partySecurityOfficer', party: 'C', order: 1 }, 'Karin Ängstorp', 9),
  official({ role: 'partySecurityOfficer', party: 'M', order: 1 }, 'Fredrik Lindhammar', 10),
  official({ role: 'partySecurityOfficer', party: 'M', order: 2 }, 'Sofia Rönnbacka', 11),
  official({ role: 'partySecurityOfficer', party: 'SD', order: 1 }, 'Mikael Törnhed', 12),
  official({ role: 'groupLeader', party: 'S', order: 1 }, 'Bengt Askvik', 13),
  official({ role: 'securityStrategist', order: 1 }, 'Lena Strömhag', 20),
  official({ role: 'securityStrategist', order: 2 }, 'Jonas Ekvret', 21),
  official({ role: 'chiefExecutive', order: 1 }, 'Margareta Holmsäter', 22),
  official({ role: 'chiefExecutive', order: 2 }, 'Per Dalskog', 23),
  official({ role: 'alternateContact', order: 1 }, 'Yasmin Fallström', 24),
  { role: 'dutyOfficer', order: 1, name: 'Tjänsteperson i beredskap', phone: phone(30) },
  { role: 'localPolice', order: 1, name: 'Erik Vallnäs', phone: phone(31) },
];

export const samplePoliticians: readonly SamplePolitician[] = [
  { party: 'S', name: 'Eva Norrlycke', phone: phone(40), email: email('Eva Norrlycke'), userId: id(40) },
];

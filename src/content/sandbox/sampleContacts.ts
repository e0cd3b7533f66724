import type { PersonId } from '../../routine/model/contact';
import type { SampleContact, SamplePolitician } from './sample';

/** Invented, and ends with the number of the person, so that logs can be read by eye. */
const id = (number: number): PersonId => `7e57da7a-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** 070-174 06 05 … 99 are set aside for fiction by Post- och telestyrelsen: nobody is rung by mistake. */
const phone = (number: number): string => `070-174 06 ${String(number).padStart(2, '0')}`;

export const sampleContacts: readonly SampleContact[] = [
  official('partySecurityOfficer', 'S', 1, 'Ingrid Björkhage', 5),
  official('partySecurityOfficer', 'S', 2, 'Tomas Grenmark', 6),
  official('partySecurityOfficer', 'V', 1, 'Amina Sjölunda', 7),
  official('partySecurityOfficer', 'L', 1, 'Henrik Åkerdal', 8),
  official('partySecurityOfficer', 'C', 1, 'Karin Ängstorp', 9),
  official('partySecurityOfficer', 'M', 1, 'Fredrik Lindhammar', 10),
  official('partySecurityOfficer', 'M', 2, 'Sofia Rönnbacka', 11),
  official('partySecurityOfficer', 'SD', 1, 'Mikael Törnhed', 12),
  official('groupLeader', 'S', 1, 'Bengt Askvik', 13),
  official('securityStrategist', undefined, 1, 'Lena Strömhag', 20),
  official('securityStrategist', undefined, 2, 'Jonas Ekvret', 21),
  official('chiefExecutive', undefined, 1, 'Margareta Holmsäter', 22),
  official('chiefExecutive', undefined, 2, 'Per Dalskog', 23),
  official('alternateContact', undefined, 1, 'Yasmin Fallström', 24),
  { role: 'dutyOfficer', order: 1, name: 'Tjänsteperson i beredskap', phone: phone(30) },
  { role: 'localPolice', order: 1, name: 'Kommunpolis Erik Vallnäs', phone: phone(31) },
];

export const samplePoliticians: readonly SamplePolitician[] = [
  { party: 'S', name: 'Eva Norrlycke', phone: phone(40), email: email('Eva Norrlycke'), userId: id(40) },
];

function official(
  role: string,
  party: string | undefined,
  order: number,
  name: string,
  number: number,
): SampleContact {
  const row = { role, order, name, phone: phone(number), email: email(name), userId: id(number) };
  return party === undefined ? row : { ...row, party };
}

function email(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Mark}/gu, '');
  return `${plain.toLowerCase().replace(' ', '.')}@kommun.example`;
}

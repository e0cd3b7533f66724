import type { PersonId } from '../../routine/model/contact';

/** A row of the invented contact list that the sandbox starts with. */
export interface SampleContact {
  /** The id of a post. */
  role: string;
  party?: string;
  board?: string;
  order: number;
  name: string;
  phone: string;
  email?: string;
  /** Left out: not in Teams, is rung. */
  userId?: PersonId;
}

/** An invented politician who is not on the contact list. */
export interface SamplePolitician {
  party: string;
  name: string;
  phone: string;
  email: string;
  userId: PersonId;
}

/** Invented, and ends with the number of the person, so that logs can be read by eye. */
export const id = (number: number): PersonId => `7e57da7a-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** 070-174 06 05 … 99 are set aside for fiction by Post- och telestyrelsen: nobody is rung by mistake. */
export const phone = (number: number): string => `070-174 06 ${String(number).padStart(2, '0')}`;

/** A row of somebody in Teams. */
export function official(
  post: Pick<SampleContact, 'role' | 'order' | 'party' | 'board'>,
  name: string,
  number: number,
): SampleContact {
  return { ...post, name, phone: phone(number), email: email(name), userId: id(number) };
}

export function email(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Mark}/gu, '');
  return `${plain.toLowerCase().replace(' ', '.')}@kommun.example`;
}

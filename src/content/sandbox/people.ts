import type { PersonId } from '../../routine/model/contact';
import type { SampleContact } from './sample';

/** Invented, and ends with the number of the person, so that logs can be read by eye. */
export const id = (number: number): PersonId => `7e57da7a-0000-4000-8000-${String(number).padStart(12, '0')}`;

/** 070-174 06 05 … 99 are set aside for fiction by Post- och telestyrelsen: nobody is rung by mistake. */
export const phone = (number: number): string => `070-174 06 ${String(number).padStart(2, '0')}`;

/** The day on which the invented officers confirmed silence, early in their term. */
const SILENCE = '2026-10-20';

/** A row of somebody in Teams. */
export const official = (
  post: Pick<SampleContact, 'role' | 'order' | 'party' | 'board'>,
  name: string,
  number: number,
): SampleContact => ({
  ...post,
  name,
  phone: phone(number),
  email: email(name),
  userId: id(number),
  ...(post.party ? { silence: SILENCE } : {}),
});

export function email(name: string): string {
  const plain = name.normalize('NFD').replace(/\p{Mark}/gu, '');
  return `${plain.toLowerCase().replace(' ', '.')}@kommun.example`;
}

import type { PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import type { Notice } from '../noticeRows/draw';

/*
 * "Ring mig inte" and "Någon kan se min mobil" go before everything else that is sent to the victim: nothing comes, and no
 * notification goes out. Where the phone is watched, what stands in the chat is not touched either. Everybody else is told as
 * ever, on cards that begin with "Ring inte, skriv inte". Only the person lifts it.
 */

/** Notices without those to a victim who is hiding, or whose phone is watched. */
export const unlessQuiet = ({ quiet, victim }: Incident, all: readonly Notice[]): readonly Notice[] =>
  quiet === undefined ? all : all.filter(({ person }) => person !== victim.person);

/** Whether a person's cards stay as they are: somebody else may see them change. */
export const isLeftAlone = ({ quiet, victim }: Incident, person: PersonId): boolean =>
  quiet?.why === 'watched' && victim.person === person;

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

/** Whether nobody has asked them in the chat whether it is about them, since nothing may come to them there. */
export const isUnasked = ({ victim }: Pick<Incident, 'victim'>): boolean =>
  victim.bound === 'asked' && victim.askedAt === undefined;

/** The question waits while nothing may come to them, and is put when it may again. */
export function holdQuestion(incident: Incident, isQuiet: boolean, at: string): Incident {
  const { victim } = incident;
  if (victim.bound !== 'asked' || isUnasked(incident) === isQuiet) return incident;
  return { ...incident, victim: { ...victim, askedAt: isQuiet ? undefined : at } };
}

/** Whether a person's cards stay as they are: somebody else may see them change. */
export const isLeftAlone = (incident: Incident, person: PersonId): boolean =>
  incident.victim.person === person && (incident.quiet?.why === 'watched' || isUnasked(incident));

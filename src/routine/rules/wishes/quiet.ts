import { type Contact, isRung, type PersonId, type Quiet } from '../../model/contact';
import type { Incident } from '../../model/incident';
import type { Situation, Unreachable } from '../../model/situation';
import type { Notice } from '../noticeRows/draw';
import { victimOf } from '../succession';

/*
 * "Ring mig inte" and "Någon kan se min mobil" go before everything else that is sent to a person, in all that concerns them:
 * nothing comes, and no notification goes out. Where the phone is watched, what stands in the chat is not touched either. So it is
 * with whoever cannot answer. Everybody else is told as ever, on cards that begin with "Ring inte, skriv inte". As an official in
 * the incidents of others they count as out of reach, are rung by nobody, and nobody hears why.
 */

/** The incident with how its victim stands now, in whichever of their incidents they said it. */
export function asHushed(incident: Incident, quiet: ReadonlyMap<PersonId, Quiet>): Incident {
  const victim = victimOf(incident);
  const own = victim === undefined ? undefined : quiet.get(victim);
  if (!own || own.why === 'unable' || incident.quiet?.why === own.why) return incident;
  return { ...incident, quiet: { why: own.why, at: own.at } };
}

/** Those whom Teams does not reach, with those who are quiet. */
export function withQuiet(
  unreachable: Unreachable,
  { incident, contacts }: Pick<Situation, 'incident' | 'contacts'>,
): Unreachable {
  const quiet = contacts.flatMap(({ person, quiet: own }) =>
    person && own && person !== incident.victim.person ? [[person, own.at] as const] : [],
  );
  return quiet.length > 0 ? new Map([...unreachable, ...quiet]) : unreachable;
}

/** Whether the holder of some post is quiet. */
export const isQuiet = (contacts: readonly Contact[], person: PersonId | undefined): boolean =>
  person !== undefined && contacts.some((contact) => contact.person === person && !isRung(contact));

/** Whether the victim is not to be rung, written to or told of anything by itself. */
const isVictimHeld = ({ quiet, unable }: Incident): boolean => quiet !== undefined || unable !== undefined;

/** Whether nothing of an incident may come to a person by itself. */
export const isHeldIn = (
  { incident, contacts }: Pick<Situation, 'incident' | 'contacts'>,
  person: PersonId,
): boolean => (person === incident.victim.person && isVictimHeld(incident)) || isQuiet(contacts, person);

/** Notices without those to whoever is quiet. */
export const unlessHeld = (situation: Situation, all: readonly Notice[]): Notice[] =>
  all.filter(({ person }) => !isHeldIn(situation, person));

/** Whether a person's cards stay as they are: somebody else may see them change. */
export const isLeftAlone = ({ quiet, victim }: Incident, person: PersonId): boolean =>
  quiet?.why === 'watched' && victim.person === person;

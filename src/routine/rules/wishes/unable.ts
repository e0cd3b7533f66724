import type { PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import { isDead } from '../../plan/unable';

/*
 * The victim cannot answer now, is in hospital, unconscious, or dead, as whoever leads has said. Nobody is asked to ring or
 * write to them, nothing is sent to them, and no question waits for them. Their next of kin come first. It is taken back with
 * one press, and what ended by it comes back (src/routine/plan/unable.ts).
 */

/** Whether the next of kin are still to be told: before all else. */
export const isKinFirst = ({ unable, state }: Incident): boolean =>
  unable !== undefined && unable.why !== 'later' && unable.kinAt === undefined && state === 'open';

/** Whether a dead person's cards stay as they are. */
export const isLeftInPeace = (incident: Incident, person: PersonId): boolean =>
  isDead(incident) && incident.victim.person === person;

import { isActive, type PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import { type Position, standsAs } from '../../model/posts';
import type { Roster, Situation } from '../../model/situation';
import type { Viewer } from '../access';
import { isExcluded, victimOf } from '../succession';

/*
 * Somebody who has no Teams, or rings instead: an official writes the report for them and reads aloud what their card would
 * say. Whoever is only on duty has no right of it but this: to register, and to read aloud how that one stands.
 */

/** Those who may register for somebody: whom people in need ring. */
const REGISTERS: readonly Position[] = ['firstContact', 'strategist', 'alternate', 'duty'];

/** Whether a person may register for somebody: by a post that they hold now. */
export const mayRegister = ({ contacts, routine }: Roster, person: PersonId): boolean =>
  contacts.some(
    (contact) =>
      contact.person === person &&
      isActive(contact) &&
      REGISTERS.some((position) => standsAs(routine.posts, contact, position)),
  );

/** Whether an official wrote the report for the victim, who told it themselves. */
export const isRegistered = ({ reporter }: Pick<Incident, 'reporter'>): boolean =>
  reporter.came !== undefined;

/**
 * Whether somebody may read aloud to the victim how it stands: who works on it, and the official who registered it. Not once
 * the victim has a card of their own, nor where their name is hidden, nor who has no place in it any more.
 */
export const mayReadAloud = ({ incident }: Pick<Situation, 'incident'>, { person, roles }: Viewer): boolean =>
  victimOf(incident) === undefined &&
  incident.victim.bound !== 'struck' &&
  (roles.has('lead') ||
    roles.has('strategist') ||
    (roles.has('reporter') && isRegistered(incident) && !isExcluded(incident, person)));

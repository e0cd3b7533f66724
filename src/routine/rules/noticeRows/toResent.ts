import type { PersonId } from '../../model/contact';
import type { Situation } from '../../model/situation';
import { rolesIn } from '../access';
import { victimOf } from '../succession';
import type { Draw, Notice } from './draw';

/** The account that a card is sent to again; undefined: there is none. `to`: `victim`, `reporter`, or a row of the list. */
export function accountTo(
  { incident, contacts }: Pick<Situation, 'incident' | 'contacts'>,
  to: string,
): PersonId | undefined {
  if (to === 'victim') return victimOf(incident);
  if (to === 'reporter') return incident.reporter.kind === 'self' ? undefined : incident.reporter.person;
  return contacts.find(({ id, ended }) => id === to && ended === undefined)?.person;
}

/** Whether somebody may still see a card of the incident: only then is it sent to them again. */
export const mayBeResent = (situation: Situation, person: PersonId | undefined): person is PersonId =>
  person !== undefined && rolesIn(situation, person).size > 0;

/** Those to whom somebody sends their card again: as it is now, and only while it is theirs to see. */
export const toResent = (situation: Situation, note: Draw): Notice[] =>
  (situation.incident.resent ?? []).flatMap(({ id, to, at }) => {
    const person = accountTo(situation, to);
    return mayBeResent(situation, person) ? note('resent', id, 1, person, at) : [];
  });

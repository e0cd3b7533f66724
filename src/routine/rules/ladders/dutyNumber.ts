import type { Contact, PersonId } from '../../model/contact';
import { standsAs } from '../../model/posts';
import type { Situation } from '../../model/situation';
import { silencesIn } from '../escalation';
import { isReachable } from '../succession';
import { askedLevels } from './asked';

/*
 * The duty officer is rung, not asked in Teams: everybody whom the ladder has reached has the number, and the first who
 * says that they have rung says it to the others (routine: Time).
 */

/** Somebody who has the duty officer's number, and since when. */
export interface Holder {
  person: PersonId;
  at: Date;
}

/** A duty officer's number, since when it is given, and to whom. */
export interface DutyNumber {
  contact: Contact;
  at: Date;
  holders: Holder[];
}

/** Everybody whom the ladder reaches, and from when on: those who are asked, and those who hear that nobody answers. */
function reached(situation: Situation): Holder[] {
  const levels = askedLevels(situation).flatMap(({ at, contacts }) =>
    contacts.flatMap((contact) =>
      contact.person && isReachable(contact, situation.unreachable) ? [{ person: contact.person, at }] : [],
    ),
  );
  const above = silencesIn(situation)
    .filter(({ owner }) => owner === 'asked')
    .flatMap(({ at, persons }) => persons.map((person) => ({ person, at })));
  return [...levels, ...above.filter(({ person }) => !situation.unreachable.has(person))];
}

const earliest = (holders: readonly Holder[]): Holder[] => {
  const found = new Map<PersonId, Holder>();
  for (const one of holders) {
    const before = found.get(one.person);
    if (!before || one.at < before.at) found.set(one.person, one);
  }
  return [...found.values()];
};

/** The duty officers' numbers that are given while nobody answers. */
export function dutyNumbers(situation: Situation): DutyNumber[] {
  const { posts } = situation.routine;
  const holders = earliest(reached(situation));
  return askedLevels(situation).flatMap(({ at, contacts }) =>
    contacts
      .filter((contact) => standsAs(posts, contact, 'duty'))
      .map((contact) => ({
        contact,
        at,
        holders: holders
          .filter(({ person }) => person !== contact.person)
          .map((one) => ({ ...one, at: new Date(Math.max(one.at.getTime(), at.getTime())) })),
      })),
  );
}

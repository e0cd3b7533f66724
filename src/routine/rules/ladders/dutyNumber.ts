import { isDaytime } from '../../calendar/workingTime';
import { type Contact, isRung, type PersonId } from '../../model/contact';
import { standsAs } from '../../model/posts';
import type { Situation } from '../../model/situation';
import { silencesIn } from '../escalation';
import { eachOnce, groupsAs, isReachable } from '../succession';
import { isQuiet } from '../wishes/quiet';
import { askedLevels, askedSince } from './asked';
import { hearersOf, reaches } from './reaching';

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
function whileAsked(situation: Situation): DutyNumber[] {
  const { posts } = situation.routine;
  const holders = earliest(reached(situation));
  return askedLevels(situation).flatMap(({ at, contacts }) =>
    contacts
      .filter((contact) => standsAs(posts, contact, 'duty') && isRung(contact))
      .map((contact) => ({
        contact,
        at,
        holders: holders
          .filter(({ person }) => person !== contact.person)
          .map((one) => ({ ...one, at: new Date(Math.max(one.at.getTime(), at.getTime())) })),
      })),
  );
}

/** The same where the victim waits to be rung at once, and nobody has. */
const whileCalling = (situation: Situation): DutyNumber[] =>
  reaches(situation).flatMap((reach) => {
    const at = reach.dutyAt;
    if (!at) return [];
    const holders = hearersOf(situation, reach).map(({ person, at: from }) => ({
      person,
      at: new Date(Math.max(from.getTime(), at.getTime())),
    }));
    return groupsAs(situation, 'duty')
      .flat()
      .filter(isRung)
      .map((contact) => ({
        contact,
        at,
        holders: holders.filter(
          ({ person }) => person !== contact.person && !isQuiet(situation.contacts, person),
        ),
      }));
  });

/** The duty officers' numbers, of every ladder. */
export const dutyNumbers = (situation: Situation): DutyNumber[] => [
  ...whileAsked(situation),
  ...whileCalling(situation),
];

/**
 * The duty officers whose numbers the victim has now: with the others; by night from an alarm's first answer on, as no
 * one else may be awake.
 */
export function dutyForVictim(situation: Situation): Contact[] {
  const { incident, routine, now } = situation;
  const given = dutyNumbers(situation)
    .filter(({ at }) => at <= now)
    .map(({ contact }) => contact);
  const isNight = incident.acute && !incident.lead && !isDaytime(askedSince(incident), routine.times);
  return eachOnce([...given, ...(isNight ? groupsAs(situation, 'duty').flat().filter(isRung) : [])]);
}

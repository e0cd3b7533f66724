import { type Contact, isRung, type PersonId } from '../../model/contact';
import type { Incident } from '../../model/incident';
import { byLine } from '../../model/posts';
import type { Roster } from '../../model/situation';
import { holding } from '../drills';
import { eachOnce, whoOf } from '../succession';

/*
 * Whom anybody may ring, whatever has happened and before anything is told: never a party's officer, for a card that stands
 * in a chat does not say which party a person is of.
 */

/** So many numbers: what may be pressed stands below them. */
const MOST = 2;

/** Those who are part of what happened to somebody, by account or, without one, by the id of their row. */
export const namedSuspects = (incidents: readonly Incident[]): string[] =>
  incidents.flatMap(({ declined }) =>
    declined.flatMap(({ person, why }) => (why === 'suspect' ? [person] : [])),
  );

/**
 * The numbers, first to be rung first: by day the strategist, by night the duty officer. Not the person's own, nor of those
 * who are part of what happened to them: where a strategist is, the alternate comes first.
 */
export function numbersFor(
  roster: Roster,
  { person, suspects, isDay }: { person: PersonId; suspects: readonly string[]; isDay: boolean },
): Contact[] {
  const isFree = (contact: Contact) =>
    contact.person !== person && isRung(contact) && !suspects.includes(whoOf(contact));
  const strategists = byLine(roster.routine.posts, holding(roster, 'strategist'));
  const isSuspected = strategists.some((one) => suspects.includes(whoOf(one)));
  const alternates = isSuspected ? holding(roster, 'alternate') : [];
  const answering = alternates.length > 0 ? alternates : strategists;
  const duty = holding(roster, 'duty');
  // One of each first: whoever does not answer has another beside them.
  const [first, ...rest] = answering.filter(isFree);
  const byDay = [...(first ? [first] : []), ...duty.filter(isFree), ...rest];
  const byNight = [...duty.filter(isFree), ...(first ? [first] : []), ...rest];
  return eachOnce(isDay ? byDay : byNight).slice(0, MOST);
}

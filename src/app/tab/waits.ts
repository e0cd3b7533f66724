import { mayOpen } from '../../routine/acts/pages';
import { dayOf } from '../../routine/calendar/localTime';
import type { PersonId } from '../../routine/model/contact';
import { begunFor, isOverdue, type Waiting, waitDue } from '../../routine/rules/pendingTasks';
import { waitKey } from '../../routine/rules/tasks/ownDay';
import { isLeftAlone } from '../../routine/rules/wishes/quiet';
import { keyOf } from '../../screens/forms';
import type { TabWait, WaitAct } from '../../screens/tab/tabScreens';
import type { PersonState } from '../ports/states';
import { type LoadedIncident, rolesOf } from '../queries/loadIncident';

/** Things that a person has put off: by key, until which day. */
type PutOff = PersonState['snoozed'];

/** The acts on one thing that waits, by the rules that open their forms. */
function actsOn(read: LoadedIncident, person: PersonId, one: Waiting): WaitAct[] {
  const viewer = { person, roles: rolesOf(read, person) };
  const opens = (page: 'moveDay' | 'moveProtection' | 'handStep', about: string): WaitAct[] =>
    mayOpen(read.situation, viewer, page, about) ? [page] : [];
  return [
    ...opens('moveDay', waitKey(one)),
    ...(one.about === 'measure' ? opens('moveProtection', one.of) : opens('handStep', one.about)),
    ...(one.isUrgent ? [] : ['putOff' as const]),
  ];
}

/** All that waits for a person in an incident, put off or not: what a morning round leaves for another day as well. */
export function tabWaits(read: LoadedIncident, person: PersonId, putOff: PutOff = []): TabWait[] {
  const { situation } = read;
  // On a phone that another may see nothing waits, and there is no list of it either.
  if (isLeftAlone(situation.incident, person)) return [];
  const { id, reference, acute, routine } = situation.incident;
  const today = dayOf(situation.now);
  return begunFor(situation, person).map((one) => ({
    incident: { id, reference, acute, routine },
    ...{ about: one.about, of: one.of, last: one.last, isUrgent: one.isUrgent },
    since: one.since.toISOString(),
    due: waitDue(one)?.toISOString(),
    isLate: isOverdue(one, situation.now),
    until: one.isUrgent
      ? undefined
      : putOff.find(({ item, until }) => item === keyOf(id, one) && until > today)?.until,
    may: actsOn(read, person, one),
  }));
}

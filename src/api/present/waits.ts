import type { Municipality } from '../../content/municipalities/municipality';
import { TAB } from '../../content/texts/tab/pages';
import { moment, shortDay } from '../../content/texts/time';
import { ROUND } from '../../content/texts/timed';
import { dayOf } from '../../routine/calendar/localTime';
import { routineFor } from '../../routine/plan/version';
import type { TabRow, TabWait } from '../../screens/tab/tabScreens';
import type { IncidentRowView, WaitView } from '../contract';
import type { Stand } from '../stand';

/** A task in words: acute goes before late, late before urgent. */
function standOf({ incident, isLate, isUrgent }: TabWait): Stand {
  const { stands } = TAB;
  if (incident.acute) return { kind: 'acute', text: stands.acute };
  if (isLate) return { kind: 'late', text: stands.late };
  return isUrgent ? { kind: 'now', text: stands.urgent } : { kind: 'waiting', text: stands.waiting };
}

/** A task, named as in the morning round. */
export function waitView(wait: TabWait, municipality: Municipality, now: Date): WaitView {
  const { id, reference } = wait.incident;
  const { steps } = routineFor(municipality.versions, wait.incident).words;
  return {
    incident: id,
    reference,
    what: ROUND.about[wait.about] ?? steps[wait.about]?.title ?? wait.about,
    by: wait.last ? TAB.by(shortDay(wait.last)) : TAB.since(moment(wait.since, now)),
    stand: standOf(wait),
  };
}

const ROW_STANDS: Readonly<Record<TabRow['state'], Stand>> = {
  acute: { kind: 'acute', text: TAB.stands.acute },
  open: { kind: 'now', text: TAB.stands.open },
  closed: { kind: 'done', text: TAB.stands.closed },
};

/** A row of the list of incidents. */
export const listedRow = ({ id, known, state, waits }: TabRow): IncidentRowView => ({
  id,
  title: known ? TAB.incident(known.reference) : TAB.question,
  day: known ? shortDay(dayOf(new Date(known.createdAt))) : '',
  stand: ROW_STANDS[state],
  waits: waits > 0 ? TAB.waits(waits) : '',
});

/** A whole incident in one word. */
export const incidentStand = ({ acute, state }: { acute: boolean; state: string }): Stand =>
  ROW_STANDS[state === 'closed' ? 'closed' : acute ? 'acute' : 'open'];

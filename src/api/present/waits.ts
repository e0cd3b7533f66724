import { plain } from '../../cards/parts';
import type { ButtonView } from '../../cards/view';
import type { Municipality } from '../../content/municipalities/municipality';
import { BUTTON } from '../../content/texts/common';
import { OUTLOOK } from '../../content/texts/standing/outlook';
import { TAB } from '../../content/texts/tab/pages';
import { moment, shortDay } from '../../content/texts/time';
import { ROUND } from '../../content/texts/timed';
import { HAND } from '../../content/texts/wishes/wishes';
import { dayOf } from '../../routine/calendar/localTime';
import { routineFor } from '../../routine/plan/version';
import { waitKey } from '../../routine/rules/tasks/ownDay';
import { keyOf } from '../../screens/forms';
import type { TabRow, TabWait, WaitAct } from '../../screens/tab/tabScreens';
import type { IncidentRowView, WaitView } from '../contract';
import type { Stand } from '../stand';

/** A task in words: acute goes before late, late before urgent. */
function standOf({ incident, isLate, isUrgent }: TabWait): Stand {
  const { stands } = TAB;
  if (incident.acute) return { kind: 'acute', text: stands.acute };
  if (isLate) return { kind: 'late', text: stands.late };
  return isUrgent ? { kind: 'now', text: stands.urgent } : { kind: 'waiting', text: stands.waiting };
}

/** The button of each act on a task. */
const PRESSES: Readonly<Record<WaitAct, (wait: TabWait) => ButtonView>> = {
  moveDay: (wait) =>
    plain(BUTTON.moveDay, 'page', { id: wait.incident.id, page: 'moveDay', about: waitKey(wait) }),
  moveProtection: ({ incident: { id }, of }) =>
    plain(BUTTON.moveDay, 'page', { id, page: 'moveProtection', about: of }),
  handStep: ({ incident: { id }, about }) =>
    plain(HAND.button, 'page', { id, page: 'handStep', step: about }),
  putOff: (wait) => plain(ROUND.snooze, 'snoozePage', { item: keyOf(wait.incident.id, wait) }),
};

/** Its last day, or since when it waits; and until when it was put off. */
function whenOf({ last, since, until }: TabWait, now: Date): string {
  const by = last ? TAB.by(shortDay(last)) : TAB.since(moment(since, now));
  return until ? `${by} · ${TAB.putOff(shortDay(until))}` : by;
}

/** A task, named as in the morning round. */
export function waitView(wait: TabWait, municipality: Municipality, now: Date): WaitView {
  const { id, reference } = wait.incident;
  const { steps } = routineFor(municipality.versions, wait.incident).words;
  return {
    incident: id,
    reference,
    what: ROUND.about[wait.about] ?? steps[wait.about]?.title ?? wait.about,
    by: whenOf(wait, now),
    stand: standOf(wait),
    presses: wait.may.map((act) => PRESSES[act](wait)),
  };
}

const ROW_STANDS: Readonly<Record<TabRow['state'], Stand>> = {
  acute: { kind: 'acute', text: TAB.stands.acute },
  open: { kind: 'now', text: TAB.stands.open },
  closed: { kind: 'done', text: TAB.stands.closed },
};

/** A row of the list of incidents. */
export const listedRow = ({ id, known, state, waits, outlook }: TabRow, now: Date): IncidentRowView => ({
  id,
  title: known ? TAB.incident(known.reference) : TAB.question,
  day: known ? shortDay(dayOf(new Date(known.createdAt))) : '',
  stand: ROW_STANDS[state],
  waits: waits > 0 ? TAB.waits(waits) : '',
  outlook: outlook ? OUTLOOK.now(OUTLOOK.states[outlook.state], moment(outlook.at, now)) : '',
});

/** A whole incident in one word. */
export const incidentStand = ({ acute, state }: { acute: boolean; state: string }): Stand =>
  ROW_STANDS[state === 'closed' ? 'closed' : acute ? 'acute' : 'open'];

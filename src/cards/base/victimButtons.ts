import { BUTTON } from '../../content/texts/common';
import { EVENTS } from '../../content/texts/evidence/occurrences';
import { LOG } from '../../content/texts/log';
import { READ_FIRST } from '../../content/texts/pages';
import { QUIET, WISHES_PAGE } from '../../content/texts/wishes/quiet';
import { ENOUGH, SAFE } from '../../content/texts/wishes/wishes';
import { isVictimAsked } from '../../routine/plan/traits';
import { stored } from '../../routine/rules/progress';
import { isUnread } from '../../routine/rules/victim/readFirst';
import { eventsButton } from '../eventParts';
import { extra, MOST_BUTTONS, plain, primary, weighed } from '../parts';
import { adding, on, type Scene, toExtraPage, toPage } from '../scene';
import { laterButton, wordsOf } from '../stepParts';
import type { ButtonView } from '../view';
import { callButtons } from './calls/reach';
import { newsOf } from './victimNews';
import { isReported } from './victimRows';

/**
 * Buttons for what the plan lets the victim do beside the lead: turn to the strategist (plan 3.1.1). Where the municipality
 * is asked first the strategist has the question already.
 */
const mayDoToo = (scene: Scene): ButtonView[] =>
  scene.routine.steps
    .filter(
      ({ id, victimMay }) =>
        victimMay && scene.incident.route === 'party' && stored(scene.incident, id).state !== 'done',
    )
    .map((step) => plain(wordsOf(scene, step).victim ?? '', 'endStep', adding(scene, { step: step.id })));

/** Buttons for the police's answer, where the victim made the report. */
const laterAnswers = (scene: Scene): ButtonView[] =>
  scene.routine.steps
    .filter(({ id }) => scene.facts.owned.includes(id))
    .flatMap((step) => laterButton(scene, step));

/** Buttons for what ends or begins again by their word: safe after an alarm, all else on a page of its own. */
function wishes(scene: Scene, isAlarm: boolean): ButtonView[] {
  const { safeAt, enoughAt, quiet } = scene.incident;
  return [
    ...(quiet ? [plain(QUIET.lift, 'liftQuiet', on(scene))] : []),
    ...(isAlarm && !safeAt ? [plain(SAFE.button, 'saySafe', on(scene))] : []),
    ...(enoughAt ? [plain(ENOUGH.goOn, 'goOn', on(scene))] : []),
    toPage(scene, WISHES_PAGE.button, 'wishes'),
  ];
}

/** Buttons for the steps that a victim may work on, on their own card. */
const ownSteps = (scene: Scene): ButtonView[] => [...mayDoToo(scene), ...laterAnswers(scene)];

/** Buttons for what a victim may do at any time. */
function choices(scene: Scene, isAlarm: boolean): ButtonView[] {
  const { incident } = scene;
  // Where the newest is their own answer the button to change it stands there.
  const mayDecide = !isReported(scene) && isVictimAsked(scene.routine) && !incident.decision?.answer;
  const tell = incident.reportedAt
    ? toPage(scene, BUTTON.details, 'details')
    : (isAlarm ? plain : primary)(BUTTON.tell, 'tell', on(scene));
  return [
    tell,
    ...(isAlarm && !incident.quiet ? [plain(QUIET.hide, 'hide', on(scene))] : []),
    // Beside a question that is asked before it.
    ...(isUnread(scene) ? [toPage(scene, READ_FIRST.read, 'readFirst')] : []),
    ...(incident.via === 'alarm' && !incident.reportedAt && !incident.mistakeAt
      ? [(incident.lead ? extra : plain)(BUTTON.mistake, 'markMistake', on(scene))]
      : []),
    ...(incident.reportedAt ? [toPage(scene, BUTTON.amend, 'amend')] : []),
    (incident.lead ? toPage : toExtraPage)(scene, BUTTON.changeContact, 'changeContact'),
    ...(!mayDecide ? [] : [toExtraPage(scene, BUTTON.policeDecision, 'decision')]),
    ...callButtons(scene),
  ];
}

/** Who may read, and the one that leaves the party out: on the card, and on the page of all that may be said. */
const always = (scene: Scene): ButtonView[] => [
  plain(LOG.whoSees, 'looks', on(scene)),
  ...(scene.incident.route === 'party' ? [toPage(scene, BUTTON.ownParty, 'ownParty')] : []),
];

/** "Det har hänt igen", once there is a report that something may be added to. */
const again = (scene: Scene): ButtonView[] =>
  scene.incident.reportedAt ? [toPage(scene, EVENTS.again, 'again')] : [];

/**
 * Buttons in two rows: on top, with the one overflow button of the card; below, all in sight, the one that leaves the party
 * out last. Those of what happened before the newest are behind the overflow button, as far as there is room.
 */
export function buttonRows(scene: Scene, newest: readonly ButtonView[], isAlarm: boolean) {
  const first = [...newest, ...choices(scene, isAlarm)];
  const isNewest = (one: ButtonView) => newest.some(({ title }) => title === one.title);
  const wished = wishes(scene, isAlarm).filter((one) => !isNewest(one));
  const older = newsOf(scene)
    .flatMap((one) => one.buttons ?? [])
    .filter((one) => !isNewest(one) && !wished.some(({ title }) => title === one.title));
  const beside = [...wished, ...again(scene), ...eventsButton(scene), ...ownSteps(scene)];
  const room = Math.max(0, MOST_BUTTONS - first.length);
  const last = Math.max(0, MOST_BUTTONS - beside.length - always(scene).length);
  const kept = older.slice(0, room + last);
  return {
    above: weighed([...first, ...older.slice(0, room)]),
    // What does not fit stands on the page of all that may be said.
    below: [...beside, ...kept.slice(room), ...always(scene)].slice(0, MOST_BUTTONS),
  };
}

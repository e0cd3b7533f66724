import { BUTTON, COMMON } from '../../content/texts/common';
import { NOTICE } from '../../content/texts/lead';
import { STEP_CARD } from '../../content/texts/pages';
import { BELONGS } from '../../content/texts/people/victimAsked';
import { DECISION } from '../../content/texts/police';
import { moment } from '../../content/texts/time';
import { STATUS } from '../../content/texts/victim';
import type { StepSpec } from '../../routine/model/routine';
import { stored } from '../../routine/rules/progress';
import { card, line, plain, weighed } from '../parts';
import { is, kicker, nameOf, type Scene, toPage } from '../scene';
import {
  documentFirst,
  documentLink,
  drawnUpLine,
  improvementButton,
  laterButton,
  registryButton,
  reopenButton,
  wordsOf,
} from '../stepParts';
import type { ButtonView, View } from '../view';
import { closedLine, wordButton } from './word';

const OUT = {
  cannot: NOTICE.declined,
  tooClose: NOTICE.recused,
  replaced: NOTICE.out,
  ownParty: NOTICE.out,
  // The same words as of any other reason: nothing points to it.
  suspect: NOTICE.out,
};

/** The way on from a line that is the end of somebody's part; who has none in it is offered nothing to press. */
const onward = ({ viewer }: Scene, to: 'contacts' | 'mine' = 'contacts'): ButtonView[] =>
  viewer.roles.size > 0 ? [plain(BUTTON[to], to, {})] : [];

/** No part in it any more. Whom it was wrongly thought to concern is not told its reference either. */
export function outCard(scene: Scene): View {
  const { person } = scene.viewer;
  // Who was only ever asked whether it is theirs does not get to know which one it was.
  const isAsked = scene.incident.victim.not?.includes(person);
  if (isAsked || !scene.contacts.some((contact) => contact.person === person))
    return line(BELONGS.noThanks, onward(scene));
  const why = scene.incident.declined.find((one) => one.person === person)?.why;
  if (!why && scene.facts.isCalledOff)
    return line(
      `${COMMON.reference(scene.incident.reference)}: ${DECISION.takenBack(scene.municipality.names)}`,
      [plain(BUTTON.contacts, 'contacts', {})],
    );
  const { lead } = scene.incident;
  const isNext = lead && !why && scene.facts.isInLine;
  const words = isNext ? NOTICE.taken(nameOf(scene, lead.person)) : why ? OUT[why] : NOTICE.out;
  return line(`${COMMON.reference(scene.incident.reference)}: ${words}`, onward(scene));
}

/** It has been closed: for somebody whose part in it was the police report. */
export const overLine = (scene: Scene): View =>
  line(
    [COMMON.reference(scene.incident.reference), STATUS.closedTitle, ...closedLine(scene)].join('. '),
    onward(scene),
  );

/** The steps that this person has ended; who is to file and has ended none: those of theirs that another has. */
function endedFor(scene: Scene): StepSpec[] {
  const { incident, viewer, routine, facts } = scene;
  const own = routine.steps.filter((step) => stored(incident, step.id).endedBy === viewer.person);
  if (own.length > 0 || !is(scene, 'filer')) return own;
  return routine.steps.filter(({ id }) => facts.owned.includes(id) && stored(incident, id).endedAt);
}

/** A line on what this person did last, where their part is done; undefined: they did nothing, or are out. */
export function doneLine(scene: Scene): View | undefined {
  const { incident, viewer, now } = scene;
  const isOfficial = scene.contacts.some((contact) => contact.person === viewer.person);
  if (!isOfficial || incident.declined.some((one) => one.person === viewer.person)) return undefined;
  const mine = endedFor(scene);
  const endedAt = (step: StepSpec) => stored(incident, step.id).endedAt ?? '';
  const last = mine.sort((a, b) => endedAt(b).localeCompare(endedAt(a)))[0];
  if (!last) return undefined;
  const text = STEP_CARD.finished(wordsOf(scene, last).short, moment(endedAt(last), now));
  // Closed, the line must change: an answer with details that stands in its place is wiped by that.
  const isOpen = incident.state === 'open';
  const answers = is(scene, 'filer') && isOpen ? mine.flatMap((step) => laterButton(scene, step)) : [];
  const see = is(scene, 'filer') && isOpen ? [toPage(scene, BUTTON.details, 'details')] : [];
  // Who has done their part finds a number to ring.
  const others = see.length === 0 ? onward(scene, isOpen ? 'contacts' : 'mine') : [];
  return line(`${COMMON.reference(incident.reference)}: ${text}`, [...see, ...answers, ...others]);
}

/** It has been closed: nothing that serves an open one stands on a strategist's card any more. `more`: what else they may press. */
export const closedCard = (scene: Scene, more: readonly ButtonView[] = []): View =>
  card({
    kicker: kicker(scene),
    title: STATUS.closedTitle,
    lines: [...closedLine(scene), ...drawnUpLine(scene)],
    links: documentLink(scene),
    buttons: weighed([
      ...wordButton(scene),
      ...registryButton(scene),
      // What is to be registered now is taken from here.
      ...documentFirst(scene),
      toPage(scene, BUTTON.details, 'details'),
      ...more,
    ]),
  });

/** The same of whoever has the whole of it. What the review says is to become better is written now. */
export const followedToTheEnd = (scene: Scene): View =>
  closedCard(scene, [...reopenButton(scene), ...improvementButton(scene)]);

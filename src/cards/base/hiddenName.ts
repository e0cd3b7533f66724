import { BUTTON } from '../../content/texts/common';
import { HIDDEN_NAME } from '../../content/texts/privacy';
import { longDay } from '../../content/texts/time';
import { erasedIn } from '../../routine/rules/retention';
import { card, plain, weighed } from '../parts';
import { kicker, on, type Scene, toMainPage, toPage } from '../scene';
import { registryButton } from '../stepParts';
import type { View } from '../view';

/** The card of whoever had their name hidden: that it is, and the way back until a decision on erasure has carried it out. */
export function struckCard(scene: Scene): View {
  const isCarriedOut = erasedIn(scene.incident, 'report') !== undefined;
  return card({
    kicker: kicker(scene),
    title: HIDDEN_NAME.title,
    lines: isCarriedOut ? HIDDEN_NAME.carriedOut : HIDDEN_NAME.lines,
    buttons: isCarriedOut ? [] : [plain(HIDDEN_NAME.show, 'showName', on(scene))],
  });
}

/** The strategist's task: to read through the free text. */
export const maskCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: HIDDEN_NAME.taskTitle,
    lines: HIDDEN_NAME.taskLines(longDay(scene.facts.masksBy)),
    buttons: weighed([
      toMainPage(scene, HIDDEN_NAME.task, 'mask'),
      toPage(scene, BUTTON.details, 'details'),
      ...(scene.incident.state === 'open' ? [toPage(scene, BUTTON.moreChoices, 'more')] : []),
      ...registryButton(scene),
    ]),
  });

/** Whether words may be hidden, or shown again, in it. */
export const isMasked = ({ incident, mayDo }: Scene): boolean =>
  incident.victim.bound === 'struck' && mayDo.has('mask');

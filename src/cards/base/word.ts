import { BUTTON } from '../../content/texts/common';
import { LEAD } from '../../content/texts/lead';
import { clockTime } from '../../content/texts/time';
import { STATUS } from '../../content/texts/victim';
import { EARLY } from '../../content/texts/wishes/wishes';
import { WORD } from '../../content/texts/wishes/word';
import { mergedLines } from '../eventParts';
import { card } from '../parts';
import { is, kicker, nameOf, type Scene, toMainPage, toPage } from '../scene';
import type { ButtonView, View } from '../view';

/* How it went, in the victim's and the strategist's own words; and that it has been closed. */

/** Lines on whom to ask too, for whoever writes how it went: a strategist who leads does not ask themselves. */
export const reviewLines = (scene: Scene): readonly string[] =>
  is(scene, 'strategist') ? LEAD.reviewOwnLines : LEAD.reviewLines(scene.municipality.names);

/** "Säg hur det gick", as long as it is asked and has not been said. */
export const wordButton = (scene: Scene): ButtonView[] =>
  scene.facts.asksWord ? [toPage(scene, WORD.button, 'word')] : [];

/** Nothing but the review is left: what do they say? `latest`: what has just happened, for whom it is about. */
export const wordCard = (scene: Scene, latest: readonly string[] = []): View =>
  card({
    kicker: kicker(scene),
    title: WORD.title,
    // What they answered last is acknowledged here too: this card came in place of the one that would say so.
    lines: [...latest, ...WORD.lines, WORD.free],
    buttons: [
      toMainPage(scene, WORD.button, 'word'),
      is(scene, 'victim') ? toPage(scene, BUTTON.status, 'focus') : toPage(scene, BUTTON.details, 'details'),
    ],
  });

/** Who closed it, and when; nothing where that is not known. */
export const closedLine = (scene: Scene): string[] => {
  const { closedAt, closedBy, closeReason = 'finished' } = scene.incident;
  if (!closedAt || !closedBy) return [];
  const line = STATUS.closedBy(nameOf(scene, closedBy), clockTime(closedAt, scene.now));
  return [line, ...(closeReason === 'finished' ? [] : [EARLY.because[closeReason]]), ...mergedLines(scene)];
};

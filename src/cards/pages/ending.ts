import { BUTTON } from '../../content/texts/common';
import { LEAD } from '../../content/texts/lead';
import { WORD } from '../../content/texts/victim';
import { WORD_FIELDS } from '../../routine/transitions/closing';
import { back, card, fields, primary, shortened, type Typed } from '../parts';
import { adding, kicker, on, type Scene } from '../scene';
import { toBeDrawnUp } from '../stepParts';
import type { FactView, View } from '../view';

/** How it went, in one's own words: two questions, neither of which must be answered. */
export function wordPage(scene: Scene, typed: Typed): View {
  const mine = scene.incident.reviewWords?.find(({ by }) => by === scene.viewer.person);
  const known = { worked: mine?.worked ?? '', better: mine?.better ?? '' };
  return card({
    kicker: kicker(scene),
    title: WORD.title,
    lines: [WORD.free],
    problem: typed.problem,
    fields: fields(WORD_FIELDS, WORD.fields, known, typed),
    buttons: [primary(BUTTON.save, 'sayWord', adding(scene)), back('show', on(scene))],
  });
}

/** Facts on how it went, as the victim and the strategist have said it, for whoever writes the review. */
export const wordFacts = ({ incident }: Scene): FactView[] =>
  (incident.reviewWords ?? []).flatMap(({ as, worked, better }) => {
    const text = [worked, better].filter(Boolean).join('\n');
    return text ? [{ label: WORD.of[as], text: shortened(text) }] : [];
  });

/** "Är du säker?": what happens when it is closed, and whether the victim has had their say. */
export const closePage = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: LEAD.closeAsk,
    lines: [
      ...LEAD.closeHappens(scene.municipality.names),
      ...toBeDrawnUp(scene),
      ...(scene.incident.reviewWords?.some(({ as }) => as === 'victim') ? [] : [WORD.none]),
    ],
    buttons: [primary(LEAD.closeYes, 'close', on(scene)), back('show', on(scene))],
  });

import { BUTTON } from '../../../content/texts/common';
import { EARLY, ENOUGH } from '../../../content/texts/wishes/wishes';
import { EARLY_FIELDS } from '../../../routine/transitions/beside/wishes';
import { back, button, card, fields, primary, type Typed } from '../../parts';
import { kicker, on, type Scene } from '../../scene';
import type { View } from '../../view';

/** The page before "nog nu": what ends by it, what does not, and that there is a way back. */
export const enoughPage = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: ENOUGH.askTitle,
    lines: ENOUGH.askLines(scene.municipality.names),
    buttons: [
      button(ENOUGH.yes, 'sayEnough', on(scene), { style: 'positive', inputs: 'none' }),
      back('show', on(scene)),
    ],
  });

/** Closing as a mistake or as a duplicate, on one card. */
export function earlyPage(scene: Scene, typed: Typed): View {
  const views = fields(EARLY_FIELDS, EARLY.fields, {}, typed).map((view) => ({
    ...view,
    choices: view.choices.map((one) => ({
      ...one,
      title: EARLY.choices[one.value as keyof typeof EARLY.choices] ?? one.title,
    })),
  }));
  return card({
    kicker: kicker(scene),
    title: EARLY.title,
    lines: EARLY.lines,
    problem: typed.problem,
    fields: views,
    buttons: [primary(BUTTON.close, 'closeEarly', on(scene)), back('show', on(scene))],
  });
}

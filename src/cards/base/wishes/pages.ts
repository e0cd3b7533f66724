import { BUTTON } from '../../../content/texts/common';
import { EARLY, ENOUGH, HAND } from '../../../content/texts/wishes/wishes';
import type { StepSpec } from '../../../routine/model/step';
import { helpersFor, mayHand } from '../../../routine/rules/wishes/handing';
import { EARLY_FIELDS } from '../../../routine/transitions/beside/wishes';
import { mergeButton } from '../../eventParts';
import { back, button, card, field, fields, primary, type Typed } from '../../parts';
import { adding, is, kicker, nameAndPost, on, type Scene, toPage } from '../../scene';
import { wordsOf } from '../../stepParts';
import type { ButtonView, View } from '../../view';

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
    buttons: [primary(BUTTON.close, 'closeEarly', on(scene)), ...mergeButton(scene), back('show', on(scene))],
  });
}

/** One step to a deputy. */
export const handStepPage = (scene: Scene, step: StepSpec, typed: Typed): View => {
  const choices = helpersFor(scene).map((one) => ({ value: one.id, title: nameAndPost(scene, one) }));
  const spec = {
    id: 'contact',
    kind: 'choice' as const,
    required: true,
    choices: choices.map(({ value }) => value),
  };
  return card({
    kicker: kicker(scene),
    title: HAND.title(wordsOf(scene, step).short),
    lines: HAND.lines,
    problem: typed.problem,
    fields: [
      field(spec, {
        label: HAND.field,
        choices,
        value: typed.values.contact ?? choices[0]?.value,
        problem: typed.problems.contact,
      }),
    ],
    buttons: [
      primary(HAND.give, 'handStep', adding(scene, { step: step.id })),
      back('page', on(scene, { page: 'step', step: step.id })),
    ],
  });
};

/** Where it is the lead's own, and somebody else may do it. */
export const handButton = (scene: Scene, step: StepSpec): ButtonView[] =>
  is(scene, 'lead') && mayHand(scene, step)
    ? [toPage(scene, HAND.button, 'handStep', { step: step.id })]
    : [];

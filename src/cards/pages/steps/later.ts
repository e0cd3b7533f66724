import { BUTTON } from '../../../content/texts/common';
import type { StepSpec } from '../../../routine/model/routine';
import { stored } from '../../../routine/rules/progress';
import { laterFields } from '../../../routine/transitions/steps';
import { back, card, fields, inWords, primary, type Typed } from '../../parts';
import { adding, kicker, on, type Scene } from '../../scene';
import { sectionWords, wordsOf } from '../../stepParts';
import type { FieldView, View } from '../../view';

/** The inputs for what came to be known after a step was done. */
function laterInputs(scene: Scene, step: StepSpec, typed: Typed): FieldView[] {
  const { words } = scene.routine;
  const { records } = stored(scene.incident, step.id);
  return inWords(
    fields(laterFields(step), words.fields[step.id] ?? {}, records, typed),
    words.choices,
    step.id,
  );
}

/** The page for what came to be known after a step was done, such as the police's answer. */
export const laterPage = (scene: Scene, step: StepSpec, typed: Typed): View =>
  card({
    kicker: kicker(scene, sectionWords(scene, step.section)),
    title: wordsOf(scene, step).later ?? '',
    problem: typed.problem,
    fields: laterInputs(scene, step, typed),
    buttons: [primary(BUTTON.save, 'addRecord', adding(scene, { step: step.id })), back('show', on(scene))],
  });

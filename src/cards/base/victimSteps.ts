import { stored } from '../../routine/rules/progress';
import { plain } from '../parts';
import { adding, type Scene } from '../scene';
import { laterButton, wordsOf } from '../stepParts';
import type { ButtonView } from '../view';

/** Buttons for what the plan lets the victim do beside the lead: turn to the strategist (plan 3.1.1). */
const mayDoToo = (scene: Scene): ButtonView[] =>
  scene.routine.steps
    .filter(({ id, victimMay }) => victimMay && stored(scene.incident, id).state !== 'done')
    .map((step) => plain(wordsOf(scene, step).victim ?? '', 'endStep', adding(scene, { step: step.id })));

/** Buttons for the police's answer, where the victim made the report. */
const laterAnswers = (scene: Scene): ButtonView[] =>
  scene.routine.steps
    .filter(({ id }) => scene.facts.owned.includes(id))
    .flatMap((step) => laterButton(scene, step));

/** Buttons for the steps that a victim may work on, on their own card. */
export const ownSteps = (scene: Scene): ButtonView[] => [...mayDoToo(scene), ...laterAnswers(scene)];

import { BUTTON } from '../../content/texts/common';
import { DETAILS } from '../../content/texts/pages';
import type { StepSpec } from '../../routine/model/routine';
import { partsOf, reportStep } from '../../routine/plan/traits';
import { stored } from '../../routine/rules/progress';
import { isReported } from '../base/victimRows';
import { back, card } from '../parts';
import { kicker, on, type Scene, toMainPage } from '../scene';
import { sectionWords, wordsOf } from '../stepParts';
import type { ButtonView, FactView, View } from '../view';
import { recordFacts } from './stepFields';

const isToRead = (scene: Scene, step: StepSpec): boolean =>
  step.victimReads === true && stored(scene.incident, step.id).state === 'done';

/** The record of a part of the step: who asked for it, and what came of it. */
const ofPart = (scene: Scene, part: StepSpec): FactView[] => {
  const facts = recordFacts(scene, part);
  const title = wordsOf(scene, part).result?.title ?? wordsOf(scene, part).short;
  return facts.length > 0 ? facts : [{ label: wordsOf(scene, part).short, text: title }];
};

/** The answers of the police or others, and what has been done, as it was written down. The look is logged. */
export function resultPage(scene: Scene, step: StepSpec): View {
  const parts = partsOf(scene.routine, step).filter((part) => isToRead(scene, part));
  const words = wordsOf(scene, step).result;
  const report = reportStep(scene.routine);
  const mayAnswer = report?.report === 'asVictimSays' && step !== report && !isReported(scene);
  const answer: ButtonView[] = mayAnswer
    ? [
        toMainPage(
          scene,
          scene.incident.decision?.answer ? BUTTON.changeAnswer : BUTTON.policeDecision,
          'decision',
        ),
      ]
    : [];
  return card({
    kicker: kicker(scene, sectionWords(scene, step.section)),
    title: words?.title ?? wordsOf(scene, step).short,
    facts: [...recordFacts(scene, step), ...parts.flatMap((part) => ofPart(scene, part))],
    buttons: [...answer, back('show', on(scene))],
    footnote: DETAILS.logged,
  });
}

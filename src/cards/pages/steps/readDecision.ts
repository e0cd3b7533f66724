import { BUTTON } from '../../../content/texts/common';
import { LEAD } from '../../../content/texts/lead';
import { DETAILS } from '../../../content/texts/pages';
import { DECISION } from '../../../content/texts/police';
import { DECISION_ANSWERS } from '../../../routine/model/codes';
import type { FieldSpec } from '../../../routine/model/fields';
import { reportStep } from '../../../routine/plan/traits';
import { back, card, field, primary, type Typed } from '../../parts';
import { adding, kicker, on, reachVictim, type Scene, withoutNumber } from '../../scene';
import type { View } from '../../view';

/** Read aloud to a victim who has no account, or asks the lead to answer. */
export function readDecisionPage(scene: Scene, typed: Typed): View {
  const choices = DECISION_ANSWERS.map((value) => ({ value, title: DECISION.readAnswers[value] }));
  const answer: FieldSpec = { id: 'answer', kind: 'choice', required: true, choices: DECISION_ANSWERS };
  const how: FieldSpec = { id: 'how', kind: 'name', required: true };
  return card({
    kicker: kicker(scene, reportStep(scene.routine)?.section),
    title: LEAD.askTitle,
    lines: [
      ...LEAD.askLines,
      ...withoutNumber(scene),
      DECISION.title,
      ...DECISION.lines(scene.municipality.names),
    ],
    problem: typed.problem,
    links: reachVictim(scene),
    fields: [
      field(answer, {
        label: DECISION.answer,
        choices,
        value: typed.values.answer ?? scene.incident.decision?.answer,
        problem: typed.problems.answer,
      }),
      field(how, { label: DECISION.how, value: typed.values.how, problem: typed.problems.how }),
    ],
    buttons: [primary(BUTTON.save, 'recordDecision', adding(scene)), back('show', on(scene))],
    footnote: DETAILS.logged,
  });
}

import { BUTTON } from '../../../content/texts/common';
import { DETAILS } from '../../../content/texts/pages';
import { PARTY_QUESTION } from '../../../content/texts/people/victimAsked';
import { PARTY_ANSWERS } from '../../../routine/model/codes';
import type { FieldSpec } from '../../../routine/model/fields';
import { back, card, field, primary, type Typed } from '../../parts';
import { adding, kicker, on, reachVictim, type Scene, withoutNumber } from '../../scene';
import type { View } from '../../view';

/** The victim's word on the party, given in person and written down by somebody of the municipality. */
export function askPartyPage(scene: Scene, typed: Typed): View {
  const choices = PARTY_ANSWERS.map((value) => ({ value, title: PARTY_QUESTION.readAnswers[value] }));
  const answer: FieldSpec = { id: 'answer', kind: 'choice', required: true, choices: PARTY_ANSWERS };
  const how: FieldSpec = { id: 'how', kind: 'name', required: true };
  const { values, problems } = typed;
  return card({
    kicker: kicker(scene),
    title: PARTY_QUESTION.askTitle,
    lines: [...PARTY_QUESTION.askLines, ...withoutNumber(scene)],
    problem: typed.problem,
    links: reachVictim(scene),
    fields: [
      field(answer, {
        label: PARTY_QUESTION.answer,
        choices,
        value: values.answer,
        problem: problems.answer,
      }),
      field(how, { label: PARTY_QUESTION.how, value: values.how, problem: problems.how }),
    ],
    buttons: [primary(BUTTON.save, 'recordParty', adding(scene)), back('show', on(scene))],
    footnote: DETAILS.logged,
  });
}

import { BUTTON } from '../../../content/texts/common';
import { DETAILS, GROUPS_CARD, READ_FIRST } from '../../../content/texts/pages';
import { READ_ANSWERS, type ReadAnswer } from '../../../routine/model/codes';
import { type FieldSpec, splitChoices } from '../../../routine/model/fields';
import type { ReadWord } from '../../../routine/model/records';
import { type ToRead, tellsNobody, toRead } from '../../../routine/rules/victim/readFirst';
import { back, button, card, field, NOTHING_TYPED, type Typed } from '../../parts';
import { adding, kicker, on, reachVictim, type Scene, withoutNumber } from '../../scene';
import type { ButtonView, FactView, FieldView, View } from '../../view';
import { groupFields, valueWords } from '../stepFields';

/** A proposal of what others are told, as facts. */
export function proposalFacts(scene: Scene, { step, groups }: Pick<ToRead, 'step' | 'groups'>): FactView[] {
  return groupFields(scene, step, NOTHING_TYPED)
    .filter(({ id }) => groups.values[id])
    .map((one) => ({ label: one.label, text: valueWords(one, groups.values[one.id] ?? '') }));
}

/** The question to the second person: is it all right to say this, or that nobody is told? */
export const confirmTitle = ({ incident, routine }: Scene): string =>
  tellsNobody(routine, incident.groups?.values ?? {}) ? GROUPS_CARD.confirmNobody : GROUPS_CARD.confirmTitle;

/** The groups of a proposal as choices. */
function groupChoices(scene: Scene, { step, spec, groups }: ToRead): { title: string; value: string }[] {
  const view = groupFields(scene, step, NOTHING_TYPED).find(({ id }) => id === spec.groups);
  const told = splitChoices(groups.values[spec.groups]);
  return (view?.choices ?? []).filter(({ value }) => told.includes(value));
}

/** The victim's answer as those read it who lead and confirm. */
export function saidFacts(scene: Scene, found: ToRead | undefined, word: ReadWord | undefined): FactView[] {
  if (!found || !word) return [];
  const out = groupChoices(scene, found).filter(({ value }) => splitChoices(word.not).includes(value));
  const parts = [
    READ_FIRST.said[word.answer],
    out.length > 0 ? READ_FIRST.out(out.map(({ title }) => title).join(', ')) : '',
    word.how ?? '',
  ];
  return [{ label: READ_FIRST.saidBy, text: parts.filter(Boolean).join('. ') }];
}

/** The groups that may be ruled out, where there are several. */
function whoNot(scene: Scene, found: ToRead, typed: Typed): FieldView[] {
  const choices = groupChoices(scene, found);
  if (choices.length < 2) return [];
  const value = typed.values.not ?? found.groups.word?.not ?? '';
  return [field({ id: 'not', kind: 'choices' }, { label: READ_FIRST.not, choices, value })];
}

const STYLE: Readonly<Record<ReadAnswer, ButtonView['style']>> = {
  yes: 'positive',
  notName: 'default',
  notGroups: 'default',
  no: 'default',
};

/** The victim reads what is to be told, and to whom, and answers with one press. */
export function readFirstPage(scene: Scene, _about: string, typed: Typed): View {
  const found = toRead(scene);
  if (!found) return card({ kicker: kicker(scene) });
  const epoch = String(found.groups.epoch);
  return card({
    kicker: kicker(scene, found.step.section),
    title: READ_FIRST.title,
    lines: READ_FIRST.lines,
    problem: typed.problem,
    facts: proposalFacts(scene, found),
    fields: whoNot(scene, found, typed),
    buttons: READ_ANSWERS.map((answer) =>
      button(READ_FIRST.answers[answer], 'answerGroups', on(scene, { epoch, answer }), {
        style: STYLE[answer],
        inputs: answer === 'notGroups' ? 'auto' : 'none',
      }),
    ),
    below: { buttons: [back('show', on(scene))] },
    footnote: DETAILS.logged,
  });
}

/** Read aloud to a victim who has no account or has not answered: the answer, and how it was given. */
export function askReadingPage(scene: Scene, typed: Typed): View {
  const found = toRead(scene);
  if (!found) return card({ kicker: kicker(scene) });
  const answer: FieldSpec = { id: 'answer', kind: 'choice', required: true, choices: READ_ANSWERS };
  const how: FieldSpec = { id: 'how', kind: 'name', required: true };
  return card({
    kicker: kicker(scene, found.step.section),
    title: READ_FIRST.askTitle,
    lines: [...READ_FIRST.askLines, ...withoutNumber(scene)],
    problem: typed.problem,
    links: reachVictim(scene),
    facts: proposalFacts(scene, found),
    fields: [
      field(answer, {
        label: READ_FIRST.answer,
        choices: READ_ANSWERS.map((value) => ({ value, title: READ_FIRST.said[value] })),
        value: typed.values.answer ?? found.groups.word?.answer,
        problem: typed.problems.answer,
      }),
      ...whoNot(scene, found, typed),
      field(how, { label: READ_FIRST.how, value: typed.values.how, problem: typed.problems.how }),
    ],
    buttons: [
      button(BUTTON.save, 'recordGroupsWord', adding(scene, { epoch: String(found.groups.epoch) }), {
        style: 'positive',
      }),
      back('show', on(scene)),
    ],
    footnote: DETAILS.logged,
  });
}

import { BUTTON } from '../../../content/texts/common';
import { CHECKS_CARD } from '../../../content/texts/pages';
import { CHANGE } from '../../../routine/acts/pages';
import type { CheckSectionSpec } from '../../../routine/model/routine';
import { checksLeft } from '../../../routine/rules/progress';
import { checkFieldsOf, checkInput } from '../../../routine/transitions/closing';
import { back, card, fields, primary, type Typed } from '../../parts';
import { adding, kicker, on, type Scene, toPage } from '../../scene';
import type { FieldView, View } from '../../view';
import { answerKnown, valueWords } from '../stepFields';

/** The answers of a section, by input: those that were given before, else what is recorded. */
function knownIn(scene: Scene, section: CheckSectionSpec): Record<string, string> {
  const answered = scene.incident.checks[section.id]?.answers ?? {};
  return Object.fromEntries(
    [...section.checks, ...section.comments].map(({ id, from }) => [
      checkInput(section, id),
      answered[id] ?? answerKnown(scene, from),
    ]),
  );
}

/** The questions of a section, its title above the first one. */
function sectionFields(scene: Scene, section: CheckSectionSpec, typed: Typed): FieldView[] {
  const words = scene.routine.words.checks[section.id];
  const labels = Object.entries(words?.labels ?? {}).map(([id, label]) => [checkInput(section, id), label]);
  const views = fields(checkFieldsOf(section), Object.fromEntries(labels), knownIn(scene, section), typed);
  return views.map((view, index) => (index === 0 ? { ...view, heading: words?.title ?? section.id } : view));
}

/** A question that is answered already stands as words. A comment stays open: it may be added to. */
const isSaid = ({ kind, value, problem }: FieldView): boolean =>
  kind === 'radio' && value !== '' && problem === '';

const asSaid = (view: FieldView): FieldView =>
  isSaid(view) ? { ...view, kind: 'shown', value: valueWords(view, view.value) } : view;

/**
 * Bilaga 5 part 2: the questions that are left on one page, as they are known; only what is not known is asked. The press
 * sends what was shown, whatever has been recorded meanwhile. `about`: empty; to change them; or one section.
 */
export function checksPage(scene: Scene, about: string, typed: Typed): View {
  const one = scene.routine.checks.filter(({ id }) => id === about);
  const sections = one.length > 0 ? one : checksLeft(scene.incident, scene.routine);
  const all = sections.flatMap((section) => sectionFields(scene, section, typed));
  const isAsking = about === '';
  const said = isAsking ? all.filter(isSaid).map(({ id, value }) => [id, value]) : [];
  const data = { ...Object.fromEntries(said), ...(one.length > 0 ? { section: about } : {}) };
  return card({
    kicker: kicker(scene),
    title: CHECKS_CARD.title,
    lines: isAsking ? CHECKS_CARD.lines : [],
    problem: typed.problem,
    fields: isAsking ? all.map(asSaid) : all,
    buttons: [
      primary(isAsking ? CHECKS_CARD.right : BUTTON.save, 'answerChecks', adding(scene, data)),
      ...(isAsking && said.length > 0
        ? [toPage(scene, CHECKS_CARD.change, 'checks', { about: CHANGE })]
        : []),
      back('show', on(scene)),
    ],
  });
}

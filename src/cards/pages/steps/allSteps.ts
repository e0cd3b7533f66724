import { BUTTON, COMMON } from '../../../content/texts/common';
import { LOG } from '../../../content/texts/log';
import { CHECKS_CARD, LISTS } from '../../../content/texts/pages';
import { NOTES } from '../../../content/texts/standing/noting';
import type { CheckSectionSpec, StepSpec } from '../../../routine/model/routine';
import { hasForm } from '../../../routine/plan/traits';
import { checksLeft, hasEnded, mayApprove, mayCheck } from '../../../routine/rules/progress';
import { back, card, plain, ROWS } from '../../parts';
import { adding, is, isOpen, isOwned, kicker, on, type Scene, toExtraPage, toPage } from '../../scene';
import {
  documentButton,
  documentLink,
  improvementButton,
  outlookButton,
  partyOutLine,
  stepRow,
  wordsOf,
} from '../../stepParts';
import type { ButtonView, ItemView, View } from '../../view';

/** Whether the viewer may approve a step now. */
const isToApprove = (scene: Scene, step: StepSpec): boolean =>
  is(scene, 'lead') && mayApprove(scene.incident, step, scene.routine, scene.now);

const isToDo = (scene: Scene, step: StepSpec): boolean =>
  scene.facts.workable.includes(step.id) && isOpen(scene, step);

/** Whether a viewer may work on whatever step is open; who only stands by, on one that was handed to them. */
const worksOnAll = (scene: Scene): boolean =>
  scene.mayDo.has('endStep') && !(is(scene, 'standby') && !is(scene, 'strategist'));

/** The press of a step: its form, its approval, or what was written down; a press that ends it, where that is all. */
function pressOf(scene: Scene, step: StepSpec): ButtonView[] {
  if (!worksOnAll(scene) && !isOwned(scene, step)) return [];
  if (isToApprove(scene, step) || hasEnded(scene.incident, step.id))
    return [toPage(scene, BUTTON.openStep, 'step', { step: step.id })];
  if (!isToDo(scene, step)) return [];
  return hasForm(step)
    ? [toPage(scene, BUTTON.fillIn, 'step', { step: step.id })]
    : [plain(wordsOf(scene, step).done, 'endStep', adding(scene, { step: step.id }))];
}

function stepItem(scene: Scene, step: StepSpec): ItemView {
  const { sign, text, note } = stepRow(scene, step);
  return { text: `${sign} ${text}`, detail: note, buttons: pressOf(scene, step), links: [] };
}

/** The questions of a section that is ended: they may be answered before the end. */
const checkItem = (scene: Scene, { id }: CheckSectionSpec): ItemView => ({
  text: `${COMMON.signs.waiting} ${scene.routine.words.checks[id]?.title ?? id}`,
  detail: '',
  buttons: [toPage(scene, CHECKS_CARD.answer, 'checks', { about: id })],
  links: [],
});

const checkItems = (scene: Scene): ItemView[] =>
  checksLeft(scene.incident, scene.routine)
    .filter((section) => scene.mayDo.has('answerChecks') && mayCheck(scene.incident, section, scene.routine))
    .map((section) => checkItem(scene, section));

/**
 * "Alla åtgärder": what can be worked now, each with its press; then every step of the plan in its order. `about`: empty,
 * or from which step on.
 */
export function stepsPage(scene: Scene, about: string): View {
  const { steps } = scene.routine;
  const isAll = about !== '' || !worksOnAll(scene);
  const from = Number(about) || 0;
  const now = steps.filter((step) => isToApprove(scene, step) || isToDo(scene, step));
  const items = isAll
    ? steps.slice(from, from + ROWS).map((step) => stepItem(scene, step))
    : [...now.map((step) => stepItem(scene, step)), ...checkItems(scene)].slice(0, ROWS);
  const next = isAll ? from + ROWS : 0;
  const more =
    next < steps.length
      ? [toPage(scene, isAll ? LISTS.showMore : LISTS.wholePlan, 'steps', { about: String(next) })]
      : [];
  return card({
    kicker: kicker(scene),
    title: isAll ? LISTS.stepsTitle : LISTS.nowTitle,
    lines: [...partyOutLine(scene), ...(items.length === 0 ? [LISTS.nothingNow] : [])],
    items,
    links: documentLink(scene),
    buttons: [
      ...more,
      ...(scene.mayDo.has('readLog') ? [toPage(scene, LOG.button, 'log')] : []),
      ...documentButton(scene),
      ...improvementButton(scene),
      ...(scene.mayDo.has('addNote') ? [toExtraPage(scene, NOTES.button, 'notes')] : []),
      back('show', on(scene)),
    ],
    below: { buttons: outlookButton(scene) },
  });
}

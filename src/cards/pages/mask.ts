import { BUTTON } from '../../content/texts/common';
import { LISTS } from '../../content/texts/pages';
import { HIDDEN_NAME } from '../../content/texts/privacy';
import { longDay } from '../../content/texts/time';
import { maskFields } from '../../routine/transitions/name';
import { back, card, fields, plain, primary, type Typed } from '../parts';
import { pageFrom } from '../report/reportFacts';
import { adding, kicker, on, type Scene, toMainPage, toPage } from '../scene';
import type { View } from '../view';
import { versionFacts } from './amend';

/** The card of whoever had their name hidden: that it is, and the way back. */
export const struckCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: HIDDEN_NAME.title,
    lines: HIDDEN_NAME.lines,
    buttons: [plain(HIDDEN_NAME.show, 'showName', on(scene))],
  });

/** The strategist's task: to read through the free text. */
export const maskCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: HIDDEN_NAME.taskTitle,
    lines: HIDDEN_NAME.taskLines(longDay(scene.facts.masksBy)),
    buttons: [
      toMainPage(scene, HIDDEN_NAME.task, 'mask'),
      ...(scene.incident.state === 'open' ? [toPage(scene, BUTTON.moreChoices, 'more')] : []),
    ],
  });

/** Whether words may be hidden, or shown again, in it. */
export const isMasked = ({ incident, mayDo }: Scene): boolean =>
  incident.victim.bound === 'struck' && mayDo.has('mask');

/** The report as it is read now, from number `from` on, and the words that are hidden in it. */
export function maskPage(scene: Scene, from: number, typed: Typed): View {
  const { masked } = scene.incident.hidden ?? {};
  const { shown, next } = pageFrom(versionFacts(scene), from);
  const nothing = masked?.words ? HIDDEN_NAME.nothingMore : HIDDEN_NAME.nothing;
  return card({
    kicker: kicker(scene),
    title: HIDDEN_NAME.pageTitle,
    lines: HIDDEN_NAME.pageLines,
    problem: typed.problem,
    facts: shown,
    fields: fields(maskFields(scene.incident), HIDDEN_NAME.fields, { words: masked?.words ?? '' }, typed),
    buttons: [
      primary(HIDDEN_NAME.hide, 'mask', adding(scene)),
      ...(scene.facts.masksBy ? [plain(nothing, 'maskNothing', adding(scene))] : []),
      ...(next === undefined ? [] : [toPage(scene, LISTS.showMore, 'mask', { about: String(next) })]),
      back('show', on(scene)),
    ],
  });
}

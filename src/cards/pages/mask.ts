import { LISTS } from '../../content/texts/pages';
import { HIDDEN_NAME } from '../../content/texts/privacy';
import { maskFields } from '../../routine/transitions/name';
import { back, card, fields, plain, primary, type Typed } from '../parts';
import { pageFrom } from '../report/reportFacts';
import { adding, kicker, on, type Scene, toPage } from '../scene';
import type { View } from '../view';
import { versionFacts } from './amend';

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

import { BUTTON } from '../../../content/texts/common';
import { LISTS } from '../../../content/texts/pages';
import { IMPROVEMENT, NOTES } from '../../../content/texts/standing/noting';
import { longDay, moment } from '../../../content/texts/time';
import { reviewTexts } from '../../../routine/rules/figures/improvements';
import { IMPROVEMENT_FIELDS, NOTE_FIELDS } from '../../../routine/transitions/beside/noting';
import { back, button, card, fields, inWords, primary, type Typed } from '../../parts';
import { pageFrom } from '../../report/reportFacts';
import { adding, kicker, nameOf, on, type Scene, toPage } from '../../scene';
import type { FactView, ItemView, View } from '../../view';
import { shareField } from '../stepFields';

/** Notes with who wrote them and when, the newest first. */
export const noteFacts = (scene: Scene): FactView[] =>
  (scene.incident.notes ?? [])
    .map(({ at, by, text, isShared }) => ({
      label: NOTES.by(nameOf(scene, by), moment(at, scene.now), isShared ? '' : NOTES.only),
      text,
    }))
    .reverse();

/** Notes from number `from` on, and a field for another. */
export function notesPage(scene: Scene, from: number, typed: Typed): View {
  const all = noteFacts(scene);
  const { shown, next } = pageFrom(all, from);
  return card({
    kicker: kicker(scene),
    title: NOTES.title,
    lines: [...NOTES.lines, ...(all.length === 0 ? [NOTES.none] : [])],
    problem: typed.problem,
    facts: shown,
    fields: [...fields(NOTE_FIELDS, { text: NOTES.field }, {}, typed), ...shareField(scene, typed)],
    buttons: [
      primary(BUTTON.save, 'addNote', adding(scene)),
      ...(next === undefined ? [] : [toPage(scene, LISTS.showMore, 'notes', { about: String(next) })]),
      back('show', on(scene)),
    ],
  });
}

/** Improvements that are written down, each with its press while it is open. */
const itemsOf = (scene: Scene): ItemView[] =>
  (scene.incident.improvements ?? []).map(({ id, what, owner, day, doneAt }) => ({
    text: what,
    detail: doneAt ? `${IMPROVEMENT.isDone} ${moment(doneAt, scene.now)}` : `${owner}, ${longDay(day)}`,
    buttons: doneAt
      ? []
      : [button(IMPROVEMENT.done, 'endImprovement', on(scene, { improvement: id }), { inputs: 'none' })],
    links: [],
  }));

/** The page of improvements: what the review says, what is done about it already, and the form on something more. */
export function improvementPage(scene: Scene, typed: Typed): View {
  const facts = reviewTexts(scene.incident).map(({ of, text }) => ({
    label: IMPROVEMENT.of[of] ?? of,
    text,
  }));
  return card({
    kicker: kicker(scene),
    title: IMPROVEMENT.title,
    lines: IMPROVEMENT.lines,
    problem: typed.problem,
    items: itemsOf(scene),
    facts,
    fields: inWords(fields(IMPROVEMENT_FIELDS, IMPROVEMENT.fields, {}, typed), {
      improves: IMPROVEMENT.improves,
    }),
    buttons: [primary(IMPROVEMENT.save, 'addImprovement', adding(scene)), back('show', on(scene))],
  });
}

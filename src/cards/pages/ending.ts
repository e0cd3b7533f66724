import { BUTTON, COMMON } from '../../content/texts/common';
import { LEAD } from '../../content/texts/lead';
import { FORMS, LISTS } from '../../content/texts/pages';
import { EARLY } from '../../content/texts/wishes/wishes';
import { WORD } from '../../content/texts/wishes/word';
import { missingToClose } from '../../routine/rules/progress';
import { WORD_FIELDS } from '../../routine/transitions/closing';
import { back, card, fields, primary, ROWS, shortened, type Typed } from '../parts';
import { adding, kicker, on, type Scene, toExtraPage, toPage } from '../scene';
import { stepRow, toBeDrawnUp } from '../stepParts';
import type { FactView, View } from '../view';

/** How it went, in one's own words: two questions, neither of which must be answered. */
export function wordPage(scene: Scene, typed: Typed): View {
  const mine = scene.incident.reviewWords?.find(({ by }) => by === scene.viewer.person);
  const known = { worked: mine?.worked ?? '', better: mine?.better ?? '' };
  return card({
    kicker: kicker(scene),
    title: WORD.title,
    lines: [WORD.free],
    problem: typed.problem,
    fields: fields(WORD_FIELDS, WORD.fields, known, typed),
    buttons: [primary(BUTTON.save, 'sayWord', adding(scene)), back('show', on(scene))],
  });
}

/** Facts on how it went, as the victim and the strategist have said it, for whoever writes the review. */
export const wordFacts = ({ incident }: Scene): FactView[] =>
  (incident.reviewWords ?? []).flatMap(({ as, worked, better }) => {
    const text = [worked, better].filter(Boolean).join('\n');
    return text ? [{ label: WORD.of[as], text: shortened(text) }] : [];
  });

/** "Är du säker?": what happens when it is closed, and whether the victim has had their say. */
export const closePage = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: LEAD.closeAsk,
    lines: [
      ...LEAD.closeHappens,
      ...toBeDrawnUp(scene),
      ...(scene.incident.reviewWords?.some(({ as }) => as === 'victim') ? [] : [WORD.none]),
    ],
    buttons: [primary(LEAD.closeYes, 'close', on(scene)), back('show', on(scene))],
  });

/** The list of what still stands before the incident may be closed. */
export function missingPage(scene: Scene, from = 0): View {
  const missing = missingToClose(scene.incident, scene.routine);
  const open = (text: string) => ({ sign: COMMON.signs.waiting, text, note: '', isNow: false });
  const rows = [
    ...missing.steps.map((step) => stepRow(scene, step)),
    ...missing.checks.map((section) => open(scene.routine.words.checks[section.id]?.title ?? section.id)),
    ...(missing.firstTalk ? [open(FORMS.missing.firstTalk)] : []),
    ...missing.talks.map(() => open(FORMS.missing.talk)),
    ...missing.measures.map(() => open(FORMS.missing.measure)),
    ...(missing.review ? [open(FORMS.missing.review)] : []),
  ];
  return card({
    kicker: kicker(scene),
    title: FORMS.missingTitle,
    rows: rows.slice(from, from + ROWS),
    buttons: [
      ...(from + ROWS < rows.length
        ? [toPage(scene, LISTS.showMore, 'missing', { about: String(from + ROWS) })]
        : []),
      toPage(scene, BUTTON.allSteps, 'steps'),
      ...(scene.incident.state === 'open' ? [toExtraPage(scene, EARLY.button, 'closeEarly')] : []),
      back('show', on(scene)),
    ],
  });
}

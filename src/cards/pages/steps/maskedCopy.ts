import { BUTTON } from '../../../content/texts/common';
import { LISTS } from '../../../content/texts/pages';
import { MASKS } from '../../../content/texts/printed/takeDocument';
import { maskLine, proposedMasks } from '../../../routine/rules/report/maskedCopy';
import { COPY_FIELDS } from '../../../routine/transitions/beside/maskCopy';
import { card, fields, primary, type Typed } from '../../parts';
import { pageFrom } from '../../report/reportFacts';
import { adding, kicker, type Scene, toPage } from '../../scene';
import type { View } from '../../view';
import { versionFacts } from '../amend';

const unitsOf = ({ municipality: { parties, boards } }: Scene) => [...parties, ...boards];

/** The lines that are there, or those that the bot proposes. */
const linesOf = (scene: Scene): string =>
  scene.incident.masking?.lines ??
  proposedMasks(scene.incident, { ...scene, units: unitsOf(scene) })
    .map(({ words, why }) => maskLine({ words, why: MASKS.why[why] }))
    .join('\n');

/** The report as it is read, from number `from` on, and the words that a copy is handed out without, each with why. */
export function maskedCopyPage(scene: Scene, from: number, typed: Typed): View {
  const { shown, next } = pageFrom(versionFacts(scene), from);
  return card({
    kicker: kicker(scene),
    title: MASKS.title,
    lines: MASKS.lines,
    problem: typed.problem,
    facts: shown,
    fields: fields(COPY_FIELDS, { lines: MASKS.field }, { lines: linesOf(scene) }, typed),
    buttons: [
      primary(MASKS.save, 'maskCopy', adding(scene)),
      ...(next === undefined ? [] : [toPage(scene, LISTS.showMore, 'maskedCopy', { about: String(next) })]),
      toPage(scene, BUTTON.back, 'document'),
    ],
  });
}

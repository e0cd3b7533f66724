import { BUTTON } from '../../../content/texts/common';
import { REPORTER_SEES } from '../../../content/texts/people/reporterSees';
import type { ReporterSees } from '../../../routine/model/wish/reporterSees';
import { mayBeLetIn } from '../../../routine/rules/victim/reporterSees';
import { back, card, plain } from '../../parts';
import { sectionRows } from '../../progressRows';
import { is, kicker, on, type Scene, toPage } from '../../scene';
import type { ButtonView, CardView, View } from '../../view';

/* What the one who reported for another may see, for the victim who decides it and for them. */

const nowOf = ({ incident: { reporterSees } }: Scene): ReporterSees | 'nothing' =>
  reporterSees?.what ?? 'nothing';

/** The way there, for a victim whom another has reported. */
export const reporterSeesButton = (scene: Scene): ButtonView[] =>
  mayBeLetIn(scene.incident) ? [toPage(scene, REPORTER_SEES.button, 'reporterSees')] : [];

/** That they see more, on the victim's own card: without a name. */
export const reporterSeesLine = ({ incident: { reporterSees } }: Scene): string[] =>
  reporterSees ? [REPORTER_SEES.now[reporterSees.what]] : [];

/** How much they see now, and the presses that change it. */
export function reporterSeesPage(scene: Scene): View {
  const now = nowOf(scene);
  const choices = (['status', 'report', 'nothing'] as const).filter((sees) => sees !== now);
  return card({
    kicker: kicker(scene),
    title: REPORTER_SEES.title,
    lines: [REPORTER_SEES.now[now], ...REPORTER_SEES.lines],
    buttons: [
      ...choices.map((sees) => plain(REPORTER_SEES.choices[sees], 'letReporter', on(scene, { sees }))),
      back('show', on(scene)),
    ],
  });
}

/** The part of the reporter's own card that the victim's word adds; none without it. */
export function letInParts(
  scene: Scene,
): Pick<CardView, 'lines' | 'buttons'> & Pick<Partial<CardView>, 'below'> {
  const { reporterSees } = scene.incident;
  if (!reporterSees || !(is(scene, 'follower') || is(scene, 'confidant'))) return { lines: [], buttons: [] };
  const rows = sectionRows(scene).map((row) => ({ ...row, isNow: false }));
  return {
    lines: [REPORTER_SEES.letIn[reporterSees.what]],
    buttons: is(scene, 'confidant') ? [toPage(scene, BUTTON.details, 'details')] : [],
    below: { title: REPORTER_SEES.progress, lines: [], rows, buttons: [] },
  };
}

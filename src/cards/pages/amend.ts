import { BUTTON } from '../../content/texts/common';
import { FORMS } from '../../content/texts/pages';
import { REPORT } from '../../content/texts/report';
import type { ReportPageId } from '../../routine/model/routine';
import { back, card, fields, inWords, primary, type Typed } from '../parts';
import { adding, kicker, on, type Scene, toPage } from '../scene';
import type { View } from '../view';
import { form } from './forms';

/** Of the report's pages when it is amended. */
const AMEND_TITLES: Readonly<Record<ReportPageId, string>> = {
  what: REPORT.whatTitle,
  when: REPORT.whenTitle,
  around: REPORT.aroundTitle,
  offender: REPORT.offenderTitle,
  you: REPORT.youTitle,
};

/** A page of the report as a form; without one, the list of its pages. */
export function amendPage(scene: Scene, page: string, typed: Typed): View {
  const { pages, words } = scene.routine;
  const found = pages.find((one) => one.id === page);
  if (!found) {
    return card({
      kicker: kicker(scene),
      title: FORMS.amendTitle,
      buttons: pages.map((one) => toPage(scene, AMEND_TITLES[one.id], 'amend', { about: one.id })),
      below: { buttons: [back('show', on(scene))] },
    });
  }
  return form(
    scene,
    {
      title: AMEND_TITLES[found.id],
      fields: inWords(fields(found.fields, words.report, scene.incident.report, typed), words.choices),
    },
    typed,
    primary(BUTTON.save, 'amend', adding(scene, { page })),
  );
}

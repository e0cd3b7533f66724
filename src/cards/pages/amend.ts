import { BUTTON } from '../../content/texts/common';
import { FORMS } from '../../content/texts/pages';
import { REPORT } from '../../content/texts/report';
import { REPORT_FIELDS } from '../../content/texts/steps';
import type { FieldSpec } from '../../routine/model/fields';
import { REPORT_PAGES } from '../../routine/plan/plan';
import { back, card, fields, plain, primary, type Typed } from '../parts';
import { adding, kicker, on, type Scene } from '../scene';
import type { View } from '../view';
import { form } from './forms';

/** The report's pages when it is amended. */
const AMEND_PAGES = REPORT_PAGES.map((one) => ({
  id: one.id,
  fields: one.fields as readonly FieldSpec[],
  title: {
    what: REPORT.whatTitle,
    when: REPORT.whenTitle,
    around: REPORT.aroundTitle,
    offender: REPORT.offenderTitle,
    you: REPORT.youTitle,
  }[one.id],
}));

/** All ten fields of the report, page by page. */
export function amendPage(scene: Scene, page: string, typed: Typed): View {
  const found = AMEND_PAGES.find((one) => one.id === page);
  if (!found) {
    return card({
      kicker: kicker(scene),
      title: FORMS.amendTitle,
      buttons: AMEND_PAGES.map((one) =>
        plain(one.title, 'page', on(scene, { page: 'amend', about: one.id })),
      ),
      below: { buttons: [back('show', on(scene))] },
    });
  }
  return form(
    scene,
    { title: found.title, fields: fields(found.fields, REPORT_FIELDS, scene.incident.report, typed) },
    typed,
    primary(BUTTON.save, 'amend', adding(scene, { page })),
  );
}

import { BUTTON } from '../../content/texts/common';
import { FORMS } from '../../content/texts/pages';
import { REPORT } from '../../content/texts/report';
import { back, card, fields, inWords, primary, type Typed } from '../parts';
import { adding, kicker, on, type Scene, toPage } from '../scene';
import type { View } from '../view';
import { form } from './forms';

/** A page of the report as a form; without one, the list of its pages. */
export function amendPage(scene: Scene, page: string, typed: Typed): View {
  const { pages, words } = scene.routine;
  const found = pages.find((one) => one.id === page);
  if (!found) {
    return card({
      kicker: kicker(scene),
      title: FORMS.amendTitle,
      buttons: pages
        .filter(({ id }) => id !== 'review')
        .map(({ id }) => toPage(scene, REPORT[`${id}Title`], 'amend', { about: id })),
      below: { buttons: [back('show', on(scene))] },
    });
  }
  return form(
    scene,
    {
      title: REPORT[`${found.id}Title`],
      fields: inWords(fields(found.fields, words.report, scene.incident.report, typed), words.choices),
    },
    typed,
    primary(BUTTON.save, 'amend', adding(scene, { page })),
  );
}

import { BUTTON } from '../../content/texts/common';
import { CORRECTION } from '../../content/texts/evidence/corrections';
import { DETAILS, FORMS, LISTS } from '../../content/texts/pages';
import { REPORT, VERSIONS } from '../../content/texts/report';
import { moment } from '../../content/texts/time';
import type { ReportPage } from '../../routine/model/routine';
import { isWriterOnly } from '../../routine/rules/access';
import { passagesFor } from '../../routine/rules/report/corrections';
import { ownWords, saidOf, versionsOf } from '../../routine/rules/report/versions';
import { amendFields } from '../../routine/transitions/reporting';
import { shownPart } from '../../screens/forms';
import { addEvent } from '../eventParts';
import { back, card, fields, inWords, primary, shortened, type Typed } from '../parts';
import { authorWords, pageFrom, readsAs, reportLabel, reportWords } from '../report/reportFacts';
import { adding, kicker, on, type Scene, toPage } from '../scene';
import type { FactView, View } from '../view';
import { form } from './forms';

/** So many pages stand in the first row of the list: no row of buttons is longer than six. */
const FIRST_ROW = 4;

/** The words of others in the fields of a page: it stays, whatever is added. */
const others = (scene: Scene, page: ReportPage): FactView[] =>
  page.fields.flatMap(({ id }) =>
    saidOf(scene.incident, id)
      .filter(({ by }) => by !== scene.viewer.person)
      .map((said) => ({
        label: VERSIONS.said(reportLabel(scene.routine.words.report, id, 'read'), authorWords(scene, said)),
        text: shortened(reportWords(scene.routine, id, said.text)),
      })),
  );

/** The way to what others have written and is not right. */
const toCorrections = (scene: Scene) =>
  scene.mayDo.has('askCorrection') &&
  scene.incident.state === 'open' &&
  passagesFor(scene.incident, scene.routine, scene.viewer.person).length > 0
    ? [toPage(scene, CORRECTION.ask, 'askCorrection')]
    : [];

/** A page of the report as a form for one's own words; without one, the list of its pages. */
export function amendPage(scene: Scene, page: string, typed: Typed): View {
  const { pages, words } = scene.routine;
  const found = pages.find((one) => one.id === page);
  if (!found) {
    const buttons = pages
      .filter(({ id }) => id !== 'review')
      .map(({ id }) => toPage(scene, REPORT[`${id}Title`], 'amend', { about: id }));
    return card({
      kicker: kicker(scene),
      title: FORMS.amendTitle,
      lines: [VERSIONS.amendLine],
      buttons: buttons.slice(0, FIRST_ROW),
      below: {
        buttons: [
          ...buttons.slice(FIRST_ROW),
          ...toCorrections(scene),
          ...addEvent(scene),
          back('show', on(scene)),
        ],
      },
    });
  }
  const { person } = scene.viewer;
  const as = isWriterOnly(scene.viewer.roles) ? 'other' : readsAs(scene);
  const specs = amendFields(scene.incident, found, person);
  const labels = Object.fromEntries(specs.map(({ id }) => [id, reportLabel(words.report, id, as)]));
  return form(
    scene,
    {
      title: REPORT[`${found.id}Title`],
      facts: others(scene, found),
      fields: inWords(fields(specs, labels, ownWords(scene.incident, person), typed), words.choices),
    },
    typed,
    primary(BUTTON.save, 'amend', adding(scene, { page })),
  );
}

/** Every version of the report, oldest first, each with its author and time: a fact a field. */
export const versionFacts = (scene: Scene): FactView[] =>
  versionsOf(scene.incident).flatMap((version): FactView[] => {
    const head = VERSIONS.written(authorWords(scene, version), moment(version.at, scene.now));
    // What was never said is no more than left out: only what was said can be taken back.
    const said = Object.entries(version.values).filter(([, text]) => text !== undefined);
    const lines = said.map(
      ([field, text]) =>
        `${reportLabel(scene.routine.words.report, field, 'read')}: ${text ? reportWords(scene.routine, field, text) : VERSIONS.takenBack}`,
    );
    return lines.map((text) => ({ label: head, text: shownPart(text) }));
  });

/** The page of all versions. Nothing in it is overwritten. */
export function versionsPage(scene: Scene, from: number): View {
  const { shown, next } = pageFrom(versionFacts(scene), from);
  return card({
    kicker: kicker(scene),
    title: VERSIONS.title,
    facts: shown,
    buttons: [
      ...(next === undefined ? [] : [toPage(scene, LISTS.showMore, 'versions', { about: String(next) })]),
      ...toCorrections(scene),
      toPage(scene, BUTTON.back, 'details'),
    ],
    footnote: DETAILS.logged,
  });
}

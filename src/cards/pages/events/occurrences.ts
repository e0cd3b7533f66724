import { BUTTON } from '../../../content/texts/common';
import { EVENTS } from '../../../content/texts/evidence/occurrences';
import { LISTS } from '../../../content/texts/pages';
import { VERSIONS } from '../../../content/texts/report';
import { moment, shortDay } from '../../../content/texts/time';
import { isWriterOnly } from '../../../routine/rules/access';
import { byDay, type Dated, occurrenceFields, ofOccurrence } from '../../../routine/rules/report/occurrences';
import { ownWords } from '../../../routine/rules/report/versions';
import { addEvent, mayAdd } from '../../eventParts';
import { back, button, card, fields, inWords, NOTHING_TYPED, primary, ROWS, type Typed } from '../../parts';
import { pageFrom, readsAs, reportFacts, reportLabel } from '../../report/reportFacts';
import { adding, kicker, logNote, on, type Scene, toMainPage, toPage } from '../../scene';
import type { ItemView, View } from '../../view';
import { versionFacts } from '../amend';

/* Events that were added to an incident: the list, one of them, and the form. */

/** The day of an event in words, of a span both. */
const dayWords = ({ date, dateTo }: Pick<Dated, 'date' | 'dateTo'>): string => {
  if (!date) return EVENTS.noDay;
  return date === dateTo ? shortDay(date) : EVENTS.span(shortDay(date), shortDay(dateTo));
};

/** "Det har hänt igen": to this incident, or a report of its own. */
export const againPage = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: EVENTS.againTitle,
    lines: EVENTS.againLines,
    buttons: [
      toMainPage(scene, EVENTS.here, 'occurrence'),
      button(EVENTS.other, 'start', {}, { inputs: 'none' }),
      back('show', on(scene)),
    ],
  });

function eventItem(scene: Scene, one: Dated): ItemView {
  return {
    text: dayWords(one),
    detail: EVENTS.told(moment(one.toldAt, scene.now)),
    buttons: [toPage(scene, EVENTS.open, 'occurrence', { about: one.id })],
    links: [],
  };
}

/** The list of events by their days. `from`: which is the first on the page. */
export function occurrencesPage(scene: Scene, from: number): View {
  const all = byDay(scene.incident, scene.routine);
  const next = from + ROWS < all.length ? String(from + ROWS) : undefined;
  return card({
    kicker: kicker(scene),
    title: EVENTS.listTitle,
    lines: all.length === 0 ? [EVENTS.empty] : EVENTS.listLines,
    items: all.slice(from, from + ROWS).map((one) => eventItem(scene, one)),
    buttons: [
      ...(next === undefined ? [] : [toPage(scene, LISTS.showMore, 'occurrences', { about: next })]),
      ...addEvent(scene),
      back('show', on(scene)),
    ],
    footnote: logNote(scene),
  });
}

/** The form on an event, with the presser's own words in it; `own` undefined: on a new one. */
function eventFields(scene: Scene, own: Readonly<Record<string, string>> | undefined, typed: Typed) {
  const { words } = scene.routine;
  const as = isWriterOnly(scene.viewer.roles) ? 'other' : readsAs(scene);
  const specs = occurrenceFields(scene.routine, own === undefined);
  const labels = Object.fromEntries(specs.map(({ id }) => [id, reportLabel(words.report, id, as)]));
  return inWords(fields(specs, labels, own ?? {}, typed), words.choices);
}

/** The form on a new event. */
const newPage = (scene: Scene, typed: Typed): View =>
  card({
    kicker: kicker(scene),
    problem: typed.problem,
    title: EVENTS.formTitle,
    lines: EVENTS.formLines,
    fields: eventFields(scene, undefined, typed),
    buttons: [primary(BUTTON.save, 'addOccurrence', adding(scene)), back('show', on(scene))],
  });

/** One event: what was said of it, by whom and when, and a form for more; closed, what was said alone. */
export function occurrencePage(scene: Scene, about: string, typed: Typed = NOTHING_TYPED): View {
  const incident = ofOccurrence(scene.incident, about, scene.routine);
  if (!incident) return newPage(scene, typed);
  const one = { ...scene, incident };
  const [dated] = byDay(
    { ...scene.incident, occurrences: scene.incident.occurrences?.filter(({ id }) => id === about) },
    scene.routine,
  );
  const count = incident.evidence?.length ?? 0;
  const said = incident.versions && incident.versions.length > 1 ? versionFacts(one) : [];
  const own = ownWords(incident, scene.viewer.person);
  return card({
    kicker: kicker(scene),
    problem: typed.problem,
    title: EVENTS.title(dated ? dayWords(dated) : EVENTS.noDay),
    lines: [...(count > 0 ? [EVENTS.files(count)] : []), ...(mayAdd(scene) ? [EVENTS.more] : [])],
    facts: pageFrom(
      [
        ...reportFacts(incident.report, scene.routine, readsAs(scene)),
        ...said.map((fact) => ({ ...fact, label: `${VERSIONS.button}: ${fact.label}` })),
      ],
      0,
    ).shown,
    fields: mayAdd(scene) ? eventFields(scene, own, typed) : [],
    buttons: [
      ...(mayAdd(scene) ? [primary(BUTTON.save, 'addOccurrence', adding(scene, { occurrence: about }))] : []),
      toPage(scene, BUTTON.back, 'occurrences'),
    ],
    footnote: logNote(scene),
  });
}

import { CORRECTION } from '../../../content/texts/evidence/corrections';
import { LISTS } from '../../../content/texts/pages';
import { moment } from '../../../content/texts/time';
import type { Correction } from '../../../routine/model/wish/corrections';
import {
  correctionsFor,
  isUnansweredRequest,
  mayAnswer,
  passagesFor,
} from '../../../routine/rules/report/corrections';
import { ownWords } from '../../../routine/rules/report/versions';
import { answerFields, requestFields } from '../../../routine/transitions/beside/corrections';
import { back, card, fields, inWords, primary, ROWS, shortened, type Typed } from '../../parts';
import { authorWords, reportLabel } from '../../report/reportFacts';
import { adding, kicker, nameOf, on, type Scene, toPage } from '../../scene';
import type { ItemView, View } from '../../view';
import { form } from '../forms';

const labelOf = (scene: Scene, field: string): string =>
  reportLabel(scene.routine.words.report, field, 'read');

/** Who asked: an official's name, else who they are in the report. */
const askedBy = (scene: Scene, { by }: Correction): string => nameOf(scene, by);

/** The outcome of a request, in a line; how its time is written, as who reads it needs. */
export function answerWords(
  scene: Scene,
  { answer }: Correction,
  timeOf: (iso: string) => string = (iso) => moment(iso, scene.now),
): string {
  if (!answer) return CORRECTION.waits;
  const given = CORRECTION.answered(
    CORRECTION.answers[answer.is],
    nameOf(scene, answer.by),
    timeOf(answer.at),
  );
  return [given, answer.reason].filter(Boolean).join('. ');
}

function itemOf(scene: Scene, one: Correction): ItemView {
  const mayPress =
    scene.incident.state === 'open' && isUnansweredRequest(one) && mayAnswer(one, scene.viewer);
  return {
    text: CORRECTION.by(labelOf(scene, one.field), askedBy(scene, one), moment(one.at, scene.now)),
    detail: [shortened(one.what), shortened(one.why), answerWords(scene, one)].join('\n'),
    buttons: mayPress ? [toPage(scene, CORRECTION.answer, 'answerCorrection', { about: one.id })] : [],
    links: [],
  };
}

/** The requests that this person knows of: open ones first, then the newest, from number `from` on. */
export function correctionsPage(scene: Scene, from: number): View {
  const all = [...correctionsFor(scene.incident, scene.viewer)]
    .reverse()
    .sort((a, b) => Number(!isUnansweredRequest(a)) - Number(!isUnansweredRequest(b)));
  const next = from + ROWS < all.length ? from + ROWS : undefined;
  const mayAsk =
    scene.mayDo.has('askCorrection') &&
    scene.incident.state === 'open' &&
    passagesFor(scene.incident, scene.routine, scene.viewer.person).length > 0;
  return card({
    kicker: kicker(scene),
    title: CORRECTION.title,
    lines: all.length === 0 ? [CORRECTION.none, ...CORRECTION.lines] : CORRECTION.lines,
    items: all.slice(from, from + ROWS).map((one) => itemOf(scene, one)),
    buttons: [
      ...(next === undefined ? [] : [toPage(scene, LISTS.showMore, 'corrections', { about: String(next) })]),
      ...(mayAsk ? [toPage(scene, CORRECTION.ask, 'askCorrection')] : []),
      back('show', on(scene)),
    ],
  });
}

/** The form that asks for one. */
export function askCorrectionPage(scene: Scene, _: string, typed: Typed): View {
  const passages = passagesFor(scene.incident, scene.routine, scene.viewer.person);
  const titles = Object.fromEntries(
    passages.map(({ id, field, said }) => [
      id,
      CORRECTION.passage(labelOf(scene, field), authorWords(scene, said)),
    ]),
  );
  return form(
    scene,
    {
      title: CORRECTION.askTitle,
      lines: CORRECTION.askLines,
      fields: inWords(fields(requestFields(passages), CORRECTION.fields, {}, typed), { passage: titles }),
    },
    typed,
    primary(CORRECTION.send, 'askCorrection', adding(scene)),
  );
}

/** The form of the answer: to the author with their own words, to be changed; to others as what is written down. */
export function answerCorrectionPage(scene: Scene, about: string, typed: Typed): View {
  const { incident, viewer, routine } = scene;
  const found = incident.corrections?.find(({ id }) => id === about);
  if (!found) return card({ kicker: kicker(scene), buttons: [back('show', on(scene))] });
  const isOwn = found.of === viewer.person;
  const labels = { ...CORRECTION.answerFields, [found.field]: labelOf(scene, found.field) };
  const specs = answerFields(found, routine, viewer.person);
  return form(
    scene,
    {
      title: CORRECTION.answerTitle,
      lines: isOwn ? CORRECTION.answerOwn : CORRECTION.answerFor,
      facts: [
        {
          label: `${labelOf(scene, found.field)} (${authorWords(scene, { by: found.of, as: found.as })})`,
          text: shortened(found.what),
        },
        { label: CORRECTION.fields.why, text: shortened(found.why) },
      ],
      fields: inWords(fields(specs, labels, isOwn ? ownWords(incident, viewer.person) : {}, typed), {
        ...routine.words.choices,
        answer: CORRECTION.answers,
      }),
    },
    typed,
    primary(CORRECTION.save, 'answerCorrection', on(scene, { correction: found.id })),
  );
}

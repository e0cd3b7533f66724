import { COMMON } from '../../content/texts/common';
import { READ_FIRST, STEP_CARD } from '../../content/texts/pages';
import { clockWords, dayWritten } from '../../content/texts/time';
import { TALK } from '../../content/texts/timed';
import { dayOf } from '../../routine/calendar/localTime';
import type { Prefill } from '../../routine/model/condition';
import type { FieldSpec } from '../../routine/model/fields';
import { type StepSpec, stepOf } from '../../routine/model/routine';
import { prefillOf } from '../../routine/plan/prefill';
import { isOfficial } from '../../routine/rules/access';
import { stored } from '../../routine/rules/progress';
import { hasMunicipalFields } from '../../routine/rules/reading';
import { answeredOf } from '../../routine/rules/steps/answered';
import { isFollowUpDay } from '../../routine/rules/steps/talks';
import { SHARE } from '../../routine/transitions/sharing';
import { openParts } from '../../routine/transitions/steps';
import { WHICH_TALK } from '../../routine/transitions/talks';
import { type FieldExtras, field, fields, inWords, NOTHING_TYPED, type Typed } from '../parts';
import { is, type Scene } from '../scene';
import { wordsOf } from '../stepParts';
import type { FactView, FieldView } from '../view';
import { forAllField } from './events/joined';

const besides = (scene: Scene, step: StepSpec): FieldView[] =>
  openParts(scene.incident, step, scene.routine).map((part) =>
    field({ id: part.id, kind: 'toggle' }, { label: wordsOf(scene, part).beside ?? '' }),
  );

const defaults = (scene: Scene, step: StepSpec): Record<string, string> => {
  const today = dayOf(scene.now);
  const days = step.fields.filter((spec) => spec.kind === 'date' && spec.required);
  const dates = Object.fromEntries(days.map((spec) => [spec.id, today]));
  const known = Object.entries(step.prefill ?? {}).map(([id, sources]) => [id, knownFrom(scene, sources)]);
  return { ...dates, ...Object.fromEntries(known) };
};

/** The first that says something. */
const knownFrom = (scene: Scene, sources: readonly Prefill[]): string => {
  for (const source of sources) {
    const value = known(scene, source);
    if (value) return value;
  }
  return '';
};

function known(scene: Scene, source: Prefill): string {
  switch (source.from) {
    case 'you':
      return yourName(scene);
    case 'bothOfYou':
      return bothNames(scene);
    case 'record':
      return recordWords(scene, source);
    default:
      return prefillOf(scene.incident, source, scene.routine);
  }
}

/** The victim and whoever fills in the form: those who have talked. */
export const bothNames = (scene: Scene): string =>
  COMMON.listAnd([scene.incident.victim.name ?? '', yourName(scene)].filter(Boolean));

/** Whoever fills in the form. */
const yourName = (scene: Scene): string =>
  is(scene, 'victim')
    ? (scene.incident.victim.name ?? '')
    : (scene.contacts.find(({ person }) => person === scene.viewer.person)?.name ?? '');

/** The record of a step in a field, in words. */
function recordWords(scene: Scene, source: { step: string; field: string }): string {
  const step = stepOf(scene.routine, source.step);
  const views = step
    ? inWords(fields(step.fields, {}, {}, NOTHING_TYPED), scene.routine.words.choices, step.id)
    : [];
  const view = views.find(({ id }) => id === source.field);
  const value = stored(scene.incident, source.step).records[source.field] ?? '';
  return view && value ? valueWords(view, value) : '';
}

/** The value that a control question begins with: a code for one that is chosen, words for a comment. */
export const answerKnown = (scene: Scene, source: Prefill): string => known(scene, source);

/** The inputs of a step, with what was recorded before. */
export const stepFields = (scene: Scene, step: StepSpec, typed: Typed): FieldView[] => [
  ...ownFields(scene, step, { ...defaults(scene, step), ...stored(scene.incident, step.id).records }, typed),
  ...whichTalk(scene, step, typed),
  ...besides(scene, step),
  ...(hasMunicipalFields(step) ? shareField(scene, typed) : []),
  ...forAllField(scene, step, typed),
];

/** Before the follow-up talk's own days, and where a day before them was given: which talk it was. */
function whichTalk(scene: Scene, step: StepSpec, typed: Typed): FieldView[] {
  const isEarly = !isFollowUpDay(scene, dayOf(scene.now));
  const isAsked = isEarly || WHICH_TALK.id in typed.problems || WHICH_TALK.id in typed.values;
  if (!step.isTalk || !isAsked) return [];
  const choices = Object.entries(TALK.whiches).map(([value, title]) => ({ value, title }));
  const value = typed.values[WHICH_TALK.id] ?? (isEarly ? 'first' : '');
  return [
    field(WHICH_TALK, {
      label: TALK.which,
      kind: 'radio',
      choices,
      value,
      problem: typed.problems[WHICH_TALK.id],
    }),
  ];
}

/** The fields that the plan gives a step, in its words. */
function ownFields(
  scene: Scene,
  step: StepSpec,
  values: Readonly<Record<string, string>>,
  typed: Typed,
): FieldView[] {
  const { routine, incident } = scene;
  const told = Object.values(step.tellsLead ?? {});
  // Where the party is not asked, there is no outsider to tell.
  const answered = answeredOf(incident, step, routine);
  const asked = step.fields.filter(
    ({ id, unfolds }) =>
      !(id in answered) &&
      (incident.route === 'party' || !told.includes(id)) &&
      (!unfolds || id in typed.problems || Boolean(typed.values[id] ?? values[id])),
  );
  const views = fields(asked, routine.words.fields[step.id] ?? {}, values, typed);
  return inWords(views, routine.words.choices, step.id);
}

/** Asks an official whether the party's lead may read it too; nothing where no outsider can. */
export const shareField = ({ incident, viewer }: Scene, typed: Typed): FieldView[] =>
  incident.route === 'party' && isOfficial(viewer.roles)
    ? [field({ id: SHARE, kind: 'toggle' }, { label: STEP_CARD.share, value: typed.values[SHARE] })]
    : [];

const askWhy = (): FieldSpec => ({ id: 'reason', kind: 'text', required: true });

/** Alone with 3.2.3: no second person is there, so a reason is asked. */
export const isAlone = (scene: Scene): boolean => scene.facts.isAlone;

/** The inputs of a proposal of whom to tell, with what was proposed before. */
export function groupFields(scene: Scene, step: StepSpec, typed: Typed): FieldView[] {
  const proposed = {
    ...defaults(scene, step),
    ...stored(scene.incident, step.id).records,
    ...scene.incident.groups?.values,
  };
  const all = ownFields(scene, step, proposed, typed);
  const why = { label: STEP_CARD.aloneReason, value: typed.values.reason, problem: typed.problems.reason };
  const asked = isAlone(scene) ? [...all, field(askWhy(), why)] : all;
  return [...asked, ...forAllField(scene, step, typed)];
}

/** The values of a step as facts. */
export function recordFacts(scene: Scene, step: StepSpec): (FactView & { id: string })[] {
  const { records, reason } = stored(scene.incident, step.id);
  const shown = stepFields(scene, step, { values: {}, problems: {}, problem: '' }).filter(
    (one) => records[one.id],
  );
  const facts = shown.map((one) => ({
    id: one.id,
    label: one.label,
    text: valueWords(one, records[one.id] ?? ''),
  }));
  const { victimSaid = '', victimHow = '' } = records;
  const words = (READ_FIRST.said as Readonly<Record<string, string>>)[victimSaid];
  return [
    ...facts,
    ...(words
      ? [{ id: '', label: READ_FIRST.saidBy, text: [words, victimHow].filter(Boolean).join('. ') }]
      : []),
    ...(reason ? [{ id: '', label: STEP_CARD.reason, text: reason }] : []),
  ];
}

/** A chosen or typed value in words. */
export const valueWords = (view: Pick<FieldView, 'choices' | 'kind'>, value: string): string => {
  if (view.choices.length > 0) {
    return value
      .split(',')
      .map((one) => view.choices.find((choice) => choice.value === one)?.title ?? one)
      .join(', ');
  }
  if (view.kind === 'date') return dayWritten(value);
  if (view.kind === 'time') return clockWords(value);
  return view.kind === 'toggle' ? (value === 'true' ? COMMON.signs.done : COMMON.signs.no) : value;
};

/** The field for a reason in one's own words. */
export const reasonField = (typed: Typed, label: string = STEP_CARD.reason): FieldView => {
  const extras: FieldExtras = { label, value: typed.values.reason, problem: typed.problems.reason };
  return field(askWhy(), extras);
};

import { BUTTON, COMMON } from '../../content/texts/common';
import { LEAD } from '../../content/texts/lead';
import { GROUPS_CARD, STEP_CARD } from '../../content/texts/pages';
import { DECISION } from '../../content/texts/police';
import { longDay, moment } from '../../content/texts/time';
import { dayOf } from '../../routine/calendar/localTime';
import { DECISION_ANSWERS } from '../../routine/model/codes';
import type { FieldSpec } from '../../routine/model/fields';
import type { CheckSectionSpec, StepSpec } from '../../routine/model/routine';
import type { StepWords } from '../../routine/model/words';
import { prefillOf } from '../../routine/plan/evaluate';
import { isWorkedOn, twoPersonsStep } from '../../routine/plan/traits';
import {
  confirmersOf,
  followUpDays,
  hasEnded,
  mayApprove,
  ownersOf,
  stateOf,
  stored,
} from '../../routine/rules/progress';
import { checkFieldsOf } from '../../routine/transitions/closing';
import { maySkip, openParts } from '../../routine/transitions/steps';
import {
  back,
  card,
  extra,
  type FieldExtras,
  field,
  fields,
  inWords,
  plain,
  primary,
  type Typed,
} from '../parts';
import { adding, is, kicker, nameOf, on, ownerWords, routineOf, type Scene } from '../scene';
import type { ButtonView, CardView, FieldView, RowView, View } from '../view';

export const wordsOf = ({ routine }: Scene, step: StepSpec): StepWords =>
  routine.words.steps[step.id] ?? { title: step.id, help: '', short: step.id, done: BUTTON.save };

/** A section of the plan: its number and what it is about. */
export const sectionWords = ({ routine }: Scene, section: string): string =>
  `${section} ${routine.words.sections[section] ?? ''}`;

const besides = (scene: Scene, step: StepSpec): FieldView[] =>
  openParts(scene.incident, step, scene.routine).map((part) =>
    field({ id: part.id, kind: 'toggle' }, { label: wordsOf(scene, part).beside ?? '' }),
  );

const defaults = (scene: Scene, step: StepSpec): Record<string, string> => {
  const today = dayOf(scene.now);
  const days = step.fields.filter((spec) => spec.kind === 'date' && spec.required);
  const dates = Object.fromEntries(days.map((spec) => [spec.id, today]));
  const told = Object.entries(step.prefill ?? {}).map(([id, from]) => [
    id,
    scene.incident.report[from] ?? '',
  ]);
  return { ...dates, ...Object.fromEntries(told) };
};

/** The inputs of a step, with what was recorded before. */
export const stepFields = (scene: Scene, step: StepSpec, typed: Typed): FieldView[] => [
  ...ownFields(scene, step, { ...defaults(scene, step), ...stored(scene.incident, step.id).records }, typed),
  ...besides(scene, step),
];

/** The fields that the plan gives a step, in its words. */
function ownFields(
  { routine }: Scene,
  step: StepSpec,
  values: Readonly<Record<string, string>>,
  typed: Typed,
): FieldView[] {
  const views = fields(step.fields, routine.words.fields[step.id] ?? {}, values, typed);
  return inWords(views, routine.words.choices, step.id);
}

const askWhy = (): FieldSpec => ({ id: 'reason', kind: 'text', required: true });

/** Alone with 3.2.3: no second person is there, so a reason is asked. */
const isAlone = (scene: Scene): boolean =>
  confirmersOf({
    ...scene,
    incident: { ...scene.incident, groups: { by: scene.viewer.person, at: '', values: {}, epoch: 0 } },
  }).length === 0;

function groupFields(scene: Scene, step: StepSpec, typed: Typed): FieldView[] {
  const proposed = { ...stored(scene.incident, step.id).records, ...scene.incident.groups?.values };
  const all = ownFields(scene, step, proposed, typed);
  const why = { label: STEP_CARD.aloneReason, value: typed.values.reason, problem: typed.problems.reason };
  return isAlone(scene) ? [...all, field(askWhy(), why)] : all;
}

const endButton = (scene: Scene, step: StepSpec): ButtonView =>
  step.owner === 'twoPersons'
    ? primary(isAlone(scene) ? BUTTON.save : wordsOf(scene, step).done, 'proposeGroups', adding(scene))
    : primary(wordsOf(scene, step).done, 'endStep', adding(scene, { step: step.id }));

const help = (scene: Scene, step: StepSpec): string[] => {
  const { last } = followUpDays(scene.incident, routineOf(scene));
  const latest = step.isTalk ? [LEAD.lastDay(longDay(last))] : [];
  return [wordsOf(scene, step).help, ...latest];
};

/**
 * What a person fills in and presses to end a step. Only ever in the response to a press: base cards hold no inputs,
 * so that no update of a card can wipe what someone types.
 */
export function stepWork(scene: Scene, step: StepSpec, typed: Typed): Partial<CardView> {
  const isForAnother = !ownersOf(scene, step).includes(scene.viewer.person) && step.owner !== 'twoPersons';
  const others = isForAnother ? [STEP_CARD.forWhom(ownerWords(scene, step))] : [];
  const reopened = stored(scene.incident, step.id).reason;
  return {
    title: wordsOf(scene, step).title,
    lines: [...help(scene, step), ...others],
    problem: typed.problem,
    facts:
      reopened && stored(scene.incident, step.id).state === 'open'
        ? [{ label: BUTTON.reopenStep, text: reopened }]
        : [],
    fields: step.owner === 'twoPersons' ? groupFields(scene, step, typed) : stepFields(scene, step, typed),
    buttons: [endButton(scene, step), ...notNeeded(scene, step), back('show', on(scene))],
  };
}

/** "Behövs inte", where this person may say so. */
export const notNeeded = (scene: Scene, step: StepSpec): ButtonView[] =>
  maySkip(scene.incident, step, scene.viewer.roles)
    ? [plain(BUTTON.notNeeded, 'page', on(scene, { page: 'skip', step: step.id }))]
    : [];

const endedLine = (scene: Scene, step: StepSpec): string[] => {
  const { state, endedBy, endedAt, isAuto, isForOwner } = stored(scene.incident, step.id);
  if (isAuto && state === 'notApplicable') return [STEP_CARD.auto];
  if (!endedAt) return [STEP_CARD.notOpen];
  const words = state === 'done' ? STEP_CARD.doneBy : STEP_CARD.skippedBy;
  return [
    words(nameOf(scene, endedBy), moment(endedAt, scene.now)),
    ...(isForOwner ? [STEP_CARD.forOwner] : []),
  ];
};

/** The values of a step as facts. */
export function recordFacts(scene: Scene, step: StepSpec): { label: string; text: string }[] {
  const { records, reason } = stored(scene.incident, step.id);
  const shown = stepFields(scene, step, { values: {}, problems: {}, problem: '' }).filter(
    (one) => records[one.id],
  );
  const facts = shown.map((one) => ({ label: one.label, text: valueWords(one, records[one.id] ?? '') }));
  return reason ? [...facts, { label: STEP_CARD.reason, text: reason }] : facts;
}

/** What was chosen or typed, in words. */
export const valueWords = (view: Pick<FieldView, 'choices' | 'kind'>, value: string): string => {
  if (view.kind === 'choices' || view.kind === 'choice') {
    return value
      .split(',')
      .map((one) => view.choices.find((choice) => choice.value === one)?.title ?? one)
      .join(', ');
  }
  return view.kind === 'toggle' ? (value === 'true' ? COMMON.signs.done : COMMON.signs.no) : value;
};

const mayReopen = (scene: Scene, step: StepSpec): boolean =>
  isWorkedOn(step) && (is(scene, 'lead') || is(scene, 'strategist')) && scene.incident.state === 'open';

/** One step on a page of its own: to work on, to approve, or to read what was written down. */
export function stepPage(scene: Scene, step: StepSpec, typed: Typed): View {
  const head = { kicker: kicker(scene, sectionWords(scene, step.section)) };
  if (hasEnded(scene.incident, step.id)) {
    const again = mayReopen(scene, step)
      ? [plain(BUTTON.reopenStep, 'page', on(scene, { page: 'reopenStep', step: step.id }))]
      : [];
    return card({
      ...head,
      title: wordsOf(scene, step).title,
      lines: endedLine(scene, step),
      facts: recordFacts(scene, step),
      buttons: [...again, back('page', on(scene, { page: 'steps' }))],
    });
  }
  if (isWorkedOn(step) && stateOf(scene.incident, step, routineOf(scene), scene.now) === 'open') {
    const asks = is(scene, 'lead') && mayApprove(scene.incident, step, routineOf(scene), scene.now);
    const work = stepWork(scene, step, typed);
    const ask = extra(BUTTON.approve, 'approve', on(scene, { step: step.id }));
    return card({ ...head, ...work, buttons: [...(work.buttons ?? []), ...(asks ? [ask] : [])] });
  }
  const asks = is(scene, 'lead') && mayApprove(scene.incident, step, routineOf(scene), scene.now);
  return card({
    ...head,
    title: wordsOf(scene, step).title,
    lines: [wordsOf(scene, step).help, asks ? LEAD.approveLines : STEP_CARD.notOpen],
    buttons: [
      ...(asks ? [primary(BUTTON.approve, 'approve', on(scene, { step: step.id }))] : []),
      back('page', on(scene, { page: 'steps' })),
    ],
  });
}

/** Asks why: a step is not needed, or is opened again. */
export function reasonPage(
  scene: Scene,
  step: StepSpec,
  verb: 'skipStep' | 'reopenStep',
  typed: Typed,
): View {
  const isSkip = verb === 'skipStep';
  const title = isSkip
    ? STEP_CARD.skipTitle(wordsOf(scene, step).short)
    : STEP_CARD.reopenTitle(wordsOf(scene, step).short);
  return card({
    kicker: kicker(scene, step.section),
    title,
    lines: isSkip ? STEP_CARD.skipLines : [],
    problem: typed.problem,
    fields: [reasonField(typed)],
    buttons: [
      primary(isSkip ? BUTTON.notNeeded : BUTTON.reopenStep, verb, adding(scene, { step: step.id })),
      back('show', on(scene)),
    ],
  });
}

export const reasonField = (typed: Typed, label: string = STEP_CARD.reason): FieldView => {
  const extras: FieldExtras = { label, value: typed.values.reason, problem: typed.problems.reason };
  return field(askWhy(), extras);
};

/** The second of two persons reads what is to be told. */
export function confirmPage(scene: Scene): View {
  const { groups } = scene.incident;
  const step = twoPersonsStep(routineOf(scene));
  const values = groups?.values ?? {};
  const shown = step ? groupFields(scene, step, { values: {}, problems: {}, problem: '' }) : [];
  return card({
    kicker: kicker(scene, step?.section),
    title: GROUPS_CARD.confirmTitle,
    lines: GROUPS_CARD.confirmLines,
    facts: shown
      .filter((one) => values[one.id])
      .map((one) => ({ label: one.label, text: valueWords(one, values[one.id] ?? '') })),
    buttons: [
      primary(BUTTON.confirm, 'confirmGroups', on(scene, { epoch: String(groups?.epoch ?? 0) })),
      plain(BUTTON.changeProposal, 'page', on(scene, { page: 'groups' })),
      back('show', on(scene)),
    ],
  });
}

/** Bilaga 5 part 2: one section's questions, prefilled. */
export function checksWork(scene: Scene, section: CheckSectionSpec, typed: Typed): Partial<CardView> {
  const words = scene.routine.words.checks[section.id];
  const prefilled = Object.fromEntries(
    [...section.checks, ...section.comments].map((one) => [one.id, prefillOf(scene.incident, one.from)]),
  );
  const answered = scene.incident.checks[section.id]?.answers ?? {};
  return {
    title: words?.title ?? section.id,
    problem: typed.problem,
    fields: fields(checkFieldsOf(section), words?.labels ?? {}, { ...prefilled, ...answered }, typed),
    buttons: [
      primary(BUTTON.save, 'answerChecks', adding(scene, { section: section.id })),
      back('show', on(scene)),
    ],
  };
}

/** Read aloud to a victim who has no account, or asks the lead to answer. */
export function readDecisionWork(scene: Scene, typed: Typed): Partial<CardView> {
  const choices = DECISION_ANSWERS.map((value) => ({ value, title: DECISION.readAnswers[value] }));
  const answer: FieldSpec = { id: 'answer', kind: 'choice', required: true, choices: DECISION_ANSWERS };
  const how: FieldSpec = { id: 'how', kind: 'name', required: true };
  return {
    title: LEAD.askTitle,
    lines: [...LEAD.askLines, DECISION.title, ...DECISION.lines(scene.municipality.names)],
    problem: typed.problem,
    fields: [
      field(answer, {
        label: DECISION.answer,
        choices,
        value: typed.values.answer ?? scene.incident.decision?.answer,
        problem: typed.problems.answer,
      }),
      field(how, { label: DECISION.how, value: typed.values.how, problem: typed.problems.how }),
    ],
    buttons: [primary(BUTTON.save, 'recordDecision', adding(scene)), back('show', on(scene))],
  };
}

/** Rows of a list of steps: sign, words, owner or time. */
export function stepRow(scene: Scene, step: StepSpec): RowView {
  const state = stateOf(scene.incident, step, routineOf(scene), scene.now);
  const { signs, states } = COMMON;
  const sign = { done: signs.done, notApplicable: signs.no, open: signs.now, waiting: signs.waiting }[state];
  const note = state === 'open' ? LEAD.with(ownerWords(scene, step)) : states[state];
  return { sign, text: `${step.section} ${wordsOf(scene, step).short}`, note, isNow: state === 'open' };
}

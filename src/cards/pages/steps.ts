import { BUTTON } from '../../content/texts/common';
import { LEAD } from '../../content/texts/lead';
import { GROUPS_CARD, STEP_CARD } from '../../content/texts/pages';
import { DECISION } from '../../content/texts/police';
import { longDay, moment } from '../../content/texts/time';
import { DECISION_ANSWERS } from '../../routine/model/codes';
import type { FieldSpec } from '../../routine/model/fields';
import type { CheckSectionSpec, StepSpec } from '../../routine/model/routine';
import { prefillOf } from '../../routine/plan/evaluate';
import { isWorkedOn, reportStep, twoPersonsStep } from '../../routine/plan/traits';
import { followUpDays, hasEnded, mayApprove, stored } from '../../routine/rules/progress';
import { checkFieldsOf } from '../../routine/transitions/closing';
import { back, card, extra, field, fields, primary, type Typed } from '../parts';
import {
  adding,
  is,
  isOpen,
  kicker,
  nameOf,
  on,
  ownerWords,
  reachVictim,
  type Scene,
  toPage,
} from '../scene';
import { notNeeded, partyOutLine, sectionWords, wordsOf } from '../stepParts';
import type { ButtonView, CardView, View } from '../view';
import { groupFields, isAlone, reasonField, recordFacts, stepFields, valueWords } from './stepFields';

const endButton = (scene: Scene, step: StepSpec): ButtonView =>
  step.owner === 'twoPersons'
    ? primary(isAlone(scene) ? BUTTON.save : wordsOf(scene, step).done, 'proposeGroups', adding(scene))
    : primary(wordsOf(scene, step).done, 'endStep', adding(scene, { step: step.id }));

const help = (scene: Scene, step: StepSpec): string[] => {
  const { last } = followUpDays(scene.incident, scene.routine);
  const latest = step.isTalk ? [LEAD.lastDay(longDay(last))] : [];
  return [wordsOf(scene, step).help, ...latest];
};

/**
 * What a person fills in and presses to end a step. Only ever in the response to a press: base cards hold no inputs,
 * so that no update of a card can wipe what someone types.
 */
function stepWork(scene: Scene, step: StepSpec, typed: Typed): Partial<CardView> {
  const isForAnother = !scene.facts.owned.includes(step.id) && step.owner !== 'twoPersons';
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

const endedLine = (scene: Scene, step: StepSpec): string[] => {
  const { state, endedBy, endedAt, isAuto, isForOwner } = stored(scene.incident, step.id);
  if (isAuto && state === 'notApplicable') return [STEP_CARD.auto];
  if (!endedAt) return [STEP_CARD.notOpen];
  const words = state === 'done' ? STEP_CARD.doneBy : STEP_CARD.skippedBy;
  return [
    words(nameOf(scene, endedBy), moment(endedAt, scene.now)),
    ...(isForOwner ? [STEP_CARD.forOwner] : []),
    ...(isWorkedOn(step) ? [] : partyOutLine(scene)),
  ];
};

const mayReopen = (scene: Scene, step: StepSpec): boolean =>
  isWorkedOn(step) && (is(scene, 'lead') || is(scene, 'strategist')) && scene.incident.state === 'open';

/** One step on a page of its own: to work on, to approve, or to read what was written down. */
export function stepPage(scene: Scene, step: StepSpec, typed: Typed): View {
  const head = { kicker: kicker(scene, sectionWords(scene, step.section)) };
  if (hasEnded(scene.incident, step.id)) {
    const again = mayReopen(scene, step)
      ? [toPage(scene, BUTTON.reopenStep, 'reopenStep', { step: step.id })]
      : [];
    return card({
      ...head,
      title: wordsOf(scene, step).title,
      lines: endedLine(scene, step),
      facts: recordFacts(scene, step),
      buttons: [...again, toPage(scene, BUTTON.back, 'steps')],
    });
  }
  if (isWorkedOn(step) && isOpen(scene, step)) {
    const asks = is(scene, 'lead') && mayApprove(scene.incident, step, scene.routine, scene.now);
    const work = stepWork(scene, step, typed);
    const ask = extra(BUTTON.approve, 'approve', on(scene, { step: step.id }));
    // Where the lead is told to ring first, the number stands beside the questions.
    const links = step.isAssessment && is(scene, 'lead') ? reachVictim(scene) : [];
    return card({ ...head, links, ...work, buttons: [...(work.buttons ?? []), ...(asks ? [ask] : [])] });
  }
  const asks = is(scene, 'lead') && mayApprove(scene.incident, step, scene.routine, scene.now);
  return card({
    ...head,
    title: wordsOf(scene, step).title,
    lines: [wordsOf(scene, step).help, asks ? LEAD.approveLines : STEP_CARD.notOpen],
    buttons: [
      ...(asks ? [primary(BUTTON.approve, 'approve', on(scene, { step: step.id }))] : []),
      toPage(scene, BUTTON.back, 'steps'),
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

/** The second of two persons reads what is to be told. */
export function confirmPage(scene: Scene): View {
  const { groups } = scene.incident;
  const step = twoPersonsStep(scene.routine);
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
      toPage(scene, BUTTON.changeProposal, 'groups'),
      back('show', on(scene)),
    ],
  });
}

/** The proposal of whom to tell, as it stands. */
export function groupsPage(scene: Scene, typed: Typed): View {
  const step = twoPersonsStep(scene.routine);
  return card(step ? { kicker: kicker(scene, step.section), ...stepWork(scene, step, typed) } : {});
}

/** Bilaga 5 part 2: one section's questions, prefilled. */
export function checksPage(scene: Scene, id: string, typed: Typed): View {
  const section = scene.routine.checks.find((one) => one.id === id);
  return card({ kicker: kicker(scene), ...(section ? checksWork(scene, section, typed) : {}) });
}

function checksWork(scene: Scene, section: CheckSectionSpec, typed: Typed): Partial<CardView> {
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
export function readDecisionPage(scene: Scene, typed: Typed): View {
  const choices = DECISION_ANSWERS.map((value) => ({ value, title: DECISION.readAnswers[value] }));
  const answer: FieldSpec = { id: 'answer', kind: 'choice', required: true, choices: DECISION_ANSWERS };
  const how: FieldSpec = { id: 'how', kind: 'name', required: true };
  return card({
    kicker: kicker(scene, reportStep(scene.routine)?.section),
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
  });
}

import { BUTTON } from '../../content/texts/common';
import { LEAD } from '../../content/texts/lead';
import { STEP_CARD } from '../../content/texts/pages';
import { DECISION } from '../../content/texts/police';
import { longDay, moment } from '../../content/texts/time';
import type { StepSpec } from '../../routine/model/routine';
import type { OneTap } from '../../routine/model/step';
import { isWorkedOn, twoPersonsStep } from '../../routine/plan/traits';
import { isOfficial } from '../../routine/rules/access';
import { followUpDays, hasEnded, isUnarisen, mayApprove, stored } from '../../routine/rules/progress';
import { policeNumbers } from '../base/duties';
import { erasedLines } from '../base/retention';
import { handButton } from '../base/wishes/pages';
import { formCautions } from '../decisionParts';
import { back, button, card, extra, plain, primary, type Typed, weighed } from '../parts';
import {
  adding,
  is,
  isOpen,
  isOwned,
  kicker,
  logNote,
  nameOf,
  on,
  ownerWords,
  type Scene,
  toPage,
  victimToRing,
} from '../scene';
import {
  arisesButton,
  becauseWords,
  countWords,
  laterButton,
  moveDayButton,
  notNeeded,
  partyOutLine,
  sectionWords,
  stepHelp,
  wordsOf,
} from '../stepParts';
import type { ButtonView, CardView, FieldView, View } from '../view';
import { shownAbove } from './details';
import { eventButton } from './events/joined';
import { groupFields, isAlone, reasonField, recordFacts, stepFields } from './stepFields';

const endButton = (scene: Scene, step: StepSpec): ButtonView =>
  step.owner === 'twoPersons'
    ? primary(isAlone(scene) ? BUTTON.save : wordsOf(scene, step).done, 'proposeGroups', adding(scene))
    : primary(wordsOf(scene, step).done, 'endStep', adding(scene, { step: step.id }));

/** The title and help of a form. Whoever makes their own police report is spoken to, not about. */
const headOf = (scene: Scene, step: StepSpec): { title: string; lines: string[] } =>
  step.report === 'asVictimSays' && is(scene, 'victim')
    ? { title: DECISION.selfTitle, lines: DECISION.selfLines.slice(0, 1) }
    : { title: wordsOf(scene, step).title, lines: help(scene, step) };

const help = (scene: Scene, step: StepSpec): string[] => {
  const { last } = followUpDays(scene.incident, scene.routine);
  const latest = step.isTalk ? [LEAD.lastDay(longDay(last))] : [];
  return [stepHelp(scene, step), ...latest];
};

/** A press that is the whole answer. */
function tapButton(scene: Scene, step: StepSpec, tap: OneTap): ButtonView[] {
  if (tap.does === 'putsAside') return reasonButtons(scene, step, [tap.reason]);
  const { choices } = scene.routine.words;
  const title = (choices[`${step.id}.${tap.field}`] ?? choices[tap.field])?.[tap.choice] ?? tap.choice;
  return [plain(title, 'endStep', adding(scene, { step: step.id, [tap.field]: tap.choice }))];
}

/** The reasons for which a step is put aside, a press each; nothing for who may not. */
const reasonButtons = (scene: Scene, step: StepSpec, reasons: readonly string[]): ButtonView[] =>
  scene.facts.skippable.includes(step.id)
    ? reasons.map((why) =>
        plain(wordsOf(scene, step).reasons?.[why] ?? why, 'skipStep', adding(scene, { step: step.id, why })),
      )
    : [];

/** Two in sight beside the way back; what is seldom pressed is behind the overflow button. */
const workButtons = (scene: Scene, buttons: readonly ButtonView[]): ButtonView[] => {
  const inSight = buttons.filter(({ mode }) => mode === 'primary').slice(0, 2);
  const hidden = buttons.filter((one) => !inSight.includes(one));
  return [...inSight, back('show', on(scene)), ...weighed(hidden, 0)];
};

/** A press that ends a step and says that the party's lead need not know more: for an official who would else have to write it. */
const nothingToTell = (scene: Scene, step: StepSpec): ButtonView[] =>
  step.tellsLead && scene.incident.route === 'party' && isOfficial(scene.viewer.roles)
    ? [
        button(
          STEP_CARD.nothingToTell,
          'endStep',
          adding(scene, { step: step.id, [step.tellsLead.nothing]: 'true' }),
        ),
      ]
    : [];

/** The presses that end a step: one for each answer where that is all there is to say, else "done", and why not. */
function endButtons(scene: Scene, step: StepSpec): ButtonView[] {
  const { answers } = step;
  if (!answers || !isOwned(scene, step))
    return [
      endButton(scene, step),
      ...nothingToTell(scene, step),
      ...(step.oneTap ?? []).flatMap((tap) => tapButton(scene, step, tap)),
      ...notNeeded(scene, step),
    ];
  const words = wordsOf(scene, step).answers;
  const press = (title: string | undefined, value: string, style: ButtonView['style']) =>
    button(title ?? value, 'endStep', adding(scene, { step: step.id, [answers]: value }), { style });
  return [
    press(words?.yes, 'yes', 'positive'),
    press(words?.no, 'no', 'default'),
    ...(step.talkFirst ? [press(words?.talkFirst, step.talkFirst, 'default')] : []),
  ];
}

/** The inputs of a form, without those that a press answers. */
function asked(scene: Scene, step: StepSpec, typed: Typed): FieldView[] {
  if (step.owner === 'twoPersons') return groupFields(scene, step, typed);
  const tapped = (id: string, choice: string) =>
    step.oneTap?.some((tap) => tap.does === 'chooses' && tap.field === id && tap.choice === choice);
  return stepFields(scene, step, typed)
    .filter(({ id }) => !(id === step.answers && isOwned(scene, step)) && id !== step.tellsLead?.nothing)
    .map((view) => ({ ...view, choices: view.choices.filter(({ value }) => !tapped(view.id, value)) }));
}

/**
 * The form of a step, which ends it. Only ever in the response to a press: base cards hold no inputs,
 * so that no update of a card can wipe what someone types.
 */
function stepWork(scene: Scene, step: StepSpec, typed: Typed): Partial<CardView> {
  const isForAnother = !isOwned(scene, step) && step.owner !== 'twoPersons';
  const others = isForAnother ? [STEP_CARD.forWhom(ownerWords(scene, step))] : [];
  const { title, lines } = headOf(scene, step);
  const { reason, state } = stored(scene.incident, step.id);
  const shown = isForAnother ? [] : shownAbove(scene, step);
  // Whoever is to ring sees the number, also where the form stands in the place of the card that had it.
  const numbers = isForAnother ? { items: [], links: [] } : policeNumbers(scene, step);
  return {
    corner: is(scene, 'lead') ? countWords(scene) : '',
    title,
    lines: [...lines, ...others, ...formCautions(scene, step)],
    problem: typed.problem,
    facts: [...(reason && state === 'open' ? [{ label: BUTTON.reopenStep, text: reason }] : []), ...shown],
    items: [...numbers.items, ...(is(scene, 'lead') ? victimToRing(scene) : [])],
    links: numbers.links,
    fields: asked(scene, step, typed),
    buttons: workButtons(scene, [
      ...endButtons(scene, step),
      ...[...handButton(scene, step), ...moveDayButton(scene, step.id), ...eventButton(scene, step)].map(
        (one) => ({ ...one, mode: 'secondary' as const }),
      ),
    ]),
    footnote: shown.length > 0 ? logNote(scene) : '',
  };
}

const endedLine = (scene: Scene, step: StepSpec): string[] => {
  const { state, endedBy, endedAt, isAuto, isForOwner } = stored(scene.incident, step.id);
  const because = becauseWords(scene, step);
  if (because !== undefined) return [because];
  if (isAuto && state === 'notApplicable') return [STEP_CARD.auto];
  if (!endedAt) return [STEP_CARD.notOpen];
  const words = state === 'done' ? STEP_CARD.doneBy : STEP_CARD.skippedBy;
  return [
    words(nameOf(scene, endedBy), moment(endedAt, scene.now)),
    ...(isForOwner ? [STEP_CARD.forOwner] : []),
    ...(isWorkedOn(step) ? [] : partyOutLine(scene)),
  ];
};

/** Open, and for another to do: said so, with what the lead may do for them. */
const othersStep = (scene: Scene, step: StepSpec): CardView['lines'] => [
  stepHelp(scene, step),
  STEP_CARD.othersWork(ownerWords(scene, step)),
];

/** One step on a page of its own: to work on, to approve, or to read what was written down. */
export function stepPage(scene: Scene, step: StepSpec, typed: Typed): View {
  const head = { kicker: kicker(scene, sectionWords(scene, step.section)) };
  if (hasEnded(scene.incident, step.id) && !isOpen(scene, step)) {
    const again = scene.facts.reopenable.includes(step.id)
      ? [toPage(scene, BUTTON.reopenStep, 'reopenStep', { step: step.id })]
      : [];
    return card({
      ...head,
      title: wordsOf(scene, step).title,
      lines: [...endedLine(scene, step), ...erasedLines(scene)],
      facts: recordFacts(scene, step),
      buttons: [...laterButton(scene, step), ...again, toPage(scene, BUTTON.back, 'steps')],
    });
  }
  const isWorkable = scene.facts.workable.includes(step.id);
  if (isWorkable && isOpen(scene, step)) {
    const asks = is(scene, 'lead') && mayApprove(scene.incident, step, scene.routine, scene.now);
    const work = stepWork(scene, step, typed);
    const ask = extra(BUTTON.approve, 'approve', on(scene, { step: step.id }));
    return card({ ...head, ...work, buttons: [...(work.buttons ?? []), ...(asks ? [ask] : [])] });
  }
  const arises = is(scene, 'lead') && isUnarisen(scene.incident, step);
  const asks = is(scene, 'lead') && mayApprove(scene.incident, step, scene.routine, scene.now);
  const isOthers = !asks && isWorkedOn(step) && isOpen(scene, step);
  return card({
    ...head,
    title: wordsOf(scene, step).title,
    lines: isOthers
      ? othersStep(scene, step)
      : [stepHelp(scene, step), ...(arises ? [] : [asks ? LEAD.approveLines : STEP_CARD.notOpen])],
    buttons: [
      ...(asks ? [primary(BUTTON.approve, 'approve', on(scene, { step: step.id }))] : []),
      ...(arises ? [arisesButton(scene, step)] : []),
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
  const save = primary(isSkip ? BUTTON.notNeeded : BUTTON.reopenStep, verb, adding(scene, { step: step.id }));
  const reasons = isSkip ? reasonButtons(scene, step, step.reasons ?? []) : [];
  return card({
    kicker: kicker(scene, step.section),
    title,
    lines: isSkip && reasons.length > 0 ? STEP_CARD.skipLines : [],
    problem: typed.problem,
    // A reason of one's own is asked by the press that needs it, for the others need none.
    fields:
      reasons.length > 0
        ? [{ ...reasonField(typed, STEP_CARD.otherReason), required: false }]
        : [reasonField(typed)],
    buttons: [...reasons, reasons.length > 0 ? { ...save, style: 'default' } : save, back('show', on(scene))],
  });
}

/** The proposal of whom to tell, as it stands. */
export function groupsPage(scene: Scene, typed: Typed): View {
  const step = twoPersonsStep(scene.routine);
  return card(step ? { kicker: kicker(scene, step.section), ...stepWork(scene, step, typed) } : {});
}

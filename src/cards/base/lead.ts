import { BUTTON, COMMON } from '../../content/texts/common';
import { LEAD } from '../../content/texts/lead';
import { GROUPS_CARD } from '../../content/texts/pages';
import { longDay, moment } from '../../content/texts/time';
import { COMPANY, TALK } from '../../content/texts/timed';
import { STATUS } from '../../content/texts/victim';
import type { StepSpec } from '../../routine/model/routine';
import { talkTimes } from '../../routine/rules/deadlines';
import { asksForLead } from '../../routine/rules/leadership';
import { type Focus, focusOf } from '../../routine/rules/nextTask';
import {
  confirmersOf,
  followUpDays,
  hasEnded,
  missingToClose,
  nextToApprove,
  stateOf,
} from '../../routine/rules/progress';
import { duties } from '../../routine/rules/steps/duties';
import { victimOf } from '../../routine/rules/succession';
import { sectionRows } from '../pages/progressRows';
import { sectionWords, wordsOf } from '../pages/steps';
import { companyLine, isTalkAhead, talkLines } from '../pages/timed';
import { card, extra, firstToPress, line, opening, plain, primary, weighed } from '../parts';
import { adding, kicker, nameOf, on, ownerWords, reachVictim, routineOf, type Scene } from '../scene';
import type { ButtonView, CardView, FactView, View } from '../view';
import { callLines, toRing } from './calls';

const openStep = (scene: Scene, step: StepSpec, title: string): ButtonView =>
  plain(title, 'page', on(scene, { page: 'step', step: step.id }));

function approvable(scene: Scene, step: StepSpec): Partial<CardView> {
  const isMine = step.owner === 'lead' || step.owner === 'twoPersons';
  const { from } = followUpDays(scene.incident, routineOf(scene));
  const opens = step.opens === 'followUp' ? [LEAD.opensFrom(longDay(from))] : [];
  return {
    title: wordsOf(scene, step).title,
    lines: [
      wordsOf(scene, step).help,
      ...opens,
      isMine ? LEAD.approveLines : LEAD.approveOther(ownerWords(scene, step)),
    ],
    buttons: [primary(BUTTON.approve, 'approve', on(scene, { step: step.id }))],
  };
}

function doable(scene: Scene, step: StepSpec): Partial<CardView> {
  const hasForm = step.fields.length > 0 || step.owner === 'twoPersons';
  const isTalk = step.isTalk;
  const skip = isTalk
    ? plain(TALK.book, 'page', on(scene, { page: 'bookTalk' }))
    : plain(BUTTON.notNeeded, 'page', on(scene, { page: 'skip', step: step.id }));
  const work = hasForm
    ? opening(BUTTON.fillIn, on(scene, { page: 'step', step: step.id }))
    : primary(wordsOf(scene, step).done, 'endStep', adding(scene, { step: step.id }));
  const lines = isTalk ? [wordsOf(scene, step).help, ...talkLines(scene)] : [wordsOf(scene, step).help];
  return { title: wordsOf(scene, step).title, lines, buttons: [work, skip] };
}

/** Whom the others wait for, when the lead has nothing to do. */
function waitingFor(scene: Scene): string[] {
  const routine = routineOf(scene);
  const open = missingToClose(scene.incident, routine).steps.filter(
    (step) => stateOf(scene.incident, step, routine, scene.now) === 'open',
  );
  const others = open.map((step) => LEAD.waitFor(wordsOf(scene, step).short, ownerWords(scene, step)));
  const { decision } = scene.incident;
  const word =
    decision?.askedAt && !decision.answer ? [LEAD.waitFor(STATUS.rows.decision, LEAD.victimVictim)] : [];
  return [...word, ...others.filter((_, index) => open[index]?.owner !== 'twoPersons')];
}

/** What one of two has proposed waits for another person. */
function secondPerson(scene: Scene): string[] {
  if (!scene.incident.groups) return [];
  const persons = confirmersOf(scene);
  if (persons.includes(scene.viewer.person)) return [];
  return [GROUPS_CARD.waiting(COMMON.listAnd(persons.map((one) => nameOf(scene, one))))];
}

function focusParts(scene: Scene, focus: Focus): Partial<CardView> {
  const go = (title: string, page: string, more: Record<string, string> = {}) =>
    opening(title, on(scene, { page, ...more }));
  switch (focus.kind) {
    case 'approve':
      return approvable(scene, focus.step);
    case 'do':
      return doable(scene, focus.step);
    case 'checks':
      return {
        title: scene.routine.words.checks[focus.section.id]?.title ?? focus.section.id,
        lines: LEAD.checkLines,
        buttons: [go(BUTTON.answerChecks, 'checks', { about: focus.section.id })],
      };
    case 'talk':
      return {
        title: LEAD.talkTitle(focus.talk.plannedFor ? longDay(focus.talk.plannedFor) : ''),
        buttons: [
          go(BUTTON.writeTalk, 'talk', { about: focus.talk.id }),
          plain(BUTTON.waive, 'page', on(scene, { page: 'waiveTalk', about: focus.talk.id })),
        ],
      };
    case 'confirm':
      return {
        title: GROUPS_CARD.noticeTitle,
        lines: GROUPS_CARD.confirmLines,
        buttons: [go(BUTTON.readProposal, 'confirm')],
      };
    case 'askVictim':
      return { title: LEAD.askTitle, lines: LEAD.askLines, buttons: [go(BUTTON.readAloud, 'readDecision')] };
    case 'ring':
      return {
        title: LEAD.ringTitle,
        lines: LEAD.ringLines,
        buttons: [primary(BUTTON.called, 'called', on(scene))],
      };
    case 'relay':
      return { title: COMPANY.title, lines: COMPANY.outLines, buttons: [go(COMPANY.button, 'company')] };
    case 'call': {
      const ringing = toRing(scene);
      return ringing
        ? { title: ringing.title, lines: [ringing.line], buttons: ringing.buttons, items: ringing.items }
        : {};
    }
    case 'review':
      return {
        title: LEAD.reviewTitle,
        lines: LEAD.reviewLines(scene.municipality.names),
        buttons: [go(BUTTON.writeReview, 'review')],
      };
    case 'close':
      return {
        title: LEAD.closeTitle,
        lines: LEAD.closeLines,
        buttons: [primary(BUTTON.close, 'close', on(scene))],
      };
    case 'wait':
      return { title: LEAD.waitTitle, lines: [...LEAD.waitLines, ...waitingFor(scene)] };
  }
}

const focusSection = (scene: Scene, focus: Focus): string =>
  'step' in focus ? sectionWords(scene, focus.step.section) : '';

/** Steps that are open beside the one on top: what protects is open from the start. */
function alsoOpen(scene: Scene, focus: Focus): ButtonView[] {
  return duties(scene)
    .map(({ step }) => step)
    .filter((step) => !('step' in focus && focus.step.id === step.id))
    .filter((step) => step.owner === 'lead' && step.fields.length > 0)
    .slice(0, 2)
    .map((step) => openStep(scene, step, LEAD.fillIn(wordsOf(scene, step).short)));
}

/** Everything else that a lead may do; what is seldom needed is behind "Fler val". */
const always = (scene: Scene): ButtonView[] => [
  plain(BUTTON.details, 'page', on(scene, { page: 'details' })),
  plain(BUTTON.allSteps, 'page', on(scene, { page: 'steps' })),
  extra(BUTTON.amend, 'page', on(scene, { page: 'amend' })),
  extra(BUTTON.moreChoices, 'page', on(scene, { page: 'more' })),
];

const remarks = (scene: Scene): string[] => [
  ...(scene.incident.mistakeAt ? [LEAD.mistake] : []),
  ...(victimOf(scene.incident) === undefined && scene.incident.victim.bound === 'none'
    ? [LEAD.noAccount]
    : []),
  ...(asksForLead(scene) && !victimOf(scene.incident) ? [LEAD.postEnded] : []),
  ...secondPerson(scene),
  ...companyLine(scene),
  ...callLines(scene),
];

const counts = (scene: Scene): string => {
  const { steps } = routineOf(scene);
  return LEAD.count(steps.filter((step) => hasEnded(scene.incident, step.id)).length, steps.length);
};

/** Finished: one line, and the way back in. */
const closed = (scene: Scene): View =>
  line(
    LEAD.closed(COMMON.reference(scene.incident.reference), moment(scene.incident.closedAt ?? '', scene.now)),
    [
      plain(BUTTON.details, 'page', on(scene, { page: 'details' })),
      plain(BUTTON.reopen, 'page', on(scene, { page: 'reopen' })),
    ],
  );

/** Whom it is about and how to reach them: only in the response to a press. */
const who = (scene: Scene): FactView[] => {
  const { victim, report, party } = scene.incident;
  const facts = [
    { label: LEAD.who, text: [victim.name || COMMON.noName, party ? `(${party})` : ''].join(' ').trim() },
    ...(report.phone ? [{ label: LEAD.phone, text: report.phone }] : []),
  ];
  return facts;
};

/**
 * Right after "Jag har tagit emot": ring, and whom; the base card never says it. What comes after the call stands
 * below, with less weight, and the sections wait for the next card.
 */
function ringFirstCard(scene: Scene, focus: Focus, parts: Partial<CardView>): View {
  const links = reachVictim(scene);
  const after = (parts.buttons ?? []).slice(0, 2).map((one) => ({ ...one, style: 'default' as const }));
  return card({
    kicker: kicker(scene),
    title: LEAD.ringFirst,
    lines: [LEAD.ringWords, ...(links.length > 0 ? [] : [LEAD.noNumber]), ...remarks(scene)],
    facts: who(scene),
    links: firstToPress(links),
    below: {
      title: focus.kind === 'ring' ? '' : LEAD.afterwards(parts.title ?? ''),
      lines: (parts.lines ?? []).slice(-1),
      buttons: weighed([...after, ...always(scene)]),
    },
  });
}

/**
 * The lead's card: the next step on top, the sections below. `revealed`: it is the answer to "Jag har tagit emot".
 */
export function leadCard(scene: Scene, revealed = false): View {
  if (scene.incident.state === 'closed') return closed(scene);
  const focus = focusOf(scene);
  const parts = focusParts(scene, focus);
  if (revealed) return ringFirstCard(scene, focus, parts);
  const talk = talkBeside(scene, focus);
  return card({
    kicker: kicker(scene, focusSection(scene, focus)),
    corner: counts(scene),
    ...parts,
    lines: [...remarks(scene), ...talk.lines, ...(parts.lines ?? [])],
    buttons: weighed(
      [
        ...(parts.buttons ?? []),
        ...talk.buttons,
        ...nextButton(scene, focus),
        ...alsoOpen(scene, focus),
      ].slice(0, MOST),
    ),
    below: { title: LEAD.sections, rows: sectionRows(scene), buttons: always(scene) },
  });
}

/** Buttons in a row that Teams shows. */
const MOST = 6;

/** The talk whose day has come, also while something that protects is on top. */
function talkBeside(scene: Scene, focus: Focus): { lines: string[]; buttons: ButtonView[] } {
  const isOnTop = 'step' in focus && focus.step.isTalk;
  const isDue = !isOnTop && isTalkAhead(scene) && talkTimes(scene).book <= scene.now;
  if (!isDue) return { lines: [], buttons: [] };
  return {
    lines: [[TALK.beside, ...talkLines(scene)].join(' ')],
    buttons: [plain(TALK.book, 'page', on(scene, { page: 'bookTalk' }))],
  };
}

/** The lead may always approve the next step, also while another one is on top. */
function nextButton(scene: Scene, focus: Focus): ButtonView[] {
  const next = nextToApprove(scene.incident, routineOf(scene), scene.now);
  if (focus.kind === 'approve' || !next) return [];
  return [plain(BUTTON.approve, 'approve', on(scene, { step: next.id }))];
}

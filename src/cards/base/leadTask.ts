import { BUTTON } from '../../content/texts/common';
import { LEAD } from '../../content/texts/lead';
import { CHECKS_CARD, GROUPS_CARD, READ_FIRST } from '../../content/texts/pages';
import { PARTY_QUESTION } from '../../content/texts/people/victimAsked';
import { longDay } from '../../content/texts/time';
import { COMPANY, TALK } from '../../content/texts/timed';
import { STATUS } from '../../content/texts/victim';
import { ENOUGH } from '../../content/texts/wishes/wishes';
import { dayOf } from '../../routine/calendar/localTime';
import type { Talk } from '../../routine/model/incident';
import type { StepSpec } from '../../routine/model/routine';
import { hasForm, reportStep } from '../../routine/plan/traits';
import { isOfficial } from '../../routine/rules/access';
import { isUnheard } from '../../routine/rules/ladders/spoken';
import type { Focus } from '../../routine/rules/nextTask';
import { followUpDays, followUpOpensAt, missingToClose } from '../../routine/rules/progress';
import { mayEndAsUnknown } from '../../routine/rules/steps/skipping';
import { isFollowUpDay } from '../../routine/rules/steps/talks';
import { FIRST_TALK } from '../../routine/transitions/closing';
import { primary } from '../parts';
import { secondPerson } from '../proposalParts';
import { adding, isOpen, isOwned, on, ownerWords, type Scene, toMainPage, toPage } from '../scene';
import {
  isTalkAhead,
  moveDayButton,
  notNeeded,
  pressAnswers,
  sectionWords,
  stepHelp,
  talkLines,
  wordsOf,
} from '../stepParts';
import type { ButtonView, CardView } from '../view';
import { toRing } from './calls/calls';
import { numberButton, policeButton, reachButtons, reachParts } from './calls/reach';
import { measureParts } from './duties';
import { anotherWay } from './wishes/quiet';
import { kinFirst } from './wishes/unable';
import { reviewLines } from './word';

function approvable(scene: Scene, step: StepSpec): Partial<CardView> {
  const isMine = step.owner === 'lead' || step.owner === 'twoPersons';
  const help = stepHelp(scene, step);
  const hush = scene.incident.quiet ? [help] : [];
  return {
    title: wordsOf(scene, step).title,
    // What it asks for stands on the form that the press opens, with the number of whoever is to be rung.
    lines: isMine ? [...hush, LEAD.approveLines] : [help, LEAD.approveOther(ownerWords(scene, step))],
    buttons: [primary(BUTTON.approve, 'approve', on(scene, { step: step.id }))],
  };
}

function doable(scene: Scene, step: StepSpec): Partial<CardView> {
  const { title } = wordsOf(scene, step);
  const help = stepHelp(scene, step);
  if (step.answers && isOwned(scene, step))
    return { title, lines: [help], buttons: pressAnswers(scene, step, step.answers) };
  const skip = step.isTalk ? [toPage(scene, TALK.book, 'bookTalk')] : notNeeded(scene, step);
  const work = hasForm(step)
    ? toMainPage(scene, BUTTON.fillIn, 'step', { step: step.id })
    : primary(wordsOf(scene, step).done, 'endStep', adding(scene, { step: step.id }));
  const lines = step.isTalk ? [help, ...talkLines(scene)] : [help];
  // Before its first day the talk is booked; afterwards it is written down.
  const isBooked = step.isTalk && !isFollowUpDay(scene, dayOf(scene.now));
  const buttons = isBooked
    ? [toMainPage(scene, TALK.book, 'bookTalk'), toPage(scene, BUTTON.fillIn, 'step', { step: step.id })]
    : [work, ...skip];
  return { title, lines, buttons };
}

/** The day on which the follow-up talk opens by itself, as long as that is to come. */
function opensLater(scene: Scene): string[] {
  const { incident, routine, now } = scene;
  const { book } = followUpDays(incident, routine);
  return isTalkAhead(scene) && now < followUpOpensAt(incident, routine)
    ? [LEAD.opensFrom(longDay(book))]
    : [];
}

/** A line for each of those who are waited for: what they have to do. */
function waitingFor(scene: Scene): string[] {
  const routine = scene.routine;
  const open = missingToClose(scene.incident, routine).steps.filter((step) => isOpen(scene, step));
  // What belongs to the report is made with it, and the proposal has a line of its own.
  const others = open
    .filter(({ owner, partOf }) => owner !== 'twoPersons' && !open.some(({ id }) => id === partOf))
    // What is one's own to do stands elsewhere on the card.
    .filter((step) => !isOwned(scene, step))
    .map((step) => [ownerWords(scene, step), wordsOf(scene, step).short] as const);
  const { decision } = scene.incident;
  const isAsked = decision?.askedAt !== undefined && !decision.answer;
  const all = [...(isAsked ? [[LEAD.victimVictim, STATUS.rows.decision] as const] : []), ...others];
  const whom = [...new Set(all.map(([who]) => who))];
  return whom.map((who) =>
    LEAD.waitFor(
      who,
      all.filter(([of]) => of === who).map(([, what]) => what),
    ),
  );
}

/** The police report is all that is left, and nobody has told of it. */
const unknownReport = (scene: Scene): ButtonView[] => {
  const step = reportStep(scene.routine);
  const { viewer } = scene;
  return step && isOpen(scene, step) && mayEndAsUnknown(scene, step, viewer.roles)
    ? notNeeded(scene, step)
    : [];
};

type Parts = Partial<CardView>;

const talkParts = (scene: Scene, { id, plannedFor }: Talk): Parts => ({
  title: LEAD.talkTitle(plannedFor ? longDay(plannedFor) : ''),
  buttons: [
    toMainPage(scene, BUTTON.writeTalk, 'talk', { about: id }),
    toPage(scene, BUTTON.waive, 'waiveTalk', { about: id }),
    ...moveDayButton(scene, `talk.${id}`),
  ],
});

function callParts(scene: Scene): Parts {
  const ringing = toRing(scene);
  if (!ringing) return {};
  const { title, line: words, buttons, items } = ringing;
  return { title, lines: [words], buttons, items };
}

/** Tasks that are about nothing but the incident. */
type Plain = Exclude<Focus['kind'], 'approve' | 'do' | 'talk' | 'measure' | 'call'>;

/** "Det räcker nu" of a victim whom nobody has spoken with: whoever leads is to hear first that it is their own wish. */
function unheard(scene: Scene): Parts {
  if (!scene.incident.quiet)
    return { title: ENOUGH.ringTitle, lines: ENOUGH.ringLines, buttons: reachButtons(scene) };
  const another = anotherWay(scene);
  return {
    ...another,
    lines: [ENOUGH.otherWay, ...another.lines],
    buttons: [primary(BUTTON.spoke, 'spoke', on(scene)), policeButton(scene)],
  };
}

const PLAIN: Readonly<Record<Plain, (scene: Scene) => Parts>> = {
  kinFirst,
  confirm: (scene) => ({
    title: GROUPS_CARD.noticeTitle,
    lines: GROUPS_CARD.confirmLines,
    buttons: [toMainPage(scene, BUTTON.readProposal, 'confirm')],
  }),
  askReading: (scene) => ({
    title: READ_FIRST.askTitle,
    lines: READ_FIRST.askLines,
    buttons: [toMainPage(scene, BUTTON.readAloud, 'askReading'), numberButton(scene)],
  }),
  askParty: (scene) => ({
    title: PARTY_QUESTION.askTitle,
    lines: PARTY_QUESTION.askLines,
    buttons: [
      ...(isOfficial(scene.viewer.roles) ? [toMainPage(scene, PARTY_QUESTION.ask, 'askParty')] : []),
      numberButton(scene),
    ],
  }),
  askVictim: (scene) => ({
    title: LEAD.askTitle,
    lines: LEAD.askLines,
    buttons: [toMainPage(scene, BUTTON.readAloud, 'readDecision'), numberButton(scene)],
  }),
  ring: reachParts,
  reached: reachParts,
  relay: (scene) => ({
    title: COMPANY.title,
    lines: COMPANY.outLines,
    buttons: [toMainPage(scene, COMPANY.button, 'company')],
  }),
  checks: (scene) => ({
    title: CHECKS_CARD.noticeTitle,
    lines: LEAD.checkLines,
    buttons: [toMainPage(scene, BUTTON.answerChecks, 'checks')],
  }),
  review: (scene) => ({
    title: LEAD.reviewTitle,
    lines: [...reviewLines(scene)],
    buttons: [toMainPage(scene, BUTTON.writeReview, 'review')],
  }),
  close: (scene) =>
    scene.incident.enoughAt !== undefined && isUnheard(scene.incident)
      ? unheard(scene)
      : {
          ...(scene.incident.enoughAt === undefined
            ? { title: LEAD.closeTitle, lines: LEAD.closeLines }
            : { title: ENOUGH.leadTitle, lines: ENOUGH.leadLines }),
          buttons: [toMainPage(scene, BUTTON.close, 'close')],
        },
  firstTalk: (scene) => ({
    title: LEAD.firstTalkTitle,
    lines: [...LEAD.firstTalkLines, ...opensLater(scene), ...waitingFor(scene)],
    buttons: [
      toMainPage(scene, BUTTON.firstTalk, 'firstTalk'),
      toPage(scene, BUTTON.waive, 'waiveTalk', { about: FIRST_TALK }),
      // From its day on the follow-up talk's own button stands beside.
      ...(followUpOpensAt(scene.incident, scene.routine) > scene.now
        ? [toPage(scene, TALK.book, 'bookTalk')]
        : []),
    ],
  }),
  wait: (scene) => ({
    title: [...waitingFor(scene), ...secondPerson(scene)].length > 0 ? LEAD.waitTitle : LEAD.nothingNow,
    lines: [...LEAD.waitLines, ...opensLater(scene), ...waitingFor(scene)],
    buttons: unknownReport(scene),
  }),
};

/** The task on top of the lead's card, as parts of it. */
export function focusParts(scene: Scene, focus: Focus): Parts {
  switch (focus.kind) {
    case 'approve':
      return approvable(scene, focus.step);
    case 'do':
      return doable(scene, focus.step);
    case 'talk':
      return talkParts(scene, focus.talk);
    case 'measure':
      return measureParts(scene, focus.measure);
    case 'call':
      return callParts(scene);
    default:
      return PLAIN[focus.kind](scene);
  }
}

/** The section of the step on top; '' for what is no step. */
export const focusSection = (scene: Scene, focus: Focus): string =>
  'step' in focus ? sectionWords(scene, focus.step.section) : '';

/** The talk whose day has come, also while something that protects is on top. */
export function talkBeside(scene: Scene, focus: Focus): { lines: string[]; buttons: ButtonView[] } {
  const isOnTop = 'step' in focus && focus.step.isTalk;
  const isDue = !isOnTop && isTalkAhead(scene) && followUpOpensAt(scene.incident, scene.routine) <= scene.now;
  if (!isDue) return { lines: [], buttons: [] };
  return {
    lines: [[TALK.beside, ...talkLines(scene)].join(' ')],
    buttons: [toPage(scene, TALK.book, 'bookTalk')],
  };
}

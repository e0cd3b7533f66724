import { BUTTON } from '../../content/texts/common';
import { READ_FIRST } from '../../content/texts/pages';
import { BELONGS, PARTY_QUESTION } from '../../content/texts/people/victimAsked';
import { DECISION } from '../../content/texts/police';
import { VICTIM_AGAIN } from '../../content/texts/timed';
import { STATUS } from '../../content/texts/victim';
import { DECISION_ANSWERS, type DecisionAnswer, PARTY_ANSWERS } from '../../routine/model/codes';
import { effectsOf, reportStep } from '../../routine/plan/traits';
import { isAskedAgain } from '../../routine/rules/deadlines';
import { isOfferedToFile } from '../../routine/rules/filing';
import { isAtAnyHour } from '../../routine/rules/ladders/reaching';
import { asksForLead, othersToLead } from '../../routine/rules/leadership';
import { stored } from '../../routine/rules/progress';
import { partyAskedSince } from '../../routine/rules/victim/partyWord';
import { isUnread, toRead } from '../../routine/rules/victim/readFirst';
import { card, extra, plain, primary, weighed } from '../parts';
import {
  adding,
  is,
  kicker,
  nameOf,
  on,
  policeLink,
  roleOf,
  type Scene,
  toExtraPage,
  toMainPage,
  toPage,
} from '../scene';
import { wordsOf } from '../stepParts';
import type { ButtonView, View } from '../view';
import { ownTalkLines } from './beside/talkDay';
import { numbersOf } from './calls/calls';
import { confirmNotice, dutiesOf, dutyCard } from './duties';
import { stateLines } from './victim';
import { newsOf } from './victimNews';
import { wordCard } from './word';

/**
 * Both a yes, a no and "not now" stand in sight: three of like standing beside the first, for the card must not
 * choose for anyone. The two that are seldom needed are behind the overflow button.
 */
const IN_SIGHT: readonly DecisionAnswer[] = ['municipality', 'self', 'no', 'notNow'];

const ANSWERS = [...IN_SIGHT, ...DECISION_ANSWERS.filter((answer) => !IN_SIGHT.includes(answer))];

/** The police decision: the victim's alone. */
export function decisionCard(scene: Scene): View {
  const advice = adviceOf(scene);
  return card({
    kicker: kicker(scene, reportStep(scene.routine)?.section),
    title: DECISION.title,
    lines: [
      ...(isAskedAgain(scene) ? [VICTIM_AGAIN.decision] : []),
      ...advice.map(({ result }) => `${result.title}. ${result.line}`),
      ...DECISION.lines(scene.municipality.names),
    ],
    buttons: ANSWERS.map((answer, index) => {
      const title = DECISION.answers[answer];
      const data = on(scene, { answer });
      if (index === 0) return primary(title, 'decide', data);
      return (IN_SIGHT.includes(answer) ? plain : extra)(title, 'decide', data);
    }),
    below: {
      buttons: [
        ...advice.map(({ step, result }) => toPage(scene, result.button ?? '', 'result', { step: step.id })),
        toPage(scene, BUTTON.status, 'focus'),
      ],
    },
    footnote: DECISION.footnote,
  });
}

/** Answers of others before the victim decides: the police, first of all. */
const adviceOf = (scene: Scene) =>
  scene.routine.steps.flatMap((step) => {
    const { result } = wordsOf(scene, step);
    const isDone = stored(scene.incident, step.id).state === 'done';
    const isAdvice = effectsOf(step, 'asksVictim').length > 0 && step.victimReads && isDone;
    return isAdvice && result ? [{ step, result }] : [];
  });

/** "Gäller det dig?", asked without a word of what it is. */
export const belongsCard = (scene: Scene): View =>
  card({
    title: BELONGS.title,
    lines: BELONGS.lines,
    buttons: [
      primary(BELONGS.yes, 'belongs', on(scene, { answer: 'yes' })),
      plain(BELONGS.no, 'belongs', on(scene, { answer: 'no' })),
    ],
  });

/** The question whether the party may know. */
export const partyQuestionCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: PARTY_QUESTION.title,
    lines: [
      ...(scene.incident.partyQuestion?.answer === 'ringMe' ? [PARTY_QUESTION.again] : []),
      ...(scene.incident.route === 'party' ? PARTY_QUESTION.proxyLines : PARTY_QUESTION.lines)(
        scene.municipality.names,
      ),
    ],
    buttons: [
      ...PARTY_ANSWERS.map((answer, index) =>
        (index === 0 ? primary : plain)(PARTY_QUESTION.answers[answer], 'answerParty', on(scene, { answer })),
      ),
      // How it stands, for who does not answer yet.
      toExtraPage(scene, BUTTON.status, 'focus'),
    ],
  });

/** There is something for others to be told: the victim reads it first. What it says comes by the press. */
export const readFirstCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene, toRead(scene)?.step.section),
    title: READ_FIRST.noticeTitle,
    lines: READ_FIRST.noticeLines,
    buttons: [toMainPage(scene, READ_FIRST.read, 'readFirst'), toPage(scene, BUTTON.status, 'focus')],
  });

/** The municipality has not filed in all this time: the victim may. */
export const fileYourselfCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene, reportStep(scene.routine)?.section),
    title: VICTIM_AGAIN.fileTitle,
    lines: VICTIM_AGAIN.fileLines,
    links: [policeLink],
    buttons: [
      primary(VICTIM_AGAIN.fileSelf, 'decide', on(scene, { answer: 'self' })),
      toPage(scene, BUTTON.status, 'focus'),
      toExtraPage(scene, BUTTON.policeDecision, 'decision'),
    ],
  });

/** The lead's post has ended: the victim is the first to know, and chooses. */
export function newOfficerCard(scene: Scene): View {
  const name = nameOf(scene, scene.incident.lead?.person);
  const others = othersToLead(scene).slice(0, 4);
  return card({
    kicker: kicker(scene),
    title: VICTIM_AGAIN.officerTitle,
    lines: [VICTIM_AGAIN.officerLines(name)],
    buttons: weighed([
      primary(VICTIM_AGAIN.keep(name), 'keepLead', on(scene)),
      ...others.map((contact) =>
        plain(VICTIM_AGAIN.change(contact.name), 'changeContact', adding(scene, { contact: contact.id })),
      ),
      toPage(scene, BUTTON.status, 'focus'),
    ]),
  });
}

/** The first thing that is asked of the victim now; undefined: nothing is. */
export function openQuestion(scene: Scene): View | undefined {
  const { decision } = scene.incident;
  if (partyAskedSince(scene)) return partyQuestionCard(scene);
  if (asksForLead(scene)) return newOfficerCard(scene);
  if ((decision?.askedAt && !decision.answer) || isAskedAgain(scene)) return decisionCard(scene);
  if (isOfferedToFile(scene)) return fileYourselfCard(scene);
  if (isUnread(scene)) return readFirstCard(scene);
  if (is(scene, 'confirmer')) return confirmNotice(scene);
  const duty = dutiesOf(scene)[0];
  if (duty) return dutyCard(scene, duty);
  if (!scene.facts.asksWord) return undefined;
  const [latest] = newsOf(scene);
  return wordCard(scene, latest ? [`${latest.title}.`] : []);
}

/**
 * A question in the place of the status card: who leads; else who has been asked, and by when. Whom to ring, where nobody leads or
 * has spoken with the victim.
 */
export function withState(scene: Scene, view: View): View {
  const { lead } = scene.incident;
  if (view.name !== 'card') return view;
  const { data } = view;
  // Who leads stands on it already where it is about them.
  const isOfLead = lead !== undefined && asksForLead(scene);
  const numbers = !isOfLead && (!lead || isAtAnyHour(scene.incident)) ? numbersOf(scene, false) : [];
  const leads =
    lead && !isOfLead ? [STATUS.leads(nameOf(scene, lead.person), roleOf(scene, lead.person))] : [];
  const lines = [...leads, ...data.lines, ...(lead ? [] : stateLines(scene)), ...ownTalkLines(scene)];
  return { ...view, data: { ...data, lines, items: [...numbers, ...data.items] } };
}

/** The status card, with the question as a press below whom to ring. */
export const withQuestion = (scene: Scene, view: View): View => {
  if (view.name !== 'card') return view;
  const item = {
    text: STATUS.question,
    detail: STATUS.questionWaits,
    buttons: [toPage(scene, STATUS.showQuestion, 'question')],
    links: [],
    more: [],
  };
  return { ...view, data: { ...view.data, items: [...view.data.items, item] } };
};

const isToStatus = ({ data }: ButtonView): boolean => data.page === 'focus';

/** The question as the answer to a press on the status card, to which it leads back; answered meanwhile: undefined. */
export function questionPage(scene: Scene): View | undefined {
  const view = openQuestion(scene);
  if (view?.name !== 'card') return view;
  const { buttons, below } = view.data;
  const others = (row: readonly ButtonView[]) => row.filter((one) => !isToStatus(one));
  return {
    ...view,
    data: { ...view.data, buttons: others(buttons), below: { ...below, buttons: others(below.buttons) } },
  };
}

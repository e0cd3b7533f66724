import { BUTTON } from '../../content/texts/common';
import { NOTICE, PROTECTION } from '../../content/texts/lead';
import { GROUPS_CARD } from '../../content/texts/pages';
import { JOINED } from '../../content/texts/people/joined';
import { DECISION } from '../../content/texts/police';
import { longDay } from '../../content/texts/time';
import { dayOf } from '../../routine/calendar/localTime';
import { isActive } from '../../routine/model/contact';
import { standsAs } from '../../routine/model/posts';
import type { StepSpec } from '../../routine/model/routine';
import { hasForm, twoPersonsStep } from '../../routine/plan/traits';
import { hasEnded, stored } from '../../routine/rules/progress';
import type { OpenMeasure } from '../../routine/rules/steps/measures';
import { card, extra, IN_SIGHT, primary, weighed } from '../parts';
import {
  adding,
  is,
  isOwned,
  kicker,
  nameOf,
  on,
  policeLink,
  type Scene,
  toExtraPage,
  toMainPage,
  toPage,
  whomToRing,
} from '../scene';
import {
  measureLine,
  measuresButton,
  notNeeded,
  pressAnswers,
  registryButton,
  sectionWords,
  wordsOf,
} from '../stepParts';
import type { ButtonView, CardView, View } from '../view';
import { aloudButton } from './calls/aloud';
import { ringParts } from './calls/calls';
import { numberButton } from './calls/reach';
import { standIn } from './officials';
import { closedCard, followedToTheEnd } from './over';
import { silenceLines, takeOverButton } from './silence';

/** The open steps that are this person's to do, in the routine's order. */
export const dutiesOf = (scene: Scene): StepSpec[] =>
  scene.routine.steps.filter(({ id }) => scene.facts.duties.includes(id));

const titleOf = (scene: Scene, step: StepSpec): { title: string; lines: string[] } => {
  const { title, help } = wordsOf(scene, step);
  if (step.report !== 'asVictimSays') return { title, lines: [help] };
  return is(scene, 'victim')
    ? { title: DECISION.selfTitle, lines: DECISION.selfLines }
    : { title: DECISION.filerTitle, lines: DECISION.filerLines };
};

/** A line on a question whose owner wants to talk first. */
const talkAsked = (scene: Scene, step: StepSpec): string[] => {
  const { records } = stored(scene.incident, step.id);
  const isAsked = step.talkFirst !== undefined && records[step.answers ?? ''] === step.talkFirst;
  return isAsked && is(scene, 'victim') ? [wordsOf(scene, step).answers?.talkAsked ?? ''] : [];
};

/** The police's own number, and the municipality's police officer, where they are to be asked or told. */
export const policeNumbers = (scene: Scene, step: StepSpec): Pick<CardView, 'items' | 'links'> => ({
  items: step.rings?.includes('police')
    ? scene.contacts
        .filter((one) => standsAs(scene.routine.posts, one, 'police') && isActive(one))
        .map((contact) => whomToRing(scene, contact))
    : [],
  links: step.rings?.includes('policeNumber') ? [policeLink] : [],
});

function dutyButtons(scene: Scene, step: StepSpec): ButtonView[] {
  if (step.answers && isOwned(scene, step)) {
    const status = is(scene, 'victim') ? [toPage(scene, BUTTON.status, 'focus')] : [];
    return [...pressAnswers(scene, step, step.answers), ...status];
  }
  const sees =
    is(scene, 'strategist') || is(scene, 'stepStrategist') || is(scene, 'filer') || is(scene, 'victim');
  return [
    hasForm(step)
      ? toMainPage(scene, BUTTON.fillIn, 'step', { step: step.id })
      : primary(wordsOf(scene, step).done, 'endStep', adding(scene, { step: step.id })),
    ...(sees ? [toPage(scene, BUTTON.details, 'details')] : []),
    ...(is(scene, 'helper') ? [numberButton(scene)] : []),
    ...notNeeded(scene, step),
    ...(is(scene, 'victim') ? [toPage(scene, BUTTON.status, 'focus')] : []),
  ];
}

/** It has an answer already, and is asked once more. */
const askedAgain = (scene: Scene, step: StepSpec): string[] => {
  const words = wordsOf(scene, step).again;
  return words && hasEnded(scene.incident, step.id) ? [words] : [];
};

/** A step of this person's own, as an actionable card. */
export const dutyCard = (scene: Scene, step: StepSpec): View =>
  card({
    kicker: kicker(scene, sectionWords(scene, step.section)),
    ...titleOf(scene, step),
    lines: [
      ...askedAgain(scene, step),
      ...talkAsked(scene, step),
      ...titleOf(scene, step).lines,
      ...measureLine(scene),
      ...silenceLines(scene),
    ],
    ...policeNumbers(scene, step),
    ...oneOverflow(
      [...dutyButtons(scene, step), ...takeOverButton(scene)],
      is(scene, 'strategist')
        ? strategistButtons(scene)
        : is(scene, 'stepStrategist')
          ? helperButtons(scene)
          : [],
    ),
  });

/** The first buttons in sight; what is behind the one overflow button of the card stands below, with the rest. */
const oneOverflow = (
  buttons: readonly ButtonView[],
  below: readonly ButtonView[],
): { buttons: ButtonView[]; below?: { buttons: ButtonView[] } } =>
  below.length === 0
    ? { buttons: weighed(buttons) }
    : {
        buttons: buttons.slice(0, IN_SIGHT),
        below: { buttons: weighed([...below.slice(0, 1), ...buttons.slice(IN_SIGHT), ...below.slice(1)], 1) },
      };

/** A measure that is to be carried out: not what it is, on a card that stays. */
export const measureParts = (scene: Scene, { id, day }: OpenMeasure) => ({
  title: day < dayOf(scene.now) ? PROTECTION.lateTitle : PROTECTION.dueTitle,
  lines: PROTECTION.dueLines(longDay(day)),
  buttons: [toMainPage(scene, BUTTON.showMeasure, 'measure', { about: id })],
});

/** The strategist's card while a measure that they see to is due. */
export function measureCard(scene: Scene, measure: OpenMeasure): View {
  const { title, lines, buttons } = measureParts(scene, measure);
  return card({
    kicker: kicker(scene),
    title,
    lines: [...lines, ...silenceLines(scene)],
    ...oneOverflow(
      [...buttons, toPage(scene, BUTTON.details, 'details'), ...takeOverButton(scene)],
      strategistButtons(scene),
    ),
  });
}

/** One in sight, so that the overflow button stands beside it on a phone: the number first, as long as there is none. */
const strategistButtons = (scene: Scene): ButtonView[] =>
  weighed(
    [
      ...registryButton(scene),
      toPage(scene, BUTTON.allSteps, 'steps'),
      ...[measuresButton(scene)].filter((one) => one !== undefined),
      toPage(scene, BUTTON.moreChoices, 'more'),
      toPage(scene, JOINED.button, 'event'),
      ...standIn(scene),
    ],
    1,
  );

/** Buttons of a strategist who has some steps only: taking over opens the rest. */
const helperButtons = (scene: Scene): ButtonView[] =>
  weighed(
    [
      ...registryButton(scene),
      ...aloudButton(scene),
      ...standIn(scene),
      toExtraPage(scene, JOINED.button, 'event'),
      toExtraPage(scene, BUTTON.seeParty, 'party'),
      extra(BUTTON.tooClose, 'recuse', on(scene)),
    ],
    1,
  );

/** The strategist who has some steps of the incident, with nothing of their own to do now. */
export const helperCard = (scene: Scene): View => {
  const { lead, state } = scene.incident;
  if (state === 'closed') return closedCard(scene);
  return card({
    kicker: kicker(scene),
    title: lead ? NOTICE.standbyTitle(nameOf(scene, lead.person)) : NOTICE.toldTitle,
    lines: [...NOTICE.helperLines, ...ringParts(scene).lines],
    items: ringParts(scene).items,
    buttons: [
      ...takeOverButton(scene),
      ...ringParts(scene).buttons,
      toPage(scene, BUTTON.details, 'details'),
    ],
    below: { buttons: helperButtons(scene) },
  });
};

/** The strategist who has the incident, with nothing of their own to do now. */
export const followCard = (scene: Scene): View =>
  scene.incident.state === 'closed' ? followedToTheEnd(scene) : followingCard(scene);

const followingCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: scene.incident.lead
      ? NOTICE.standbyTitle(nameOf(scene, scene.incident.lead.person))
      : NOTICE.toldTitle,
    lines: [...NOTICE.followLines, ...measureLine(scene), ...ringParts(scene).lines],
    items: ringParts(scene).items,
    buttons: [...ringParts(scene).buttons, toPage(scene, BUTTON.details, 'details')],
    below: { buttons: strategistButtons(scene) },
  });

/** The card of the second of two persons: a proposal is to be read. */
export const confirmNotice = (scene: Scene): View =>
  card({
    kicker: kicker(scene, twoPersonsStep(scene.routine)?.section),
    title: GROUPS_CARD.noticeTitle,
    lines: GROUPS_CARD.confirmLines,
    buttons: [
      toMainPage(scene, BUTTON.readProposal, 'confirm'),
      ...(is(scene, 'victim') ? [toPage(scene, BUTTON.status, 'focus')] : []),
    ],
  });

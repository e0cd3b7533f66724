import { BUTTON, COMMON, DANGER_OTHER } from '../../content/texts/common';
import { NOTICE } from '../../content/texts/lead';
import { GROUPS_CARD, STEP_CARD } from '../../content/texts/pages';
import { DECISION } from '../../content/texts/police';
import { moment } from '../../content/texts/time';
import { TAKE_OVER } from '../../content/texts/timed';
import { BELONGS, STATUS } from '../../content/texts/victim';
import { isActive, type PersonId } from '../../routine/model/contact';
import { standsAs } from '../../routine/model/posts';
import type { StepSpec } from '../../routine/model/routine';
import { twoPersonsStep } from '../../routine/plan/traits';
import { isAskedAgain } from '../../routine/rules/deadlines';
import { isOfferedToFile } from '../../routine/rules/filing';
import { asksForLead } from '../../routine/rules/leadership';
import { stored } from '../../routine/rules/progress';
import { duties } from '../../routine/rules/steps/duties';
import { asked, chain } from '../../routine/rules/succession';
import { notNeeded, sectionWords, wordsOf } from '../pages/steps';
import { fileYourselfCard, newOfficerCard, registryButton } from '../pages/timed';
import { button, card, extra, line, opening, plain, primary, weighed } from '../parts';
import { adding, is, kicker, nameOf, on, policeLink, routineOf, type Scene, whomToRing } from '../scene';
import type { ButtonView, CardView, View } from '../view';
import { isUnseen, ringParts, type ToRing, toRing } from './calls';
import { leadCard } from './lead';
import { isKept, retentionCard } from './retention';
import {
  askedInTime,
  distinct,
  RINGS,
  shownSilences,
  silenceCard,
  silenceLines,
  takeOverButton,
} from './silence';
import { belongsCard, decisionCard, partyQuestionCard, receiptCard, statusCard } from './victim';

/** Asked to lead: reference, acute or not, one button. No name, no story. */
function noticeCard(scene: Scene): View {
  const { acute, createdAt, lead } = scene.incident;
  const inTime = askedInTime(scene);
  return card({
    danger: acute ? DANGER_OTHER : [],
    kicker: kicker(scene),
    title: acute ? NOTICE.title : NOTICE.calmTitle,
    lines: [
      NOTICE.from(moment(createdAt, scene.now)),
      ...inTime.lines,
      ...(lead ? [NOTICE.second(nameOf(scene, lead.person))] : NOTICE.lines),
    ],
    buttons: weighed([
      primary(BUTTON.acknowledge, 'acknowledge', on(scene)),
      ...inTime.buttons,
      plain(BUTTON.cannot, 'decline', on(scene)),
      plain(BUTTON.tooClose, 'recuse', on(scene)),
    ]),
    items: inTime.items,
    below: is(scene, 'toldStrategist') ? { buttons: registryButton(scene) } : {},
  });
}

/** The strategist hears that something came in, and who has it; not what. */
function toldCard(scene: Scene): View {
  const toRing = ringParts(scene);
  const { names } = scene.municipality;
  return card({
    kicker: kicker(scene),
    title: NOTICE.toldTitle,
    lines: [
      NOTICE.from(moment(scene.incident.createdAt, scene.now)),
      ...(scene.incident.lead ? [NOTICE.toldLed(names)] : NOTICE.toldLines(names)),
      ...toRing.lines,
    ],
    items: toRing.items,
    buttons: weighed([
      // Whom to ring is known only to who takes over: that comes first then.
      ...(isUnseen(scene) ? standIn(scene, plain) : []),
      ...toRing.buttons,
      ...registryButton(scene),
      ...(isUnseen(scene) ? [] : standIn(scene)),
      extra(BUTTON.seeParty, 'page', on(scene, { page: 'party' })),
      extra(BUTTON.tooClose, 'recuse', on(scene)),
    ]),
  });
}

/** Asked to ring someone, with no other part in it. */
const ringCard = (scene: Scene, { title, line: words, items, buttons }: ToRing): View =>
  card({ kicker: kicker(scene), title, lines: [words], items, buttons: weighed(buttons) });

/** In the place of a lead who is away. */
const standIn = (scene: Scene, kind = extra) =>
  scene.incident.lead ? [kind(TAKE_OVER.button, 'page', on(scene, { page: 'takeOver' }))] : [];

/** Whose place was taken is told so. */
const standbyLines = (scene: Scene): string[] => {
  const { lead } = scene.incident;
  return lead?.from === scene.viewer.person
    ? [TAKE_OVER.taken(nameOf(scene, lead.person), moment(lead.since, scene.now))]
    : NOTICE.standbyLines;
};

/** Handed over, and not yet taken: nobody leads meanwhile, and who is asked is to be rung. */
function unledParts(scene: Scene): Pick<CardView, 'title' | 'lines' | 'items'> {
  const candidates = asked(scene);
  return {
    title: NOTICE.unledTitle,
    lines: [NOTICE.unled(COMMON.listAnd(candidates.map((contact) => contact.name)))],
    items: candidates.slice(0, RINGS).map((contact) => whomToRing(scene, contact)),
  };
}

function standbyCard(scene: Scene): View {
  const { lead } = scene.incident;
  const details = plain(BUTTON.details, 'page', on(scene, { page: 'details' }));
  if (scene.incident.state === 'closed')
    return card({ kicker: kicker(scene), title: STATUS.closedTitle, buttons: [details] });
  const toRing = ringParts(scene);
  const { title, lines, items } = lead
    ? { title: NOTICE.standbyTitle(nameOf(scene, lead.person)), lines: standbyLines(scene), items: [] }
    : unledParts(scene);
  return card({
    kicker: kicker(scene),
    title,
    lines: [...lines, ...toRing.lines],
    items: distinct([...toRing.items, ...items]),
    buttons: weighed([
      ...toRing.buttons,
      details,
      plain(BUTTON.allSteps, 'page', on(scene, { page: 'steps' })),
      extra(BUTTON.tooClose, 'recuse', on(scene)),
    ]),
  });
}

/** The open steps that are this person's to do, in the routine's order. */
export const dutiesOf = (scene: Scene): StepSpec[] =>
  scene.incident.state === 'open'
    ? duties(scene).flatMap(({ step, owners }) => (owners.includes(scene.viewer.person) ? [step] : []))
    : [];

const titleOf = (scene: Scene, step: StepSpec): { title: string; lines: string[] } => {
  const { title, help } = wordsOf(scene, step);
  if (step.report !== 'asVictimSays') return { title, lines: [help] };
  return is(scene, 'victim')
    ? { title: DECISION.selfTitle, lines: DECISION.selfLines }
    : { title: DECISION.chiefTitle, lines: DECISION.chiefLines };
};

/** One press is the answer, for or against; a line of one's own is a third button. */
function pressAnswers(scene: Scene, step: StepSpec, field: string): ButtonView[] {
  const words = wordsOf(scene, step).answers;
  const answer = (title: string, value: string, style: ButtonView['style']) =>
    button(title, 'endStep', adding(scene, { step: step.id, [field]: value }), { inputs: 'none', style });
  return [
    answer(words?.yes ?? '', 'yes', 'positive'),
    answer(words?.no ?? '', 'no', 'default'),
    plain(words?.write ?? '', 'page', on(scene, { page: 'step', step: step.id })),
    plain(BUTTON.status, 'page', on(scene, { page: 'focus' })),
  ];
}

/** The police's own number, and the municipality's police officer, where they are to be asked or told. */
const policeNumbers = (scene: Scene, step: StepSpec): Pick<CardView, 'items' | 'links'> => ({
  items: step.rings?.includes('police')
    ? scene.contacts
        .filter((one) => standsAs(scene.routine.posts, one, 'police') && isActive(one))
        .map((contact) => whomToRing(scene, contact))
    : [],
  links: step.rings?.includes('policeNumber') ? [policeLink] : [],
});

function dutyButtons(scene: Scene, step: StepSpec): ButtonView[] {
  if (step.answers && is(scene, 'victim')) return pressAnswers(scene, step, step.answers);
  const sees = is(scene, 'strategist') || is(scene, 'filer') || is(scene, 'victim');
  const work = step.fields.length > 0 || step.report !== undefined;
  return [
    work
      ? opening(BUTTON.fillIn, on(scene, { page: 'step', step: step.id }))
      : primary(wordsOf(scene, step).done, 'endStep', adding(scene, { step: step.id })),
    ...(sees ? [plain(BUTTON.details, 'page', on(scene, { page: 'details' }))] : []),
    ...notNeeded(scene, step),
    ...(is(scene, 'victim') ? [plain(BUTTON.status, 'page', on(scene, { page: 'focus' }))] : []),
  ];
}

/** A step of this person's own, as an actionable card. */
const dutyCard = (scene: Scene, step: StepSpec): View =>
  card({
    kicker: kicker(scene, sectionWords(scene, step.section)),
    ...titleOf(scene, step),
    lines: [...titleOf(scene, step).lines, ...silenceLines(scene)],
    ...policeNumbers(scene, step),
    buttons: weighed([...dutyButtons(scene, step), ...takeOverButton(scene)]),
    below: is(scene, 'strategist') ? { buttons: strategistButtons(scene) } : {},
  });

/** One in sight, so that the overflow button stands beside it on a phone: the number first, as long as there is none. */
const strategistButtons = (scene: Scene): ButtonView[] =>
  weighed(
    [
      ...registryButton(scene),
      plain(BUTTON.allSteps, 'page', on(scene, { page: 'steps' })),
      plain(BUTTON.amend, 'page', on(scene, { page: 'amend' })),
      plain(BUTTON.moreChoices, 'page', on(scene, { page: 'more' })),
      ...standIn(scene),
      plain(BUTTON.tooClose, 'recuse', on(scene)),
    ],
    1,
  );

/** The strategist who has the incident, with nothing of their own to do now. */
const followCard = (scene: Scene): View =>
  card({
    kicker: kicker(scene),
    title: scene.incident.lead
      ? NOTICE.standbyTitle(nameOf(scene, scene.incident.lead.person))
      : NOTICE.toldTitle,
    lines:
      scene.incident.state === 'closed' ? [] : [...NOTICE.standbyLines.slice(1), ...ringParts(scene).lines],
    items: ringParts(scene).items,
    buttons: [...ringParts(scene).buttons, plain(BUTTON.details, 'page', on(scene, { page: 'details' }))],
    below: { buttons: strategistButtons(scene) },
  });

const confirmNotice = (scene: Scene): View =>
  card({
    kicker: kicker(scene, twoPersonsStep(scene.routine)?.section),
    title: GROUPS_CARD.noticeTitle,
    lines: GROUPS_CARD.confirmLines,
    buttons: [
      opening(BUTTON.readProposal, on(scene, { page: 'confirm' })),
      ...(is(scene, 'victim') ? [plain(BUTTON.status, 'page', on(scene, { page: 'focus' }))] : []),
    ],
  });

function victimsCard(scene: Scene): View {
  const { incident } = scene;
  if (incident.state === 'closed') return statusCard(scene);
  if (incident.partyQuestion && !incident.partyQuestion.answer) return partyQuestionCard(scene);
  if (asksForLead(scene)) return newOfficerCard(scene);
  if (incident.decision?.askedAt && !incident.decision.answer) return decisionCard(scene);
  if (isAskedAgain(scene)) return decisionCard(scene);
  if (isOfferedToFile(scene)) return fileYourselfCard(scene);
  if (is(scene, 'confirmer')) return confirmNotice(scene);
  const duty = dutiesOf(scene)[0];
  return duty ? dutyCard(scene, duty) : statusCard(scene);
}

const OUT = { cannot: NOTICE.declined, tooClose: NOTICE.recused, replaced: NOTICE.out, ownParty: NOTICE.out };

/** Was asked, or would have been: a first contact, while another leads. */
const isInLine = (scene: Scene, person: PersonId): boolean =>
  scene.incident.state === 'open' &&
  chain(scene)
    .flat()
    .some((contact) => contact.person === person && standsAs(scene.routine.posts, contact, 'firstContact'));

/** No part in it any more. Whom it was wrongly thought to concern is not told its reference either. */
function outCard(scene: Scene): View {
  const { person } = scene.viewer;
  // Who was only ever asked whether it is theirs does not get to know which one it was.
  const isAsked = scene.incident.victim.not?.includes(person);
  if (isAsked || !scene.contacts.some((contact) => contact.person === person)) return line(BELONGS.noThanks);
  const why = scene.incident.declined.find((one) => one.person === person)?.why;
  const { lead } = scene.incident;
  const isNext = lead && !why && isInLine(scene, person);
  const words = isNext ? NOTICE.taken(nameOf(scene, lead.person)) : why ? OUT[why] : NOTICE.out;
  return line(`${COMMON.reference(scene.incident.reference)}: ${words}`);
}

/** What this person did last, in one line: whose part is done, and who was not shut out. */
function doneLine(scene: Scene): View | undefined {
  const { incident, viewer, now } = scene;
  const isOfficial = scene.contacts.some((contact) => contact.person === viewer.person);
  if (!isOfficial || incident.declined.some((one) => one.person === viewer.person)) return undefined;
  const mine = routineOf(scene).steps.filter((step) => stored(incident, step.id).endedBy === viewer.person);
  const endedAt = (step: StepSpec) => stored(incident, step.id).endedAt ?? '';
  const last = mine.sort((a, b) => endedAt(b).localeCompare(endedAt(a)))[0];
  if (!last) return undefined;
  const text = STEP_CARD.finished(wordsOf(scene, last).short, moment(endedAt(last), now));
  // Closed, the line must change: an answer with details that stands in its place is wiped by that.
  const see =
    is(scene, 'filer') && incident.state === 'open'
      ? [plain(BUTTON.details, 'page', on(scene, { page: 'details' }))]
      : [];
  return line(`${COMMON.reference(incident.reference)}: ${text}`, see);
}

/**
 * What a person's live card shows now: the base card, which stands in the chat and in its exports. It holds no name
 * but an official's, no typed text, and no inputs.
 */
export function liveCard(scene: Scene): View {
  if (is(scene, 'maybeVictim')) return belongsCard(scene);
  if (is(scene, 'victim')) return victimsCard(scene);
  if (isKept(scene)) return retentionCard(scene);
  if (is(scene, 'lead')) return leadCard(scene);
  const isOpen = scene.incident.state === 'open';
  if (isOpen && is(scene, 'candidate')) return noticeCard(scene);
  if (isOpen && is(scene, 'confirmer')) return confirmNotice(scene);
  const duty = dutiesOf(scene)[0];
  if (duty) return dutyCard(scene, duty);
  if (isOpen && shownSilences(scene).length > 0) return silenceCard(scene);
  if (is(scene, 'strategist')) return followCard(scene);
  if (is(scene, 'standby')) return standbyCard(scene);
  if (is(scene, 'toldStrategist') && isOpen) return toldCard(scene);
  const call = toRing(scene);
  if (call) return ringCard(scene, call);
  if (is(scene, 'reporter')) return receiptCard(scene);
  if (isOpen && is(scene, 'declined')) {
    const text = `${COMMON.reference(scene.incident.reference)}: ${NOTICE.declined}`;
    return line(text, [plain(BUTTON.acknowledge, 'acknowledge', on(scene))]);
  }
  return doneLine(scene) ?? outCard(scene);
}

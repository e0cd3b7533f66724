import { BUTTON, COMMON, DANGER_OTHER } from '../../content/texts/common';
import { LEAD, PROTECTION, THREAT } from '../../content/texts/lead';
import { DETAILS } from '../../content/texts/pages';
import { clockTime, moment } from '../../content/texts/time';
import { REACH } from '../../content/texts/timed';
import { SAFE } from '../../content/texts/wishes/wishes';
import { isUnheard } from '../../routine/rules/ladders/spoken';
import { asksForLead } from '../../routine/rules/leadership';
import { type Focus, focusOf } from '../../routine/rules/nextTask';
import { isUnarisen } from '../../routine/rules/progress';
import { isThreatAssessed } from '../../routine/rules/report/versions';
import { victimOf } from '../../routine/rules/succession';
import { cautions, decisionLine } from '../decisionParts';
import { eventsButton, eventsLine, filesLine, mergedButton, mergedLines } from '../eventParts';
import { back, card, firstToPress, IN_SIGHT, line, MOST_BUTTONS, weighed } from '../parts';
import { sectionRows } from '../progressRows';
import { confirmedLine, secondPerson } from '../proposalParts';
import { is, kicker, on, reachVictim, type Scene, toExtraPage, toPage } from '../scene';
import {
  arisesButton,
  companyLine,
  countWords,
  documentFirst,
  drawnUpLine,
  measureLine,
  measuresButton,
  outlookLine,
  registryButton,
  reopenButton,
  tasksButton,
  tasksLine,
} from '../stepParts';
import type { ButtonView, CardView, FactView, View } from '../view';
import { stillAcuteItem } from './beside/stillAcute';
import { talkDayLines } from './beside/talkDay';
import { aloudButton } from './calls/aloud';
import { callLines } from './calls/calls';
import { isToSpeak, policeButton, reachButtons, reachLines } from './calls/reach';
import { focusParts, focusSection, talkBeside } from './leadTask';
import { anotherWay } from './wishes/quiet';
import { unableLines } from './wishes/unable';

/** Buttons for what the plan has a step for only if it happens, such as a call from a journalist. */
const arising = (scene: Scene): ButtonView[] =>
  scene.routine.steps
    .filter((step) => isUnarisen(scene.incident, step))
    .map((step) => ({ ...arisesButton(scene, step), mode: 'secondary' }));

/** Buttons for all else that a lead may do at any time; of a strategist who leads, the number too. */
const always = (scene: Scene): ButtonView[] => [
  ...(lacksThreat(scene) ? [toPage(scene, THREAT.button, 'threat')] : []),
  toPage(scene, BUTTON.details, 'details'),
  toPage(scene, BUTTON.allSteps, 'steps'),
  ...(is(scene, 'strategist') && scene.mayDo.has('recordRegistry') ? registryButton(scene) : []),
  ...eventsButton(scene),
  ...tasksButton(scene),
  toExtraPage(scene, BUTTON.amend, 'amend'),
  ...(measuresButton(scene) ? [toExtraPage(scene, PROTECTION.button, 'measure')] : []),
];

/** The buttons that one row takes, and always "Fler val", which has what is seldom needed. */
const withMore = (scene: Scene, buttons: readonly ButtonView[]): ButtonView[] => [
  ...buttons.slice(0, MOST_BUTTONS - 1),
  toExtraPage(scene, BUTTON.moreChoices, 'more'),
];

/** Who is not to be rung is not to be rung for this either. */
const safeWords = ({ incident: { quiet } }: Scene) => (quiet ? SAFE.leadQuiet : SAFE.lead);
/** A threat by phone that has not been assessed. */
const lacksThreat = ({ incident }: Scene): boolean => isThreatAssessed(incident) && !incident.threats;

/** Lines to read before anything is done: what became of the person, what others have just answered. */
const before = (scene: Scene): string[] => [
  ...unableLines(scene),
  ...(scene.incident.mistakeAt && !scene.incident.unable ? [LEAD.mistake] : []),
  ...(scene.incident.safeAt && !scene.incident.unable
    ? [safeWords(scene)(clockTime(scene.incident.safeAt, scene.now))]
    : []),
  ...(victimOf(scene.incident) === undefined && scene.incident.victim.bound === 'none'
    ? [LEAD.noAccount]
    : []),
  ...(asksForLead(scene) && !victimOf(scene.incident) ? [LEAD.postEnded(scene.municipality.names)] : []),
  ...secondPerson(scene),
  ...confirmedLine(scene),
  ...decisionLine(scene),
];

/** Lines on what else there is: below the task itself, so that what to do now stands first. */
const besides = (scene: Scene): string[] => [
  ...companyLine(scene),
  ...outlookLine(scene),
  ...talkDayLines(scene),
  ...measureLine(scene),
  ...(lacksThreat(scene) ? [THREAT.remark] : []),
  ...tasksLine(scene),
  ...callLines(scene),
  ...eventsLine(scene),
  ...filesLine(scene),
  ...mergedLines(scene),
];

/** 112 on top, as long as nobody has heard how the person is. */
const dangerOf = (scene: Scene): string[] => (scene.incident.acute && isToSpeak(scene) ? DANGER_OTHER : []);

/** Finished: one line, and the way back in. */
const closed = (scene: Scene): View =>
  line(
    [
      LEAD.closed(
        COMMON.reference(scene.incident.reference),
        moment(scene.incident.closedAt ?? '', scene.now),
      ),
      ...mergedLines(scene),
      ...(is(scene, 'official') ? drawnUpLine(scene) : []),
    ].join('. '),
    [
      ...mergedButton(scene),
      ...documentFirst(scene),
      toPage(scene, BUTTON.details, 'details'),
      ...reopenButton(scene),
    ],
  );

/** The victim's name, party and number: only in the response to a press. */
const who = (scene: Scene): FactView[] => {
  const { victim, report, party } = scene.incident;
  return [
    { label: LEAD.who, text: [victim.name || COMMON.noName, party ? `(${party})` : ''].join(' ').trim() },
    ...(report.phone ? [{ label: LEAD.phone, text: report.phone }] : []),
  ];
};

/** Ring, and how; or that they are not to be rung, and whom to talk to instead. */
const toRingFirst = (scene: Scene, hasNumber: boolean, lines: string[]): Partial<CardView> => {
  if (!scene.incident.quiet)
    return {
      title: LEAD.ringFirst,
      lines: [LEAD.ringWords, ...(hasNumber ? [] : [LEAD.noNumber]), ...lines],
    };
  const another = anotherWay(scene);
  return { ...another, lines: [...another.lines, ...lines] };
};

/**
 * Right after "Jag har tagit emot": ring, and whom; the base card never says it. What comes after the call stands
 * below, with less weight, and the sections wait for the next card.
 */
function ringFirstCard(scene: Scene, focus: Focus, parts: Partial<CardView>): View {
  const isReaching = focus.kind === 'ring' || focus.kind === 'reached';
  const links = reachVictim(scene);
  const after = (parts.buttons ?? [])
    .filter(({ title }) => title !== REACH.show)
    .slice(0, 2)
    .map((one) => ({ ...one, style: 'default' as const }));
  return card({
    danger: dangerOf(scene),
    kicker: kicker(scene),
    ...toRingFirst(scene, links.length > 0, [...cautions(scene), ...before(scene), ...besides(scene)]),
    facts: who(scene),
    links: firstToPress(links),
    below: {
      title: isReaching ? '' : LEAD.afterwards(parts.title ?? ''),
      lines: isReaching ? [] : (parts.lines ?? []).slice(-1),
      buttons: weighed(
        withMore(scene, [...onceEach([...afterTalk(scene), ...(isReaching ? [] : after)]), ...always(scene)]),
      ),
    },
  });
}

/** Each button once, where two reasons bring the same. */
const onceEach = (buttons: readonly ButtonView[]): ButtonView[] => [
  ...new Map(buttons.map((one) => [one.title, one])).values(),
];

/** Ringing comes first: what is pressed after it has less weight. */
const lighter = (one: ButtonView): ButtonView => ({ ...one, style: 'default' });

/** The number, unless it stands above, and what to press after the call, while something else is on top. */
const waitingButtons = (scene: Scene, above: readonly ButtonView[] = []): ButtonView[] =>
  reachButtons(scene)
    .filter(({ verb, title }) => verb !== 'recordCall' && !above.some((one) => one.title === title))
    .map(lighter);

/** The buttons for after the talk, as long as somebody is to; the number stands on the same card. */
const afterTalk = (scene: Scene): ButtonView[] =>
  isToSpeak(scene)
    ? reachButtons(scene)
        .filter(({ title }) => title !== REACH.show)
        .map(lighter)
    : [];

/** "Visa numret": whom it is about and how to reach them, at any time; the way back leads to the card it came from. */
export const reachPage = (scene: Scene): View => {
  const links = reachVictim(scene);
  return card({
    kicker: kicker(scene),
    ...toRingFirst(scene, links.length > 0, reachLines(scene)),
    facts: who(scene),
    links: firstToPress(links),
    buttons: [...(is(scene, 'lead') ? afterTalk(scene) : []), back('show', on(scene))],
    below: { buttons: aloudButton(scene) },
    footnote: DETAILS.logged,
  });
};

/** The victim has had enough, it is calm, and they ask for no call: the card says not to ring, from the first look on. */
const isLeftInPeace = ({ incident }: Scene, { kind }: Focus): boolean =>
  kind === 'close' && incident.enoughAt !== undefined && !isUnheard(incident);

/**
 * The lead's card: the next step on top, the sections below. `revealed`: it is the answer to "Jag har tagit emot".
 */
export function leadCard(scene: Scene, revealed = false): View {
  if (scene.incident.state === 'closed') return closed(scene);
  const focus = focusOf(scene);
  const parts = focusParts(scene, focus);
  if (revealed && !isLeftInPeace(scene, focus)) return ringFirstCard(scene, focus, parts);
  const talk = talkBeside(scene, focus);
  const isReaching = focus.kind === 'ring' || focus.kind === 'reached';
  const isWaiting = isToSpeak(scene) && !isReaching;
  return card({
    danger: dangerOf(scene),
    kicker: kicker(scene, focusSection(scene, focus)),
    corner: countWords(scene),
    ...parts,
    lines: [
      ...cautions(scene),
      ...before(scene),
      ...(parts.lines ?? []),
      ...(isWaiting && !scene.incident.quiet ? [REACH.await] : []),
      ...talk.lines,
      ...besides(scene),
    ],
    items: [...(parts.items ?? []), ...stillAcuteItem(scene)],
    buttons: [...(parts.buttons ?? []), ...talk.buttons].slice(0, IN_SIGHT),
    below: {
      title: LEAD.sections,
      rows: sectionRows(scene),
      buttons: withMore(scene, [
        ...(isWaiting ? waitingButtons(scene, parts.buttons) : []),
        ...(isReaching ? [policeButton(scene)] : []),
        ...always(scene),
        ...arising(scene),
      ]),
    },
  });
}

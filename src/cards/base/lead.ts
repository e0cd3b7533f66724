import { BUTTON, COMMON } from '../../content/texts/common';
import { LEAD } from '../../content/texts/lead';
import { moment } from '../../content/texts/time';
import { asksForLead } from '../../routine/rules/leadership';
import { type Focus, focusOf } from '../../routine/rules/nextTask';
import { isUnarisen } from '../../routine/rules/progress';
import { victimOf } from '../../routine/rules/succession';
import { card, firstToPress, IN_SIGHT, line, weighed } from '../parts';
import { sectionRows } from '../progressRows';
import { kicker, reachVictim, type Scene, toExtraPage, toPage } from '../scene';
import { arisesButton, companyLine, countWords } from '../stepParts';
import type { ButtonView, CardView, FactView, View } from '../view';
import { callLines } from './calls';
import { focusParts, focusSection, secondPerson, talkBeside } from './leadTask';

/** Buttons for what the plan has a step for only if it happens, such as a call from a journalist. */
const arising = (scene: Scene): ButtonView[] =>
  scene.routine.steps
    .filter((step) => isUnarisen(scene.incident, step))
    .map((step) => ({ ...arisesButton(scene, step), mode: 'secondary' }));

/** Buttons for all else that a lead may do; what is seldom needed is behind "Fler val". */
const always = (scene: Scene, beside: readonly ButtonView[] = []): ButtonView[] => [
  toPage(scene, BUTTON.details, 'details'),
  toPage(scene, BUTTON.allSteps, 'steps'),
  toExtraPage(scene, BUTTON.amend, 'amend'),
  ...beside,
  toExtraPage(scene, BUTTON.moreChoices, 'more'),
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

/** Finished: one line, and the way back in. */
const closed = (scene: Scene): View =>
  line(
    LEAD.closed(COMMON.reference(scene.incident.reference), moment(scene.incident.closedAt ?? '', scene.now)),
    [toPage(scene, BUTTON.details, 'details'), toPage(scene, BUTTON.reopen, 'reopen')],
  );

/** The victim's name, party and number: only in the response to a press. */
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
    corner: countWords(scene),
    ...parts,
    lines: [...remarks(scene), ...talk.lines, ...(parts.lines ?? [])],
    buttons: [...(parts.buttons ?? []), ...talk.buttons].slice(0, IN_SIGHT),
    below: { title: LEAD.sections, rows: sectionRows(scene), buttons: always(scene, arising(scene)) },
  });
}

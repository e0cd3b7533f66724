import { BUTTON, COMMON } from '../content/texts/common';
import { LEAD } from '../content/texts/lead';
import { longDay, moment } from '../content/texts/time';
import { COMPANY, REGISTRY, TALK } from '../content/texts/timed';
import { dayOf } from '../routine/calendar/localTime';
import type { StepSpec } from '../routine/model/routine';
import type { StepWords } from '../routine/model/words';
import { talkStep } from '../routine/plan/traits';
import { companyNow } from '../routine/rules/companion';
import { isRelayOut } from '../routine/rules/deadlines';
import { followUpDays, hasEnded, mayApprove, stateOf } from '../routine/rules/progress';
import { talkTimes } from '../routine/rules/steps/talks';
import { maySkip } from '../routine/transitions/steps';
import { button } from './parts';
import { adding, ownerWords, type Scene, toPage } from './scene';
import type { ButtonView, RowView } from './view';

/* What the base cards and the pages say alike of steps, the talk, the company and the registry. */

/** The plan's words of a step. */
export const wordsOf = ({ routine }: Scene, step: StepSpec): StepWords =>
  routine.words.steps[step.id] ?? { title: step.id, help: '', short: step.id, done: BUTTON.save };

/** How many steps are ended, of how many. */
export const countWords = ({ incident, routine }: Scene): string =>
  LEAD.count(routine.steps.filter((step) => hasEnded(incident, step.id)).length, routine.steps.length);

/** A section of the plan: its number and what it is about. */
export const sectionWords = ({ routine }: Scene, section: string): string =>
  `${section} ${routine.words.sections[section] ?? ''}`;

/** "Behövs inte", where this person may say so. */
export const notNeeded = (scene: Scene, step: StepSpec): ButtonView[] =>
  maySkip(scene.incident, step, scene.viewer.roles)
    ? [toPage(scene, BUTTON.notNeeded, 'skip', { step: step.id })]
    : [];

/** One press is the answer, for or against; a line of one's own is a third button. */
export function pressAnswers(scene: Scene, step: StepSpec, field: string): ButtonView[] {
  const words = wordsOf(scene, step).answers;
  const answer = (title: string, value: string, style: ButtonView['style']) =>
    button(title, 'endStep', adding(scene, { step: step.id, [field]: value }), { inputs: 'none', style });
  return [
    answer(words?.yes ?? '', 'yes', 'positive'),
    answer(words?.no ?? '', 'no', 'default'),
    toPage(scene, words?.write ?? '', 'step', { step: step.id }),
  ];
}
/** That the party reads no more, and since when: it was told, and must not be taken to know what came after. */
export const partyOutLine = ({ incident, now }: Scene): string[] =>
  incident.withdrawal ? [LEAD.partyOut(moment(incident.withdrawal.at, now))] : [];

/** Rows of a list of steps: sign, words, owner or time. */
export function stepRow(scene: Scene, step: StepSpec): RowView {
  // Open for an owner who has not been asked yet: it waits for the lead's press.
  const isUnasked = mayApprove(scene.incident, step, scene.routine, scene.now);
  const state = isUnasked ? 'waiting' : stateOf(scene.incident, step, scene.routine, scene.now);
  const { signs, states } = COMMON;
  const sign = { done: signs.done, notApplicable: signs.no, open: signs.now, waiting: signs.waiting }[state];
  const note = state === 'open' ? LEAD.with(ownerWords(scene, step)) : states[state];
  return { sign, text: `${step.section} ${wordsOf(scene, step).short}`, note, isNow: state === 'open' };
}

/** The registry number, as long as there is none. */
export const registryButton = (scene: Scene): ButtonView[] =>
  scene.incident.registry ? [] : [toPage(scene, REGISTRY.button, 'registry')];

const documentWords = ({ facts }: Scene): string =>
  COMMON.listAnd(facts.drawnUp.map((kind) => REGISTRY.documents[kind]));

/** What closing makes final, before it is closed. */
export const toBeDrawnUp = (scene: Scene): string[] =>
  scene.facts.drawnUp.length > 0 ? [REGISTRY.willBe(documentWords(scene))] : [];

/** The documents of a closed incident that are to be registered now, for whoever acts for the municipality. */
export const drawnUpLine = (scene: Scene): string[] =>
  scene.incident.state === 'closed' && scene.facts.drawnUp.length > 0
    ? [REGISTRY.drawnUp(documentWords(scene))]
    : [];

/** In one line, without a name: on a card that stays. */
export function companyLine(scene: Scene): string[] {
  const now = companyNow(scene.incident);
  if (!now || isRelayOut(scene)) return [];
  return [now.until ? COMPANY.until(moment(now.until, scene.now)) : COMPANY.noTime];
}

/** The plan has a follow-up talk, and it has not been held or waived. */
export function isTalkAhead({ incident, routine }: Scene): boolean {
  const step = talkStep(routine);
  return step !== undefined && !hasEnded(incident, step.id);
}

/** The last day of the follow-up talk, as the days come. */
export function talkLines(scene: Scene): string[] {
  const { incident, routine, now } = scene;
  if (!isTalkAhead(scene)) return [];
  const { from, last, isLate } = followUpDays(incident, routine);
  const today = dayOf(now);
  const why = isLate ? [TALK.late] : [];
  if (now >= talkTimes(scene).overdue) return [TALK.overdue(longDay(last)), ...why];
  if (today < from) return [TALK.held(longDay(from), longDay(last)), ...why];
  return [today === last ? TALK.today : TALK.last(longDay(last)), ...why];
}

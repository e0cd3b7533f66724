import { BUTTON, COMMON } from '../content/texts/common';
import { TASKS } from '../content/texts/guidance/channelTasks';
import { LEAD, PROTECTION } from '../content/texts/lead';
import { STEP_CARD } from '../content/texts/pages';
import { SUSPECTS } from '../content/texts/people/suspects';
import { TAKE } from '../content/texts/printed/takeDocument';
import { DOCUMENTS } from '../content/texts/retention';
import { IMPROVEMENT } from '../content/texts/standing/noting';
import { OUTLOOK } from '../content/texts/standing/outlook';
import { longDay, moment } from '../content/texts/time';
import { COMPANY, REGISTRY, TALK } from '../content/texts/timed';
import { QUIET } from '../content/texts/wishes/quiet';
import { dayOf } from '../routine/calendar/localTime';
import { isListed } from '../routine/model/contact';
import type { StepSpec } from '../routine/model/routine';
import type { StepWords } from '../routine/model/words';
import { assessmentStep, talkStep } from '../routine/plan/traits';
import { companyNow } from '../routine/rules/companion';
import { rowsAndAccounts, suspectsOf } from '../routine/rules/contactList/suspects';
import { isRelayOut } from '../routine/rules/deadlines';
import { reviewTexts } from '../routine/rules/figures/improvements';
import { followUpDays, hasEnded, isUnarisen, mayApprove, stateOf, stored } from '../routine/rules/progress';
import { measuresFor } from '../routine/rules/reading';
import { may } from '../routine/rules/roles/may';
import { openMeasures } from '../routine/rules/steps/measures';
import { mayEndAsUnknown } from '../routine/rules/steps/skipping';
import { talkTimes } from '../routine/rules/steps/talks';
import { eachOnce, whoOf } from '../routine/rules/succession';
import { openTasks, tasksOf } from '../routine/rules/tasks/byChannel';
import { followersOf } from '../routine/rules/tasks/measures';
import { button, link, plain } from './parts';
import { adding, nameAndPost, on, ownerWords, type Scene, toExtraPage, toPage } from './scene';
import type { ButtonView, LinkView, RowView } from './view';

/* What the base cards and the pages say alike of steps, the talk, the company and the registry. */

/** The plan's words of a step. */
export const wordsOf = ({ routine }: Scene, step: StepSpec): StepWords =>
  routine.words.steps[step.id] ?? { title: step.id, help: '', short: step.id, done: BUTTON.save };

/** How many steps are ended, of how many. */
export function countWords({ incident, routine }: Scene): string {
  const steps = routine.steps.filter((step) => !isUnarisen(incident, step));
  return LEAD.count(steps.filter((step) => hasEnded(incident, step.id)).length, steps.length);
}

/** A section of the plan: its number and what it is about. */
export const sectionWords = ({ routine }: Scene, section: string): string =>
  `${section} ${routine.words.sections[section] ?? ''}`;

/** "Behövs inte", or that nothing is known of it, where this person may say so. */
export function notNeeded(scene: Scene, step: StepSpec): ButtonView[] {
  const { viewer } = scene;
  if (mayEndAsUnknown(scene, step, viewer.roles))
    return [plain(STEP_CARD.notKnown, 'skipStep', adding(scene, { step: step.id }))];
  return scene.facts.skippable.includes(step.id)
    ? [toPage(scene, BUTTON.notNeeded, 'skip', { step: step.id })]
    : [];
}

/** That something has arisen which the plan has a step for, such as a call from a journalist. */
export const arisesButton = (scene: Scene, step: StepSpec): ButtonView =>
  plain(wordsOf(scene, step).arises ?? '', 'approve', on(scene, { step: step.id }));

/** The button for what came to be known after a step was done, as long as somebody may write it. */
export const laterButton = (scene: Scene, step: StepSpec): ButtonView[] =>
  step.later && stored(scene.incident, step.id).state === 'done' && scene.facts.workable.includes(step.id)
    ? [toPage(scene, wordsOf(scene, step).later ?? '', 'later', { step: step.id })]
    : [];

/** Why a rule ended a step; undefined: a person ended it, or an answer made it needless. */
export function becauseWords({ incident, municipality }: Scene, { id }: StepSpec): string | undefined {
  const { because } = stored(incident, id);
  if (because === undefined) return undefined;
  return because === 'strategistIn' ? STEP_CARD.strategistIn(municipality.names) : STEP_CARD.because[because];
}

/** One press is the answer, for or against; a line of one's own is a third button. */
export function pressAnswers(scene: Scene, step: StepSpec, field: string): ButtonView[] {
  const words = wordsOf(scene, step).answers;
  const answer = (title: string, value: string, style: ButtonView['style']) =>
    button(title, 'endStep', adding(scene, { step: step.id, [field]: value }), { inputs: 'none', style });
  return [
    answer(words?.yes ?? '', 'yes', 'positive'),
    answer(words?.no ?? '', 'no', 'default'),
    ...(step.talkFirst ? [answer(words?.talkFirst ?? '', step.talkFirst, 'default')] : []),
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
  const words = wordsOf(scene, step);
  const short = state === 'notApplicable' ? (words.notNeeded ?? words.short) : words.short;
  return { sign, text: `${step.section} ${short}`, note, isNow: state === 'open' };
}

/** Somebody of the chain is part of it: said also when it is closed, for it may go on. */
export const suspectsButton = (scene: Scene): ButtonView[] =>
  scene.incident.erased || !may(scene.viewer.roles, 'nameSuspects')
    ? []
    : [toPage(scene, SUSPECTS.button, 'suspects')];

/** That some hear nothing of it, in the words of whoever reads it; none: nobody is part of it. */
export function suspectsLine(
  { incident, contacts, municipality }: Scene,
  words: (who: string) => string,
): string[] {
  const ids = rowsAndAccounts(suspectsOf(incident));
  const all = eachOnce(
    contacts.filter((one) => isListed(one) && (ids.includes(one.id) || ids.includes(whoOf(one)))),
  );
  return all.length === 0
    ? []
    : [words(COMMON.listAnd(all.map((one) => nameAndPost({ municipality }, one))))];
}

/** The way back into a closed incident, as long as all of it is there. */
export const reopenButton = (scene: Scene): ButtonView[] =>
  scene.incident.erased ? [] : [toPage(scene, BUTTON.reopen, 'reopen')];

/** The way to the incident's document, for whoever may take a copy. */
export const documentButton = (scene: Scene): ButtonView[] =>
  scene.mayDo.has('takeDocument') && !scene.municipality.tabLink
    ? [toExtraPage(scene, TAKE.button, 'document')]
    : [];

/** The same in sight, where taking it is what comes next. */
export const documentFirst = (scene: Scene): ButtonView[] =>
  documentButton(scene).map((one) => ({ ...one, mode: 'primary' }));

/** The same where there is a tab: it opens there, on its page. */
export const documentLink = ({ mayDo, municipality, viewer, incident }: Scene): LinkView[] =>
  mayDo.has('takeDocument') && municipality.tabLink
    ? [link(TAKE.button, municipality.tabLink(viewer.person, `document.${incident.id}`))]
    : [];

/** The way to what is to become better, once a review says something of it. */
export const improvementButton = (scene: Scene): ButtonView[] =>
  scene.mayDo.has('addImprovement') && reviewTexts(scene.incident).length > 0
    ? [toExtraPage(scene, IMPROVEMENT.button, 'improvement')]
    : [];

/** The way to how it stands, as long as it is open. */
export const outlookButton = (scene: Scene): ButtonView[] =>
  scene.mayDo.has('seeOutlook') && scene.incident.state === 'open'
    ? [toPage(scene, OUTLOOK.button, 'outlook')]
    : [];

/** How it stands, in a word and without what was written, for a card that stays. */
export const outlookLine = ({ incident, now }: Scene): string[] => {
  const last = incident.outlook?.said.at(-1);
  return last ? [OUTLOOK.now(OUTLOOK.states[last.state], moment(last.at, now))] : [];
};

/** The registry number, as long as there is none. */
export const registryButton = (scene: Scene): ButtonView[] =>
  scene.incident.registry ? [] : [toPage(scene, REGISTRY.button, 'registry')];

const documentWords = ({ facts }: Scene): string =>
  COMMON.listAnd(facts.drawnUp.map((kind) => DOCUMENTS.kinds[kind]));

/** The documents that closing will make final, before it is closed. */
export const toBeDrawnUp = (scene: Scene): string[] =>
  scene.facts.drawnUp.length > 0 ? [DOCUMENTS.willBe(documentWords(scene))] : [];

/** The documents of a closed incident that are to be registered now, for whoever acts for the municipality. */
export const drawnUpLine = (scene: Scene): string[] =>
  scene.incident.state === 'closed' && scene.facts.drawnUp.length > 0
    ? [DOCUMENTS.drawnUp(documentWords(scene))]
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

/** The measures that wait, as long as there are any that this viewer reads. */
export const measuresButton = (scene: Scene): ButtonView | undefined =>
  measuresFor(scene.incident, scene.viewer.roles).length > 0
    ? toPage(scene, PROTECTION.button, 'measure')
    : undefined;

/** That measures wait, of those that the viewer sees to: not what they are, on a card that stays. */
export function measureLine(scene: Scene): string[] {
  const mine = openMeasures(scene.incident).filter((one) =>
    followersOf(scene, one).includes(scene.viewer.person),
  );
  const [first] = mine;
  return first ? [PROTECTION.ahead(mine.length, longDay(first.day))] : [];
}

/** The way to the tasks by how it came; nothing where it has none. */
export const tasksButton = (scene: Scene): ButtonView[] =>
  tasksOf(scene.incident, scene.routine).length > 0 ? [toPage(scene, TASKS.button, 'tasks')] : [];

/** How many of them are left: not what they are, on a card that stays. */
export const tasksLine = (scene: Scene): string[] => {
  const left = openTasks(scene.incident, scene.routine).length;
  return left > 0 ? [TASKS.waits(left)] : [];
};

/** The most warnings at once: the most dangerous stand first. */
const WARNED = 3;

/** Words on what must not be touched, deleted or answered, by the way that it came: to whoever reports. */
export const warned = ({ facts, municipality }: Scene): string[] =>
  facts.warnings.flatMap((id) => municipality.channelWords.warnings[id] ?? []).slice(0, WARNED);

/** The help of a step. Whoever hides, or whose phone is watched, is not rung for the assessment either. */
export const stepHelp = (scene: Scene, step: StepSpec): string =>
  scene.incident.quiet && step.id === assessmentStep(scene.routine)?.id
    ? QUIET.unrung
    : wordsOf(scene, step).help;

/** The way there, for whoever may change the day. */
export const moveDayButton = (scene: Scene, key: string): ButtonView[] =>
  scene.facts.movable.some((one) => one.key === key)
    ? [toPage(scene, BUTTON.moveDay, 'moveDay', { about: key })]
    : [];

import { LEAD } from '../content/texts/lead';
import { SUSPECTS } from '../content/texts/people/suspects';
import { DECISION } from '../content/texts/police';
import { clockTime, moment } from '../content/texts/time';
import type { StepSpec } from '../routine/model/routine';
import { filedSteps } from '../routine/plan/traits';
import { isPartyUntold } from '../routine/rules/leadership';
import { hasEnded } from '../routine/rules/progress';
import { isRecorded } from '../routine/rules/victim/decision';
import { is, nameOf, type Scene } from './scene';
import { suspectsLine } from './stepParts';
import type { FactView } from './view';

/*
 * The victim's answer on the police report: when they gave it, who wrote it down for them, and as others read it. And what
 * they have said of who must hear nothing.
 */

type Decision = NonNullable<Scene['incident']['decision']>;

/** The name of whoever wrote the answer down; of an earlier release that did not keep it, whoever leads. */
const recorder = (scene: Scene, { by }: Decision): string => nameOf(scene, by ?? scene.incident.lead?.person);

/** When the victim answered; or by whom the answer was written down, so that they can say that it is wrong. */
export function answeredLines(scene: Scene, decision: Decision): string[] {
  const when = clockTime(decision.at ?? '', scene.now);
  if (isRecorded(decision)) return [DECISION.recorded(recorder(scene, decision), when)];
  return decision.answer === 'municipality' ? [DECISION.answered(when)] : [];
}

/** The victim's answer and its time, on the lead's card for as long as a report is to be made. */
export function decisionLine(scene: Scene): string[] {
  const { decision } = scene.incident;
  const isOver = filedSteps(scene.routine).every(({ id }) => hasEnded(scene.incident, id));
  if (!decision?.answer || !decision.at || (isOver && decision.answer !== 'no')) return [];
  return [DECISION.said(DECISION.readAnswers[decision.answer], clockTime(decision.at, scene.now))];
}

/** The same among what is read, with how it was given where somebody wrote it down. */
export function decisionFacts(scene: Scene): FactView[] {
  const { decision } = scene.incident;
  if (!decision?.answer || !decision.at) return [];
  const said = `${DECISION.readAnswers[decision.answer]} (${moment(decision.at, scene.now)})`;
  const how = isRecorded(decision)
    ? [DECISION.recordedBy(recorder(scene, decision)), decision.how ?? '']
    : [];
  const label = is(scene, 'victim') ? DECISION.ownLabel : DECISION.saidLabel;
  return [{ label, text: [said, ...how].filter(Boolean).join('. ') }];
}

/** Lines on whom not to contact, nor tell: to who leads, on each card on which they might. */
export const cautions = (scene: Scene): string[] => [
  ...suspectsLine(scene, SUSPECTS.notTo),
  ...(isPartyUntold(scene.incident) ? [LEAD.municipalityChosen] : []),
];

/** That it may be a hate crime is said when it is reported, by whoever reports it. */
const toSay = ({ incident }: Scene, { report }: StepSpec): string[] =>
  report !== undefined && incident.report.hate === 'yes' ? [DECISION.hate] : [];

/** Lines to heed on the form of a step: what to say to the police; to who leads, whom not to tell where others are asked to come or are told. */
export const formCautions = (scene: Scene, step: StepSpec): string[] => [
  ...toSay(scene, step),
  ...(is(scene, 'lead') && (step.protects || step.owner === 'twoPersons') ? cautions(scene) : []),
];

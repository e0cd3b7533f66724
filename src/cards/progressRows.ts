import { COMMON } from '../content/texts/common';
import { LEAD } from '../content/texts/lead';
import { shortDay } from '../content/texts/time';
import { talkStep } from '../routine/plan/traits';
import { focusOf } from '../routine/rules/nextTask';
import { followUpDays, isSettled, mayApprove } from '../routine/rules/progress';
import { isOpen, ownerWords, type Scene } from './scene';
import { sectionWords } from './stepParts';
import type { RowView } from './view';

/** `present`: the section of the step on top. Only that one is bold, whatever else is open. */
function sectionRow(scene: Scene, section: string, present: string | undefined): RowView {
  const routine = scene.routine;
  const steps = routine.steps.filter((step) => step.section === section);
  const isEnded = steps.every((step) => isSettled(scene.incident, step));
  // What is open for an owner who has not been asked yet is not with them.
  const open = steps.filter(
    (step) => isOpen(scene, step) && !mayApprove(scene.incident, step, routine, scene.now),
  );
  const text = sectionWords(scene, section);
  const { signs, states } = COMMON;
  if (isEnded) return { sign: signs.done, text, note: states.done, isNow: false };
  const first = open[0];
  if (first) {
    const isMine = scene.facts.owned.includes(first.id);
    const note = isMine || first.owner === 'lead' ? states.open : LEAD.with(ownerWords(scene, first));
    return { sign: signs.now, text, note, isNow: present === undefined || section === present };
  }
  if (section === present) return { sign: signs.now, text, note: states.next, isNow: true };
  const { last } = followUpDays(scene.incident, routine);
  return {
    sign: signs.waiting,
    text,
    note: section === talkStep(routine)?.section ? LEAD.last(shortDay(last)) : '',
    isNow: false,
  };
}

/** A row a section of the plan: how it stands, and with whom. */
export function sectionRows(scene: Scene): RowView[] {
  const { steps } = scene.routine;
  const focus = focusOf(scene);
  const present = 'step' in focus ? focus.step.section : undefined;
  return [...new Set(steps.map((step) => step.section))].map((section) =>
    sectionRow(scene, section, present),
  );
}

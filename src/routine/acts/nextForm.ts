import type { StepSpec } from '../model/routine';
import type { Situation } from '../model/situation';
import { hasForm } from '../plan/traits';
import type { Viewer } from '../rules/access';
import { type Focus, focusOf } from '../rules/nextTask';
import { duties } from '../rules/steps/duties';
import type { FormAt } from './row';

const formOfStep = (step: StepSpec | undefined): FormAt | undefined =>
  step && hasForm(step) ? ['step', step.id] : undefined;

function formOfLead(focus: Focus): FormAt | undefined {
  switch (focus.kind) {
    case 'do':
      return formOfStep(focus.step);
    case 'confirm':
    case 'checks':
    case 'review':
      return [focus.kind, ''];
    default:
      return undefined;
  }
}

/**
 * The form of the one thing that a person does next in an incident; undefined where that is none. The answer to the
 * press before shows it at once. A victim's next thing is always their own card: it may be a question of another kind.
 * @param approved the step that the press opened: its form, where it is the person's own
 */
export function nextForm(
  situation: Situation,
  { person, roles }: Viewer,
  approved?: string,
): FormAt | undefined {
  if (situation.incident.state === 'closed' || roles.has('victim')) return undefined;
  const mine = duties(situation).find(({ step }) => step.id === approved);
  if (mine?.owners.includes(person) && hasForm(mine.step)) return formOfStep(mine.step);
  if (roles.has('lead')) return formOfLead(focusOf(situation));
  if (roles.has('confirmer')) return ['confirm', ''];
  return formOfStep(duties(situation).find(({ owners }) => owners.includes(person))?.step);
}

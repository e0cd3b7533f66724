import { type Acting, aboutOf, opensOf } from '../../routine/acts/acts';
import { nextForm } from '../../routine/acts/nextForm';
import { mayOpen, PAGE_RULES } from '../../routine/acts/pages';
import type { FormAt } from '../../routine/acts/row';
import { isWide, scopeOf } from '../../routine/rules/access';
import { owesSilence } from '../../routine/rules/reading';
import { victimOf } from '../../routine/rules/succession';
import type { Viewing } from '../../screens/scene';
import { incidentScreen, pageScreen, type Screen } from '../../screens/screen';
import type { Deps } from '../deps';
import type { ViewEntry } from '../ports/audit';
import { type LoadedIncident, victimEmail } from './loadIncident';
import { lookAt, looked } from './looks';

/** Whether the answer says whom it is about, and how to reach them. */
const isRevealed = ({ viewer }: Viewing, action: Acting): boolean =>
  opensOf(action.verb) === 'name' && viewer.roles.has('lead');

/** The form that the answer is; undefined: it is the presser's own card. */
function formAfter(viewing: Viewing, action: Acting): FormAt | undefined {
  if (opensOf(action.verb) === 'tasks')
    return mayOpen(viewing, viewing.viewer, 'tasks', '') ? ['tasks', ''] : undefined;
  if (opensOf(action.verb) === 'document') return ['document', ''];
  if (opensOf(action.verb) !== 'next') return undefined;
  const approved = action.verb === 'approve' ? aboutOf(action) : undefined;
  const form = nextForm(viewing, viewing.viewer, approved);
  return form && mayOpen(viewing, viewing.viewer, ...form) ? form : undefined;
}

/** The part of an answer that must be written down before: whether a form is open in it, and the look that it is. */
export function answerOf(viewing: Viewing, action: Acting): { isOpening: boolean; view?: ViewEntry } {
  if (isRevealed(viewing, action)) return { isOpening: true, ...looked(viewing, 'name') };
  if (opensOf(action.verb) === 'kin') return { isOpening: true, ...looked(viewing, 'kin') };
  const form = formAfter(viewing, action);
  const isLook = form && PAGE_RULES[form[0]].shows;
  return { isOpening: form !== undefined, ...looked(viewing, isLook && lookAt(viewing, form)) };
}

/**
 * The promise of silence, where an act opens whom the victim wants rung to somebody who owes it: asked before the act, so that
 * nobody is told of a look that showed nothing. Undefined: none is owed.
 */
export const promiseBefore = (viewing: Viewing, action: Acting): Screen | undefined =>
  opensOf(action.verb) === 'kin' && owesSilence(viewing, viewing.viewer)
    ? pageScreen(viewing, ['kin', ''])
    : undefined;

/** Those whom the victim wants rung. */
async function kinAnswer(deps: Deps, viewing: Viewing): Promise<Screen | undefined> {
  const victim = victimOf(viewing.incident);
  // Whom somebody has left is nobody's to read in an exercise.
  const kin = victim && !viewing.incident.practice ? (await deps.people.read(victim))?.value.kin : undefined;
  return pageScreen({ ...viewing, kin: kin ?? [] }, ['kin', '']);
}

/** The presser's own screen as it is now, or the form of what they do next; right after taking it on, whom to ring. */
export async function answer(
  deps: Deps,
  { viewing, action, after }: { viewing: Viewing; action: Acting; after: LoadedIncident },
): Promise<Screen> {
  const form = formAfter(viewing, action);
  const isReaching =
    isRevealed(viewing, action) || (form?.[0] === 'step' && isWide(scopeOf(viewing.viewer.roles)));
  const email = isReaching ? await victimEmail(deps, after, viewing.viewer.person) : undefined;
  const reaching = { ...viewing, victimEmail: email };
  if (isRevealed(viewing, action)) return { ...incidentScreen(reaching), isRevealed: true };
  if (opensOf(action.verb) === 'kin') return (await kinAnswer(deps, viewing)) ?? incidentScreen(viewing);
  return (form && pageScreen(reaching, form)) || incidentScreen(viewing);
}

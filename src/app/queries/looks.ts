import { type Acting, formOf } from '../../routine/acts/acts';
import { mayOpen, PAGE_RULES } from '../../routine/acts/pages';
import type { FormAt } from '../../routine/acts/row';
import { asText } from '../../routine/rules/access';
import { owesSilence } from '../../routine/rules/reading';
import type { Viewing } from '../../screens/scene';
import type { ViewEntry } from '../ports/audit';

/** The entry of a look in the log: who, when, at what and as what; nothing where no content was shown. */
export const looked = ({ now, viewer }: Viewing, what: string | undefined): { view?: ViewEntry } =>
  what === undefined
    ? {}
    : { view: { at: now.toISOString(), by: viewer.person, what, as: asText(viewer.roles) } };

/** The object of a look at a page, for the log: codes of ours and numbers, never what a client made up. */
export function lookAt({ routine, incident }: Viewing, [page, about]: FormAt): string {
  const known = [routine.steps, routine.checks, routine.pages, incident.talks].flatMap((all) =>
    all.map(({ id }) => id),
  );
  return known.includes(about) || /^\d{1,3}$/.test(about) ? `${page}:${about}` : page;
}

/** The look that a form is when it comes back; undefined: it shows no content, or this viewer has no such form. */
export function lookAtForm(viewing: Viewing, action: Acting): string | undefined {
  const form = formOf(action);
  if (!form || !mayOpen(viewing, viewing.viewer, ...form) || owesSilence(viewing, viewing.viewer))
    return undefined;
  return PAGE_RULES[form[0]].shows ? lookAt(viewing, form) : undefined;
}

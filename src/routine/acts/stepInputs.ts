import { keyText } from './inputs';
import type { Page } from './pages';
import type { FormAt } from './row';

/*
 * The inputs that several acts have alike.
 */

/** The id of the contact that was chosen in a form. */
export const contactIn = ({ contact }: Readonly<Record<string, unknown>>): string =>
  typeof contact === 'string' ? contact : '';

/** The step that a press is about. */
export const onOneStep = { step: keyText() };
/** That step, as the history names it. */
export const aboutStep = (data: { step: string }): string => data.step;
/** The form of a step. */
export const onStep =
  (page: Page) =>
  (data: { step: string }): FormAt => [page, data.step];

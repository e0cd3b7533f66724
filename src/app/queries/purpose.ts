import type { Page } from '../../routine/acts/pages';
import { dayOf } from '../../routine/calendar/localTime';
import { checkFields } from '../../routine/model/fields';
import { PURPOSE_FIELDS } from '../../screens/forms';
import type { Viewing } from '../../screens/scene';
import { pageScreen, type Screen } from '../../screens/screen';

/** Why somebody asks, as they typed it; or the form that comes back, where they did not say it. */
export function purposeIn(
  viewing: Viewing,
  page: Extract<Page, 'log' | 'document'>,
  action: Readonly<Record<string, unknown>>,
): { purpose: string; form?: undefined } | { form: Screen } {
  const { values, problems } = checkFields(PURPOSE_FIELDS, action, dayOf(viewing.now));
  const isRefused = Object.keys(problems).length > 0;
  const form = isRefused && pageScreen(viewing, [page, ''], { reason: 'badInput', values, problems });
  return form ? { form } : { purpose: values.purpose ?? '' };
}

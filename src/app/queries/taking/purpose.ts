import type { FormAt } from '../../../routine/acts/row';
import { dayOf } from '../../../routine/calendar/localTime';
import { checkFields } from '../../../routine/model/fields';
import { PURPOSE_FIELDS } from '../../../screens/forms';
import type { Viewing } from '../../../screens/scene';
import { pageScreen, type Screen } from '../../../screens/screen';

/** Why somebody asks, as they typed it; or the form that comes back, where they did not say it. */
export function purposeIn(
  viewing: Viewing,
  form: FormAt,
  action: Readonly<Record<string, unknown>>,
): { purpose: string; form?: undefined } | { form: Screen } {
  const { values, problems } = checkFields(PURPOSE_FIELDS, action, dayOf(viewing.now));
  const isRefused = Object.keys(problems).length > 0;
  const again = isRefused && pageScreen(viewing, form, { reason: 'badInput', values, problems });
  return again ? { form: again } : { purpose: values.purpose ?? '' };
}

import { Refusal } from '../model/refusal';
import { type Act, isWriterOnly } from '../rules/access';
import { ownOnly } from '../rules/report/versions';
import { addOccurrence } from '../transitions/beside/occurrences';
import * as reporting from '../transitions/reporting';
import { readForm } from '../transitions/turn';
import { keyText } from './inputs';
import { row } from './row';

/** Acts on what has been reported: words more of it, and events more. */
export const ON_EVENTS = {
  amend: row({
    data: { page: keyText() },
    about: ({ page }) => page,
    form: ({ page }) => ['amend', page],
    apply: (incident, data, turn) => {
      const page = turn.routine.pages.find(({ id }) => id === data.page);
      if (!page) throw new Refusal('notOpen');
      const read = isWriterOnly(turn.roles) ? { ...incident, ...ownOnly(incident, turn.by) } : incident;
      const asked = reporting.amendFields(read, page, turn.by).filter(({ id }) => data[id] !== undefined);
      return reporting.amend(incident, readForm(asked, data, turn), turn);
    },
  }),
  addOccurrence: row({
    data: { occurrence: keyText().optional() },
    about: ({ occurrence = '' }) => occurrence,
    form: ({ occurrence = '' }) => ['occurrence', occurrence],
    adds: true,
    apply: addOccurrence,
  }),
} satisfies Partial<Record<Act, unknown>>;

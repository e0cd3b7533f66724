import { splitChoices } from '../model/fields';
import { Refusal } from '../model/refusal';
import { isWriterOnly } from '../rules/access';
import { ownOnly } from '../rules/report/versions';
import type { Act } from '../rules/roles/may';
import { joinEvent, leaveEvent } from '../transitions/beside/joined';
import { merge } from '../transitions/beside/merging';
import { addOccurrence } from '../transitions/beside/occurrences';
import { nameSuspects, tellSuspects } from '../transitions/beside/suspects';
import * as reporting from '../transitions/reporting';
import { readForm } from '../transitions/turn';
import { keyText } from './inputs';
import { row } from './row';

/** Acts on what has been reported: words more of it, events more, and who is part of it. */
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
  joinEvent: row({ adds: true, form: 'event', apply: joinEvent }),
  leaveEvent: row({ adds: true, form: 'event', apply: (incident) => leaveEvent(incident) }),
  merge: row({
    data: { into: keyText().optional() },
    adds: true,
    form: 'merge',
    apply: (incident, { into }, turn) =>
      merge(incident, turn.into?.id === into ? turn : { ...turn, into: undefined }),
  }),
  nameSuspects: row({
    adds: true,
    form: 'suspects',
    apply: (incident, { suspects }, turn) =>
      nameSuspects(incident, splitChoices(typeof suspects === 'string' ? suspects : ''), turn),
  }),
  tellSuspects: row({ adds: true, form: 'suspects', apply: (incident) => tellSuspects(incident) }),
} satisfies Partial<Record<Act, unknown>>;

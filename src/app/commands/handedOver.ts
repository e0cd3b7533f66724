import type { Press } from '../bot';
import type { IncidentFile } from '../ports/incidents';
import type { JustSaved } from '../ports/justSaved';

/** The incident of a press as it was saved. A press outside the chat says nothing of where the person is reached. */
export const handedOver = (
  { caller, isOutside }: Press,
  row: JustSaved['row'],
  file: IncidentFile,
): JustSaved => ({
  ...{ row, file },
  address: isOutside ? undefined : { person: caller.person, at: caller.address },
});

import type { Press } from '../bot';
import type { Handed } from '../ports/handed';
import type { IncidentFile } from '../ports/incidents';

/** The incident of a press as it was saved. A press outside the chat says nothing of where the person is reached. */
export const handedOver = ({ caller, isOutside }: Press, row: Handed['row'], file: IncidentFile): Handed => ({
  ...{ row, file },
  address: isOutside ? undefined : { person: caller.person, at: caller.address },
});

import type { PersonId } from '../../routine/model/contact';
import type { AgendaRow } from './agenda';
import type { Held } from './delivery';
import type { IncidentFile } from './incidents';
import type { Address } from './people';

/** An incident as a press has just saved it, so that what follows the answer need not read it. */
export interface JustSaved {
  /** The agenda's row as it was written before the save. */
  row: Held<AgendaRow>;
  file: IncidentFile;
  /** Where the presser is reached. */
  address?: { person: PersonId; at: Address } | undefined;
}

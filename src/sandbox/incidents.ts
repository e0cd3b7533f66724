import { type LoadedIncident, loaded } from '../app/queries/loadIncident';
import { inParallel } from '../app/runtime/concurrency';
import type { Municipality } from '../content/municipalities/municipality';
import type { Persona } from '../content/sandbox/sample';
import type { Tables } from '../storage/openTables';

/** How many of a persona's incidents are read, newest first. */
const LISTED = 10;
const READS_AT_ONCE = 8;

/** The stage's storage and people. */
export interface Audience {
  tables: Pick<Tables, 'index' | 'incidents' | 'contacts' | 'persons'>;
  municipality: Municipality;
  personas: readonly Persona[];
}

/** The incidents of all personas as they are at `now`, the newest first. */
export async function incidentsAt(
  { tables, municipality, personas }: Audience,
  now: Date,
): Promise<LoadedIncident[]> {
  const contacts = await tables.contacts.read();
  const lists = await Promise.all(personas.map(({ userId }) => tables.index.of(userId, LISTED)));
  const ids = [...new Set(lists.flat().map(({ id }) => id))];
  const found: LoadedIncident[] = [];
  await inParallel(ids, READS_AT_ONCE, async (id) => {
    const file = await tables.incidents.read(id);
    if (file) found.push(loaded({ municipality, now: () => now, retention: undefined }, file, contacts));
  });
  const created = ({ situation }: LoadedIncident) => situation.incident.createdAt;
  return found.sort((a, b) => created(b).localeCompare(created(a)));
}

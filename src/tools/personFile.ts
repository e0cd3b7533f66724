import type { IncidentFile, PersonRow } from '../app/ports';
import type { PersonId } from '../routine/contact';
import type { HistoryEntry, Incident } from '../routine/incident';
import type { Tables } from '../storage/tables';

/*
 * Where a person occurs (GDPR, article 15), for a person who reviews it before anything is given to anyone: an incident
 * holds what concerns others too.
 */

interface Occurrence {
  reference: string;
  createdAt: string;
  closedAt?: string | undefined;
  as: string[];
  /** Only of one's own incident: whole, to be reviewed. */
  incident?: Incident | undefined;
  acts: HistoryEntry[];
}

export interface PersonFile {
  person: PersonId;
  purpose: string;
  at: string;
  known: PersonRow | undefined;
  /** How many: what stands in a draft is its writer's alone. */
  drafts: number;
  incidents: Occurrence[];
}

const ALL = 100_000;

const placesOf = ({ victim, reporter, lead }: Incident, person: PersonId): string[] => [
  ...(victim.person === person ? ['victim'] : []),
  ...(reporter.person === person ? ['reporter'] : []),
  ...(lead?.person === person ? ['lead'] : []),
];

async function occurrence(tables: Tables, { incident }: IncidentFile, person: PersonId): Promise<Occurrence> {
  const { entries } = await tables.incidents.history(incident.id);
  const as = placesOf(incident, person);
  const { reference, createdAt, closedAt } = incident;
  const isOwn =
    as.includes('victim') && (incident.victim.bound === 'self' || incident.victim.bound === 'yes');
  return {
    reference,
    createdAt,
    closedAt,
    as: as.length > 0 ? as : ['told'],
    incident: isOwn ? incident : undefined,
    acts: entries.filter((entry) => entry.by === person),
  };
}

/** That it was read, and why, stands in the incident's own log, before anything is given out. */
async function noteLook(tables: Tables, file: IncidentFile, at: string, purpose: string): Promise<void> {
  for (
    let read: IncidentFile | undefined = file;
    read;
    read = await tables.incidents.read(file.incident.id)
  ) {
    const view = { at, by: 'operator', what: 'personData', as: 'operator', purpose };
    if ((await tables.incidents.save(read, { view })) === 'saved') return;
  }
}

export async function personFile(
  tables: Tables,
  person: PersonId,
  purpose: string,
  now: Date,
): Promise<PersonFile> {
  const at = now.toISOString();
  const [known, drafts, rows] = await Promise.all([
    tables.people.read(person),
    tables.drafts.of(person),
    tables.index.of(person, ALL),
  ]);
  const incidents: Occurrence[] = [];
  for (const { id } of rows) {
    const file = await tables.incidents.read(id);
    if (!file) continue;
    await noteLook(tables, file, at, purpose);
    incidents.push(await occurrence(tables, file, person));
  }
  return { person, purpose, at, known: known?.value, drafts: drafts.length, incidents };
}

import { createHash } from 'node:crypto';
import type { RealClock } from '../../app/ports/runtime';
import type { Municipality } from '../../content/municipalities/municipality';
import { isActive } from '../../routine/model/contact';
import type { Incident } from '../../routine/model/incident';
import type { Tables } from '../../storage/openTables';
import { newestCopy, restore } from '../backupCopies';
import { verify } from '../verify';

/** One part of a rehearsal, and the time that it took. */
export interface Stage {
  name: string;
  seconds: number;
}

/** The findings of a rehearsal: counts, ids and times, never what was read. */
export interface Rehearsed {
  /** When the copy was taken. */
  takenAt: Date;
  rows: number;
  files: number;
  erased: number;
  incidents: number;
  /** Incidents that were opened whole, with their history and looks. */
  opened: number;
  contacts: number;
  /** Holders of a post whose own row opens: they can be told. */
  reachable: number;
  withoutRow: number;
  faults: string[];
  stages: Stage[];
}

/** Tables that a rehearsal may fill: every one is empty. @throws Error when they are not */
export async function assertEmpty(tables: Tables): Promise<void> {
  await tables.create();
  const found = new Set((await tables.rawRows(1)).map(({ table }) => table));
  if ((await tables.fileCopies.names()).length > 0) found.add('evidence');
  if (found.size > 0)
    throw new Error(
      `There are rows in ${[...found].sort().join(', ')}: a rehearsal needs an account that is empty. Nothing was written.`,
    );
}

/** So many of the ids, spread over all of them. */
const spread = (ids: readonly string[], count: number): string[] =>
  ids.length <= count
    ? [...ids]
    : Array.from({ length: count }, (_, place) => ids[Math.floor((place * ids.length) / count)] ?? '');

const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : 'unknown');

/** Opens every file of an incident; those that are gone, or are not what was given. */
async function faultsOfFiles(files: Tables['files'], incident: Incident): Promise<string[]> {
  const faults: string[] = [];
  for (const { id, sha256 } of incident.evidence ?? []) {
    const bytes = await files.get({ id, key: incident.fileKeys?.[id] ?? '' });
    const found = bytes && createHash('sha256').update(bytes).digest('hex');
    if (found !== sha256)
      faults.push(`${incident.id}: file ${id} ${bytes ? 'is not what was given' : 'is not there'}.`);
  }
  return faults;
}

/** Opens an incident whole; what is wrong with it. */
async function faultsOfIncident({ incidents, chains, files }: Tables, id: string): Promise<string[]> {
  try {
    const [file] = await Promise.all([incidents.read(id), chains.history(id), chains.views(id)]);
    return file ? await faultsOfFiles(files, file.incident) : [`${id}: is not there.`];
  } catch (error) {
    return [`${id}: cannot be opened (${reasonOf(error)}).`];
  }
}

/** How many holders of a post have a row that opens: it says where they are reached. */
async function people({ contacts, people: rows }: Tables) {
  const holders = (await contacts.stored()).filter(isActive);
  const faults: string[] = [];
  let reachable = 0;
  for (const { id, person } of holders)
    if (person !== undefined)
      try {
        if (await rows.read(person)) reachable += 1;
      } catch (error) {
        faults.push(`contact ${id}: their own row cannot be opened (${reasonOf(error)}).`);
      }
  return {
    contacts: holders.length,
    reachable,
    withoutRow: holders.length - reachable - faults.length,
    faults,
  };
}

/** The number of incidents that are opened, a clock, and whose routine they go by. */
interface RehearsalOf {
  sample: number;
  realNow: RealClock;
  municipality: Pick<Municipality, 'versions'>;
}

/**
 * Restores the newest copy into empty tables, verifies all of it and opens a sample: what would be there after a disaster,
 * and how long it takes until it is.
 */
export async function rehearse(
  tables: Tables,
  from: string,
  { sample, realNow, municipality }: RehearsalOf,
): Promise<Rehearsed> {
  const stages: Stage[] = [];
  const timed = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const begun = realNow();
    const result = await work();
    stages.push({ name, seconds: (realNow() - begun) / 1_000 });
    return result;
  };
  await assertEmpty(tables);
  const takenAt = newestCopy(from);
  const { rows, files, erased, forged } = await timed('restore', () => restore(tables, from, municipality));
  const verified = await timed('verify every chain', () => verify(tables, []));
  const ids = (await tables.chains.ids()).sort();
  const chosen = spread(ids, sample);
  const broken = await timed('open a sample', async () => {
    const found: string[][] = [];
    for (const id of chosen) found.push(await faultsOfIncident(tables, id));
    return found;
  });
  const opened = broken.filter((faults) => faults.length === 0).length;
  const { faults: lost, ...list } = await timed('open the contact list', () => people(tables));
  return {
    ...{ takenAt, rows, files, erased, opened, incidents: ids.length, ...list },
    faults: [
      ...forged.map((id) => `${id}: its tombstone is forged.`),
      ...verified.faults,
      ...broken.flat(),
      ...lost,
    ],
    stages,
  };
}

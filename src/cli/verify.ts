import type { Agenda } from '../app/ports/agenda';
import type { ChainHead, ChainRead, Chains } from '../app/ports/audit';
import type { PartStone } from '../app/ports/erasure';
import type { IncidentStore } from '../app/ports/incidents';
import type { ContactList } from '../app/ports/people';
import { LIST } from '../app/ports/states';
import { erasedIn } from '../routine/rules/retention';

/** The part of the storage that a verification needs. */
export interface VerifyStore {
  chains: Chains;
  incidents: Pick<IncidentStore, 'read'>;
  agenda: Pick<Agenda, 'read'>;
  contacts: Pick<ContactList, 'check'>;
  erasure: {
    buried(): Promise<readonly { id: string }[]>;
    buriedParts(): Promise<readonly PartStone[]>;
    forged(): Promise<string[]>;
    remaining(): Promise<string[]>;
  };
}

/** Heads of an incident's chains, or of the contact list's, as in the log event `chainHeads`. */
export interface LoggedHeads {
  incident: string;
  historySeq: number;
  historyMac: string;
  viewSeq: number;
  viewMac: string;
}

const isHeads = (line: unknown): line is LoggedHeads =>
  typeof line === 'object' &&
  line !== null &&
  'incident' in line &&
  typeof line.incident === 'string' &&
  'historySeq' in line &&
  'viewSeq' in line;

/** The heads in the lines of a log; other lines are passed over. */
export function headsIn(text: string): LoggedHeads[] {
  return text.split('\n').flatMap((line) => {
    if (!line.includes('historySeq')) return [];
    try {
      const parsed: unknown = JSON.parse(line);
      return isHeads(parsed) ? [parsed] : [];
    } catch {
      return [];
    }
  });
}

const MEND = {
  broken:
    'A row was removed, changed or added outside the bot. Compare the partition with the latest backup taken before it ' +
    'broke, keep both copies, and find out who had the account key.',
  cut:
    'Rows at the end are gone, or an older state was put back over a newer one. Restore the partition from a backup that ' +
    'has this head, and find out who had the account key.',
  gone:
    'Nothing is left of it, and no tombstone says that it was erased by decision. Restore the partition and its key from ' +
    'a backup.',
  unread: 'Its key cannot be had, and no tombstone says that it was erased. Restore the row in table keys.',
  forged:
    'Its tombstone was not written by this bot, and nothing is done on its word. Delete the row, and find out who had the ' +
    'account key.',
  back:
    'It was erased by decision, and something of it is there. The bot or npm run restore may be at it: run this again; if ' +
    'it stays, somebody put it back. Delete its rows in all tables, and find out who had the account key.',
  partBack:
    'It was erased by decision, and the incident does not say so any more: an older row was put back. The bot erases it again ' +
    'when it next looks at the incident, unless somebody holds it: run this again in a day; if it stays, restore the ' +
    'partition from a backup taken since. Find out who had the account key.',
  forgotten:
    'It is open, and the agenda has no row of it: nobody is reminded of anything. Open it once in the bot (a press on any ' +
    'of its cards), and find out who had the account key.',
  list:
    'The bot leaves out what is not the latest. Restore the table contacts from the latest backup, start the bot anew, and ' +
    'find out who had the account key.',
};

/** The faults of one chain, compared with all its logged heads. */
function faultsOf(
  { id, what }: { id: string; what: string },
  chain: ChainRead<unknown>,
  logged: readonly ChainHead[],
): string[] {
  const faults = chain.whole ? [] : [`${id}: its ${what} is not whole. ${MEND.broken}`];
  const macs = new Map(chain.links.map(({ seq, mac }) => [seq, mac]));
  const lost = logged.filter(({ seq, mac }) => seq > 0 && macs.get(seq) !== mac).at(-1);
  if (!lost) return faults;
  const isCut = !macs.has(lost.seq);
  const says = isCut ? 'is not there any more' : 'is another than was logged';
  return [...faults, `${id}: entry ${lost.seq} of its ${what} ${says}. ${isCut ? MEND.cut : MEND.broken}`];
}

const headsOf = (logged: readonly LoggedHeads[], kind: 'history' | 'view'): ChainHead[] =>
  logged.map((one) =>
    kind === 'history'
      ? { seq: one.historySeq, mac: one.historyMac }
      : { seq: one.viewSeq, mac: one.viewMac },
  );

/** Whether an open incident is on the agenda. */
async function isForgotten({ incidents, agenda }: VerifyStore, id: string): Promise<boolean> {
  const file = await incidents.read(id);
  return file?.incident.state === 'open' && (await agenda.read(id)) === undefined;
}

async function faultsIn(store: VerifyStore, id: string, logged: readonly LoggedHeads[]): Promise<string[]> {
  const { chains } = store;
  try {
    const [history, views] = await Promise.all([chains.history(id), chains.views(id)]);
    if (history.links.length === 0 && views.links.length === 0) return [`${id}: is gone. ${MEND.gone}`];
    return [
      ...((await isForgotten(store, id)) ? [`${id}: is on no agenda. ${MEND.forgotten}`] : []),
      ...faultsOf({ id, what: 'history' }, history, headsOf(logged, 'history')),
      ...faultsOf({ id, what: 'list of looks' }, views, headsOf(logged, 'view')),
    ];
  } catch (error) {
    return [`${id}: cannot be read (${error instanceof Error ? error.message : 'unknown'}). ${MEND.unread}`];
  }
}

async function faultsOfList(
  { chains, contacts }: VerifyStore,
  logged: readonly LoggedHeads[],
): Promise<string[]> {
  try {
    const [{ faults }, history] = await Promise.all([contacts.check(), chains.list()]);
    return [
      ...faults.map((fault) => `${LIST}: ${fault}. ${MEND.list}`),
      ...faultsOf({ id: LIST, what: 'history' }, history, headsOf(logged, 'history')),
    ];
  } catch (error) {
    return [`${LIST}: cannot be read (${error instanceof Error ? error.message : 'unknown'}). ${MEND.list}`];
  }
}

/** Classes of data that were erased, of incidents that do not say so: what the note is of is there again. */
async function faultsOfParts({ incidents, erasure }: VerifyStore): Promise<string[]> {
  const faults: string[] = [];
  for (const { id, what } of await erasure.buriedParts()) {
    const file = await incidents.read(id).catch(() => undefined);
    if (file && !erasedIn(file.incident, what))
      faults.push(`${id}: its ${what} is there again. ${MEND.partBack}`);
  }
  return faults;
}

export interface Verified {
  incidents: number;
  /** The number of incidents with a tombstone. */
  erased: number;
  /** The number of logged heads that were compared. */
  heads: number;
  faults: string[];
}

/**
 * Verifies the chains of every incident and of the contact list, that every logged head is still in them, and that what
 * was erased is gone.
 */
export async function verify(store: VerifyStore, logged: readonly LoggedHeads[]): Promise<Verified> {
  const { chains, erasure } = store;
  const [stones, forged, remaining] = await Promise.all([
    erasure.buried(),
    erasure.forged(),
    erasure.remaining(),
  ]);
  const buried = new Set(stones.map(({ id }) => id));
  const all = [...(await chains.ids()), ...logged.map(({ incident }) => incident)];
  const ids = [...new Set(all)].filter((id) => id !== LIST && !buried.has(id));
  const of = (id: string) => logged.filter((one) => one.incident === id);
  const faults = [
    ...forged.map((id) => `${id}: has a forged tombstone. ${MEND.forged}`),
    ...remaining.map((id) => `${id}: is there again. ${MEND.back}`),
    ...(await faultsOfParts(store)),
    ...(await faultsOfList(store, of(LIST))),
  ];
  for (const id of ids) faults.push(...(await faultsIn(store, id, of(id))));
  return { incidents: ids.length, erased: buried.size, heads: logged.length, faults };
}

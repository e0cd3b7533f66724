import type { ChainHead, ChainRead, Chains } from '../app/ports';

/** Heads of an incident's chains, as the event `chainHeads` has them in the operators' log. */
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

/** The heads among the lines of a log; what is no event of ours is passed over. */
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
    'Nothing is left of it. If it was erased by decision, its tombstone says so; if not, restore the partition and its ' +
    'key from a backup.',
  unread:
    'Its key cannot be had. If it was erased by decision, that is right; if not, restore the row in table keys.',
};

/** What is wrong with one chain, compared with all heads that were ever logged of it. */
function faultsOf(
  id: string,
  what: string,
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

async function faultsIn(chains: Chains, id: string, logged: readonly LoggedHeads[]): Promise<string[]> {
  try {
    const [history, views] = await Promise.all([chains.history(id), chains.views(id)]);
    if (history.links.length === 0 && views.links.length === 0) return [`${id}: is gone. ${MEND.gone}`];
    return [
      ...faultsOf(
        id,
        'history',
        history,
        logged.map((one) => ({ seq: one.historySeq, mac: one.historyMac })),
      ),
      ...faultsOf(
        id,
        'list of looks',
        views,
        logged.map((one) => ({ seq: one.viewSeq, mac: one.viewMac })),
      ),
    ];
  } catch (error) {
    return [`${id}: cannot be read (${error instanceof Error ? error.message : 'unknown'}). ${MEND.unread}`];
  }
}

export interface Verified {
  incidents: number;
  /** Logged heads that were compared. */
  heads: number;
  faults: string[];
}

/** Verifies both chains of every incident, and that all that was ever logged of them is still there. */
export async function verify(chains: Chains, logged: readonly LoggedHeads[]): Promise<Verified> {
  const ids = new Set([...(await chains.ids()), ...logged.map(({ incident }) => incident)]);
  const faults: string[] = [];
  for (const id of ids)
    faults.push(
      ...(await faultsIn(
        chains,
        id,
        logged.filter((one) => one.incident === id),
      )),
    );
  return { incidents: ids.size, heads: logged.length, faults };
}

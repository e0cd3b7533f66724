import type { Deps } from '../deps';
import type { Due } from '../ports/agenda';
import { inParallel } from '../runtime/concurrency';
import { orLogged } from '../runtime/failures';
import { type Dispatcher, dispatch } from './dispatch';

/** The most aggregates of a page of the agenda; a full page is followed by the next at once. */
const PAGE_SIZE = 64;
const LONGEST_PAGE = 1_000;
/** Dispatches at once; how many of them may send at once is the gate's to say. */
const DISPATCHES_AT_ONCE = 16;

const traced = (deps: Deps, id: string, by: Dispatcher): Promise<string[]> => {
  const work = () => dispatch(deps, id, by);
  return deps.telemetry ? deps.telemetry.span('dispatch', work) : work();
};

/** A dispatch that holds up no other when it fails; undefined: it failed. */
export const dispatchSafely = (deps: Deps, id: string, by: Dispatcher): Promise<string[] | undefined> =>
  orLogged(deps, traced(deps, id, by), { event: 'dispatchFailed', incident: id });

/** The same items, beginning at `place` (0 to 1) and going round. */
const rotated = <T>(items: readonly T[], place: number): T[] => {
  const start = Math.floor(items.length * place);
  return [...items.slice(start), ...items.slice(0, start)];
};

/** Ids in the order of a sweep: acute ones first. Processes begin at different places of a page, so that they seldom meet. */
export const orderOf = (due: readonly Due[], place: number): string[] =>
  [true, false].flatMap((isAcute) =>
    rotated(
      due.filter((one) => one.isAcute === isAcute),
      place,
    ).map(({ id }) => id),
  );

/** One sweep, and what it has dispatched. */
interface Sweep {
  deps: Deps;
  claimer: string;
  seen: Set<string>;
}

/** Dispatches the ids, and what is due because of that; `isComplete` false: a dispatch failed, so some of it is unknown. */
async function dispatchAll({ deps, claimer, seen }: Sweep, ids: readonly string[]): Promise<boolean> {
  let isComplete = true;
  for (let batch = ids; batch.length > 0; ) {
    const woken = new Set<string>();
    for (const id of batch) seen.add(id);
    await inParallel(batch, DISPATCHES_AT_ONCE, async (id) => {
      const others = await dispatchSafely(deps, id, { claimer, isSweep: true });
      if (!others) isComplete = false;
      for (const other of others ?? []) woken.add(other);
    });
    batch = [...woken].filter((id) => !seen.has(id));
  }
  return isComplete;
}

/** A page in groups. Between them what has become acute is asked for, and goes first: a page may take long. */
async function dispatchPage(run: Sweep, ids: readonly string[]): Promise<boolean> {
  const { deps, seen } = run;
  let isComplete = true;
  for (let left = ids; left.length > 0; ) {
    const group = left.slice(0, DISPATCHES_AT_ONCE);
    left = left.slice(DISPATCHES_AT_ONCE);
    if (!(await dispatchAll(run, group))) isComplete = false;
    if (left.length === 0) break;
    const acute = await deps.agenda.due(deps.now().getTime(), DISPATCHES_AT_ONCE, 'acute');
    const first = acute.map(({ id }) => id).filter((id) => !seen.has(id));
    left = [...first, ...left.filter((id) => !first.includes(id) && !seen.has(id))];
  }
  return isComplete;
}

/**
 * Delivers all that is due now, and how many aggregates that were. The agenda is asked again only where it may know more:
 * a full page, or a dispatch that failed. What others make due meanwhile they dispatch themselves, or the next sweep does.
 * @param place where in a page this process begins, 0 to 1
 */
export async function sweep(deps: Deps, claimer: string, place: number): Promise<number> {
  const seen = new Set<string>();
  for (;;) {
    // Rows that cannot be moved yet stay due: the page grows, so that they hide no others.
    const limit = Math.min(PAGE_SIZE + seen.size, LONGEST_PAGE);
    const page = await deps.agenda.due(deps.now().getTime(), limit);
    const due = page.filter(({ id }) => !seen.has(id));
    if (due.length === 0) return seen.size;
    const isComplete = await dispatchPage({ deps, claimer, seen }, orderOf(due, place));
    if (isComplete && page.length < limit) return seen.size;
  }
}

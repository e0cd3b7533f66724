import type { Deps } from '../deps';
import type { Due } from '../ports/agenda';
import { inParallel } from '../runtime/concurrency';
import { faultOf } from '../runtime/failures';
import { dispatch } from './dispatch';

/** The most aggregates of a page of the agenda; a full page is followed by the next at once. */
const PAGE_SIZE = 64;
const LONGEST_PAGE = 1_000;
/** Dispatches at once; how many of them may send at once is the gate's to say. */
const DISPATCHES_AT_ONCE = 16;

/** A dispatch whose failure is logged: it must not hold up the others. */
export async function dispatchSafely(
  deps: Deps,
  id: string,
  claimer: string,
  isSweep = false,
): Promise<void> {
  try {
    await dispatch(deps, id, claimer, isSweep);
  } catch (error) {
    deps.log.error({ incident: id, ...faultOf(error) }, 'lookFailed');
  }
}

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

/**
 * Delivers all that is due now, until nothing more is.
 * @param place where in a page this process begins, 0 to 1
 */
export async function sweep(deps: Deps, claimer: string, place: number): Promise<number> {
  const seen = new Set<string>();
  for (;;) {
    // Rows that cannot be moved yet stay due: the page grows, so that they hide no others.
    const page = await deps.agenda.due(deps.now().getTime(), Math.min(PAGE_SIZE + seen.size, LONGEST_PAGE));
    const due = page.filter(({ id }) => !seen.has(id));
    if (due.length === 0) return seen.size;
    for (const { id } of due) seen.add(id);
    await inParallel(orderOf(due, place), DISPATCHES_AT_ONCE, (id) =>
      dispatchSafely(deps, id, claimer, true),
    );
  }
}

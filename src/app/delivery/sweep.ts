import type { Deps } from '../deps';
import type { Due } from '../ports/agenda';
import { inGroups } from '../runtime/concurrency';
import { faultOf } from '../runtime/failures';
import { dispatch } from './dispatch';

/** At most this many subjects a page of the agenda; a full page is followed by the next at once. */
const PAGE = 64;
const LONGEST_PAGE = 1_000;
/** Subjects looked at once; how many of them may send at once, the gate says. */
const AT_ONCE = 16;

/** One subject that cannot be looked at must not hold up the others. */
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

/** Begins elsewhere and goes round. */
const turned = <T>(items: readonly T[], place: number): T[] => {
  const start = Math.floor(items.length * place);
  return [...items.slice(start), ...items.slice(0, start)];
};

/** Processes on the same tables begin at different places of a page, so that they seldom meet; acute ones are first. */
export const orderOf = (due: readonly Due[], place: number): string[] =>
  [true, false].flatMap((isAcute) =>
    turned(
      due.filter((one) => one.isAcute === isAcute),
      place,
    ).map(({ subject }) => subject),
  );

/**
 * Delivers all that is due now, until nothing more is.
 * @param place where in a page this process begins, 0 to 1
 */
export async function sweep(deps: Deps, claimer: string, place: number): Promise<number> {
  const seen = new Set<string>();
  for (;;) {
    // Those that cannot be moved yet stay due: the page grows, so that they hide no others.
    const page = await deps.agenda.due(deps.now().getTime(), Math.min(PAGE + seen.size, LONGEST_PAGE));
    const due = page.filter(({ subject }) => !seen.has(subject));
    if (due.length === 0) return seen.size;
    for (const { subject } of due) seen.add(subject);
    await inGroups(orderOf(due, place), AT_ONCE, (id) => dispatchSafely(deps, id, claimer, true));
  }
}

import type { PersonId } from '../../routine/model/contact';
import { GROUPED_FROM } from '../../routine/rules/noticeRows/grouped';
import type { Deps } from '../deps';
import type { Due } from '../ports/agenda';
import { personAggregateId, personIn } from '../ports/states';
import { inParallel } from '../runtime/concurrency';
import { orLogged } from '../runtime/failures';
import { type Dispatcher, dispatch } from './dispatch';
import { tellTogether } from './grouped/tellTogether';

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
  /** Ids that its last part has dispatched: there each may come once more. */
  lastSeen: Set<string>;
  /** Incidents of which a person may be told in one card: their ids, by person. */
  collected: Map<PersonId, Set<string>>;
  /** Persons' own aggregates that are due: last, for one card tells of their round and of what is new in several incidents. */
  persons: Set<string>;
  /** The last part of it: nothing is collected or left for later any more. */
  isLast: boolean;
}

const collectorOf = ({ collected, isLast }: Sweep, id: string): Dispatcher['collect'] =>
  isLast || personIn(id) !== undefined
    ? undefined
    : (person) => collected.set(person, (collected.get(person) ?? new Set()).add(id));

/** Dispatches the ids, and what is due because of that; `isComplete` false: a dispatch failed, so some of it is unknown. */
async function dispatchAll(run: Sweep, ids: readonly string[]): Promise<boolean> {
  const { deps, claimer, persons, isLast } = run;
  const seen = isLast ? run.lastSeen : run.seen;
  let isComplete = true;
  for (let batch = ids; batch.length > 0; ) {
    const woken = new Set<string>();
    for (const id of batch) seen.add(id);
    await inParallel(batch, DISPATCHES_AT_ONCE, async (id) => {
      const by = { claimer, isSweep: true, collect: collectorOf(run, id) };
      const others = await dispatchSafely(deps, id, by);
      if (!others) isComplete = false;
      for (const other of others ?? []) woken.add(other);
    });
    const next = [...woken].filter((id) => !seen.has(id));
    const isLater = (id: string) => !isLast && personIn(id) !== undefined;
    for (const id of next.filter(isLater)) persons.add(id);
    batch = next.filter((id) => !isLater(id));
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

/** The rest of a sweep: one card a person who has enough incidents for it; then each incident sees to what is left, or was told by that. */
async function tellCollected(run: Sweep): Promise<void> {
  const { deps, claimer, collected, persons } = run;
  const left = new Set<string>();
  const toSee = new Set<string>();
  for (const [person, ids] of collected) {
    const isAlone = ids.size < GROUPED_FROM;
    const telling = isAlone || tellTogether(deps, claimer, { person, ids: [...ids] });
    const isDone = await orLogged(deps, Promise.resolve(telling), {
      event: 'dispatchFailed',
      incident: personAggregateId(person),
    });
    if (!isAlone) persons.add(personAggregateId(person));
    for (const id of ids) (isDone ? toSee : left).add(id);
  }
  run.isLast = true;
  await dispatchAll(run, [...persons]);
  await dispatchAll(
    run,
    [...toSee].filter((id) => !left.has(id)),
  );
}

/**
 * Delivers all that is due now, and how many aggregates that were. The agenda is asked again only where it may know more:
 * a full page, or a dispatch that failed. What others make due meanwhile they dispatch themselves, or the next sweep does.
 * @param place where in a page this process begins, 0 to 1
 */
export async function sweep(deps: Deps, claimer: string, place: number): Promise<number> {
  const seen = new Set<string>();
  const run: Sweep = {
    ...{ deps, claimer, seen, lastSeen: new Set() },
    ...{ collected: new Map(), persons: new Set(), isLast: false },
  };
  for (;;) {
    // Rows that cannot be moved yet stay due: the page grows, so that they hide no others.
    const limit = Math.min(PAGE_SIZE + seen.size, LONGEST_PAGE);
    const page = await deps.agenda.due(deps.now().getTime(), limit);
    const due = page.filter(({ id }) => !seen.has(id));
    const later = due.filter(({ id, isAcute }) => !isAcute && personIn(id) !== undefined);
    for (const { id } of later) {
      seen.add(id);
      run.persons.add(id);
    }
    const now = due.filter((one) => !later.includes(one));
    const isComplete = await dispatchPage(run, orderOf(now, place));
    if (due.length === 0 || (isComplete && page.length < limit)) break;
  }
  await tellCollected(run);
  return new Set([...seen, ...run.lastSeen]).size;
}

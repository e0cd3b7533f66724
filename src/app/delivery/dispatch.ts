import type { Aggregate } from '../aggregates/aggregate';
import { savedAggregate } from '../aggregates/incident';
import { readAggregate } from '../aggregates/readAggregate';
import type { Deps } from '../deps';
import { finishErasure } from '../erasure/eraseIncident';
import type { AgendaRow } from '../ports/agenda';
import type { Held } from '../ports/delivery';
import type { IncidentFile } from '../ports/incidents';
import type { JustSaved } from '../ports/justSaved';
import type { Millis } from '../ports/runtime';
import { type Dispatch, readFrom } from './context';
import { settleGroups } from './grouped/settle';
import { notify } from './notify';
import { updateCards } from './updateCards';

/** A row whose save never came may be moved after this real time. */
const ORPHAN: Millis = 600_000;
/** Reads of one aggregate in a row, at most. */
const MOST_READS = 80;
/** Times that the row is found changed, at most: whoever changed it last leaves it as they want it. */
const MOST_LOOKS = 8;
/** When an aggregate that is not there is read again. */
const REST_OF_NOTHING: Millis = 30 * 86_400_000;

/** Who dispatches. */
export interface Dispatcher {
  /** The process, in claims. */
  claimer: string;
  /** It leaves what is not due any more: another process has been there. */
  isSweep?: boolean;
  /** Left out: row and aggregate are read. */
  handed?: JustSaved | undefined;
  /** See `Dispatch`. */
  collect?: Dispatch['collect'];
  /** See `Dispatch`. */
  stepAside?(): void;
}

/** The aggregate as last read, when nothing of it is due any more; new cards go before changed ones. */
async function workOff(dispatch: Dispatch, atHand: Aggregate | undefined): Promise<Aggregate | undefined> {
  const { later, deps } = dispatch;
  const read = readFrom(dispatch, atHand);
  for (let round = 0; ; round++) {
    later.due = Number.POSITIVE_INFINITY;
    const aggregate = await read();
    if (!aggregate) return undefined;
    dispatch.isUnread = false;
    if (round === MOST_READS) {
      later.due = deps.now().getTime();
      return aggregate;
    }
    if (await settleGroups(dispatch, aggregate)) continue;
    if (!(await notify(dispatch, aggregate)) && !(await updateCards(dispatch, aggregate))) return aggregate;
  }
}

/** No row is moved past a revision that has not been seen, unless its save never came. */
const mayMove = (deps: Deps, row: AgendaRow, aggregate: Aggregate | undefined): boolean =>
  deps.realNow() - row.writtenAt > ORPHAN || (aggregate !== undefined && aggregate.rev >= row.rev);

/** Seconds between the time that stands in the agenda and now. */
const noteLag = ({ telemetry, now }: Deps, { due, isAcute }: AgendaRow): void =>
  telemetry?.record('agendaLag', (now().getTime() - due) / 1_000, { isAcute });

/** A dispatch that has read nothing yet. */
export function dispatchOf(deps: Deps, id: string, by: Dispatcher): Dispatch {
  const { claimer, handed, collect, stepAside = () => undefined } = by;
  const { person, at } = handed?.address ?? {};
  const work: Dispatch = {
    ...{ deps, id, claimer, collect, stepAside },
    later: { due: Number.POSITIVE_INFINITY },
    woken: new Set(),
    now: deps.now(),
    read: () => readAggregate({ ...deps, now: () => work.now }, id),
    addresses: new Map(person && at ? [[person, at]] : []),
    isUnread: false,
    drawn: { from: undefined, cards: new Map() },
  };
  return work;
}

/** Delivers what is due, and moves the row as it was read. Whether that is all: nobody has touched the row meanwhile. */
async function look(
  work: Dispatch,
  agenda: Held<AgendaRow> | undefined,
  file: IncidentFile | undefined,
): Promise<boolean> {
  const { deps, id, later } = work;
  const atHand = file && (await savedAggregate({ ...deps, now: () => work.now }, file));
  const aggregate = await workOff(work, atHand);
  for (const other of (await aggregate?.beside?.()) ?? []) work.woken.add(other);
  await (aggregate ? aggregate.whenDone() : finishErasure(deps, id));
  if (!agenda) return true;
  // Who is about to save a revision that was not seen looks at it after that, but may have met what was under way here.
  if (!mayMove(deps, agenda.value, aggregate)) return !work.isUnread;
  const rest = aggregate?.rest ?? REST_OF_NOTHING;
  const due = Math.min(later.due, deps.now().getTime() + rest);
  return (await deps.agenda.move(agenda, due)) === 'saved';
}

/**
 * Delivers what is due of one aggregate and moves its agenda row. The row is read before the aggregate, and is moved
 * only as it was read; where it has changed meanwhile, both are read again (README.md beside).
 * @returns ids of other aggregates that are due because of it
 */
export async function dispatch(deps: Deps, id: string, by: Dispatcher): Promise<string[]> {
  const work = dispatchOf(deps, id, by);
  for (let looks = 0; looks < MOST_LOOKS; looks++) {
    const handed = looks === 0 ? by.handed : undefined;
    const agenda = handed?.row ?? (await deps.agenda.read(id));
    if (by.isSweep && looks === 0 && agenda) {
      if (agenda.value.due > deps.now().getTime()) return [];
      noteLag(deps, agenda.value);
    }
    work.now = deps.now();
    if (await look(work, agenda, handed?.file)) break;
  }
  return [...work.woken];
}
